import type { Bound, Figure } from './figure.ts';
import type { Interval } from './interval.ts';

/**
 * The values that a printed number stands for, in base units (DESIGN §4): half a step of rounding around it, one-sided
 * where the bound is; a count without magnitude is exact.
 */
export const intervalOf = (values: number[], step: number, factor: number, bound: Bound, exact: boolean, more = false): Interval => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const half = exact ? 0 : step / 2;
  const rounded = { low: (low - half) * factor, high: (high + half) * factor };
  switch (bound) {
    case 'over':
      return { low: low * factor, high: Number.POSITIVE_INFINITY };
    case 'under':
      return { low: Number.NEGATIVE_INFINITY, high: high * factor };
    case 'about': {
      // 900余 reaches up to 1000; 约, 左右 both ways by the same measure, but never beyond a tenth of the value.
      if (more) return { low: low * factor, high: (high + lastPlace(high, step)) * factor };
      const reach = Math.max(half, Math.min(lastPlace(high, step), Math.abs(high) / 10));
      return { low: (low - reach) * factor, high: (high + reach) * factor };
    }
    default:
      return rounded;
  }
};

/** The printed number as it stands, in base units, whatever its bound; of a range its middle. Arithmetic is shown with this. */
export const printedValue = ({ values, factor }: Pick<Figure, 'values' | 'factor'>): number =>
  ((Math.min(...values) + Math.max(...values)) / 2) * factor;

/** Place value of the last digit that is not zero: 100 for 900, 0.1 for 5.5. */
export const lastPlace = (value: number, step: number): number => {
  let place = step;
  const steps = Math.round(Math.abs(value) / step);
  for (let rest = steps; rest > 0 && rest % 10 === 0; rest /= 10) place *= 10;
  return place;
};
