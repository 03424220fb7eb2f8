import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod, yearOf } from '../../claims/period.ts';
import { subjectKey } from '../../claims/subject.ts';
import { type Interval, meets, middle, scale, subtract } from '../../figures/interval.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import {
  type Base,
  baseValues,
  between,
  clauseBefore,
  figureBeside,
  format,
  isStock,
  relateClaim,
  shortName,
  totalsOf,
  yearEarlier,
} from '../support.ts';

/** A level, what it differs from, and by how much the text says so. */
interface DifferenceHeld {
  to: IndexedClaim;
  base: Pick<Base, 'claim' | 'printed' | 'related' | 'certain'> & { place?: string };
  /** From `base` to `to`. */
  implied: Interval;
  /** As the text says, with its sign; undefined where no word tells which way. */
  stated: Interval | undefined;
  /** Whether both stand in the sentence. */
  isInSentence: boolean;
}

/** 多减1.2亿元 is more, 少增200人 less, whichever way the thing itself goes. */
const more = /(?:多[\u4e00-\u9fff]{1,2}|增加|增长|提高|上升|(?<!少)增|多)(?:了|约|近|出)?$/;
const less = /(?:少[增减降][\u4e00-\u9fff]?|减少|下降|降低|压减|(?<!多)减|少)(?:了|约|近)?$/;
/** Words that say what a difference is from: not the plan that stands before it. */
const fromEarlier = /[比较](?:上年|去年|上一年|同期|20\d\d年)|同比/;

/** 比2020年的64个多44个, 由5家增至7家、增加2家, 比上年末减少2.8万人 */
export const differenceHeld = (context: PassageContext, entry: IndexedClaim): DifferenceHeld | undefined => {
  const { claim } = entry;
  if (claim.bound !== 'exact' || claim.period === null || claim.comparison?.other) return undefined;
  const alike = context.claims.filter(
    (other) =>
      other.order < entry.order &&
      other.claim.kind === 'level' &&
      other.claim.dimension === claim.dimension &&
      other.claim.role !== 'difference' &&
      subjectKey(other.claim) === subjectKey(claim) &&
      other.claim.bound === 'exact' &&
      !isWholeOfShare(context, other),
  );
  const before = withoutSiblings(clauseBefore(context.passage.passage.text, claim.start));
  const isPlan = (other: IndexedClaim): boolean =>
    (other.claim.status === 'target' && claim.status !== 'target') ||
    // 比年度计划40亿元多2.5亿元
    /比[^,;。]*(?:计划|目标)(?:的)?$/.test(clauseBefore(context.passage.passage.text, other.claim.start));
  const to = alike.findLast((other) => other.claim.role !== 'from' && !isPlan(other) && samePeriod(other.claim.period, claim.period));
  if (!to) return undefined;
  const inSentence =
    alike.findLast((other) => other !== to && other.order > to.order && !(isPlan(other) && fromEarlier.test(before))) ??
    alike.findLast((other) => other.claim.role === 'from');
  const base = inSentence
    ? { claim: inSentence.claim, printed: inSentence.printed, related: relateClaim(inSentence), certain: true }
    : (baseValues(context, to, claim.comparison?.period ?? yearEarlier(claim.period))[0] ?? stockLastYear(context, to, claim));
  if (!base) return undefined;
  const sign = more.test(before) ? 1 : less.test(before) ? -1 : undefined;
  return {
    to,
    base,
    implied: subtract(to.claim.interval, base.claim.interval),
    stated: sign && scale(claim.interval, sign),
    isInSentence: inSentence !== undefined,
  };
};

/** 累计63家，科技型中小企业412家: whatever verb a list carries on, a stock is what there was of it. */
const stockLastYear = (context: PassageContext, to: IndexedClaim, { comparison, period }: IndexedClaim['claim']): Base | undefined => {
  const year = yearOf(period);
  if (comparison?.period || year === undefined || !isStock(to)) return undefined;
  const totals = totalsOf(context, to, year - 1).filter(({ claim }) => claim.bound === 'exact');
  return new Set(totals.map(({ printed }) => printed)).size === 1 ? totals[0] : undefined;
};

/** 占全长28.6公里的67.8%: what something is a share of. */
const isWholeOfShare = ({ claims }: PassageContext, entry: IndexedClaim): boolean => {
  const next = figureBeside(claims, entry, 1);
  return next?.claim.kind === 'ratio' && between(entry, next) === '的';
};

/** 分别提高30元和300元: the word stands before the first of them. */
const withoutSiblings = (clause: string): string =>
  /分别/.test(clause) ? clause.replace(/(?<=[\u4e00-\u9fff])(?:[\d.]+[\u4e00-\u9fff]{1,4}[、和与及])+$/, '') : clause;

export const checkDifference = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<'difference'>> {
  const held = differenceHeld(context, entry);
  if (!held) return;
  const { claim } = entry;
  const { to, base, implied, isInSentence } = held;
  // The word alone may be wrong (`direction`); what a stock gained or lost since last year is for `stock-flow`.
  if (meets(implied, claim.interval) || meets(scale(implied, -1), claim.interval) || (!isInSentence && isStock(to))) return;
  // 计划403亿元、比上年增加8亿元 below last year: `target-level` says so.
  if (claim.status === 'target' && !isInSentence && held.stated && held.stated.low > 0 && implied.high < 0) return;
  yield {
    claim: entry,
    against: base.printed,
    message: 'difference',
    severity: base.certain ? undefined : 'warning',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: base.printed,
      implied: format(middle(implied) / claim.factor, 2),
      unit: claim.unit,
    },
    related: [base.related],
  };
};
