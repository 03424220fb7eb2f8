import type { CheckResult } from '../core/check.ts';
import type { DraftDiff } from '../core/diff.ts';
import type { Finding } from '../core/finding.ts';
import { placeAt } from '../core/outline/place.ts';
import { diffSummary, diffTable } from '../tables/diff.ts';
import { severityNames } from '../tables/findings.ts';
import type { Table } from '../tables/table.ts';

/** How tables and headings are written. */
export interface TextShape {
  table(table: Table): string;
  heading(title: string): string;
}

/** What two versions of a draft differ in, as a text for people: the figures, then the findings, then a summary. */
export const draftDiffText = (diff: DraftDiff, before: CheckResult, after: CheckResult, shape: TextShape): string => {
  const table = diffTable(diff);
  const list = (title: string, findings: readonly Finding[], of: CheckResult): string[] =>
    findings.length === 0 ? [] : [`${shape.heading(title)}\n\n${findings.map((finding) => lineOf(finding, of)).join('\n')}`];
  return [
    ...(table.rows.length > 0 ? [shape.table(table)] : []),
    ...list('改动了已核定的数', diff.confirmed, after),
    ...list('新增的问题', diff.findings.added, after),
    ...list('消除的问题', diff.findings.solved, before),
    ...list('还在的问题', diff.findings.remaining, after),
    diffSummary(diff),
  ].join('\n\n');
};

/** `- 必核 “一”第2段：…` */
export const lineOf = ({ severity, range, message }: Finding, { document }: CheckResult): string =>
  `- ${severityNames[severity]} ${placeAt(document, range.start)}：${message.split('\n')[0] ?? ''}`;
