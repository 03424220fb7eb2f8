import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { type Period, samePeriod, yearOf, yearPeriod } from '../claims/period.ts';
import { isVague, normalizeName, wholeKey } from '../claims/subject.ts';
import { matchScore } from '../matching/match.ts';
import { claimsRule, type PassageContext, type Report, type RuleContext, type RulePage } from './rule.ts';
import { differenceHeld } from './share/difference.ts';
import {
  askOffice,
  type Base,
  baseOfClaim,
  baseOfFact,
  baseValues,
  clauseBefore,
  isTotal,
  periodName,
  shortName,
  totalsOf,
  yearEarlier,
} from './support.ts';

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

export default claimsRule({
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
      if (claim.status === 'target' && claim.role === 'difference' && claim.kind === 'level') {
        const found = belowLastYear(context, entry);
        if (found) yield found;
        continue;
      }
      if (claim.status !== 'target' || claim.period === null || claim.values.length > 1 || claim.bound === 'under') continue;
      if ((claim.kind !== 'level' && claim.kind !== 'ratio') || claim.role === 'difference' || claim.role === 'from') continue;
      // 超过120户的计划, in the review: a plan of the past.
      if (context.year !== null && claim.period.to < context.year * 12) continue;
      if (claim.indicator?.direction === 'down' || isVague(claim)) continue;
      const clause = clauseBefore(context.passage.passage.text, claim.start);
      const arrival = rises.exec(clause) ?? arrives.exec(clause);
      const isLikely = arrival && (rises.test(clause) || isYearsAhead(claim, context.year) || isLastTarget(context, entry));
      const phrase = isLikely ? arrival : null;
      if (!phrase) continue;
      const bases = reachedBefore(context, entry);
      const target = (claim.values[0] as number) * claim.factor;
      // 突破N where N is just reached still promises more.
      const isReached = ({ claim: { values, factor, interval } }: Base): boolean => {
        const reached = (values[0] as number) * factor;
        if (target === reached && claim.bound !== 'exact') return false;
        return /到|至|为/.test(phrase[0]) ? target <= interval.low || target === reached : target < interval.low;
      };
      const exact = bases.filter((known) => known.claim.bound === 'exact');
      const base = (exact.length > 0 ? exact : bases).find(isReached);
      if (!base) {
        if (bases.length > 0) yield { agree: [entry] };
        continue;
      }
      yield report(context, entry, base, `${phrase[0].replace('力争', '')}${entry.printed.replace(/^(?:突破|超过?|跨越)/, '')}`);
    }
  },
});

const report = (
  context: RuleContext,
  entry: IndexedClaim,
  base: Pick<Base, 'claim' | 'printed' | 'related'> & { place?: string },
  stated: string,
): Report<'reached'> => ({
  claim: entry,
  against: base.printed,
  message: 'reached',
  values: {
    name: shortName(entry.claim),
    stated,
    when: periodName(base.claim.period, context.year),
    reached: base.printed,
    place: base.place ?? '本句',
    ask: askOffice(entry.claim),
  },
  related: [base.related],
});

/** 投资403亿元、比上年增加8亿元 where last year had 422亿元. */
const belowLastYear = (context: PassageContext, entry: IndexedClaim): Report<'reached'> | undefined => {
  const held = differenceHeld(context, entry);
  if (!held?.stated || held.isInSentence || held.stated.low <= 0 || held.implied.high >= 0) return undefined;
  return report(context, held.to, held.base, `${held.to.printed}、增加${entry.printed}`);
};

/** 到2030年，城镇化率达到52%: what is planned for years ahead of what counts as more the higher it is. */
const isYearsAhead = ({ indicator, period }: Claim, year: number | null): boolean =>
  year !== null && indicator?.direction === 'up' && (yearOf(period) ?? 0) > year;

/** 吞吐量达到4400万吨, to the digit what last year's plan said: a number for all there is, no yearly task. */
const isLastTarget = ({ baseline }: PassageContext, { claim, region }: IndexedClaim): boolean =>
  claim.kind === 'level' &&
  claim.bound === 'exact' &&
  claim.action === '' &&
  baseline
    .targetsYearBefore(region, claim)
    .some((fact) => fact.claim.values[0] === claim.values[0] && fact.claim.unit === claim.unit && fact.claim.bound !== 'under');

const arrives = /(?:达到?|为)(?:约|近)?$/;

/** The value of the year before a target's, or before the draft's; by the text first; of a count, whatever verb counts it. */
const reachedBefore = (context: RuleContext, entry: IndexedClaim): Base[] => {
  const { period } = entry.claim;
  const ahead = isYearsAhead(entry.claim, context.year) ? (yearOf(period) ?? 0) - (context.year as number) : 0;
  const year = yearOf(period) === undefined ? undefined : (yearOf(period) as number) - ahead;
  if (!period || year === undefined) return [];
  const before = ahead > 0 ? yearPeriod(year - 1) : yearEarlier(period);
  const same = [...baseValues(context, entry, before), ...sharesAs(context, entry, before)].filter(
    ({ claim }) => claim.values.length === 1,
  );
  if (same.length === 0 && underThreshold.test(entry.claim.name)) return sameThreshold(context, entry, before);
  if (same.length === 0 && entry.claim.kind === 'ratio') return sharesOfOneWhole(context, entry, before);
  if (same.length > 0 || entry.claim.kind !== 'level' || !isTotal(entry)) return same;
  // What there was a year before that is there still.
  const latest = totalsOf(context, entry, year - 1);
  return latest.length > 0 ? latest : totalsOf(context, entry, year - 2);
};

const underThreshold = /(?<=^[\u4e00-\u9fff]{2,10})\d+(?:\.\d+)?[万亿]?元(?:及)?以上的?[\u4e00-\u9fff]{1,8}$/;

/** 集体经营性收入50万元以上的村增加到130个, where the review, on that income, has 50万元以上的村118个. */
const sameThreshold = ({ index }: RuleContext, { claim, region }: IndexedClaim, period: Period): Base[] => {
  const short = underThreshold.exec(claim.name)?.[0] ?? '';
  const property = claim.name.slice(0, -short.length);
  return index
    .named(region, normalizeName(short))
    .filter(
      (other) =>
        other.claim.kind === claim.kind &&
        other.claim.unit === claim.unit &&
        other.claim.status === 'actual' &&
        other.claim.values.length === 1 &&
        samePeriod(other.claim.period, period) &&
        other.passage.passage.text.slice(0, other.claim.start).includes(property),
    )
    .map(baseOfClaim);
};

/** 本地消纳占比提高到40%, where 本地消纳占发电量的42.9%: the only share of it that is told of. */
const sharesOfOneWhole = ({ index, baseline }: RuleContext, entry: IndexedClaim, period: Period): Base[] => {
  const { claim } = entry;
  if (claim.whole !== '' || claim.unit !== '%' || !/占比|比重/.test(claim.aspect)) return [];
  const isShare = (other: Claim): boolean =>
    other.kind === 'ratio' && other.unit === '%' && other.values.length === 1 && other.status === 'actual' && other.whole !== '';
  const inText = index.about(entry).filter((other) => isShare(other.claim) && samePeriod(other.claim.period, period));
  const facts =
    inText.length > 0
      ? []
      : baseline.about(entry.region, claim).filter((fact) => isShare(fact.claim) && samePeriod(fact.claim.period, period));
  const wholes = new Set([...inText, ...facts].map((other) => wholeKey(other.claim)));
  return wholes.size === 1 ? [...inText.map(baseOfClaim), ...facts.map(baseOfFact)] : [];
};

/** 数字经济核心产业增加值占比提高到7.1%, where 数字经济核心产业增加值占地区生产总值的7.3%: a share that has a name of its own. */
const sharesAs = ({ index, baseline }: RuleContext, { claim, region }: IndexedClaim, period: Period): Base[] => {
  const parts = claim.indicator?.relations.flatMap((relation) => (relation.type === 'quotient' ? [relation.of] : [])) ?? [];
  const isSame = (other: Claim): boolean =>
    other.status === 'actual' && samePeriod(other.period, period) && other.role !== 'difference' && matchScore(claim, other) === 1;
  const inText = parts.flatMap((id) => index.ofSubject(region, id).filter((other) => isSame(other.claim)));
  if (inText.length > 0 || parts.length === 0) return inText.map(baseOfClaim);
  return baseline.facts
    .filter((fact) => fact.region === region && parts.includes(fact.claim.indicator?.id ?? '') && isSame(fact.claim))
    .map(baseOfFact);
};
