import { scanXml } from '../markup.ts';
import { Unreadable } from '../unreadable.ts';

/** A cell as it is stored: rows and columns from 0, `style` into the formats. */
export interface RawCell {
  row: number;
  column: number;
  /** `n` number, `s` number of a shared string, `b`, `e`, `str`, `inlineStr`, `d`. */
  type: string;
  value: string;
  style: number;
}

interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface RawSheet {
  cells: RawCell[];
  merged: Area[];
  hiddenRows: Set<number>;
  /** First and last. */
  hiddenColumns: [number, number][];
}

export const emptySheet = (): RawSheet => ({ cells: [], merged: [], hiddenRows: new Set(), hiddenColumns: [] });

/** Cells with content in a workbook; a data sheet has some thousands. */
export const mostCells = 500_000;
export const tooManyCells = {
  zh: `单元格超过${mostCells / 10_000}万个，请只留要核的数据表再核`,
  en: `more than ${mostCells.toLocaleString('en')} cells: keep only the sheets that are to be checked`,
};

/** Limits of the format itself; a merge beyond `mostMerged` cells is a coloured page, not a value for each. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
const mostMerged = 10_000;
/** No data sheet goes on below this row. */
const lastRow = 200_000;

/** Reads one sheet's XML; throws `Unreadable`. */
export const scanSheet = (xml: string): RawSheet => {
  const sheet = emptySheet();
  let row = -1;
  let column = -1;
  let cell: RawCell | undefined;
  let inValue = false;
  let inGuide = false;
  let isFiltered = false;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        column = -1;
        if (isTrue(attributes.hidden)) sheet.hiddenRows.add(row);
      } else if (name === 'c') {
        const place = readReference(attributes.r);
        column = place?.column ?? column + 1;
        cell = { row: place?.row ?? row, column, type: attributes.t ?? 'n', value: '', style: Number(attributes.s ?? 0) };
      } else if (name === 'v' || name === 't') inValue = cell !== undefined && !inGuide;
      else if (name === 'rPh') inGuide = true;
      else if (name === 'col' && isTrue(attributes.hidden)) hideColumns(sheet, Number(attributes.min), Number(attributes.max));
      else if (name === 'mergeCell') merge(sheet, attributes.ref ?? '');
      else if (name === 'autoFilter') isFiltered = true;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inGuide = false;
      else if (name === 'c' && cell) {
        keep(sheet, cell);
        cell = undefined;
      }
    },
    words(words) {
      if (inValue && cell) cell.value += words;
    },
  });
  // A filter hides rows for the moment; they hold as much as the others.
  if (isFiltered) sheet.hiddenRows.clear();
  return sheet;
};

const keep = ({ cells }: RawSheet, cell: RawCell): void => {
  if (cell.value === '' || !(cell.row >= 0 && cell.row < lastRow && cell.column < mostColumns)) return;
  if (cells.length >= mostCells) throw new Unreadable(tooManyCells);
  cells.push(cell);
};

/** More groups of columns, or merges, than anybody makes. */
const mostAreas = 10_000;

const hideColumns = ({ hiddenColumns }: RawSheet, from: number, to: number): void => {
  if (hiddenColumns.length < mostAreas) hiddenColumns.push([from - 1, to - 1]);
};

const merge = ({ merged }: RawSheet, reference: string): void => {
  const [first, last] = reference.split(':').map(readReference);
  if (!first || !last || last.row < first.row || last.column < first.column) return;
  if ((last.row - first.row + 1) * (last.column - first.column + 1) > mostMerged || merged.length >= mostAreas) return;
  merged.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
};

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** `AB12` → row 11, column 27. */
const readReference = (reference: string | undefined): { row: number; column: number } | undefined => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
  if (!match) return undefined;
  const column = [...(match[1] as string)].reduce((sum, character) => sum * 26 + character.charCodeAt(0) - 64, 0) - 1;
  const row = Number(match[2]) - 1;
  return row >= 0 && row < mostRows && column < mostColumns ? { row, column } : undefined;
};
