import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../readers/docx.ts';
import { child, childrenOf, type Element, isElement, parseXml, wordsOf } from '../../readers/markup.ts';
import { folderOf, readRelations, relationsPart, targetOf, textPart } from '../../readers/office-parts.ts';
import { Unreadable } from '../../readers/unreadable.ts';
import { author } from '../../readers/word/aside.ts';
import { indexStart } from '../../readers/word/body.ts';
import type { DocxPlace } from '../../readers/word/text-builder.ts';
import { type Archive, openZip } from '../../readers/zip.ts';
import { nameAt, type Part, type Spot, spotOf } from './anchor.ts';
import { type CommentOptions, commentXml, type DocxComment, rangeEnd, rangeStart, wordNamespace } from './comments.ts';
import { indexXml } from './index-page.ts';

export interface AnnotateOptions extends CommentOptions {
  /** What a last page lists, title first; no page where undefined. */
  index?: readonly string[] | undefined;
}

/**
 * A Word document with comments on stretches of its text (as `readDocx` gives it). Nothing else of it is written anew:
 * of the main part only marks are added and runs cut in two, other parts stay as they are. Throws `Unreadable`.
 */
export const annotateDocx = (bytes: Uint8Array, comments: readonly DocxComment[], options: AnnotateOptions): Uint8Array => {
  const archive = openZip(bytes);
  // Under the name of a document without macros Word would not open it.
  if (archive.has(typesName) && /macroEnabled/i.test(textPart(archive, typesName)))
    throw new Unreadable({
      zh: '文稿带宏，不加批注：请在 Word 或 WPS 里另存为不带宏的 .docx 再核',
      en: 'the document has macros and gets no comments: save it as .docx without macros in Word or WPS',
    });
  if (comments.length === 0 && !options.index) return bytes;
  const { places } = readDocx(bytes);
  const main = places[0]?.part;
  if (main === undefined) throw new Unreadable({ zh: '里面没有文字，加不了批注', en: 'it has no text to comment on' });
  const xml = textPart(archive, main);
  const part: Part = { xml, root: parseXml(xml) };
  const prefix = prefixOf(xml, part.root);
  const existing = targetOf(readRelations(archive, main), 'comments');
  const own = existing !== undefined && archive.has(existing) ? textPart(archive, existing) : undefined;
  const first = 1 + Math.max(-1, ...idsIn(part.root), ...(own === undefined ? [] : idsIn(parseXml(own))));
  const ordered = withoutOld(comments, own).sort((a, b) => a.start - b.start || b.end - a.end);
  const marks = ordered.flatMap((comment, i) => marksOf(part, places, comment, first + i, prefix));
  const namespace = part.root.attributes[prefix.slice(0, -1)] ?? wordNamespace;
  const written = ordered.map((comment, i) => commentXml(first + i, comment, options, namespace)).join('');
  const changed = new Map([[main, utf8(withIndex(spliced(xml, marks), options.index, prefix, namespace))]]);
  if (ordered.length > 0) {
    const name = existing ?? freeName(archive, main);
    changed.set(name, utf8(extended(own ?? emptyComments(namespace), written)));
    declare(archive, changed, main, name, existing === undefined, namespace);
  }
  return zipped(archive, changed);
};

/** A document that was checked before keeps its comments: what one of them says already is not said again. */
const withoutOld = (comments: readonly DocxComment[], own: string | undefined): DocxComment[] => {
  const old = own === undefined ? [] : childrenOf(parseXml(own), 'comment').filter(({ attributes }) => attributes.author === author);
  const said = old.map((comment) => childrenOf(comment, 'p').map(wordsOf).join('\n'));
  return comments.filter(({ lines }) => {
    const at = said.indexOf(lines.join('\n'));
    if (at >= 0) said.splice(at, 1);
    return at < 0;
  });
};

interface Mark extends Spot {
  xml: string;
  isEnd: boolean;
}

const marksOf = (part: Part, places: readonly DocxPlace[], { start, end }: DocxComment, id: number, prefix: string): Mark[] => {
  const covered = places.filter((place) => place.start < end && start < place.end);
  // What Heshu added stands in no run: the number of a heading leads to the words behind it.
  const near = places.find((place) => place.end > start) ?? places.at(-1);
  const [from, to] = [covered[0] ?? near, covered.at(-1) ?? near] as [DocxPlace, DocxPlace];
  const last = covered.length > 0 ? Math.min(end, to.end) : to.end;
  return [
    { ...spotOf(part, from, Math.max(start, from.start), 'start'), xml: rangeStart(prefix, id), isEnd: false },
    { ...spotOf(part, to, last, 'end'), xml: rangeEnd(prefix, id), isEnd: true },
  ];
};

/** All marks of one spot share one cut; ranges end before others begin. */
const spliced = (xml: string, marks: readonly Mark[]): string => {
  const bySpot = new Map<number, Mark[]>();
  for (const mark of marks) bySpot.set(mark.at, [...(bySpot.get(mark.at) ?? []), mark]);
  let result = '';
  let from = 0;
  for (const at of [...bySpot.keys()].sort((a, b) => a - b)) {
    const here = bySpot.get(at) as Mark[];
    const cut = here.find((mark) => mark.cut)?.cut;
    const written = [...here.filter(({ isEnd }) => isEnd), ...here.filter(({ isEnd }) => !isEnd)].map((mark) => mark.xml).join('');
    result += keepBlank(xml.slice(from, at), cut) + (cut?.before ?? '') + written + (cut?.after ?? '');
    from = at;
  }
  return result + xml.slice(from);
};

/** A blank that now ends its w:t must be said to count. */
const keepBlank = (before: string, cut: Spot['cut']): string => {
  if (!cut?.before.includes(':t>') || !/\s$/.test(before)) return before;
  const tag = before.lastIndexOf('<');
  return /xml:space/.test(before.slice(tag)) ? before : before.slice(0, tag) + before.slice(tag).replace('>', ' xml:space="preserve">');
};

const prefixOf = (xml: string, element: Element): string => {
  const name = nameAt(xml, element);
  return name.slice(0, name.indexOf(':') + 1);
};

/** Ids of comments and of their marks. */
const idsIn = (element: Element): number[] => [
  ...(/^comment/.test(element.name) && /^\d+$/.test(element.attributes.id ?? '') ? [Number(element.attributes.id)] : []),
  ...element.children.filter(isElement).flatMap(idsIn),
];

const emptyComments = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"/>`;

const freeName = (archive: Archive, main: string): string => {
  const folder = folderOf(main);
  let name = `${folder}comments.xml`;
  for (let i = 1; archive.has(name); i++) name = `${folder}comments${i}.xml`;
  return name;
};

/** Lets the package know of the comments' part. */
const declare = (
  archive: Archive,
  changed: Map<string, Uint8Array>,
  main: string,
  name: string,
  isNew: boolean,
  namespace: string,
): void => {
  const types = textPart(archive, typesName);
  const root = parseXml(types);
  if (!childrenOf(root, 'Override').some(({ attributes }) => attributes.PartName === `/${name}`)) {
    const override = `<${prefixOf(types, root)}Override PartName="/${name}" ContentType="${commentsType}"/>`;
    changed.set(typesName, utf8(extended(types, override)));
  }
  if (!isNew) return;
  const relsName = relationsPart(main);
  const rels = archive.has(relsName) ? textPart(archive, relsName) : emptyRelations;
  const taken = new Set(childrenOf(parseXml(rels), 'Relationship').map(({ attributes }) => attributes.Id));
  let id = 'heshu';
  for (let i = 1; taken.has(id); i++) id = `heshu${i}`;
  const kinds = namespace.startsWith('http://purl.oclc.org/') ? strictKinds : commonKinds;
  const relation = `<${prefixOf(rels, parseXml(rels))}Relationship Id="${id}" Type="${kinds}/comments" Target="${name.slice(folderOf(main).length)}"/>`;
  changed.set(relsName, utf8(extended(rels, relation)));
};

const typesName = '[Content_Types].xml';
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const emptyRelations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
const commonKinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictKinds = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** XML with more at the end of its root element. */
const extended = (xml: string, more: string): string => {
  const root = parseXml(xml);
  if (xml.slice(root.end - 2, root.end) === '/>')
    return `${xml.slice(0, root.end - 2)}>${more}</${nameAt(xml, root)}>${xml.slice(root.end)}`;
  const at = xml.lastIndexOf('</', root.end);
  return xml.slice(0, at) + more + xml.slice(at);
};

/** A last page before the end of the body: before the section properties that close it. It takes the place of one that is there. */
const withIndex = (whole: string, index: readonly string[] | undefined, prefix: string, namespace: string): string => {
  if (!index) return whole;
  const xml = withoutIndex(whole);
  const body = child(parseXml(xml), 'body');
  const last = body?.children.filter(isElement).at(-1);
  const at = last?.name === 'sectPr' ? last.start : xml.lastIndexOf('</', body?.end);
  return xml.slice(0, at) + indexXml(index, prefix, namespace) + xml.slice(at);
};

/** Whatever program saved the document since: its bookmark then may begin and end within paragraphs. */
const withoutIndex = (xml: string): string => {
  const nodes = child(parseXml(xml), 'body')?.children.filter(isElement) ?? [];
  const from = nodes.findIndex((node) => indexStart(node) !== undefined);
  if (from < 0) return xml;
  const { id } = (indexStart(nodes[from] as Element) as Element).attributes;
  const isEnd = ({ name, attributes }: Element): boolean => name === 'bookmarkEnd' && attributes.id === id;
  const closes = nodes.findIndex((node, i) => i >= from && [node, ...node.children.filter(isElement)].some(isEnd));
  const rest = nodes.slice(from, closes < 0 ? undefined : closes + 1).filter(({ name }) => name !== 'sectPr');
  const [first, last] = [rest[0], rest.at(-1)];
  return first && last ? xml.slice(0, first.start) + xml.slice(last.end) : xml;
};

const utf8 = (xml: string): Uint8Array => strToU8(xml.replace(/^(\ufeff?<\?xml[^>]*?encoding=)(["'])(?!utf-8)[^"']*\2/i, '$1$2UTF-8$2'));

/** Parts in their old order, new ones behind. No part says when it was written. */
const zipped = (archive: Archive, changed: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries([...new Set([...archive.names, ...changed.keys()])].map((name) => [name, changed.get(name) ?? archive.read(name)])),
    { mtime: new Date(1980, 0, 1) },
  );
