import type { IndexedClaim } from '../../claims/claim-index.ts';
import type { Report } from '../rule.ts';
import { reprinted } from '../support.ts';

/** The fix: the stated figure as its two numbers give it. */
export const recomputed = (entry: IndexedClaim, implied: number): Report<'fix'>['fix'] => {
  const text = reprinted(entry, implied);
  return text === undefined ? undefined : { title: 'fix', values: { recomputed: text }, newText: text };
};
