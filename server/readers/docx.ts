import type { Range } from '../core/finding.ts';
import type { Text } from '../core/rules/rule.ts';
import { child, type Element, parseXml } from './markup.ts';
import { readRelations, targetOf, textPart } from './office-parts.ts';
import { isUnreadable, Unreadable } from './unreadable.ts';
import { describeAside } from './word/aside.ts';
import { Body } from './word/body.ts';
import { Numbering } from './word/numbering.ts';
import { Styles } from './word/styles.ts';
import { type DocxPlace, TextBuilder } from './word/text-builder.ts';
import { type Archive, openZip } from './zip.ts';

/** A Word document: one line a paragraph or a table's row. */
export interface DocxText {
  text: string;
  /** Stretches that somebody marked with colour, in order; none where most of the text is coloured. */
  highlights: Range[];
  /** Where the text comes from, in order; see `DocxPlace`. */
  places: DocxPlace[];
  /** What of it the text does not show, or not as it stands, in one line. */
  aside: Text | undefined;
}

/** Reads the main text: no headers, footers, notes or comments. Throws `Unreadable`. */
export const readDocx = (bytes: Uint8Array): DocxText => {
  const archive = openZip(bytes);
  const part = targetOf(readRelations(archive, ''), 'officeDocument') ?? 'word/document.xml';
  const related = readRelations(archive, part);
  const partOf = (kind: string): Element | undefined => {
    const target = targetOf(related, kind);
    return target !== undefined && archive.has(target) ? xmlPart(archive, target) : undefined;
  };
  /** A damaged one harms none of the text. */
  const comments = (): Element | undefined => {
    try {
      return partOf('comments');
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return undefined;
    }
  };
  const styles = new Styles(partOf('styles'));
  const builder = new TextBuilder(part);
  const body = child(xmlPart(archive, part), 'body');
  if (!body)
    throw new Unreadable({ zh: '里面没有正文，请用 Word 或 WPS 另存为 .docx 再核', en: 'it has no text: save it as .docx in Word or WPS' });
  new Body(builder, new Numbering(partOf('numbering'), styles), styles).readBlocks(body);
  const { text, places, highlights } = builder;
  return {
    text,
    places,
    highlights: isException(highlights, text.length) ? highlights : [],
    aside: describeAside(body, comments()),
  };
};

/** Marks are exceptions: a text that is coloured all over was made so, or pasted so. */
const isException = (highlights: readonly Range[], length: number): boolean =>
  highlights.reduce((sum, { start, end }) => sum + end - start, 0) <= length / 2;

const xmlPart = (archive: Archive, name: string): Element => parseXml(textPart(archive, name));
