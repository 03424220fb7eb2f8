import type { CheckResult } from '../../core/check.ts';
import { coverageLine } from '../../core/coverage.ts';
import type { Finding } from '../../core/finding.ts';
import { placeAt } from '../../core/outline/place.ts';
import { severityNames } from '../../tables/findings.ts';
import type { DocxComment } from './comments.ts';

/** A finding as a comment: its lines, then what it rests on, then severity and rule. */
export const commentsOf = (findings: readonly Finding[]): DocxComment[] =>
  findings.map(({ range, message, related, severity, rule }) => ({
    ...range,
    lines: [...message.split('\n'), ...related.map((place) => `依据：${place.message}`), `${severityNames[severity]} · 规则 ${rule}`],
  }));

/** The index of findings for a last page. Its title makes it an attachment, which no check reads as part of the draft. */
export const indexLines = ({ document, findings, coverage }: CheckResult): string[] => [
  '附：核数问题索引',
  coverageLine(coverage),
  ...findings.map(({ range, message, severity }, i) => {
    const [what = ''] = message.split('\n');
    return `${i + 1}. ${severityNames[severity]}　${placeAt(document, range.start)}　${what}`;
  }),
];
