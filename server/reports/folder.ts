import type { CheckResult } from '../core/check.ts';
import { outsideLine } from '../core/coverage.ts';
import type { Language } from '../core/kept-report.ts';
import { escapeMarkdown, markdownTable } from '../markdown.ts';
import { lineOf } from './draft-diff.ts';

interface Texts {
  title(folder: string): string;
  heads: string[];
  unread: string;
  none: string;
}

const texts: Record<Language, Texts> = {
  zh: {
    title: (folder) => `${folder}：核对结果`,
    heads: ['文稿', '数据', '一致', '请核', '不可比', '无依据', '问题'],
    unread: '没有读出的：',
    none: '没有发现问题。',
  },
  en: {
    title: (folder) => `${folder}: what the check found`,
    heads: ['Draft', 'Figures', 'Agree', 'To check', 'Not comparable', 'No evidence', 'Findings'],
    unread: 'Not read:',
    none: 'No findings.',
  },
};

/** The papers of a folder, each with its address, as a Markdown text: a table of what was covered, then the findings of each. */
export const folderText = (
  name: string,
  papers: readonly { name: string; uri: string; result: CheckResult }[],
  problems: readonly string[],
  language: Language = 'zh',
): string => {
  const text = texts[language];
  const rows = papers.map(({ name: paper, result: { coverage, findings } }) => [
    paper,
    ...[coverage.figures, coverage.agree, coverage.conflict, coverage.notComparable, coverage.withoutEvidence, findings.length].map(String),
  ]);
  const parts = [
    `# ${text.title(escapeMarkdown(name))}`,
    ...(rows.length > 0 ? [markdownTable(text.heads, rows)] : []),
    ...(problems.length > 0 ? [`${text.unread}\n\n${problems.map((problem) => `- ${escapeMarkdown(problem)}`).join('\n')}`] : []),
    ...papers.map(({ name: paper, uri, result }) => {
      const lines = result.findings.map((finding) => `- ${escapeMarkdown(lineOf(finding, result, language))}`);
      return [
        `## [${escapeMarkdown(paper)}](<${uri}>)`,
        ...outsideLine(result, language).map(escapeMarkdown),
        lines.length > 0 ? lines.join('\n') : text.none,
      ].join('\n\n');
    }),
  ];
  return `${parts.join('\n\n')}\n`;
};
