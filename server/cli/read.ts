import { resolve } from 'node:path';
import type { Files } from '../files.ts';
import { decode } from '../readers/decode.ts';
import { UsageError } from './usage.ts';

/** The text of a file named on the command line. */
export const readText = async (files: Files, cwd: string, path: string): Promise<string> => {
  const bytes = await files.read(resolve(cwd, path)).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path}：读不了（${error.code ?? error.message}）`);
  });
  if (!bytes) {
    const isFolder = (await files.list(resolve(cwd, path))) !== undefined;
    throw new UsageError(isFolder ? `${path}：是文件夹，请指定文件` : `${path}：没有这个文件`);
  }
  const decoded = decode(bytes);
  if ('error' in decoded) throw new UsageError(`${path}：${decoded.error}，请另存为 txt 再核`);
  return decoded.text;
};
