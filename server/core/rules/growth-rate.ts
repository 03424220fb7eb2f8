import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod, yearOf } from '../claims/period.ts';
import { divide, growth, type Interval, meets, middle, width } from '../figures/interval.ts';
import { printedValue } from '../figures/printed.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import {
  askOffice,
  type Base,
  bare,
  baseOfClaim,
  baseValues,
  between,
  clauseBefore,
  figureBeside,
  format,
  formatPercentRange,
  inUnitOf,
  isAbout,
  isLevel,
  periodName,
  priceBasis,
  relateClaim,
  shortName,
  twoBefore,
  yearEarlier,
} from './support.ts';

/** Beyond this many points even a price basis or a new scope explains no gap. */
const beyondReason = 10;
/** A level and a base so coarse that they allow more points than this cannot refute a rate. */
const hasPower = 5;
/** So many points a plan’s rate and level may lie apart. */
const roundness = 1.5;

type Messages = 'nominal' | 'beyond' | 'average' | 'fix';

export const page: RulePage = {
  why: {
    zh: '名义量和实物量的增速等于本期除以上期减一，年均增速等于两端之比的几何平均；印出的数代表四舍五入前的一个区间，三个区间没有交点时必有一数有误，或基数已修订、口径已变。',
    en: 'For nominal and physical amounts growth is level over base less one. A printed number stands for the interval that rounds to it; where the three intervals share no value, one of them is wrong or the base was revised.',
  },
  setAside: {
    zh: '基数已按普查或最终核实修订，或增速按同口径、可比价计算，且文中已注明。',
    en: 'The base was revised, or growth is on comparable scope, and the text says so.',
  },
  examples: {
    wrong: { base: '财政总收入248亿元，增长7.5%。', draft: '财政总收入262亿元，增长4.8%。' },
    right: { base: '财政总收入248亿元，增长7.5%。', draft: '财政总收入260亿元，增长4.8%。' },
  },
};

export default claimsRule<Messages>({
  id: 'growth-rate',
  title: { zh: '总量、增速与基数对不上', en: 'Level, stated growth and base disagree' },
  severity: 'warning',
  needs: 'base',
  messages: {
    nominal: {
      zh: '{name}{level}、{word}{rate}：两数对不上\n{levelNumber}÷{baseNumber}－1＝{implied}%（计四舍五入{range}）；{when}{base}，见{place}\n{ask}总量和增速；若基数已修订或为同口径，请注明（隐含基数约{impliedBase}）',
      en: '{name} {level} and growth {rate} disagree\n{level} ÷ {base} − 1 = {implied}% (with rounding {range}); base {base}: {place}\nCheck level and rate; if the base was revised or the scope changed, say so (implied base about {impliedBase})',
    },
    beyond: {
      zh: '{name}{level}、{word}{rate}：与{when}相差过大\n{levelNumber}÷{baseNumber}－1＝{implied}%（现价，含价格和口径因素）；{when}{base}，见{place}\n{ask}总量和增速；若口径已调整，请注明',
      en: '{name} {level} and growth {rate}: too far from the base\n{level} ÷ {base} − 1 = {implied}% (current prices); base {base}: {place}\nCheck level and rate; if the scope changed, say so',
    },
    average: {
      zh: '{name}年均{word}{rate}：与两端的数对不上\n（{level}÷{base}）的{years}次方根－1＝{implied}%（计四舍五入{range}）\n{ask}起点、终点和年均增速；按可比价的请注明',
      en: '{name}: {rate} a year disagrees with its two ends\n({level} ÷ {base})^(1/{years}) − 1 = {implied}% (with rounding {range})\nCheck both ends and the rate',
    },
    fix: { zh: '按{base}重算，改为{rate}', en: 'Recompute from {base}: {rate}' },
  },
  *check(context) {
    for (const rate of context.claims) {
      const average = averageOf(context, rate);
      if (average) yield average;
      const held = heldAgainst(context, rate);
      if (!held) continue;
      const { level, results } = held;
      // Where papers of one rank differ, one that agrees is enough.
      const agreeing = results.find(({ implied }) => meets(implied, rate.claim.interval));
      if (!agreeing) {
        const report = disagrees(context, rate, level, results[0] as Result);
        if (report) yield report;
      } else if (width(agreeing.implied) < hasPower) yield { agree: [level, rate] };
    }
  },
});

/** The report on a rate that its level and base do not make, unless price basis, scope or rounding explains it. */
const disagrees = (
  context: PassageContext,
  rate: IndexedClaim,
  level: IndexedClaim,
  { base, implied }: Result,
): Report<Messages> | undefined => {
  const { claim } = rate;
  const stated = middle(claim.interval);
  if (!Number.isFinite(stated) || !Number.isFinite(middle(implied)) || isOpposite(rate, implied)) return undefined;
  const recomputed = (printedValue(level.claim) / printedValue(base.claim) - 1) * 100;
  const gap = Math.abs(stated - recomputed);
  const basis = priceBasis(level.claim);
  if (basis === 'comparable') return undefined;
  const isNominal = basis === 'nominal';
  const isOtherWay = (stated > 0 && implied.high < 0) || (stated < 0 && implied.low > 0);
  if (!isNominal && !isOtherWay && gap <= beyondReason) return undefined;
  // 增长10%，达到100亿元: plans are made of round numbers.
  if (claim.status === 'target' && gap <= roundness) return undefined;
  const decimals = claim.step < 0.1 ? 2 : 1;
  const rewritten = `${Math.abs(recomputed).toFixed(claim.step < 1 ? decimals : 0)}%`;
  const [levelNumber = '', baseNumber = ''] = bare(level, base);
  return {
    claim: rate,
    against: `${level.printed}/${base.printed}`,
    message: isNominal ? 'nominal' : 'beyond',
    severity: base.certain && isNominal ? 'error' : 'warning',
    values: {
      name: shortName(level.claim),
      level: level.printed,
      word: stated < 0 ? '下降' : '增长',
      rate: rate.printed,
      base: base.printed,
      levelNumber,
      baseNumber,
      implied: format(recomputed, decimals),
      range: formatPercentRange(implied, decimals),
      when: periodName(base.claim.period, context.year),
      place: base.place,
      ask: askOffice(level.claim),
      impliedBase: impliedBaseOf(level, rate),
    },
    related: [base.related],
    fix:
      isNominal && recomputed * stated > 0
        ? { title: 'fix', values: { base: base.printed, rate: rewritten }, newText: rewritten }
        : undefined,
  };
};

/** What last year's figure would have to be for level and rate to agree (隐含基数). */
const impliedBaseOf = ({ claim: level }: IndexedClaim, { claim: rate }: IndexedClaim): string => {
  const base = divide(level.interval, { low: 1 + rate.interval.low / 100, high: 1 + rate.interval.high / 100 });
  return base && Number.isFinite(base.high) ? inUnitOf(level, middle(base), level.step < 1 ? 1 : 0) : '—';
};

interface Result {
  base: Base;
  implied: Interval;
}

/** The level that a rate of growth is said of, and what it comes to over each of the known bases. */
export const heldAgainst = (context: PassageContext, rate: IndexedClaim): { level: IndexedClaim; results: Result[] } | undefined => {
  const { claim } = rate;
  const { comparison } = claim;
  if (
    claim.kind !== 'change' ||
    claim.unit !== '%' ||
    !comparison ||
    comparison.average ||
    comparison.other ||
    comparison.adjusted ||
    claim.period === null ||
    claim.role === 'from' ||
    claim.values.length > 1
  )
    return undefined;
  const pair = onStatedBase(context, rate);
  if (pair) return withBases(pair.level, [baseOfClaim(pair.base)]);
  const level = levelOf(context, rate) ?? levelElsewhere(context, rate);
  return level && withBases(level, baseValues(context, level, comparison.period ?? yearEarlier(claim.period)));
};

const withBases = (level: IndexedClaim, bases: readonly Base[]): { level: IndexedClaim; results: Result[] } | undefined => {
  // 突破5亿元 agrees with anything.
  const exact = bases.filter(({ claim }) => claim.bound === 'exact');
  const results = (exact.length > 0 ? exact : bases).flatMap((base) => {
    const implied = growth(level.claim.interval, base.claim.interval);
    return implied ? [{ base, implied }] : [];
  });
  return results.length > 0 ? { level, results } : undefined;
};

/** 86.9亿元，增长5.2%; of a plan also 增长4.5%，达到90.8亿元. */
const levelOf = ({ claims, passage }: PassageContext, rate: IndexedClaim): IndexedClaim | undefined => {
  const { claim } = rate;
  const { text } = passage.passage;
  const fits = (other: IndexedClaim): boolean =>
    isLevel(other) &&
    isAbout(other.claim, claim) &&
    other.claim.status === claim.status &&
    samePeriod(other.claim.period, claim.period) &&
    other.region === rate.region;
  const before = claims.findLast((other) => other.order < rate.order && fits(other));
  if (before) return namesAnother(clauseBefore(text, claim.start), before.claim.name) ? undefined : before;
  const next = figureBeside(claims, rate, 1);
  return next && fits(next) && reaches.test(between(rate, next)) ? next : undefined;
};

/** 进出口增长9.9%, where the part on five years has 扩大到1523.4亿元: the only level that the document states of the year. */
const levelElsewhere = ({ index, claims }: PassageContext, rate: IndexedClaim): IndexedClaim | undefined => {
  const { claim } = rate;
  if (!claim.indicator || claim.status !== 'actual' || claim.whole !== '' || claim.part || priceBasis(claim) !== 'nominal')
    return undefined;
  if (claims.some((other) => other.order < rate.order && isAbout(other.claim, claim))) return undefined;
  const isOfThen = ({ claim: other }: IndexedClaim): boolean => other.status === 'actual' && samePeriod(other.period, claim.period);
  const known = index.about(rate).filter(isOfThen);
  const levels = known.filter((other) => isLevel(other) && other.claim.bound === 'exact' && !other.claim.part);
  const [level] = levels;
  // Where another sentence gives level and rate together, the two rates are for `restatement`.
  const isToldTwice = known.some((other) => other !== rate && other.claim.kind === 'change' && !other.claim.comparison?.average);
  return isToldTwice || new Set(levels.map(({ printed }) => printed)).size !== 1 ? undefined : level;
};

const reaches = /^[,、](?:总量|总额|规模)?(?:达到?|增至|增加到|升至)$/;

const baseWord = /(?:基数|核定数|核实数|修订数|调整后的?数)(?:为|是)?$/;
const computed =
  /^(?:计算|测算|核算)[,、]?(?:同比|比上年)?(?:增长|下降)$|^[,、](?:按此|据此|以此)(?:口径)?(?:计算|测算|核算)[,、]?(?:同比|比上年)?(?:增长|下降)$/;

/** 525亿元，按修订后的上年基数502亿元计算，增长4.6%: the sentence itself says over what. */
export const onStatedBase = ({ claims }: PassageContext, rate: IndexedClaim): { level: IndexedClaim; base: IndexedClaim } | undefined => {
  const [level, base] = twoBefore(claims, rate);
  if (!level || !base || [level, base].some(({ claim }) => claim.kind !== 'level' || claim.values.length > 1)) return undefined;
  const isStated =
    level.claim.dimension === base.claim.dimension &&
    baseWord.test(between(level, base)) &&
    computed.test(between(base, rate)) &&
    !/[;。]/.test(between(level, base));
  return isStated ? { level, base } : undefined;
};

/** 59.2÷51.8－1＝14.3% printed as 下降14.3%: the word alone is wrong, whatever the basis. `direction` says so. */
export const isOpposite = ({ claim }: IndexedClaim, implied: Interval): boolean =>
  Math.abs(middle(claim.interval)) >= 1 && meets(implied, { low: -claim.interval.high, high: -claim.interval.low });

/** 实施项目1.6万个，投资增长7%: the rate is of the money spent on them. */
const namesAnother = (clause: string, name: string): boolean => {
  const noun = /^(?:计划)?(?:总)?(投资|金额|产值|面积|规模|户数|人数|收入|营收|利润|税收|销售额?)/.exec(clause)?.[1];
  return noun !== undefined && !name.includes(noun);
};

/** 由52.3亿元增加到67.9亿元，年均增长5.4%: the geometric mean over the years between, of what is counted at current prices. */
const averageOf = ({ claims }: PassageContext, rate: IndexedClaim): Report<Messages> | undefined => {
  const { claim } = rate;
  if (claim.kind !== 'change' || !claim.comparison?.average || claim.comparison.adjusted || claim.bound !== 'exact') return undefined;
  const [from, to] = twoBefore(claims, rate);
  if (from?.claim.role !== 'from' || to?.claim.role !== 'to' || !isAbout(to.claim, claim) || !isAbout(from.claim, claim)) return undefined;
  if (/[;。]/.test(between(to, rate)) || priceBasis(to.claim) !== 'nominal') return undefined;
  const years = (yearOf(to.claim.period) ?? 0) - (yearOf(from.claim.period) ?? 0);
  const ratio = divide(to.claim.interval, from.claim.interval);
  if (!ratio || years < 2 || years > 10 || to.claim.kind !== 'level' || from.claim.dimension !== to.claim.dimension) return undefined;
  const implied = { low: (ratio.low ** (1 / years) - 1) * 100, high: (ratio.high ** (1 / years) - 1) * 100 };
  if (!Number.isFinite(middle(implied)) || meets(implied, claim.interval)) return undefined;
  const [level = '', base = ''] = bare(to, from);
  return {
    claim: rate,
    against: `${to.printed}/${from.printed}`,
    message: 'average',
    values: {
      name: shortName(claim),
      word: middle(claim.interval) < 0 ? '下降' : '增长',
      rate: rate.printed,
      level,
      base,
      years: String(years),
      implied: format(((printedValue(to.claim) / printedValue(from.claim)) ** (1 / years) - 1) * 100, 2),
      range: formatPercentRange(implied, 2),
      ask: askOffice(claim),
    },
    related: [relateClaim(from), relateClaim(to)],
  };
};
