import { type Fact, rankOf, type Source } from '../baseline/fact.ts';
import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { type Period, samePeriod, yearOf } from '../claims/period.ts';
import { actionClass, aspectKey, isVague, speakOfSame, subjectKey } from '../claims/subject.ts';
import type { ReadPassage } from '../document.ts';
import { add, type Interval } from '../figures/interval.ts';
import { readChinese } from '../figures/numerals.ts';
import type { Related } from '../finding.ts';
import { describePlace } from '../outline/place.ts';
import { bisect } from '../text/bisect.ts';
import type { PassageContext, RuleContext } from './rule.ts';

/** A number for reading: as few decimals as say it, at most `decimals`. */
export const format = (value: number, decimals = 1): string => {
  const rounded = Number(value.toFixed(decimals));
  return (Object.is(rounded, -0) ? 0 : rounded).toString().replace('-', '－');
};

/** `5.2～6.1`: with as many decimals as tell the ends apart. */
export const formatRange = ({ low, high }: Interval, decimals = 1): string => {
  const [from, to] = [format(low, decimals), format(high, decimals)];
  return from === to && decimals < 3 && high > low ? formatRange({ low, high }, decimals + 1) : `${from}～${to}`;
};

/** `5.2%～6.1%` */
export const formatPercentRange = (interval: Interval, decimals = 1): string => `${formatRange(interval, decimals).replace('～', '%～')}%`;

/** Numbers as an arithmetic line prints them: without the unit where all have the same. */
export const bare = (...terms: { printed: string; claim: Pick<Claim, 'unit'> }[]): string[] => {
  const [first] = terms;
  const shared = first !== undefined && terms.every(({ claim }) => claim.unit === first.claim.unit);
  return terms.map(({ printed, claim }) =>
    shared && claim.unit && printed.endsWith(claim.unit) ? printed.slice(0, -claim.unit.length) : printed,
  );
};

/** A figure with another number, printed as precisely; undefined where a bound or a change of sign would need other words. */
export const reprinted = ({ claim, printed }: Pick<IndexedClaim, 'claim' | 'printed'>, value: number): string | undefined => {
  const [number = ''] = /\d+(?:\.\d+)?/.exec(printed) ?? [];
  if (number === '' || claim.bound !== 'exact' || value * (claim.values[0] ?? 0) <= 0) return undefined;
  return printed.replace(number, Math.abs(value).toFixed(number.split('.')[1]?.length ?? 0));
};

/** A value in base units, printed in the unit of `claim`: 249_800_000 → 2.498 (亿元). */
export const inUnitOf = (claim: Claim, value: number, decimals = 1): string => `${format(value / claim.factor, decimals)}${claim.unit}`;

/** How a source is named in a message: `2024年报告`, 《…》. */
export const sourceName = (source: Source): string =>
  source.authority === 'report' && source.year !== null ? `${source.year}年报告` : `《${source.title}》`;

/** `上年248亿元，见2024年报告“一”第1段` */
export const citeFact = (fact: Fact): string => `${sourceName(fact.source)}${fact.place}`;

export const relateFact = (fact: Fact): Related => ({
  message: `${sourceName(fact.source)}${fact.place}：“${fact.evidence}”`,
  fact: { source: fact.source.id, id: fact.id },
});

export const relateClaim = (entry: IndexedClaim, note = ''): Related => ({
  message: `${describePlace(entry.passage.passage)}：${entry.claim.name}${entry.printed}${note}`,
  range: { start: entry.start, end: entry.end },
});

/** A value to compare with, wherever it was found; where that is, is worked out when it is told. */
export interface Base {
  readonly claim: Claim;
  readonly printed: string;
  /** In words: `本稿“一”第3段`, `2024年报告“一”第1段`. */
  readonly place: string;
  /** Where the document itself or a data sheet says so, a conflict is an error. */
  readonly certain: boolean;
  readonly related: Related;
}

class FactBase implements Base {
  readonly claim: Claim;
  readonly printed: string;

  constructor(private readonly fact: Fact) {
    this.claim = fact.claim;
    this.printed = fact.printed;
  }

  get certain(): boolean {
    return isCertain(this.fact);
  }

  get place(): string {
    return citeFact(this.fact);
  }

  get related(): Related {
    return relateFact(this.fact);
  }
}

class ClaimBase implements Base {
  readonly claim: Claim;
  readonly printed: string;
  readonly certain = true;

  constructor(private readonly entry: IndexedClaim) {
    this.claim = entry.claim;
    this.printed = entry.printed;
  }

  get place(): string {
    return `本稿${describePlace(this.entry.passage.passage)}`;
  }

  get related(): Related {
    return relateClaim(this.entry);
  }
}

export const baseOfFact = (fact: Fact): Base => new FactBase(fact);

export const baseOfClaim = (entry: IndexedClaim): Base => new ClaimBase(entry);

/** Where a data sheet or a person says so, a conflict is an error. */
const isCertain = (fact: Fact): boolean => fact.source.authority === 'sheet' || fact.confirmed !== '';

/**
 * The value of a claim's indicator in an earlier period: as the draft itself states it, else as the papers of the
 * highest authority do; results before estimates.
 */
export const baseValues = (context: Pick<RuleContext, 'index' | 'baseline'>, entry: IndexedClaim, period: Period): Base[] => {
  // 优良率 of the air here, of the water there: of a bare rate another passage says nothing.
  const isOwn =
    isVague(entry.claim) && entry.claim.kind === 'ratio' ? (other: IndexedClaim) => other.passage === entry.passage : () => true;
  const inText = context.index.actualAt(entry, period).filter(isOwn);
  if (inText.length > 0) return inText.map(baseOfClaim);
  const facts = context.baseline.same(entry.region, entry.claim, period).filter((fact) => fact.claim.status !== 'target');
  const [first] = facts;
  if (!first) return besideSame(context, entry, period).map(baseOfFact);
  return facts.filter((fact) => rankOf(fact) === rankOf(first) && fact.claim.status === first.claim.status).map(baseOfFact);
};

/**
 * 蔬菜种植58.7万亩，产量253万吨: what only a property names is known by the figure before it, where the earlier paper tells of
 * both in the same words.
 */
const besideSame = ({ index, baseline }: Pick<RuleContext, 'index' | 'baseline'>, entry: IndexedClaim, period: Period): Fact[] => {
  const { claim, passage } = entry;
  if (claim.name === '' || claim.carried || claim.indicator || !isVague(claim)) return [];
  const before = index.in(passage).find(({ order }) => order === entry.order - 1);
  if (!before || isVague(before.claim) || before.claim.kind !== 'level' || before.claim.role !== 'value') return [];
  const isRightBehind = /^[,、](?:总|全年)?$/.test(
    passage.passage.text
      .slice(before.claim.end, claim.start)
      .replace(/(?:为|达到?)$/, '')
      .slice(0, -claim.name.length),
  );
  if (!isRightBehind) return [];
  return baseline
    .same(before.region, before.claim, period)
    .filter((fact) => fact.claim.status === before.claim.status)
    .flatMap((fact) => baseline.behind(fact) ?? [])
    .filter((fact) => fact.claim.name === claim.name && samePeriod(fact.claim.period, period) && speakOfSame(fact.claim, claim));
};

const clauseMarks = ',;:。';

/** The clause of a passage that ends where a figure begins: back to the mark before it, 60 characters at most. */
export const clauseBefore = (text: string, at: number): string => {
  let from = at;
  while (from > 0 && at - from < 60 && !clauseMarks.includes(text[from - 1] as string)) from--;
  return text.slice(from, at);
};

/** Whether two neighbouring digits make all the difference: 126, 162. */
export const isTransposed = (a: string, b: string): boolean => {
  const at = [...a].findIndex((digit, i) => digit !== b[i]);
  return a.length === b.length && at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** Whether two names have a word in common, as far as two characters tell. */
export const shareWord = (a: string, b: string): boolean => [...a].some((_, i) => i + 2 <= a.length && b.includes(a.slice(i, i + 2)));

/** The figure that stands so many places behind another in its passage, or before it. */
export const figureBeside = (claims: readonly IndexedClaim[], { order }: IndexedClaim, places: number): IndexedClaim | undefined =>
  claims.find((other) => other.order === order + places);

/** The two figures right before another one in its passage. */
export const twoBefore = (claims: readonly IndexedClaim[], { order }: IndexedClaim): readonly IndexedClaim[] =>
  claims.filter((other) => other.order === order - 2 || other.order === order - 1);

/** The passage that stands so many places behind the one that is checked, or before it. */
export const passageBeside = (
  { document, passage }: Pick<PassageContext, 'document' | 'passage'>,
  places: number,
): ReadPassage | undefined => {
  const { passages } = document;
  return passages[passages.indexOf(passage) + places];
};

/** The words between two figures of a passage. */
export const between = (a: IndexedClaim, b: IndexedClaim): string => a.passage.passage.text.slice(a.claim.end, b.claim.start);

/** What the document itself and the papers state of the same subject for years before the claim's, no targets; newest papers first. */
export const earlierValues = (context: Pick<RuleContext, 'index' | 'baseline'>, entry: IndexedClaim): Base[] => {
  const year = yearOf(entry.claim.period);
  if (year === undefined) return [];
  const inText = context.index
    .about(entry)
    .filter(
      ({ claim }) =>
        claim.status !== 'target' &&
        (yearOf(claim.period) ?? year) < year &&
        claim.kind === entry.claim.kind &&
        speakOfSame(claim, entry.claim),
    );
  return [...inText.map(baseOfClaim), ...context.baseline.earlier(entry.region, entry.claim).map(baseOfFact)];
};

/** How much or how many there is: a level, no difference between two. */
export const isAmount = ({ claim }: IndexedClaim): boolean => claim.kind === 'level' && claim.role !== 'difference';

/** One that is a single number. */
export const isLevel = (entry: IndexedClaim): boolean => isAmount(entry) && entry.claim.values.length === 1;

/** What several figures are together. */
export const sumOf = (entries: readonly Pick<IndexedClaim, 'claim'>[]): Interval =>
  entries.map(({ claim }) => claim.interval).reduce(add, { low: 0, high: 0 });

/** Words that count from the beginning, not within the year. */
export const countsAll = /累计|总数|保有量|拥有|共有|现有|已有|集聚|总量/;
const countsNew = /新增|净增|新认定|新培育|新引进/;

/** 累计建成33.2万亩: all that was ever done; 全年累计 only counts up within a time, as the reading knows. */
export const isCumulative = ({ action }: Pick<Claim, 'action'>): boolean => action.startsWith('累计');

/** 新建1.5万亩、累计26.1万亩: the word alone stands before the number. */
export const countsUp = (entry: IndexedClaim): boolean =>
  isCumulative(entry.claim) || (entry.passage.passage.text.includes('累计') && bareCumulative.test(wordsBefore(entry)));

export const factCountsUp = ({ evidence, printed, claim }: Fact): boolean =>
  isCumulative(claim) || bareCumulative.test(/[^,;、\d]*$/.exec(evidence.slice(0, Math.max(0, evidence.lastIndexOf(printed))))?.[0] ?? '');

const bareCumulative = /^[,、]?累计(?:达到?|为)?$/;

/** 新增企业20家, 净增: what came to what there was. */
export const isAdded = (claim: Claim): boolean => /^(?:new|net)$/.test(actionClass(claim));

/** The words between a figure and the one before it, in its clause. */
export const wordsBefore = ({ claim, passage }: IndexedClaim): string => {
  const { claims } = passage;
  const before = bisect(claims.length, (count) => (claims[count - 1] as Claim).end <= claim.start);
  const previous = claims[before - 1]?.end ?? 0;
  return clauseBefore(passage.passage.text.slice(previous), claim.start - previous);
};

/** Whether a figure counts all there is, whatever verb a list carries on: 新增高新技术企业20家、总数达520家. */
export const isTotal = (entry: IndexedClaim): boolean => isTotalBy(wordsBefore(entry), entry.claim);

export const factIsTotal = ({ evidence, printed, claim }: Fact): boolean =>
  isTotalBy(evidence.slice(0, Math.max(0, evidence.lastIndexOf(printed))).replace(/^.*[,;、\d]/, ''), claim);

const isTotalBy = (words: string, claim: Claim): boolean => {
  // 每千人口拥有托位3.9个
  if (/每[百千万]/.test(words) && !/每[百千万]/.test(claim.name)) return false;
  if (countsAll.test(words)) return true;
  if (countsNew.test(words)) return false;
  // 净增规上企业18家，规上企业达430家: the verb stays with the first.
  const reaches = /(?:达到?|增至|增加到|发展到)$/.test(words) && claim.action !== '' && !words.includes(claim.action);
  return reaches || /^(?:total)?$/.test(actionClass(claim));
};

/** What is there at a year's end, whose gains and losses are its difference from last year's. */
export const isStock = (entry: IndexedClaim): boolean => {
  const { indicator, dimension } = entry.claim;
  return isTotal(entry) && (indicator ? indicator.kind === 'stock' : /^(?:count|households|persons)$/.test(dimension));
};

/** Counts of all there is in a year, of the same things: by the text first. */
export const totalsOf = (context: Pick<RuleContext, 'index' | 'baseline'>, { claim, region }: IndexedClaim, year: number): Base[] => {
  const isSame = (other: Claim): boolean =>
    other.kind === claim.kind &&
    other.status === 'actual' &&
    other.values.length === 1 &&
    other.dimension === claim.dimension &&
    other.scope === claim.scope &&
    aspectKey(other) === aspectKey(claim) &&
    other.role !== 'difference' &&
    yearOf(other.period) === year;
  const inText = context.index.ofSubject(region, subjectKey(claim)).filter((other) => isSame(other.claim) && isTotal(other));
  if (inText.length > 0) return inText.map(baseOfClaim);
  return context.baseline
    .about(region, claim)
    .filter((fact) => isSame(fact.claim) && factIsTotal(fact))
    .map(baseOfFact);
};

/** 2家全国重点实验室获批建设: the number stands before its noun and tells of an event, not of what there is. */
export const numberComesFirst = ({ claim, passage }: IndexedClaim): boolean => {
  const { text } = passage.passage;
  return (
    claim.name !== '' &&
    !clauseBefore(text, claim.start).includes(claim.name.slice(-2)) &&
    // 年末实有185家，其中亿元企业61家: not behind a comma.
    (/^[^,;。]*/.exec(text.slice(claim.end, claim.end + claim.name.length + 4))?.[0] ?? '').includes(claim.name.slice(-2))
  );
};

export const yearEarlier = (period: Period): Period => ({ from: period.from - 12, to: period.to - 12 });

/** Whether the level of an indicator may be divided by last year's: not at constant prices, nor of a changing set. */
export const priceBasis = (claim: Pick<Claim, 'name' | 'indicator'>): 'nominal' | 'constant' | 'comparable' => {
  const { indicator, name } = claim;
  if (indicator) {
    if (indicator.basis === 'K') return 'comparable';
    if (indicator.basis === 'C') return indicator.sample ? 'comparable' : 'constant';
    return indicator.sample ? 'comparable' : 'nominal';
  }
  if (/规上|规模以上|限上|限额以上/.test(name)) return 'comparable';
  if (/增加值|生产总值/.test(name)) return 'constant';
  return /投资/.test(name) ? 'comparable' : 'nominal';
};

/** 请财政局核: the office that the sheet or else the catalogue names — or 请核, where neither does. */
export const askOffice = (claim: Pick<Claim, 'indicator'>, fact?: Fact): string =>
  `请${fact?.office ?? claim.indicator?.department ?? ''}核`;

export const isAbout = (a: Claim, b: Claim): boolean => subjectKey(a) !== '' && subjectKey(a) === subjectKey(b);

/** 9 of 九 or 9. */
export const countOf = (number: string): number => (/\d/.test(number) ? Number(number) : (readChinese(number, 0)?.value ?? 0));

/** Whether the shares of a whole add up to a hundred, each rounded by half a step at most. */
export const makesHundred = ({ values, step }: Pick<Claim, 'values' | 'step'>): boolean =>
  Math.abs(values.reduce((a, b) => a + b, 0) - 100) <= (values.length * step) / 2 + 1e-9;

/** The indicator's name for a message, 14 characters at most. */
export const shortName = (claim: Pick<Claim, 'name'>): string => (claim.name.length > 14 ? `${claim.name.slice(0, 13)}…` : claim.name);

/** 上年, or the year in figures. */
export const periodName = (period: Period | null, draftYear: number | null): string => {
  const year = yearOf(period);
  if (year === undefined || !period) return '当期';
  const whole = period.to - period.from === 11;
  if (draftYear !== null && year === draftYear - 2 && whole) return '上年';
  if (whole) return `${year}年`;
  return `${year}年${(period.from % 12) + 1}—${(period.to % 12) + 1}月`;
};
