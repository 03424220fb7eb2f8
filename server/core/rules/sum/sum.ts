import type { IndexedClaim } from '../../claims/claim-index.ts';
import type { Severity } from '../../finding.ts';
import { isLevel } from '../support.ts';

/** A total and the parts that must make it. */
export interface Sum {
  total: IndexedClaim;
  parts: readonly IndexedClaim[];
  /** How the total is called, where not by its own name. */
  name?: string;
  severity?: Severity;
}

/** Whether a figure may be part of a sum, or the sum: what a thing was before is neither. */
export const isSummand = (entry: IndexedClaim): boolean => isLevel(entry) && entry.claim.role !== 'from';
