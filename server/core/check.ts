import type { Baseline } from './baseline/baseline.ts';
import type { Source } from './baseline/fact.ts';
import { ClaimIndex, type IndexedClaim } from './claims/claim-index.ts';
import { type Coverage, coverageOf, type Standing, standingsOf } from './coverage.ts';
import type { PolicyDocument } from './document.ts';
import { type Finding, inReadingOrder } from './finding.ts';
import { figuresOfTables, type OwnTable, readOwnTables } from './own-tables.ts';
import { applySetAside, decisionsOn, draftIdentity, type FindingSetAside, type Reviewed } from './reviewed.ts';
import { type AgainstTables, againstTables } from './rules/restatement/tables.ts';
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
  /** The document's own tables (附表), which its text was held against. */
  tables: readonly OwnTable[];
  /** Claims that tables, its own or beside it, state alike. */
  tabled: readonly IndexedClaim[];
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
  const tables = readOwnTables(document, before?.tables);
  const byTables = againstOwnTables(document, index, tables, rules, options, rulesResult.findings);
  const found = [...rulesResult.findings, ...byTables.findings].sort(inReadingOrder);
  const { open: findings, setAside } = applySetAside(found, decisions);
  return resultOf({ document, index, baseline, leftOut, findings, setAside, tables, tabled: byTables.agreed, rulesResult });
};

/** The rule `restatement` carried on to what a document's tables say. */
const againstOwnTables = (
  { outline }: PolicyDocument,
  index: ClaimIndex,
  tables: readonly OwnTable[],
  rules: readonly Rule[],
  { severities = noSeverities, language = 'zh' }: CheckOptions,
  known: readonly Finding[],
): AgainstTables => {
  const rule = rules.find(({ id }) => id === 'restatement');
  const severity = rule && (severities[rule.id] ?? rule.severity);
  if (tables.length === 0 || severity === undefined || severity === 'off') return { findings: [], agreed: [] };
  const tabled = figuresOfTables(tables).map((figure) => {
    const { start, end } = figure;
    return { figure, holder: '', isFile: false, at: () => ({ range: { start, end } }) };
  });
  return againstTables({ index, year: outline.year, severity, language }, tabled, known);
};

/** What follows from a check's findings is worked out when somebody asks. */
export const resultOf = (found: Omit<CheckResult, 'standings' | 'coverage'>): CheckResult => {
  const { document, index, baseline, findings, setAside, tabled, rulesResult } = found;
  let standings: CheckResult['standings'] | undefined;
  let coverage: Coverage | undefined;
  return {
    ...found,
    get standings() {
      standings ??= standingsOf(
        index,
        baseline,
        findings,
        tabled.length > 0 ? new Set([...rulesResult.agreed, ...tabled]) : rulesResult.agreed,
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
