import { isBlank, plain } from './cells.ts';
import { type Column, columnOf } from './columns.ts';
import { type Table, transpose } from './table.ts';

/** Where a sheet's head stands and what its columns are. Rows and columns count from 0. */
export interface Layout {
  head: number;
  /** First row below the head. */
  body: number;
  name: number;
  /** By column; undefined where the head says nothing. */
  columns: readonly (Column | undefined)[];
}

/** Titles and unit lines above a head. */
const headWithin = 12;

/** A table with what stands above it, and whether it had to be turned: indicators side by side instead of below each other. */
export interface LaidOut {
  table: Table;
  layout: Layout;
  /** Rows of one cell above the head: title, unit, date. */
  caption: string[];
  turned: boolean;
}

/** Reads the layout of a table, upright or turned, whichever head says more. Undefined where it has no head of figures. */
export const layOut = (table: Table): LaidOut | undefined => {
  const top = table.rows.findIndex((row) => new Set(row.map(plain).filter(Boolean)).size > 1);
  if (top < 0) return undefined;
  const upright = findLayout(table);
  const turnedTable = turn({ name: table.name, rows: table.rows.slice(top) });
  const turned = findLayout(turnedTable);
  // A merged title fills every column of its row.
  const captionOf = (rows: Table['rows']): string[] =>
    rows.map((row) => [...new Set(row.map(plain).filter(Boolean))].join(' ')).filter(Boolean);
  if (turned && (!upright || knownShare(turned) > knownShare(upright)))
    return { table: turnedTable, layout: turned, caption: captionOf(table.rows.slice(0, top)), turned: true };
  return upright && { table, layout: upright, caption: captionOf(table.rows.slice(0, upright.head)), turned: false };
};

/** Years below each other: their column takes the place of the indicators' names. */
const turn = (table: Table): Table => {
  const { name, rows } = transpose(table);
  const [first = [], ...rest] = rows;
  return /^(?:年份|年度|时期|时间|项目|指标)?$/.test(plain(first[0]))
    ? { name, rows: [['指标', ...first.slice(1)], ...rest] }
    : { name, rows };
};

/** Among many names some look like heads (累计…, 计划总投资), of a head most words do. */
const knownShare = ({ columns }: Layout): number => columns.filter(Boolean).length / columns.length;

/**
 * Finds the head of a table of figures: a row (or two, where cells are merged) that names the indicator's column and at
 * least one of values. Undefined where the table is none.
 */
const findLayout = ({ rows }: Table): Layout | undefined => {
  for (let row = 0; row < Math.min(headWithin, rows.length - 1); row++) {
    const upper = rows[row] as readonly string[];
    const lower = rows[row + 1] as readonly string[];
    const single = layoutOf(upper, row, row + 1);
    const double = isSecondHead(upper, lower) ? layoutOf(joinHeads(upper, lower), row, row + 2) : undefined;
    const found = double ?? single;
    if (found) return found;
  }
  return undefined;
};

const layoutOf = (heads: readonly string[], head: number, body: number): Layout | undefined => {
  const columns = heads.map(columnOf);
  const name = columns.findIndex((column) => column?.role === 'name');
  const hasValues = columns.some((column) => column?.role === 'level' || column?.role === 'growth' || column?.role === 'points');
  return name >= 0 && hasValues ? { head, body, name, columns } : undefined;
};

/** A second line of heads names no indicator and holds words only. */
const isSecondHead = (upper: readonly string[], lower: readonly string[]): boolean => {
  const words = lower.map(plain).filter(Boolean);
  const name = upper.findIndex((cell) => columnOf(cell)?.role === 'name');
  return (
    words.length > 0 &&
    name >= 0 &&
    (isBlank(lower[name]) || plain(lower[name]) === plain(upper[name])) &&
    words.every((word) => columnOf(word) !== undefined || /^[^\d]{1,6}$/.test(word))
  );
};

/** 2024年 over 绝对额 and 增速: a merged cell holds for the blank ones behind it. */
const joinHeads = (upper: readonly string[], lower: readonly string[]): string[] => {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [above, below] = [plain(upper[i]), plain(lower[i])];
    if (above) group = above;
    return below && below !== above ? (above || group) + below : above;
  });
};
