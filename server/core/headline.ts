import type { Baseline } from './baseline/baseline.ts';
import type { Fact } from './baseline/fact.ts';
import type { CheckResult } from './check.ts';
import type { IndexedClaim } from './claims/claim-index.ts';
import { namedIndicators } from './claims/named-indicators.ts';
import { samePeriod, yearPeriod } from './claims/period.ts';
import { speakOfSame, subjectKey } from './claims/subject.ts';
import { meets, middle } from './figures/interval.ts';
import type { Indicator } from './indicators/indicator.ts';
import type { Vocabulary } from './indicators/vocabulary.ts';
import { type FigureLookup, historyOf, lookUpFigure, type YearRow } from './lookup.ts';

/** An indicator that every report gives account of, or that the draft names among its main targets, with what is known of it. */
export interface Headline {
  indicator: Indicator;
  lastYear: YearRow | undefined;
  /** What the last report printed, where a value of its own has taken that one's place since. */
  printedThen: Fact | undefined;
  /** What was planned for the year reviewed. */
  target: YearRow | undefined;
  /** The draft's statement for the year reviewed, its first. */
  stated: FigureLookup | undefined;
  sheet: Fact | undefined;
  /** What the draft plans. */
  next: IndexedClaim | undefined;
  verdict: 'agree' | 'conflict' | 'notComparable' | 'none';
  /** Both years in base units. */
  chart: { last: number; now: number } | undefined;
}

/** What reports open with, in the order that they do. */
const usual = [
  'gdp',
  'primary-industry-value-added',
  'secondary-industry-value-added',
  'tertiary-industry-value-added',
  'industrial-value-added-above-scale',
  'fixed-asset-investment',
  'total-fiscal-revenue',
  'general-budget-revenue',
  'retail-sales',
  'goods-trade',
  'exports',
  'foreign-capital-used',
  'disposable-income',
  'urban-disposable-income',
  'rural-disposable-income',
  'consumer-prices',
  'urban-new-employment',
  'surveyed-unemployment',
  'rd-intensity',
  'energy-per-gdp',
];

/** The headline indicators that the draft or last year's papers speak of. */
export const headlineOf = (result: CheckResult, { byId }: Vocabulary): Headline[] => {
  const { region, year } = result.document.outline;
  if (region === null || year === null) return [];
  const ids = new Set(usual);
  const { passages, vocabulary } = result.document;
  for (const { passage } of passages)
    if (/(?:主要|发展)(?:预期)?目标/.test(passage.text))
      for (const { indicator } of namedIndicators(passage, vocabulary)) ids.add(indicator.id);
  return [...ids].flatMap((id) => {
    const indicator = byId.get(id);
    const row = indicator && rowOf(indicator, result, region, year);
    return row && (row.stated || row.next || row.target || row.lastYear) ? [row] : [];
  });
};

const rowOf = (indicator: Indicator, result: CheckResult, region: string, year: number): Headline => {
  const { index, baseline } = result;
  const claims = index.ofSubject(region, indicator.id).filter(({ claim }) => claim.role !== 'difference');
  const first = claims.find(({ claim }) => claim.status !== 'target' && samePeriod(claim.period, yearPeriod(year - 1)));
  const stated = first && lookUpFigure(first, index, baseline);
  const history = historyOf(baseline, region, stated?.value?.claim ?? { name: indicator.name, indicator });
  // Of some districts the papers tell only the rank.
  const lastYear = history.actual.find(({ period, value }) => samePeriod(period, yearPeriod(year - 2)) && value?.claim.kind !== 'rank');
  return {
    indicator,
    lastYear,
    printedThen: lastYear?.value && printedThen(lastYear.value, region, baseline),
    target: targetOf(indicator, baseline, region, year - 1),
    stated,
    sheet: first && baseline.same(region, first.claim).find(({ source }) => source.authority === 'sheet'),
    next: claims.find(({ claim }) => claim.status === 'target' && samePeriod(claim.period, yearPeriod(year))),
    verdict: verdictOf(stated, result),
    chart: chartOf(lastYear?.value, stated?.value),
  };
};

/** The last report's own value, where it and the one that holds now cannot both be. */
const printedThen = (value: Fact, region: string, { facts, superseded }: Baseline): Fact | undefined =>
  [...facts, ...superseded].find(
    (fact) =>
      fact.region === region &&
      fact.source.authority === 'report' &&
      fact.claim.status === 'actual' &&
      fact.claim.kind === value.claim.kind &&
      samePeriod(fact.claim.period, value.claim.period) &&
      subjectKey(fact.claim) === subjectKey(value.claim) &&
      speakOfSame(fact.claim, value.claim) &&
      !meets(fact.claim.interval, value.claim.interval),
  );

const targetOf = (indicator: Indicator, baseline: Baseline, region: string, year: number): YearRow | undefined =>
  historyOf(baseline, region, { name: indicator.name, indicator }).targets.find(({ period }) => samePeriod(period, yearPeriod(year)));

const verdictOf = (stated: FigureLookup | undefined, { standings }: CheckResult): Headline['verdict'] => {
  const found = [stated?.value, stated?.growth].flatMap((entry) => (entry ? [standings.get(entry)?.standing] : []));
  for (const standing of ['conflict', 'agree', 'notComparable'] as const) if (found.includes(standing)) return standing;
  return 'none';
};

const chartOf = (last: Fact | undefined, now: IndexedClaim | undefined): Headline['chart'] => {
  if (!last || !now || last.claim.dimension !== now.claim.dimension) return undefined;
  const values = { last: middle(last.claim.interval), now: middle(now.claim.interval) };
  return Number.isFinite(values.last) && Number.isFinite(values.now) && values.last > 0 && values.now > 0 ? values : undefined;
};
