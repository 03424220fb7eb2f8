import { formatPeriod } from '../claims/period.ts';
import { subjectKey } from '../claims/subject.ts';
import { readArabic } from '../figures/numerals.ts';
import { readUnit } from '../figures/units.ts';
import { fold } from '../text/fold.ts';
import { hash } from '../text/hash.ts';
import { inTitleMarks } from '../text/title-marks.ts';
import type { Fact } from './fact.ts';
import { factColumns, factRow, isFactTable } from './fact-file.ts';

/** A file of this name holds corrections (`materials.ts`). */
export const correctionName = '更正.csv';

/** The value that a base was revised to, by which paper, and who says so. */
interface Revision {
  /** As typed: a number, with its unit or without. */
  value: string;
  paper: string;
  by: string;
  /** `2026-01-12` */
  on: string;
}

/** A row of a file of corrections, cells by `factColumns`. */
export type CorrectionRow = string[];

const revisedPlace = /（据.*修订）$/;

/**
 * The row by which a revised value takes the place of a fact's, for all that is held against it; a second revision
 * replaces the first. Undefined where the value is no number, or its unit measures something else.
 */
export const revisionRow = (fact: Fact, { value, paper, by, on }: Revision): CorrectionRow | undefined => {
  const typed = fold(value.trim());
  const sign = /^[+-]/.exec(typed)?.[0] ?? '';
  const numeral = readArabic(typed, sign.length);
  if (!numeral) return undefined;
  const rest = typed.slice(numeral.end);
  const unit = readUnit(rest, 0);
  if (rest !== '' && (unit?.end !== rest.length || unit.dimension !== fact.claim.dimension)) return undefined;
  const number = sign === '-' ? -numeral.value : numeral.value;
  const unitText = rest || fact.claim.unit;
  const printed = `${typed.slice(sign === '+' ? 1 : 0, numeral.end)}${unitText}`;
  return factRow({
    ...fact,
    id: `修订-${hash([fact.source.id, fact.region, fact.claim.kind, subjectKey(fact.claim), formatPeriod(fact.claim.period), fact.claim.status].join('|')).slice(0, 8)}`,
    claim: { ...fact.claim, values: [number], unit: unitText, bound: 'exact' },
    place: `${fact.place.replace(revisedPlace, '')}（据${inTitleMarks(paper)}修订）`,
    printed,
    evidence: `${fact.claim.name}修订为${printed}`,
    confirmed: `${by} ${on}`,
  });
};

/** Whether one number can take the place of what a fact says. */
export const canBeRevised = ({ claim }: Fact): boolean => claim.values.length === 1 && claim.kind !== 'ordinal';

/** The row of a fact as it was read, to be put right by hand: what only repeats the value is left out. */
export const misreadRow = (fact: Fact): CorrectionRow => {
  const repeats: string[] = fact.claim.values.length === 1 ? ['high', 'printed'] : ['printed'];
  return factRow(fact).map((cell, i) => (repeats.includes(factColumns[i] as string) ? '' : cell));
};

/**
 * The rows of a file of corrections with one more, or the one of the same id replaced or left as it is. Columns keep
 * their order; missing ones are added behind. Undefined where the file is no fact file.
 */
export const withCorrection = (
  rows: readonly (readonly string[])[],
  row: CorrectionRow,
  known: 'replace' | 'keep',
): { rows: string[][]; at: number } | undefined => {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > 0 && !isFactTable({ rows: filled })) return undefined;
  const head = (filled[0] ?? factColumns).map((name) => name.trim());
  const columns = [...head, ...factColumns.filter((name, i) => !head.includes(name) && row[i] !== '')];
  const cells = columns.map((name) => row[factColumns.indexOf(name as (typeof factColumns)[number])] ?? '');
  const id = columns.indexOf('id');
  const body = filled.slice(1).map((other) => [...other]);
  const old = body.findIndex((other) => other[id] === cells[id]);
  if (old < 0) body.push(cells);
  else if (known === 'replace') body[old] = cells;
  return { rows: [columns, ...body], at: (old < 0 ? body.length - 1 : old) + 1 };
};
