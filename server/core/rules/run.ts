import type { Baseline } from '../baseline/baseline.ts';
import type { ClaimIndex, IndexedClaim } from '../claims/claim-index.ts';
import type { Lookups } from '../claims/lookups.ts';
import type { Confirmation } from '../confirmation.ts';
import type { PolicyDocument, ReadPassage } from '../document.ts';
import { type Finding, type Severity, severities } from '../finding.ts';
import { findingOf, type KeptReport, keepReport, type Language } from '../kept-report.ts';
import { rangeOf } from '../outline/passage.ts';
import type { Outcome, PassageContext, PassageRule, Rule, RuleContext } from './rule.ts';

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

/** What the check of a passage found; rules that found and looked up nothing are left out. */
interface PassageOutcome {
  passage: ReadPassage;
  byRule: readonly RuleOutcome[];
  /** Of all rules. */
  reports: readonly KeptReport[];
  agreed: readonly IndexedClaim[];
  /** Where it stood: in the title, the body or behind it. */
  part: Part;
}

type Part = 'title' | 'body' | 'appendix';

/** What a check rests on beside the document: where one of these changes, nothing found before holds. */
interface Terms {
  rules: readonly Rule[];
  baseline: Baseline;
  overrides: Severities;
  language: Language;
  confirmed: readonly Confirmation[];
}

/** What the rules say of a document: findings in reading order, and the claims that passed a check. */
export interface RulesResult {
  findings: Finding[];
  readonly agreed: ReadonlySet<IndexedClaim>;
  /** For the check after an edit. */
  outcomes: readonly PassageOutcome[];
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
  private readonly reports: KeptReport[] = [];
  private readonly agreed: (readonly IndexedClaim[])[] = [];
  private readonly active: readonly Rule[];
  private readonly passageRules: readonly PassageRule[];

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
    this.passageRules = this.active.filter((rule) => rule.scope === 'passage');
  }

  run(before: RulesResult | undefined): RulesResult {
    const { terms, document } = this;
    const origin = originOf(document);
    const holds = before !== undefined && before.terms.origin === origin && sameTerms(before.terms, terms);
    for (const rule of this.active)
      if (rule.scope === 'document')
        for (const outcome of rule.check(this.context))
          this.take(rule, outcome, undefined, this.reports, (agree) => this.agreed.push(agree));
    const outcomes = this.outcomes(before?.outcomes ?? [], holds);
    for (const { reports, agreed } of outcomes) {
      for (const report of reports) this.reports.push(report);
      if (agreed.length > 0) this.agreed.push(agreed);
    }
    const { agreed } = this;
    let set: Set<IndexedClaim> | undefined;
    return {
      findings: this.findings(),
      get agreed() {
        set ??= new Set(agreed.flat());
        return set;
      },
      outcomes,
      terms: { ...terms, origin },
    };
  }

  /** What came of each passage; what was found before is taken over where nothing that it rests on has changed. */
  private outcomes(before: readonly PassageOutcome[], holds: boolean): PassageOutcome[] {
    const { passages, kept } = this.document;
    const stale = this.index.stalePassages();
    const end = before.length - kept.atEnd;
    const between = new Map(before.slice(kept.atStart, end).map((outcome) => [outcome.passage, outcome]));
    const outcomes = passages.map((passage, i) => {
      const left = passages.length - i;
      const known = i < kept.atStart ? before[i] : left <= kept.atEnd ? before[before.length - left] : between.get(passage);
      const part = this.partOf(passage);
      if (known && holds && known.part === part) {
        between.delete(passage);
        return stale.has(passage) ? this.checkAgain(known) : known;
      }
      if (known) this.forget(known);
      return this.check(passage, part);
    });
    for (const gone of between.values()) this.forget(gone);
    return outcomes;
  }

  private forget({ byRule }: PassageOutcome): void {
    for (const { lookups } of byRule) if (lookups) this.index.forget(lookups);
  }

  /** Runs those rules again on a passage that stayed whose lookups would now find something else. */
  private checkAgain(known: PassageOutcome): PassageOutcome {
    const { index } = this;
    const here = this.contextOf(known.passage);
    const byRule = known.byRule.flatMap((outcome) => {
      if (!outcome.lookups || index.isCurrent(outcome.lookups)) return outcome;
      index.forget(outcome.lookups);
      return this.checkRule(outcome.rule, here) ?? [];
    });
    return outcomeOf(known.passage, known.part, byRule);
  }

  private partOf({ passage: { start } }: ReadPassage): Part {
    const { bodyStart, bodyEnd } = this.document.outline;
    return start >= bodyEnd ? 'appendix' : start < bodyStart ? 'title' : 'body';
  }

  private check(passage: ReadPassage, part: Part): PassageOutcome {
    const here = this.contextOf(passage);
    const byRule: RuleOutcome[] = [];
    for (const rule of this.passageRules) {
      if (part === 'appendix' && !rule.everywhere) continue;
      const outcome = this.checkRule(rule, here);
      if (outcome) byRule.push(outcome);
    }
    return outcomeOf(passage, part, byRule);
  }

  private contextOf(passage: ReadPassage): PassageContext {
    const { context, document, index } = this;
    const { passage: at } = passage;
    return {
      ...context,
      passage,
      claims: index.in(passage),
      source: document.text.slice(at.start, at.end),
      locate: (start: number, end: number) => rangeOf(at, start, end),
    };
  }

  private checkRule(rule: PassageRule, here: PassageContext): RuleOutcome | undefined {
    const reports: KeptReport[] = [];
    const agreed: IndexedClaim[] = [];
    const lookups = this.index.note(here.passage, () => {
      for (const outcome of rule.check(here)) this.take(rule, outcome, here.passage, reports, (claims) => agreed.push(...claims));
    });
    return lookups || reports.length > 0 || agreed.length > 0 ? { rule, reports, agreed, lookups } : undefined;
  }

  private take(
    rule: Rule,
    outcome: Outcome,
    near: ReadPassage | undefined,
    reports: KeptReport[],
    agree: (claims: readonly IndexedClaim[]) => void,
  ): void {
    const { overrides, language } = this.terms;
    if ('agree' in outcome) agree(outcome.agree);
    else reports.push(keepReport(rule, outcome, this.document, near, overrides[rule.id] as Severity | undefined, language));
  }

  private findings(): Finding[] {
    const ties = new Map<string, number>();
    const findings = this.reports.map((report) => {
      const tie = ties.get(report.identity) ?? 0;
      ties.set(report.identity, tie + 1);
      return findingOf(report, tie);
    });
    return withoutSuperseded(findings, this.active).sort(
      (a, b) =>
        a.range.start - b.range.start || severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.rule.localeCompare(b.rule),
    );
  }
}

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

const outcomeOf = (passage: ReadPassage, part: Part, byRule: readonly RuleOutcome[]): PassageOutcome => ({
  passage,
  byRule,
  reports: byRule.flatMap(({ reports }) => reports),
  agreed: byRule.flatMap(({ agreed }) => agreed),
  part,
});

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
