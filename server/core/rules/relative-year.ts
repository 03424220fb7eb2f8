import { yearOf } from '../claims/period.ts';
import { matchesIn } from '../text/matches.ts';
import { passageRule, type RulePage } from './rule.ts';
import { clauseBefore } from './support.ts';

const thisYear = /今年(?:以来|全年|上半年|下半年|前[一二三四五六七八九十\d]+(?:个月|季度)|[1-9一]{1,2}(?:[-—至到~]{1,2}\d{1,2})?月)/g;
/** 今年增速未达预期: a result, in the part that reviews. */
const resultOfYear =
  /今年(?=(?:(?!预计|预期|力争|将|目标任务|确保|计划|要)[^,;。]){2,20}?(?:未达(?:到)?(?:年初)?(?:预期|目标)|未能?(?:如期)?完成|不及预期|低于预期|(?:同比)?(?:增长|下降|达到?|完成)\d))/g;
/** 剩余部分今年上半年交付, 今年6月底前补齐: what is still to come when the report is read out. */
const toCome = /今年\d{0,2}月?[上中下]?[旬底末]?(?:之|以)?前|剩余|其余|余下|尚余|未完成的|将|力争|确保|拟/;
const lastYear = /(?:比|较|与|同)去年(?:同期|底|末)?(?=[增下上提降回多少高低扩缩减相持])|去年同期/g;
/** 在今年24亿元的基础上: nothing is known of the year that begins. */
const onThisYear = /在今年(?=[^,;。]{0,16}的?基础上)/g;
const nextYear = /明年(?=.{0,10}(?:工作|目标|任务|经济社会发展|发展|预期|计划|重点))/g;

export const page: RulePage = {
  why: {
    zh: '初稿多在上年年底起草，那时的“今年”“明年”到人代会宣读时已差一年；回顾部分宜写明年份或用“全年”“比上年”。',
    en: 'Drafts are begun in the year before; 今年 and 明年 are off by one when the report is read out. The review names the year or says 全年, 比上年.',
  },
  setAside: { zh: '确指宣读当年的情况。', en: 'The year of delivery is really meant.' },
  examples: {
    wrong: { draft: '今年以来，全区新增企业3200家。' },
    right: { draft: '2024年以来，全区新增企业3200家。今年是“十四五”收官之年。' },
  },
};

export default passageRule({
  id: 'relative-year',
  title: { zh: '“今年”“去年”“明年”到宣读时会错', en: 'A relative year that will be wrong when the report is read out' },
  severity: 'warning',
  needs: 'text',
  messages: {
    review: {
      zh: '“{phrase}”：宣读时所指年份会错\n本部分回顾{reviewed}年；{year}年宣读时“{word}”指{meant}年\n请改为“{suggestion}”或写明年份',
      en: '“{phrase}”: will point to another year when read out\nThis part reviews {reviewed}; in {year} {word} means {meant}\nSay “{suggestion}” or name the year',
    },
    base: {
      zh: '“{phrase}…的基础上”：宣读时所指年份会错\n{year}年宣读时“今年”指{year}年，全年的数还没有\n所据为上年的数，请改为“去年”或写明年份',
      en: '“{phrase}…” as a base: will point to another year when read out\nIn {year} 今年 means {year}, of which nothing is known yet\nSay 去年 or name the year',
    },
    plan: {
      zh: '“{phrase}”：宣读时所指年份会错\n本部分安排{year}年；{year}年宣读时“明年”指{meant}年\n请改为“今年”或写明年份',
      en: '“{phrase}”: will point to another year when read out\nThis part plans {year}; in {year} 明年 means {meant}\nSay 今年 or name the year',
    },
  },
  *check(context) {
    const { passage } = context.passage;
    const { setting, text } = passage;
    const { year, document } = context;
    // 五年来: what is told of several years ends with the one under review.
    const section = setting.status === 'actual' && setting.period ? Math.floor(setting.period.to / 12) : yearOf(setting.period);
    if (
      year === null ||
      !document.outline.isReport ||
      section === undefined ||
      passage.heading ||
      passage.start < document.outline.bodyStart
    )
      return;
    const report = (match: RegExpMatchArray, message: 'review' | 'plan' | 'base', meant: number, suggestion: string) => ({
      range: context.locate(match.index as number, (match.index as number) + match[0].length),
      against: match[0],
      message,
      values: {
        phrase: match[0],
        word: /去年/.test(match[0]) ? '去年' : '今年',
        year: String(year),
        reviewed: String(year - 1),
        meant: String(meant),
        suggestion,
      },
    });
    if (setting.status === 'actual' && section === year - 1) {
      for (const match of matchesIn(text, thisYear))
        if (match[0].startsWith('今年以来') || !toCome.test(clauseAround(text, match.index)))
          yield report(match, 'review', year, match[0].replace('今年以来', '一年来').replace(/^今年/, ''));
      for (const match of matchesIn(text, resultOfYear)) yield report(match, 'review', year, '去年');
      for (const match of matchesIn(text, lastYear)) yield report(match, 'review', year - 1, match[0].replace('去年', '上年'));
    } else if (setting.status === 'target' && section === year) {
      for (const match of matchesIn(text, nextYear)) yield report(match, 'plan', year + 1, '今年');
      for (const match of matchesIn(text, onThisYear)) yield report(match, 'base', year, '去年');
    }
  },
});

/** The words between the marks before and behind a place. */
const clauseAround = (text: string, at: number): string => clauseBefore(text, at) + (/^[^,;:。]*/.exec(text.slice(at))?.[0] ?? '');
