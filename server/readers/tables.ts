import type { Text } from '../core/rules/rule.ts';
import { decode } from './decode.ts';
import { guarded } from './guarded.ts';
import { saveAs } from './save-as.ts';
import { sniff } from './sniff.ts';

/** One sheet of a workbook, or a CSV file as a whole. */
export interface Sheet {
  name: string;
  /** Texts as they are shown; a row without any is empty. */
  rows: string[][];
}

/** The tables of a CSV file or a workbook, or one line that says why there are none and what to do. */
export const readTables = (name: string, bytes: Uint8Array): Promise<{ sheets: Sheet[] } | { error: Text }> =>
  guarded(async () => {
    const kind = sniff(name, bytes);
    if (kind === 'xlsx') return { sheets: (await import('./office.ts')).readXlsx(bytes) };
    const decoded = decode(bytes);
    if ('error' in decoded) return { error: saveAs(decoded.error, '.xlsx 或 UTF-8 的 .csv', '.xlsx or as .csv in UTF-8') };
    return { sheets: [{ name: name.replace(/\.[^.]+$/, ''), rows: (await import('./csv.ts')).readCsv(decoded.text) }] };
  });
