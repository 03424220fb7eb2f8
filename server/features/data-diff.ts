import { about } from '../core/about.ts';
import type { Text } from '../core/rules/rule.ts';
import type { Language } from '../core/rules/run.ts';
import type { Check } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { escapeMarkdown } from '../markdown.ts';
import { type Materials, readSheetFile } from '../materials.ts';
import { type DataDiff, type DataDiffParams, dataDiffRequest, dataSheetsRequest, type UriParams } from '../protocol.ts';
import { nameOf, parentOf } from '../uris.ts';
import type { Workspace } from '../workspace.ts';

/** Says what a new version of a data sheet changes, and which places of the draft this concerns. */
export default {
  start({ connection, drafts, workspace, language }) {
    const text = texts[language];
    connection.onRequest(dataSheetsRequest, async ({ uri }: UriParams): Promise<string[]> => {
      const folder = (await workspace.projectOf(uri)).folders.data?.path;
      const files = folder === undefined ? undefined : workspace.filesOf(folder);
      if (!files || folder === undefined) return [];
      const names = (await files.list(folder)) ?? [];
      return names.filter((name) => /^(?!\.|~\$).*\.(?:csv|xlsx)$/i.test(name)).map((name) => files.join(folder, name));
    });

    connection.onRequest(dataDiffRequest, async ({ uri, before, after }: DataDiffParams, token): Promise<DataDiff> => {
      const check = await drafts.check(uri, token);
      if (!check) return { nothing: text.noDraft };
      const [old, current] = [await readSheet(workspace, before, check), await readSheet(workspace, after, check)];
      for (const sheet of [old, current]) if (sheet.facts.length === 0) return { nothing: (sheet.problems[0] as Text)[language] };
      const { diffHeads, diffRows, diffSheets, diffSummary, markdownTable } = await import('../writers/paperwork.ts');
      // The draft may have changed while the sheets were read.
      const { document, index } = ((await drafts.check(uri, token)) ?? check).result;
      const diff = diffSheets(old.facts, current.facts, index, document.text);
      const summary = diffSummary(diff, language);
      const problems = [...new Set([...old.problems, ...current.problems].map((problem) => problem[language]))];
      if (diff.changes.length === 0 && problems.length === 0) return { nothing: summary };
      const parts = [
        `# ${text.title(escapeMarkdown(nameOf(uri)))}`,
        escapeMarkdown(text.sheets(nameOf(before), nameOf(after))),
        summary,
        ...(diff.changes.length > 0 ? [markdownTable(diffHeads(language), diffRows(diff, language))] : []),
        ...(problems.length > 0 ? [`${text.unread}\n\n${problems.map((problem) => `- ${escapeMarkdown(problem)}`).join('\n')}`] : []),
      ];
      return { markdown: `${parts.join('\n\n')}\n` };
    });
  },
} satisfies Feature;

interface Texts {
  noDraft: string;
  title(draft: string): string;
  sheets(before: string, after: string): string;
  unread: string;
}

const texts: Record<Language, Texts> = {
  zh: {
    noDraft: '这份文件没有按文稿核对',
    title: (draft) => `${draft}：新数据表改了哪些数`,
    sheets: (before, after) => `旧表 ${before}，新表 ${after}`,
    unread: '没有读出的：',
  },
  en: {
    noDraft: 'This file is not checked as a draft',
    title: (draft) => `${draft}: what the new data sheet changes`,
    sheets: (before, after) => `Old sheet ${before}, new sheet ${after}`,
    unread: 'Not read:',
  },
};

/** Where there are no facts, the first of the problems says why. */
const readSheet = async (workspace: Workspace, uri: string, { project, result }: Check): Promise<Materials> => {
  const [files, folder, name] = [workspace.filesOf(uri), parentOf(uri), nameOf(uri)];
  const read: Materials =
    files && folder !== undefined
      ? await readSheetFile(files, folder, name, project.vocabulary, result.document.outline)
      : { facts: [], problems: [] };
  return read.facts.length > 0 || read.problems.length > 0
    ? read
    : { facts: [], problems: [about(name, { zh: '没有读出数据', en: 'no figures could be read' })] };
};
