import type { Baseline } from '../baseline/baseline.ts';
import type { ClaimIndex, IndexedClaim } from '../claims/claim-index.ts';
import type { Lookups } from '../claims/lookups.ts';
import type { Confirmation } from '../confirmation.ts';
import type { PolicyDocument, ReadPassage } from '../document.ts';
import { type Finding, inReadingOrder, type Severity } from '../finding.ts';
import { findingOf, type KeptReport, keepReport, type Language } from '../kept-report.ts';
import { none } from '../outline/outline.ts';
import { rangeOf } from '../outline/passage.ts';
import type { DocumentRule, Outcome, PassageContext, PassageRule, Rule, RuleContext } from './rule.ts';

export type { Language } from '../kept-report.ts';

/** A severity by rule id; `off` silences the rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What a rule found in a passage; undefined `lookups` where that rests on the passage alone. */
interface RuleOutcome {
  rule: PassageRule;
  reports: KeptReport[];
  agreed: IndexedClaim[];
  lookups: Lookups | undefined;
}

/** What a check rests on beside the document: where one of these changes, nothing found before holds. */
interface Terms {
  rules: readonly Rule[];
  baseline: Baseline;
  overrides: Severities;
  language: Language;
  confirmed: readonly Confirmation[];
}

/** What the check of each passage found, and what rules of scope `document` look at: carried on from edit to edit. */
interface Kept {
  /** Rules that found and looked up nothing are left out. */
  outcomes: Map<ReadPassage, readonly RuleOutcome[]>;
  /** Passages with something to tell. */
  telling: Set<ReadPassage>;
  /** By the rule. */
  concerned: Map<DocumentRule, ReadPassage[]>;
}

/** What the rules say of a document: findings in reading order, and the claims that passed a check. */
export interface RulesResult {
  findings: Finding[];
  readonly agreed: ReadonlySet<IndexedClaim>;
  /** For the check after an edit. */
  kept: Kept;
  passages: readonly ReadPassage[];
  terms: Terms & { origin: string };
}

/** @param before What the rules said before an edit, of the document that this one and its index were made from. */
export const runRules = (
  rules: readonly Rule[],
  document: PolicyDocument,
  index: ClaimIndex,
  baseline: Baseline,
  overrides: Severities,
  language: Language,
  confirmed: readonly Confirmation[] = [],
  before?: RulesResult,
): RulesResult => new Run({ rules, baseline, overrides, language, confirmed }, document, index).run(before);

class Run {
  private readonly context: RuleContext;
  private readonly active: readonly Rule[];
  private readonly passageRules: readonly PassageRule[];
  /** Those for passages without claims. */
  private readonly textRules: readonly PassageRule[];
  private kept: Kept = { outcomes: new Map(), telling: new Set(), concerned: new Map() };

  constructor(
    private readonly terms: Terms,
    private readonly document: PolicyDocument,
    private readonly index: ClaimIndex,
  ) {
    const { region, year } = document.outline;
    this.context = {
      document: noted(document, index),
      index,
      baseline: terms.baseline,
      region: region ?? '',
      year,
      confirmed: terms.confirmed,
    };
    this.active = terms.rules.filter((rule) => terms.overrides[rule.id] !== 'off');
    this.passageRules = this.active.filter((rule) => rule.scope !== 'document');
    this.textRules = this.passageRules.filter((rule) => rule.scope === 'passage');
  }

  run(before: RulesResult | undefined): RulesResult {
    const { terms, document } = this;
    const origin = originOf(document);
    const isKept = before !== undefined && before.terms.origin === origin && sameTerms(before.terms, terms);
    if (isKept) this.kept = before.kept;
    else for (const outcomes of before?.kept.outcomes.values() ?? []) this.forget(outcomes);
    const { atStart, atEnd } = isKept ? document.kept : none;
    const now = document.passages.slice(atStart, document.passages.length - atEnd);
    const gone = new Set(isKept ? before.passages.slice(atStart, before.passages.length - atEnd) : []);
    for (const passage of now) gone.delete(passage);
    const fresh = now.filter((passage) => !this.kept.outcomes.has(passage));
    this.checkPassages(fresh, gone);
    const reports: KeptReport[] = [];
    const agreed: IndexedClaim[] = [];
    for (const rule of this.active) {
      if (rule.scope !== 'document') continue;
      const passages = this.concernedBy(rule, fresh, gone);
      for (const outcome of rule.check({ ...this.context, passages })) this.take(rule, outcome, undefined, reports, agreed);
    }
    const { outcomes, telling } = this.kept;
    for (const passage of inOrder(telling)) for (const outcome of outcomes.get(passage) ?? []) reports.push(...outcome.reports);
    let set: Set<IndexedClaim> | undefined;
    return {
      findings: this.findings(reports),
      get agreed() {
        if (!set) {
          set = new Set(agreed);
          for (const list of outcomes.values()) for (const outcome of list) for (const entry of outcome.agreed) set.add(entry);
        }
        return set;
      },
      kept: this.kept,
      passages: document.passages,
      terms: { ...terms, origin },
    };
  }

  /** Checks passages that are new or of which something was looked up that has changed. */
  private checkPassages(fresh: readonly ReadPassage[], gone: ReadonlySet<ReadPassage>): void {
    const { outcomes } = this.kept;
    for (const passage of gone) {
      this.forget(outcomes.get(passage) ?? []);
      outcomes.delete(passage);
      this.kept.telling.delete(passage);
    }
    for (const passage of this.index.stalePassages()) {
      const known = outcomes.get(passage);
      if (known) this.keep(passage, this.checkAgain(passage, known));
    }
    for (const passage of fresh) this.keep(passage, this.check(passage));
  }

  private keep(passage: ReadPassage, found: readonly RuleOutcome[]): void {
    this.kept.outcomes.set(passage, found);
    if (found.some(({ reports }) => reports.length > 0)) this.kept.telling.add(passage);
    else this.kept.telling.delete(passage);
  }

  /** The passages that a rule looks at, in reading order. */
  private concernedBy(rule: DocumentRule, fresh: readonly ReadPassage[], gone: ReadonlySet<ReadPassage>): readonly ReadPassage[] {
    const before = this.kept.concerned.get(rule) ?? [];
    const added = fresh.filter((passage) => rule.concerns(passage, this.document));
    if (added.length === 0 && !before.some((passage) => gone.has(passage))) return before;
    const concerned = inOrder([...before.filter((passage) => !gone.has(passage)), ...added]);
    this.kept.concerned.set(rule, concerned);
    return concerned;
  }

  private forget(outcomes: readonly RuleOutcome[]): void {
    for (const { lookups } of outcomes) if (lookups) this.index.forget(lookups);
  }

  /** Runs those rules again on a passage that stayed whose lookups would now find something else. */
  private checkAgain(passage: ReadPassage, known: readonly RuleOutcome[]): readonly RuleOutcome[] {
    const { index } = this;
    const here = this.contextOf(passage);
    return known.flatMap((outcome) => {
      if (!outcome.lookups || index.isCurrent(outcome.lookups)) return outcome;
      index.forget(outcome.lookups);
      return this.checkRule(outcome.rule, here) ?? [];
    });
  }

  private check(passage: ReadPassage): readonly RuleOutcome[] {
    const here = this.contextOf(passage);
    const outcomes: RuleOutcome[] = [];
    for (const rule of passage.claims.length > 0 ? this.passageRules : this.textRules) {
      if (passage.passage.inAppendix && !rule.everywhere) continue;
      const outcome = this.checkRule(rule, here);
      if (outcome) outcomes.push(outcome);
    }
    return outcomes;
  }

  private contextOf(passage: ReadPassage): PassageContext {
    const { context, document: own, index } = this;
    const { document, baseline, region, year, confirmed } = context;
    const { passage: at } = passage;
    // Field by field: a spread takes longer than most rules.
    return {
      document,
      index,
      baseline,
      region,
      year,
      confirmed,
      passage,
      claims: index.in(passage),
      source: own.text.slice(at.start, at.end),
      locate: (start: number, end: number) => rangeOf(at, start, end),
    };
  }

  private checkRule(rule: PassageRule, here: PassageContext): RuleOutcome | undefined {
    // Most rules find nothing in most passages.
    let found: Pick<RuleOutcome, 'reports' | 'agreed'> | undefined;
    const lookups = this.index.note(here.passage, () => {
      for (const outcome of rule.check(here)) {
        found ??= { reports: [], agreed: [] };
        this.take(rule, outcome, here.passage, found.reports, found.agreed);
      }
    });
    return lookups || found ? { rule, reports: found?.reports ?? [], agreed: found?.agreed ?? [], lookups } : undefined;
  }

  private take(rule: Rule, outcome: Outcome, near: ReadPassage | undefined, reports: KeptReport[], agreed: IndexedClaim[]): void {
    const { overrides, language } = this.terms;
    if ('agree' in outcome) agreed.push(...outcome.agree);
    else reports.push(keepReport(rule, outcome, this.document, near, overrides[rule.id] as Severity | undefined, language));
  }

  private findings(reports: readonly KeptReport[]): Finding[] {
    const ties = new Map<string, number>();
    const findings = reports.map((report) => {
      const tie = ties.get(report.identity) ?? 0;
      ties.set(report.identity, tie + 1);
      return findingOf(report, tie);
    });
    return withoutSuperseded(findings, this.active).sort(inReadingOrder);
  }
}

const inOrder = (passages: Iterable<ReadPassage>): ReadPassage[] => [...passages].sort((a, b) => a.passage.start - b.passage.start);

/** Of several findings on one figure leaves out what a more specific one makes superfluous. */
const withoutSuperseded = (findings: readonly Finding[], rules: readonly Rule[]): Finding[] => {
  const supersedes = new Map(rules.map((rule) => [rule.id, rule.supersedes ?? []]));
  const superfluous = new Set<string>();
  for (const { rule, range, related } of findings)
    for (const other of supersedes.get(rule) ?? [])
      for (const { start } of [range, ...related.flatMap((place) => place.range ?? [])]) superfluous.add(`${other}|${start}`);
  return findings.filter(({ rule, range }) => !superfluous.has(`${rule}|${range.start}`));
};

const sameTerms = (a: Terms, b: Terms): boolean =>
  a.rules === b.rules &&
  a.baseline === b.baseline &&
  a.overrides === b.overrides &&
  a.language === b.language &&
  a.confirmed.length === b.confirmed.length &&
  a.confirmed.every((confirmation, i) => confirmation === b.confirmed[i]);

/** The document as rules see it: which check reads more of it than its passage is noted. */
const noted = (document: PolicyDocument, index: ClaimIndex): PolicyDocument => ({
  ...document,
  get text() {
    index.noteAll();
    return document.text;
  },
  get passages() {
    index.noteAll();
    return document.passages;
  },
});

/** What a document says of itself, and its marks; marked documents are not edited under our eyes. */
const originOf = ({ outline, highlights }: PolicyDocument): string =>
  JSON.stringify([outline.region, outline.year, outline.now, outline.isReport, outline.date, outline.title, highlights]);
