import { expect, it } from 'vitest';
import type { Claim } from '../../server/core/claims/claim.ts';
import { type Match, matchOf } from '../../server/core/matching/match.ts';
import { figuresOf, inReview } from './marked.ts';
import { different, same } from './matching.pairs.ts';

const claimOf = (clause: string): Claim => {
  const found = figuresOf(inReview(`${clause}。`)).find(({ claim }) => claim.kind !== 'threshold');
  if (!found) throw new Error(`no figure in ${clause}`);
  return found.claim;
};

const judged = (pairs: readonly [string, string][]): { pair: string; match: Match }[] =>
  pairs.map(([left, right]) => ({ pair: `${left} / ${right}`, match: matchOf(claimOf(left), claimOf(right)) }));

it(`tells ${same.length} pairs that are the same from ${different.length} that are not`, () => {
  const [positives, negatives] = [judged(same), judged(different)];
  const sure = positives.filter(({ match }) => match === 'same').length;
  const missed = positives.filter(({ match }) => match === 'different');
  const wrong = negatives.filter(({ match }) => match !== 'different');
  const rate = (part: number, whole: number): string => (part / whole).toFixed(3);
  console.log(
    `sure: precision ${rate(sure, sure + wrong.filter(({ match }) => match === 'same').length)}, recall ${rate(sure, positives.length)}; ` +
      `with the one that is alike: precision ${rate(positives.length - missed.length, positives.length - missed.length + wrong.length)}, ` +
      `recall ${rate(positives.length - missed.length, positives.length)}`,
  );
  const falselySure = wrong.filter(({ match }) => match === 'same').length;
  expect(sure / (sure + falselySure)).toBeGreaterThanOrEqual(0.98);
  expect(sure / positives.length).toBeGreaterThan(0.85);
  // 停车泊位总数, 累计建成: words that the reading of a claim drops.
  expect(wrong.length).toBeLessThanOrEqual(2);
  expect(missed).toEqual([]);
});
