import { folderNames } from '../../server/folders.ts';
import type { Role } from '../messages.ts';

/** A file that was dropped or chosen, and what its folder's name says that it is. */
export interface Given {
  file: File;
  role: Role | undefined;
}

/** More than any office lays together: a wrong folder. */
const most = 400;
/** `heshu.json` and what reviewers decided. */
export const settings = /^heshu(?:\.reviewed)?\.json$/;
const known = /\.(?:csv|txt|md|zcg|docx?|docm|wps|xlsx?|xlsm|et|html?|pdf|rtf|ofd)$/i;

/** All files of a drop, those of its folders too. What office programs keep beside open files is left out. */
export const dropped = async ({ items }: DataTransfer): Promise<Given[]> => {
  // Both are there only until the handler returns, so all of them are taken first.
  const taken = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const given: Given[] = [];
  for (const { entry, file } of taken) {
    if (entry) await walk(entry, undefined, given, true);
    else if (file) given.push({ file, role: settings.test(file.name) ? 'setting' : undefined });
  }
  return given;
};

const walk = async (entry: FileSystemEntry, role: Role | undefined, given: Given[], isTop: boolean): Promise<void> => {
  if (given.length >= most || /^(?:\.|~\$)/.test(entry.name)) return;
  if (entry.isFile) {
    const isSetting = settings.test(entry.name);
    if (!isTop && !isSetting && !known.test(entry.name)) return;
    const file = await new Promise<File | undefined>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)));
    if (file) given.push({ file, role: isSetting ? 'setting' : role });
    return;
  }
  for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(inner, roleOf(entry.name) ?? role, given, false);
};

const roleOf = (folder: string): Role | undefined =>
  folderNames.baseline.includes(folder) ? 'paper' : folderNames.data.includes(folder) ? 'sheet' : undefined;

/** A reader gives a hundred at a time, and none at the end. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
};
