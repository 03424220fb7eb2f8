import { strFromU8, unzipSync } from 'fflate';
import { type Element, isElement, parseXml, wordsOf } from '../../server/readers/markup.ts';

export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/** The words between the marks of each comment, and those in all. */
export const commented = (xml: string): Map<string, string> => {
  const result = new Map<string, string>();
  const open = new Set<string>();
  const visit = (element: Element): void => {
    const id = element.attributes.id ?? '';
    if (element.name === 'commentRangeStart') {
      open.add(id);
      result.set(id, '');
    } else if (element.name === 'commentRangeEnd') open.delete(id);
    else if (element.name === 't') for (const known of open) result.set(known, result.get(known) + wordsOf(element));
    else if (element.name === 'br') for (const known of open) result.set(known, `${result.get(known)}\n`);
    else for (const node of element.children) if (isElement(node)) visit(node);
  };
  visit(parseXml(xml));
  return result;
};

/**
 * All that a part says, without comments' marks: its elements in order, every character with the looks of its run. A run that
 * was cut in two gives the same.
 */
export const withoutComments = (xml: string): string[] => {
  const said: string[] = [];
  const source = ({ start, end }: { start: number; end: number }): string => xml.slice(start, end);
  const visit = (element: Element, run: string): void => {
    const children = element.children.filter(isElement);
    const opening = xml.slice(element.start, xml.indexOf('>', element.start) + 1);
    if (/^comment(?:RangeStart|RangeEnd|Reference)$/.test(element.name)) return;
    if (element.name === 'r') {
      const looks = children.find(({ name }) => name === 'rPr');
      for (const node of children) if (node !== looks) visit(node, `${opening}${looks ? source(looks) : ''}`);
    } else if (element.name === 't') said.push(...[...wordsOf(element)].map((character) => `${run}${character}`));
    else if (children.length === 0) said.push(`${run}${source(element)}`);
    else {
      said.push(`${run}${opening}`);
      for (const node of children) visit(node, '');
      said.push(`</${element.name}>`);
    }
  };
  visit(parseXml(xml), '');
  return said;
};
