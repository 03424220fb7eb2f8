import type { CheckResult } from '../core/check.ts';
import { outsideLine } from '../core/coverage.ts';
import { escapeMarkdown, markdownTable } from '../markdown.ts';
import { lineOf } from './draft-diff.ts';

/** The papers of a folder, each with its address, as a Markdown text: a table of what was covered, then the findings of each. */
export const folderText = (
  name: string,
  papers: readonly { name: string; uri: string; result: CheckResult }[],
  problems: readonly string[],
): string => {
  const rows = papers.map(({ name: paper, result: { coverage, findings } }) => [
    paper,
    ...[coverage.figures, coverage.agree, coverage.conflict, coverage.notComparable, coverage.withoutEvidence, findings.length].map(String),
  ]);
  const parts = [
    `# ${escapeMarkdown(name)}：核对结果`,
    ...(rows.length > 0 ? [markdownTable(['文稿', '数据', '一致', '请核', '不可比', '无依据', '问题'], rows)] : []),
    ...(problems.length > 0 ? [`没有读出的：\n\n${problems.map((problem) => `- ${escapeMarkdown(problem)}`).join('\n')}`] : []),
    ...papers.map(({ name: paper, uri, result }) => {
      const lines = result.findings.map((finding) => `- ${escapeMarkdown(lineOf(finding, result))}`);
      return [
        `## [${escapeMarkdown(paper)}](<${uri}>)`,
        ...outsideLine(result).map(escapeMarkdown),
        lines.length > 0 ? lines.join('\n') : '没有发现问题。',
      ].join('\n\n');
    }),
  ];
  return `${parts.join('\n\n')}\n`;
};
