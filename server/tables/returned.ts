import type { ReturnedRow } from '../core/worksheet-answers.ts';
import type { Sheet } from '../readers/tables.ts';
import { answerHeads } from './worksheet.ts';

/** The rows of worksheets that came back, whatever was done to their columns and order; none where the heads are missing. */
export const returnedRows = (file: string, sheets: readonly Sheet[]): ReturnedRow[] =>
  sheets.flatMap(({ rows }) => {
    const head = rows.findIndex((row) => hasHead(row, answerHeads.id) && hasHead(row, answerHeads.settled));
    if (head < 0) return [];
    const columnOf = (name: string): number => (rows[head] as string[]).findIndex((cell) => cell.trim() === name);
    const columns = Object.entries(answerHeads).map(([key, name]) => [key, columnOf(name)] as const);
    return rows.slice(head + 1).flatMap((row, index) => {
      const cells = Object.fromEntries(columns.map(([key, column]) => [key, row[column]?.trim() ?? '']));
      const item = { ...(cells as Omit<ReturnedRow, 'at'>), at: `${file}第${head + index + 2}行` };
      // Whatever became of its number, an answer is not lost.
      return /^n[0-9a-f]{8}$/.test(item.id) || item.settled !== '' || item.opinion !== '' ? [item] : [];
    });
  });

const hasHead = (row: readonly string[], name: string): boolean => row.some((cell) => cell.trim() === name);
