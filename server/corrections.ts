import { about } from './core/about.ts';
import { type CorrectionRow, correctionName, withCorrection } from './core/baseline/correction.ts';
import type { Fact } from './core/baseline/fact.ts';
import type { Files } from './files.ts';
import { type Folders, folderNames } from './folders.ts';
import { readTables } from './readers/tables.ts';
import { Unreadable, unwritable } from './readers/unreadable.ts';

/** The folder whose file of corrections holds for a fact: its own, else the other, else a new one for data sheets. */
export const correctionsFolder = (files: Files, { source }: Fact, { baseline, data }: Folders, beside: string): string => {
  const known = source.authority === 'sheet' ? (data ?? baseline) : (baseline ?? data);
  // A new folder of papers would take the place of the packaged baseline; one of sheets adds to it.
  return known?.path ?? files.join(beside, folderNames.data[0] as string);
};

const noFactFile = {
  zh: '表头里没有 low、period 两栏，不是依据表，没有改动',
  en: 'its head has no columns low and period: it is no fact file and stays as it is',
};

/** Puts a row into a folder's file of corrections and gives its address and line, counted from 0. Throws `Unreadable`. */
export const writeCorrection = async (
  files: Files,
  folder: string,
  row: CorrectionRow,
  known: 'replace' | 'keep',
): Promise<{ path: string; line: number }> => {
  const path = files.join(folder, correctionName);
  const bytes = await files.read(path);
  const read = bytes ? await readTables(correctionName, bytes) : { sheets: [] };
  if ('error' in read) throw new Unreadable(about(correctionName, read.error));
  const next = withCorrection(read.sheets[0]?.rows ?? [], row, known);
  if (!next) throw new Unreadable(about(correctionName, noFactFile));
  const { writeCsv } = await import('./readers/csv.ts');
  const text = writeCsv(next.rows);
  await files.write(path, new TextEncoder().encode(text)).catch((error: unknown) => {
    throw unwritable(correctionName, error);
  });
  // A cell with a line break moves the rows behind it.
  const line = writeCsv(next.rows.slice(0, next.at)).split('\r\n').length - 1;
  return { path, line };
};
