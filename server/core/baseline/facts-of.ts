import { type Claim, plain } from '../claims/claim.ts';
import { monthRunsIn } from '../claims/month-runs.ts';
import { type Occasion, occasionsOf } from '../claims/ordinals.ts';
import { type Period, yearOf, yearsPeriod } from '../claims/period.ts';
import type { PolicyDocument } from '../document.ts';
import type { OutlinePassage } from '../outline/outline.ts';
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

/** What a paper states, with its place in the passage. */
interface Stated {
  claim: Claim;
  passage: OutlinePassage;
  start: number;
  end: number;
}

/**
 * The facts of a source: its claims, without thresholds and differences, which state no value of their own, its sessions,
 * events and anniversaries, and its runs of months.
 */
export const factsOf = (document: PolicyDocument, source: Source): Fact[] =>
  [...claimsStated(document), ...occasionsStated(document), ...monthRunsStated(document)].map(({ claim, passage, start, end }, i) => {
    const range = rangeOf(passage, start, end);
    return {
      id: `${source.id}-${String(i + 1).padStart(4, '0')}`,
      claim,
      region: regionOf(claim.region, source.region),
      source,
      place: describePlace(passage),
      range,
      printed: document.text.slice(range.start, range.end).replace(/\s+/g, ''),
      evidence: evidenceAround(document.text, passage, { start, end }),
      confirmed: '',
    };
  });

const claimsStated = function* ({ passages, outline }: PolicyDocument): Generator<Stated> {
  for (const { passage, claims } of passages) {
    if (passage.start >= outline.bodyEnd) break;
    for (const claim of claims)
      if (claim.kind !== 'threshold' && claim.role !== 'difference' && claim.name && claim.period !== null)
        yield { claim, passage, start: claim.start, end: claim.end };
  }
};

const occasionUnits: Record<Occasion['kind'], string> = { session: '次会议', event: '届', anniversary: '周年' };

/** Sessions and events held whose year is certain, anniversaries of one year or the next, as claims of kind `ordinal`. */
const occasionsStated = function* (document: PolicyDocument): Generator<Stated> {
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
    yield { claim: ordinalClaim(name, ordinal, occasionUnits[kind], yearsPeriod(first, last)), passage, start, end };
  }
};

/** Runs of months up to the end of the year under review. */
const monthRunsStated = function* ({ passages, outline }: PolicyDocument): Generator<Stated> {
  for (const read of passages) {
    const { passage } = read;
    const year = yearOf(passage.setting.period);
    if (passage.start >= outline.bodyEnd) break;
    if (year === undefined) continue;
    for (const { name, months, start, end } of monthRunsIn(read))
      yield { claim: ordinalClaim(name, months, '个月', yearsPeriod(year, year)), passage, start, end };
  }
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
