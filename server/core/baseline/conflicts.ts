import type { Claim } from '../claims/claim.ts';
import { type Period, samePeriod, yearOf } from '../claims/period.ts';
import { actionClass, isVague } from '../claims/subject.ts';
import { type Interval, meets } from '../figures/interval.ts';
import { matchScore } from '../matching/match.ts';
import { readName } from '../matching/name.ts';
import type { Fact } from './fact.ts';

/**
 * Why two sources print different values: they contradict each other; count another scope; one is an estimate; one has
 * cut what the other rounded; one tells of a part of the year.
 */
export const conflictKinds = ['contradiction', 'scope', 'estimate', 'rounding', 'partial'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const conflictNames: Record<'zh' | 'en', Record<ConflictKind, string>> = {
  zh: { contradiction: '两数矛盾', scope: '口径可能不同', estimate: '预计与实绩', rounding: '进位不同', partial: '时期不同' },
  en: {
    contradiction: 'contradiction',
    scope: 'scope may differ',
    estimate: 'estimate and result',
    rounding: 'cut or rounded',
    partial: 'part of the year',
  },
};

/** Two facts of different sources on the same thing whose values share nothing; `a` has the higher authority. */
export interface Conflict {
  kind: ConflictKind;
  a: Fact;
  b: Fact;
  /** `b` − `a` in base units, and in per cent of `a` where that means something. */
  difference: number;
  percent: number | undefined;
}

/** The disagreements among facts, which are listed by authority; the gravest kind first. */
export const conflictsAmong = (facts: readonly Fact[]): Conflict[] => {
  const found = new Map<string, Conflict>();
  for (const group of groupsOf(facts).values()) {
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1)) {
        const kind = a.source.id === b.source.id ? undefined : conflictOf(a, b);
        if (!kind) continue;
        const key = [kind, a.source.id, a.printed, b.source.id, b.printed, a.claim.name].join('|');
        if (!found.has(key)) found.set(key, describe(kind, a, b));
      }
    });
  }
  return [...found.values()].sort((x, y) => conflictKinds.indexOf(x.kind) - conflictKinds.indexOf(y.kind));
};

/** Facts that could speak of one thing: region, year, kind and dimension of the unit. Targets are no results. */
const groupsOf = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { claim, region } = fact;
    const year = yearOf(claim.period);
    const isValue = claim.role !== 'difference' && !claim.comparison?.other && !claim.comparison?.average && claim.kind !== 'point_change';
    if (isVague(claim) || claim.status === 'target' || year === undefined || !isValue || claim.values.length > 1) continue;
    const key = [region, year, claim.kind, claim.dimension].join('|');
    const list = groups.get(key);
    if (list) list.push(fact);
    else groups.set(key, [fact]);
  }
  return groups;
};

const conflictOf = (a: Fact, b: Fact): ConflictKind | undefined => {
  const [first, second] = [a.claim, b.claim];
  if (meets(first.interval, second.interval)) return undefined;
  const isSame = matchScore(first, second) === 1 && !isNarrower(first, second);
  if (!isSame && !isNarrower(first, second) && !isNarrower(second, first)) return undefined;
  if (!samePeriod(first.period, second.period)) return partialKind(first, second);
  if (!isSame) return 'scope';
  if (isFarApart(first, second)) return 'scope';
  if ((first.status === 'estimate') !== (second.status === 'estimate')) return 'estimate';
  return isWithinAStep(first, second) ? 'rounding' : 'contradiction';
};

/** Nobody mistakes a value by half: under the same words one counts only a part, one town, one trade. */
const farApart = 1.5;
const isFarApart = (a: Claim, b: Claim): boolean => {
  const [x, y] = [a, b].map(({ values, factor }) => Math.abs((values[0] as number) * factor)) as [number, number];
  return a.kind === 'level' && Math.max(x, y) > farApart * Math.min(x, y);
};

/** A part of the year says nothing of the whole, unless a flow was larger in the part. */
const partialKind = (a: Claim, b: Claim): ConflictKind | undefined => {
  const [part, whole] = isWithin(a.period, b.period) ? [a, b] : isWithin(b.period, a.period) ? [b, a] : [];
  if (!part || !whole) return undefined;
  const isFlow = part.kind === 'level' && (part.indicator?.kind === 'flow' || actionClass(part) === 'new');
  return isFlow && part.interval.low > whole.interval.high ? 'contradiction' : 'partial';
};

const isWithin = (a: Period | null, b: Period | null): boolean => a !== null && b !== null && a.from >= b.from && a.to <= b.to;

/** 公共托位 and 托位, 分布式光伏 and 光伏: one name is the other with a word in front, both counted alike. */
const isNarrower = (narrow: Claim, wide: Claim): boolean => {
  if (narrow.kind !== wide.kind || narrow.dimension !== wide.dimension || narrow.whole !== wide.whole) return false;
  if (narrow.indicator && narrow.indicator === wide.indicator) return false;
  if (!narrow.indicator && !wide.indicator) return false;
  const related = narrow.indicator?.relations.some((relation) => relation.type === 'part-of' && relation.of === wide.indicator?.id);
  if (related && narrow.kind === 'level' && actionClass(narrow) === actionClass(wide)) return narrow.interval.low > wide.interval.high;
  if (narrow.indicator || !wide.indicator) return false;
  const { core } = readName(narrow.name);
  const [counted, other] = [actionClass(narrow), actionClass(wide)];
  return (
    (counted === other || other === '' || counted === '' || !/^(?:signed|landed|total|net)$/.test(counted)) &&
    [wide.indicator.name, ...wide.indicator.aliases].some(
      (name) => core.endsWith(name) && core.length > name.length && core.length <= name.length + 3,
    )
  );
};

/** Apart by no more than one place of the coarser: the one was cut, not rounded. */
const isWithinAStep = (a: Claim, b: Claim): boolean => {
  const step = Math.max(a.step * a.factor, b.step * b.factor);
  return (
    a.bound === 'exact' &&
    b.bound === 'exact' &&
    gap(a.interval, b.interval) <= step / 2 + 1e-9 * step &&
    step > Math.min(a.step * a.factor, b.step * b.factor)
  );
};

const gap = (a: Interval, b: Interval): number => Math.max(a.low - b.high, b.low - a.high, 0);

const describe = (kind: ConflictKind, a: Fact, b: Fact): Conflict => {
  const [first, second] = [a, b].map(({ claim }) => (claim.values[0] as number) * claim.factor) as [number, number];
  const difference = second - first;
  return { kind, a, b, difference, percent: a.claim.kind === 'level' && first !== 0 ? (difference / first) * 100 : undefined };
};
