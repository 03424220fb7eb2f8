import { greatest } from '../lists.ts';

/** A table as a reader gives it: of a CSV file the file's name, of a workbook its sheet's too. Row 1 is `rows[0]`. */
export interface Table {
  name: string;
  rows: readonly (readonly string[])[];
}

export const transpose = ({ name, rows }: Table): Table => {
  const width = greatest(rows.map((row) => row.length));
  return { name, rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '')) };
};
