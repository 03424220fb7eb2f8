import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { liesBelow } from '../figures/interval.ts';
import { describePlace } from '../outline/place.ts';
import { countedUp } from './part-whole/counted-up.ts';
import { partLists } from './part-whole/part-lists.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import { isAmount, relateClaim, shortName } from './support.ts';

type Messages = 'part' | 'nested' | 'catalogued' | 'counted';

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

export default claimsRule<Messages>({
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
      zh: '{name}{stated}：大于{wholeName}\n{wholeName}包含{name}，{place}写的是{whole}\n请核两数和口径',
      en: '{name} {stated}: above {wholeName} {whole}\n{wholeName} contains it; {place} says {whole}\nCheck both and their scope',
    },
    counted: {
      zh: '{name}{stated}：小于刚写的{part}\n累计数包含{partName}{part}，不会更小\n请核两数，疑少写了零或小数点错位',
      en: '{name} {stated}: below {part} just before it\nA count in all holds {partName} {part}\nCheck both; a zero or the decimal point may have slipped',
    },
  },
  *check(context) {
    // 其中A、其中B: B is part of both, and no more wrong for it.
    const told = new Set<IndexedClaim>();
    for (const find of [listed, nested, catalogued, counted])
      for (const report of find(context))
        if (!told.has(report.claim)) {
          told.add(report.claim);
          yield report;
        }
  },
});

type PartReport = Report<Messages> & { claim: IndexedClaim };

const listed = function* ({ claims }: PassageContext): Generator<PartReport> {
  for (const { whole, parts } of partLists(claims)) {
    for (const part of parts) {
      if (!liesBelow(whole.claim.interval, part.claim.interval)) continue;
      yield {
        claim: part,
        against: whole.printed,
        message: 'part',
        values: { name: shortName(part.claim), stated: part.printed, whole: whole.printed, wholeName: shortName(whole.claim) },
        related: [relateClaim(whole)],
      };
    }
  }
};

const nested = function* ({ claims }: PassageContext): Generator<PartReport> {
  for (const [wider, narrower] of thresholdSteps(claims)) {
    if (!liesBelow(wider.claim.interval, narrower.claim.interval)) continue;
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
};

const counted = function* ({ claims }: PassageContext): Generator<PartReport> {
  for (const { part, whole } of countedUp(claims))
    yield {
      claim: whole,
      against: part.printed,
      message: 'counted',
      values: { name: shortName(whole.claim), stated: whole.printed, part: part.printed, partName: shortName(part.claim) },
      related: [relateClaim(part)],
    };
};

/** 税收收入 and 一般公共预算收入: the catalogue knows what contains what. */
const catalogued = function* ({ claims, index }: PassageContext): Generator<PartReport> {
  for (const part of claims) {
    const { claim } = part;
    if (!isAmount(part) || !claim.indicator || claim.period === null) continue;
    for (const relation of claim.indicator.relations) {
      if (relation.type !== 'part-of') continue;
      const whole = index.ofSubject(part.region, relation.of).find(
        (other) =>
          isAmount(other) &&
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
};

const threshold = /(\d+(?:\.\d+)?)?(十|百|千|万|亿|十亿|百亿|千亿)?元(?:及)?以上(?:的)?([\u4e00-\u9fff]{1,8})$/;
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, 十亿: 1e9, 百亿: 1e10, 千亿: 1e11 };

/** 5亿元以上项目9个、10亿元以上项目3个: of one noun in one list, the higher the threshold the fewer. */
const thresholdSteps = function* (entries: readonly IndexedClaim[]): Generator<[IndexedClaim, IndexedClaim]> {
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
