import { isUnreadable } from '../../../server/readers/unreadable.ts';
import { readXlsx } from '../../../server/readers/xlsx.ts';
import { fileOf, seedOf, storedOf } from '../parts.ts';
import { hold, type Target } from '../target.ts';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const names = [
  'xl/worksheets/sheet1.xml',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  '_rels/.rels',
  'xl/worksheets/sheet2.xml',
];
const formats = ['0.0%', '#,##0.00_ ;[红色]-#,##0.00', 'yyyy"年"m"月"', '[>=10000]0.0,"万";General', '0.0E+0', '# ?/?', '@', '[h]:mm'];
const parts: Record<string, string> = {
  '_rels/.rels': `<Relationships><Relationship Id="r" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    '<workbook><workbookPr date1904="1"/><sheets><sheet name="表" r:id="a"/><sheet name="另" r:id="b" state="visible"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships>${[
    ['a', 'worksheet', 'worksheets/sheet1.xml'],
    ['b', 'worksheet', '/xl/worksheets/sheet2.xml'],
    ['c', 'styles', 'styles.xml'],
    ['d', 'sharedStrings', 'sharedStrings.xml'],
  ]
    .map(([id, type, to]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${to}"/>`)
    .join('')}</Relationships>`,
  'xl/styles.xml': `<styleSheet><numFmts>${formats
    .map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replace(/>/g, '&gt;').replace(/"/g, '&quot;')}"/>`)
    .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': '<sst><si><t>指标</t></si><si><r><t>亿</t></r><rPh><t>yi</t></rPh><r><t>元</t></r></si></sst>',
  'xl/worksheets/sheet1.xml': `<worksheet><cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>2024年</t></is></c></row><row r="2" hidden="1">${formats
    .map((_, i) => `<c s="${i + 1}"><v>45678.9</v></c>`)
    .join(
      '',
    )}</row><row><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c><f>1+1</f><v>2</v></c></row></sheetData><autoFilter/><mergeCells><mergeCell ref="A1:A3"/></mergeCells></worksheet>`,
  'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row r="9"><c r="ZZ9"><v>-1e-9</v></c></row></sheetData></worksheet>',
};

export const target: Target = {
  seeds: [seedOf(parts, names), storedOf(parts)],
  dictionary: [
    '<row>',
    '<row r="1048576">',
    '<c r="XFD1"><v>1</v></c>',
    '<c s="1"><v>1e308</v></c>',
    '<v>-0</v>',
    '<v>2958466</v>',
    '<mergeCell ref="A1:XFD9"/>',
    ' hidden="1"',
    'formatCode="',
    '[DBNum1]',
    '[$-804]',
    'General',
    'yyyy',
    'aaaa',
    '?/?',
    '0.0,,',
    '"NaN"',
    '"-1"',
    '\u0001',
  ],
  fuzz(data) {
    let sheets: ReturnType<typeof readXlsx>;
    try {
      sheets = readXlsx(fileOf(data, names));
    } catch (error) {
      if (isUnreadable(error)) return;
      throw error;
    }
    for (const { name, rows } of sheets) {
      hold(typeof name === 'string', 'a sheet has a name');
      for (let row = 0; row < rows.length; row++) {
        const cells = rows[row] as string[];
        hold(Array.isArray(cells), 'no row is missing');
        for (let column = 0; column < cells.length; column++) hold(typeof cells[column] === 'string', 'every cell is a text');
      }
    }
  },
};
