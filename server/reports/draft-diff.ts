import type { CheckResult } from '../core/check.ts';
import type { DraftDiff } from '../core/diff.ts';
import type { Finding } from '../core/finding.ts';
import type { Language } from '../core/kept-report.ts';
import { placeAt } from '../core/outline/place.ts';
import { unnamed } from '../core/printed.ts';
import { escapeMarkdown } from '../markdown.ts';
import { diffNotes, diffSummary, diffTable } from '../tables/diff.ts';
import { severityName } from '../tables/findings.ts';
import { cellText } from '../tables/table.ts';

/** How the figures' changes and headings are written. */
export interface TextShape {
  changes(diff: DraftDiff, language: Language): string;
  heading(title: string): string;
  /** Words of a paper as they are. */
  words(text: string): string;
}

/** As Markdown for a narrow page: a line for each figure, below it what follows. */
export const diffMarkdown: TextShape = {
  changes: (diff, language) =>
    diffTable(diff, language)
      .rows.map((row) => {
        const [what = '', place = '', name = '', before = '', after = '', ...more] = row.map((cell) => escapeMarkdown(cellText(cell)));
        const values = [before, after].filter(Boolean).join(' → ');
        const notes = more.flatMap((words, i) => (words ? [`  - ${diffNotes(language)[i]}${colons[language]}${words}`] : []));
        return [`- ${what} ${place} **${name || unnamed[language]}** ${values}`, ...notes].join('\n');
      })
      .join('\n'),
  heading: (title) => `## ${title}`,
  words: escapeMarkdown,
};

const colons: Record<Language, string> = { zh: '：', en: ': ' };

const texts: Record<Language, Record<'confirmed' | 'added' | 'solved' | 'remaining', string>> = {
  zh: { confirmed: '改动了已核定的数', added: '新增的问题', solved: '消除的问题', remaining: '还在的问题' },
  en: {
    confirmed: 'Confirmed figures that were changed',
    added: 'New findings',
    solved: 'Findings solved',
    remaining: 'Findings still there',
  },
};

/** What two versions of a draft differ in, as a text for people: the figures, then the findings, then a summary. */
export const draftDiffText = (
  diff: DraftDiff,
  before: CheckResult,
  after: CheckResult,
  shape: TextShape,
  language: Language = 'zh',
): string => {
  const text = texts[language];
  const list = (title: string, findings: readonly Finding[], of: CheckResult): string[] =>
    findings.length === 0
      ? []
      : [`${shape.heading(title)}\n\n${findings.map((finding) => `- ${shape.words(lineOf(finding, of, language))}`).join('\n')}`];
  return [
    ...(diff.changed.length + diff.added.length + diff.gone.length > 0 ? [shape.changes(diff, language)] : []),
    ...list(text.confirmed, diff.confirmed, after),
    ...list(text.added, diff.findings.added, after),
    ...list(text.solved, diff.findings.solved, before),
    ...list(text.remaining, diff.findings.remaining, after),
    diffSummary(diff, language),
  ].join('\n\n');
};

/** `必核 “一”第2段：…` */
export const lineOf = ({ severity, range, message }: Finding, { document }: CheckResult, language: Language): string =>
  `${severityName(severity, language)} ${placeAt(document, range.start)}${colons[language]}${message.split('\n')[0] ?? ''}`;
