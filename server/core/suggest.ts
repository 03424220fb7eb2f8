import type { Baseline } from './baseline/baseline.ts';
import type { CheckResult } from './check.ts';
import type { IndexedClaim } from './claims/claim-index.ts';
import { namedIndicators } from './claims/named-indicators.ts';
import { isWholeYear, samePeriod } from './claims/period.ts';
import type { ReadPassage } from './document.ts';
import type { Interval } from './figures/interval.ts';
import type { Indicator } from './indicators/indicator.ts';
import { type History, historyOf, type ImpliedGrowth, lookUpFigure } from './lookup.ts';
import { endOf } from './outline/passage.ts';
import { format, formatPercentRange } from './rules/support.ts';

/** Words that may go on where the caret stands. */
export interface Suggestion {
  /** What is inserted; `$1`, `$2` are places to fill in. */
  text: string;
  /** What it rests on: an equation, last year's value. */
  basis: string;
}

/** The words of a passage before the caret, unfolded, from the last clause mark that ends a sentence. */
const clauseLimit = 60;

/** What the text before the caret asks for beside a name; nothing where it asks for nothing. */
export const suggestAt = (result: CheckResult, offset: number): Suggestion[] => {
  const passage = result.document.passages.findLast(({ passage: at }) => at.start < offset && offset <= at.end);
  if (!passage) return [];
  const before = result.document.text.slice(Math.max(passage.passage.start, offset - clauseLimit), offset);
  return rates(result, passage, before, offset) ?? behindName(result, passage, before, offset) ?? [];
};

const compared = /(?:同比|较上年|比上年|较去年|比去年)$/;
const rising = /(?:增长|提高|上升|提升)$/;
const falling = /(?:下降|降低|减少)$/;

/** After 较上年, 同比 or a verb: the rate that the level just typed implies. Undefined where no such words stand there. */
const rates = (result: CheckResult, passage: ReadPassage, before: string, offset: number): Suggestion[] | undefined => {
  const verb = compared.test(before) ? undefined : rising.test(before) ? 1 : falling.test(before) ? -1 : 0;
  if (verb === 0) return undefined;
  const { index, baseline } = result;
  const level = index.in(passage).findLast(({ claim, end }) => end <= offset && (claim.kind === 'level' || claim.kind === 'ratio'));
  const growth = level && lookUpFigure(level, index, baseline).implied;
  if (!growth || growth.verdict === 'incomparable' || !isClosed(growth.implied)) return [];
  const number = growth.central;
  // 增长 a decline: other words are due first.
  if (verb !== undefined && number * verb < 0) return [];
  const words = verb === undefined ? wordFor(number, growth.inPoints) : '';
  const unit = growth.inPoints ? '个百分点' : '%';
  return [{ text: `${words}${Math.abs(number).toFixed(decimalsOf(growth))}${unit}`, basis: equation(level, growth) }];
};

const wordFor = (number: number, inPoints: boolean): string => (inPoints ? (number < 0 ? '下降' : '提高') : number < 0 ? '下降' : '增长');

/** As precise as rates are printed; a share as its own values. */
const decimalsOf = ({ inPoints, base, value }: ImpliedGrowth): number =>
  inPoints ? Math.max(...[base.printed, value.printed].map((printed) => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0)) : 1;

const equation = (level: IndexedClaim, { base, implied, central, inPoints }: ImpliedGrowth): string =>
  inPoints
    ? `${level.printed}－${base.printed}`
    : `${level.printed}÷${base.printed}－1＝${format(central)}%（计四舍五入${formatPercentRange(implied)}）`;

const isClosed = ({ low, high }: Interval): boolean => Number.isFinite(low) && Number.isFinite(high);

/** After an indicator's name: this year's value where a sheet has it, else a frame to fill in; after its number: units. */
const behindName = (result: CheckResult, passage: ReadPassage, before: string, offset: number): Suggestion[] | undefined => {
  const tail = /(?:达到?|为|完成|实现)?(\d+(?:\.\d+)?)?$/.exec(before);
  const number = tail?.[1];
  const nameEnd = offset - (tail?.[0].length ?? 0);
  const named = namedIndicators(passage.passage, result.document.vocabulary).findLast(
    ({ end }) => passage.passage.start + end <= offset && endOf(passage.passage, end) === nameEnd,
  );
  if (!named) return undefined;
  const { document, baseline } = result;
  const region = document.outline.region ?? '';
  const history = historyOf(baseline, region, { name: named.indicator.name, indicator: named.indicator });
  if (number !== undefined) return unitsOf(named.indicator, history).map((text) => ({ text, basis: lastPrinted(history) }));
  const { period, status } = passage.passage.setting;
  const isBare = tail?.[0] === '';
  if (status === 'target') return isBare ? [{ text: '增长$1%', basis: targetPrinted(history) }] : [];
  const known = isWholeYear(period) ? sheetValue(baseline, region, named.indicator, period) : undefined;
  if (known) return [known];
  const [unit] = unitsOf(named.indicator, history);
  const hasGrowth = history.actual[0]?.growth !== undefined;
  return unit === undefined ? [] : [{ text: `$1${unit}${hasGrowth ? '，增长$2%' : ''}`, basis: lastPrinted(history) }];
};

/** What the newest data sheet says: value and growth. */
const sheetValue = (
  baseline: Baseline,
  region: string,
  indicator: Indicator,
  period: { from: number; to: number } | null,
): Suggestion | undefined => {
  const facts = baseline
    .about(region, { name: indicator.name, indicator })
    .filter(({ source, claim }) => source.authority === 'sheet' && claim.status === 'actual' && samePeriod(claim.period, period));
  const value = facts.find(({ claim }) => claim.kind === 'level' || claim.kind === 'ratio');
  const growth = facts.find(({ claim }) => claim.kind === 'change');
  if (!value && !growth) return undefined;
  const rate = growth && `${(growth.claim.values[0] ?? 0) < 0 ? '下降' : '增长'}${growth.printed}`;
  const basis = `《${(value ?? growth)?.source.title}》`;
  return { text: [value?.printed, rate].filter(Boolean).join('，'), basis };
};

/** The unit that last year's paper uses, then the catalogue's. */
const unitsOf = ({ units }: Indicator, { actual, targets }: History): string[] =>
  [
    ...new Set(
      [...actual, ...targets]
        .flatMap(({ value }) => (value ? [value.claim.unit] : []))
        .slice(0, 1)
        .concat(units),
    ),
  ].filter((unit) => unit !== '');

const lastPrinted = ({ actual: [last] }: History): string =>
  last
    ? `${Math.floor(last.period.from / 12)}年${[last.value?.printed, last.growth && `增速${last.growth.printed}`].filter(Boolean).join('，')}`
    : '';

const targetPrinted = ({ targets: [last], actual }: History): string =>
  last ? `${Math.floor(last.period.from / 12)}年目标${(last.value ?? last.growth)?.printed ?? ''}` : lastPrinted({ actual, targets: [] });
