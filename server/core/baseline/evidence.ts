import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { overlap } from '../figures/interval.ts';
import type { Baseline } from './baseline.ts';
import type { Fact } from './fact.ts';

/** `agree`: a fact states the same; `differ`: one states otherwise; `other`: known, but of another time or kind; `none`: nothing is known. */
export type Verdict = 'agree' | 'differ' | 'other' | 'none';

export interface Evidence {
  verdict: Verdict;
  /** What the claim was held against. */
  facts: Fact[];
}

/** What the baseline holds on a claim: the same figure restated, last year's value and the target that was set. */
export const evidenceOf = (entry: IndexedClaim, baseline: Baseline): Evidence => {
  const { claim, region } = entry;
  const same = baseline.same(region, claim);
  if (same.length > 0) {
    const stated = same.filter((fact) => (fact.claim.status === 'target') === (claim.status === 'target'));
    if (stated.some((fact) => overlap(fact.claim.interval, claim.interval))) return { verdict: 'agree', facts: same };
    if (stated.length > 0) return { verdict: 'differ', facts: same };
  }
  const earlier = earlierValues(baseline, region, claim);
  const facts = [...same, ...earlier];
  return { verdict: facts.length > 0 ? 'other' : 'none', facts };
};

/** Last year's value of a level, rank or run of years, which growth, ranks and runs are measured against. */
const earlierValues = (baseline: Baseline, region: string, claim: Claim): Fact[] => {
  if (claim.role === 'difference') return [];
  // A target is held against the one that was set a year before: powers of ten, units.
  if (claim.status === 'target') return [...baseline.yearBefore(region, claim), ...baseline.targetsYearBefore(region, claim)];
  if (claim.kind === 'streak') return baseline.about(region, claim).filter((fact) => fact.claim.kind === 'streak');
  return baseline.yearBefore(region, claim);
};
