import { wordNamespace } from './comments.ts';

const word = `xmlns:w="${wordNamespace}"`;
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Twentieths of a point in a millimetre. */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** The parts of a document in the layout of GB/T 9704: A4, margins 37/35/28/26 mm, 22 lines of 28.95 pt, page numbers outside. */
export const draftParts = (body: string, comments: string): Record<string, string> => ({
  '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${Object.entries(
    partTypes,
  )
    .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${types}.${type}+xml"/>`)
    .join('')}</Types>`,
  '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
  'word/document.xml': `${declaration}<w:document ${word} xmlns:r="${kinds}"><w:body>${body}${section}</w:body></w:document>`,
  'word/_rels/document.xml.rels': relations([
    ['footer', 'footer1.xml'],
    ['footer', 'footer2.xml'],
    ['styles', 'styles.xml'],
    ['settings', 'settings.xml'],
    ['fontTable', 'fontTable.xml'],
    ['comments', 'comments.xml'],
  ]),
  'word/styles.xml': styles,
  'word/settings.xml': `${declaration}<w:settings ${word}><w:evenAndOddHeaders/></w:settings>`,
  'word/fontTable.xml': `${declaration}<w:fonts ${word}>${Object.entries(fallbacks)
    .map(([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/></w:font>`)
    .join('')}</w:fonts>`,
  'word/footer1.xml': footer('right'),
  'word/footer2.xml': footer('left'),
  'word/comments.xml': `${declaration}<w:comments ${word}>${comments}</w:comments>`,
});

const partTypes = {
  document: 'document.main',
  styles: 'styles',
  settings: 'settings',
  fontTable: 'fontTable',
  footer1: 'footer',
  footer2: 'footer',
  comments: 'comments',
};

const relations = (list: readonly [kind: string, target: string][]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${kinds}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/><w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/><w:pgMar w:top="${twips(37)}" w:right="${twips(26)}" w:bottom="${twips(35)}" w:left="${twips(28)}" w:header="${twips(15)}" w:footer="${twips(25)}" w:gutter="0"/></w:sectPr>`;

/** What stands in where an office has not bought the font. */
const fallbacks: Record<string, string> = {
  方正小标宋简体: '方正小标宋_GBK,华文中宋,宋体',
  仿宋_GB2312: '仿宋,方正仿宋_GBK,华文仿宋',
  楷体_GB2312: '楷体,方正楷体_GBK,华文楷体',
  黑体: '方正黑体_GBK,SimHei',
};

const line = '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>';
const font = (name: string, size: number): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
const style = (id: string, name: string, paragraph: string, run: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
const centred = (before: number): string =>
  `<w:spacing w:before="${before}" w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>`;

// 三号 is 16 pt, 二号 22 pt, 四号 14 pt; sizes are in half points.
const styles = `${declaration}<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr>${font('仿宋_GB2312', 32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>${line}<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr></w:style>${[
  style('Title', 'Title', centred(0), font('方正小标宋简体', 44)),
  style('Subtitle', 'Subtitle', centred(0), font('楷体_GB2312', 32)),
  style(
    'TableText',
    'Table Text',
    '<w:spacing w:line="320" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>',
    font('仿宋_GB2312', 24),
  ),
  style('Footer', 'footer', '<w:spacing w:line="320" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>', font('宋体', 28)),
].join('')}</w:styles>`;

/** — 1 — on the outer side, a character from the edge. */
const footer = (side: 'left' | 'right'): string =>
  `${declaration}<w:ftr ${word}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}Chars="100" w:${side}="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="${side}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;
