import { indexBookmark } from '../../readers/word/body.ts';
import { escapeXml } from '../xml.ts';

/**
 * A page of its own at the document's end: a title and a line each. Its words name no style of the document; readers know
 * it by its bookmark as no part of the draft.
 */
export const indexXml = ([title = '', ...lines]: readonly string[], prefix: string, namespace: string): string => {
  const declared = prefix === 'w:' ? '' : ` xmlns:w="${namespace}"`;
  const paragraph = (text: string, properties: string, run: string): string =>
    `<w:p${declared}><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
  const plain =
    '<w:spacing w:before="60" w:after="60" w:line="320" w:lineRule="exact"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/>';
  return [
    `<w:bookmarkStart${declared} w:id="${bookmarkId}" w:name="${indexBookmark}"/>`,
    paragraph(title, `<w:pageBreakBefore/>${plain}`, '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>'),
    ...lines.map((line) => paragraph(line, plain, '<w:sz w:val="21"/><w:szCs w:val="21"/>')),
    `<w:bookmarkEnd${declared} w:id="${bookmarkId}"/>`,
  ].join('');
};

/** Far above the numbers that programs give, which count from 0. */
const bookmarkId = 990_001;
