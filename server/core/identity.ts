import type { IndexedClaim } from './claims/claim-index.ts';
import { formatPeriod } from './claims/period.ts';
import { subjectKey } from './claims/subject.ts';

/** What a figure measures, without its value and its place, as one text: the same in two versions of a draft. */
export const identityOf = ({ claim, region }: IndexedClaim): string =>
  [
    region,
    subjectKey(claim),
    claim.action,
    claim.kind,
    claim.role,
    formatPeriod(claim.period) ?? '',
    claim.status,
    claim.scope,
    claim.whole,
  ].join('|');

/** A passage without its figures: what stays the same when only a value is edited. */
export const wordsOf = (text: string, claims: readonly { start: number; end: number }[]): string => {
  let words = '';
  let from = 0;
  for (const { start, end } of claims) {
    if (start < from) continue;
    words += text.slice(from, start);
    from = end;
  }
  return words + text.slice(from);
};
