import { UsageError } from './usage.ts';

/** The value of `--year`. */
export const parseYear = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^(?:19|20|21)\d\d$/.test(text)) throw new UsageError(`--year ${text}：应为四位年份`);
  return Number(text);
};
