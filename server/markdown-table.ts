import { cellText, type Table } from './tables/table.ts';

/** A table as GitHub's Markdown has it. */
export const markdownTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell) => cell.replace(/[\\|]/g, '\\$&').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
};

/** The same of a table that also makes a sheet. */
export const markdownSheet = ({ columns, rows }: Table): string =>
  markdownTable(
    columns.map(({ head }) => head),
    rows.map((row) => row.map(cellText)),
  );
