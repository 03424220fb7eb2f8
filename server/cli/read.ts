import { basename, resolve } from 'node:path';
import type { Text } from '../core/rules/rule.ts';
import type { Files } from '../files.ts';
import { type Paper, type PaperText, readPaper, wordsOf } from '../readers/paper.ts';
import type { Sheet } from '../readers/tables.ts';
import { UsageError } from './usage.ts';

/** What a file named on the command line holds. */
export const readFile = async (files: Files, cwd: string, path: string): Promise<Exclude<Paper, { error: Text }>> => {
  const bytes = await files.read(resolve(cwd, path)).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path}：读不了（${error.code ?? error.message}）`);
  });
  if (!bytes) {
    const isFolder = (await files.list(resolve(cwd, path))) !== undefined;
    throw new UsageError(isFolder ? `${path}：是文件夹，请指定文件` : `${path}：没有这个文件`);
  }
  const paper = await readPaper(basename(path), bytes);
  if ('error' in paper) throw new UsageError(`${path}：${paper.error.zh}`);
  return paper;
};

/** The tables of a file named on the command line. */
export const readTableFile = async (files: Files, cwd: string, path: string): Promise<Sheet[]> => {
  const paper = await readFile(files, cwd, path);
  if ('text' in paper) throw new UsageError(`${path}：不是表格，应为 xlsx 或 csv`);
  return paper.sheets;
};

/** The words of a file named on the command line; of a workbook or CSV file its tables as a document has them. */
export const readText = async (files: Files, cwd: string, path: string): Promise<PaperText> => wordsOf(await readFile(files, cwd, path));
