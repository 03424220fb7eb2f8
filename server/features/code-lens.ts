import type { CodeLens } from 'vscode-languageserver';
import { type Section, sectionsOf } from '../core/sections.ts';
import { lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { describeTally, tallyOf } from '../tally.ts';

/** Above the headings of the first two levels what stands under them, where the user wants it. */
export default {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  start({ connection, client, drafts, language, settings, onStale }) {
    connection.onRequest('textDocument/codeLens', async ({ textDocument: { uri } }, token) => {
      const check = settings.codeLens ? await drafts.check(uri, token) : undefined;
      if (!check) return null;
      const lensesOf = (section: Section): CodeLens[] => {
        const title = describeTally(tallyOf(check.result, section), language);
        const own = title ? [{ range: lspRange(check, section.heading), command: { title, command: '' } }] : [];
        return section.level === 1 ? [...own, ...section.children.flatMap(lensesOf)] : own;
      };
      return sectionsOf(check.result.document).flatMap(lensesOf);
    });
    if (client.workspace?.codeLens?.refreshSupport) onStale(() => connection.tryRequest('workspace/codeLens/refresh'));
  },
} satisfies Feature;
