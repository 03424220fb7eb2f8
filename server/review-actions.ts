import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { confirmationOn } from './confirmed-figure.ts';
import { canBeRevised } from './core/baseline/correction.ts';
import type { Fact } from './core/baseline/fact.ts';
import type { IndexedClaim } from './core/claims/claim-index.ts';
import { yearOf } from './core/claims/period.ts';
import type { Finding, Range } from './core/finding.ts';
import { lookUpFigure } from './core/lookup.ts';
import { factsBehind, figureAt } from './core/mentions.ts';
import { printedOf } from './core/printed.ts';
import type { Language } from './core/rules/run.ts';
import { citeFact, periodName } from './core/rules/support.ts';
import type { Check } from './drafts.ts';
import type { DiagnosticData } from './features/diagnostics.ts';
import { reviewCommands } from './protocol.ts';
import { CodeActionKind } from './rpc/kinds.ts';

/** Of actions that record a decision and change nothing in the draft. */
export const reviewKind = 'heshu.review';
/** Facts that corrections are offered for at one place. */
const factsOffered = 2;

const titles = {
  zh: {
    setAside: '搁置此问题…（写明理由）',
    setAsideOne: (what: string) => `搁置“${what}”…（写明理由）`,
    confirm: (printed: string) => `据文件核定${printed}…`,
    withdraw: (by: string, on: string, paper: string) => `撤销核定（${by}，${on}，据${paper}）`,
    revise: (fact: string) => `基期已修订：录入修订数…（${fact}）`,
    correct: (fact: string) => `基期读错了…（${fact}）`,
    correctSheet: (fact: string) => `数据表读错了…（${fact}）`,
  },
  en: {
    setAside: 'Set this finding aside… (give a reason)',
    setAsideOne: (what: string) => `Set “${what}” aside… (give a reason)`,
    confirm: (printed: string) => `Confirm ${printed} against a paper…`,
    withdraw: (by: string, on: string, paper: string) => `Take back the confirmation (${by}, ${on}, ${paper})`,
    revise: (fact: string) => `The base was revised: enter the new value… (${fact})`,
    correct: (fact: string) => `The base was misread… (${fact})`,
    correctSheet: (fact: string) => `The data sheet was misread… (${fact})`,
  },
} satisfies Record<Language, unknown>;

/** Sets the findings at a place aside. */
export const setAsideActions = (
  check: Check,
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
  language: Language,
): CodeAction[] =>
  findings.map(({ key, message }) => {
    const what = message.split('\n')[0] as string;
    const title = findings.length === 1 ? titles[language].setAside : titles[language].setAsideOne(what);
    const solved = diagnostics.filter(({ data }) => (data as DiagnosticData | undefined)?.key === key);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      ...(solved.length > 0 && { diagnostics: solved }),
      command: { title, command: reviewCommands.setAside, arguments: [check.document.uri, key, what] },
    };
  });

/** Confirms the figure at a place, or takes that back; corrects what it is held against. */
export const figureActions = (check: Check, { start, end }: Range, findings: readonly Finding[], language: Language): CodeAction[] => {
  const { result, document } = check;
  const { uri } = document;
  const text = titles[language];
  const action = (title: string, command: string, ...more: unknown[]): CodeAction => ({
    title,
    kind: reviewKind,
    command: { title, command, arguments: [uri, ...more] },
  });
  // Of a selection the figure that it lies in or begins with.
  const figure = figureAt(result.index, start) ?? figureAt(result.index, end);
  const facts = factsAt(check, figure, findings);
  return [
    ...(figure ? [ofFigure(figure)] : []),
    ...facts.flatMap((fact) => {
      const { claim, printed, source } = fact;
      const label = `${citeFact(fact)} ${periodName(claim.period, null)}${claim.name}${printedOf(claim, printed)}`;
      // This year's value on a sheet is no base: a newer sheet takes its place.
      const isOwn = source.authority === 'sheet' && yearOf(claim.period) === (result.document.outline.year ?? 0) - 1;
      return [
        ...(canBeRevised(fact) && !isOwn ? [action(text.revise(label), reviewCommands.reviseBase, fact.id, label)] : []),
        action(isOwn ? text.correctSheet(label) : text.correct(label), reviewCommands.correctBase, fact.id, label),
      ];
    }),
  ];

  function ofFigure(entry: IndexedClaim): CodeAction {
    const record = confirmationOn(check, entry);
    const position = document.positionAt(entry.start);
    const printed = printedOf(entry.claim, entry.printed);
    return record
      ? action(text.withdraw(record.by, record.on, record.paper), reviewCommands.withdraw, position, printed)
      : action(text.confirm(entry.printed), reviewCommands.confirm, position, printed);
  }
};

/** What the findings at a place, or else its figure, are held against. */
const factsAt = ({ result }: Check, figure: IndexedClaim | undefined, findings: readonly Finding[]): Fact[] => {
  const { index, baseline } = result;
  const ids = findings.flatMap(({ related }) => related.flatMap(({ fact }) => fact?.id ?? []));
  if (ids.length === 0 && figure) {
    const base = lookUpFigure(figure, index, baseline).implied?.base.related.fact?.id;
    ids.push(...(base === undefined ? [] : [base]), ...factsBehind(figure, baseline).map(({ id }) => id));
  }
  const byId = new Map(baseline.facts.map((fact) => [fact.id, fact]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []).slice(0, factsOffered);
};
