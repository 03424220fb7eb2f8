import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../core/finding.ts';
import { lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import type { DiagnosticData } from './diagnostics.ts';

/** The fixes that rules know, as quick fixes: offered one by one, never applied unasked. */
export default {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  start({ connection, drafts }) {
    connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
      if (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
      const check = await drafts.check(uri, token);
      if (!check) return [];
      const { document } = check;
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const touches = (finding: Finding): boolean => finding.range.start <= end && start <= finding.range.end;
      return check.result.findings.flatMap((finding): CodeAction[] => {
        if (!finding.fix || !touches(finding)) return [];
        const { title, edits } = finding.fix;
        const solved = context.diagnostics.filter(({ data }) => (data as DiagnosticData | undefined)?.key === finding.key);
        return [
          {
            title,
            kind: CodeActionKind.QuickFix,
            ...(solved.length > 0 && { diagnostics: solved }),
            edit: { changes: { [uri]: edits.map((edit) => ({ range: lspRange(check, edit), newText: edit.newText })) } },
          },
        ];
      });
    });
  },
} satisfies Feature;
