import type { CheckResult } from './check.ts';
import type { Claim } from './claims/claim.ts';
import type { IndexedClaim } from './claims/claim-index.ts';
import { type Period, samePeriod } from './claims/period.ts';
import { isAdjusted, speakOfSame } from './claims/subject.ts';
import { divide, type Interval } from './figures/interval.ts';
import { printedValue } from './figures/printed.ts';
import { priceBasis } from './rules/support.ts';

/** What a mean growth over several years follows from. */
export interface AverageGrowth {
  /** Of the two ends those that the document states itself. */
  ends: readonly IndexedClaim[];
  /** Per cent, of the numbers as they are printed and of all that these may stand for. */
  central: number;
  implied: Interval;
}

export const isAverage = ({ kind, role, comparison, unit }: Claim): boolean =>
  kind === 'change' && role === 'value' && unit === '%' && comparison?.average === true && !comparison.other;

/**
 * The year that a mean growth ends with; the one that it starts from and how many lie between, where the text says over how
 * many. 十四五以来 said of what was reached ends with the year under review.
 */
export const spanOf = (
  { period, status }: Claim,
  { document }: CheckResult,
): { end: Period; start: Period | undefined; years: number } | undefined => {
  if (!period) return undefined;
  const { year } = document.outline;
  const to = status === 'actual' && year !== null ? Math.min(period.to, 12 * year - 1) : period.to;
  const years = (to - period.from + 1) / 12;
  return {
    end: { from: to - 11, to },
    start: years >= 2 && Number.isInteger(years) ? { from: period.from - 12, to: period.from - 1 } : undefined,
    years,
  };
};

/** The geometric mean between two ends that the document or an earlier paper states; undefined where one is missing, or levels do not make the rate. */
export const averageGrowthOf = (rate: IndexedClaim, result: CheckResult): AverageGrowth | undefined => {
  const { index, baseline } = result;
  const span = spanOf(rate.claim, result);
  if (!span?.start || isAdjusted(rate.claim) || priceBasis(rate.claim) !== 'nominal') return undefined;
  const { start, end, years } = span;
  const levelsOf = (at: Period): IndexedClaim[] =>
    index.nearest(
      rate,
      index.about(rate).filter(({ claim }) => isLevel(claim) && samePeriod(claim.period, at)),
    );
  const last = levelsOf(end).find(({ claim }) => claim.status === rate.claim.status);
  if (!last) return undefined;
  const first = levelsOf(start).find(({ claim }) => claim.status !== 'target' && speakOfSame(claim, last.claim));
  const base = first?.claim ?? baseline.yearBefore(last.region, last.claim, years).find(({ claim }) => isLevel(claim))?.claim;
  const ratio = base && divide(last.claim.interval, base.interval);
  if (!base || !ratio) return undefined;
  const mean = (quotient: number): number => (quotient ** (1 / years) - 1) * 100;
  return {
    ends: first ? [first, last] : [last],
    central: mean(printedValue(last.claim) / printedValue(base)),
    implied: { low: mean(ratio.low), high: mean(ratio.high) },
  };
};

const isLevel = ({ kind, role, values, bound, part }: Claim): boolean =>
  kind === 'level' && role !== 'difference' && values.length === 1 && bound === 'exact' && !part;
