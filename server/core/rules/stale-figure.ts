import type { Baseline } from '../baseline/baseline.ts';
import type { Fact } from '../baseline/fact.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { yearOf } from '../claims/period.ts';
import { actionClass } from '../claims/subject.ts';
import { claimsRule, type PassageContext, type RulePage } from './rule.ts';
import { askOffice, citeFact, periodName, relateFact, shortName } from './support.ts';

/** What may well be the same next year. */
const lasting = /面积|里程|长度|户籍|人口|总数|存量|保有量|拥有量|床位|学校|岸线|容量|库容|标准|补助|补贴|资金|指标|余额/;

/** Of these there are as many next year, too. */
const division = /^(?:乡镇|镇街|街道|行政村|自然村|社区|[村乡镇县区市]|居委会|村委会|村民小组)$/;

export const page: RulePage = {
  why: {
    zh: '以上年报告为底稿改写，最容易漏改数字。当年发生数与上年一字不差（四位以上，或相邻两个数都相同），多半是没有更新。目标数沿用上年属于安排，不在此列。',
    en: 'Drafts are written over last year’s report. A year’s figure equal to last year’s to the digit (four digits or more, or two neighbours) was probably never updated. Targets may repeat.',
  },
  setAside: { zh: '两年的数确实相同。', en: 'The two years really had the same figure.' },
  examples: {
    wrong: { base: '查处各类违法犯罪案件3812起。', draft: '查处各类违法犯罪案件3812起。' },
    right: { base: '查处各类违法犯罪案件3812起，建成公园12个。', draft: '查处各类违法犯罪案件3460起，建成公园12个。' },
  },
};

export default claimsRule({
  id: 'stale-figure',
  title: { zh: '疑为上年数字未更新', en: 'Last year’s figure left standing' },
  severity: 'warning',
  needs: 'base',
  messages: {
    same: {
      zh: '{name}{stated}：与{when}数字相同\n{source}已写{printed}（“{evidence}”）\n{ask}是否为{when}的数没有更新；确实相同的请确认',
      en: '{name} {stated}: the same as the year before\n{source} says {printed} (“{evidence}”)\nCheck whether it was left standing',
    },
  },
  *check(context) {
    const repeats = context.claims.flatMap((entry) => {
      const fact = repeatedFact(context, entry) ?? repeatedStage(context, entry);
      return fact ? [{ entry, fact }] : [];
    });
    for (const { entry, fact } of repeats) {
      const { claim } = entry;
      const digits = significantDigits(claim.values[0] as number);
      const hasNeighbour = repeats.some(
        (other) =>
          Math.abs(other.entry.order - entry.order) === 1 &&
          (digits + significantDigits(other.entry.claim.values[0] as number) >= 5 || areStages([entry, other.entry])),
      );
      if (digits < 4 && !(hasNeighbour && digits >= 2)) continue;
      yield {
        claim: entry,
        against: fact.printed,
        message: 'same',
        values: {
          name: shortName(claim),
          stated: entry.printed,
          when: periodName(fact.claim.period, context.year),
          source: citeFact(fact),
          printed: fact.printed,
          evidence: fact.evidence,
          ask: askOffice(claim),
        },
        related: [relateFact(fact)],
      };
    }
  },
});

/** Last year's fact that prints the same number, where the figure tells of what happened within the year. */
const repeatedFact = (context: PassageContext, { claim, region }: IndexedClaim): Fact | undefined => {
  const year = yearOf(claim.period);
  if (claim.kind !== 'level' || claim.status !== 'actual' || claim.values.length > 1 || claim.role !== 'value' || claim.bound !== 'exact')
    return undefined;
  if (year === undefined || year !== (context.year ?? 0) - 1) return undefined;
  if (
    claim.indicator
      ? claim.indicator.kind !== 'flow'
      : lasting.test(claim.name) || division.test(claim.name) || actionClass(claim) === 'total'
  )
    return undefined;
  const isSameNumber = (fact: Fact): boolean =>
    fact.claim.values[0] === claim.values[0] &&
    fact.claim.unit === claim.unit &&
    fact.claim.bound === 'exact' &&
    fact.claim.status === 'actual';
  const named = context.baseline.yearBefore(region, claim).find(isSameNumber);
  if (named || significantDigits(claim.values[0] as number) < 4) return named;
  // Four digits alike are no chance: the names may differ by what stands before the noun (案件, 违法犯罪案件).
  return factsByNumber(context.baseline)
    .get(`${region}|${year - 1}|${claim.values[0]}`)
    ?.find(
      (fact) =>
        isSameNumber(fact) &&
        actionClass(fact.claim) === actionClass(claim) &&
        (fact.claim.name.endsWith(claim.name) || claim.name.endsWith(fact.claim.name)),
    );
};

const stage = /^(?:签约|开工|落地|投产|竣工|达产|入库|投用)$/;

/** 签约项目当年开工26个、投产14个 after 新签约亿元以上项目34个，…当年开工26个、投产14个: two stages in a row, both as they were. */
const repeatedStage = (context: PassageContext, entry: IndexedClaim): Fact | undefined => {
  const isStage = ({ claim }: IndexedClaim): boolean => stage.test(claim.action) && isPlainCount(claim);
  const year = (context.year ?? 0) - 2;
  if (!isStage(entry) || yearOf(entry.claim.period) !== year + 1) return undefined;
  const neighbours = context.claims.filter((other) => Math.abs(other.order - entry.order) === 1 && isStage(other));
  const says = (fact: Fact | undefined, { claim, region }: IndexedClaim): boolean =>
    fact !== undefined &&
    fact.region === region &&
    fact.claim.action === claim.action &&
    fact.claim.unit === claim.unit &&
    fact.claim.values[0] === claim.values[0] &&
    yearOf(fact.claim.period) === year &&
    isPlainCount(fact.claim);
  return context.baseline.facts.find(
    (fact) =>
      says(fact, entry) &&
      neighbours.some((other) =>
        other.order > entry.order
          ? says(context.baseline.behind(fact), other)
          : context.baseline.facts.some((before) => says(before, other) && context.baseline.behind(before) === fact),
      ),
  );
};

const isPlainCount = ({ kind, status, values, bound, dimension, role }: IndexedClaim['claim']): boolean =>
  kind === 'level' &&
  status === 'actual' &&
  role === 'value' &&
  bound === 'exact' &&
  dimension === 'count' &&
  values.length === 1 &&
  (values[0] as number) >= 10;

const areStages = (entries: readonly IndexedClaim[]): boolean => entries.every(({ claim }) => stage.test(claim.action));

const numberIndexes = new WeakMap<Baseline, Map<string, Fact[]>>();

/** Levels by region, year and number, made once for a baseline. */
const factsByNumber = (baseline: Baseline): Map<string, Fact[]> => {
  const known = numberIndexes.get(baseline);
  if (known) return known;
  const index = new Map<string, Fact[]>();
  for (const fact of baseline.facts) {
    const { claim } = fact;
    if (claim.kind !== 'level' || claim.values.length > 1 || significantDigits(claim.values[0] as number) < 4) continue;
    const key = `${fact.region}|${yearOf(claim.period)}|${claim.values[0]}`;
    const list = index.get(key);
    if (list) list.push(fact);
    else index.set(key, [fact]);
  }
  numberIndexes.set(baseline, index);
  return index;
};

/** Round numbers repeat by chance; one nought at the end (1260) does not make a number round. */
const significantDigits = (value: number): number => String(value).replace(/[.-]/g, '').replace(/^0+/, '').replace(/00+$/, '').length;
