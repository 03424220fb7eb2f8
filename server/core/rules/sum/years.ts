import type { IndexedClaim } from '../../claims/claim-index.ts';
import { isWholeYear, yearOf } from '../../claims/period.ts';
import { subjectKey } from '../../claims/subject.ts';
import { meets } from '../../figures/interval.ts';
import { between, isAbout, shareWord, sumOf, wordsBefore } from '../support.ts';
import { isSummand, type Sum } from './sum.ts';

/** 全年505.2亿元；前三季度入库381.4亿元，四季度入库123.8亿元: the pieces of a year make the year. */
export const piecesOfYear = function* (entries: readonly IndexedClaim[]): Generator<Sum> {
  for (const [i, first] of entries.entries()) {
    const rest = entries[i + 1];
    if (!rest || !isSummand(first) || !isSummand(rest) || !makeYear(first, rest)) continue;
    if (first.claim.action !== rest.claim.action || first.claim.unit !== rest.claim.unit || first.claim.bound !== 'exact') continue;
    const years = entries.slice(0, i).filter((other) => isOfYear(other, first));
    const sum = sumOf([first, rest]);
    // 入库381.4亿元 names nothing: of the first that the sentence is about.
    const [total] = years.filter((other) => !other.claim.part && (first.claim.carried || isAbout(other.claim, first.claim)));
    if (total && !years.some((year) => meets(sum, year.claim.interval))) yield { total, parts: [first, rest], severity: 'warning' };
  }
};

const makeYear = ({ claim: first }: IndexedClaim, { claim: rest }: IndexedClaim): boolean =>
  first.period !== null &&
  rest.period !== null &&
  first.period.from % 12 === 0 &&
  rest.period.from === first.period.to + 1 &&
  rest.period.to === first.period.from + 11 &&
  subjectKey(first) === subjectKey(rest);

const isOfYear = (year: IndexedClaim, { claim: piece }: IndexedClaim): boolean =>
  isSummand(year) &&
  isWholeYear(year.claim.period) &&
  yearOf(year.claim.period) === yearOf(piece.period) &&
  year.claim.unit === piece.unit &&
  year.claim.status === piece.status;

/** 五年开行3072列，累计开行量由831列增加到3903列: what the years added is what the count in all gained. */
export const gainsOfYears = function* (entries: readonly IndexedClaim[]): Generator<Sum> {
  for (const [i, flow] of entries.entries()) {
    const [from, to] = [entries[i + 1], entries[i + 2]];
    if (from?.claim.role !== 'from' || to?.claim.role !== 'to' || !isSummand(flow) || !isSummand(to)) continue;
    if (![from, to].every(({ claim }) => claim.unit === flow.claim.unit && claim.bound === 'exact') || flow.claim.bound !== 'exact')
      continue;
    const years = (yearOf(to.claim.period) ?? 0) - (yearOf(from.claim.period) ?? 0);
    const isOfYears = years > 0 && flow.claim.period !== null && flow.claim.period.to - flow.claim.period.from + 1 === years * 12;
    if (!isOfYears || /[;。]/.test(between(flow, to)) || !/累计/.test(wordsBefore(from)) || !shareWord(flow.claim.name, from.claim.name))
      continue;
    yield { total: to, parts: [from, flow] };
  }
};
