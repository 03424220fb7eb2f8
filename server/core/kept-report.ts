import { formatPeriod } from './claims/period.ts';
import { subjectKey } from './claims/subject.ts';
import type { PolicyDocument, ReadPassage } from './document.ts';
import type { Edit, Finding, Range, Related, Severity } from './finding.ts';
import { wordsOf } from './identity.ts';
import type { Report, Rule, Text } from './rules/rule.ts';
import { bisect } from './text/bisect.ts';
import { hash } from './text/hash.ts';

export type Language = keyof Text;

/** A place that moves along with a passage: units behind its start. */
interface Anchor extends Range {
  passage: ReadPassage;
}

/** A finding without absolute places and without its number among those alike: it holds until its passage is checked again. */
export interface KeptReport {
  /** Rule, claim, stated value, the value held against, and the passage without its figures: no place. */
  identity: string;
  rule: string;
  severity: Severity;
  place: Anchor;
  message: string;
  related: (Omit<Related, 'range'> & { place?: Anchor })[];
  fix?: { title: string; edits: (Anchor & Pick<Edit, 'newText'>)[] };
  /** The finding as it was last told. */
  told?: { finding: Finding; tie: number };
}

/** @param near The passage that was checked; undefined where the rule saw the whole document. */
export const keepReport = (
  rule: Rule,
  report: Report,
  document: PolicyDocument,
  near: ReadPassage | undefined,
  severity: Severity | undefined,
  language: Language,
): KeptReport => {
  const { fix } = report;
  const { start, end } = report.claim ? (report.range ?? report.claim) : report.range;
  const passage = report.claim?.passage ?? passageOf(document, start, near);
  const anchor = <Place extends Range>(place: Place): Place & Anchor => {
    const at = passageOf(document, place.start, near) ?? (document.passages[0] as ReadPassage);
    const from = at.passage.start;
    return { ...place, passage: at, start: place.start - from, end: place.end - from };
  };
  const edits = fix && ('edits' in fix ? fix.edits : [{ start, end, newText: fix.newText }]);
  return {
    identity: identityOfReport(rule, report, passage),
    rule: rule.id,
    severity: severity ?? report.severity ?? rule.severity,
    place: anchor({ start, end }),
    message: fill(rule, report.message, report.values, language),
    related: (report.related ?? []).map(({ range, ...related }) => ({ ...related, ...(range && { place: anchor(range) }) })),
    ...(fix && edits && { fix: { title: fill(rule, fix.title, fix.values, language), edits: edits.map(anchor) } }),
  };
};

/** The finding as the document stands; `tie` counts those of the same identity before it. The same object while nothing of it moves. */
export const findingOf = (report: KeptReport, tie: number): Finding => {
  const { told } = report;
  if (told?.tie === tie && hasNotMoved(report, told.finding)) return told.finding;
  const { identity, rule, severity, place, message, related, fix } = report;
  const finding: Finding = {
    key: told?.tie === tie ? told.finding.key : hash(`${identity}|${tie}`),
    rule,
    severity,
    range: rangeOf(place),
    message,
    related: related.map(({ place: at, ...rest }) => ({ ...rest, ...(at && { range: rangeOf(at) }) })),
    ...(fix && { fix: { title: fix.title, edits: fix.edits.map((edit) => ({ ...rangeOf(edit), newText: edit.newText })) } }),
  };
  report.told = { finding, tie };
  return finding;
};

const hasNotMoved = ({ place, related, fix }: KeptReport, finding: Finding): boolean =>
  startOf(place) === finding.range.start &&
  related.every((other, i) => !other.place || startOf(other.place) === finding.related[i]?.range?.start) &&
  (fix?.edits ?? []).every((edit, i) => startOf(edit) === finding.fix?.edits[i]?.start);

const startOf = ({ passage: { passage }, start }: Anchor): number => passage.start + start;

const rangeOf = ({ passage: { passage }, start, end }: Anchor): Range => ({ start: passage.start + start, end: passage.start + end });

/** The passage that an offset lies in. */
const passageOf = ({ passages }: PolicyDocument, offset: number, near: ReadPassage | undefined): ReadPassage | undefined => {
  if (near && near.passage.start <= offset && offset < near.passage.end) return near;
  const count = bisect(passages.length, (n) => (passages[n - 1] as ReadPassage).passage.start <= offset);
  return passages[Math.max(0, count - 1)];
};

/** A message of a rule, with its values filled in. */
export const fill = (rule: Rule, message: string, values: Record<string, string>, language: Language): string => {
  const template = (rule as { messages: Record<string, Record<Language, string>> }).messages[message]?.[language] ?? message;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
};

const identityOfReport = (rule: Rule, report: Report, passage: ReadPassage | undefined): string => {
  const { claim: entry } = report;
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
