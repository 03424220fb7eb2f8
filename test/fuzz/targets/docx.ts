import { readDocx } from '../../../server/readers/docx.ts';
import { isUnreadable } from '../../../server/readers/unreadable.ts';
import { cell, definition, docxParts, instance, list, p, r, table, zipOf } from '../../readers/docx-file.ts';
import { fileOf, seedOf, storedOf } from '../parts.ts';
import { hold, type Target } from '../target.ts';

const names = [
  'word/document.xml',
  'word/numbering.xml',
  'word/styles.xml',
  'word/_rels/document.xml.rels',
  '_rels/.rels',
  '[Content_Types].xml',
];
const levels = [
  { format: 'chineseCounting', text: '%1、' },
  { format: 'decimal', text: '%1.%2', more: '<w:lvlRestart w:val="0"/><w:suff w:val="space"/><w:isLgl/>' },
];
const parts = docxParts(
  p('一季度', list(1)) +
    p(r('甲', '<w:highlight w:val="yellow"/>') + r('乙', '<w:vanish/>'), `<w:pStyle w:val="a"/>${list(1, 1)}`) +
    table([cell('甲', '<w:vMerge w:val="restart"/>'), cell('乙', '<w:gridSpan w:val="2"/>')], [cell('', '<w:vMerge/>'), cell('丙')]) +
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>目录</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>' +
    '<w:p><w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:del><w:r><w:delText>6</w:delText></w:r></w:del><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:br/><w:tab/><w:noBreakHyphen/></w:r></w:p>' +
    '<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>' +
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="目录"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
  {
    numbering: definition(0, levels) + instance(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'),
    styles:
      '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="toc 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  },
);

export const target: Target = {
  seeds: [seedOf(parts, names), storedOf(parts), zipOf(parts)],
  dictionary: [
    ...['w:p', 'w:r', 'w:t', 'w:tbl', 'w:tr', 'w:tc', 'w:ins', 'w:del', 'w:sdt', 'w:sdtContent', 'w:numPr', 'w:lvl'].flatMap((name) => [
      `<${name}>`,
      `</${name}>`,
      `<${name}/>`,
    ]),
    ' w:val="',
    '"-1"',
    '"99999999999"',
    '"NaN"',
    '"1e9"',
    '&#x10FFFF;',
    '&#55296;',
    '&lt;',
    '<![CDATA[',
    ']]>',
    '<!--',
    'chineseCountingThousand',
    'upperRoman',
    'lowerLetter',
    '__proto__',
    'constructor',
    '\u0001',
  ],
  fuzz(data) {
    let read: ReturnType<typeof readDocx>;
    try {
      read = readDocx(fileOf(data, names));
    } catch (error) {
      if (isUnreadable(error)) return;
      throw error;
    }
    const { text, places, highlights } = read;
    for (const ranges of [places, highlights]) {
      let at = 0;
      for (const { start, end } of ranges) {
        hold(start >= at && start < end && end <= text.length, 'ranges follow one another in the text');
        at = end;
      }
    }
    for (const { paragraph, run, content } of places)
      hold(
        paragraph.start <= run.start && run.end <= paragraph.end && run.start <= content.start && content.end <= run.end,
        'a place lies in its run, a run in its paragraph',
      );
  },
};
