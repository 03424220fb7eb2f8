import type { Claim } from '../claims/claim.ts';
import { samePeriod } from '../claims/period.ts';
import { speakOfSame, subjectKey } from '../claims/subject.ts';
import type { Fact } from './fact.ts';

/**
 * Splits facts into those that hold and those that another has taken the place of: what a person confirmed or corrected
 * replaces what a machine read in the same paper, and of several versions of a data sheet the newest counts.
 */
export const settle = (facts: readonly Fact[]): { current: Fact[]; superseded: Fact[] } => {
  const confirmed = facts.filter((fact) => fact.confirmed !== '');
  const isFromSheet = ({ source }: Fact): boolean => source.authority === 'sheet';
  if (confirmed.length === 0 && !facts.some(isFromSheet)) return { current: [...facts], superseded: [] };
  const correctedIds = new Set(confirmed.map(({ id }) => id).filter(Boolean));
  const rivals = groupBySubject(facts.filter((fact) => fact.confirmed !== '' || isFromSheet(fact)));
  const isSuperseded = (fact: Fact): boolean => {
    if (fact.confirmed === '' && correctedIds.has(fact.id)) return true;
    const others = rivals.get(subjectOf(fact)) ?? [];
    return others.some((other) => other !== fact && takesThePlaceOf(other, fact));
  };
  const superseded = new Set(facts.filter(isSuperseded));
  return { current: facts.filter((fact) => !superseded.has(fact)), superseded: [...superseded] };
};

const takesThePlaceOf = (other: Fact, fact: Fact): boolean => {
  if (!stateTheSame(other.claim, fact.claim)) return false;
  if (other.source.id === fact.source.id) return other.confirmed !== '' && fact.confirmed === '';
  const bothSheets = other.source.authority === 'sheet' && fact.source.authority === 'sheet';
  return bothSheets && fact.confirmed === '' && (other.confirmed !== '' || isNewer(other, fact));
};

/** Dates are compared as far as both go: 2025-01 and 2025-01-10 leave it open. */
const isNewer = ({ source: a }: Fact, { source: b }: Fact): boolean => {
  const length = Math.min(a.date.length, b.date.length);
  return length > 0 && a.date.slice(0, length) > b.date.slice(0, length);
};

/** The same thing of the same time, a target or not; an estimate gives way to a result. */
export const stateTheSame = (a: Claim, b: Claim): boolean =>
  samePeriod(a.period, b.period) && (a.status === 'target') === (b.status === 'target') && speakOfSame(a, b);

const subjectOf = ({ region, claim }: Fact): string => `${region}|${subjectKey(claim)}`;

const groupBySubject = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = groups.get(subjectOf(fact));
    if (list) list.push(fact);
    else groups.set(subjectOf(fact), [fact]);
  }
  return groups;
};
