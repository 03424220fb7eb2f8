import { writeCsv } from '../../readers/csv.ts';
import { widthOf } from './pretty.ts';

/** Formats of commands that print a table. */
export const tableFormats = ['table', 'md', 'csv', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const alignedTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((head, column) => Math.max(widthOf(head), ...rows.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] as number) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return [line(heads), ...rows.map(line)].join('\n');
};

const markdownTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => cell.replace(/[\\|]/g, '\\$&')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
};

/** A table in one of the formats but JSON, whose shape each command gives itself. */
export const formatTable = (
  format: Exclude<TableFormat, 'json'>,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string =>
  format === 'csv' ? writeCsv([heads, ...rows]).trimEnd() : format === 'md' ? markdownTable(heads, rows) : alignedTable(heads, rows);
