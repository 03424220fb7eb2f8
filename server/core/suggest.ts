import type { Baseline } from './baseline/baseline.ts';
import type { Fact } from './baseline/fact.ts';
import type { CheckResult } from './check.ts';
import type { Claim, Measured } from './claims/claim.ts';
import type { IndexedClaim } from './claims/claim-index.ts';
import { namedIndicators } from './claims/named-indicators.ts';
import { isWholeYear, type Period, samePeriod, yearOf } from './claims/period.ts';
import type { PolicyDocument, ReadPassage } from './document.ts';
import type { Interval } from './figures/interval.ts';
import { type History, historyOf, type ImpliedGrowth, lookUpFigure } from './lookup.ts';
import { endOf } from './outline/passage.ts';
import { isDecline } from './printed.ts';
import type { Language } from './rules/run.ts';
import { format, formatPercentRange } from './rules/support.ts';

/** Words that may go on where the caret stands. */
export interface Suggestion {
  /** What is inserted; `$1`, `$2` are places to fill in. */
  text: string;
  /** What is shown: of a frame with its usual precision. */
  label: string;
  /** What it rests on: an equation, last year's value. */
  basis: string;
  /** Characters before the caret that it begins with. */
  typed: number;
}

/** How far back a clause is looked at. */
const clauseLimit = 60;

interface Texts {
  rounded(range: string): string;
  growth(rate: string): string;
  goal(year: number, printed: string): string;
  year(year: number, printed: string): string;
}

const texts: Record<Language, Texts> = {
  zh: {
    rounded: (range) => `（计四舍五入${range}）`,
    growth: (rate) => `增速${rate}`,
    goal: (year, printed) => `${year}年目标${printed}`,
    year: (year, printed) => `${year}年${printed}`,
  },
  en: {
    rounded: (range) => ` (with rounding ${range})`,
    growth: (rate) => `growth ${rate}`,
    goal: (year, printed) => `${year} target ${printed}`,
    year: (year, printed) => `${year} ${printed}`,
  },
};

/** What the text before the caret asks for beside a name; nothing where it asks for nothing. */
export const suggestAt = (result: CheckResult, offset: number, language: Language): Suggestion[] => {
  const passage = result.document.passages.findLast(({ passage: at }) => at.start < offset && offset <= at.end);
  if (!passage) return [];
  const before = result.document.text.slice(Math.max(passage.passage.start, offset - clauseLimit), offset);
  return rates(result, passage, before, offset, texts[language]) ?? behindName(result, passage, before, offset, texts[language]) ?? [];
};

const compared = /(?:同比|较上年|比上年|较去年|比去年)$/;
const leading = /(?:同比|较上年|比上年|较去年|比去年)?(?:增长|提高|上升|提升|下降|降低|减少)?$/;
const rising = /(?:增长|提高|上升|提升)$/;
const falling = /(?:下降|降低|减少)$/;

/** After 较上年, 同比 or a verb: the data sheet's rate, and the one that the level just typed implies. Undefined where no such words stand there. */
const rates = (result: CheckResult, passage: ReadPassage, before: string, offset: number, words: Texts): Suggestion[] | undefined => {
  const verb = compared.test(before) ? undefined : rising.test(before) ? 1 : falling.test(before) ? -1 : 0;
  if (verb === 0) return undefined;
  const { index, baseline, document } = result;
  const led = leading.exec(before)?.[0].length ?? 0;
  const named = nameAt(document, passage, before.slice(0, before.length - led), offset - led, baseline)?.named;
  const level = named ? undefined : index.in(passage).findLast(({ claim, end }) => end <= offset && isValue(claim));
  const subject = named ?? level?.claim;
  const stated = subject ? sheetRate(baseline, level?.region ?? document.outline.region ?? '', subject, passage, verb) : [];
  const implied = level ? impliedRate(level, result, verb, words) : [];
  return [...stated, ...implied.filter(({ text }) => stated.every((one) => one.text !== text))];
};

const isValue = ({ kind }: Claim): boolean => kind === 'level' || kind === 'ratio';

/** The growth that the newest data sheet gives for the year under review. */
const sheetRate = (
  baseline: Baseline,
  region: string,
  subject: Measured,
  { passage: { setting } }: ReadPassage,
  verb: number | undefined,
): Suggestion[] => {
  if (setting.status === 'target' || !isWholeYear(setting.period)) return [];
  const growth = sheetFacts(baseline, region, subject, setting.period).find(({ claim }) => claim.kind === 'change');
  if (!growth || (verb !== undefined && verb < 0 !== isDecline(growth.claim))) return [];
  return [plain(`${verb === undefined ? verbOf(growth) : ''}${growth.printed.replace(/^[-－+＋]/, '')}`, `《${growth.source.title}》`)];
};

const impliedRate = (level: IndexedClaim, { index, baseline }: CheckResult, verb: number | undefined, words: Texts): Suggestion[] => {
  const growth = lookUpFigure(level, index, baseline).implied;
  if (!growth || growth.verdict === 'incomparable' || !isClosed(growth.implied)) return [];
  const number = growth.central;
  // 增长 a decline: other words are due first.
  if (verb !== undefined && number * verb < 0) return [];
  const word = verb === undefined ? wordFor(number, growth.inPoints) : '';
  const unit = growth.inPoints ? '个百分点' : '%';
  return [plain(`${word}${Math.abs(number).toFixed(decimalsOf(growth))}${unit}`, equation(level, growth, words))];
};

const plain = (text: string, basis: string): Suggestion => ({ text, label: text, basis, typed: 0 });

const wordFor = (number: number, inPoints: boolean): string => (inPoints ? (number < 0 ? '下降' : '提高') : number < 0 ? '下降' : '增长');

/** As precise as rates are printed; a share as its own values. */
const decimalsOf = ({ inPoints, base, value }: ImpliedGrowth): number =>
  inPoints ? Math.max(decimalsIn(base.printed), decimalsIn(value.printed)) : 1;

const decimalsIn = (printed: string): number => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;

const equation = (level: IndexedClaim, { base, implied, central, inPoints }: ImpliedGrowth, words: Texts): string =>
  inPoints
    ? `${level.printed}－${base.printed}`
    : `${level.printed}÷${base.printed}－1＝${format(central)}%${implied.low < implied.high ? words.rounded(formatPercentRange(implied)) : ''}`;

const isClosed = ({ low, high }: Interval): boolean => Number.isFinite(low) && Number.isFinite(high);

/** After an indicator's name: this year's value where a sheet has it, else a frame to fill in; after its number: units. */
const behindName = (result: CheckResult, passage: ReadPassage, before: string, offset: number, words: Texts): Suggestion[] | undefined => {
  const [tail, number = ''] = /(?:达到?|为|完成|实现)?(\d+(?:\.\d+)?)?$/.exec(before) ?? [''];
  const { document, baseline } = result;
  const region = document.outline.region ?? '';
  const found = nameAt(document, passage, before.slice(0, before.length - tail.length), offset - tail.length, baseline);
  if (!found) return undefined;
  const { named, length } = found;
  const history = historyOf(baseline, region, named);
  const { period, status } = passage.passage.setting;
  const known = status !== 'target' && isWholeYear(period) ? sheetValues(baseline, region, named, period) : [];
  const offered = (): Suggestion[] => {
    if (number === '' && status === 'target') return tail === '' ? planFrame(named, history, words) : [];
    if (number === '') return known.length > 0 ? known : reviewFrame(named, baseline, region, history, words);
    const begun = known.filter(({ text }) => text.startsWith(number)).map((value) => ({ ...value, text: value.text.slice(number.length) }));
    return [...begun, ...unitsOf(named, history).map((unit) => plain(unit, lastPrinted(history, words)))];
  };
  // Told with the name before it, so that editors which sort by what was typed do not put longer names first.
  const kept = before.slice(before.length - tail.length - length);
  return kept.includes('\n') ? offered() : offered().map((one) => ({ ...one, text: kept + one.text, typed: kept.length }));
};

/** The indicator whose name ends at a place: the catalogue's, or the longer one that only the papers have. */
const nameAt = (
  { outline, vocabulary }: PolicyDocument,
  passage: ReadPassage,
  before: string,
  end: number,
  baseline: Baseline,
): { named: Measured; length: number } | undefined => {
  const region = outline.region ?? '';
  const mention = namedIndicators(passage.passage, vocabulary).findLast((at) => endOf(passage.passage, at.end) === end);
  const least = mention ? mention.end - mention.start + 1 : 3;
  for (let length = Math.min(before.length, longestName); length >= least; length--) {
    const name = before.slice(-length);
    const open = { name, indicator: undefined };
    if (baseline.about(region, open).some(({ claim }) => claim.name === name)) return { named: open, length };
  }
  return mention && { named: { name: mention.indicator.name, indicator: mention.indicator }, length: mention.end - mention.start };
};

const longestName = 16;

const sheetFacts = (baseline: Baseline, region: string, named: Measured, period: Period | null): Fact[] =>
  baseline
    .about(region, named)
    .filter(({ source, claim }) => source.authority === 'sheet' && claim.status === 'actual' && samePeriod(claim.period, period));

/** What the newest data sheet says: value and growth; first as precise as the reports print it. */
const sheetValues = (baseline: Baseline, region: string, named: Measured, period: Period | null): Suggestion[] => {
  const about = baseline.about(region, named);
  const facts = sheetFacts(baseline, region, named, period);
  const value = facts.find(({ claim }) => claim.kind === 'level' || claim.kind === 'ratio');
  const growth = facts.find(({ claim }) => claim.kind === 'change');
  if (!value && !growth) return [];
  const rate = growth && `${verbOf(growth)}${growth.printed}`;
  const [join, word] = style(about);
  const title = `《${(value ?? growth)?.source.title}》`;
  const whole = (printed: string | undefined): string => [printed, rate && `${printed ? word : ''}${rate}`].filter(Boolean).join(join);
  const exact = plain(whole(value?.printed), title);
  const usual = value && asUsual(value, about);
  return usual === undefined ? [exact] : [plain(whole(usual), `${title}${value?.printed}`), exact];
};

/** 200.32亿元 as 200.3亿元, where the last report has one decimal; undefined where it has none to spare. */
const asUsual = ({ claim, printed }: Fact, about: readonly Fact[]): string | undefined => {
  const like = about.find(
    (fact) =>
      fact.source.authority === 'report' &&
      fact.claim.status === 'actual' &&
      fact.claim.kind === claim.kind &&
      fact.claim.unit === claim.unit,
  );
  const [value] = claim.values;
  if (!like || value === undefined || claim.values.length > 1 || decimalsIn(like.printed) >= decimalsIn(printed)) return undefined;
  const number = /\d[\d,]*(?:\.\d+)?/.exec(printed)?.[0];
  return number && printed.replace(number, value.toFixed(decimalsIn(like.printed)));
};

/** How the last report leads from a value to its growth: `，` or `、`, with 同比 or 比上年 or without. */
const style = (about: readonly Fact[]): [join: string, word: string] => {
  for (const { source, evidence } of about) {
    const [, join, word = ''] = source.authority === 'report' ? (led.exec(evidence) ?? []) : [];
    if (join !== undefined) return [join, word];
  }
  return ['，', ''];
};

const led = /([，、])((?:同比|[比较](?:上年|去年))?)(?:增长|上涨|提高|下降|回落)/;

/** The verb of a rate: the paper's own, where it tells of prices. */
const verbOf = ({ claim, evidence }: Fact): string =>
  isDecline(claim) ? '下降' : claim.kind === 'point_change' ? '提高' : evidence.includes('上涨') ? '上涨' : '增长';

/** Of a year reviewed: value and growth, or points, as last year's report has them. */
const reviewFrame = (named: Measured, baseline: Baseline, region: string, history: History, words: Texts): Suggestion[] => {
  const [unit] = unitsOf(named, history);
  const [last] = history.actual;
  if (unit === undefined) return [];
  const about = baseline.about(region, named);
  const change =
    last?.growth ?? about.find(({ claim }) => claim.kind === 'point_change' && claim.status === 'actual' && isWholeYear(claim.period));
  const [join, word] = style(about);
  const rate = change ? [verbOf(change), { unit: change.claim.unit, like: change.printed }] : [];
  const value: Blank = { unit, like: last?.value?.printed };
  const hasRate = change?.claim.kind === 'change' || last?.value?.claim.kind === 'ratio';
  // Of prices, and of what is told at constant prices, there is the rate alone.
  const parts = last && !last.value ? rate : [value, ...(hasRate && change ? [join, word, ...rate] : [])];
  return [frame(parts, lastPrinted(history, words))];
};

/** Of a plan: as the last one set it, 增长 where none did. */
const planFrame = ({ indicator }: Measured, { targets: [last], actual }: History, words: Texts): Suggestion[] => {
  const target = last?.value ?? last?.growth;
  const basis = last && target ? words.goal(yearOf(last.period) ?? 0, target.printed) : lastPrinted({ actual, targets: [] }, words);
  if (!target) return indicator?.kind === 'flow' || actual[0]?.growth ? [frame(['增长', { unit: '%', like: undefined }], basis)] : [];
  const blank: Blank = { unit: target.claim.unit, like: target.printed };
  const bound = { exact: '', over: '以上', about: '左右', under: '以内' }[target.claim.bound as string] ?? '';
  return [frame([target.claim.kind === 'change' ? verbOf(target) : '', blank, bound], basis)];
};

/** The place of a number: its unit, and a number printed as this one will be. */
interface Blank {
  unit: string;
  like: string | undefined;
}

const frame = (parts: readonly (string | Blank)[], basis: string): Suggestion => {
  let count = 0;
  const text = parts.map((part) => (typeof part === 'string' ? part : `$${++count}${part.unit}`)).join('');
  const label = parts
    .map((part) => (typeof part === 'string' ? part : `${decimalsIn(part.like ?? '') > 0 ? '＿.＿' : '＿'}${part.unit}`))
    .join('');
  return { text, label, basis, typed: 0 };
};

/** The unit that last year's paper uses, then the catalogue's; the unit of growth is none of an amount. */
const unitsOf = ({ indicator }: Measured, { actual, targets }: History): string[] => {
  const used = [...actual, ...targets].flatMap(({ value }) => value?.claim.unit ?? []).slice(0, 1);
  const units = [...new Set([...used, ...(indicator?.units ?? [])])].filter((unit) => unit !== '');
  return units[0] === '%' ? units : units.filter((unit) => unit !== '%');
};

const lastPrinted = ({ actual: [last] }: History, words: Texts): string =>
  last
    ? words.year(
        yearOf(last.period) ?? 0,
        [last.value?.printed, last.growth && words.growth(last.growth.printed)].filter(Boolean).join('，'),
      )
    : '';
