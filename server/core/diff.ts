import type { CheckResult } from './check.ts';
import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { samePeriod } from './claims/period.ts';
import { speakOfSame, subjectKey } from './claims/subject.ts';
import { overlap } from './figures/interval.ts';
import { type Finding, touches } from './finding.ts';
import { identityOf, wordsOf } from './identity.ts';

/** A figure that two versions of a draft print differently. */
export interface FigureChange {
  before: IndexedClaim;
  after: IndexedClaim;
  /** Other places of the new version that still say the old value. */
  stale: IndexedClaim[];
  /** Figures on the same subject and period that were left as they were: growth, shares, differences. */
  dependent: IndexedClaim[];
  /** What the new value breaks: findings on it or resting on it that the old version did not have. */
  breaks: Finding[];
}

export interface DraftDiff {
  changed: FigureChange[];
  added: IndexedClaim[];
  gone: IndexedClaim[];
  findings: { added: Finding[]; solved: Finding[]; remaining: Finding[] };
  /** Of the new version's findings those on figures that a person had confirmed before they were changed. */
  confirmed: Finding[];
}

/** What changed between two versions of a draft: figures, thresholds left out, and findings, in the new version's order. */
export const diffDrafts = (before: CheckResult, after: CheckResult): DraftDiff => {
  const pairs = pairFigures(figuresOf(before), figuresOf(after));
  const changed = [...pairs].filter(([now, old]) => !printsTheSame(old, now));
  const isChanged = new Set(changed.map(([now]) => now));
  const kept = new Set(pairs.values());
  const findings = compareFindings(before.findings, after.findings, pairs);
  return {
    changed: changed.map(([now, old]) => ({
      before: old,
      after: now,
      stale: staleOf(old, now, after.index),
      dependent: [...new Set([...after.index.about(now), ...after.index.claims.filter((entry) => isShareOf(entry, now))])].filter(
        (entry) => !isChanged.has(entry) && pairs.has(entry) && dependsOn(entry, now),
      ),
      breaks: findings.added.filter(
        ({ range, related }) => touches(range, now) || related.some((place) => place.range !== undefined && touches(place.range, now)),
      ),
    })),
    added: figuresOf(after).filter((entry) => !pairs.has(entry)),
    gone: figuresOf(before).filter((entry) => !kept.has(entry)),
    findings,
    confirmed: after.findings.filter(({ rule, range }) => rule === confirmedRule && changed.some(([now]) => touches(range, now))),
  };
};

const confirmedRule = 'confirmed-value';

const figuresOf = ({ standings }: CheckResult): IndexedClaim[] => [...standings.keys()];

/**
 * Figures of the new version with the old ones that they were: by their sentence, by what they say, by the figures beside them
 * where their words were read otherwise (明年 became 2026年, a sentence was turned), then by what they measure.
 */
const pairFigures = (before: readonly IndexedClaim[], after: readonly IndexedClaim[]): Map<IndexedClaim, IndexedClaim> => {
  const pairs = new Map<IndexedClaim, IndexedClaim>();
  const taken = new Set<IndexedClaim>();
  const pair = (now: IndexedClaim, old: IndexedClaim): void => {
    pairs.set(now, old);
    taken.add(old);
  };
  const byKey = (keyOf: (entry: IndexedClaim) => string): void => {
    const waiting = new Map<string, IndexedClaim[]>();
    for (const old of before) {
      if (taken.has(old)) continue;
      const key = keyOf(old);
      waiting.set(key, [...(waiting.get(key) ?? []), old]);
    }
    for (const now of after) {
      const old = pairs.has(now) ? undefined : waiting.get(keyOf(now))?.shift();
      if (old) pair(now, old);
    }
  };
  const places = new Map(before.map((old, i) => [old, i]));
  /** The old figure behind (or before) the one that a neighbour was. */
  const beside = (i: number, step: 1 | -1): IndexedClaim | undefined => {
    const neighbour = pairs.get(after[i - step] as IndexedClaim);
    const old = neighbour && before[(places.get(neighbour) as number) + step];
    return old && !taken.has(old) ? old : undefined;
  };
  const byNeighbour = (step: 1 | -1, areOne: (old: IndexedClaim, now: IndexedClaim) => boolean): void => {
    for (let i = step > 0 ? 0 : after.length - 1; i >= 0 && i < after.length; i += step) {
      const now = after[i] as IndexedClaim;
      const old = pairs.has(now) ? undefined : beside(i, step);
      if (old && areOne(old, now)) pair(now, old);
    }
  };
  byKey(sentenceKey);
  byKey((entry) => `${subjectOf(entry)}|${entry.printed}`);
  for (const step of [1, -1] as const) byNeighbour(step, (old, now) => old.claim.kind === now.claim.kind && printsTheSame(old, now));
  byKey(subjectOf);
  for (const step of [1, -1] as const) byNeighbour(step, (old, now) => old.claim.kind === now.claim.kind && leadOf(old) === leadOf(now));
  return new Map(after.flatMap((now) => (pairs.has(now) ? [[now, pairs.get(now) as IndexedClaim]] : [])));
};

/** Its place among the figures of a sentence that reads alike but for its numbers. */
const sentenceKey = ({ passage, claim }: IndexedClaim): string =>
  `${wordsOf(passage.passage.text, passage.claims)}|${passage.claims.indexOf(claim)}|${passage.claims.length}`;

/** What nothing names is known by its sentence alone. */
const subjectOf = (entry: IndexedClaim): string =>
  subjectKey(entry.claim) === '' ? `${sentenceKey(entry)}|${entry.order}` : identityOf(entry);

/** The few words before a figure in its sentence. */
const leadOf = ({ passage, start }: IndexedClaim): string =>
  passage.passage.text
    .slice(0, start - passage.passage.start)
    .replace(/[^\p{Script=Han}]/gu, '')
    .slice(-4);

const printsTheSame = ({ claim: a }: IndexedClaim, { claim: b }: IndexedClaim): boolean =>
  a.bound === b.bound &&
  a.dimension === b.dimension &&
  a.values.length === b.values.length &&
  a.values.every(
    (value, i) => Math.abs(value * a.factor - (b.values[i] as number) * b.factor) <= 1e-9 * Math.max(1, Math.abs(value * a.factor)),
  );

const staleOf = (old: IndexedClaim, now: IndexedClaim, index: ClaimIndex): IndexedClaim[] =>
  index
    .about(now)
    .filter(
      (entry) =>
        entry !== now &&
        samePeriod(entry.claim.period, now.claim.period) &&
        (entry.claim.status === 'target') === (now.claim.status === 'target') &&
        speakOfSame(entry.claim, now.claim) &&
        overlap(entry.claim.interval, old.claim.interval) &&
        !overlap(entry.claim.interval, now.claim.interval),
    );

/** 增长4.8% and 占比12% hang on the level beside them, 加快0.4个百分点 on the rate; a level does not hang on its rate. */
const dependsOn = ({ claim }: IndexedClaim, { claim: changed }: IndexedClaim): boolean =>
  samePeriod(claim.period, changed.period) &&
  (claim.status === 'target') === (changed.status === 'target') &&
  (claim.role === 'difference' ||
    (changed.kind === 'level' && /^(?:change|point_change|ratio)$/.test(claim.kind)) ||
    (changed.kind === 'change' && claim.kind === 'point_change'));

/** 占一般公共预算收入的64.1% hangs on 一般公共预算收入 too. */
const isShareOf = (entry: IndexedClaim, { claim, region }: IndexedClaim): boolean =>
  entry.claim.kind === 'ratio' &&
  entry.claim.whole !== '' &&
  entry.region === region &&
  (entry.claim.whole === claim.name || (entry.claim.wholeIndicator !== undefined && entry.claim.wholeIndicator.id === claim.indicator?.id));

const compareFindings = (
  before: readonly Finding[],
  after: readonly Finding[],
  pairs: ReadonlyMap<IndexedClaim, IndexedClaim>,
): DraftDiff['findings'] => {
  const keys = new Map(before.map((finding) => [finding.key, finding]));
  const wasThere = (finding: Finding): Finding | undefined => keys.get(finding.key) ?? sameOfPair(finding, before, pairs);
  const known = after.map((finding) => ({ finding, old: wasThere(finding) }));
  const remaining = new Set(known.flatMap(({ old }) => (old ? [old] : [])));
  return {
    added: known.filter(({ old }) => !old).map(({ finding }) => finding),
    remaining: known.filter(({ old }) => old).map(({ finding }) => finding),
    solved: before.filter((finding) => !remaining.has(finding)),
  };
};

/** The number was changed and the same rule still objects to it. */
const sameOfPair = (finding: Finding, before: readonly Finding[], pairs: ReadonlyMap<IndexedClaim, IndexedClaim>): Finding | undefined => {
  for (const [now, old] of pairs) {
    if (!touches(finding.range, now)) continue;
    const found = before.find((other) => other.rule === finding.rule && touches(other.range, old));
    if (found) return found;
  }
  return undefined;
};
