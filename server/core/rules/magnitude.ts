import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { type Period, yearOf } from '../claims/period.ts';
import { isVague } from '../claims/subject.ts';
import { middle } from '../figures/interval.ts';
import { claimsRule, type PassageContext, type RulePage } from './rule.ts';
import {
  type Base,
  baseOfFact,
  baseValues,
  isAdded,
  isCumulative,
  isTotal,
  numberComesFirst,
  periodName,
  shortName,
  wordsBefore,
  yearEarlier,
} from './support.ts';

/** The power of ten that `ratio` is off by; 0 where it is near 1 or near none. */
export const powerOff = (ratio: number): number => {
  const power = Math.round(Math.log10(ratio));
  if (power === 0) return 0;
  const rest = ratio / 10 ** power;
  // One place off is common in small things: only a value close to the shifted one counts.
  const [low, high] = Math.abs(power) === 1 ? [0.6, 1.7] : [0.4, 2.5];
  return rest >= low && rest <= high ? power : 0;
};

export const page: RulePage = {
  why: {
    zh: '万与亿写混、小数点错位、多写少写一个零，数值会差十倍、百倍乃至万倍；与上年同一指标对比即可发现。',
    en: 'Confusing 万 with 亿, a slipped decimal point or one zero too many make a value ten to ten thousand times too large or small.',
  },
  setAside: { zh: '指标口径或统计范围确有改变，数值确实相差十倍以上。', en: 'The scope has really changed and so has the value.' },
  examples: {
    wrong: { base: '新增分布式光伏并网12万千瓦。', draft: '新增分布式光伏并网13.6亿千瓦。' },
    right: { base: '新增分布式光伏并网12万千瓦。', draft: '新增分布式光伏并网13.6万千瓦。' },
  },
};

export default claimsRule({
  id: 'magnitude',
  title: { zh: '数量级与上年差十倍以上', en: 'A power of ten off last year' },
  severity: 'warning',
  needs: 'base',
  messages: {
    off: {
      zh: '{name}{stated}：与{when}差约{times}倍\n{when}为{base}，见{place}\n请核单位（万、亿）、小数点和零的个数',
      en: '{name} {stated}: about {times} times off the earlier value\nEarlier: {base}, {place}\nCheck the unit (万, 亿), the decimal point and the zeros',
    },
  },
  *check(context) {
    for (const entry of context.claims) {
      const { claim } = entry;
      if (!canBeOff(entry)) continue;
      const value = Math.abs(middleOf(claim));
      const ratios = basesOf(context, entry)
        .map((base) => ({ base, ratio: value / Math.abs(middleOf(base.claim)) }))
        .filter(({ ratio }) => Number.isFinite(ratio) && ratio > 0);
      const [first] = ratios;
      if (!first) continue;
      const power = powerOff(first.ratio);
      // All that is known must agree that it is off.
      if (power === 0 || ratios.some(({ ratio }) => powerOff(ratio) !== power) || isVague(claim)) continue;
      if (isPercentage(claim) && !isRate(claim) && !(power === 1 && ratios.every(({ base }) => losesPoint(entry, base)))) continue;
      // 公开招聘教师2040名, last year 186名 and 200名 planned: two things known of what has no name of its own.
      const isAnchored = anchorsOf(context, entry, ratios).size > 1;
      if (claim.dimension === 'persons' && !claim.indicator && !isAnchored) continue;
      // One place off is common in small counts and in what changes its meaning from year to year.
      const isSmall = claim.kind === 'level' && claim.factor === 1 && Math.min(value, value / first.ratio) < fewest;
      const isKnown = claim.indicator || isRate(claim) || losesPoint(entry, first.base) || isAnchored;
      if (Math.abs(power) < 2 && (isSmall || !isKnown || hasReason(context.claims, entry))) continue;
      yield {
        claim: entry,
        against: first.base.printed,
        message: 'off',
        values: {
          name: shortName(claim),
          stated: entry.printed,
          when: periodName(first.base.claim.period, context.year),
          base: first.base.printed,
          place: first.base.place,
          times: power > 0 ? String(10 ** power) : `1/${10 ** -power}`,
        },
        related: [first.base.related],
      };
    }
  },
});

/** Counts below this jump from year to year. */
const fewest = 30;

const canBeOff = (entry: IndexedClaim): boolean => {
  const { claim } = entry;
  if (claim.kind !== 'level' && !isPercentage(claim) && !isGrowthTarget(claim)) return false;
  if (claim.role === 'difference' || claim.period === null || claim.values.length > 1 || claim.per !== '') return false;
  // 为4200余户经营主体发放贷款: not all there are. 新增…120万千瓦，总量突破720万千瓦: the verb stays with the first.
  if (claim.indicator?.kind === 'stock' && (isServed(entry) || (isTotal(entry) && isAdded(claim)))) return false;
  return middleOf(claim) !== 0;
};

/** What the year before came to, by the text and by the papers, and what was planned for this one. */
const basesOf = (context: PassageContext, entry: IndexedClaim): Base[] => {
  const { claim, region } = entry;
  const { baseline, index } = context;
  const earlier = yearEarlier(claim.period as Period);
  // 五年来新改建4.2万公里: what several years did says nothing of one.
  if (index.actualAt(entry, earlier).some((other) => ofYears.test(other.passage.passage.text))) return [];
  const results = baseline.same(region, claim, earlier).filter((fact) => fact.claim.per === '');
  // A target of 新建 is none of 累计.
  const targets = claim.status === 'target' ? [] : baseline.targets(region, claim).filter((fact) => fact.claim.action === claim.action);
  const bases = [...baseValues(context, entry, earlier), ...[...results, ...targets].map(baseOfFact)]
    // 新建14万亩 after 累计建成186万亩; planned growth of 3% where 0.3% came out.
    .filter((base) => isCumulative(base.claim) === isCumulative(claim) && (!isGrowthTarget(claim) || base.claim.status === 'target'));
  // 筹集1万套, 供应3200套: where the papers tell of the same doing, what others came to says nothing.
  const alike = bases.filter((base) => claim.action !== '' && base.claim.action === claim.action);
  return alike.length > 0 ? alike : bases;
};

/** Results and plans of different years that all lie as far from the figure. */
const anchorsOf = (context: PassageContext, { claim, region }: IndexedClaim, ratios: readonly { base: Base }[]): Set<string> => {
  const plans = claim.status === 'target' ? context.baseline.targetsYearBefore(region, claim).map(baseOfFact) : [];
  const far = plans.filter(({ claim: plan }) => powerOff(middleOf(claim) / middleOf(plan)) !== 0);
  if (far.length < plans.length) return new Set();
  return new Set([...ratios.map(({ base }) => base), ...far].map(({ claim: { status, period } }) => `${status}${yearOf(period)}`));
};

const ofYears =
  /(?<![\d一二三四五六七八九十〇零])[二两三四五六七八九十2-9]年(?:来|间|累计|新|共|提高|增|年均)|十[一二三四五]五[”"]?(?:以来|期间|时期)/;

/** 为4200余户经营主体, 帮助4200户经营主体: some of them. */
const isServed = (entry: IndexedClaim): boolean =>
  numberComesFirst(entry) && /[为向对给]$|帮助|助力|服务|惠及|支持|组织|走访|吸引/.test(wordsBefore(entry));

/** 增长5.5%左右: planned growth is held against last year's plan. */
const isGrowthTarget = ({ kind, status, unit, indicator }: Claim): boolean =>
  kind === 'change' && status === 'target' && unit === '%' && indicator !== undefined;

/** What a claim stands for as one number: of a bound what is printed. */
const middleOf = ({ interval, values, factor }: Claim): number => {
  const value = middle(interval);
  return Number.isFinite(value) ? value : (values[0] as number) * factor;
};

/** A growth rate of that size beside it explains the jump. */
const hasReason = (claims: readonly { claim: { kind: string; values: number[] }; order: number }[], entry: { order: number }): boolean =>
  claims.some(
    (other) =>
      other.order > entry.order &&
      other.order <= entry.order + 2 &&
      other.claim.kind === 'change' &&
      Math.abs(other.claim.values[0] as number) > 100,
  );

/** 1368亿元 after 112.4亿元, 12.6% after 1.20%: ten times as much in the same unit, with one decimal less. */
const losesPoint = ({ claim }: { claim: Claim }, { claim: base }: Base): boolean =>
  claim.unit === base.unit &&
  claim.unit !== '' &&
  ((claim.step === 1 && base.step === 0.1) ||
    (claim.step === 0.1 &&
      base.step === 0.01 &&
      (isPercentage(claim) || (!claim.dimension.startsWith('money') && (base.values[0] as number) >= 1))));

const isPercentage = ({ kind, unit }: Claim): boolean => kind === 'ratio' && unit === '%';

/** 就诊率897%: a share; rates of growth jump by nature. */
const isRate = ({ kind, unit, values }: Claim): boolean => kind === 'ratio' && unit === '%' && (values[0] as number) > 100;
