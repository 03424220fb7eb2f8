/** The set of values that a printed number stands for; ends included, infinite ends allowed. */
export interface Interval {
  low: number;
  high: number;
}

/** Comparisons allow for the error of floating-point arithmetic, never more. */
const slack = (a: number, b: number): number => 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const isBelow = (a: number, b: number): boolean => a < b - slack(Number.isFinite(a) ? a : 0, Number.isFinite(b) ? b : 0);

export const meets = (a: Interval, b: Interval): boolean => !isBelow(a.high, b.low) && !isBelow(b.high, a.low);

/**
 * Whether two printed numbers can stand for one value: their intervals share more than an end, since 5.15 is printed 5.2
 * and never 5.1. A count is its own interval, and may lie on the end of another.
 */
export const overlap = (a: Interval, b: Interval): boolean => {
  const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  const error = 1e-9 * Math.max(1, ...[a.low, a.high, b.low, b.high].map(Math.abs).filter(Number.isFinite));
  return shared > error || ((a.low === a.high || b.low === b.high) && shared >= -error);
};

/** Whether every value of `a` lies below every value of `b`. */
export const liesBelow = (a: Interval, b: Interval): boolean => isBelow(a.high, b.low);

export const scale = (a: Interval, factor: number): Interval =>
  factor < 0 ? { low: a.high * factor, high: a.low * factor } : { low: a.low * factor, high: a.high * factor };

export const add = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });

export const subtract = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });

/** The quotient of two intervals that hold no negative numbers; undefined where the divisor may be zero. */
export const divide = (a: Interval, b: Interval): Interval | undefined =>
  b.low <= 0 || a.low < 0 ? undefined : { low: a.low / b.high, high: a.high / b.low };

/** Growth of `level` over `base` in per cent. */
export const growth = (level: Interval, base: Interval): Interval | undefined => {
  const ratio = divide(level, base);
  return ratio && { low: (ratio.low - 1) * 100, high: (ratio.high - 1) * 100 };
};

export const width = (a: Interval): number => a.high - a.low;

export const middle = (a: Interval): number => (a.low + a.high) / 2;
