import type { Fact } from './baseline/fact.ts';
import type { Claim } from './claims/claim.ts';
import type { IndexedClaim } from './claims/claim-index.ts';
import type { Edit } from './finding.ts';

/**
 * The edit that makes a claim say a fact's value, in the draft's own unit and with its decimals. Undefined where it
 * says so already, or more than the number would have to change: a verb, a range, a bound.
 */
export const restate = ({ claim, start, end }: IndexedClaim, fact: Fact, text: string): Edit | undefined => {
  const [value] = fact.claim.values;
  const numbers = [...text.slice(start, end).matchAll(/\d[\d,]*(?:\.\d+)?/g)];
  const [number] = numbers;
  if (value === undefined || !number || numbers.length > 1 || claim.values.length > 1 || fact.claim.values.length > 1) return undefined;
  const exact = (value * fact.claim.factor) / claim.factor;
  if (Math.sign(exact) !== Math.sign(claim.values[0] as number) || fact.claim.bound !== 'exact') return undefined;
  const newText = roundedAs(claim, Math.abs(exact));
  const at = start + number.index;
  return newText === number[0] || Number(newText) === 0 ? undefined : { start: at, end: at + number[0].length, newText };
};

/** A value with as many decimals as the claim has; 超 leaves the number below the value, 近 above it. */
export const roundedAs = ({ bound, step }: Pick<Claim, 'bound' | 'step'>, value: number): string => {
  const steps = value / step;
  const whole = bound === 'over' ? Math.floor(steps + 1e-9) : bound === 'under' ? Math.ceil(steps - 1e-9) : Math.round(steps);
  const decimals = Math.max(0, Math.round(-Math.log10(step)));
  return (whole * step).toFixed(decimals);
};
