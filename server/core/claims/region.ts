import { WordClass as W } from '../text/lexicon.ts';
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
  const match = /(全[国省市区县州球]|世界|[\u4e00-\u9fff]{2,3}(?<!强)[省市区县州])[\u4e00-\u9fff]{0,3}$/.exec(
    sentence.text.slice(Math.max(0, start - 8), start),
  );
  if (match) return match[1] as string;
  return previous?.kind === 'rank' && sentence.text[previous.end] === '、' ? previous.scope : '';
};

/** 平甸县, 嫩川经开区, and no kind of place (社区, 景区, 城市). */
const subArea =
  /^[\u4e00-\u9fff]{2,5}?(?<![级型亿各])(?:县|旗|街道|(?<![地社景小山老城灌牧库校矿湖林街禁辖厂园户灾片心范成])区|(?<![城都股超夜门上])市)(?![、和级区县场民政委域])/;

/** 岚江自贸试验区 */
const zone = /^[\u4e00-\u9fff]{2,6}?(?:自贸(?:试验)?|综合?保税?|自主创新示范|临空经济|合作)区(?![、和内域建])/;

/** 平甸县财力壮大，一般公共预算收入突破5亿元: whose the clauses before say that it is; empty where it is the document's own region. */
export const placeBefore = (sentence: Sentence, t: number, own: string | null): string => {
  if (sentence.text.lastIndexOf(',', sentence.token(t).start) < 0) return '';
  let place = '';
  for (let i = t - 1, behind = false; i >= 0; i--) {
    if (sentence.isPunctuation(i, ';。:')) break;
    if (sentence.isPunctuation(i, ',')) behind = true;
    else if (behind && opensClause(sentence, i)) {
      if (sentence.has(i, W.scope)) return '';
      place = (sentence.at(i)?.kind === 'other' && (subArea.exec(sentence.textFrom(i)) ?? zone.exec(sentence.textFrom(i)))?.[0]) || '';
      if (place) break;
    }
  }
  return own?.startsWith(place.slice(0, -1)) ? '' : place;
};

const leads = /^(?:推动|支持|指导|引导|加快|促进)$/;

const opensClause = (sentence: Sentence, index: number): boolean => {
  const before = leads.test(sentence.word(index - 1)) ? index - 1 : index;
  return before === 0 || sentence.isPunctuation(before - 1, ',;。:');
};

/** …已达2087.4亿元的西湖区, 全国的5.2%: a region named right beside the figure. */
export const regionBeside = (sentence: Sentence, t: number, lead: Lead, own: string | null, ownScope: RegExp): string => {
  // 比全国的5.2%高0.6个百分点, as against 占全国的5.2%
  const before = !lead.share && sentence.word(t - 1) === '的' && sentence.has(t - 2, W.scope) ? sentence.word(t - 2) : '';
  if (before && !ownScope.test(before)) return before;
  const region = /^的([\u4e00-\u9fff]{2,3}[省市区县州])/.exec(sentence.textAfter(t))?.[1] ?? '';
  return region === own ? '' : region;
};
