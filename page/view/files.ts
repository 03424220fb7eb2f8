import { folderNames } from '../../server/folders.ts';
import type { Role } from '../messages.ts';

/** A file that was dropped or chosen, and what its own name or its folder's says that it is. */
export interface Given {
  file: File;
  role: Role | undefined;
}

/** More than any office lays together: a wrong folder. */
const most = 400;
const known = /\.(?:csv|txt|md|zcg|docx?|docm|wps|xlsx?|xlsm|et|html?|pdf|rtf|ofd)$/i;
/** `heshu.json` and what reviewers decided. */
const settings = /^heshu(?:\.reviewed)?\.json$/;

/** A file that somebody named himself. */
export const given = (file: File): Given => ({ file, role: settings.test(file.name) ? 'setting' : undefined });

/** The papers of a folder that was chosen, those of the folders in it too. */
export const chosenFolder = (files: Iterable<File>): Given[] =>
  [...files].flatMap((file) => inFolder(file, file.webkitRelativePath.split('/').slice(0, -1))).slice(0, most);

/** Of a folder's files those that may be papers: not what office programs keep beside open files. */
const inFolder = (file: File, folders: readonly string[]): Given[] => {
  const { name } = file;
  if (settings.test(name)) return [{ file, role: 'setting' }];
  if (/^(?:\.|~\$)/.test(name) || !known.test(name)) return [];
  return [{ file, role: folders.flatMap((folder) => roleOf(folder) ?? []).at(-1) }];
};

const roleOf = (folder: string): Role | undefined =>
  folderNames.baseline.includes(folder) ? 'paper' : folderNames.data.includes(folder) ? 'sheet' : undefined;

/** What Chromium gives for a dropped file or folder; the older entries of folders cannot be read by a page from a file. */
type Handle =
  | { kind: 'file'; name: string; getFile(): Promise<File> }
  | { kind: 'directory'; name: string; values(): AsyncIterable<Handle> };
type Item = DataTransferItem & { getAsFileSystemHandle?: () => Promise<Handle | null> };

/** All files of a drop, those of its folders too. */
export const dropped = async ({ items }: DataTransfer): Promise<Given[]> => {
  // Both are there only until the handler returns, so all of them are taken first.
  const taken = [...items].map((item: Item) => ({
    file: item.getAsFile(),
    handle: item.getAsFileSystemHandle?.().catch(() => null),
  }));
  const files: Given[] = [];
  for (const { file, handle } of taken) {
    const found = await handle;
    if (found?.kind === 'directory') await walk(found, [found.name], files);
    else if (file) files.push(given(file));
  }
  return files;
};

const walk = async (folder: Extract<Handle, { kind: 'directory' }>, path: readonly string[], files: Given[]): Promise<void> => {
  for await (const inner of folder.values()) {
    if (files.length >= most) return;
    if (inner.kind === 'directory') await walk(inner, [...path, inner.name], files);
    else files.push(...inFolder(await inner.getFile(), path));
  }
};
