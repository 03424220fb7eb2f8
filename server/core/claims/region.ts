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
  const words = sentence.text.slice(Math.max(0, start - 8), start);
  const match =
    /(全[国省市区县州球]|世界)[\u4e00-\u9fff]{0,3}$/.exec(words) ??
    /([\u4e00-\u9fff]{2,3}(?<!强)[省市区县州])[\u4e00-\u9fff]{0,3}$/.exec(words);
  if (match) return match[1] as string;
  // 在全市由第8位上升到第5位
  return previous?.kind === 'rank' && !/[,;。]/.test(sentence.text.slice(previous.end, start)) ? previous.scope : '';
};

const zones = '(?:高新|经开|(?:经济|技术)开发|开发|自贸(?:试验)?|综合?保税?|自主创新示范|临空经济|产业园|工业园|合作)区';
const letter = '(?:(?![全各该本设关化营外])[\\u4e00-\\u9fff])';
/** 高新区, of which there is one */
const zone = new RegExp(`^${zones}`);
/** 平甸县, 嫩川经开区, 岚江自贸试验区, 高新区, and no kind of place (社区, 景区, 城市). */
const part = new RegExp(
  `^(?:${letter}{2,5}?(?<![级型亿各])(?:(?<![贫困大强])县|旗|街道|(?<![地社景小山老城灌牧库校矿湖林街禁辖厂园户灾片心范成陷空置护验能聚集政冲制源])区|(?<![城都股超夜门上])市)|${letter}{0,4}?${zones})(?![、和级区县场民政委域内建])`,
);
/** 望屿经济开发区等四个园区, 五个街道, 各区县 */
const parts =
  /^(?:[\u4e00-\u9fff、]{2,20}?等)?(?:(?:[二两三四五六七八九十]|十[一二三四五六七八九]|\d{1,2})[个大]|各)(?:[国省市][家级])?(?:园区|开发区|街道|区县|县区|县市区|市县|县|镇街|街镇|乡镇|产业园)/;

/** From a place in the text on, figures are of this part of the region; empty: of all of it. */
export interface Turn {
  /** Where the words stand, and where figures are of the place from. */
  start: number;
  from: number;
  place: string;
}

/** The parts of the region that clauses of a sentence turn to: 高新区实现地区生产总值…，增长…. */
export const turnsOf = (sentence: Sentence, own: string | null): Turn[] => {
  const turns: Turn[] = [];
  const turn = (index: number, place: string): void => {
    const { start } = sentence.token(index);
    if (place !== (turns.at(-1)?.place ?? '')) turns.push({ start, from: holdsFrom(sentence, index, start + place.length), place });
  };
  let opens = true;
  sentence.tokens.forEach(({ kind, start }, i) => {
    if (kind === 'punctuation') {
      const mark = sentence.text[start] as string;
      // 高新区实现地区生产总值…；规上工业总产值…: a row that goes on with the next indicator.
      if (mark === '。' || mark === ':' || (mark === ';' && !sentence.at(i + 1)?.indicator)) turn(i, '');
      opens = ',;。:'.includes(mark);
      return;
    }
    if (!opens) return;
    const place = sentence.has(i, W.scope) ? '' : placeAt(sentence, i);
    if (place !== undefined) turn(i, own?.startsWith(place.slice(0, -1)) ? '' : place);
    opens = leads.test(sentence.word(i));
  });
  return turns;
};

const placeAt = (sentence: Sentence, i: number): string | undefined => {
  const words = sentence.textFrom(i);
  const mayName = sentence.at(i)?.kind === 'other' || zone.test(words);
  return (parts.exec(words) ?? (mayName ? part.exec(words) : null))?.[0];
};

/** 平甸县增速居8个县首位: what is said of the place itself, where no verb stands behind it; 高新区实现…: what follows is of it. */
const holdsFrom = (sentence: Sentence, index: number, end: number): number => {
  let i = index;
  while (i < sentence.tokens.length && sentence.token(i).start < end) i++;
  if (sentence.has(i, W.verb) || /[个各等]/.test(sentence.text.slice(sentence.token(index).start, end))) return end;
  while (i < sentence.tokens.length && !sentence.isPunctuation(i, ',;')) i++;
  return sentence.at(i)?.start ?? sentence.text.length;
};

/** Whose a figure is by the clauses down to it; what 潜江、松滋等10个县 counts is not of them. */
export const placeBefore = (turns: readonly Turn[], start: number): string => {
  const turn = turns.findLast((other) => other.start < start);
  return turn && turn.from <= start ? turn.place : '';
};

const leads = /^(?:推动|支持|指导|引导|加快|促进)$/;

/** …已达2087.4亿元的西湖区, 全国的5.2%: a region named right beside the figure. */
export const regionBeside = (sentence: Sentence, t: number, lead: Lead, own: string | null, ownScope: RegExp): string => {
  // 比全国的5.2%高0.6个百分点, as against 占全国的5.2%
  const before = !lead.share && sentence.word(t - 1) === '的' && sentence.has(t - 2, W.scope) ? sentence.word(t - 2) : '';
  if (before && !ownScope.test(before)) return before;
  const region =
    sentence.text[sentence.token(t).end] === '的' ? (/^的([\u4e00-\u9fff]{2,3}[省市区县州])/.exec(sentence.textAfter(t))?.[1] ?? '') : '';
  return region === own ? '' : region;
};
