import type { Fact } from '../baseline/fact.ts';
import { stateTheSame } from '../baseline/precedence.ts';
import type { Claim } from '../claims/claim.ts';
import type { ClaimIndex, IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { normalizeName, speakOfSame, subjectKey } from '../claims/subject.ts';
import { growth, meets, middle } from '../figures/interval.ts';
import { printedValue } from '../figures/printed.ts';
import { restate, roundedAs } from '../restate.ts';
import { priceBasis, yearEarlier } from '../rules/support.ts';

/** `stale`: the draft still has the old value; `current`: the new one; `other`: neither. */
export type PlaceState = 'stale' | 'current' | 'other';

/** A place of the draft that states a number that the new sheet changes. */
export interface Place {
  entry: IndexedClaim;
  state: PlaceState;
  /** What it would read, in its own unit and precision; undefined where that is no mere change of the number. */
  restated: string | undefined;
}

/** Why a figure must be looked at when another changes. */
export type Dependence = 'growth' | 'share' | 'points' | 'completion' | 'difference' | 'target';

interface Dragged {
  entry: IndexedClaim;
  dependence: Dependence;
  /** The rate that follows, where levels may be divided. */
  recomputed: string | undefined;
}

export interface Change {
  before: Fact;
  after: Fact;
  places: Place[];
  dragged: Dragged[];
}

export interface SheetDiff {
  changes: Change[];
  /** Rows that only one of the sheets has. */
  added: Fact[];
  removed: Fact[];
}

/** What a new version of a data sheet changes, and everything in the draft that this concerns. */
export const diffSheets = (before: readonly Fact[], after: readonly Fact[], index: ClaimIndex, text: string): SheetDiff => {
  const pairs = after.flatMap((fact) => {
    const old = before.find((other) => other.region === fact.region && stateTheSame(other.claim, fact.claim));
    return old ? [{ old, fact }] : [];
  });
  const changed = pairs.filter(({ old, fact }) => !sameValue(old.claim, fact.claim));
  const isPlace = (entry: IndexedClaim, { old, fact }: { old: Fact; fact: Fact }): boolean => states(entry, fact) || copies(entry, old);
  const isChanged = (entry: IndexedClaim): boolean => changed.some((pair) => isPlace(entry, pair));
  const isOnSheet = (entry: IndexedClaim): boolean => after.some((fact) => states(entry, fact));
  return {
    changes: changed.map(({ old, fact }) => ({
      before: old,
      after: fact,
      places: index.claims.filter((entry) => isPlace(entry, { old, fact })).map((entry) => placeOf(entry, old, fact, text)),
      // What the sheets state themselves is no consequence.
      dragged: index.claims.flatMap((entry) => draggedBy(entry, fact, after)).filter(({ entry }) => !isChanged(entry) && !isOnSheet(entry)),
    })),
    added: after.filter((fact) => !pairs.some((pair) => pair.fact === fact)),
    removed: before.filter((fact) => !pairs.some((pair) => pair.old === fact)),
  };
};

const sameValue = (a: Claim, b: Claim): boolean =>
  a.values.length === b.values.length &&
  a.values.every(
    (value, i) => Math.abs(value * a.factor - (b.values[i] as number) * b.factor) < 1e-9 * Math.max(1, Math.abs(value * a.factor)),
  );

const states = ({ claim, region }: IndexedClaim, fact: Fact): boolean =>
  region === fact.region &&
  claim.status !== 'target' &&
  claim.kind !== 'threshold' &&
  samePeriod(claim.period, fact.claim.period) &&
  speakOfSame(claim.comparison?.adjusted ? { ...claim, comparison: { ...claim.comparison, adjusted: false } } : claim, fact.claim);

/** A sheet has 校友经济项目, the draft 引进校友经济项目: where the value is the old sheet's, it was taken from there. */
const copies = ({ claim, region }: IndexedClaim, { claim: old, region: of }: Fact): boolean =>
  region === of &&
  claim.status !== 'target' &&
  claim.kind === old.kind &&
  claim.dimension === old.dimension &&
  claim.role !== 'difference' &&
  samePeriod(claim.period, old.period) &&
  subjectKey(claim) !== '' &&
  subjectKey(claim) === subjectKey(old) &&
  meets(claim.interval, old.interval);

const placeOf = (entry: IndexedClaim, before: Fact, after: Fact, text: string): Place => {
  const edit = restate(entry, after, text);
  const isNew = meets(entry.claim.interval, after.claim.interval);
  const isOld = meets(entry.claim.interval, before.claim.interval);
  return {
    entry,
    state: isNew ? 'current' : isOld ? 'stale' : 'other',
    restated: edit && !isNew ? text.slice(entry.start, edit.start) + edit.newText + text.slice(edit.end, entry.end) : undefined,
  };
};

const draggedBy = (entry: IndexedClaim, fact: Fact, sheet: readonly Fact[]): Dragged[] => {
  const { claim, region } = entry;
  if (region !== fact.region || claim.kind === 'threshold' || !fact.claim.period) return [];
  const dependence = dependenceOf(claim, fact.claim) ?? (quickens(claim, fact.claim, sheet) ? 'points' : undefined);
  return dependence ? [{ entry, dependence, recomputed: dependence === 'growth' ? recomputed(claim, fact, sheet) : undefined }] : [];
};

/** 加快2.1个百分点 follows from a level where no sheet gives the rate. */
const quickens = (claim: Claim, changed: Claim, sheet: readonly Fact[]): boolean => {
  if (claim.kind !== 'point_change' || changed.kind !== 'level' || claim.status === 'target' || subjectKey(claim) !== subjectKey(changed))
    return false;
  const hasRate = sheet.some(
    (fact) => fact.claim.kind === 'change' && subjectKey(fact.claim) === subjectKey(claim) && samePeriod(fact.claim.period, claim.period),
  );
  return !hasRate && !/比重|占比/.test(claim.aspect) && samePeriod(claim.period, changed.period);
};

const dependenceOf = (claim: Claim, changed: Claim): Dependence | undefined => {
  const isOwn = subjectKey(claim) !== '' && subjectKey(claim) === subjectKey(changed);
  const period = changed.period as NonNullable<Claim['period']>;
  const next = { from: period.from + 12, to: period.to + 12 };
  const isThen = samePeriod(claim.period, period);
  const isNext = samePeriod(claim.period, next);
  if (!isThen && !isNext) return undefined;
  if (claim.status === 'target') return isOwn && isNext && claim.role !== 'difference' ? 'target' : undefined;
  if (claim.kind === 'ratio' && claim.unit === '%' && changed.kind === 'level' && isThen) {
    if (isOwn && /计划|目标|任务|进度/.test(claim.aspect)) return 'completion';
    const isWhole = changed.indicator
      ? claim.wholeIndicator?.id === changed.indicator.id
      : claim.whole !== '' && normalizeName(claim.whole) === normalizeName(changed.name);
    const quotient = claim.indicator?.relations.some(
      (relation) =>
        relation.type === 'quotient' && changed.indicator !== undefined && [relation.of, relation.by].includes(changed.indicator.id),
    );
    return isWhole || quotient || (isOwn && claim.whole !== '') ? 'share' : undefined;
  }
  if (!isOwn) return undefined;
  if (claim.kind === 'change' && changed.kind === 'level') return 'growth';
  if (claim.kind === 'point_change') return (changed.kind === 'level') === /比重|占比/.test(claim.aspect) ? 'points' : undefined;
  return claim.role === 'difference' && claim.kind === changed.kind ? 'difference' : undefined;
};

/** The rate from the sheet's own two levels. */
const recomputed = (rate: Claim, { claim: changed, region }: Fact, sheet: readonly Fact[]): string | undefined => {
  if (!rate.period || priceBasis(changed) !== 'nominal' || rate.comparison?.adjusted || rate.comparison?.period) return undefined;
  const at = (period: NonNullable<Claim['period']>): Claim | undefined =>
    sheet.find(
      (fact) =>
        fact.region === region &&
        samePeriod(fact.claim.period, period) &&
        fact.claim.status !== 'target' &&
        speakOfSame(fact.claim, changed),
    )?.claim;
  const [level, base] = [at(rate.period), at(yearEarlier(rate.period))];
  const implied = level && base && growth(level.interval, base.interval);
  if (!implied || !Number.isFinite(middle(implied))) return undefined;
  const value = (printedValue(level) / printedValue(base) - 1) * 100;
  return `${value < 0 ? '－' : ''}${roundedAs({ bound: 'exact', step: rate.step }, Math.abs(value))}%`;
};
