import { type CodeAction, CodeActionKind, CodeActionTriggerKind, type TextEdit } from 'vscode-languageserver';
import type { Edit, Finding } from '../core/finding.ts';
import { rules } from '../core/generated/rules.ts';
import type { Language } from '../core/rules/run.ts';
import { type Check, lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { figureActions, reviewKind, setAsideActions } from '../review-actions.ts';
import type { DiagnosticData } from './diagnostics.ts';

const fixAll = `${CodeActionKind.SourceFixAll}.heshu`;

/**
 * The fixes that rules know: as quick fixes one by one, those of wording also all at once; never applied unasked. Where
 * the client asks for reason and name, also the decisions of reviewers.
 */
export default {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll, reviewKind] } }),
  start({ connection, drafts, language, reviews }) {
    connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
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
      const fixes = here.flatMap((finding): CodeAction[] => {
        if (!finding.fix) return [];
        const { title, edits } = finding.fix;
        const solved = context.diagnostics.filter(({ data }) => (data as DiagnosticData | undefined)?.key === finding.key);
        return [
          {
            title,
            kind: CodeActionKind.QuickFix,
            ...(solved.length > 0 && { diagnostics: solved }),
            edit: { changes: { [uri]: textEdits(check, edits) } },
          },
        ];
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
