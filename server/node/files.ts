import { readdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Files } from '../files.ts';

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** The local file system; paths are file paths. */
export const nodeFiles: Files = {
  async list(folder) {
    try {
      return (await readdir(folder, { withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort();
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  join: (folder, name) => resolve(folder, name),
  parent(path) {
    const folder = dirname(path);
    return folder === path ? undefined : folder;
  },
};
