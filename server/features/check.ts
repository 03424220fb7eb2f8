import { coverageLine } from '../core/coverage.ts';
import type { Feature } from '../feature.ts';
import { outsideOf } from '../overview.ts';
import { type CheckSummary, checkRequest, type UriParams } from '../protocol.ts';
import { MessageType } from '../rpc/kinds.ts';

/** Says on request what a check covered, and unasked, once, what it could not do. */
export default {
  start({ connection, drafts, language, showsChecks }) {
    connection.onRequest(checkRequest, async ({ uri }: UriParams, token): Promise<CheckSummary | null> => {
      const check = await drafts.check(uri, token);
      return check ? { coverage: coverageLine(check.result.coverage, language), outside: outsideOf(check, language) } : null;
    });
    if (showsChecks) return;
    const said = new Set<string>();
    drafts.onCheck((check) => {
      const { document, result } = check;
      // An empty or hardly begun document need not say yet whose it is.
      if (result.index.claims.length < 5) return;
      for (const line of outsideOf(check, language)) {
        const key = `${document.uri} ${line}`;
        if (said.has(key)) continue;
        said.add(key);
        void connection.sendNotification('window/showMessage', { type: MessageType.Info, message: line });
      }
    });
  },
} satisfies Feature;
