import type { Claim } from '../claims/claim.ts';
import { isWholeYear } from '../claims/period.ts';
import { matchesIn } from '../text/matches.ts';
import { passageRule, type RulePage } from './rule.ts';
import { clauseBefore, shortName } from './support.ts';

const date = /(?<!\d)(?:((?:19|20)\d\d)年)?(\d{1,2})月(\d{1,2})日(?:(?:至|到|—{1,2}|-|~)(\d{1,2})日)?/g;
const month = /(?:19|20)\d\d年(\d{1,2})月(?!\d)|(?:^|[,;。(])(\d{1,2})月(?:底|末|份|初)/g;
const quarter = /第?([五六七八九5-9])季度/g;
/** Rates that cannot exceed a hundred: so many of all; growth, completion, use of capacity and gross enrolment can. */
const limited =
  /(?:覆盖率|普及率|合格率|达标率|优良率|满意率|满意度|办结率|办复率|答复率|回复率|处置率|处理率|治理率|回收率|破案率|入园率|参保率|知晓率|就诊率|自给率|绿化率|好转率|优良天数比[率例]|收集率|落实率|整改率|签约率|失业率|就业率|占有率|渗透率|(?<!证券|货币|资本|转)化率|网办率|可办率|上线率|接通率|接种率|筛查率|成活率|保存率|巩固率|通达率|通畅率|入户率|持证率|履约率|化解率|交付率|兑付率|交房率|调解率|调解成功率|准点率|正点率|综合利用率)$/;
/** 拨备覆盖率, 移动电话普及率, 加工转化率: of something else than of all. */
const unlimited = /毛|拨备|流动性|电话|手机|宽带|用户|5G/;
const share = /(?:占比|比重|占有率)$/;

export const page: RulePage = {
  why: {
    zh: '覆盖率、合格率、占比等以100%为上限；日历上没有2月30日、13月。超出的多为小数点或数字打错。',
    en: 'Coverage, pass rates and shares end at 100%; the calendar has no 30 February and no 13th month.',
  },
  setAside: { zh: '该比率按定义可以超过100%，且文字已写明。', en: 'The rate may exceed 100% by definition, and the text says so.' },
  examples: {
    wrong: { draft: '城乡居民基本医保参保率达109.2%。' },
    right: { draft: '城乡居民基本医保参保率达99.2%，高中阶段毛入学率达101.3%，规上工业产值增长109.2%。' },
  },
};

export default passageRule({
  id: 'impossible',
  title: { zh: '不可能的数值', en: 'A value that cannot be' },
  severity: 'error',
  needs: 'text',
  messages: {
    rate: {
      zh: '{name}{stated}：超过{limit}%\n{name}按定义不超过{limit}%\n请核小数点和数字',
      en: '{name} {stated}: above {limit}%\nBy definition it cannot exceed {limit}%\nCheck the decimal point and the digits',
    },
    days: {
      zh: '{name}{stated}：一年没有这么多天\n一年最多366天\n请核数字；若为多年累计，请写明',
      en: '{name} {stated}: more days than a year has\nA year has 366 days at most\nCheck the number; if it covers several years, say so',
    },
    date: {
      zh: '“{phrase}”：没有这一天\n{reason}\n请核日期',
      en: '“{phrase}”: no such date\nThe calendar does not have it\nCheck the date',
    },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const entry of context.claims) {
      const { claim } = entry;
      const values = { name: shortName(claim), stated: entry.printed };
      if (exceedsYear(claim) && !/累计|连续/.test(clauseBefore(text, claim.start))) yield { claim: entry, message: 'days', values };
      const limit = limitOf(claim);
      if (limit === undefined || !claim.values.some((value) => value > limit)) continue;
      yield { claim: entry, message: 'rate', values: { ...values, limit: String(limit) } };
    }
    if (!text.includes('月') && !text.includes('季度')) return;
    for (const { start, phrase, reason } of wrongDates(text))
      yield {
        range: context.locate(start, start + phrase.length),
        against: phrase,
        message: 'date',
        values: { phrase, reason },
      };
  },
});

/** What a share or rate of coverage cannot exceed, in per cent; undefined of other figures. */
const limitOf = (claim: Claim): number | undefined => {
  const { indicator, name, aspect } = claim;
  if (claim.unit !== '%' || claim.kind !== 'ratio' || (claim.carried && claim.role !== 'to')) return undefined;
  if (indicator) return indicator.limit;
  return (limited.test(name) && !unlimited.test(name)) || share.test(aspect) ? 100 : undefined;
};

interface WrongDate {
  start: number;
  phrase: string;
  reason: string;
}

const wrongDates = function* (text: string): Generator<WrongDate> {
  for (const match of matchesIn(text, date)) {
    const [phrase, year, of, from, to] = match;
    const days = [from, to].flatMap((day) => (day === undefined ? [] : Number(day)));
    const reason = days.map((day) => dateProblem(year === undefined ? undefined : Number(year), Number(of), day)).find(Boolean);
    if (reason) yield { start: match.index, phrase, reason };
  }
  for (const match of matchesIn(text, month)) {
    const value = Number(match[1] ?? match[2]);
    const phrase = match[0].replace(/^[,;。(]/, '');
    if (value < 1 || value > 12) yield { start: match.index + match[0].length - phrase.length, phrase, reason: '一年只有十二个月' };
  }
  for (const match of matchesIn(text, quarter)) yield { start: match.index, phrase: match[0], reason: '一年只有四个季度' };
};

/** 优良天数373天, of one year. */
const exceedsYear = ({ unit, kind, name, aspect, period, role, values }: Claim): boolean =>
  unit === '天' &&
  kind === 'level' &&
  role !== 'difference' &&
  isWholeYear(period) &&
  /天数|日数/.test(name + aspect) &&
  values.some((value) => value > 366);

const dateProblem = (year: number | undefined, month: number, day: number): string | undefined => {
  if (month < 1 || month > 12) return '一年只有十二个月';
  const leap = year === undefined || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
  return day < 1 || day > days ? `${month}月只有${days}天` : undefined;
};
