import { type CorrectionRow, correctionName, withCorrection } from './core/baseline/correction.ts';
import type { Fact } from './core/baseline/fact.ts';
import type { Files } from './files.ts';
import { type Folders, folderNames } from './folders.ts';
import { readTables } from './readers/tables.ts';

/** The folder whose file of corrections holds for a fact: its own, else the other, else a new one for data sheets. */
export const correctionsFolder = (files: Files, { source }: Fact, { baseline, data }: Folders, beside: string): string => {
  const known = source.authority === 'sheet' ? (data ?? baseline) : (baseline ?? data);
  // A new folder of papers would take the place of the packaged baseline; one of sheets adds to it.
  return known?.path ?? files.join(beside, folderNames.data[0] as string);
};

/** Puts a row into a folder's file of corrections and gives its address and line, counted from 0. Throws an error with one line for people. */
export const writeCorrection = async (
  files: Files,
  folder: string,
  row: CorrectionRow,
  known: 'replace' | 'keep',
): Promise<{ path: string; line: number }> => {
  const path = files.join(folder, correctionName);
  const bytes = await files.read(path);
  const read = bytes ? await readTables(correctionName, bytes) : { sheets: [] };
  if ('error' in read) throw new Error(`${correctionName}：${read.error}`);
  const next = withCorrection(read.sheets[0]?.rows ?? [], row, known);
  if (!next) throw new Error(`${correctionName}：表头里没有 low、period 两栏，不是依据表，没有改动`);
  const { writeCsv } = await import('./readers/csv.ts');
  const text = writeCsv(next.rows);
  await files.write(path, new TextEncoder().encode(text)).catch((error: unknown) => {
    throw new Error(`${correctionName}：写不进去（${error instanceof Error ? error.message : String(error)}）`);
  });
  // A cell with a line break moves the rows behind it.
  const line = writeCsv(next.rows.slice(0, next.at)).split('\r\n').length - 1;
  return { path, line };
};
