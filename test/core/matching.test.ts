import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Claim } from '../../server/core/claims/claim.ts';
import { isWholeYear } from '../../server/core/claims/period.ts';
import { matchesAmong } from '../../server/core/matching/match.ts';
import { figuresOf, inReview } from './marked.ts';
import { different, same } from './matching.pairs.ts';

const claimOf = (clause: string): Claim => {
  const found = figuresOf(inReview(`${clause}。`)).find(({ claim }) => claim.kind !== 'threshold');
  if (!found) throw new Error(`no figure in ${clause}`);
  return found.claim;
};

/** What comes of the search for `a` where `b` is the one candidate. */
type Match = 'same' | 'alike' | 'different';
const matchOf = (a: Claim, b: Claim): Match => {
  const { matches, sure } = matchesAmong(a, [{ claim: b }]);
  return sure ? 'same' : matches.length > 0 ? 'alike' : 'different';
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

interface Pair {
  left: string;
  right: string;
  same: boolean;
}

/** The claim of the figure between 【 and 】; undefined where none was read there. */
const markedClaim = (clause: string): Claim | undefined => {
  const text = inReview(clause.replace(/[【】]/g, ''));
  const at = inReview(clause).indexOf('【');
  return figuresOf(text).find(({ start }) => start === at)?.claim;
};

it('is never wrongly sure of pairs that somebody else composed', () => {
  const path = join(import.meta.dirname, '../documents/moxi/pairs.jsonl');
  const pairs = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as Pair);
  const sure = pairs.filter(({ left, right }) => {
    const [a, b] = [markedClaim(left), markedClaim(right)];
    // Whether the times may be compared is asked elsewhere.
    return a && b && isWholeYear(a.period) === isWholeYear(b.period) && matchOf(a, b) === 'same';
  });
  expect(sure.filter(({ same: isSame }) => !isSame)).toEqual([]);
  expect(sure.length / pairs.filter(({ same: isSame }) => isSame).length).toBeGreaterThan(0.72);
});
