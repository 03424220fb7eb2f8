import type { ClaimIndex, IndexedClaim } from '../../claims/claim-index.ts';
import type { Finding, Related, Severity } from '../../finding.ts';
import { identityOf, wordsOf } from '../../identity.ts';
import { fill, type Language } from '../../kept-report.ts';
import { hash } from '../../text/hash.ts';
import restatement from '../restatement.ts';
import { periodName, shortName } from '../support.ts';

/** A draft whose claims are held against what is stated outside its text, and how findings on it are told. */
export interface HeldDraft {
  index: ClaimIndex;
  year: number | null;
  severity: Severity;
  language: Language;
}

/** What stands elsewhere: the value in words of `values`, and `identity` for the key. */
interface Elsewhere {
  message: 'table' | 'paper';
  identity: string;
  values: { other: string; place: string; title?: string };
  related: Related;
}

/** The finding on a claim of which something outside the text says otherwise. */
export const findingElsewhere = (
  { year, severity, language }: HeldDraft,
  entry: IndexedClaim,
  { message, identity, values, related }: Elsewhere,
): Finding => {
  const { claim, passage, printed, start, end } = entry;
  return {
    key: hash([identity, identityOf(entry), printed, values.other, wordsOf(passage.passage.text, passage.claims)].join('|')),
    rule: restatement.id,
    severity,
    range: { start, end },
    message: fill(
      restatement,
      message,
      { when: periodName(claim.period, year), name: shortName(claim), stated: printed, ...values },
      language,
    ),
    related: [related],
  };
};
