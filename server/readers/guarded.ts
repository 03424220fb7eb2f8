import type { Text } from '../core/rules/rule.ts';
import { isUnreadable } from './unreadable.ts';

/** Runs a reader. Whatever it throws becomes one line: no file may bring a check down. */
export const guarded = async <Result>(read: () => Promise<Result>): Promise<Result | { error: Text }> => {
  try {
    return await read();
  } catch (error) {
    return { error: isUnreadable(error) ? error.text : damaged };
  }
};

const damaged: Text = {
  zh: '文件已损坏，读不了，请打开后另存一份再核',
  en: 'the file is damaged and cannot be read: open it and save it anew',
};
