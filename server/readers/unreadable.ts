import { about } from '../core/about.ts';
import type { Language } from '../core/kept-report.ts';
import type { Text } from '../core/rules/rule.ts';

/** A file that cannot be read or written: one line that says why and what to do. The message is the Chinese one. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(readonly text: Text) {
    super(text.zh);
  }
}

/** Of a file that is there no more, or that another program holds. */
export const cannotRead: Text = {
  zh: '读不到，可能已移走、改名或正被占用',
  en: 'cannot be read: moved, renamed or in use?',
};

export const locked: Text = { zh: '文件有密码，请取消密码后再核', en: 'the file has a password: remove it' };

/** Each bundle has a class of its own: it is known by its name. */
export const isUnreadable = (error: unknown): error is Unreadable => error instanceof Error && error.name === 'Unreadable';

/** What went wrong, in one line. */
export const lineFor = (error: unknown, language: Language): string =>
  isUnreadable(error) ? error.text[language] : error instanceof Error ? error.message : String(error);

/** A file that somebody else holds, or that may not be written. */
export const unwritable = (name: string, error: unknown): Unreadable => {
  const why = error instanceof Error ? error.message : String(error);
  return new Unreadable(about(name, { zh: `写不进去（${why}）`, en: `cannot be written (${why})` }));
};
