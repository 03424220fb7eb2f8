import type { LoadedConfig } from './config.ts';
import type { Files } from './files.ts';

/** A folder of papers, and how people know it. */
export interface Folder {
  path: string;
  called: string;
}

/** Where the papers that a draft is held against lie; undefined where there are none. */
export interface Folders {
  baseline: Folder | undefined;
  data: Folder | undefined;
}

/** Names of folders beside a draft that need no setting. */
export const folderNames: Record<keyof Folders, readonly string[]> = {
  baseline: ['基期', '基期材料', '上年', '上年材料', '去年', '往年', '往年材料', 'baseline'],
  data: ['数据表', '数据', 'data'],
};

/** Whether a file of a folder may be a draft: tables, hidden files and what office programs keep beside open files are none. */
export const mayBeDraft = (name: string): boolean => /\.(?:docx|docm|zcg|txt|md|html?|pdf)$/i.test(name) && !/^[.~]/.test(name);

/**
 * The folders that hold for a draft: those given, else what `heshu.json` names, else one of the usual names beside the
 * draft or beside `heshu.json`. A draft's own folder is never read as a whole: other drafts lie there.
 */
export const findFolders = async (
  files: Files,
  draftFolder: string | undefined,
  { config, folder: configFolder }: Pick<LoadedConfig, 'config' | 'folder'>,
  given: { [K in keyof Folders]?: Folder | undefined } = {},
): Promise<Folders> => {
  const find = async (kind: keyof Folders): Promise<Folder | undefined> => {
    if (given[kind]) return given[kind];
    const set = config[kind];
    if (set !== undefined && configFolder !== undefined) return { path: files.join(configFolder, set), called: set };
    for (const beside of new Set([draftFolder, configFolder])) {
      if (beside === undefined) continue;
      for (const name of folderNames[kind]) {
        const path = files.join(beside, name);
        if ((await files.list(path).catch(() => undefined)) !== undefined) return { path, called: name };
      }
    }
    return undefined;
  };
  return { baseline: await find('baseline'), data: await find('data') };
};
