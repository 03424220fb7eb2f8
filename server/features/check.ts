import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { coverageLine, outsideLine } from '../core/coverage.ts';
import type { Feature } from '../feature.ts';
import { type CheckSummary, checkRequest, type UriParams } from '../protocol.ts';

/** Says on request what a check covered, and unasked, once, what it could not do. */
export default {
  start({ connection, drafts, language, showsChecks }) {
    connection.onRequest(checkRequest, async ({ uri }: UriParams, token): Promise<CheckSummary | null> => {
      const check = await drafts.check(uri, token);
      return check ? { coverage: coverageLine(check.result.coverage, language), outside: outsideLine(check.result, language) } : null;
    });
    if (showsChecks) return;
    const said = new Set<string>();
    drafts.onCheck(({ document, result, project }) => {
      // An empty or hardly begun document need not say yet whose it is.
      if (result.index.claims.length < 5) return;
      // Where there is a heshu.json, its problems stand there.
      const unread = project.uri === undefined ? project.baselineProblems : [];
      for (const line of [...outsideLine(result, language), ...unread]) {
        const key = `${document.uri} ${line}`;
        if (said.has(key)) continue;
        said.add(key);
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: line });
      }
    });
  },
} satisfies Feature;
