import type { CheckResult } from '../core/check.ts';
import type { Severity } from '../core/finding.ts';
import type { Language } from '../core/kept-report.ts';
import { placeAt } from '../core/outline/place.ts';
import type { Table } from './table.ts';

export const severityNames: Record<Severity, string> = { error: '必核', warning: '请核', information: '提示', hint: '文字' };
const englishSeverities: Record<Severity, string> = { error: 'must check', warning: 'check', information: 'note', hint: 'wording' };
export const severityName = (severity: Severity, language: Language): string =>
  (language === 'en' ? englishSeverities : severityNames)[severity];

/** What a check reports, in reading order. */
export const findingsTable = ({ document, findings }: CheckResult): Table => ({
  name: '问题',
  columns: [
    { head: '序号', width: 5 },
    { head: '级别', width: 6 },
    { head: '位置', width: 14 },
    { head: '原文', width: 24 },
    { head: '问题', width: 34 },
    { head: '算式与出处', width: 44 },
    { head: '处理', width: 34 },
    { head: '规则', width: 16 },
  ],
  frozenColumns: 2,
  rows: findings.map(({ rule, severity, range, message }, i) => {
    const [what = '', why = '', ...todo] = message.split('\n');
    return [
      { value: i + 1, decimals: 0 },
      severityNames[severity],
      placeAt(document, range.start),
      document.text.slice(range.start, range.end).replace(/\s+/g, ''),
      what,
      why,
      todo.join('\n'),
      rule,
    ];
  }),
});
