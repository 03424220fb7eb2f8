import type { ReadPassage } from '../document.ts';
import { readChinese } from '../figures/numerals.ts';
import { matchesIn } from '../text/matches.ts';
import { isVague, normalizeName, subjectKey } from './subject.ts';

/** 连续34个月保持两位数增长: counted on month by month, and no figure of a year. */
export interface MonthRun {
  /** What it is of, and what was achieved in each month. */
  name: string;
  months: number;
  /** Places in the passage. */
  start: number;
  end: number;
}

const run = /连续(\d{1,3}|[一二三四五六七八九十百]{1,4})个月([^,;:。、\d]{2,16})/g;

/** The runs of months that a passage tells of what it has a figure of. */
export const monthRunsIn = ({ passage, claims }: ReadPassage): MonthRun[] => {
  if (!passage.text.includes('个月') || passage.setting.status !== 'actual') return [];
  return matchesIn(passage.text, run).flatMap((match) => {
    const [words, number = '', achieved = ''] = match;
    const start = match.index;
    const of = claims.findLast((claim) => claim.end <= start && claim.name !== '');
    const months = /\d/.test(number) ? Number(number) : (readChinese(number, 0)?.value ?? 0);
    if (!of || isVague(of) || months === 0 || /[;。]/.test(passage.text.slice(of.end, start))) return [];
    const name = `${subjectKey(of)}连续${normalizeName(achieved)}`;
    return [{ name, months, start, end: start + words.length - achieved.length }];
  });
};
