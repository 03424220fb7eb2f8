import type { Fact } from './baseline/fact.ts';
import type { CheckResult } from './check.ts';
import type { Claim } from './claims/claim.ts';
import type { IndexedClaim } from './claims/claim-index.ts';
import { filedName, filedPeriod } from './claims/filed.ts';
import { formatPeriod } from './claims/period.ts';
import { normalizeName } from './claims/subject.ts';
import type { Standing } from './coverage.ts';
import { excerptOf } from './excerpt.ts';
import { identityOf, wordsOf } from './identity.ts';
import { type ImpliedGrowth, lookUpFigure } from './lookup.ts';
import { hash } from './text/hash.ts';

/** A figure of the draft with all that is known of it, for the one who answers for it. */
export interface WorksheetRow {
  /**
   * Identifies the figure without its place and its value: it is known again after an edit. No hex digit leads it: a spreadsheet
   * would take 0482e140 of a CSV file for a number.
   */
  id: string;
  entry: IndexedClaim;
  /** The figure, marked 【】, in as much of its sentence as a row has room for. */
  excerpt: string;
  /** What is counted: 新增停车泊位, 财政总收入增速. */
  name: string;
  period: string;
  standing: Standing;
  /** This year's sheet, last year's papers, and the target that they set. */
  sheet: Fact | undefined;
  last: Fact | undefined;
  target: Fact | undefined;
  /** The change that this value and last year's imply. */
  implied: ImpliedGrowth | undefined;
  /** Who answers for it; empty where nobody is known. */
  department: string;
}

/** Departments by indicator: its id, its name, or a word that names hold; the longest that fits counts. */
export type Departments = Readonly<Record<string, string>>;

/** The worksheet (核数单) of a draft: every figure in reading order, thresholds left out. */
export const worksheetOf = (check: CheckResult, departments: Departments = {}): WorksheetRow[] => {
  const ties = new Map<string, number>();
  return [...check.standings]
    .map(([entry, { standing }]) => {
      const { passage } = entry.passage;
      const identity = `${identityOf(entry)}|${wordsOf(passage.text, entry.passage.claims)}`;
      const tie = ties.get(identity) ?? 0;
      ties.set(identity, tie + 1);
      return { ...rowOf(entry, check), standing, id: `n${hash(`${identity}|${tie}`).slice(0, 8)}`, department: '' };
    })
    .map((row) => ({ ...row, department: departmentOf(row.entry.claim, departments, [row.sheet, row.target, row.last]) }));
};

const rowOf = (entry: IndexedClaim, { index, baseline, document }: CheckResult): Omit<WorksheetRow, 'id' | 'standing' | 'department'> => {
  const { claim, region, passage } = entry;
  const same = baseline.same(region, claim).filter((fact) => (fact.claim.status === 'target') === (claim.status === 'target'));
  const { implied } = lookUpFigure(entry, index, baseline);
  return {
    entry,
    excerpt: excerptOf(document.text, passage.passage, entry),
    name: nameOf(claim),
    period: formatPeriod(filedPeriod(claim)) ?? '',
    sheet: same.find(({ source }) => source.authority === 'sheet'),
    last: claim.role === 'difference' ? undefined : baseline.yearBefore(region, claim)[0],
    target: claim.status === 'target' ? undefined : baseline.targets(region, claim)[0],
    implied,
  };
};

/** 新增停车泊位, 财政总收入增速, 第三产业增加值占比: what a reader must know to find the number elsewhere. */
export const nameOf = (claim: Claim): string => {
  const filed = filedName(claim);
  const name = claim.action && !filed.includes(claim.action) ? `${claim.action}${filed}` : filed;
  if (claim.kind === 'ratio' && claim.whole !== '' && !/[率比]$|比[重例]|占/.test(name)) return `${name}占比`;
  return claim.kind === 'change' && !/增速|增幅|增长$/.test(name) ? `${name}增速` : name;
};

/** As the project says; else who the source names, the data sheet first; else the catalogue's. */
export const departmentOf = (claim: Claim, own: Departments, facts: readonly (Fact | undefined)[] = []): string => {
  const name = normalizeName(claim.name);
  const [key] = Object.keys(own)
    .filter((word) => word === claim.indicator?.id || word === claim.indicator?.name || (word !== '' && name.includes(normalizeName(word))))
    .sort((a, b) => b.length - a.length);
  if (key !== undefined) return own[key] as string;
  return facts.find((fact) => fact?.office)?.office ?? claim.indicator?.department ?? '';
};
