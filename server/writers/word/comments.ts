import type { Range } from '../../core/finding.ts';
import { author } from '../../readers/word/aside.ts';
import { escapeXml } from '../xml.ts';

/** A comment on a stretch of the text: paragraphs, the first in bold. */
export interface DocxComment extends Range {
  lines: readonly string[];
}

export interface CommentOptions {
  /** When it was written, `2025-01-05T21:30:00Z`. */
  date: string;
}

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const rangeStart = (prefix: string, id: number): string => `<${prefix}commentRangeStart ${prefix}id="${id}"/>`;

/** The end of a comment's range, and the mark that the comment hangs on. */
export const rangeEnd = (prefix: string, id: number): string =>
  `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`;

/** A w:comment that brings its namespace along; plain type of a readable size, whatever the document's own style. */
export const commentXml = (id: number, { lines }: DocxComment, { date }: CommentOptions, namespace: string): string =>
  `<w:comment xmlns:w="${namespace}" w:id="${id}" w:author="${author}" w:date="${date}" w:initials="核">${lines
    .map((text, i) => paragraph(text, i === 0))
    .join('')}</w:comment>`;

const paragraph = (text: string, isFirst: boolean): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>${isFirst ? '<w:r><w:annotationRef/></w:r>' : ''}<w:r><w:rPr>${isFirst ? '<w:b/>' : ''}<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
