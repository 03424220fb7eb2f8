import type { CodeAction, TextEdit } from 'vscode-languageserver';
import type { Edit, Finding, Fix } from '../core/finding.ts';
import { rules } from '../core/generated/rules.ts';
import type { Language } from '../core/rules/run.ts';
import { type Check, lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { figureActions, reviewKind, setAsideActions } from '../review-actions.ts';
import { CodeActionKind, CodeActionTriggerKind } from '../rpc/kinds.ts';
import type { DiagnosticData } from './diagnostics.ts';

const fixAll = `${CodeActionKind.SourceFixAll}.heshu`;

/**
 * The fixes that rules know: as quick fixes one by one, those of wording also all at once; never applied unasked. Where
 * the client asks for reason and name, also the decisions of reviewers.
 */
export default {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll, reviewKind] } }),
  start({ connection, drafts, language, reviews }) {
    connection.onRequest('textDocument/codeAction', async ({ textDocument: { uri }, range, context }, token) => {
      const wantsFixes = !context.only || context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind));
      const wantsAll = context.only?.some((kind) => fixAll === kind || fixAll.startsWith(`${kind}.`)) === true;
      // Not behind every figure that the caret passes.
      const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
      const wantsReview = reviews && (context.only ? context.only.some((kind) => reviewKind.startsWith(kind)) : isAsked);
      if (!wantsFixes && !wantsAll && !wantsReview) return [];
      const check = await drafts.check(uri, token);
      if (!check) return [];
      const { document } = check;
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const touches = (finding: Finding): boolean => finding.range.start <= end && start <= finding.range.end;
      const here = check.result.findings.filter(touches);
      const fixes = alike(here, check.result.document.text).map(({ fix: { title, edits }, keys }): CodeAction => {
        const solved = context.diagnostics.filter(({ data }) => keys.includes((data as DiagnosticData | undefined)?.key ?? ''));
        return {
          title,
          kind: CodeActionKind.QuickFix,
          ...(solved.length > 0 && { diagnostics: solved }),
          edit: { changes: { [uri]: textEdits(check, edits) } },
        };
      });
      return [
        ...(wantsFixes ? fixes : []),
        ...(wantsFixes && reviews ? setAsideActions(check, here, context.diagnostics, language) : []),
        ...(wantsReview ? figureActions(check, { start, end }, here, language) : []),
        ...(wantsAll ? fixWording(check, language) : []),
      ];
    });
  },
} satisfies Feature;

interface SharedFix {
  fix: Fix;
  /** Of the findings that it solves. */
  keys: string[];
}

/** The fixes of findings; of those that come to the same text the first. */
const alike = (findings: readonly Finding[], text: string): SharedFix[] => {
  const byText = new Map<string, SharedFix>();
  for (const { fix, key } of findings) {
    if (!fix) continue;
    const result = JSON.stringify(fix.edits.map((edit) => trimmed(edit, text)));
    const known = byText.get(result);
    if (known) known.keys.push(key);
    else byText.set(result, { fix, keys: [key] });
  }
  return [...byText.values()];
};

/** An edit without what stays: 4.8% → 3.9% and 4.8 → 3.9 are one. */
const trimmed = ({ start, end, newText }: Edit, text: string): Edit => {
  const old = text.slice(start, end);
  const least = Math.min(old.length, newText.length);
  let head = 0;
  while (head < least && old[head] === newText[head]) head++;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  return { start: start + head, end: end - tail, newText: newText.slice(head, newText.length - tail) };
};

const textEdits = (check: Check, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: lspRange(check, edit), newText: edit.newText }));

const wordingRules = new Set(rules.filter(({ severity }) => severity === 'hint').map(({ id }) => id));
const titles: Record<Language, string> = { zh: '改正全部文字问题', en: 'Fix all wording' };

/** Rules of wording (文字) change no value: their fixes are safe to apply together. Of two that overlap the first is taken. */
const fixWording = (check: Check, language: Language): CodeAction[] => {
  const edits: Edit[] = [];
  for (const { rule, fix } of check.result.findings) {
    if (!fix || !wordingRules.has(rule)) continue;
    const overlaps = fix.edits.some((edit) => edits.some((other) => edit.start < other.end && other.start < edit.end));
    if (!overlaps) edits.push(...fix.edits);
  }
  if (edits.length === 0) return [];
  return [{ title: titles[language], kind: fixAll, edit: { changes: { [check.document.uri]: textEdits(check, edits) } } }];
};
