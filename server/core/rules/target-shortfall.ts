import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { isVague, speakOfSame, subjectKey } from '../claims/subject.ts';
import { matchesAmong } from '../matching/match.ts';
import { matchesIn } from '../text/matches.ts';
import { claimsRule, type PassageContext, type RulePage } from './rule.ts';
import { askOffice, type Base, baseOfClaim, baseOfFact, inUnitOf, shortName } from './support.ts';

/** Words that claim a target was met; the words between verb and noun must only describe the target. */
const met =
  /(?:超额|全面|圆满|如期|提前|顺利)完成(?!率)|如期实现|(完成|达到|实现|好于|高于|超过|超出|优于)(?:了)?([^,;。:、]{0,16}?)(?:目标|任务|计划|预期)(?!项目|值)|(?:年初|去年初)(?:所)?(?:定下|确定|提出|承诺|安排|部署)的[^,;。:]{0,8}?(?:都|均|全部|如期|一一|悉数)已?(?:兑现|实现|达到|达成|完成)/g;
const describesTarget =
  /年初|年度|全年|预期|既定|确定的?|下达的?|目标|计划|出让|投资|工作|考核|增长|下降|[\d.]+(?:%|[万亿]?[\u4e00-\u9fff]{0,3})?(?:以上|左右|以内)?的|的/g;
/** Words that deny it, right before. */
const denied = /(?:[未没]能?|未能|没有|尚未|难以|基本|接近|力争|确保)$/;
const ofAll = /(?:均|都|全部|各项|指标)[^,;。]{0,4}$/;

export const page: RulePage = {
  why: {
    zh: '上年报告提出的目标，代表们会逐条对照。写“完成”“超额完成”“如期实现”而数字低于目标，是最容易被当场指出的矛盾。',
    en: 'Deputies hold last year’s targets against this year’s results line by line; “completed” with a lower number is noticed at once.',
  },
  setAside: {
    zh: '目标年中经法定程序调整，或“完成”所指为另一项任务。',
    en: 'The target was lawfully adjusted during the year, or “completed” speaks of another task.',
  },
  examples: {
    wrong: { base: '二、2024年重点工作安排\n全年出让经营性用地600亩。', draft: '出让经营性用地593亩，完成年度出让计划。' },
    right: { base: '二、2024年重点工作安排\n全年出让经营性用地600亩。', draft: '出让经营性用地623亩，完成年度出让计划。' },
  },
};

export default claimsRule({
  id: 'target-shortfall',
  title: { zh: '称完成而低于上年所定目标', en: 'Said to be met, yet short of last year’s target' },
  severity: 'warning',
  needs: 'base',
  messages: {
    short: {
      zh: '{name}{stated}：称完成，但低于年初目标\n目标{target}，见{place}；差{gap}\n{ask}实绩和目标；若目标已调整，请注明',
      en: '{name} {stated}: said to be met but below the target\nTarget {target}: {place}; short by {gap}\nCheck result and target; if the target was adjusted, say so',
    },
    over: {
      zh: '{name}{stated}：称完成，但高于年初的上限\n目标{target}，见{place}；多{gap}\n{ask}实绩和目标；若目标已调整，请注明',
      en: '{name} {stated}: said to be met but above the limit set\nTarget {target}: {place}; above by {gap}\nCheck result and target; if the target was adjusted, say so',
    },
  },
  *check(context) {
    for (const entry of saidToBeMet(context)) {
      const { claim } = entry;
      const known = targetsOf(context, entry);
      const ceilings = known.filter((target) => target.claim.bound === 'under');
      const isOver = ceilings.length > 0 && ceilings.length === known.length;
      const falls = planFalls(claim);
      if (!isOver && !falls && !wantsMore(claim)) continue;
      const targets = isOver ? ceilings : known.filter((target) => target.claim.bound !== 'under');
      const misses = isOver || falls ? exceeds : fallsShort;
      if (targets.length === 0 || !targets.every((target) => misses(claim, target.claim))) continue;
      const [target] = targets;
      if (!target) continue;
      yield {
        claim: entry,
        against: target.printed,
        message: isOver || (falls && claim.kind !== 'change') ? 'over' : 'short',
        severity: target.certain ? 'error' : undefined,
        values: {
          name: shortName(claim),
          stated: entry.printed,
          target: target.printed,
          place: target.place,
          gap: inUnitOf(
            claim,
            Math.abs((target.claim.values[0] as number) * target.claim.factor - (claim.values[0] as number) * claim.factor),
            2,
          ),
          ask: askOffice(claim),
        },
        related: [target.related],
      };
    }
  },
});

/** The results that the passage says met their targets: those right before the words, or right behind where none stands before. */
const saidToBeMet = (context: PassageContext): Set<IndexedClaim> => {
  const { text } = context.passage.passage;
  const found = new Set<IndexedClaim>();
  for (const match of matchesIn(text, met)) {
    const from = match.index;
    const to = from + match[0].length;
    if ((match[2] ?? '').replace(describesTarget, '') !== '' || denied.test(text.slice(Math.max(0, from - 4), from))) continue;
    // 完成年度计划200套的九成 says honestly how much was done.
    if (/^[^,;。]{0,12}的(?:[\d.]+%|[一二三四五六七八九]成)/.test(text.slice(to))) continue;
    const begin = text.lastIndexOf(';', from) + 1;
    const before = context.claims.filter((entry) => entry.claim.start >= begin && entry.claim.end <= from && isResult(entry));
    // 改造小区33个，惠及居民1.58万户: what was planned is the work.
    const nearest = before.findLast(({ claim }) => !/^(?:惠及|受益|涉及|带动|覆盖|服务|撬动)/.test(claim.action)) ?? before.at(-1);
    if (ofAll.test(text.slice(Math.max(0, from - 8), from)) || /(?:都|均|全部|一一|悉数)已?..$/.test(match[0]))
      for (const entry of before) found.add(entry);
    else if (nearest) for (const entry of before) if (subjectKey(entry.claim) === subjectKey(nearest.claim)) found.add(entry);
    if (nearest) continue;
    const next = context.claims.find((entry) => entry.claim.start >= to && isResult(entry));
    if (next && !/[;。]/.test(text.slice(to, next.claim.start))) found.add(next);
  }
  return found;
};

/** A target is meant to the last digit, whatever its precision: 6.7% misses 7%. */
const fallsShort = ({ interval }: Claim, { values, factor, bound, interval: set }: Claim): boolean =>
  interval.high < (bound === 'about' ? set.low : (values[0] as number) * factor * (1 - 1e-9));

/** 10家以内 */
const exceeds = ({ interval }: Claim, { values, factor, bound, interval: set }: Claim): boolean =>
  interval.low > (bound === 'about' ? set.high : (values[0] as number) * factor + Math.abs((values[0] as number) * factor) * 1e-9);

/** 能耗下降2.1% where 3% was planned: of what is to fall, the fall is what was promised. */
const planFalls = ({ kind, indicator, values }: Claim): boolean =>
  kind === 'change' && indicator?.direction === 'down' && values.every((value) => value < 0);

/** Whether more is better; of much it is not known. */
const wantsMore = ({ indicator, name }: Claim): boolean =>
  indicator ? indicator.direction === 'up' : !/能耗|浓度|事故|死亡|失业|下降|压减|排放|成本|案件|投诉|时间/.test(name);

const isResult = ({ claim }: IndexedClaim): boolean =>
  claim.status === 'actual' &&
  claim.period !== null &&
  claim.role !== 'difference' &&
  claim.role !== 'from' &&
  (claim.kind === 'level' || claim.kind === 'ratio' || claim.kind === 'change');

/** The targets set for a result's year: in the earlier papers, else in the text itself. */
const targetsOf = (context: PassageContext, entry: IndexedClaim): Base[] => {
  const facts = context.baseline.targets(entry.region, entry.claim).map(baseOfFact);
  const inText = context.index
    .about(entry)
    .filter(({ claim }) => claim.status === 'target' && samePeriod(claim.period, entry.claim.period) && speakOfSame(claim, entry.claim))
    .map(baseOfClaim);
  if (facts.length > 0 || inText.length > 0) return facts.length > 0 ? facts : inText;
  return likeTargets(context, entry);
};

/** 市属一级国有企业整合为11家, 市属一级企业整合到10家以内: the one target that the words “completed” can mean. */
const likeTargets = ({ baseline }: PassageContext, { claim, region }: IndexedClaim): Base[] =>
  matchesAmong(
    claim,
    baseline.facts.filter(
      (fact) =>
        fact.region === region && fact.claim.status === 'target' && !isVague(fact.claim) && samePeriod(fact.claim.period, claim.period),
    ),
  ).matches.map(baseOfFact);
