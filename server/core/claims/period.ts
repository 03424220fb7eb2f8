import { readChinese } from '../figures/numerals.ts';
import { isDigit } from '../text/characters.ts';

/** A span of months, both ends included; a month is year × 12 + (month − 1). */
export interface Period {
  from: number;
  to: number;
  /** 2022年至2023年12月底: whole years, but said in months; told so again. */
  inMonths?: true;
}

export const yearPeriod = (year: number): Period => ({ from: year * 12, to: year * 12 + 11 });

export const yearsPeriod = (from: number, to: number): Period => ({ from: from * 12, to: to * 12 + 11 });

export const samePeriod = (a: Period | null, b: Period | null): boolean => a !== null && b !== null && a.from === b.from && a.to === b.to;

/** The year of a period that lies within one; undefined for none and for several years. */
export const yearOf = (period: Period | null): number | undefined => {
  if (!period) return undefined;
  const year = Math.floor(period.from / 12);
  return Math.floor(period.to / 12) === year ? year : undefined;
};

/** Whether it has several years, of which the last may stand for the end of it. */
export const spansYears = (period: Period | null): boolean => period !== null && period.to - period.from >= 24;

export const isWholeYear = (period: Period | null): boolean => period !== null && period.from % 12 === 0 && period.to === period.from + 11;

const two = (number: number): string => String(number).padStart(2, '0');

/** `2023`, `2023-Q3`, `2023-11`, `2023-01/2023-09`, `2021/2025`; null for an unknown period. */
export const formatPeriod = (period: Period | null): string | null => {
  if (!period) return null;
  const [y1, m1, y2, m2] = [Math.floor(period.from / 12), period.from % 12, Math.floor(period.to / 12), period.to % 12];
  if (m1 === 0 && m2 === 11 && !period.inMonths) return y1 === y2 ? `${y1}` : `${y1}/${y2}`;
  if (y1 === y2 && m1 % 3 === 0 && m2 === m1 + 2) return `${y1}-Q${m1 / 3 + 1}`;
  if (period.from === period.to) return `${y1}-${two(m1 + 1)}`;
  return `${y1}-${two(m1 + 1)}/${y2}-${two(m2 + 1)}`;
};

/** The reverse of `formatPeriod`; also reads the forms of fact files (`2023Q3`, `2023M01..M11`, `2021..2025`). Undefined where the text is no period. */
export const parsePeriod = (text: string): Period | undefined => {
  let match = /^(\d{4})$/.exec(text);
  if (match) return yearPeriod(Number(match[1]));
  match = /^(\d{4})(?:\/|\.\.)(\d{4})$/.exec(text);
  if (match) return yearsPeriod(Number(match[1]), Number(match[2]));
  match = /^(\d{4})-?Q([1-4])$/.exec(text);
  if (match) {
    const from = Number(match[1]) * 12 + (Number(match[2]) - 1) * 3;
    return { from, to: from + 2 };
  }
  match = /^(\d{4})[-M](\d\d)(?:(?:\/|\.\.)(?:(\d{4})[-M])?M?(\d\d))?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]) * 12 + Number(match[2]) - 1;
  const to = match[4] ? Number(match[3] ?? match[1]) * 12 + Number(match[4]) - 1 : from;
  return to < from ? undefined : { from, to };
};

/** The same for fact files: forms that no spreadsheet turns into a date. */
export const formatFactPeriod = (period: Period | null): string => {
  const text = formatPeriod(period);
  if (!text) return '';
  const match = /^(\d{4})-(\d\d)(?:\/(\d{4})-(\d\d))?$/.exec(text);
  if (!match) return text.replace('-Q', 'Q').replace('/', '..');
  const [, y1, m1, y2, m2] = match;
  if (!y2) return `${y1}M${m1}`;
  return y1 === y2 ? `${y1}M${m1}..M${m2}` : `${y1}M${m1}..${y2}M${m2}`;
};

/** What years words are relative to: 全年 and 上年 to the section's year, 今年 and 去年 to the document's. */
export interface PeriodBase {
  /** The last year of the section. */
  year: number | null;
  /** The year that 今年 means. */
  now: number | null;
  /** The year that the report reviews: 过去一年, and the last of 五年来. */
  reviewed: number | null;
  /** The period in force: 五年来 is that period where it has five years. */
  section: Period | null;
}

/** Where it does not matter what years words mean. */
export const noTime: PeriodBase = { year: null, now: null, reviewed: null, section: null };

/** A time expression in a passage. `periods` has two or more entries for a list of years (2022、2023年). */
export interface PeriodMention {
  start: number;
  end: number;
  periods: (Period | null)[];
  /** 年均: a mean over the period in force, not a period. */
  average?: boolean;
  /** 今年以来, 截至11月底, 前三季度: a part of a year. */
  partial?: boolean;
  /** 近两年: counted back from now, for what stands right behind. */
  recent?: boolean;
  /** 年底, 月末: a point in time, which holds for one sentence. */
  point?: boolean;
}

const numeralOf = (text: string): number => (/^\d/.test(text) ? Number(text) : (readChinese(text, 0)?.value ?? Number.NaN));
const shift = (year: number | null, by: number): Period | null => (year === null ? null : yearPeriod(year + by));
const months = (year: number | null, from: number, to: number): Period | null =>
  year === null || from < 1 || to > 12 || from > to ? null : { from: year * 12 + from - 1, to: year * 12 + to - 1 };

const match = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

const N = '[0-9]{1,2}|[一二两三四五六七八九十]{1,3}';
const yearRange = /((?:19|20)\d\d)年?(?:—{1,2}|-|~|至|到)((?:19|20)\d\d)(?:年度?|(?![\d.]|[万亿]|[个家亩元人吨户]))/y;
const untilMonth = /((?:19|20)\d\d)年(?:至|到|—|-)((?:19|20)\d\d)年([0-9]{1,2})月(?:底|末)?/y;
const yearList = /((?:19|20)\d\d)年?((?:[、和](?:19|20)\d\d年?)+)(?<=年)/y;
const yearAlone = /((?:19|20)\d\d)年(?:度(?!假|量))?/y;
const chineseYear = /([一二三四五六七八九〇零]{4})年/y;
const withinYear = new RegExp(
  `(上半年|下半年|前三季度|前两个季度|前(?:${N})个?月(?:份)?|第?[一二三四1-4]季度|([0-9]{1,2})月?(?:份)?(?:—{1,2}|-|~|至|到)([0-9]{1,2})月(?:份)?|([0-9]{1,2})月(?:份)?(?:([0-9]{1,2})(?:(?:—|-|~|至|、)[0-9]{1,2})?日)?)(?:底|末|初|中旬|上旬|下旬)?`,
  'y',
);
const plans =
  /[“"]?(九五|十五五|十四五|十三五|十二五|十一五|十五(?=[”"]))[”"]?(?:规划|时期|期间|期末|末期|末|以来|前[一二三四两]年|头[一二三四两]年)?/y;
const planYears: Record<string, [number, number]> = {
  九五: [1996, 2000],
  十五: [2001, 2005],
  十一五: [2006, 2010],
  十二五: [2011, 2015],
  十三五: [2016, 2020],
  十四五: [2021, 2025],
  十五五: [2026, 2030],
};
const yearsPast = new RegExp(
  `(?:近|过去|最近|这|前|上一?|近这)?(${N})年(?:来|间(?!隔))|(?<![达满])(?:近|过去|最近|这|前|头)?(${N})年(?=[累共新转完实投建中总合,]|(?<=[近去这]..)(?!级|期|行动|计划|规划|以[上下]))`,
  'y',
);
/** 今后五年 */
const yearsAhead = new RegExp(`(?:今后|未来)(${N})年`, 'y');
/** 近5个月 */
const monthsPast = new RegExp(`(?:近|过去|最近)(?:${N})个月`, 'y');
/** 五年整理复垦…: in a part that tells of five years. */
/** 10年前2.5个百分点 */
const yearsAgo = new RegExp(`(${N})年前(?=[\\d的])`, 'y');
/** 二、三季度 */
const quarters = /([一二三四])、([二三四])季度/y;
const yearsOfSection = new RegExp(`(${N})年(?![级期制连内代前后级]|行动|计划|规划|以[上下内]|多|左右)`, 'y');
const words =
  /新的?一年|今年以来|今年|去年底?|上年(?!均)度?(?:末|底)?|上一年度?|前年|明年|来年|今明两年|本年度?|当年(?!的)|全年|年均|年末|年底|年初|目前为止|截至目前|目前|本届政府|现在/y;
/** What every time that is written without a numeral contains. */
export const timeMark = /年|目前|本届政府|现在/;
const since = /以来/y;
const byEnd = /[年]?(?:底|末|初)前?/y;
const yearEnd = /(?:年?底|末|初)前?/y;
const asOf = /(?:截至|截止到?|到|至)(?=\d|[一二三四]季度|今年|去年|目前|年底|年末|上年)/y;

/** Which expressions a character may open; one table, one look. */
const Opens = { plan: 1, asOf: 2, digits: 4, months: 8, section: 16, past: 32, pair: 64, within: 128 } as const;
const opens = new Uint8Array(0x10000);
for (const [name, characters] of Object.entries({
  plan: '“"九十',
  asOf: '截到至',
  digits: '一二三四五六七八九〇零',
  months: '近过最',
  section: '二两三四五六七八九十',
  past: '近过最这前上今未一二两三四五六七八九十',
  pair: '一二三',
  within: '上下前第一二三四',
}))
  for (const character of characters) opens[character.charCodeAt(0)]! |= Opens[name as keyof typeof Opens];

/**
 * Reads a time expression that starts at `index` of a folded passage, resolved against `base`.
 * Days give their month; what cannot be resolved gives a null period.
 */
export const readPeriod = (text: string, index: number, base: PeriodBase): PeriodMention | undefined => {
  const first = text.charCodeAt(index);
  if (isDigit(first)) return readNumericPeriod(text, index, base);
  const may = opens[first] as number;
  const mention = (found: RegExpExecArray, period: Period | null, mark?: Mark): PeriodMention =>
    mentionOf(index, index + found[0].length, period, mark);
  const plan = may & Opens.plan ? match(plans, text, index) : null;
  if (plan) {
    const [from, to] = planYears[plan[1] as string] as [number, number];
    const begun = /[前头]([一二三四两])年$/.exec(plan[0]);
    return mention(plan, yearsPeriod(from, begun ? from + numeralOf(begun[1] as string) - 1 : to));
  }
  if (may & Opens.asOf) {
    const prefix = match(asOf, text, index);
    if (!prefix) return undefined;
    const inner = readPeriod(text, index + prefix[0].length, base);
    if (!inner) return undefined;
    const period = inner.periods[0] ?? null;
    const month = period && period.from === period.to;
    // 截至11月底 covers the year so far.
    return month && text[index] === '截'
      ? { ...inner, start: index, periods: [{ from: period.from - (period.from % 12), to: period.to }], partial: true }
      : { ...inner, start: index };
  }
  const chinese = may & Opens.digits ? match(chineseYear, text, index) : null;
  const year = chinese && readChinese(chinese[1] as string, 0)?.value;
  if (chinese && year && year > 1900 && year < 2100) return mention(chinese, yearPeriod(year));
  const monthly = may & Opens.months ? match(monthsPast, text, index) : null;
  if (monthly) return mention(monthly, null, 'partial');
  const whole = may & Opens.section && !/[第续]/.test(text[index - 1] ?? '') ? match(yearsOfSection, text, index) : null;
  if (whole && base.section && base.section.to - base.section.from + 1 === numeralOf(whole[1] as string) * 12)
    return mention(whole, base.section);
  const past = may & Opens.past ? match(yearsPast, text, index) : null;
  if (past) {
    const count = numeralOf((past[1] ?? past[2]) as string);
    const { section, reviewed } = base;
    const isSection = count > 1 && section !== null && section.to - section.from + 1 === count * 12;
    const period = isSection ? section : reviewed === null ? null : yearsPeriod(reviewed - count + 1, reviewed);
    return mention(past, period, /^(?:近|最近)/.test(past[0]) ? 'recent' : undefined);
  }
  const ahead = may & Opens.past ? match(yearsAhead, text, index) : null;
  if (ahead) return mention(ahead, base.now === null ? null : yearsPeriod(base.now, base.now + numeralOf(ahead[1] as string) - 1));
  const ago = may & (Opens.digits | Opens.section) ? match(yearsAgo, text, index) : null;
  if (ago) return mention(ago, shift(base.year, -numeralOf(ago[1] as string)));
  const pair = may & Opens.pair ? match(quarters, text, index) : null;
  if (pair && base.year !== null) {
    const [from, to] = [numeralOf(pair[1] as string), numeralOf(pair[2] as string)];
    return mention(pair, months(base.year, from * 3 - 2, to * 3), 'partial');
  }
  const part = may & Opens.within ? match(withinYear, text, index) : null;
  if (part) return mention(part, resolveWithin(part, base.year), 'partial');
  const word = match(words, text, index);
  return word ? readWord(text, index, word[0], base) : undefined;
};

type Mark = 'average' | 'partial' | 'recent' | 'point';

const mentionOf = (start: number, end: number, period: Period | null, mark?: Mark): PeriodMention => {
  const mention: PeriodMention = { start, end, periods: [period] };
  if (mark) mention[mark] = true;
  return mention;
};

const readWord = (text: string, index: number, word: string, base: PeriodBase): PeriodMention => {
  let end = index + word.length;
  const mention = (period: Period | null, mark?: Mark): PeriodMention => mentionOf(index, end, period, mark);
  const sectionYear = base.year;
  if (word === '年均') return mention(null, 'average');
  if (word === '当年') {
    // 2022年…占当年地区生产总值的4.57%: the year that the sentence named.
    const named = text
      .slice(Math.max(0, index - 120), index)
      .match(/(?:19|20)\d\d(?=年)/g)
      ?.at(-1);
    return mention(shift(named === undefined ? sectionYear : Number(named), 0));
  }
  if (word === '全年' || word.startsWith('本年')) return mention(shift(sectionYear, 0));
  if (/^(?:年末|年底|年初|目前|截至目前|目前为止|现在|本届政府)$/.test(word)) return mention(base.section, 'point');
  if (word === '今明两年') return mention(base.now === null ? null : yearsPeriod(base.now, base.now + 1));
  if (word === '今年以来') return mention(shift(base.now, 0));
  const year =
    word === '今年' || (/^新/.test(word) && base.now !== base.reviewed)
      ? shift(base.now, 0)
      : word.startsWith('去年')
        ? shift(base.now, -1)
        : word === '前年'
          ? shift(base.now, -2)
          : word === '明年' || word === '来年' || /^新/.test(word)
            ? shift(base.now, 1)
            : shift(sectionYear, -1);
  const inner = match(withinYear, text, end);
  if (inner && year) {
    end += inner[0].length;
    return mention(resolveWithin(inner, year.from / 12), 'partial');
  }
  const tail = match(byEnd, text, end);
  if (tail && !/[前后]/.test(text[end + tail[0].length] ?? '')) end += tail[0].length;
  return mention(year);
};

/** What follows the one or two digits of a month, a day or a run of years. */
const behindShort = '月份年—-~至到';

const readNumericPeriod = (text: string, index: number, base: PeriodBase): PeriodMention | undefined => {
  if (text.startsWith('20', index) || text.startsWith('19', index)) {
    const year = readYears(text, index, base);
    if (year) return year;
  }
  const end = index + (isDigit(text.charCodeAt(index + 1)) ? 2 : 1);
  if (end === text.length || !behindShort.includes(text[end] as string)) return undefined;
  const mention = (found: RegExpExecArray, period: Period | null, mark?: Mark): PeriodMention =>
    mentionOf(index, index + found[0].length, period, mark);
  const inner = match(withinYear, text, index);
  if (inner) return mention(inner, resolveWithin(inner, base.year), 'partial');
  const ago = match(yearsAgo, text, index);
  if (ago) return mention(ago, shift(base.year, -numeralOf(ago[1] as string)));
  const past = match(yearsPast, text, index);
  if (!past || past[0].length <= 2) return undefined;
  const count = numeralOf((past[1] ?? past[2]) as string);
  return mention(past, base.reviewed === null ? null : yearsPeriod(base.reviewed - count + 1, base.reviewed));
};

/** 2025年, 2021—2025年, 2022、2023年, 2025年1—11月, 2020年以来. */
const readYears = (text: string, index: number, base: PeriodBase): PeriodMention | undefined => {
  const mention = (found: RegExpExecArray, period: Period): PeriodMention => mentionOf(index, index + found[0].length, period);
  const until = match(untilMonth, text, index);
  if (until) return mention(until, { from: Number(until[1]) * 12, to: Number(until[2]) * 12 + Number(until[3]) - 1, inMonths: true });
  const range = match(yearRange, text, index);
  if (range && Number(range[1]) < Number(range[2])) return mention(range, yearsPeriod(Number(range[1]), Number(range[2])));
  const list = match(yearList, text, index);
  if (list) {
    const years = list[0].match(/\d{4}/g) as string[];
    return { start: index, end: index + list[0].length, periods: years.map((year) => yearPeriod(Number(year))) };
  }
  const alone = match(yearAlone, text, index);
  if (!alone) return undefined;
  const year = Number(alone[1]);
  const end = index + alone[0].length;
  const inner = match(withinYear, text, end);
  // 2022年至2023年12月底 is handled where the first year is read.
  if (inner && !isDigit(text.charCodeAt(end + inner[0].length)))
    return mentionOf(index, end + inner[0].length, resolveWithin(inner, year), 'partial');
  const sinceThen = match(since, text, end);
  if (sinceThen)
    return mentionOf(
      index,
      end + sinceThen[0].length,
      base.year !== null && base.year > year ? yearsPeriod(year, base.year) : yearPeriod(year),
    );
  const tail = match(yearEnd, text, end);
  return tail ? mentionOf(index, end + tail[0].length, yearPeriod(year), 'point') : mention(alone, yearPeriod(year));
};

const resolveWithin = (inner: RegExpExecArray, year: number | null): Period | null => {
  const [, word = '', rangeFrom, rangeTo, month] = inner;
  if (rangeFrom) return months(year, Number(rangeFrom), Number(rangeTo));
  if (month) return months(year, Number(month), Number(month));
  if (word.startsWith('上半年')) return months(year, 1, 6);
  if (word.startsWith('下半年')) return months(year, 7, 12);
  if (word === '前三季度') return months(year, 1, 9);
  if (word === '前两个季度') return months(year, 1, 6);
  const count = /前(.{1,3}?)个?月/.exec(word);
  if (count) return months(year, 1, numeralOf(count[1] as string));
  const quarter = numeralOf((/第?([一二三四1-4])季度/.exec(word) as RegExpExecArray)[1] as string);
  return months(year, quarter * 3 - 2, quarter * 3);
};
