import type { Diagnostic } from 'vscode-languageserver';
import { configName } from '../config.ts';
import { reviewedName } from '../core/reviewed.ts';
import type { Text } from '../core/rules/rule.ts';
import type { Feature } from '../feature.ts';
import { DiagnosticSeverity } from '../rpc/kinds.ts';
import type { Project } from '../workspace.ts';

/** The line of one of our own files that a problem is about. */
const named = new RegExp(`^(?:${configName}|${reviewedName}) 第(\\d+)行`);

/**
 * What cannot be read of `heshu.json`, of the folder that it names or of reviewers' decisions stands at that file, in the list
 * of problems; what is attached to a draft and cannot be held against it, at the attachment.
 */
export default {
  start({ connection, workspace, language }) {
    const told = new Set<string>();
    const tell = (uri: string, problems: readonly Text[]): void => {
      if (problems.length === 0 && !told.has(uri)) return;
      told.add(uri);
      const diagnostics = problems.map((problem): Diagnostic => {
        const line = Number(named.exec(problem.zh)?.[1] ?? 1) - 1;
        return {
          range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
          severity: DiagnosticSeverity.Warning,
          source: '核数',
          message: problem[language],
        };
      });
      void connection.sendNotification('textDocument/publishDiagnostics', { uri, diagnostics });
    };
    workspace.onLoad(({ uri, problems, baselineProblems }: Project) => {
      if (uri !== undefined) tell(uri, [...problems, ...baselineProblems]);
    });
    workspace.onReviewed(tell);
    const attached = new Map<string, string[]>();
    workspace.onAttachments((folder, problems) => {
      const paths = problems.map(({ path }) => path);
      for (const uri of attached.get(folder) ?? [])
        if (!paths.includes(uri)) void connection.sendNotification('textDocument/publishDiagnostics', { uri, diagnostics: [] });
      attached.set(folder, paths);
      for (const { path, message, isUnreadable } of problems)
        void connection.sendNotification('textDocument/publishDiagnostics', {
          uri: path,
          diagnostics: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              severity: isUnreadable ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
              source: '核数',
              message: message[language],
            },
          ],
        });
    });
  },
} satisfies Feature;
