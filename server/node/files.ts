import type { Stats } from 'node:fs';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Files } from '../files.ts';
import { mostBytes } from '../readers/sniff.ts';

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** A pipe would keep a check waiting, a device would never end: they count as not there. */
const regularFile = async (path: string): Promise<Stats> => {
  const stats = await stat(path);
  if (!stats.isFile()) throw Object.assign(new Error(`${path} is no file`), { code: 'ENOENT' });
  return stats;
};

const firstBytes = async (path: string, length: number): Promise<Uint8Array> => {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

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
      const { size } = await regularFile(path);
      // One byte more tells readers that there is more than they take.
      if (size > mostBytes) return await firstBytes(path, mostBytes + 1);
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async write(path, bytes) {
    // Of a link the file behind it.
    const target = await realpath(path).catch(() => path);
    await mkdir(dirname(target), { recursive: true });
    const mode = await stat(target).then(
      (file) => file.mode,
      () => 0o644,
    );
    // Hidden, so that nobody takes it for a paper; renamed over the file once all of it is on the disk.
    const scratch = join(dirname(target), `.heshu-${crypto.randomUUID()}`);
    try {
      const file = await open(scratch, 'wx', mode);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(scratch, target);
    } catch (error) {
      await rm(scratch, { force: true });
      throw error;
    }
  },
  real: (path) => realpath(path).catch(() => undefined),
  join: (folder, name) => resolve(folder, name),
  parent(path) {
    const folder = dirname(path);
    return folder === path ? undefined : folder;
  },
};
