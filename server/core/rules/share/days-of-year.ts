import type { IndexedClaim } from '../../claims/claim-index.ts';
import { isWholeYear } from '../../claims/period.ts';
import { divide, type Interval, meets, middle, scale } from '../../figures/interval.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import { between, figureBeside, format, formatPercentRange, isLevel, relateClaim, shortName } from '../support.ts';

/** So many days of a year may have been measured: some are lost. */
const measured: Interval = { low: 358, high: 366 };

/** 空气优良天数314天，优良率86.0%: the days over those of the year. */
export const checkDays = function* ({ claims }: PassageContext, entry: IndexedClaim): Generator<Outcome<'days'>> {
  const { claim } = entry;
  const days = figureBeside(claims, entry, -1);
  if (
    claim.kind !== 'ratio' ||
    claim.unit !== '%' ||
    claim.bound !== 'exact' ||
    !/优良(?:天数)?(?:比例|比率|率)$/.test(claim.name + claim.aspect)
  )
    return;
  if (!days || !isLevel(days) || days.claim.unit !== '天' || days.claim.bound !== 'exact' || !/优良/.test(days.claim.name)) return;
  if (days.claim.status !== claim.status || !isWholeYear(days.claim.period) || !/^[,、][^,;。\d]{0,10}$/.test(between(days, entry))) return;
  // More days than a year has: `impossible` says so.
  if ((days.claim.values[0] as number) > measured.high) return;
  const year = divide(days.claim.interval, scale(claim.interval, 1 / 100));
  if (!year || !Number.isFinite(middle(year))) return;
  if (meets(year, measured)) {
    yield { agree: [entry, days] };
    return;
  }
  const [count = 0] = days.claim.values;
  const share: Interval = { low: (count / measured.high) * 100, high: (count / measured.low) * 100 };
  yield {
    claim: entry,
    against: days.printed,
    message: 'days',
    severity: 'warning',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      days: days.printed,
      implied: format((count / 365) * 100),
      range: formatPercentRange(share),
    },
    related: [relateClaim(days)],
  };
};
