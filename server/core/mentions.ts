import type { Baseline } from './baseline/baseline.ts';
import type { Fact } from './baseline/fact.ts';
import type { Claim } from './claims/claim.ts';
import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { samePeriod } from './claims/period.ts';
import { isVague, speakOfSame } from './claims/subject.ts';

/**
 * Every place of the document that makes the same statement: subject, kind, period and status are the same, the value
 * need not be. In reading order, the claim itself included.
 */
export const mentionsOf = (entry: IndexedClaim, index: ClaimIndex): readonly IndexedClaim[] => {
  if (entry.claim.kind === 'threshold' || isVague(entry.claim)) return [entry];
  const others = index.about(entry).filter((other) => other === entry || statesSame(other.claim, entry.claim));
  return others.length > 0 ? others : [entry];
};

const statesSame = (a: Claim, b: Claim): boolean =>
  samePeriod(a.period, b.period) && a.status === b.status && a.part === b.part && a.aspect === b.aspect && speakOfSame(a, b);

/** The facts that a figure is held against, the nearest first: the same statement in a paper, its target, last year's value. */
export const factsBehind = ({ claim, region }: IndexedClaim, baseline: Baseline): Fact[] => {
  const same = baseline.same(region, claim);
  const isTarget = (fact: Fact): boolean => fact.claim.status === 'target';
  const stated = same.filter((fact) => isTarget(fact) === (claim.status === 'target'));
  const targets = same.filter((fact) => !stated.includes(fact));
  const earlier = claim.role === 'difference' ? [] : baseline.yearBefore(region, claim);
  const seen = new Set<string>();
  return [...stated, ...earlier, ...targets].filter(({ source, place, printed }) => {
    const key = `${source.id} ${place} ${printed}`;
    return !seen.has(key) && seen.add(key);
  });
};

/** The figure at an offset, its end included: where a caret stands behind it, it is meant too. */
export const figureAt = (index: ClaimIndex, offset: number): IndexedClaim | undefined => {
  const figures = index.claims.filter(({ claim, start, end }) => claim.kind !== 'threshold' && start <= offset && offset <= end);
  return figures.find(({ end }) => offset < end) ?? figures[0];
};
