import { realpath } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../files.ts';
import { nodeFiles } from './files.ts';

const uriOf = (path: string): string => pathToFileURL(path).href;

/** The local file system; paths are `file:` URIs. */
export const uriFiles: Files = {
  list: (folder) => nodeFiles.list(fileURLToPath(folder)),
  read: (path) => nodeFiles.read(fileURLToPath(path)),
  write: (path, bytes) => nodeFiles.write(fileURLToPath(path), bytes),
  async real(uri) {
    const path = await realpath(fileURLToPath(uri)).catch(() => undefined);
    return path === undefined ? undefined : uriOf(path);
  },
  join: (folder, name) => uriOf(nodeFiles.join(fileURLToPath(folder), name)),
  parent(path) {
    const folder = nodeFiles.parent(fileURLToPath(path));
    return folder === undefined ? undefined : uriOf(folder);
  },
};
