import type { Baseline } from './baseline/baseline.ts';
import { type Conflict, conflictsAmong } from './baseline/conflicts.ts';
import type { Fact } from './baseline/fact.ts';
import type { Claim, Measured, Status } from './claims/claim.ts';
import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { isWholeYear, type Period, samePeriod, yearOf } from './claims/period.ts';
import { actionClass, wholeKey } from './claims/subject.ts';
import type { Kind } from './figures/figure.ts';
import { growth, type Interval, meets, subtract } from './figures/interval.ts';
import { printedValue } from './figures/printed.ts';
import { type Base, baseValues, priceBasis, yearEarlier } from './rules/support.ts';

/** One year of an indicator as the sources have it. */
export interface YearRow {
  period: Period;
  /** Its value: a level, share, rank or run of years. */
  value: Fact | undefined;
  /** Its growth, as printed. */
  growth: Fact | undefined;
}

/** What earlier papers hold on a subject, newest year first. */
export interface History {
  actual: YearRow[];
  targets: YearRow[];
}

const isGrowth = (kind: Kind): boolean => kind === 'change' || kind === 'point_change';

/** The yearly values and targets of an indicator, of the highest authority each; of a claim, only what counts as it does. */
export const historyOf = (baseline: Baseline, region: string, subject: Measured | Claim): History => {
  const like = 'kind' in subject ? subject : undefined;
  const facts = baseline
    .about(region, subject)
    .filter(({ claim }) => isWholeYear(claim.period) && isPlain(claim) && (!like || countsAlike(claim, like)));
  const kind = like && !isGrowth(like.kind) ? like.kind : mainKindOf(facts);
  const of = (status: Status): YearRow[] =>
    rowsOf(
      facts.filter(({ claim }) => claim.status === status),
      kind,
    );
  return { actual: of('actual'), targets: of('target') };
};

/** A value or its growth over the year before; no difference, mean over years or comparison with others. */
const isPlain = ({ role, comparison }: Claim): boolean =>
  role !== 'difference' && !comparison?.average && !comparison?.other && (comparison?.period ?? null) === null;

/** 新增 is not 累计, a share of one whole not that of another; a rate says nothing of either. */
const countsAlike = (claim: Claim, like: Claim): boolean =>
  actionClass(claim) === actionClass(like) &&
  (isGrowth(claim.kind) || isGrowth(like.kind) || (wholeKey(claim) === wholeKey(like) && claim.scope === like.scope));

/** Where only the name is known: a level if the papers give one. */
const mainKindOf = (facts: readonly Fact[]): Kind =>
  (['level', 'ratio', 'rank', 'streak'] as const).find((kind) => facts.some(({ claim }) => claim.kind === kind)) ?? 'level';

const rowsOf = (facts: readonly Fact[], valueKind: Kind): YearRow[] => {
  const rows = new Map<number, YearRow>();
  for (const fact of facts) {
    const { period, kind } = fact.claim;
    // Only a level has growth of its own.
    if (!period || (kind !== valueKind && !(kind === 'change' && valueKind === 'level'))) continue;
    const row = rows.get(period.from) ?? { period, value: undefined, growth: undefined };
    rows.set(period.from, row);
    // The baseline lists the highest authority first.
    if (kind === valueKind) row.value ??= fact;
    else row.growth ??= fact;
  }
  return [...rows.values()].sort((a, b) => b.period.from - a.period.from);
};

/** `agree` and `conflict` are real checks; `incomparable`: the price basis forbids dividing; `unstated`: the text gives no rate. */
export type GrowthVerdict = 'agree' | 'conflict' | 'incomparable' | 'unstated';

/** What a value and last year's say of the change between them. */
export interface ImpliedGrowth {
  base: Base;
  value: IndexedClaim;
  /** Per cent; of a share in percentage points. An end is infinite where 突破, 以上 or 不到 leaves it open. */
  implied: Interval;
  /** The same of the printed numbers as they stand. */
  central: number;
  inPoints: boolean;
  basis: ReturnType<typeof priceBasis>;
  stated: IndexedClaim | undefined;
  verdict: GrowthVerdict;
}

/** All that the checker knows of a figure of the draft. */
export interface FigureLookup {
  entry: IndexedClaim;
  /** The value and the rate that the draft gives for the same indicator and period; one of them is `entry`. */
  value: IndexedClaim | undefined;
  growth: IndexedClaim | undefined;
  history: History;
  implied: ImpliedGrowth | undefined;
  /** Sources that disagree on its value of this year or the one before; what a part of the year explains is left out. */
  conflicts: Conflict[];
}

export const lookUpFigure = (entry: IndexedClaim, index: ClaimIndex, baseline: Baseline): FigureLookup => {
  const partner = (kind: Kind): IndexedClaim | undefined => partnerOf(entry, index, kind);
  const { claim, region } = entry;
  const value = claim.kind === 'change' ? partner('level') : claim.kind === 'point_change' ? partner('ratio') : entry;
  const growth = claim.kind === 'change' ? entry : claim.kind === 'level' ? partner('change') : undefined;
  const history = historyOf(baseline, region, value?.claim ?? claim);
  return {
    entry,
    value,
    growth,
    history,
    implied: value && impliedGrowth(value, growth, index, baseline),
    conflicts: conflictsOn(entry, baseline),
  };
};

const conflictsOn = ({ claim, region }: IndexedClaim, baseline: Baseline): Conflict[] => {
  const year = yearOf(claim.period);
  if (year === undefined) return [];
  const near = baseline.about(region, claim).filter((fact) => [year, year - 1].includes(yearOf(fact.claim.period) ?? 0));
  return conflictsAmong(near.filter((fact) => countsAlike(fact.claim, claim))).filter(
    ({ kind }) => kind !== 'partial' && kind !== 'rounding',
  );
};

/** The nearest other statement on the same subject and period. */
const partnerOf = (entry: IndexedClaim, index: ClaimIndex, kind: Kind): IndexedClaim | undefined => {
  const candidates = index
    .about(entry)
    .filter(
      (other) =>
        other !== entry &&
        other.claim.kind === kind &&
        isPlain(other.claim) &&
        countsAlike(other.claim, entry.claim) &&
        other.claim.status === entry.claim.status &&
        samePeriod(other.claim.period, entry.claim.period),
    );
  return candidates.sort((a, b) => Math.abs(a.order - entry.order) - Math.abs(b.order - entry.order))[0];
};

const impliedGrowth = (
  value: IndexedClaim,
  stated: IndexedClaim | undefined,
  index: ClaimIndex,
  baseline: Baseline,
): ImpliedGrowth | undefined => {
  const { claim } = value;
  const inPoints = claim.kind === 'ratio' && claim.unit === '%';
  if ((claim.kind !== 'level' && !inPoints) || claim.values.length > 1 || claim.period === null || claim.role === 'difference')
    return undefined;
  const rate = inPoints ? undefined : stated?.claim;
  const bases = baseValues({ index, baseline }, value, rate?.comparison?.period ?? yearEarlier(claim.period));
  // 由186.4亿元修订为189.1亿元: the second holds.
  const inForce = [...bases].sort((one, other) => Number(one.claim.role === 'from') - Number(other.claim.role === 'from'));
  const results = inForce.flatMap((base) => {
    const implied = inPoints ? subtract(claim.interval, base.claim.interval) : growth(claim.interval, base.claim.interval);
    return implied ? [{ base, implied }] : [];
  });
  // One source that agrees is enough: sources differ by revision.
  const result = results.find(({ implied }) => rate && meets(implied, rate.interval)) ?? results[0];
  if (!result) return undefined;
  const { base } = result;
  const basis = priceBasis(claim);
  const isComparable = inPoints || (basis === 'nominal' && !rate?.comparison?.adjusted);
  const verdict = !isComparable ? 'incomparable' : !rate ? 'unstated' : meets(result.implied, rate.interval) ? 'agree' : 'conflict';
  // Over a base without upper end lies no lower one.
  const implied =
    base.claim.interval.high === Number.POSITIVE_INFINITY ? { ...result.implied, low: Number.NEGATIVE_INFINITY } : result.implied;
  if (implied.low === Number.NEGATIVE_INFINITY && implied.high === Number.POSITIVE_INFINITY) return undefined;
  const [now, then] = [printedValue(claim), printedValue(base.claim)];
  const central = inPoints ? now - then : (now / then - 1) * 100;
  return { base, value, implied, central, inPoints, basis, stated: rate && stated, verdict };
};
