import type { Baseline } from './baseline/baseline.ts';
import type { Fact } from './baseline/fact.ts';
import type { Claim } from './claims/claim.ts';
import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { samePeriod, yearPeriod } from './claims/period.ts';
import { subjectKey } from './claims/subject.ts';
import type { PolicyDocument } from './document.ts';
import { matchesAmong } from './matching/match.ts';
import { readName } from './matching/name.ts';
import type { Passage } from './outline/passage.ts';
import type { Language } from './rules/run.ts';

/**
 * What a draft reports on a target of last year: `exceeded` and `met`, `short`, `partly`: short by what is known of a
 * part of the year; `unclear`: named without a figure to hold against it; `unmentioned`.
 */
export type Outcome = 'exceeded' | 'met' | 'short' | 'partly' | 'unclear' | 'unmentioned';

export const outcomeNames: Record<Language, Record<Outcome, string>> = {
  zh: { exceeded: '超额', met: '已完成', short: '未达', partly: '部分', unclear: '有提及无数据', unmentioned: '未提' },
  en: {
    exceeded: 'exceeded',
    met: 'met',
    short: 'short',
    partly: 'partly',
    unclear: 'named without a figure',
    unmentioned: 'not mentioned',
  },
};

export interface Commitment {
  target: Fact;
  outcome: Outcome;
  /** The figure of the draft that answers it. */
  reported: IndexedClaim | undefined;
  /** Where the draft speaks of it, for an outcome without a figure. */
  mention: { start: number; end: number } | undefined;
  /** Whether the names leave no doubt; else the one candidate whose name is like. */
  sure: boolean;
  /** Per cent of the target, of an amount that is to be reached. */
  done: number | undefined;
}

/** Every quantified target that last year's papers set for the year that the draft reviews, in their order. */
export const commitmentsOf = (document: PolicyDocument, index: ClaimIndex, baseline: Baseline): Commitment[] => {
  const { region, year } = document.outline;
  if (region === null || year === null) return [];
  const reviewed = yearPeriod(year - 1);
  const isTarget = ({ claim, region: of }: Fact): boolean =>
    claim.status === 'target' && of === region && samePeriod(claim.period, reviewed) && claim.kind !== 'threshold';
  const results = index.claims.filter(
    ({ claim, region: of }) =>
      of === region &&
      claim.status !== 'target' &&
      claim.kind !== 'threshold' &&
      claim.role !== 'difference' &&
      claim.role !== 'from' &&
      claim.period !== null &&
      claim.period.from >= reviewed.from &&
      claim.period.to <= reviewed.to,
  );
  const byMeasure = new Map<string, IndexedClaim[]>();
  for (const entry of withListActions(results)) {
    const key = measureOf(entry.claim);
    const known = byMeasure.get(key);
    if (known) known.push(entry);
    else byMeasure.set(key, [entry]);
  }
  const review = reviewOf(document);
  return onePerTarget(baseline.facts.filter(isTarget)).map((target) =>
    answer(target, byMeasure.get(measureOf(target.claim)) ?? [], review),
  );
};

/** What must be the same of two claims that answer each other, whatever they are called. */
const measureOf = ({ kind, dimension }: Claim): string => `${kind}|${dimension}`;

/** 签约亿元以上项目108个，其中10亿元以上项目22个、50亿元以上项目3个: parts are counted as their whole is. */
const withListActions = (entries: readonly IndexedClaim[]): IndexedClaim[] => {
  let before: IndexedClaim | undefined;
  let inherits = false;
  return entries.map((entry) => {
    const { claim } = entry;
    const follows = before?.passage === entry.passage && before.claim.dimension === claim.dimension && before.claim.unit === claim.unit;
    const joined = follows && /^[、,]$/.test(entry.passage.passage.text.slice(before?.claim.end, nameStart(entry)));
    inherits = claim.action === '' && follows && (claim.part || (inherits && joined));
    const result = inherits && before ? { ...entry, claim: { ...claim, action: before.claim.action } } : entry;
    before = result;
    return result;
  });
};

/** Where the words that name a claim begin, if they stand right before its figure. */
const nameStart = ({ claim, passage }: IndexedClaim): number => {
  const at = passage.passage.text.lastIndexOf(claim.name, claim.start);
  return at < 0 ? claim.start : at;
};

/** A target that stands in several papers is one; the highest authority's words count. */
const onePerTarget = (targets: readonly Fact[]): Fact[] =>
  targets.filter(
    (target, i) =>
      !targets
        .slice(0, i)
        .some(
          (other) =>
            other.source !== target.source &&
            other.claim.kind === target.claim.kind &&
            other.claim.dimension === target.claim.dimension &&
            subjectKey(other.claim) !== '' &&
            subjectKey(other.claim) === subjectKey(target.claim) &&
            other.claim.action === target.claim.action,
        ),
  );

const answer = (target: Fact, results: readonly IndexedClaim[], review: Review): Commitment => {
  const found = matchesAmong(target.claim, results);
  const { sure } = found;
  // 新增等级民宿3家, 等级民宿15家: a likely candidate many times off counts something else.
  const matches = sure ? found.matches : found.matches.filter((entry) => isOfSameSize(target.claim, entry.claim));
  const [reported] = [...matches].sort((a, b) => preference(b) - preference(a) || a.order - b.order);
  if (!reported) {
    const mention = mentionOf(target.claim, review);
    return { target, outcome: mention ? 'unclear' : 'unmentioned', reported, mention, sure: true, done: undefined };
  }
  const outcome = outcomeOf(target.claim, reported.claim);
  return {
    target,
    outcome: outcome === 'short' && isPartOfYear(reported.claim) ? 'partly' : outcome,
    reported,
    mention: undefined,
    sure,
    done: shareDone(target.claim, reported.claim),
  };
};

const isOfSameSize = (target: Claim, reported: Claim): boolean => {
  const [aim, value] = [target, reported].map((claim) => Math.abs((claim.values[0] as number) * claim.factor)) as [number, number];
  return target.kind !== 'level' || (value <= 3 * aim && aim <= 3 * value);
};

/** Results before estimates, the year before a part of it, what is plainly stated before bounds. */
const preference = ({ claim }: IndexedClaim): number =>
  (isPartOfYear(claim) ? 0 : 4) + (claim.status === 'actual' ? 2 : 0) + (claim.bound === 'exact' ? 1 : 0);

const isPartOfYear = ({ period }: Claim): boolean => period !== null && period.to - period.from < 11;

const outcomeOf = (target: Claim, reported: Claim): Outcome => {
  // 下降3%: the fall is what is aimed at.
  const falls = isFall(target);
  const aims = target.values.map((value) => (falls ? Math.abs(value) : value) * target.factor);
  const about = target.bound === 'about' ? Math.abs(target.interval.high - target.interval.low) / 2 : 0;
  const half = ((reported.interval.high - reported.interval.low) / 2) * (reported.bound === 'exact' ? 1 : 0);
  const states = reported.values.map((value) => (falls ? Math.abs(value) * (isFall(reported) ? 1 : -1) : value) * reported.factor);
  const slack = 1e-9 * Math.max(1, ...aims.map(Math.abs));
  const [low, high] = [Math.min(...aims) - about - slack, Math.max(...aims) + slack];
  const [least, most] = [Math.min(...states) - half, Math.max(...states) + half];
  if (!falls && prefersLess(target)) return least > high ? 'short' : most < low && target.kind === 'rank' ? 'exceeded' : 'met';
  return most < low ? 'short' : least > high ? 'exceeded' : 'met';
};

/** 下降3%, 压减5%以上 */
export const isFall = ({ kind, values, action }: Claim): boolean =>
  kind === 'change' && ((values[0] as number) < 0 || /压减|削减|减少|下降|降低/.test(action));

const lessIsMore = /能耗|浓度|事故|死亡|失业|排放|成本|案件|投诉|发案|倍差|逾期|信访|时间|时限/;

/** 控制在…以内, ranks, and what a government wants to go down. */
const prefersLess = ({ bound, kind, indicator, name }: Claim): boolean =>
  kind === 'rank' ||
  bound === 'under' ||
  /消费价格|物价/.test(name) ||
  (indicator ? indicator.direction === 'down' : kind !== 'change' && lessIsMore.test(name));

const shareDone = (target: Claim, reported: Claim): number | undefined => {
  const [aim, value] = [target, reported].map((claim) => (claim.values[0] as number) * claim.factor) as [number, number];
  const isAmount = target.kind === 'level' && target.values.length === 1 && reported.values.length === 1;
  return isAmount && !prefersLess(target) && aim > 0 ? (value / aim) * 100 : undefined;
};

/** What a document says of the year before, without quotes; made when first asked for. */
type Review = () => readonly { passage: Passage; words: string }[];

const reviewOf = ({ passages }: PolicyDocument): Review => {
  let made: ReturnType<Review> | undefined;
  return () => {
    made ??= passages
      .filter(({ passage }) => passage.setting.status !== 'target')
      .map(({ passage }) => ({ passage, words: passage.text.replace(/[“”]/g, '') }));
    return made;
  };
};

/** The first place of the review that names what the target is about. */
const mentionOf = ({ name }: Claim, review: Review): Commitment['mention'] => {
  const { noun } = readName(name);
  const words = [name.replace(/[“”]/g, ''), noun].filter((word) => word.length >= 5);
  const found = review().find((said) => words.some((word) => said.words.includes(word)))?.passage;
  return found && { start: found.start, end: found.end };
};
