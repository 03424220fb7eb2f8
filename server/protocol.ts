import type { Language } from './core/rules/run.ts';

/** What a client may tell the server at the start. All of it may be left out. */
export interface InitializationOptions {
  /** Of messages, hovers and completions; Chinese unless told otherwise. */
  language?: Language;
  /** Address of a rule's page, with `{rule}` for its id. */
  rulePage?: string;
  /** Address of the folder of the readers' bundles, without slash at its end: a worker cannot know it. */
  readers?: string;
  /** The client answers `heshu/readFile` and `heshu/listFolder`. */
  servesFiles?: boolean;
}

/** Server → client: the bytes of a file in base64, null where there is none. */
export const readFileRequest = 'heshu/readFile';
/** Server → client: the names of the files in a folder, null where there is no such folder. */
export const listFolderRequest = 'heshu/listFolder';
export interface UriParams {
  uri: string;
}

/** Client → server: checks a document anew and says what came of it; null where it is no draft. */
export const checkRequest = 'heshu/check';
export interface CheckSummary {
  /** `348个数据：一致152 · …` */
  coverage: string;
  /** What the check could not do, one line each. */
  outside: string[];
}
