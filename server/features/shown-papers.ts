import type { Language } from '../core/rules/run.ts';
import type { Feature } from '../feature.ts';
import { paperScheme } from '../protocol.ts';
import { fileBehind, shownOf } from '../shown-paper.ts';
import { comparable } from '../uris.ts';

/** Gives the words of Word documents, workbooks and PDF files to clients that show texts which are no files. */
export default {
  capabilities: (client) =>
    client.workspace?.textDocumentContent ? { workspace: { textDocumentContent: { schemes: [paperScheme] } } } : {},
  start({ connection, client, workspace, language, onStale }) {
    if (!client.workspace?.textDocumentContent) return;
    const asked = new Set<string>();
    connection.onRequest('workspace/textDocumentContent', async ({ uri }) => {
      asked.add(uri);
      const file = fileBehind(uri);
      // The address may stand in a paper that somebody sent: a share that it names is not reached for.
      const bytes = file !== undefined && workspace.mayShow(file) ? await workspace.filesOf(file)?.read(file) : undefined;
      if (!bytes) return { text: missing[language] };
      const shown = await shownOf(file as string, bytes, language);
      if ('problem' in shown) return { text: shown.problem };
      return { text: shown.find((paper) => comparable(paper.uri) === comparable(uri))?.text ?? missing[language] };
    });
    onStale(() => {
      for (const uri of asked) connection.tryRequest('workspace/textDocumentContent/refresh', { uri });
    });
  },
} satisfies Feature;

const missing: Record<Language, string> = {
  zh: '这份材料现在读不到：可能已移走或改名。请关闭此页，在文稿里重新转到出处。',
  en: 'This paper cannot be read now: it may have been moved or renamed. Close this page and go to the source from the draft again.',
};
