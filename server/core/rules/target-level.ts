import type { IndexedClaim } from '../claims/claim-index.ts';
import { yearOf } from '../claims/period.ts';
import { isVague } from '../claims/subject.ts';
import { passageRule, type RuleContext, type RulePage } from './rule.ts';
import { askOffice, type Base, baseValues, clauseBefore, isTotal, periodName, shortName, totalsOf, yearEarlier } from './support.ts';

/** Words that promise more than there is. 达到…以上 may be a floor, and a floor is policy. */
const rises =
  /(?:(?:提高|提升|增加|扩大|增长|上升|拓展|壮大|发展|延长|跃升|攀升|增|升|扩)(?:到|至|为)|(?:力争)?(?:突破|跨越|迈上|站上|跃上|超过|超))(?:每人每[年月]|人均)?(?:约|近)?$/;

export const page: RulePage = {
  why: {
    zh: '写“突破”“提高到”“增加到”，读者期待比现在多。目标数不高于上年已经达到的数，多半是沿用了上年的目标。增速目标、控制类目标不在此列。',
    en: 'Break through, raise to, add up to: readers expect more than there is. A target at or below what last year reached is mostly last year’s target left standing. Targets on growth, and limits, are policy.',
  },
  setAside: { zh: '上年数口径不同，或今年确有减少的因素。', en: 'Last year’s figure has another scope, or a decline is expected.' },
  examples: {
    wrong: { draft: '新能源汽车产业产值816亿元。\n二、2025年重点工作安排\n新能源汽车产业产值突破800亿元。' },
    right: { draft: '新能源汽车产业产值816亿元。\n二、2025年重点工作安排\n新能源汽车产业产值突破870亿元，能耗控制在520万吨标准煤以内。' },
  },
};

export default passageRule({
  id: 'target-level',
  title: { zh: '新目标不高于已达到的水平', en: 'A new target at or below what is reached' },
  severity: 'warning',
  needs: 'base',
  messages: {
    reached: {
      zh: '{name}目标{stated}：不高于现有的数\n{when}已达{reached}，见{place}\n{ask}目标数；疑沿用了上年目标，或改用“稳定在”',
      en: '{name}, target {stated}: no higher than what is reached\n{reached} was reached already: {place}\nCheck the target; it may be last year’s left standing',
    },
  },
  *check(context) {
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.status !== 'target' || claim.period === null || claim.values.length > 1 || claim.bound === 'under') continue;
      if ((claim.kind !== 'level' && claim.kind !== 'ratio') || claim.role === 'difference' || claim.role === 'from') continue;
      // 超过120户的计划, in the review: a plan of the past.
      if (context.year !== null && claim.period.to < context.year * 12) continue;
      if (claim.indicator?.direction === 'down' || isVague(claim)) continue;
      const phrase = rises.exec(clauseBefore(context.passage.passage.text, claim.start));
      if (!phrase) continue;
      const [base] = reachedBefore(context, entry);
      if (!base) continue;
      const target = (claim.values[0] as number) * claim.factor;
      const reached = (base.claim.values[0] as number) * base.claim.factor;
      // 突破N where N is just reached still promises more.
      const falls = /到|至|为/.test(phrase[0]) ? target <= base.claim.interval.low || target === reached : target < base.claim.interval.low;
      if (!falls || (target === reached && claim.bound !== 'exact')) {
        yield { agree: [entry] };
        continue;
      }
      yield {
        range: { start: entry.start, end: entry.end },
        claim: entry,
        against: base.printed,
        message: 'reached',
        values: {
          name: shortName(claim),
          stated: `${phrase[0].replace('力争', '')}${entry.printed.replace(/^(?:突破|超过?|跨越)/, '')}`,
          when: periodName(base.claim.period, context.year),
          reached: base.printed,
          place: base.place,
          ask: askOffice(claim),
        },
        related: [base.related],
      };
    }
  },
});

/** The value of the year before a target's, by the text first; of a count, whatever verb counts it. */
const reachedBefore = (context: RuleContext, entry: IndexedClaim): Base[] => {
  const { period } = entry.claim;
  const year = yearOf(period);
  if (!period || year === undefined) return [];
  const same = baseValues(context, entry, yearEarlier(period)).filter(({ claim }) => claim.values.length === 1);
  if (same.length > 0 || entry.claim.kind !== 'level' || !isTotal(entry)) return same;
  // What there was a year before that is there still.
  const latest = totalsOf(context, entry, year - 1);
  return latest.length > 0 ? latest : totalsOf(context, entry, year - 2);
};
