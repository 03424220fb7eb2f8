import type { Baseline } from '../baseline/baseline.ts';
import type { ClaimIndex, IndexedClaim } from '../claims/claim-index.ts';
import { formatPeriod } from '../claims/period.ts';
import { subjectKey } from '../claims/subject.ts';
import type { Confirmation } from '../confirmation.ts';
import type { PolicyDocument } from '../document.ts';
import { type Finding, type Severity, severities } from '../finding.ts';
import { rangeOf } from '../outline/passage.ts';
import { hash } from '../text/hash.ts';
import type { Outcome, Report, Rule, RuleContext } from './rule.ts';

export type Language = 'zh' | 'en';

/** A severity by rule id; `off` silences the rule. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What the rules say of a document: findings in reading order, and the claims that passed a check. */
export interface RulesResult {
  findings: Finding[];
  agreed: ReadonlySet<IndexedClaim>;
}

export const runRules = (
  rules: readonly Rule[],
  document: PolicyDocument,
  index: ClaimIndex,
  baseline: Baseline,
  overrides: Severities,
  language: Language,
  confirmed: readonly Confirmation[] = [],
): RulesResult => {
  const { region, year } = document.outline;
  const context: RuleContext = { document, index, baseline, region: region ?? '', year, confirmed };
  const findings: Finding[] = [];
  const agreed = new Set<IndexedClaim>();
  const keys = new Map<string, number>();
  const take = (rule: Rule, report: Outcome): void => {
    if ('agree' in report) {
      for (const entry of report.agree) agreed.add(entry);
      return;
    }
    const override = overrides[rule.id] as Severity | undefined;
    const identity = keyOf(rule, report, document);
    const tie = keys.get(identity) ?? 0;
    keys.set(identity, tie + 1);
    findings.push({
      key: hash(`${identity}|${tie}`),
      rule: rule.id,
      severity: override ?? report.severity ?? rule.severity,
      range: report.range,
      message: fill(rule, report.message, report.values, language),
      related: report.related ?? [],
      ...(report.fix && { fix: { title: fill(rule, report.fix.title, report.fix.values, language), edits: report.fix.edits } }),
    });
  };
  const active = rules.filter((rule) => overrides[rule.id] !== 'off');
  for (const rule of active) if (rule.scope === 'document') for (const report of rule.check(context)) take(rule, report);
  const passageRules = active.filter((rule) => rule.scope === 'passage');
  for (const passage of document.passages) {
    if (passage.passage.start >= document.outline.bodyEnd) break;
    const here = {
      ...context,
      passage,
      claims: index.in(passage),
      locate: (start: number, end: number) => rangeOf(passage.passage, start, end),
    };
    for (const rule of passageRules) for (const report of rule.check(here)) take(rule, report);
  }
  const telling = withoutSuperseded(findings, active);
  telling.sort(
    (a, b) =>
      a.range.start - b.range.start || severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.rule.localeCompare(b.rule),
  );
  return { findings: telling, agreed };
};

/** Of several findings on one figure leaves out what a more specific one makes superfluous. */
const withoutSuperseded = (findings: readonly Finding[], rules: readonly Rule[]): Finding[] => {
  const supersedes = new Map(rules.map((rule) => [rule.id, rule.supersedes ?? []]));
  const superfluous = new Set<string>();
  for (const { rule, range, related } of findings)
    for (const other of supersedes.get(rule) ?? [])
      for (const { start } of [range, ...related.flatMap((place) => place.range ?? [])]) superfluous.add(`${other}|${start}`);
  return findings.filter(({ rule, range }) => !superfluous.has(`${rule}|${range.start}`));
};

const fill = (rule: Rule, message: string, values: Record<string, string>, language: Language): string => {
  const template = (rule as { messages: Record<string, Record<Language, string>> }).messages[message]?.[language] ?? message;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
};

/** Rule, claim, stated value, the value held against, and the passage without its figures: no place. */
const keyOf = (rule: Rule, report: Report, document: PolicyDocument): string => {
  const { claim: entry } = report;
  const passage =
    entry?.passage ?? document.passages.find(({ passage: at }) => at.start <= report.range.start && report.range.start < at.end);
  const parts = [rule.id, report.message, report.against ?? ''];
  if (entry) {
    const { claim } = entry;
    parts.push(
      entry.region,
      subjectKey(claim),
      claim.action,
      claim.kind,
      formatPeriod(claim.period) ?? '',
      claim.status,
      claim.scope,
      entry.printed,
    );
  }
  parts.push(passage ? wordsOf(passage.passage.text, passage.claims) : '');
  return parts.join('|');
};

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
