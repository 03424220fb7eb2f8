import type { Claim } from './claim.ts';
import type { Lead } from './lead.ts';
import type { Sentence } from './sentence.ts';

const always = [
  '本地',
  '当地',
  '我们',
  '我局',
  '全域',
  '全社会',
  '辖区',
  '全系统',
  '全行业',
  '全城',
  '境内',
  '本[省市区县]',
  '我[国省市区县州]',
];
const byLevel: [RegExp, string[]][] = [
  [/^全国$/, ['全国', '国内']],
  [/省$/, ['全省', '省内']],
  [/区$/, ['全区', '区内']],
  [/市$/, ['全市', '市内']],
  [/[县旗]$/, ['全[县旗]', '县内']],
  [/[州盟]$/, ['全[州盟]']],
];

/** Territories that mean the document's own region: 全市 in the report of a 市. */
export const ownScopeOf = (region: string | null): RegExp => {
  const own = (region && byLevel.find(([pattern]) => pattern.test(region))?.[1]) || ['全[国省市区县州]'];
  return new RegExp(`^(?:${[...always, ...own].join('|')})$`);
};

/** Among whom a rank is. */
export const rankScope = (sentence: Sentence, t: number, lead: Lead, previous: Claim | undefined): string => {
  if (lead.scope) return lead.scope;
  const { start } = sentence.token(t);
  const match = /(全[国省市区县州球]|世界|[\u4e00-\u9fff]{2,3}[省市区县州])[\u4e00-\u9fff]{0,3}$/.exec(
    sentence.text.slice(Math.max(0, start - 8), start),
  );
  if (match) return match[1] as string;
  return previous?.kind === 'rank' && sentence.text[previous.end] === '、' ? previous.scope : '';
};

/** …已达2087.4亿元的西湖区: a region named right behind the figure. */
export const regionBehind = (sentence: Sentence, t: number, own: string | null): string => {
  const region = /^的([\u4e00-\u9fff]{2,3}[省市区县州])/.exec(sentence.textAfter(t))?.[1] ?? '';
  return region === own ? '' : region;
};
