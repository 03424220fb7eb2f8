import type { DocumentSymbol } from 'vscode-languageserver';
import { type Section, sectionsOf } from '../core/sections.ts';
import { lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { SymbolKind } from '../rpc/kinds.ts';
import { describeTally, tallyOf } from '../tally.ts';

/** The outline of the draft: its headings, each with how many figures stand under it and how many are to be checked. */
export default {
  capabilities: () => ({ documentSymbolProvider: { label: '核数' } }),
  start({ connection, drafts, language }) {
    connection.onRequest('textDocument/documentSymbol', async ({ textDocument: { uri } }, token) => {
      const check = await drafts.check(uri, token);
      if (!check) return null;
      const symbolOf = (section: Section): DocumentSymbol => ({
        name: section.title,
        detail: describeTally(tallyOf(check.result, section), language),
        kind: SymbolKind.String,
        range: lspRange(check, section),
        selectionRange: lspRange(check, section.heading),
        children: section.children.map(symbolOf),
      });
      return sectionsOf(check.result.document).map(symbolOf);
    });
  },
} satisfies Feature;
