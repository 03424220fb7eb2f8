/** A number stays one, shown with `decimals` and a `suffix` behind it; all else is text, also what a spreadsheet would take for a formula or a date. */
export type CellContent = string | { value: number; decimals: number; suffix?: string };

export interface Column {
  head: string;
  /** On a sheet, in characters of the standard font; a Chinese character takes two. */
  width: number;
}

/** A table for people: a sheet of a workbook, a CSV or Markdown text. */
export interface Table {
  /** At most 31 characters, none of `:\/?*[]'`. */
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly CellContent[])[];
  /** Columns that stay in sight when scrolled sideways. */
  frozenColumns?: number;
}

export const cellText = (content: CellContent): string =>
  typeof content === 'string' ? content : `${content.value.toFixed(content.decimals)}${content.suffix ?? ''}`;
