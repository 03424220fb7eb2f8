import { scanXml } from './markup.ts';
import { type Relation, readRelations, targetOf, textPart } from './office-parts.ts';
import { readFormats, showNumber } from './sheet/formats.ts';
import { emptySheet, mostCells, type RawSheet, scanSheet, tooManyCells } from './sheet/scan.ts';
import type { Sheet } from './tables.ts';
import { Unreadable } from './unreadable.ts';
import { type Archive, openZip } from './zip.ts';

/** Cells of one sheet with empty and merged ones. */
const mostFilled = 4 * mostCells;

/**
 * The visible sheets of a workbook: cells as they are shown, formulas by the value that was saved with them, merged
 * cells filled. What is hidden is left out, save rows that only a filter hides. Throws `Unreadable`.
 */
export const readXlsx = (bytes: Uint8Array): Sheet[] => {
  const archive = openZip(bytes);
  const main = targetOf(readRelations(archive, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const related = readRelations(archive, main);
  const { sheets, from1904 } = readWorkbook(textPart(archive, main));
  const partOf = (kind: string): string | undefined => {
    const target = targetOf(related, kind);
    return target !== undefined && archive.has(target) ? textPart(archive, target) : undefined;
  };
  const strings = readStrings(partOf('sharedStrings'));
  const formats = readFormats(partOf('styles'));
  let cells = 0;
  return sheets.flatMap(({ name, id }): Sheet[] => {
    const raw = sheetPart(archive, related, id);
    if (!raw) return [];
    cells += raw.cells.length;
    if (cells > mostCells) throw new Unreadable(tooManyCells);
    return [{ name, rows: rowsOf(raw, (value, type, style) => showCell(value, type, strings, formats[style] ?? 'General', from1904)) }];
  });
};

const sheetPart = (archive: Archive, related: readonly Relation[], id: string): RawSheet | undefined => {
  const relation = related.find((candidate) => candidate.id === id);
  // A sheet may be a chart.
  if (!relation?.type.endsWith('/worksheet')) return undefined;
  return archive.has(relation.target) ? scanSheet(textPart(archive, relation.target)) : emptySheet();
};

const readWorkbook = (xml: string): { sheets: { name: string; id: string }[]; from1904: boolean } => {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  scanXml(xml, {
    open(name, { date1904, name: sheet, id, state }) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(date1904 ?? '');
      if (name === 'sheet' && !/hidden/i.test(state ?? '')) sheets.push({ name: sheet ?? '', id: id ?? '' });
    },
    close() {},
    words() {},
  });
  return { sheets, from1904 };
};

/** Texts that cells refer to by number; phonetic guides above them are no part. */
const readStrings = (xml: string | undefined): string[] => {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let text = '';
  let inText = false;
  let inGuide = false;
  scanXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inGuide = true;
      else if (name === 't') inText = !inGuide;
    },
    close(name) {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') inGuide = false;
      else if (name === 't') inText = false;
    },
    words(words) {
      if (inText) text += words;
    },
  });
  return strings;
};

type Show = (value: string, type: string, style: number) => string;

const showCell = (value: string, type: string, strings: readonly string[], format: string, from1904: boolean): string => {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return value === '' || Number.isNaN(Number(value)) ? value : showNumber(Number(value), format, from1904);
    default:
      return value;
  }
};

/** A blank or hidden row: it keeps its place, so that rows can be named by number. */
const none: string[] = [];

const rowsOf = (sheet: RawSheet, show: Show): string[][] => {
  const rows: string[][] = [];
  let filled = 0;
  const put = (row: number, column: number, text: string): void => {
    let cells = rows[row];
    // A lonely cell far to the right, in every row: all the empty ones before it count.
    filled += Math.max(1, column - (cells?.length ?? 0));
    if (filled > mostFilled) throw new Unreadable(tooManyCells);
    if (!cells) {
      cells = [];
      rows[row] = cells;
    }
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  for (const { row, column, value, type, style } of sheet.cells) put(row, column, show(value, type, style));
  for (const { top, left, bottom, right } of sheet.merged) {
    const text = rows[top]?.[left];
    if (!text) continue;
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) put(row, column, text);
  }
  const isHidden = (column: number): boolean => sheet.hiddenColumns.some(([from, to]) => column >= from && column <= to);
  const shown: string[][] = [];
  for (let row = 0; row < rows.length; row++) {
    const cells = sheet.hiddenRows.has(row) ? undefined : rows[row]?.filter((_, column) => !isHidden(column));
    shown.push(cells?.some((cell) => cell.trim()) ? cells : none);
  }
  while (shown.at(-1) === none) shown.pop();
  return shown;
};
