import { type TableFormat, tableFormats } from './formats/table.ts';
import { UsageError } from './usage.ts';

/** The value of `--format` of a command that prints a table. */
export const parseTableFormat = (text: string): TableFormat => {
  if (!(tableFormats as readonly string[]).includes(text)) throw new UsageError(`--format ${text}：只有 ${tableFormats.join('、')}`);
  return text as TableFormat;
};
