import type { Claim } from '../core/claims/claim.ts';
import { normalizeName } from '../core/claims/subject.ts';
import { type Commitment, isFall, outcomeNames } from '../core/commitments.ts';
import type { PolicyDocument } from '../core/document.ts';
import { describePlace, placeAt } from '../core/outline/place.ts';
import { citeFact } from '../core/rules/support.ts';
import type { CellContent, Table } from './table.ts';

/** Last year's targets, each with what the draft reports on it. */
export const commitmentsTable = (list: readonly Commitment[], document: PolicyDocument): Table => ({
  name: '上年目标',
  columns: [
    { head: '序号', width: 5 },
    { head: '上年目标', width: 28 },
    { head: '目标值', width: 14 },
    { head: '出处', width: 22 },
    { head: '本稿', width: 18 },
    { head: '位置', width: 16 },
    { head: '完成', width: 9 },
    { head: '结果', width: 12 },
  ],
  frozenColumns: 2,
  rows: list.map((item, i) => [{ value: i + 1, decimals: 0 }, ...cellsOf(item, document)]),
});

const cellsOf = ({ target, reported, outcome, mention, sure, done }: Commitment, document: PolicyDocument): CellContent[] => {
  const place = reported ? describePlace(reported.passage.passage) : mention ? placeAt(document, mention.start) : '';
  return [
    `${target.claim.action && !target.claim.name.startsWith(target.claim.action) ? target.claim.action : ''}${target.claim.name}`,
    `${verbOf(target.claim)}${target.printed}${boundNames[target.claim.bound] ?? ''}`,
    citeFact(target),
    reported
      ? `${sure || sameName(target.claim, reported.claim) ? '' : `疑为“${reported.claim.name}”`}${verbOf(reported.claim)}${reported.printed}`
      : '',
    place,
    done === undefined ? '' : { value: done, decimals: 1, suffix: '%' },
    outcomeNames.zh[outcome],
  ];
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
