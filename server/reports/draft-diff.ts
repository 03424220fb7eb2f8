import type { CheckResult } from '../core/check.ts';
import type { DraftDiff } from '../core/diff.ts';
import type { Finding } from '../core/finding.ts';
import { placeAt } from '../core/outline/place.ts';
import { unnamed } from '../core/printed.ts';
import { escapeMarkdown } from '../markdown.ts';
import { diffNotes, diffSummary, diffTable } from '../tables/diff.ts';
import { severityNames } from '../tables/findings.ts';
import { cellText } from '../tables/table.ts';

/** How the figures' changes and headings are written. */
export interface TextShape {
  changes(diff: DraftDiff): string;
  heading(title: string): string;
  /** Words of a paper as they are. */
  words(text: string): string;
}

/** As Markdown for a narrow page: a line for each figure, below it what follows. */
export const diffMarkdown: TextShape = {
  changes: (diff) =>
    diffTable(diff)
      .rows.map((row) => {
        const [what = '', place = '', name = '', before = '', after = '', ...more] = row.map((cell) => escapeMarkdown(cellText(cell)));
        const values = [before, after].filter(Boolean).join(' → ');
        const notes = more.flatMap((words, i) => (words ? [`  - ${diffNotes[i]}：${words}`] : []));
        return [`- ${what} ${place} **${name || unnamed.zh}** ${values}`, ...notes].join('\n');
      })
      .join('\n'),
  heading: (title) => `## ${title}`,
  words: escapeMarkdown,
};

/** What two versions of a draft differ in, as a text for people: the figures, then the findings, then a summary. */
export const draftDiffText = (diff: DraftDiff, before: CheckResult, after: CheckResult, shape: TextShape): string => {
  const list = (title: string, findings: readonly Finding[], of: CheckResult): string[] =>
    findings.length === 0
      ? []
      : [`${shape.heading(title)}\n\n${findings.map((finding) => `- ${shape.words(lineOf(finding, of))}`).join('\n')}`];
  return [
    ...(diff.changed.length + diff.added.length + diff.gone.length > 0 ? [shape.changes(diff)] : []),
    ...list('改动了已核定的数', diff.confirmed, after),
    ...list('新增的问题', diff.findings.added, after),
    ...list('消除的问题', diff.findings.solved, before),
    ...list('还在的问题', diff.findings.remaining, after),
    diffSummary(diff),
  ].join('\n\n');
};

/** `必核 “一”第2段：…` */
export const lineOf = ({ severity, range, message }: Finding, { document }: CheckResult): string =>
  `${severityNames[severity]} ${placeAt(document, range.start)}：${message.split('\n')[0] ?? ''}`;
