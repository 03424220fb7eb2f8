import type { FoldingRange } from 'vscode-languageserver';
import { type Section, sectionsOf } from '../core/sections.ts';
import { lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';

/** Sections fold under their headings. */
export default {
  capabilities: () => ({ foldingRangeProvider: true }),
  start({ connection, drafts }) {
    connection.onRequest('textDocument/foldingRange', async ({ textDocument: { uri } }, token) => {
      const check = await drafts.check(uri, token);
      if (!check) return null;
      const rangesOf = (section: Section): FoldingRange[] => {
        const { start, end } = lspRange(check, section);
        const own = end.line > start.line ? [{ startLine: start.line, endLine: end.line }] : [];
        return [...own, ...section.children.flatMap(rangesOf)];
      };
      return sectionsOf(check.result.document).flatMap(rangesOf);
    });
  },
} satisfies Feature;
