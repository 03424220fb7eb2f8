import type { IndexedClaim } from '../../claims/claim-index.ts';
import { type Period, samePeriod } from '../../claims/period.ts';
import { isAdjusted, subjectKey } from '../../claims/subject.ts';
import { type Interval, meets, middle, scale, subtract } from '../../figures/interval.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import {
  type Base,
  baseOfFact,
  baseValues,
  between,
  clauseBefore,
  figureBeside,
  format,
  formatRange,
  relateClaim,
  shortName,
  yearEarlier,
} from '../support.ts';
import { recomputed } from './recomputed.ts';

/** Two rates and the points between them, as the text or last year’s paper has them. */
interface PointsHeld {
  to: IndexedClaim;
  base: Pick<Base, 'claim' | 'printed' | 'place' | 'related'>;
  implied: Interval;
  /** Both stand in the sentence, or on a sheet. */
  certain: boolean;
}

/** 由a到b…提高n个百分点, or this year's rate against last year's, n points beside it. */
export const pointsHeld = (context: PassageContext, entry: IndexedClaim): PointsHeld | undefined => {
  const { claim } = entry;
  if (claim.comparison?.other || claim.comparison?.average || claim.bound !== 'exact' || claim.role !== 'value') return undefined;
  if (overLastPlan.test(clauseBefore(context.passage.passage.text, claim.start))) return overLast(context, entry);
  // 高于5%的预期目标0.2个百分点
  if (/(?:目标|预期|计划)(?:值|数)?[高低快慢]?$/.test(clauseBefore(context.passage.passage.text, claim.start))) return undefined;
  const from = context.claims.findLast(
    (other) => other.order < entry.order && other.claim.role === 'from' && other.claim.unit === '%' && isAlike(other, entry),
  );
  const to = rateReached(context, entry, from);
  if (!to || claim.period === null) return undefined;
  const earlier = claim.comparison?.period ?? yearEarlier(claim.period);
  const found = from ? undefined : (baseValues(context, to, earlier)[0] ?? onlyShare(context, to, earlier));
  const base = from ? { claim: from.claim, printed: from.printed, place: '', related: relateClaim(from) } : found;
  if (!base) return undefined;
  const moved = subtract(to.claim.interval, base.claim.interval);
  const implied = narrows(context, entry) && middle(to.claim.interval) < 0 ? scale(moved, -1) : moved;
  return Number.isFinite(middle(implied)) ? { to, base, implied, certain: found?.certain ?? true } : undefined;
};

/** 占比75.5%, where last year's paper has 占一般公共预算收入的74.3% and no other share of it. */
const onlyShare = ({ baseline }: PassageContext, { claim, region }: IndexedClaim, period: Period): Base | undefined => {
  if (claim.kind !== 'ratio' || !(/占比|比重/.test(claim.aspect) || claim.whole !== '')) return undefined;
  const shares = baseline
    .about(region, claim)
    .filter(
      ({ claim: fact }) =>
        fact.kind === 'ratio' &&
        fact.unit === '%' &&
        fact.status === 'actual' &&
        fact.values.length === 1 &&
        samePeriod(fact.period, period),
    );
  const [only] = shares;
  // One of the two leaves its whole to the sentence before it.
  const isSame = only !== undefined && shares.length === 1 && (only.claim.whole === '') !== (claim.whole === '');
  return isSame && (only.claim.whole !== '' || /占比|比重/.test(only.claim.aspect)) ? baseOfFact(only) : undefined;
};

const overLastPlan = /[比较](?:上年|去年)(?:年初|年度|的|预期|增长|计划)*(?:目标|预期|计划)(?:提高|下调|调低|调高|降低|[高低])(?:了)?$/;

/** 增长6%左右，比上年目标低0.5个百分点: this year's plan against last year's, both as printed. */
const overLast = (context: PassageContext, entry: IndexedClaim): PointsHeld | undefined => {
  const to = entry.claim.status === 'target' ? rateReached(context, entry, undefined) : undefined;
  const [fact] = to ? context.baseline.targetsYearBefore(to.region, to.claim) : [];
  if (!to || !fact || fact.claim.values.length > 1) return undefined;
  const moved = (to.claim.values[0] as number) - (fact.claim.values[0] as number);
  return { to, base: baseOfFact(fact), implied: { low: moved, high: moved }, certain: false };
};

/** 下降8.6%，降幅收窄1.1个百分点: what became less is how far it fell. */
const narrows = ({ passage }: PassageContext, { claim }: IndexedClaim): boolean =>
  (claim.values[0] as number) < 0 &&
  /[降跌减]幅[^,;。]{0,8}(?:收窄|缩小|收缩|减小)(?:了|约|近)?$/.test(clauseBefore(passage.passage.text, claim.start));

const isAlike = (a: IndexedClaim, b: IndexedClaim): boolean => subjectKey(a.claim) === subjectKey(b.claim);

/** The rate or share that moved by so many points. */
const rateReached = (context: PassageContext, entry: IndexedClaim, from: IndexedClaim | undefined): IndexedClaim | undefined => {
  const { claim } = entry;
  const isRate = (other: IndexedClaim): boolean =>
    (other.claim.kind === 'ratio' || other.claim.kind === 'change') &&
    other.claim.unit === '%' &&
    other.claim.role !== 'from' &&
    other.claim.values.length === 1 &&
    // 增长5.2%，略低于5.5%左右的预期目标，比上年回落…: not what was planned.
    (other.claim.status === 'target') === (claim.status === 'target') &&
    isAlike(other, entry);
  const isElsewhere = (other: IndexedClaim): boolean =>
    isRate(other) &&
    other.claim.kind === from?.claim.kind &&
    other.claim.status === 'actual' &&
    samePeriod(other.claim.period, claim.period);
  const to =
    context.claims.findLast((other) => other.order < entry.order && isRate(other)) ??
    (from && context.index.about(entry).find(isElsewhere)) ??
    reachedBehind(context, entry);
  // 由A提高到B，提高N个百分点 over five years: the ends are of single years.
  const isSpan = from !== undefined && to?.claim.role === 'to' && to.order === from.order + 1;
  if (!to || !(isSpan || samePeriod(to.claim.period, claim.period)) || to.claim.comparison?.average || isAdjusted(to.claim))
    return undefined;
  // 比重提高 speaks of the share, 增速加快 of the growth.
  const wantsShare = /比重|占比/.test(claim.aspect) || claim.whole !== '';
  const wantsGrowth = /增速|增幅|涨幅/.test(claim.aspect);
  return (wantsShare && to.claim.kind !== 'ratio') || (wantsGrowth && to.claim.kind !== 'change') ? undefined : to;
};

/** 提高2.5个百分点、达到64.5% */
const reachedBehind = ({ claims }: PassageContext, entry: IndexedClaim): IndexedClaim | undefined =>
  [figureBeside(claims, entry, 1)].find(
    (next) =>
      next?.claim.kind === 'ratio' &&
      next.claim.unit === '%' &&
      isAlike(next, entry) &&
      /^[,、](?:已?达到?|升至|降至|为)$/.test(between(entry, next)),
  );

export const checkPoints = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<'points' | 'fix'>> {
  const held = pointsHeld(context, entry);
  if (!held) return;
  const { claim } = entry;
  const { to, base, implied, certain } = held;
  if (meets(implied, claim.interval)) {
    yield { agree: [entry, to] };
    return;
  }
  // The word alone is wrong: `direction` says so.
  if (meets(implied, scale(claim.interval, -1))) return;
  const decimals = Math.min(claim.step, to.claim.step, base.claim.step) < 0.1 ? 2 : 1;
  yield {
    claim: entry,
    against: base.printed,
    message: 'points',
    severity: certain ? undefined : 'warning',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: base.place ? `${base.printed}（${base.place}）` : base.printed,
      implied: format(middle(implied), decimals),
      range: formatRange(implied, 2),
    },
    related: [base.related],
    fix: recomputed(entry, middle(implied)),
  };
};
