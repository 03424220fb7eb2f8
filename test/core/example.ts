import { Baseline } from '../../server/core/baseline/baseline.ts';
import { checkDocument } from '../../server/core/check.ts';
import { ClaimIndex } from '../../server/core/claims/claim-index.ts';
import { confirmationOf } from '../../server/core/confirmation.ts';
import { readDocument } from '../../server/core/document.ts';
import type { Finding } from '../../server/core/finding.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { confirm, draftIdentity, emptyReviewed, type Reviewed } from '../../server/core/reviewed.ts';
import type { Example } from '../../server/core/rules/rule.ts';
import { readSheet } from '../../server/core/sheets/read-sheet.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

const report = (year: number, body: string): string =>
  `政府工作报告\n\n${year}年1月16日在青川县第九届人民代表大会第${year === 2025 ? '四' : '三'}次会议上\n\n一、${year - 1}年工作回顾\n\n${body}`;

/** The findings on a whole draft, held against last year's paper where there is one. */
export const checkText = (text: string, { base, sheet, confirmed }: Omit<Example, 'draft'> = {}): Finding[] => {
  const vocabulary = vocabularyWith([]);
  const papers = base === undefined ? [] : factsOfText('上年报告', report(2024, base), vocabulary);
  const table = { name: '数据表.csv', rows: (sheet ?? '').split('\n').map((line) => line.split('|')) };
  const sheets = sheet === undefined ? [] : (readSheet(table, vocabulary, { region: '青川县', year: 2024 })?.facts ?? []);
  const reviewed = confirmed === undefined ? emptyReviewed : confirmedIn(report(2025, confirmed));
  return checkDocument(readDocument(text, vocabulary), new Baseline([...papers, ...sheets]), rules, { reviewed }).findings;
};

/** All figures of a draft, confirmed by an office. */
const confirmedIn = (text: string): Reviewed => {
  const document = readDocument(text, vocabularyWith([]));
  return new ClaimIndex(document).claims.reduce(
    (reviewed, entry) =>
      confirm(reviewed, draftIdentity(document), confirmationOf(entry, { paper: '核定表', by: '统计局', on: '2025-01-12' })),
    emptyReviewed,
  );
};

/** What the checker says of an example. */
export const checkExample = ({ draft, ...papers }: Example): { text: string; findings: Finding[] } => {
  const text = report(2025, draft);
  return { text, findings: checkText(text, papers) };
};
