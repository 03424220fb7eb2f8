import { greatest } from '../../core/lists.ts';
import { neutralize } from '../../core/text/formula.ts';
import { markdownTable } from '../../markdown.ts';
import { writeCsv } from '../../readers/csv.ts';
import { cellText, type Table } from '../../tables/table.ts';
import { widthOf } from './pretty.ts';

/** Formats of commands that print a table. */
export const tableFormats = ['table', 'md', 'csv', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const alignedTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((head, column) => greatest([head, ...rows.map((row) => row[column] ?? '')].map(widthOf)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] as number) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [line(heads), ...rows.map(line)].join('\n');
};

/** A table in one of the formats but JSON, whose shape each command gives itself. */
export const formatTable = (
  format: Exclude<TableFormat, 'json'>,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string =>
  format === 'csv'
    ? writeCsv([heads, ...rows.map((row) => row.map(neutralizeText))]).replace(/\r\n$/, '')
    : format === 'md'
      ? markdownTable(heads, rows)
      : alignedTable(heads, rows);

/** The same of a table that also makes a sheet. */
export const formatSheet = (format: Exclude<TableFormat, 'json'>, { columns, rows }: Table): string =>
  formatTable(
    format,
    columns.map(({ head }) => head),
    rows.map((row) => row.map(cellText)),
  );

/** Several of them under their names. */
export const formatSheets = (format: 'table' | 'md', tables: readonly Table[]): string =>
  tables.map((table) => `${format === 'md' ? '## ' : ''}${table.name}\n\n${formatSheet(format, table)}`).join('\n\n');

/** A number is no formula. */
const neutralizeText = (cell: string): string => (/^[+-]?\d+(?:\.\d+)?%?$/.test(cell) ? cell : neutralize(cell));
