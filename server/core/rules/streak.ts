import type { Fact } from '../baseline/fact.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { monthRunsIn } from '../claims/month-runs.ts';
import { yearOf } from '../claims/period.ts';
import { isVague, normalizeName } from '../claims/subject.ts';
import { liesBelow } from '../figures/interval.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import { citeFact, earlierValues, isAbout, periodName, relateFact, shortName } from './support.ts';

type Messages = 'same' | 'skipped' | 'broken' | 'months' | 'fix';

export const page: RulePage = {
  why: {
    zh: '“连续N年”每过一年应加一。照抄上年年数是常见疏漏；评比口径改变（如由“第九”改为“前十”）时不作判断。',
    en: 'A run of years grows by one a year; copying last year’s number is a common slip. Where the criterion changed nothing is said.',
  },
  setAside: {
    zh: '考评结果尚未公布，年数截至上一年度；或连续中断后重新起算。',
    en: 'Results are not out yet and the run ends with the year before, or it began anew.',
  },
  examples: {
    wrong: { base: '经开区综合考评连续3年保持全国第九。', draft: '经开区综合考评连续3年保持全国第九。' },
    right: { base: '经开区综合考评连续3年保持全国第九。', draft: '经开区综合考评连续4年保持全国第九。' },
  },
};

export default claimsRule<Messages>({
  id: 'streak',
  title: { zh: '连续年数没有顺延', en: 'A run of years that did not advance' },
  severity: 'warning',
  needs: 'base',
  messages: {
    same: {
      zh: '{name}“{stated}”：与{sourceName}年数相同\n{place}已写“{printed}”；若{year}年度继续保持，应为连续{expected}{unit}\n请核考评年度：结果已出的改年数，未出的注明“截至{before}年度”',
      en: '{name} “{stated}”: the same number of years as in {sourceName}\n{place} already says “{printed}”; if kept in {year} it should be {expected}\nCheck which year the result is for',
    },
    skipped: {
      zh: '{name}“{stated}”：与{sourceName}接不上\n{place}写“{printed}”，顺延应为连续{expected}{unit}\n请核年数和考评年度',
      en: '{name} “{stated}”: does not follow from {sourceName}\n{place} says “{printed}”, so {expected} is due\nCheck the number of years and which year the result is for',
    },
    broken: {
      zh: '{name}“{stated}{criterion}”：往年数没有达到\n{when}为{base}，见{place}\n请核年数和提法，或核数字',
      en: '{name} “{stated}{criterion}”: an earlier year fell short\n{base} stands in {place}\nCheck the number of years and the words, or the number',
    },
    months: {
      zh: '“{stated}”：与往年文件接不上\n{place}写“{printed}”，至{year}年末顺延应为{expected}个月\n请核月数；中断后重新起算的，不会超过{most}个月',
      en: '“{stated}”: does not follow from the earlier paper\n{place} says “{printed}”, so {expected} months are due at the end of {year}\nCheck the number of months; begun anew it is {most} at most',
    },
    fix: { zh: '改为连续{expected}{unit}', en: 'Change to {expected}' },
  },
  *check(context) {
    yield* runsOfMonths(context);
    for (const entry of context.claims) {
      const { claim } = entry;
      const year = yearOf(claim.period);
      if (claim.kind !== 'streak' || year === undefined || claim.status !== 'actual' || !claim.name) continue;
      const broken = brokenRun(context, entry, year);
      if (broken) {
        yield broken;
        continue;
      }
      const facts = runsOf(context, entry).filter(
        (fact) =>
          fact.claim.unit === claim.unit &&
          fact.claim.status === 'actual' &&
          (yearOf(fact.claim.period) ?? year) < year &&
          sameCriterion(fact, claim.whole),
      );
      const [fact] = facts.sort((a, b) => (b.claim.period?.to ?? 0) - (a.claim.period?.to ?? 0));
      const factYear = fact && yearOf(fact.claim.period);
      if (!fact || factYear === undefined) continue;
      const expected = (fact.claim.values[0] as number) + (year - factYear);
      const stated = claim.values[0] as number;
      if (stated === expected) {
        yield { agree: [entry] };
        continue;
      }
      yield {
        claim: entry,
        against: fact.printed,
        message: stated === fact.claim.values[0] ? 'same' : 'skipped',
        values: {
          name: shortName(claim),
          stated: entry.printed,
          printed: fact.printed,
          sourceName: citeFact(fact).replace(/“.*/, ''),
          place: citeFact(fact),
          year: String(year),
          before: String(year - 1),
          expected: String(expected),
          unit: claim.unit,
        },
        related: [relateFact(fact)],
        fix: {
          title: 'fix',
          values: { expected: String(expected), unit: claim.unit },
          newText: `连续${expected}${claim.unit}`,
        },
      };
    }
  },
});

/** 连续22个月 where last year's report said so already: a year later it is twelve more, or it began anew. */
const runsOfMonths = function* (context: PassageContext): Generator<Report<Messages>> {
  const { passage } = context;
  const year = yearOf(passage.passage.setting.period);
  if (year === undefined || year !== (context.year ?? 0) - 1) return;
  for (const { name, months, start, end } of monthRunsIn(passage)) {
    const fact = context.baseline.facts.find(
      ({ claim, region }) =>
        claim.kind === 'ordinal' &&
        claim.unit === '个月' &&
        claim.name === name &&
        region === context.region &&
        yearOf(claim.period) === year - 1,
    );
    const expected = fact && (fact.claim.values[0] as number) + 12;
    // The last month's result may be out later.
    if (!fact || !expected || Math.abs(months - expected) <= 1 || months <= 12) continue;
    yield {
      range: context.locate(start, end),
      against: fact.printed,
      message: 'months',
      values: {
        stated: passage.passage.text.slice(start, end),
        place: citeFact(fact),
        printed: fact.printed,
        year: String(year),
        expected: String(expected),
        most: '12',
      },
      related: [relateFact(fact)],
    };
  }
};

/** Runs of years that earlier papers tell of the same thing; of a name that says little, by what was achieved. */
const runsOf = ({ baseline }: PassageContext, { claim, region }: IndexedClaim): readonly Fact[] => {
  const named = baseline.about(region, claim).filter((fact) => fact.claim.kind === 'streak');
  if (named.length > 0) return named;
  const criterion = normalizeCriterion(claim.whole);
  if (!isVague(claim) || criterion.length < 6) return [];
  const alike = baseline.facts.filter(
    (fact) =>
      fact.region === region &&
      fact.claim.kind === 'streak' &&
      fact.claim.name === claim.name &&
      normalizeCriterion(fact.claim.whole) === criterion,
  );
  return alike.length === 1 ? alike : [];
};

/** 连续两年突破千亿元 where the first of them had less. */
const brokenRun = (context: PassageContext, entry: IndexedClaim, year: number): Report<Messages> | undefined => {
  const { claim } = entry;
  if (claim.unit !== '年' || !/^(?:突破|超过?|跨越|站稳|达到|保持在|稳定在|高于)/.test(claim.whole)) return undefined;
  const least = context.claims.find(
    (other) => other.order === entry.order + 1 && other.claim.start - claim.end < claim.whole.length && other.claim.bound === 'over',
  );
  if (!least || (least.claim.kind !== 'level' && least.claim.kind !== 'ratio') || !isAbout(least.claim, claim) || isVague(claim))
    return undefined;
  const known = earlierValues(context, least);
  for (let before = year - 1; before > year - (claim.values[0] as number); before--) {
    const values = known.filter((base) => yearOf(base.claim.period) === before && base.claim.values.length === 1);
    const [base] = values;
    if (!base || !values.every((other) => liesBelow(other.claim.interval, least.claim.interval))) continue;
    return {
      claim: entry,
      against: base.printed,
      message: 'broken',
      values: {
        name: shortName(claim),
        stated: entry.printed,
        criterion: claim.whole,
        when: periodName(base.claim.period, context.year),
        base: base.printed,
        place: base.place,
      },
      related: [base.related],
    };
  }
  return undefined;
};

/** What is achieved year by year (`whole` of a run): another rank or award is another run. */
const sameCriterion = (fact: Fact, criterion: string): boolean => {
  const [a, b] = [normalizeCriterion(fact.claim.whole), normalizeCriterion(criterion)];
  return a === '' || b === '' || a === b;
};

const normalizeCriterion = (text: string): string =>
  normalizeName(text).replace(/保持|位居|稳居|居|列|获评|获|位列|蝉联|入选|全[国省市区]/g, '');
