import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { subjectKey } from '../../claims/subject.ts';
import { liesBelow } from '../../figures/interval.ts';
import { between, isAmount, isTotal, wordsBefore } from '../support.ts';

/** A whole and, behind 其中, what it is made of or some of that. */
export interface PartList {
  whole: IndexedClaim;
  parts: IndexedClaim[];
}

/** 人均可支配收入, 平均工资: a mean of some may exceed that of all. 每万人专利 of one population add up. */
const isMean = ({ claim: { name, dimension } }: IndexedClaim): boolean => /[人户亩地]均|平均|均价/.test(name) || dimension.includes('/');

/** 其中 and what follows it in the sentence, with the value before it: same measure, same time. */
export const partLists = (entries: readonly IndexedClaim[]): PartList[] =>
  entries.flatMap((first, i) => {
    if (i === 0 || !first.claim.part || first.claim.kind !== 'level') return [];
    let w = i - 1;
    while (w > 0 && !mayBeWhole(entries[w] as IndexedClaim, first)) w--;
    const whole = wholeOf(entries, w, first);
    return canHold(whole, first) ? [{ whole, parts: partsFrom(entries, i) }] : [];
  });

/** 2.8万亩，约合1867公顷，超过2.5万亩的目标，比3万亩的计划少0.2万亩，其中…: what was planned, what is missing and the same in another unit are no wholes. */
const mayBeWhole = (entry: IndexedClaim, part: IndexedClaim): boolean => {
  const { claim, passage } = entry;
  const isPlan =
    claim.status === 'target' &&
    part.claim.status === 'actual' &&
    (claim.role === 'from' ||
      /^(?:以上|左右)?的[^,;。]{0,6}(?:目标|任务|计划)/.test(passage.passage.text.slice(claim.end, claim.end + 14)));
  const isConverted = /[,(](?:折合|约合|折|合)约?$/.test(passage.passage.text.slice(0, claim.start));
  return isAmount(entry) && !isPlan && !isConverted;
};

const canHold = (whole: IndexedClaim, part: IndexedClaim): boolean => {
  const [all, own] = [whole.claim, part.claim];
  const beginsEarlier = all.period !== null && own.period !== null && own.period.from < all.period.from;
  return (
    isAmount(whole) &&
    all.dimension === own.dimension &&
    all.unit.replace(/[万亿]/g, '') === own.unit.replace(/[万亿]/g, '') &&
    !beginsEarlier &&
    !isMean(part) &&
    !isMean(whole)
  );
};

/** The part at `first` and those that follow it within the clause. */
const partsFrom = (entries: readonly IndexedClaim[], first: number): IndexedClaim[] => {
  const part = entries[first] as IndexedClaim;
  const parts = [part];
  for (let i = first + 1; i < entries.length; i++) {
    const next = entries[i] as IndexedClaim;
    if (next.claim.kind === 'threshold') continue;
    const isAlike = isAmount(next) && next.claim.dimension === part.claim.dimension;
    if (!isAlike || /[,;:。]/.test(between(entries[i - 1] as IndexedClaim, next))) break;
    parts.push(next);
  }
  return parts;
};

/** 装机达到62.5万千瓦，当年新增16万千瓦，其中光伏装机…: too much for the increase is part of what it made. */
const wholeOf = (entries: readonly IndexedClaim[], w: number, part: IndexedClaim): IndexedClaim => {
  const nearest = entries[w] as IndexedClaim;
  if (!liesBelow(nearest.claim.interval, part.claim.interval) || isTotal(nearest) || /新|净增/.test(wordsBefore(part))) return nearest;
  const total = entries
    .slice(0, w)
    .findLast(
      (other) =>
        isTotal(other) &&
        other.claim.kind === 'level' &&
        other.claim.dimension === nearest.claim.dimension &&
        subjectKey(other.claim) === subjectKey(nearest.claim) &&
        samePeriod(other.claim.period, nearest.claim.period),
    );
  return total ?? nearest;
};
