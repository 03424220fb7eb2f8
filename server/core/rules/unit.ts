import type { Fact } from '../baseline/fact.ts';
import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { yearOf } from '../claims/period.ts';
import { actionClass, isVague } from '../claims/subject.ts';
import { readUnit } from '../figures/units.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { claimsRule, type PassageContext, type Report, type RuleContext, type RulePage } from './rule.ts';
import { askOffice, citeFact, isLevel, relateFact, shortName } from './support.ts';

type Messages = 'catalogue' | 'earlier' | 'time' | 'fix';

export const page: RulePage = {
  why: {
    zh: '亿元写成亿美元、人次写成人、平方米写成亩，数字没变，意思全变。指标有固定的计量单位，也可与上年报告对照。',
    en: 'Yuan for dollars, persons for visits, mu for square metres: the digits stay and the meaning changes. Indicators have their units, and last year’s paper shows them.',
  },
  setAside: { zh: '今年改用另一种计量单位，数值也已换算。', en: 'Another unit is used this year and the value was converted.' },
  examples: {
    wrong: { base: '实际利用外资4.8亿美元。', draft: '实际利用外资5.1亿元。' },
    right: { base: '实际利用外资4.8亿美元。', draft: '实际利用外资5.1亿美元。' },
  },
};

export default claimsRule<Messages>({
  id: 'unit',
  title: { zh: '计量单位与指标不合', en: 'A unit of another dimension' },
  severity: 'warning',
  needs: 'base',
  supersedes: ['magnitude', 'unusual-change'],
  messages: {
    catalogue: {
      zh: '{name}{stated}：单位疑有误\n“{standard}”通常以{units}计，此处写的是{unit}\n{ask}单位',
      en: '{name} {stated}: the unit is unusual\n{standard} is measured in {units}, here in {unit}\nCheck the unit',
    },
    earlier: {
      zh: '{name}{stated}：单位与往年文件不同\n{source}写的是{printed}，数值相近而单位不同类\n{ask}单位',
      en: '{name} {stated}: another unit than in the earlier paper\n{source} says {printed}: like numbers, unlike units\nCheck the unit',
    },
    time: {
      zh: '{name}每{per}{stated}：往年文件按每{other}计\n{source}写的是每{other}{printed}（“{evidence}”），数值相近\n{ask}是每{other}还是每{per}',
      en: '{name} {stated}: counted by another time in the earlier paper\n{source} says {printed} (“{evidence}”): like numbers\nCheck by what time it is counted',
    },
    fix: { zh: '单位改为{unit}', en: 'Change the unit to {unit}' },
  },
  *check(context) {
    for (const entry of context.claims) {
      if (!isLevel(entry) || entry.claim.period === null || !isMeasured(entry.claim)) continue;
      const report = byOtherTime(context, entry) ?? inOtherUnit(context, entry) ?? againstCatalogue(entry);
      if (report) yield report;
    }
  },
});

const byOtherTime = (context: PassageContext, entry: IndexedClaim): Report<Messages> | undefined => {
  const { claim } = entry;
  const fact = otherTime(context, entry.region, claim);
  return (
    fact && {
      claim: entry,
      against: `${fact.claim.per}${fact.printed}`,
      message: 'time',
      values: {
        name: shortName(claim),
        stated: entry.printed,
        per: claim.per,
        other: fact.claim.per,
        source: citeFact(fact),
        printed: fact.printed,
        evidence: fact.evidence,
        ask: askOffice(claim),
      },
      related: [relateFact(fact)],
    }
  );
};

const inOtherUnit = (context: PassageContext, entry: IndexedClaim): Report<Messages> | undefined => {
  const { claim, printed } = entry;
  const fact = unlikeFact(context, entry.region, claim);
  if (!fact) return undefined;
  const { unit } = fact.claim;
  const canFix = claim.unit !== '' && printed.includes(claim.unit);
  return {
    claim: entry,
    against: fact.printed,
    message: 'earlier',
    values: { name: shortName(claim), stated: printed, source: citeFact(fact), printed: fact.printed, unit, ask: askOffice(claim) },
    related: [relateFact(fact)],
    fix: canFix ? { title: 'fix', values: { unit }, newText: printed.replace(claim.unit, unit) } : undefined,
  };
};

const againstCatalogue = (entry: IndexedClaim): Report<Messages> | undefined => {
  const { claim, printed } = entry;
  const standard = standardOf(claim);
  return (
    standard && {
      claim: entry,
      message: 'catalogue',
      values: { name: shortName(claim), stated: printed, ...standard, unit: claim.unit, ask: askOffice(claim) },
    }
  );
};

/** Floors, not land. */
const builtArea = /(?:建筑|使用|营业|住房|厂房|标准厂房)面积$/;

/** What is measured otherwise as a rule, and how; undefined where the unit will do. */
const standardOf = (claim: Claim): { standard: string; units: string } | undefined => {
  const { indicator } = claim;
  if (!indicator)
    return builtArea.test(claim.name) && /(?:亩|公顷)$/.test(claim.unit) ? { standard: shortName(claim), units: '平方米' } : undefined;
  return isForeign(claim, indicator)
    ? { standard: indicator.name.slice(0, 16), units: indicator.units.filter((unit) => unit !== '%' && unit !== '').join('、') }
    : undefined;
};

/** Units whose dimension says something; counted things take many measure words, and bare 万 says nothing. */
const measured = /^(?:money:|area|length|volume|mass|power|energy|persons|visits|households)/;
const isMeasured = (claim: Claim): boolean => measured.test(claim.dimension) && !/^[万亿]*$/.test(claim.unit);

const dimensionsOf = (indicator: Indicator): string[] =>
  indicator.units.filter((unit) => unit !== '%' && unit !== '').map((unit) => readUnit(unit, 0)?.dimension ?? 'count');

/** Kinds of measure that no wording of one indicator mixes. */
const families = [/^money:/, /^(?:area)$/, /^length$/, /^(?:mass|volume)/, /^(?:power|energy)/];
const familyOf = (dimension: string): number => families.findIndex((family) => family.test(dimension));
/** 元/人 and 元 of 人均 are one. */
const amountOf = (dimension: string): string => dimension.replace(/\/.*/, '');

const isForeign = (claim: Claim, indicator: Indicator): boolean => {
  const dimensions = dimensionsOf(indicator);
  if (dimensions.length === 0 || dimensions.map(amountOf).includes(amountOf(claim.dimension)) || claim.carried) return false;
  const own = familyOf(claim.dimension);
  const others = dimensions.map(familyOf);
  // 亿元 for 亿美元; 亩 where only metres are counted. What is counted and what it measures may both be said.
  return own === 0 ? others.every((family) => family === 0) : own > 0 && others.every((family) => family > 0 && family !== own);
};

/** A fact of the year before with a like number in a unit of another dimension. */
const unlikeFact = (context: RuleContext, region: string, claim: Claim): Fact | undefined => {
  if (isVague(claim) || claim.carried) return undefined;
  const year = yearOf(claim.period);
  const facts = context.baseline
    .about(region, claim)
    .filter(
      (fact) =>
        fact.claim.kind === 'level' &&
        fact.claim.values.length === 1 &&
        fact.claim.scope === claim.scope &&
        actionClass(fact.claim) === actionClass(claim) &&
        year !== undefined &&
        yearOf(fact.claim.period) === year - 1,
    );
  if (facts.length === 0 || facts.some((fact) => fact.claim.dimension === claim.dimension)) return undefined;
  return facts.find((fact) => isMeasured(fact.claim) && areConfused(fact.claim.dimension, claim.dimension) && isNear(fact.claim, claim));
};

/** 每人每年748元 after 每人每月712元: what is paid by the month is not paid by the year a year later. */
const otherTime = ({ baseline }: RuleContext, region: string, claim: Claim): Fact | undefined => {
  const year = yearOf(claim.period);
  if (!/^[年月]$/.test(claim.per) || year === undefined || isVague(claim)) return undefined;
  const facts = baseline
    .about(region, claim)
    .filter(
      (fact) =>
        fact.claim.kind === 'level' &&
        fact.claim.unit === claim.unit &&
        fact.claim.values.length === 1 &&
        fact.claim.per !== '' &&
        yearOf(fact.claim.period) === year - 1,
    );
  const isOther = (fact: Fact): boolean => /^[年月]$/.test(fact.claim.per) && fact.claim.per !== claim.per && isNear(fact.claim, claim);
  return facts.every(isOther) ? facts[0] : undefined;
};

/** Pairs that hands confuse; 12家、3.4万平方米 of one thing are two measures of it. */
const areConfused = (a: string, b: string): boolean => {
  if (a.startsWith('money:') && b.startsWith('money:')) return true;
  const pair = [a, b].sort().join();
  // Not 吨 and 立方米: of water they are one.
  return pair === 'persons,visits' || pair === 'energy,power';
};

const isNear = (a: Claim, b: Claim): boolean => {
  const ratio = ((a.values[0] as number) * magnitudeOf(a)) / ((b.values[0] as number) * magnitudeOf(b));
  return ratio > 0.4 && ratio < 2.5;
};

const magnitudeOf = ({ unit }: Claim): number =>
  [...unit].reduce((by, character) => by * (character === '万' ? 1e4 : character === '亿' ? 1e8 : 1), 1);
