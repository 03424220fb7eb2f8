import { escapeXml, zipOf } from './docx-file.ts';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetXml {
  name: string;
  /** XML of the rows. */
  rows: string;
  state?: string;
  /** XML before and after the rows. */
  columns?: string;
  after?: string;
}

/** A cell: a text, or a number with the index of its format. */
export const c = (reference: string, value: string | number, format = 0): string =>
  typeof value === 'number'
    ? `<c r="${reference}" s="${format}"><v>${value}</v></c>`
    : `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;

export const row = (number: number, cells: string[], attributes = ''): string => `<row r="${number}" ${attributes}>${cells.join('')}</row>`;

/** A workbook of these sheets; `formats` are number formats by index, from 1. */
export const xlsx = (sheets: SheetXml[], formats: string[] = [], strings?: string, from1904 = false): Uint8Array =>
  zipOf({
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="b" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>${sheets
      .map((_, index) => `<Relationship Id="s${index}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code).replace(/"/g, '&quot;')}"/>`)
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}<xf numFmtId="10"/><xf numFmtId="57"/></cellXfs></styleSheet>`,
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...Object.fromEntries(
      sheets.map(({ rows, columns = '', after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet>${columns}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  });
