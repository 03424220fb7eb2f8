import type { Fact } from '../core/baseline/fact.ts';
import type { CheckResult } from '../core/check.ts';
import type { Claim } from '../core/claims/claim.ts';
import type { Commitment } from '../core/commitments.ts';
import type { Standing } from '../core/coverage.ts';
import { describePlace } from '../core/outline/place.ts';
import { unnamed, withBound } from '../core/printed.ts';
import { citeFact, format, formatPercentRange, formatRange } from '../core/rules/support.ts';
import { type Departments, departmentOf, type WorksheetRow } from '../core/worksheet.ts';
import { commitmentsTable } from './commitments.ts';
import { findingsTable } from './findings.ts';
import { type CellContent, type Column, cellText, type Table } from './table.ts';

const standingNames: Record<Standing, string> = {
  agree: '一致',
  conflict: '请核',
  notComparable: '不可比',
  withoutEvidence: '无依据',
};
const statusNames: Record<Claim['status'], string> = { actual: '实绩', target: '目标', estimate: '预计' };

/** The heads by which a returned worksheet is read. */
export const answerHeads = { id: '编号', sent: '数值', settled: '核定数', opinion: '意见', signed: '签名', department: '部门' } as const;

const columns: Column[] = [
  { head: '序号', width: 5 },
  { head: '位置', width: 13 },
  { head: '原文', width: 36 },
  { head: '指标', width: 19 },
  { head: answerHeads.sent, width: 9 },
  { head: '单位', width: 8 },
  { head: '时期', width: 8 },
  { head: '性质', width: 5 },
  { head: '数据表', width: 11 },
  { head: '上年数', width: 11 },
  { head: '上年定的目标', width: 9 },
  { head: '推算增减', width: 12 },
  { head: '结论', width: 7 },
  { head: '依据出处', width: 24 },
  { head: answerHeads.department, width: 10 },
  { head: answerHeads.settled, width: 10 },
  { head: answerHeads.opinion, width: 14 },
  { head: answerHeads.signed, width: 8 },
  { head: answerHeads.id, width: 11 },
];

/** The worksheet's sheets: every figure, last year's targets, findings, and figures that nothing could be held against. */
export const worksheetTables = (
  rows: readonly WorksheetRow[],
  check: CheckResult,
  commitments: readonly Commitment[],
): [figures: Table, ...more: Table[]] => [
  { name: '核数单', columns, frozenColumns: 4, rows: rows.map((row, i) => [{ value: i + 1, decimals: 0 }, ...cellsOf(row)]) },
  commitmentsTable(commitments, check.document),
  findingsTable(check),
  withoutEvidence(rows),
];

/** The part of a worksheet that one department answers for; '' for what nobody is known for. */
export const partOf = (
  department: string,
  {
    rows,
    check,
    commitments,
    departments,
  }: { rows: readonly WorksheetRow[]; check: CheckResult; commitments: readonly Commitment[]; departments: Departments },
): [figures: Table, ...more: Table[]] => {
  const own = rows.filter((row) => row.department === department);
  const isOwn = ({ start, end }: { start: number; end: number }): boolean =>
    own.some(({ entry }) => entry.start < end && start < entry.end);
  return worksheetTables(
    own,
    { ...check, findings: check.findings.filter(({ range }) => isOwn(range)) },
    commitments.filter(({ target }) => departmentOf(target.claim, departments, [target]) === department),
  );
};

/** 数值 as the worksheet shows it. */
export const sentOf = (row: WorksheetRow): string => cellText(valueCell(row));

const cellsOf = (row: WorksheetRow): CellContent[] => [
  describePlace(row.entry.passage.passage),
  row.excerpt,
  row.name || unnamed.zh,
  valueCell(row),
  row.entry.claim.unit,
  row.period,
  statusNames[row.entry.claim.status],
  row.sheet?.printed ?? '',
  row.last?.printed ?? '',
  row.target ? withBound(row.target.claim, row.target.printed) : '',
  impliedText(row),
  standingNames[row.standing],
  [row.sheet, row.last, row.target]
    .flatMap((fact: Fact | undefined) => (fact ? [citeFact(fact)] : []))
    .filter((cite, i, all) => all.indexOf(cite) === i)
    .join('；'),
  row.department,
  '',
  '',
  '',
  row.id,
];

/** One plain number as a number with its decimals, all else as the draft prints it. */
const valueCell = ({ entry: { claim, printed } }: WorksheetRow): CellContent => {
  const [value] = claim.values;
  const isPlain = claim.values.length === 1 && claim.bound === 'exact' && /^[-－+＋]?[\d,]+(?:\.\d+)?\D*$/.test(printed);
  if (!isPlain || value === undefined) return withBound(claim, printed);
  return { value, decimals: Math.max(0, Math.round(-Math.log10(claim.step))) };
};

const impliedText = ({ implied }: WorksheetRow): string => {
  if (!implied) return '';
  const { implied: range, inPoints } = implied;
  const unit = inPoints ? '个百分点' : '%';
  if (range.low === Number.NEGATIVE_INFINITY) return `≤${format(range.high)}${unit}`;
  if (range.high === Number.POSITIVE_INFINITY) return `≥${format(range.low)}${unit}`;
  return inPoints ? `${onceIfSame(formatRange(range))}${unit}` : onceIfSame(formatPercentRange(range));
};

/** Of counts, which are exact, both ends are one. */
const onceIfSame = (range: string): string => {
  const [low, high] = range.split('～');
  return low !== undefined && low === high ? low : range;
};

const withoutEvidence = (rows: readonly WorksheetRow[]): Table => ({
  name: '无依据',
  columns: [
    { head: '序号', width: 5 },
    { head: '位置', width: 19 },
    { head: '原文', width: 72 },
    { head: '指标', width: 26 },
    { head: '数据', width: 14 },
    { head: '部门', width: 14 },
  ],
  rows: rows
    .filter(({ standing }) => standing === 'withoutEvidence')
    .map((row, i) => [
      { value: i + 1, decimals: 0 },
      describePlace(row.entry.passage.passage),
      row.excerpt,
      row.name || unnamed.zh,
      row.entry.printed,
      row.department,
    ]),
});
