import { regionOf } from '../baseline/facts-of.ts';
import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { namedIndicators } from '../claims/named-indicators.ts';
import { samePeriod } from '../claims/period.ts';
import { ownScopeOf } from '../claims/region.ts';
import { isAdjusted, subjectKey } from '../claims/subject.ts';
import { type Interval, meets, middle, scale, subtract } from '../figures/interval.ts';
import { matchesIn } from '../text/matches.ts';
import { claimsRule, type PassageContext, type RulePage } from './rule.ts';
import { type Base, baseOfClaim, baseOfFact, clauseBefore, format, formatRange, reprinted, shortName } from './support.ts';

/** A list of territories may stand behind the longer words; 高 and 低 alone, as in 高新技术, only near the figure. */
const above = /(?:高于|快于|高出|高过|快过|好于|优于|超出|领先于?)(?=[^,;:。]{0,30}$)|[高快](?=[^,;:。]{0,14}$)/;
const below = /(?:低于|慢于|低出|落后于?)(?=[^,;:。]{0,30}$)|[低慢](?=[^,;:。]{0,14}$)/;
const territory = /全国|全[省市区县州]/g;

export const page: RulePage = {
  why: {
    zh: '“高于全省1.1个百分点”等于本地的率减全省的率。两个率都写明时，三个数须对得上；改了其中一个而忘了另两个，是常见疏漏。',
    en: 'So many points above the province is the local rate less the province’s. Where both are known the three must agree; changing one and forgetting the others is common.',
  },
  setAside: { zh: '两个率口径或时期不同，且已注明。', en: 'The two rates differ in scope or period, and the text says so.' },
  examples: {
    wrong: { draft: '制造业投资增长10.8%，全市制造业投资增长6.3%，我县高出5.4个百分点。' },
    right: { draft: '制造业投资增长10.8%，高于全市4.5个百分点。\n全市制造业投资增长6.3%。' },
  },
};

export default claimsRule<'differs' | 'fix'>({
  id: 'comparison',
  title: { zh: '高于、低于几个百分点与两个增速不符', en: 'Points above or below contradict the two rates' },
  severity: 'error',
  needs: 'text',
  messages: {
    differs: {
      zh: '{name}{word}{scope}{stated}：与两个率不符\n{own}－{other}＝{implied}个百分点（计四舍五入{range}）；{scope}{other}见{place}\n请核两个率和相差的百分点',
      en: '{name} {stated}: does not follow from the two rates\n{own} − {other} = {implied} points (with rounding {range}); {other}: {place}\nCheck both rates and the difference',
    },
    fix: { zh: '按两个率重算，改为{recomputed}', en: 'Recompute from the two rates: {recomputed}' },
  },
  *check(context) {
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.kind !== 'point_change' || claim.period === null || claim.values.length > 1 || claim.bound !== 'exact') continue;
      const clause = clauseBefore(context.passage.passage.text, claim.start);
      const up = above.exec(clause);
      const word = up ?? below.exec(clause);
      if (!word) continue;
      const own =
        ownRate(context, entry) ??
        rateOfGroup(context, entry, clause.slice(0, word.index)) ??
        (/(?:目标|预期)/.test(clause) ? rateElsewhere(context, entry) : undefined);
      if (!own) continue;
      const named = territoryOf(context, entry, clause, claim.start - clause.length + word.index);
      const others = otherRates(context, entry, own, named, claim.start - clause.length + rivalFrom(clause, word.index));
      const [first] = others;
      if (!first) continue;
      const stated = scale({ low: Math.abs(claim.interval.low), high: Math.abs(claim.interval.high) }, up ? 1 : -1);
      const implied = (other: Base): Interval => subtract(own.claim.interval, other.claim.interval);
      if (others.some((other) => meets(implied(other), stated))) {
        yield { agree: [entry, own] };
        continue;
      }
      const difference = implied(first);
      if (!Number.isFinite(middle(difference))) continue;
      const points = middle(difference) * (up ? 1 : -1);
      const recomputed = points > 0 ? reprinted(entry, points * Math.sign(claim.values[0] ?? 0)) : undefined;
      const decimals = Math.min(claim.step, own.claim.step, first.claim.step) < 0.1 ? 2 : 1;
      yield {
        claim: entry,
        against: `${own.printed}/${first.printed}`,
        message: 'differs',
        severity: first.certain ? undefined : 'warning',
        values: {
          name: shortName(claim),
          word: word[0],
          scope: /全/.test(word[0]) ? '' : (named ?? ''),
          stated: entry.printed,
          own: own.printed,
          other: first.printed,
          implied: format(middle(difference), decimals),
          range: formatRange(difference, 2),
          place: first.place,
        },
        related: [first.related],
        fix: recomputed ? { title: 'fix', values: { recomputed }, newText: recomputed } : undefined,
      };
    }
  },
});

/** The territory that the rate is held against; of 高于全国、全省0.4个、0.6个百分点 the one in the figure's own place. */
const territoryOf = ({ claims, passage }: PassageContext, { claim }: IndexedClaim, clause: string, word: number): string | undefined => {
  const named = [...matchesIn(clause, territory)].map(([name]) => name);
  const { text } = passage.passage;
  const list: Claim[] = [];
  for (const { claim: value } of claims) {
    const last = list.at(-1);
    if (value.kind === 'point_change' && value.start > word && (!last || /^[、和与及]$/.test(text.slice(last.end, value.start))))
      list.push(value);
  }
  return named.length > 1 && list.length === named.length && list.includes(claim) ? named[list.indexOf(claim)] : named.at(-1);
};

/** 比预期低0.2个、1.8个和0.9个百分点: values may stand between the word and its last one. */
const ofList = /^(?:高出?|低出?|快|慢)(?:[\d.]+个?(?:百分点)?[、和])*\d*$/;

/** Where the words begin that name the other rate: 快于…, or 比…低. */
const rivalFrom = (clause: string, word: number): number => {
  const than = clause.lastIndexOf('比', word);
  return than >= 0 && ofList.test(clause.slice(word).replace(/约$/, '')) ? than : word;
};

const isRate = ({ claim }: { claim: IndexedClaim['claim'] }): boolean =>
  (claim.kind === 'change' || claim.kind === 'ratio') &&
  claim.unit === '%' &&
  claim.values.length === 1 &&
  claim.role !== 'from' &&
  claim.comparison?.average !== true;

/** The rate of the draft's own region that the points are added to: the last one before them in the sentence. */
const ownRate = ({ claims }: PassageContext, entry: IndexedClaim): IndexedClaim | undefined =>
  claims.findLast(
    (other) =>
      other.order < entry.order &&
      isRate(other) &&
      other.region === entry.region &&
      subjectKey(other.claim) === subjectKey(entry.claim) &&
      subjectKey(entry.claim) !== '' &&
      samePeriod(other.claim.period, entry.claim.period),
  );

const group = /城镇|农村/;
/** Ends with the people whose income grows: 农村居民收入增速. */
const ofGroup = /^[^,;。]{0,4}(?:城镇|农村)(?:居民)?(?:人均)?(?:可支配)?(?:收入)?(?:增速|增幅)?$/;

/** 城镇、农村居民收入分别增长4.8%、6.4%，农村增速快于城镇: the rate in the sentence of the people named. */
const rateOfGroup = ({ claims }: PassageContext, entry: IndexedClaim, words: string): IndexedClaim | undefined => {
  const [named] = ofGroup.test(words) ? (group.exec(words) ?? []) : [];
  return claims.findLast(
    (other) =>
      named !== undefined &&
      other.order < entry.order &&
      isRate(other) &&
      other.claim.kind === 'change' &&
      other.claim.indicator?.name.startsWith(named) === true &&
      samePeriod(other.claim.period, entry.claim.period),
  );
};

/** 快于城镇居民, of a rate of 农村居民: the same of the other people, in the sentence. */
const rateOfOthers = ({ claims }: PassageContext, entry: IndexedClaim, own: IndexedClaim, words: string): Base[] | undefined => {
  const [named] = group.exec(words) ?? [];
  const name = own.claim.indicator?.name;
  const other = named && name?.replace(group, named);
  if (!other || other === name || !ofGroup.test(words)) return undefined;
  return claims
    .filter(
      (rate) =>
        rate.order < entry.order &&
        isRate(rate) &&
        rate.claim.kind === own.claim.kind &&
        rate.claim.indicator?.name === other &&
        samePeriod(rate.claim.period, own.claim.period),
    )
    .map(baseOfClaim);
};

/** The other territory's rate of the same kind and time, by the text first. */
const otherRates = (context: PassageContext, entry: IndexedClaim, own: IndexedClaim, named: string | undefined, from: number): Base[] => {
  const isSame = ({ claim }: { claim: IndexedClaim['claim'] }): boolean =>
    isRate({ claim }) &&
    claim.kind === own.claim.kind &&
    claim.status !== 'target' &&
    isAdjusted(claim) === isAdjusted(own.claim) &&
    claim.whole === own.claim.whole &&
    samePeriod(claim.period, own.claim.period);
  if (!named) {
    const rival = rivalRates(context, entry, own, from);
    if (rival) return rival;
    // 全市增速为6.3%，我县高出…: the territory stands with its rate.
    const before = context.claims.findLast(
      (other) =>
        other.order < entry.order && other.region.startsWith(`${entry.region}/`) && subjectKey(other.claim) === subjectKey(own.claim),
    );
    return before && isSame(before) ? [baseOfClaim(before)] : [];
  }
  // 高新区增长7.4%，高于全市1.8个百分点: the whole is what the report is about.
  const region = context.region !== '' && ownScopeOf(context.region).test(named) ? context.region : regionOf(named, context.region);
  if (region === entry.region) return [];
  const inText = context.index.ofSubject(region, subjectKey(own.claim)).filter(isSame).map(baseOfClaim);
  return inText.length > 0 ? inText : context.baseline.about(region, own.claim).filter(isSame).map(baseOfFact);
};

/** 快于固定资产投资6.2个百分点, 低于预期目标2.4个百分点: the rate of another indicator, or the target for one's own. */
const rivalRates = (context: PassageContext, entry: IndexedClaim, own: IndexedClaim, from: number): Base[] | undefined => {
  const { claim, passage } = entry;
  const words = passage.passage.text.slice(from, claim.start);
  if (/(?:目标|预期|计划)/.test(words)) {
    const targets = context.index.about(own).filter((other) => other.claim.status === 'target' && isTargetFor(other, own));
    return targets.length > 0
      ? targets.map(baseOfClaim)
      : context.baseline
          // A result on comparable scope is what is held against the target, which names none.
          .targets(own.region, { ...own.claim, comparison: own.claim.comparison && { ...own.claim.comparison, adjusted: false } })
          .filter((fact) => fact.claim.values.length === 1)
          .map(baseOfFact);
  }
  const others = rateOfOthers(context, entry, own, words);
  if (others) return others;
  const rival = namedIndicators(passage.passage, context.document.vocabulary).findLast(
    (mention) => mention.start >= from && mention.end <= claim.start,
  )?.indicator;
  if (!rival || rival === own.claim.indicator) return undefined;
  const rates = context.index
    .ofSubject(own.region, rival.id)
    .filter(
      (other) =>
        isRate(other) &&
        other.claim.kind === own.claim.kind &&
        other.claim.status === own.claim.status &&
        !other.claim.whole &&
        samePeriod(other.claim.period, own.claim.period),
    );
  return rates.map(baseOfClaim);
};

const isTargetFor = (target: IndexedClaim, own: IndexedClaim): boolean =>
  isRate(target) &&
  target.claim.kind === own.claim.kind &&
  target.claim.bound === 'exact' &&
  samePeriod(target.claim.period, own.claim.period);

/** 增速低于预期目标2.4个百分点, in another paragraph than the rate itself: the only one there is. */
const rateElsewhere = ({ index }: PassageContext, entry: IndexedClaim): IndexedClaim | undefined => {
  const rates = index
    .about(entry)
    .filter(
      (other) =>
        isRate(other) &&
        other.claim.kind === 'change' &&
        other.claim.status !== 'target' &&
        samePeriod(other.claim.period, entry.claim.period),
    );
  return rates.length === 1 ? rates[0] : undefined;
};
