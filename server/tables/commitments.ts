import type { Claim } from '../core/claims/claim.ts';
import { normalizeName } from '../core/claims/subject.ts';
import { type Commitment, isFall, outcomeNames } from '../core/commitments.ts';
import type { PolicyDocument } from '../core/document.ts';
import { describePlace, placeAt } from '../core/outline/place.ts';
import type { Language } from '../core/rules/run.ts';
import { citeFact } from '../core/rules/support.ts';
import type { CellContent, Table } from './table.ts';

const widths = [5, 28, 16, 28, 20, 20, 9, 14];
const heads: Record<Language, readonly string[]> = {
  zh: ['序号', '上年目标', '目标值', '出处', '本稿', '位置', '完成', '结果'],
  en: ['No.', 'Last year’s target', 'Value', 'Source', 'Draft', 'Place', 'Done', 'Result'],
};
/** The column that tells where the draft reports on a target. */
export const placeColumn = 5;

/** Last year's targets, each with what the draft reports on it. */
export const commitmentsTable = (list: readonly Commitment[], document: PolicyDocument, language: Language = 'zh'): Table => ({
  name: '上年目标',
  columns: heads[language].map((head, i) => ({ head, width: widths[i] as number })),
  frozenColumns: 2,
  rows: list.map((item, i) => [{ value: i + 1, decimals: 0 }, ...cellsOf(item, document, language)]),
});

const cellsOf = (
  { target, reported, outcome, mention, sure, done }: Commitment,
  document: PolicyDocument,
  language: Language,
): CellContent[] => {
  const place = reported ? describePlace(reported.passage.passage) : mention ? placeAt(document, mention.start) : '';
  return [
    `${target.claim.action && !target.claim.name.startsWith(target.claim.action) ? target.claim.action : ''}${target.claim.name}`,
    `${verbOf(target.claim)}${target.printed}${boundNames[target.claim.bound] ?? ''}`,
    citeFact(target),
    reported
      ? `${sure || sameName(target.claim, reported.claim) ? '' : guesses[language](reported.claim.name)}${verbOf(reported.claim)}${reported.printed}`
      : '',
    place,
    done === undefined ? '' : { value: done, decimals: 1, suffix: '%' },
    outcomeNames[language][outcome],
  ];
};

const guesses: Record<Language, (name: string) => string> = {
  zh: (name) => `疑为“${name}”`,
  en: (name) => `perhaps “${name}” `,
};

const sameName = (a: Claim, b: Claim): boolean => normalizeName(a.name) === normalizeName(b.name);

const boundNames: Record<string, string> = { over: '以上', under: '以内', about: '左右' };

const verbOf = (claim: Claim): string =>
  claim.kind === 'change'
    ? isFall(claim)
      ? '下降'
      : '增长'
    : claim.kind === 'point_change'
      ? (claim.values[0] ?? 0) < 0
        ? '下降'
        : '提高'
      : '';
