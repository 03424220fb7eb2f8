import { type Cell, type CellStyle, type ColumnDef, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { textColumns } from '../core/text/characters.ts';
import { type CellContent, type Column, cellText, type Table } from '../tables/table.ts';
import { withoutControls } from './xml.ts';

export interface Workbook {
  sheets: readonly Table[];
  /** What stands at the left of every page's foot: program, version, time. */
  footer: string;
}

const line = { style: 'thin' as const, color: { rgb: 'BFBFBF' } };
const border = { top: line, bottom: line, left: line, right: line };
/** `@`: what is typed into such a cell stays as typed, `9.0` keeps its zero. */
const textStyle: CellStyle = { numFmt: '@', border, alignment: { vertical: 'top', wrapText: true } };
const font = { name: '宋体', size: 10 };
const headStyle: CellStyle = {
  numFmt: '@',
  border,
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};

/** A workbook (xlsx) for screen and paper: frozen and repeated heads, filters, A4 landscape, pages numbered. */
export const writeWorkbook = ({ sheets, footer }: Workbook): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map((sheet) => sheetOf(sheet, footer)), defaultFont: font });

const sheetOf = ({ name, columns, rows, frozenColumns = 0 }: Table, footer: string): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>();
  columns.forEach(({ head }, column) => {
    cells.set(`0,${column}`, { value: head, type: 'string', style: headStyle });
  });
  rows.forEach((row, index) => {
    row.forEach((content, column) => {
      cells.set(`${index + 1},${column}`, cellOf(content));
    });
  });
  return {
    name,
    columns: columns.map(({ width }): ColumnDef => ({ width })),
    rows: [[...columns.map(({ head }) => head)], ...rows.map((row) => row.map(plainOf))],
    cells,
    rowDefs: new Map([columns.map(({ head }) => head), ...rows].map((row, index) => [index, { height: heightOf(row, columns) }])),
    freezePane: { rows: 1, ...(frozenColumns > 0 && { columns: frozenColumns }) },
    autoFilter: { range: `A1:${letters(columns.length)}${rows.length + 1}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      margins: { top: 0.6, bottom: 0.7, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: '&L&A', oddFooter: `&L${footer.replace(/&/g, '&&')}&R第&P页，共&N页` },
  };
};

/** Points for as many lines as the fullest cell takes; rows of unknown height are not fitted by every program. */
const heightOf = (row: readonly CellContent[], columns: readonly Column[]): number => {
  const lines = row.map((content, i) =>
    cellText(content)
      .split('\n')
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(textColumns(text) / ((columns[i]?.width ?? 10) - 1))), 0),
  );
  return 13.5 * Math.min(mostLines, Math.max(1, ...lines)) + 3;
};
const mostLines = 12;

const plainOf = (content: CellContent): string | number => (typeof content === 'string' ? withoutControls(content) : content.value);

const cellOf = (content: CellContent): Partial<Cell> =>
  typeof content === 'string'
    ? { value: withoutControls(content), type: 'string', style: textStyle }
    : { value: content.value, type: 'number', style: { ...textStyle, numFmt: formatOf(content.decimals, content.suffix) } };

const formatOf = (decimals: number, suffix: string | undefined): string =>
  `0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${suffix === undefined ? '' : `"${suffix}"`}`;

/** 1 → A, 27 → AA */
const letters = (column: number): string =>
  column > 26 ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);
