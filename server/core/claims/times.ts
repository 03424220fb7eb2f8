import type { Setting } from '../outline/section.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Claim, Role } from './claim.ts';
import { isCompared, type Lead } from './lead.ts';
import { isWholeYear, type Period, samePeriod, spansYears, yearOf, yearPeriod, yearsPeriod } from './period.ts';
import type { Sentence } from './sentence.ts';

/** The time in force while a passage is read: the section's, then whatever the sentence last named. */
export class TimeFrame {
  period: Period | null;
  /** Of a list of years (2022、2023年分别…), all of them. */
  list: readonly (Period | null)[] = [];
  private seen = 0;
  /** What was in force before 其中上半年…, which holds up to the next semicolon. */
  private before: Period | null | undefined;

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    inForce: Period | null,
    /** What the passage hands on. */
    public lasting: Period | null,
  ) {
    this.period = inForce;
  }

  /** Takes in the times before `t`; those from `headStart` on lead up to the figure there. */
  advance(t: number, headStart: number): void {
    const { sentence } = this;
    for (let i = this.seen; i < t; i++) {
      const { time, partner } = sentence.token(i);
      if (this.before !== undefined && sentence.isPunctuation(i, ';')) {
        this.period = this.before;
        this.before = undefined;
      }
      if (partner !== undefined && partner > i && partner < t) {
        i = partner;
        continue;
      }
      if (!time || time.average || isCompared(sentence, i, 0) || this.isAttribute(i)) continue;
      const closed = sentence.isPunctuation(i + 1, ',:');
      const period = time.periods[0] ?? null;
      if (i < headStart && !closed && !(this.opensClause(i) && period && isWholeYears(period))) continue;
      const returns = samePeriod(period, this.setting.period);
      if (time.partial ? sentence.word(i - 1) === '其中' : !returns && this.isInserted(i)) this.before ??= this.period;
      else if (!time.partial) this.before = undefined;
      this.period = period;
      this.list = time.periods;
      if (closed && !time.point && !time.partial && !time.recent && time.periods.length === 1 && this.opensSentence(i))
        this.lasting = period;
    }
    this.seen = Math.max(this.seen, t);
  }

  /** 19.7亿元，2024年核定数为18.1亿元，…: a time within what a semicolon ends does not hold behind it. */
  private isInserted(index: number): boolean {
    if (!this.sentence.isPunctuation(index - 1, ',')) return false;
    for (let i = index - 2; i >= 0 && !this.sentence.isPunctuation(i, ';。:'); i--) if (this.sentence.isFigure(i)) return true;
    return false;
  }

  private opensClause(index: number): boolean {
    return (
      index === 0 || this.sentence.isPunctuation(index - 1, ',;:。(、') || this.sentence.has(index - 1, W.adverb | W.conjunction | W.verb)
    );
  }

  /** Nothing but a heading's mark or a dash stands before it. */
  private opensSentence(index: number): boolean {
    for (let i = 0; i < index; i++)
      if (this.sentence.at(i)?.kind !== 'punctuation' && !this.sentence.has(i, W.conjunction | W.adverb)) return false;
    return true;
  }

  /** 上年的8428个, 与上年一致, 在去年…的基础上: the time belongs to one figure or noun only. */
  private isAttribute(index: number): boolean {
    const { sentence } = this;
    if (sentence.word(index + 1) === '的') return true;
    // 达到2020年356万人次的1.9倍
    if (
      sentence.isFigure(index + 1) &&
      sentence.word(index + 2) === '的' &&
      /^(?:ratio|percent)$/.test(sentence.at(index + 3)?.figure?.unit?.dimension ?? '')
    )
      return true;
    if (this.isInClauseOfNoun(index)) return true;
    // 2024年、2025年、“十五五”期间项目清单: years ahead, in a list that names something.
    const listed = sentence.word(index + 1) === '、' || sentence.word(index - 1) === '、';
    const { period } = this.setting;
    if (listed && period && this.setting.status === 'actual' && (sentence.token(index).time?.periods[0]?.from ?? 0) > period.to)
      return true;
    if (index === 0) return false;
    const before = sentence.word(index - 1);
    // 剔除上年留抵退税因素后
    if (/^(?:剔除|扣除)/.test(before)) return true;
    return (
      /[与同和较比]$/.test(before) ||
      (before === '在' && sentence.textAfter(index).includes('基础上')) ||
      (sentence.has(index - 1, W.from | W.exceed) && !/[至到]/.test(sentence.word(index)))
    );
  }

  /** 抓住去年旅客突破900万人次的势头，…: of the words before 的 only. */
  private isInClauseOfNoun(index: number): boolean {
    const { sentence } = this;
    if (!takesHold.test(sentence.word(index - 1))) return false;
    for (let i = index + 1; !sentence.isPunctuation(i, ',;。') && i < sentence.tokens.length; i++)
      if (sentence.isFigure(i) && sentence.word(i + 1) === '的') return true;
    return false;
  }

  /** The period of a figure; `between` is a time named since the claim before. */
  periodOf(lead: Lead, role: Role, claims: readonly Claim[], between: Period | null, reached: boolean): Period | null {
    const inForce = lead.time ?? this.period;
    if (lead.average) return this.averagePeriod(inForce, claims);
    if (lead.time !== null || !inForce) return inForce;
    // 五年来…达到12万公里 is how it stands at the end.
    if (reached && role !== 'from' && spansYears(inForce)) return yearPeriod(Math.floor(inForce.to / 12));
    if (role === 'from') {
      const year = yearOf(inForce);
      // In a part that tells of several years in turn, 由A提高到B in one of them leaves open since when.
      const compared = claims.findLast((claim) => claim.comparison?.period)?.comparison?.period;
      if (compared && year !== undefined) return compared;
      // 游客由2020年的A增加到B，收入由C增加到D: both since the same year.
      const before = claims.findLast((claim) => claim.role === 'from')?.period;
      if (before && year !== undefined && (yearOf(before) ?? year) < year) return before;
      const section = this.setting.period;
      if (this.setting.mixed && year !== undefined && section && !isWholeYear(section))
        return section.to === inForce.to ? yearPeriod(section.from / 12 - 1) : null;
      if (year !== undefined) return yearPeriod(year - 1);
      return inForce.from % 12 === 0 ? yearPeriod(inForce.from / 12 - 1) : inForce;
    }
    if (role === 'to') {
      if (between) return between;
      if (!isWholeYear(inForce) && inForce.to - inForce.from > 12) return yearPeriod(Math.floor(inForce.to / 12));
    }
    return inForce;
  }

  /** 年均 covers the years from the one after the base to the last; the ends stand in the sentence or are the section's. */
  private averagePeriod(inForce: Period | null, claims: readonly Claim[]): Period | null {
    const first = yearOf(claims.findLast((claim) => claim.role === 'from')?.period ?? null);
    const last = yearOf(claims.findLast((claim) => claim.role === 'to')?.period ?? null);
    if (first !== undefined && last !== undefined && last > first) return yearsPeriod(first + 1, last);
    if (inForce && inForce.to - inForce.from > 12) return inForce;
    // 是2020年的1.9倍，年均增长13.7%
    const base = yearOf(claims.findLast(({ comparison }) => comparison?.period)?.comparison?.period ?? null);
    const year = yearOf(inForce);
    if (base !== undefined && year !== undefined && year - base > 1) return yearsPeriod(base + 1, year);
    const section = this.setting.period;
    return section && section.to - section.from > 12 ? section : fiveYearsTo(inForce);
  }
}

/** What one builds on in a plan. */
const takesHold = /^(?:抓住|抢抓|巩固|保持|延续|发挥|用好|依托|立足|乘着|借助|基于|针对|面对|扭转)$/;

/** 2020年…，年均增长5.8%: where nothing says since when, the five years that reports look back on. */
const fiveYearsTo = (last: Period | null): Period | null => {
  const year = yearOf(last);
  return year === undefined ? last : yearsPeriod(year - 4, year);
};

const isWholeYears = ({ from, to }: Period): boolean => from % 12 === 0 && to % 12 === 11;
