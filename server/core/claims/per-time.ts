import { matchesIn } from '../text/matches.ts';

const marks = /(?:平均)?每(?:个)?([年月天日季周])|([日月年周])均|平均|([人户亩])均(?:达到?|约|近|超过?)?$/g;
const clauseEnds = ',;:。';

/**
 * 平均每年新增, 每天接待, 日均: of how much time a level is said — 年, 月, 日, 周, 季, or of whom (劳务收入66.8亿元、人均3.5万元), or 均
 * where only a mean is meant; empty where it is the whole. What belongs to the name (平均工资, 年均浓度) says nothing of it.
 */
export const perTimeOf = (text: string, at: number, name: string): string => {
  let from = at;
  while (from > 0 && at - from < 60 && !clauseEnds.includes(text[from - 1] as string)) from--;
  const words = text.slice(from, at);
  if (!/[每均]/.test(words)) return '';
  const last = matchesIn(name === '' ? words : words.replace(name, ''), marks).at(-1);
  return last ? (last[1] ?? last[2] ?? last[3] ?? '均').replace('天', '日') : '';
};
