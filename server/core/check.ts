import type { Baseline } from './baseline/baseline.ts';
import type { Source } from './baseline/fact.ts';
import { ClaimIndex, type IndexedClaim } from './claims/claim-index.ts';
import { type Coverage, coverageOf, type Standing, standingsOf } from './coverage.ts';
import type { PolicyDocument } from './document.ts';
import type { Finding } from './finding.ts';
import { applySetAside, decisionsOn, draftIdentity, type FindingSetAside, type Reviewed } from './reviewed.ts';
import type { Rule } from './rules/rule.ts';
import { type Language, runRules, type Severities } from './rules/run.ts';

export interface CheckOptions {
  severities?: Severities;
  language?: Language;
  /** What reviewers set aside and confirmed. */
  reviewed?: Reviewed | undefined;
}

/** What a check says of a document. */
export interface CheckResult {
  document: PolicyDocument;
  index: ClaimIndex;
  /** The facts that it was held against. */
  baseline: Baseline;
  /** Reports of the same or a later year, left out since a draft is never its own baseline. */
  leftOut: Source[];
  /** The open ones. */
  findings: Finding[];
  setAside: FindingSetAside[];
  /** What came of each figure, and whether there was a fact to hold it against. */
  standings: ReadonlyMap<IndexedClaim, { standing: Standing; compared: boolean }>;
  coverage: Coverage;
}

/** Holds a document against the baseline and against itself. */
export const checkDocument = (
  document: PolicyDocument,
  known: Baseline,
  rules: readonly Rule[],
  options: CheckOptions = {},
): CheckResult => {
  const { baseline, leftOut } = known.of(document.outline.region, document.outline.year);
  const index = new ClaimIndex(document);
  const decisions = decisionsOn(options.reviewed, draftIdentity(document));
  const { severities = {}, language = 'zh' } = options;
  const { findings: all, agreed } = runRules(rules, document, index, baseline, severities, language, decisions.confirmed);
  const { open: findings, setAside } = applySetAside(all, decisions);
  const standings = standingsOf(
    index,
    baseline,
    findings,
    agreed,
    setAside.map(({ finding }) => finding),
  );
  return { document, index, baseline, leftOut, findings, setAside, standings, coverage: coverageOf(document, standings) };
};
