import type { Baseline } from './baseline/baseline.ts';
import type { Source } from './baseline/fact.ts';
import { ClaimIndex, type IndexedClaim } from './claims/claim-index.ts';
import { type Coverage, coverageOf, type Standing, standingsOf } from './coverage.ts';
import type { PolicyDocument } from './document.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rules/rule.ts';
import { type Language, runRules, type Severities } from './rules/run.ts';

export interface CheckOptions {
  severities?: Severities;
  language?: Language;
}

/** What a check says of a document. */
export interface CheckResult {
  document: PolicyDocument;
  index: ClaimIndex;
  /** The facts that it was held against. */
  baseline: Baseline;
  /** Reports of the same or a later year, left out since a draft is never its own baseline. */
  leftOut: Source[];
  findings: Finding[];
  /** What came of each figure, and whether there was a fact to hold it against. */
  standings: ReadonlyMap<IndexedClaim, { standing: Standing; compared: boolean }>;
  coverage: Coverage;
}

/** Holds a document against the baseline and against itself. */
export const checkDocument = (document: PolicyDocument, all: Baseline, rules: readonly Rule[], options: CheckOptions = {}): CheckResult => {
  const { baseline, leftOut } = all.of(document.outline.region, document.outline.year);
  const index = new ClaimIndex(document);
  const { findings, agreed } = runRules(rules, document, index, baseline, options.severities ?? {}, options.language ?? 'zh');
  const standings = standingsOf(index, baseline, findings, agreed);
  return { document, index, baseline, leftOut, findings, standings, coverage: coverageOf(document, standings) };
};
