import { averageGrowthOf, isAverage, spanOf } from './average-growth.ts';
import type { CheckResult } from './check.ts';
import type { IndexedClaim } from './claims/claim-index.ts';
import { samePeriod } from './claims/period.ts';
import { overlap } from './figures/interval.ts';
import { readArabic } from './figures/numerals.ts';
import { lastPlace } from './figures/printed.ts';
import { readUnit } from './figures/units.ts';
import type { Edit } from './finding.ts';
import { mentionsOf } from './mentions.ts';
import { isDecline } from './printed.ts';
import { fold } from './text/fold.ts';

/** One place that changes with a value. */
export interface ValueChange extends Edit {
  /**
   * `here` where it was asked for, `mention` where the same is stated, `dependent` where a figure follows from it or only
   * bounds it, `left` where one may follow that cannot be recomputed: it may be marked, so that nobody forgets it.
   */
  role: 'here' | 'mention' | 'dependent' | 'left';
  /** What the place says, for the preview. */
  name: string;
}

/** Why a value cannot be changed to what was typed: no number, or a unit of another kind. */
export type Refusal = 'number' | 'unit';

/** How far what follows from a figure is followed on: level → growth → 加快N个百分点. */
const rounds = 3;

/**
 * The edits that change a figure everywhere it stands, each place keeping its own unit, precision and bound, and the
 * figures that it drags along: those that a rule, reading the changed text, would recompute.
 * @param recheck Checks a text as the document was checked.
 */
export const changeValue = (
  result: CheckResult,
  entry: IndexedClaim,
  typed: string,
  recheck: (text: string) => CheckResult,
): ValueChange[] | Refusal => {
  const value = readValue(typed, entry);
  if (typeof value === 'string') return value;
  const { text } = result.document;
  const stated: Value = { amount: entry.claim.values[0] && entry.claim.values[0] * entry.claim.factor, printed: entry.printed };
  const changes: ValueChange[] = mentionsOf(entry, result.index).flatMap((mention): ValueChange[] => {
    const newText = mention === entry ? value.printed : reprint(mention, entry, value);
    if (newText === undefined || newText === text.slice(mention.start, mention.end)) return [];
    const holds = mention !== entry && stillHolds(mention, value);
    // 稳定在4.5亿斤以上 said of 4.82亿斤 follows neither; 超700亿元 said of 709亿元 stays true of 812亿元, though nobody would write it.
    if (holds && reprint(mention, entry, stated) !== mention.printed) return [];
    const role = mention === entry ? 'here' : holds ? 'dependent' : 'mention';
    return [{ start: mention.start, end: mention.end, newText, role, name: mention.claim.name }];
  });
  if (changes.length === 0) return [];
  let before = result;
  for (let round = 0; round < rounds; round++) {
    const after = recheck(apply(text, changes));
    const dependent = dragged(before, after, changes);
    if (round === 0)
      dependent.push(...averages(result, after, changes).filter((one) => !dependent.some(({ start }) => start === one.start)));
    if (dependent.length === 0) break;
    changes.push(...dependent);
    before = after;
  }
  changes.push(...leftAverages(result, entry, changes));
  return changes.sort((a, b) => a.start - b.start);
};

interface Value {
  /** In base units, with the sign of the claim; undefined where only the words are known (第九). */
  amount: number | undefined;
  /** As it is to stand where it was typed. */
  printed: string;
}

const readValue = (typed: string, { claim, printed }: IndexedClaim): Value | Refusal => {
  const text = typed.trim();
  if (claim.kind === 'rank' || claim.kind === 'streak') return text === '' ? 'number' : { amount: undefined, printed: text };
  const folded = fold(text);
  const numeral = readArabic(folded, 0);
  if (!numeral) return 'number';
  const rest = folded.slice(numeral.end);
  const unit = rest === '' ? undefined : readUnit(rest, 0);
  if (rest !== '' && (unit?.end !== rest.length || unit.dimension !== claim.dimension)) return 'unit';
  const sign = (claim.values[0] ?? 0) < 0 ? -1 : 1;
  const isPlain = claim.bound === 'exact' && claim.values.length === 1;
  return {
    amount: isPlain ? sign * numeral.value * (unit?.factor ?? claim.factor) : undefined,
    printed: rest === '' ? (replaceNumber(printed, text) ?? text) : text,
  };
};

const stillHolds = ({ claim: { interval } }: IndexedClaim, { amount }: Value): boolean =>
  amount !== undefined && interval.low <= amount && amount <= interval.high;

/** How a mention prints the new value; undefined where it cannot be told. */
const reprint = (mention: IndexedClaim, entry: IndexedClaim, { amount, printed }: Value): string | undefined => {
  const { claim } = mention;
  if (amount === undefined) return mention.printed === entry.printed ? printed : undefined;
  const [old] = claim.values;
  if (old === undefined || claim.values.length > 1 || old * amount < 0) return undefined;
  const number = Math.abs(amount / claim.factor);
  if (claim.bound === 'exact') return replaceNumber(mention.printed, fixed(number, decimalsOf(mention.printed)));
  const place = lastPlace(old, claim.step);
  const round = claim.bound === 'under' ? Math.ceil : claim.bound === 'over' || /[余多]/.test(mention.printed) ? Math.floor : Math.round;
  const rounded = round(Number((number / place).toPrecision(12))) * place;
  return replaceNumber(mention.printed, fixed(rounded, decimalsOf(mention.printed)));
};

/** Without the noise of binary fractions: 0.285 to two places is 0.29. */
const fixed = (number: number, decimals: number): string => {
  const power = 10 ** decimals;
  return (Math.round(Number((number * power).toPrecision(12))) / power).toFixed(decimals);
};

const numberIn = /[0-9０-９]+(?:[.．·][0-9０-９]+)?/;
const decimalsOf = (printed: string): number => /[.．·]([0-9０-９]+)/.exec(printed)?.[1]?.length ?? 0;
/** Undefined where no number in digits stands there, or more than one. */
const replaceNumber = (printed: string, number: string): string | undefined =>
  printed.split(numberIn).length === 2 ? printed.replace(numberIn, number) : undefined;

/** What the rules would recompute now and not before, at all places that state it. */
const dragged = (before: CheckResult, after: CheckResult, changes: readonly ValueChange[]): ValueChange[] => {
  const known = new Set(before.findings.map(({ key }) => key));
  const result: ValueChange[] = [];
  for (const { key, fix } of after.findings) {
    const edit = fix?.edits[0];
    if (!edit || fix.edits.length > 1 || known.has(key)) continue;
    const figure = after.index.claims.find(({ start, end }) => start === edit.start && end === edit.end);
    if (!figure) continue;
    const value = readValue(edit.newText, figure);
    if (typeof value === 'string') continue;
    for (const mention of mentionsOf(figure, after.index)) {
      const newText = mention === figure ? edit.newText : reprint(mention, figure, value);
      const range = newText === undefined || newText === mention.printed ? undefined : original(mention, changes);
      if (newText === undefined || !range || result.some(({ start }) => start === range.start)) continue;
      result.push({ ...range, newText, role: 'dependent', name: mention.claim.name });
    }
  }
  return result;
};

/** 年均增长 between two ends of which one was changed, where it followed from them before. */
const averages = (before: CheckResult, after: CheckResult, changes: readonly ValueChange[]): ValueChange[] =>
  after.index.claims.flatMap((rate): ValueChange[] => {
    if (!isAverage(rate.claim) || rate.claim.bound !== 'exact' || rate.claim.values.length > 1) return [];
    const range = original(rate, changes);
    const now = range && averageGrowthOf(rate, after);
    if (!range || !now?.ends.some((end) => original(end, changes) === undefined) || overlap(now.implied, rate.claim.interval)) return [];
    const old = before.index.claims.find(({ start }) => start === range.start);
    const then = old && averageGrowthOf(old, before);
    const stated = rate.claim.values[0] as number;
    if (!then || !overlap(then.implied, old.claim.interval) || stated * now.central <= 0) return [];
    const newText = replaceNumber(rate.printed, fixed(Math.abs(now.central), decimalsOf(rate.printed)));
    return newText === undefined ? [] : [{ ...range, newText, role: 'dependent', name: nameOfAverage(rate) }];
  });

/** 年均增长 of the changed indicator that ends or starts with its year, and that nobody here can recompute. */
const leftAverages = (result: CheckResult, entry: IndexedClaim, changes: readonly ValueChange[]): ValueChange[] =>
  result.index.about(entry).flatMap((rate): ValueChange[] => {
    const { start, end, printed } = rate;
    const span = isAverage(rate.claim) ? spanOf(rate.claim, result) : undefined;
    const { kind, period } = entry.claim;
    const touches = kind === 'level' && [span?.end, span?.start].some((year) => year && samePeriod(year, period));
    if (!touches || changes.some((change) => change.start === start)) return [];
    const known = averageGrowthOf(rate, result);
    // It is known, and still true.
    if (known && overlap(known.implied, rate.claim.interval)) return [];
    return [{ start, end, newText: `${printed}（待核）`, role: 'left', name: nameOfAverage(rate) }];
  });

const nameOfAverage = ({ claim, printed }: IndexedClaim): string => `${claim.name}年均${isDecline(claim) ? '下降' : '增长'}${printed}`;

/** A place of the changed text as of the original one; undefined where it was changed itself. */
const original = ({ start, end }: IndexedClaim, changes: readonly ValueChange[]): { start: number; end: number } | undefined => {
  let shift = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    const from = change.start + shift;
    if (end <= from) break;
    if (start < from + change.newText.length) return undefined;
    shift += change.newText.length - (change.end - change.start);
  }
  return { start: start - shift, end: end - shift };
};

const apply = (text: string, changes: readonly ValueChange[]): string => {
  let result = '';
  let from = 0;
  for (const { start, end, newText } of [...changes].sort((a, b) => a.start - b.start)) {
    result += text.slice(from, start) + newText;
    from = end;
  }
  return result + text.slice(from);
};
