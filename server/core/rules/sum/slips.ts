import { meets, middle, width } from '../../figures/interval.ts';
import type { PartList } from '../part-whole/part-lists.ts';
import { isTransposed, sumOf } from '../support.ts';
import { isSummand, type Sum } from './sum.ts';

/** Two digits in a row of a shorter number turn round by chance. */
const fewestDigits = 3;

const digitsOf = (printed: string): string => (/\d[\d.]*/.exec(printed)?.[0] ?? '').replace('.', '');

/** 5460个，其中1260个、2400个、1080个: with two digits of one of them turned round (1800) they make the whole to the last digit. */
export const turnedParts = function* (lists: readonly PartList[]): Generator<Sum> {
  for (const { whole, parts } of lists) {
    const { unit, status, step, factor } = whole.claim;
    const isAlike = [whole, ...parts].every(
      (entry) => isSummand(entry) && entry.claim.bound === 'exact' && entry.claim.unit === unit && entry.claim.status === status,
    );
    const all = sumOf(parts);
    if (parts.length < 2 || !isAlike || meets(all, whole.claim.interval)) continue;
    const gap = (middle(whole.claim.interval) - middle(all)) / factor;
    const isTurned = [...parts, whole].some(({ claim, printed }) => {
      const digits = digitsOf(printed);
      const due = (claim.values[0] as number) + (claim === whole.claim ? -gap : gap);
      const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
      return digits.length >= fewestDigits && due > 0 && isTransposed(due.toFixed(decimals).replace('.', ''), digits);
    });
    if (isTurned && width(all) < 2 * parts.length * step * factor) yield { total: whole, parts, severity: 'warning' };
  }
};
