import { lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { placesAlike } from '../places.ts';
import { DocumentHighlightKind } from '../rpc/kinds.ts';

/** With the caret at a figure, all places that state the same; at an indicator, all that name it. */
export default {
  capabilities: () => ({ documentHighlightProvider: true }),
  start({ connection, drafts }) {
    connection.onRequest('textDocument/documentHighlight', async ({ textDocument: { uri }, position }, token) => {
      const check = await drafts.check(uri, token);
      if (!check) return null;
      const places = placesAlike(check.result, check.document.offsetAt(position));
      return places.map((range) => ({ range: lspRange(check, range), kind: DocumentHighlightKind.Text }));
    });
  },
} satisfies Feature;
