import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { configName } from '../config.ts';
import type { Feature } from '../feature.ts';
import type { Project } from '../workspace.ts';

/** The line of `heshu.json` that a problem is about. */
const named = new RegExp(`^${configName} 第(\\d+)行`);

/** What cannot be read of `heshu.json` or of the folder that it names stands at that file, in the list of problems. */
export default {
  start({ connection, workspace }) {
    workspace.onLoad(({ uri, problems, baselineProblems }: Project) => {
      if (uri === undefined) return;
      const diagnostics = [...problems, ...baselineProblems].map((message): Diagnostic => {
        const line = Number(named.exec(message)?.[1] ?? 1) - 1;
        return {
          range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
          severity: DiagnosticSeverity.Warning,
          source: '核数',
          message,
        };
      });
      void connection.sendDiagnostics({ uri, diagnostics });
    });
  },
} satisfies Feature;
