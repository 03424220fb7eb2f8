import { WordClass as W } from '../text/lexicon.ts';
import type { Period } from './period.ts';
import type { Sentence } from './sentence.ts';
import type { Token } from './tokens.ts';

/** What the words between an indicator and its figure say of the figure. */
export interface Lead {
  over: boolean;
  under: boolean;
  about: boolean;
  rise: boolean;
  fall: boolean;
  /** 同比, 较上年: growth even without a word of growth. */
  compare: boolean;
  /** 高于40%: the word of comparison stands right before the figure and bounds it. */
  bounds: boolean;
  /** 高于全市: compared with another value than one's own past. */
  exceed: boolean;
  to: boolean;
  from: boolean;
  share: boolean;
  target: boolean;
  estimate: boolean;
  average: boolean;
  /** 同口径, 可比价. */
  adjusted: boolean;
  /** 压减到, 控制在: a plan's number is an upper limit. */
  control: boolean;
  /** A time that belongs to this figure alone. */
  time: Period | null;
  /** The period compared with. */
  compared: Period | null;
  /** 增速, 规模, 排名. */
  aspect: string;
  scope: string;
  /** The verb of the list that the figure goes on. */
  action: string;
}

export const emptyLead = (): Lead => ({
  over: false,
  under: false,
  about: false,
  rise: false,
  fall: false,
  compare: false,
  bounds: false,
  exceed: false,
  to: false,
  from: false,
  share: false,
  target: false,
  estimate: false,
  average: false,
  adjusted: false,
  control: false,
  time: null,
  compared: null,
  aspect: '',
  scope: '',
  action: '',
});

const flags = ['over', 'under', 'about', 'rise', 'fall', 'compare', 'exceed', 'to', 'from', 'share', 'target', 'estimate'] as const;
const leadClasses = flags.reduce((classes, flag) => classes | W[flag], W.link | W.adverb | W.aspect | W.conjunction | W.respectively);
export const adjustedWord = /同口径|可比|扣除|剔除|不变价|实际增/;
const controlWord = /^(?:压减|压缩|缩减|缩小|降|减少|下降|降低|控制|稳定|压控|缩短|减)/;

/** Takes the words apart that stand in [start, t) directly before the figure at `t`, from right to left; gives the end of what is left. */
export const takeLead = (sentence: Sentence, start: number, t: number, lead: Lead): number => {
  const figure = sentence.token(t).figure;
  const ranks = figure?.form === 'rank' || figure?.form === 'streak';
  const end = takeWords(sentence, start, t, lead, ranks);
  return cutComparison(sentence, start, end, lead, figure?.unit?.dimension === 'point');
};

/** 收入比为2.3, as against 收入比上年增长. */
export const isRatioNoun = (sentence: Sentence, index: number): boolean =>
  sentence.has(index, W.compare) && sentence.word(index) === '比' && sentence.has(index + 1, W.link | W.to | W.from);

const runOfMonths = /^连续.{1,3}个?(?:月|季度)$/;
const perHead = /^(?:每[人户亩]|[人户亩]均|每人每[月年]|人均每[月年])$/;

const takeWords = (sentence: Sentence, start: number, t: number, lead: Lead, ranks: boolean): number => {
  const usable = leadClasses | (ranks ? W.rank | W.scope : 0);
  let end = t;
  while (end > start) {
    const index = end - 1;
    const { kind, indicator, classes, partner, start: at, end: upTo } = sentence.token(index);
    if (kind === 'punctuation' && partner !== undefined && partner >= start && partner < index) {
      end = partner;
      continue;
    }
    if (kind === 'time') noteTime(sentence, index, start, lead);
    else if (ranks && kind === 'other' && upTo - at <= 5 && /(?<!强)[省市区县州]$/.test(sentence.word(index)))
      lead.scope ||= sentence.word(index);
    else if (index > start && sentence.has(index - 1, W.link | W.to) && perHead.test(sentence.word(index))) {
      // 标准增加到人均280元
    } else if (index > start && sentence.has(index - 1, W.over) && /^[一两三四五]个$/.test(sentence.word(index))) {
      // 跨越一个千亿台阶
    } else if (ranks && kind === 'other' && runOfMonths.test(sentence.word(index))) {
      // 增速连续9个月居全市首位
    } else if (kind !== 'word' || indicator || isRatioNoun(sentence, index)) break;
    else if (classes & usable && !(classes & W.noun && !(classes & W.aspect))) noteWord(sentence, index, lead, ranks);
    else if (!(classes & W.scope && scopeIsCompared(sentence, index, start))) break;
    else lead.exceed = true;
    end--;
  }
  return end;
};

/** 高于全市, 比全省: a territory as the other side of a comparison. */
const scopeIsCompared = (sentence: Sentence, index: number, start: number): boolean =>
  index > start && (sentence.has(index - 1, W.exceed) || /[比较于]$/.test(sentence.word(index - 1)));

const noteWord = (sentence: Sentence, index: number, lead: Lead, ranks: boolean): void => {
  const { classes }: Token = sentence.token(index);
  const word = sentence.word(index);
  if (classes & W.aspect && (ranks || !lead.aspect)) lead.aspect = word;
  // 以下8个方面 bounds nothing; 确定的15个方面 and 等四大计划 plan nothing.
  const isPlace = /^及?以[上下内]$|^之[上下内]$/.test(word);
  const isNoPlan =
    (classes & W.target) !== 0 &&
    (sentence.word(index + 1) === '的' ||
      /[大项个]$/.test(sentence.word(index - 1)) ||
      (word === '计划' && /^(?:other|quote)$/.test(sentence.at(index - 1)?.kind ?? '')));
  if (!isPlace) for (const flag of flags) if (classes & W[flag] && !(flag === 'target' && isNoPlan)) lead[flag] = true;
  if (classes & W.exceed && sentence.isFigure(index + 1)) lead.bounds = true;
  if (classes & W.scope) lead.scope ||= word;
  if (adjustedWord.test(word)) lead.adjusted = true;
  if (controlWord.test(word)) lead.control = true;
  if (word.includes('年均')) lead.average = true;
};

export const noteTime = (sentence: Sentence, index: number, start: number, lead: Lead): void => {
  const time = sentence.at(index)?.time;
  if (!time) return;
  if (time.average) lead.average = true;
  else if (isCompared(sentence, index, start)) lead.compared = time.periods[0] ?? null;
  else lead.time ??= time.periods[0] ?? null;
};

/** 比2020年…, 较上年…, 与2020年相比, 是2020年的2.8倍: the time names what is compared with. */
export const isCompared = (sentence: Sentence, index: number, start: number): boolean => {
  if (index <= start) return false;
  const before = sentence.word(index - 1);
  if (/(?:比|较|相较于|较之|对比)$/.test(before)) return true;
  // 快于2024年1.8个百分点
  if (sentence.isPlain(index - 1, W.exceed) && sentence.at(index + 1)?.figure?.unit?.dimension === 'point') return true;
  // 较修订后的上年
  if (
    before === '的' &&
    /[比较](?:修订|调整|核定)后的$/.test(sentence.text.slice(Math.max(0, sentence.token(index).start - 6), sentence.token(index).start))
  )
    return true;
  if (/[与同]$/.test(before)) return /^(?:相比|比)/.test(sentence.textAfter(index));
  return /^(?:是|为|相当于)$/.test(before) && /^的(?:\d|[一二两三四五六七八九十])/.test(sentence.textAfter(index));
};

/** …增速比改革前加快, …高于全市平均水平: cuts the comparison off the words [start, end). */
const cutComparison = (sentence: Sentence, start: number, end: number, lead: Lead, isPoint: boolean): number => {
  for (let i = start; i < end; i++) {
    const { kind, classes } = sentence.token(i);
    if (kind !== 'word' || classes & W.noun) continue;
    const word = sentence.word(i);
    const exceeds = (classes & W.exceed) !== 0 && (lead.rise || lead.fall || lead.exceed || isPoint || i > start);
    const compares = (classes & W.compare) !== 0 && !adjustedWord.test(word) && (lead.rise || lead.fall || lead.exceed);
    if (!exceeds && !compares) continue;
    lead.compare = true;
    if (classes & W.exceed) {
      lead.exceed = true;
      if (/[低慢少小后]/.test(word)) lead.fall = true;
    }
    for (let j = i + 1; j < end; j++) {
      const time = sentence.token(j).time;
      if (time) lead.compared = time.periods[0] ?? null;
      if (sentence.has(j, W.scope)) lead.exceed = true;
    }
    return takeBeforeComparison(sentence, start, i, lead);
  }
  return end;
};

/** What stands before a comparison may again be words that only lead up. */
const takeBeforeComparison = (sentence: Sentence, start: number, from: number, lead: Lead): number => {
  let end = from;
  while (end > start) {
    const { kind, indicator, classes } = sentence.token(end - 1);
    if (kind === 'time') noteTime(sentence, end - 1, start, lead);
    else if (kind === 'word' && !indicator && classes & leadClasses && !(classes & W.noun && !(classes & W.aspect))) {
      if (classes & W.aspect) lead.aspect = sentence.word(end - 1);
    } else break;
    end--;
  }
  return end;
};

/** 分别超98.5%和99%: a bound right behind the word holds for all values that have none of their own. */
export const inheritBound = (sentence: Sentence, t: number, lead: Lead, first: Lead, firstAt: number): void => {
  if (lead.over || lead.under || lead.about || !sentence.has(firstAt - 2, W.respectively) || !/^[和、]$/.test(sentence.word(t - 1))) return;
  for (const flag of ['over', 'under', 'about'] as const) lead[flag] = first[flag];
};

/** 分别下降15.7%和17.5%: what leads up to the first figure of a list leads up to all. */
export const inheritLead = (lead: Lead, first: Lead, action: string): void => {
  if (lead.rise || lead.fall || lead.compare || lead.exceed || lead.to || lead.from) return;
  for (const flag of ['rise', 'fall', 'compare', 'exceed', 'to', 'from', 'share', 'average', 'adjusted', 'control', 'estimate'] as const)
    lead[flag] ||= first[flag];
  lead.aspect ||= first.aspect;
  lead.compared ??= first.compared;
  lead.time ??= first.time;
  lead.action = action;
};
