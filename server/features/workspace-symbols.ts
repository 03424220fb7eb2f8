import type { SymbolInformation } from 'vscode-languageserver';
import { describePlace } from '../core/outline/place.ts';
import type { Feature } from '../feature.ts';
import { locationOf } from '../places.ts';
import { SymbolKind } from '../rpc/kinds.ts';

/** More than anyone looks through. */
const limit = 200;

/** The claims of the open drafts, by the name of their indicator or by their number. */
export default {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  start({ connection, drafts }) {
    connection.onRequest('workspace/symbol', async ({ query }, token) => {
      const symbols: SymbolInformation[] = [];
      for (const { uri } of drafts.documents.all()) {
        const check = await drafts.check(uri, token);
        if (!check) continue;
        for (const entry of check.result.index.claims) {
          const name = `${entry.claim.name} ${entry.printed}`;
          if (entry.claim.kind === 'threshold' || !isWithin(query, name)) continue;
          const containerName = describePlace(entry.passage.passage);
          symbols.push({ name, kind: SymbolKind.Number, containerName, location: locationOf(check, entry) });
          if (symbols.length === limit) return symbols;
        }
      }
      return symbols;
    });
  },
} satisfies Feature;

/** Whether the characters of a query stand in a name, in their order. */
const isWithin = (query: string, name: string): boolean => {
  let at = -1;
  for (const character of query.replace(/\s/g, '')) {
    at = name.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
};
