import type { Interval } from './figures/interval.ts';

/**
 * Whether two printed numbers can stand for one value: their intervals share more than an end, since 5.15 is printed 5.2
 * and never 5.1. A count is its own interval, and may lie on the end of another.
 */
export const overlap = (a: Interval, b: Interval): boolean => {
  const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  const error = 1e-9 * Math.max(1, ...[a.low, a.high, b.low, b.high].map(Math.abs).filter(Number.isFinite));
  return shared > error || ((a.low === a.high || b.low === b.high) && shared >= -error);
};
