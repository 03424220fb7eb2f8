import type { Fact } from '../baseline/fact.ts';
import type { Claim } from '../claims/claim.ts';
import { isWholeYear, samePeriod } from '../claims/period.ts';
import { actionClass, isVague, subjectKey } from '../claims/subject.ts';
import { liesBelow } from '../figures/interval.ts';
import { partLists } from './part-whole/part-lists.ts';
import { claimsRule, type RulePage } from './rule.ts';
import { askOffice, type Base, baseOfClaim, baseOfFact, periodName, shortName } from './support.ts';

export const page: RulePage = {
  why: {
    zh: '产值、收入、投资、新增个数是一年里累积的，全年数不会小于前11个月或前三季度的数。预计数改成实际数时最容易漏。',
    en: 'Output, revenue, investment and additions accumulate: a year is no less than its first eleven months or three quarters. Estimates replaced by results are where this slips.',
  },
  setAside: { zh: '年中数后来核减，或两数口径不同。', en: 'The earlier part was revised downward, or the scope differs.' },
  examples: {
    wrong: { draft: '技术交易额前三季度为129.8亿元，全年达117.8亿元。' },
    right: { draft: '技术交易额前三季度为129.8亿元，全年达178亿元。' },
  },
};

export default claimsRule({
  id: 'partial-year',
  title: { zh: '全年数小于其中一段的数', en: 'The year’s figure below a part of it' },
  severity: 'warning',
  needs: 'base',
  messages: {
    below: {
      zh: '{name}全年{stated}：小于其中一段\n{place}写{when}已达{part}，全年不会更小\n{ask}两数；年中数已核减的，请注明',
      en: '{name} {stated} for the year: below {part} of a part of it\n{place} gives {part} for {when}\nCheck both; if the earlier one was revised, say so',
    },
  },
  *check(context) {
    // 建设2.4万亩，其中新建1.6万亩、改造0.8万亩: neither is the year's.
    const further = new Set(
      partLists(context.claims).flatMap(({ parts: [first, ...rest] }) =>
        rest.filter(({ claim }) => first && samePeriod(first.claim.period, claim.period)),
      ),
    );
    for (const entry of context.claims) {
      if (further.has(entry)) continue;
      const { claim } = entry;
      if (!isFlow(claim) || !isWholeYear(claim.period) || claim.status === 'target' || entry.claim.per !== '') continue;
      const isPart = (other: Claim): boolean => isFlow(other) && other.status !== 'target' && isPartOf(other, claim);
      const inText = context.index
        .ofSubject(entry.region, subjectKey(claim))
        // 其中新能源汽车1—10月3.2万辆、全年3.9万辆: what the first is part of, so is the other.
        .filter((other) => isPart(other.passage === entry.passage ? { ...other.claim, part: false } : other.claim))
        .map(baseOfClaim);
      const isKnown = (fact: Fact): boolean => isPart(fact.claim) && fact.claim.per === '';
      const parts: Base[] = [...inText, ...context.baseline.about(entry.region, claim).filter(isKnown).map(baseOfFact)];
      const part = parts.find((other) => liesBelow(claim.interval, other.claim.interval));
      if (!part) {
        if (parts.length > 0) yield { agree: [entry] };
        continue;
      }
      yield {
        claim: entry,
        against: part.printed,
        message: 'below',
        severity: part.certain ? 'error' : undefined,
        values: {
          name: shortName(claim),
          stated: entry.printed,
          when: periodName(part.claim.period, null),
          part: part.printed,
          place: part.place,
          ask: askOffice(claim),
        },
        related: [part.related],
      };
    }
  },
});

/** An amount that accumulates over the year. */
const isFlow = (claim: Claim): boolean =>
  claim.kind === 'level' &&
  claim.role === 'value' &&
  claim.values.length === 1 &&
  !claim.part &&
  (claim.values[0] as number) > 0 &&
  !isVague(claim) &&
  (claim.indicator
    ? claim.indicator.kind === 'flow'
    : /产值|收入|营收|交易额|销售额|零售额|进出口|投资|产量|生产|销量|销售|发电|用电|新增|完成/.test(claim.name + claim.action));

const isPartOf = (part: Claim, whole: Claim): boolean =>
  part.period !== null &&
  whole.period !== null &&
  part.period.from >= whole.period.from &&
  part.period.to <= whole.period.to &&
  !(part.period.from === whole.period.from && part.period.to === whole.period.to) &&
  part.dimension === whole.dimension &&
  part.scope === whole.scope &&
  part.aspect === whole.aspect &&
  actionClass(part) === actionClass(whole);
