import type { LoadedConfig } from './config.ts';
import type { Files } from './files.ts';
import { comparable } from './uris.ts';

/** A folder of papers, and how people know it. */
export interface Folder {
  path: string;
  called: string;
}

/** Where the papers that a draft is held against lie; undefined where there are none. */
export interface Folders {
  baseline: Folder | undefined;
  data: Folder | undefined;
  /** Those beyond the folders in use that `heshu.json` names or a link leads to, where nobody allowed it: they are not read. */
  outside?: readonly (Folder & { isLink: boolean })[];
}

/** Names of folders beside a draft that need no setting. */
export const folderNames: Record<'baseline' | 'data', readonly string[]> = {
  baseline: ['基期', '基期材料', '上年', '上年材料', '去年', '往年', '往年材料', 'baseline'],
  data: ['数据表', '数据', 'data'],
};

/** Whether a file of a folder may be a draft: tables, hidden files and what office programs keep beside open files are none. */
export const mayBeDraft = (name: string): boolean => /\.(?:docx|docm|zcg|txt|md|html?|pdf)$/i.test(name) && !/^[.~]/.test(name);

/** Whether a file may hold tables alone. */
export const mayBeTables = (name: string): boolean => /\.(?:xlsx|xlsm|csv)$/i.test(name) && !/^[.~]/.test(name);

/** What is called so belongs to the papers beside it, whose region and year it need not say. */
export const attachmentWords = /附[件表录]|名词(?:解释|注释)/;

export const isAttachment = (name: string): boolean => attachmentWords.test(name) && (mayBeDraft(name) || mayBeTables(name));

/**
 * The folders that hold for a draft: those given, else what `heshu.json` names, else one of the usual names beside the
 * draft or beside `heshu.json`. A draft's own folder is never read as a whole: other drafts lie there. A `heshu.json` comes
 * with a folder that somebody sent: what it names, and where links in that folder lead, lies within the folder or one of
 * those `allowed`, or is left alone.
 */
export const findFolders = async (
  files: Files,
  draftFolder: string | undefined,
  { config, folder: configFolder }: Pick<LoadedConfig, 'config' | 'folder'>,
  allowed: readonly string[],
  given: { baseline?: Folder | undefined; data?: Folder | undefined } = {},
): Promise<Folders> => {
  const outside: (Folder & { isLink: boolean })[] = [];
  const roots = [draftFolder, configFolder, ...allowed].filter((root) => root !== undefined);
  /** A folder, unless a link leads from it to where nobody allowed to read. */
  const unlinked = async (folder: Folder): Promise<Folder | undefined> => {
    const path = await leadsOut(files, folder.path, roots);
    if (path === undefined) return folder;
    outside.push({ path, called: folder.called, isLink: true });
    return undefined;
  };
  const find = async (kind: 'baseline' | 'data'): Promise<Folder | undefined> => {
    if (given[kind]) return given[kind];
    const set = config[kind];
    if (set !== undefined && configFolder !== undefined) {
      const folder = { path: files.join(configFolder, set), called: set };
      if ([configFolder, ...allowed].some((root) => isWithin(files, root, folder.path))) return unlinked(folder);
      outside.push({ ...folder, isLink: false });
      return undefined;
    }
    for (const beside of new Set([draftFolder, configFolder])) {
      if (beside === undefined) continue;
      for (const name of folderNames[kind]) {
        const path = files.join(beside, name);
        if ((await files.list(path).catch(() => undefined)) !== undefined) return unlinked({ path, called: name });
      }
    }
    return undefined;
  };
  return { baseline: await find('baseline'), data: await find('data'), ...(outside.length > 0 && { outside }) };
};

const isWithin = (files: Files, root: string, path: string): boolean => {
  const wanted = comparable(files.join(root, '.'));
  for (let at: string | undefined = path; at !== undefined; at = files.parent(at)) if (comparable(at) === wanted) return true;
  return false;
};

/** Where a path leads, if that is beyond all of the folders; undefined where it stays within one or nobody knows of links. */
const leadsOut = async (files: Files, path: string, folders: readonly string[]): Promise<string | undefined> => {
  const real = await files.real?.(path);
  if (real === undefined || comparable(real) === comparable(path)) return undefined;
  for (const folder of folders) if (isWithin(files, (await files.real?.(folder)) ?? folder, real)) return undefined;
  return real;
};

/**
 * The same files, save those that are links to beyond their own folder and the `allowed` ones: they count as not there, and
 * are not written. A folder that somebody sent may hold a `heshu.reviewed.json` that is a link to a file of the user's.
 */
export const withoutLinksOut = (files: Files, allowed: () => readonly string[]): Files => {
  const isLinkOut = async (path: string): Promise<boolean> =>
    (await leadsOut(files, path, [files.parent(path) ?? path, ...allowed()])) !== undefined;
  return {
    ...files,
    read: async (path) => ((await isLinkOut(path)) ? undefined : files.read(path)),
    async write(path, bytes) {
      if (await isLinkOut(path)) throw new Error('是链接，指向文件夹之外，没有写');
      await files.write(path, bytes);
    },
  };
};
