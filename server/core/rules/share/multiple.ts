import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { subjectKey } from '../../claims/subject.ts';
import { divide, meets, middle } from '../../figures/interval.ts';
import { printedValue } from '../../figures/printed.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import {
  type Base,
  baseOfClaim,
  baseValues,
  between,
  format,
  formatRange,
  isAmount,
  isLevel,
  relateClaim,
  shortName,
  twoBefore,
} from '../support.ts';

/** 是2022年的2.8倍 */
export const checkMultiple = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<'multiple' | 'more'>> {
  const { claim, passage } = entry;
  const before = passage.passage.text.slice(Math.max(0, claim.start - 16), claim.start);
  if (!/(?:是|为|相当于|达到?)[^,;。]{2,12}的$/.test(before)) return;
  const { to, base } = multipleOf(context, entry) ?? {};
  const implied = to && base && divide(to.claim.interval, base.claim.interval);
  if (!implied || meets(implied, claim.interval)) return;
  yield {
    claim: entry,
    against: base.printed,
    message: 'multiple',
    severity: base.certain ? undefined : 'warning',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: `${base.printed}（${base.place}）`,
      implied: format(printedValue(to.claim) / printedValue(base.claim), 2),
      range: formatRange(implied, 2),
    },
    related: [base.related],
  };
};

/** What is so many times what: of its own level of another year (是2022年的2.8倍), or of one that is told there (是2020年24.6亿元的1.6倍). */
const multipleOf = (context: PassageContext, entry: IndexedClaim): { to: IndexedClaim; base: Base | undefined } | undefined => {
  const { claim } = entry;
  const period = claim.comparison?.period ?? claim.period;
  const isLevelOf = (other: IndexedClaim): boolean => isAmount(other) && subjectKey(other.claim) === subjectKey(claim);
  const last = context.claims.findLast((other) => other.order < entry.order && isLevelOf(other));
  if (!last || !period) return undefined;
  if (between(last, entry) !== '的')
    return samePeriod(period, last.claim.period) ? undefined : { to: last, base: baseValues(context, last, period)[0] };
  const [to] = claim.period ? context.index.actualAt(last, claim.period) : [];
  return to && { to, base: baseOfClaim(last) };
};

const grows = /(?:增长|增加|提高|扩大|提升)(?:了|约|近|超过?|达)?$/;

/** 由23家增加到61家，增长1.7倍: the quotient of its two ends less one. */
export const checkTimesMore = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<'multiple' | 'more'>> {
  const { claim, passage } = entry;
  const { text } = passage.passage;
  const [from, to] = twoBefore(context.claims, entry);
  if (!grows.test(text.slice(Math.max(0, claim.start - 6), claim.start)) || from?.claim.role !== 'from' || to?.claim.role !== 'to') return;
  if (![from, to].every((end) => isLevel(end) && subjectKey(end.claim) === subjectKey(claim) && end.claim.bound === 'exact')) return;
  if (from.claim.dimension !== to.claim.dimension || !/^[,、][^,;。\d]{0,8}$/.test(between(to, entry))) return;
  const quotient = divide(to.claim.interval, from.claim.interval);
  const implied = quotient && { low: quotient.low - 1, high: quotient.high - 1 };
  if (!implied || !Number.isFinite(middle(implied)) || implied.low <= 0) return;
  if (meets(implied, claim.interval)) {
    yield { agree: [entry, to] };
    return;
  }
  yield {
    claim: entry,
    against: `${to.printed}/${from.printed}`,
    message: 'more',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: from.printed,
      implied: format(printedValue(to.claim) / printedValue(from.claim) - 1, 2),
      range: formatRange(implied, 2),
    },
    related: [relateClaim(from), relateClaim(to)],
  };
};
