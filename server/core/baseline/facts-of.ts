import { type Claim, plain } from '../claims/claim.ts';
import { monthRunsIn } from '../claims/month-runs.ts';
import { type Occasion, occasionsOf } from '../claims/ordinals.ts';
import { type Period, yearOf, yearsPeriod } from '../claims/period.ts';
import type { PolicyDocument } from '../document.ts';
import { append } from '../lists.ts';
import { type Passage, rangeOf } from '../outline/passage.ts';
import { describePlace } from '../outline/place.ts';
import type { Authority, Fact, Source } from './fact.ts';

/** Guesses what kind of paper a document is from what its outline tells. */
export const authorityOf = (document: PolicyDocument): Authority => {
  const { outline } = document;
  const title = outline.title ?? '';
  if (/统计公报/.test(title)) return 'bulletin';
  if (/计划.{0,20}报告|预算.{0,20}报告|执行情况.{0,10}报告/.test(title)) return 'plan';
  if (outline.hasProgress) return 'table';
  return outline.isReport ? 'report' : 'press';
};

/**
 * The facts of a source: its claims, without thresholds and differences, which state no value of their own, and its
 * sessions, events and anniversaries.
 */
export const factsOf = (document: PolicyDocument, source: Source): Fact[] => {
  const facts: Fact[] = [];
  for (const { passage, claims } of document.passages) {
    if (passage.start >= document.outline.bodyEnd) break;
    for (const claim of claims) {
      if (claim.kind === 'threshold' || claim.role === 'difference' || !claim.name || claim.period === null) continue;
      const { start, end } = rangeOf(passage, claim.start, claim.end);
      facts.push({
        id: `${source.id}-${String(facts.length + 1).padStart(4, '0')}`,
        claim,
        region: regionOf(claim.region, source.region),
        source,
        place: describePlace(passage),
        range: { start, end },
        printed: document.text.slice(start, end).replace(/\s+/g, ''),
        evidence: evidenceAround(document.text, passage, claim),
        confirmed: '',
      });
    }
  }
  append(facts, occasionFacts(document, source, facts.length));
  append(facts, monthRunFacts(document, source, facts.length));
  return facts;
};

const occasionUnits: Record<Occasion['kind'], string> = { session: '次会议', event: '届', anniversary: '周年' };

/** Sessions and events held whose year is certain, anniversaries of one year or the next, as facts of kind `ordinal`. */
const occasionFacts = (document: PolicyDocument, source: Source, count: number): Fact[] => {
  const facts: Fact[] = [];
  for (const { occasion, passage } of occasionsOf(document)) {
    const { kind, role, years, ordinal, name, start, end } = occasion;
    const known = role === 'title' ? [document.outline.year] : years.length === 1 || kind === 'anniversary' ? years : [];
    const [first, last] = [known[0], known.at(-1)];
    if (
      typeof first !== 'number' ||
      typeof last !== 'number' ||
      known.length > 2 ||
      (kind === 'session' && role !== 'title') ||
      (kind === 'event' && role !== 'held')
    )
      continue;
    const range = rangeOf(passage, start, end);
    facts.push({
      id: `${source.id}-${String(count + facts.length + 1).padStart(4, '0')}`,
      claim: ordinalClaim(name, ordinal, occasionUnits[kind], yearsPeriod(first, last)),
      region: source.region,
      source,
      place: describePlace(passage),
      range,
      printed: document.text.slice(range.start, range.end).replace(/\s+/g, ''),
      evidence: evidenceAround(document.text, passage, occasion),
      confirmed: '',
    });
  }
  return facts;
};

/** Runs of months up to the end of the year under review. */
const monthRunFacts = (document: PolicyDocument, source: Source, count: number): Fact[] => {
  const facts: Fact[] = [];
  for (const read of document.passages) {
    const { passage } = read;
    const year = yearOf(passage.setting.period);
    if (passage.start >= document.outline.bodyEnd) break;
    if (year === undefined) continue;
    for (const { name, months, start, end } of monthRunsIn(read)) {
      const range = rangeOf(passage, start, end);
      facts.push({
        id: `${source.id}-${String(count + facts.length + 1).padStart(4, '0')}`,
        claim: ordinalClaim(name, months, '个月', yearsPeriod(year, year)),
        region: source.region,
        source,
        place: describePlace(passage),
        range,
        printed: document.text.slice(range.start, range.end).replace(/\s+/g, ''),
        evidence: evidenceAround(document.text, passage, { start, end }),
        confirmed: '',
      });
    }
  }
  return facts;
};

const ordinalClaim = (name: string, ordinal: number, unit: string, period: Period): Claim => ({
  ...plain,
  start: 0,
  end: 0,
  kind: 'ordinal',
  values: [ordinal],
  unit,
  dimension: 'ordinal',
  factor: 1,
  bound: 'exact',
  step: 1,
  interval: { low: ordinal, high: ordinal },
  name,
  period,
  status: 'actual',
});

/** A claim's own region: the document's, another one named, or a wider territory as seen from the document's. */
export const regionOf = (named: string, own: string): string =>
  !named ? own : /^全|^[本我]/.test(named) && named !== '全国' ? `${own}/${named}` : named === '全国' ? '全国' : named;

const evidenceLimit = 24;

/**
 * The source's own words around a figure, 24 characters at most where the figure is shorter: its clause as far as that
 * reaches, and on to the last mark that fits.
 */
const evidenceAround = (document: string, passage: Passage, { start, end }: { start: number; end: number }): string => {
  const { text } = passage;
  let from = start;
  while (from > 0 && end - from < evidenceLimit && !/[,;:。；!?]/.test(text[from - 1] as string)) from--;
  let to = end;
  for (let i = end; i < text.length && i < from + evidenceLimit; i++) {
    if (/[,;:、。)]/.test(text[i] as string)) to = i;
    else if (i === text.length - 1) to = text.length;
  }
  const range = rangeOf(passage, from, to);
  return document.slice(range.start, range.end).replace(/\s+/g, '');
};
