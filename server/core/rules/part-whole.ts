import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { subjectKey } from '../claims/subject.ts';
import { liesBelow } from '../figures/interval.ts';
import { describePlace } from '../outline/place.ts';
import { claimsRule, type RulePage } from './rule.ts';
import { isTotal, relateClaim, shortName, wordsBefore } from './support.ts';

export const page: RulePage = {
  why: {
    zh: '“其中”所列、以及定义上包含于另一指标的数（如税收收入之于一般公共预算收入），不可能大于总体。',
    en: 'What “其中” lists, and what is by definition contained in another indicator, cannot exceed the whole.',
  },
  setAside: { zh: '“其中”之后的数另有所指，不是前一数的一部分。', en: 'The figure behind “其中” is no part of the one before.' },
  examples: {
    wrong: { draft: '新签约亿元以上项目108个，其中10亿元以上项目122个。' },
    right: { draft: '新签约亿元以上项目108个，其中10亿元以上项目22个。' },
  },
};

export default claimsRule({
  id: 'part-whole',
  title: { zh: '部分大于总体', en: 'A part above its whole' },
  severity: 'error',
  needs: 'text',
  everywhere: true,
  messages: {
    part: {
      zh: '其中{name}{stated}：大于总体{whole}\n{wholeName}{whole}，部分不会大于总体\n请核两数；若不是其中之数，请改写',
      en: 'Of which {name} {stated}: above the whole {whole}\n{wholeName} is {whole}\nCheck both; if it is no part, reword',
    },
    nested: {
      zh: '{name}{stated}：多于{widerName}{wider}\n门槛高的包含在门槛低的之中，不会更多\n请核两数；若分段统计，请写明起止',
      en: '{name} {stated}: more than {widerName} {wider}\nThose above the higher threshold are among those above the lower\nCheck both; if they are separate brackets, say so',
    },
    catalogued: {
      zh: '{name}{stated}：大于{wholeName}{whole}\n{wholeName}包含{name}，{place}写的是{whole}\n请核两数和口径',
      en: '{name} {stated}: above {wholeName} {whole}\n{wholeName} contains it; {place} says {whole}\nCheck both and their scope',
    },
  },
  *check({ claims, index }) {
    const reported = new Set<IndexedClaim>();
    for (const { whole, parts } of partLists(claims)) {
      for (const part of parts) {
        if (!liesBelow(whole.claim.interval, part.claim.interval)) continue;
        reported.add(part);
        yield {
          claim: part,
          against: whole.printed,
          message: 'part',
          values: { name: shortName(part.claim), stated: part.printed, whole: whole.printed, wholeName: shortName(whole.claim) },
          related: [relateClaim(whole)],
        };
      }
    }
    for (const [wider, narrower] of nested(claims)) {
      if (reported.has(narrower) || !liesBelow(wider.claim.interval, narrower.claim.interval)) continue;
      reported.add(narrower);
      yield {
        claim: narrower,
        against: wider.printed,
        message: 'nested',
        severity: 'warning',
        values: {
          name: shortName(narrower.claim),
          stated: narrower.printed,
          wider: wider.printed,
          widerName: shortName(wider.claim),
        },
        related: [relateClaim(wider)],
      };
    }
    for (const part of claims) {
      const { claim } = part;
      if (claim.kind !== 'level' || claim.role === 'difference' || !claim.indicator || claim.period === null || reported.has(part))
        continue;
      for (const relation of claim.indicator.relations) {
        if (relation.type !== 'part-of') continue;
        const whole = index.ofSubject(part.region, relation.of).find(
          (other) =>
            other.claim.kind === 'level' &&
            other.claim.role !== 'difference' &&
            other.claim.dimension === claim.dimension &&
            other.claim.status === claim.status &&
            samePeriod(other.claim.period, claim.period) &&
            // Rows of a table are tasks of different offices.
            !(other.passage.passage.cell && part.passage.passage.cell) &&
            !other.claim.part,
        );
        if (!whole || !liesBelow(whole.claim.interval, claim.interval)) continue;
        yield {
          claim: part,
          against: whole.printed,
          message: 'catalogued',
          values: {
            name: shortName(claim),
            stated: part.printed,
            whole: whole.printed,
            wholeName: shortName(whole.claim),
            place: describePlace(whole.passage.passage),
          },
          related: [relateClaim(whole)],
        };
      }
    }
  },
});

const threshold = /(\d+(?:\.\d+)?)?(十|百|千|万|亿|十亿|百亿|千亿)?元(?:及)?以上(?:的)?([\u4e00-\u9fff]{1,8})$/;
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, 十亿: 1e9, 百亿: 1e10, 千亿: 1e11 };

/** 5亿元以上项目9个、10亿元以上项目3个: of one noun in one list, the higher the threshold the fewer. */
const nested = function* (entries: readonly IndexedClaim[]): Generator<[IndexedClaim, IndexedClaim]> {
  const steps = entries.flatMap((entry) => {
    const { claim, passage } = entry;
    const match = claim.kind === 'level' && claim.bound === 'exact' ? threshold.exec(passage.passage.text.slice(0, claim.start)) : null;
    const [, number, power, noun = ''] = match ?? [];
    return match && (number || power) ? [{ entry, least: Number(number ?? 1) * (powers[power ?? ''] ?? 1), noun }] : [];
  });
  for (const [i, a] of steps.entries()) {
    const b = steps[i + 1];
    if (!b || a.noun !== b.noun || a.least === b.least || a.entry.claim.unit !== b.entry.claim.unit) continue;
    if (a.entry.claim.action !== b.entry.claim.action || !samePeriod(a.entry.claim.period, b.entry.claim.period)) continue;
    const between = a.entry.passage.passage.text.slice(a.entry.claim.end, b.entry.claim.start);
    if (!/^[、,](?:其中)?[^,;:。、]*$/.test(between) || /不含|不包括|至|—|以下/.test(between)) continue;
    yield a.least < b.least ? [a.entry, b.entry] : [b.entry, a.entry];
  }
};

/** 人均可支配收入, 平均工资: a mean of some may exceed that of all. 每万人专利 of one population add up. */
const isMean = ({ claim: { name, dimension } }: IndexedClaim): boolean => /[人户亩地]均|平均|均价/.test(name) || dimension.includes('/');

/** 其中 and what follows it in the sentence, with the value before it: same measure, same time. */
export const partLists = (entries: readonly IndexedClaim[]): { whole: IndexedClaim; parts: IndexedClaim[] }[] => {
  const lists: { whole: IndexedClaim; parts: IndexedClaim[] }[] = [];
  for (let i = 1; i < entries.length; i++) {
    const first = entries[i] as IndexedClaim;
    if (!first.claim.part || first.claim.kind !== 'level') continue;
    let w = i - 1;
    while (w > 0 && !mayBeWhole(entries, w, first)) w--;
    const whole = wholeOf(entries, w, first);
    if (
      whole.claim.kind !== 'level' ||
      whole.claim.role === 'difference' ||
      whole.claim.dimension !== first.claim.dimension ||
      whole.claim.unit.replace(/[万亿]/g, '') !== first.claim.unit.replace(/[万亿]/g, '')
    )
      continue;
    if (
      !samePeriod(whole.claim.period, first.claim.period) &&
      first.claim.period &&
      whole.claim.period &&
      first.claim.period.from < whole.claim.period.from
    )
      continue;
    if (isMean(first) || isMean(whole)) continue;
    const parts: IndexedClaim[] = [first];
    const text = first.passage.passage.text;
    for (let j = i + 1; j < entries.length; j++) {
      const next = entries[j] as IndexedClaim;
      if (next.claim.kind === 'threshold') continue;
      const between = text.slice((entries[j - 1] as IndexedClaim).claim.end, next.claim.start);
      if (
        next.claim.kind !== 'level' ||
        next.claim.role === 'difference' ||
        next.claim.dimension !== first.claim.dimension ||
        /[,;:。]/.test(between)
      )
        break;
      parts.push(next);
    }
    lists.push({ whole, parts });
  }
  return lists;
};

/** 2.8万亩，约合1867公顷，比3万亩的计划少0.2万亩，其中…: what was planned, what is missing and the same in another unit are no wholes. */
const mayBeWhole = (entries: readonly IndexedClaim[], w: number, part: IndexedClaim): boolean => {
  const { claim, passage } = entries[w] as IndexedClaim;
  if (claim.kind !== 'level' || claim.role === 'difference') return false;
  const isPlan = claim.role === 'from' && claim.status === 'target' && part.claim.status === 'actual';
  const isConverted = /[,(](?:折合|约合|折|合)约?$/.test(passage.passage.text.slice(0, claim.start));
  return !isPlan && !isConverted;
};

/** 装机达到62.5万千瓦，当年新增16万千瓦，其中光伏装机…: too much for the increase is part of what it made. */
const wholeOf = (entries: readonly IndexedClaim[], w: number, part: IndexedClaim): IndexedClaim => {
  const nearest = entries[w] as IndexedClaim;
  if (!liesBelow(nearest.claim.interval, part.claim.interval) || isTotal(nearest) || /新|净增/.test(wordsBefore(part))) return nearest;
  const total = entries
    .slice(0, w)
    .findLast(
      (other) =>
        isTotal(other) &&
        other.claim.kind === 'level' &&
        other.claim.dimension === nearest.claim.dimension &&
        subjectKey(other.claim) === subjectKey(nearest.claim) &&
        samePeriod(other.claim.period, nearest.claim.period),
    );
  return total ?? nearest;
};
