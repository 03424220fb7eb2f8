import type { Range } from '../../core/finding.ts';
import { type Element, isElement } from '../../readers/markup.ts';
import type { DocxPlace } from '../../readers/word/text-builder.ts';

/** A place of a part's XML for a mark: between elements, or where a run has to be cut in two. */
export interface Spot {
  at: number;
  /** What ends the run before the mark and begins it anew behind; undefined between runs. */
  cut: { before: string; after: string } | undefined;
}

/** A part's XML with its tree. */
export interface Part {
  xml: string;
  root: Element;
}

/** Where a mark goes that stands before (or behind) the character `offset` of the text, which lies in `place`. */
export const spotOf = (part: Part, place: DocxPlace, offset: number, side: 'start' | 'end'): Spot => {
  const path = pathTo(part.root, place.content.start);
  const whole = wholeOf(path, place);
  if (whole) return { at: whole[side], cut: undefined };
  const run = path.find((element) => element.name === 'r') as Element;
  const content = path.find(({ start }) => start === place.content.start && start > run.start) as Element;
  const inside = content.name === 't' ? insideOf(part.xml, content, offset - place.start) : undefined;
  if (inside !== undefined) return { at: inside, cut: cutOf(part.xml, run, content) };
  const at = offset > place.start ? content.end : content.start;
  const own = run.children.filter(isElement).filter(({ name }) => name !== 'rPr');
  if (at <= (own[0]?.start ?? at)) return { at: run.start, cut: undefined };
  if (at >= (own.at(-1)?.end ?? at)) return { at: run.end, cut: undefined };
  return { at, cut: cutOf(part.xml, run, undefined) };
};

/**
 * What can only be marked as a whole: text boxes (Word allows no comments in them), characters with a reading above
 * them, formulas, and what stands there in two versions. Undefined for a plain run.
 */
const wholeOf = (path: readonly Element[], place: DocxPlace): Range | undefined => {
  const paragraph = path.findIndex(({ name }) => name === 'p');
  const outermost = path.slice(paragraph + 1).find(({ name }) => /^(?:r|oMath|oMathPara|AlternateContent)$/.test(name));
  return outermost && outermost.start !== place.run.start ? outermost : undefined;
};

/** The elements around a place, the outermost first. */
const pathTo = (root: Element, at: number): Element[] => {
  const path = [root];
  for (let element: Element | undefined = root; element; ) {
    element = element.children.filter(isElement).find(({ start, end }) => start <= at && at < end);
    if (element) path.push(element);
  }
  return path;
};

/** The XML offset before the character `index` of a w:t; undefined at its ends. */
const insideOf = (xml: string, { start, end }: Element, index: number): number | undefined => {
  let at = xml.indexOf('>', start) + 1;
  const last = xml.lastIndexOf('<', end - 1);
  if (index <= 0) return undefined;
  for (let i = 0; i < index; i++) {
    if (xml[at] === '&') at = xml.indexOf(';', at);
    at++;
    // A character beyond the basic plane, written as one entity, counts as two.
    if (isAstral(xml, at)) i++;
  }
  // Never between the halves of a character.
  if (/^[\udc00-\udfff]/.test(xml[at] ?? '')) at++;
  return at < last ? at : undefined;
};

const isAstral = (xml: string, end: number): boolean => {
  const match = xml[end - 1] === ';' ? /&#(?:x([0-9a-f]+)|(\d+));$/i.exec(xml.slice(Math.max(0, end - 12), end)) : null;
  return match !== null && Number.parseInt((match[1] ?? match[2]) as string, match[1] === undefined ? 10 : 16) > 0xffff;
};

const cutOf = (xml: string, run: Element, text: Element | undefined): Spot['cut'] => {
  const properties = run.children.find((node): node is Element => isElement(node) && node.name === 'rPr');
  const opening = `${tagAt(xml, run)}${properties ? xml.slice(properties.start, properties.end) : ''}`;
  const [runName, textName] = [nameAt(xml, run), text && nameAt(xml, text)];
  return {
    before: `${textName ? `</${textName}>` : ''}</${runName}>`,
    after: `${opening}${textName ? `<${textName} xml:space="preserve">` : ''}`,
  };
};

const tagAt = (xml: string, { start }: Element): string => xml.slice(start, xml.indexOf('>', start) + 1);

/** The name of an element with its prefix. */
export const nameAt = (xml: string, { start }: Element): string => /^<([^\s/>]+)/.exec(xml.slice(start, start + 80))?.[1] ?? '';
