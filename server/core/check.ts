import type { Baseline } from './baseline/baseline.ts';
import type { Source } from './baseline/fact.ts';
import { ClaimIndex, type IndexedClaim } from './claims/claim-index.ts';
import { type Coverage, coverageOf, type Standing, standingsOf } from './coverage.ts';
import type { PolicyDocument } from './document.ts';
import type { Finding } from './finding.ts';
import { applySetAside, decisionsOn, draftIdentity, type FindingSetAside, type Reviewed } from './reviewed.ts';
import type { Rule } from './rules/rule.ts';
import { type Language, type RulesResult, runRules, type Severities } from './rules/run.ts';

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
  /** What came of each figure, and whether there was a fact to hold it against; worked out when asked for. */
  readonly standings: ReadonlyMap<IndexedClaim, { standing: Standing; compared: boolean }>;
  readonly coverage: Coverage;
  /** For the check after an edit. */
  rulesResult: RulesResult;
}

const noSeverities: Severities = {};

/**
 * Holds a document against the baseline and against itself. After an edit, give the check of the document that this one
 * was read from: only what the edit touches is checked anew, and the check before must not be used any more.
 */
export const checkDocument = (
  document: PolicyDocument,
  known: Baseline,
  rules: readonly Rule[],
  options: CheckOptions = {},
  before?: CheckResult,
): CheckResult => {
  const { baseline, leftOut } = known.of(document.outline.region, document.outline.year);
  const index = new ClaimIndex(document, before?.index);
  const { severities = noSeverities, language = 'zh' } = options;
  const decisions = decisionsOn(options.reviewed, draftIdentity(document));
  const rulesResult = runRules(rules, document, index, baseline, severities, language, decisions.confirmed, before?.rulesResult);
  const { open: findings, setAside } = applySetAside(rulesResult.findings, decisions);
  let standings: CheckResult['standings'] | undefined;
  let coverage: Coverage | undefined;
  return {
    document,
    index,
    baseline,
    leftOut,
    findings,
    setAside,
    rulesResult,
    get standings() {
      standings ??= standingsOf(
        index,
        baseline,
        findings,
        rulesResult.agreed,
        setAside.map(({ finding }) => finding),
      );
      return standings;
    },
    get coverage() {
      coverage ??= coverageOf(document, this.standings);
      return coverage;
    },
  };
};
