import type { Fact } from '../baseline/fact.ts';
import { yearOf } from '../claims/period.ts';
import { normalizeName } from '../claims/subject.ts';
import { passageRule, type RulePage } from './rule.ts';
import { citeFact, relateFact, shortName } from './support.ts';

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

export default passageRule({
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
    fix: { zh: '改为连续{expected}{unit}', en: 'Change to {expected}' },
  },
  *check(context) {
    for (const entry of context.claims) {
      const { claim } = entry;
      const year = yearOf(claim.period);
      if (claim.kind !== 'streak' || year === undefined || claim.status !== 'actual' || !claim.name) continue;
      const facts = context.baseline
        .about(entry.region, claim)
        .filter(
          (fact) =>
            fact.claim.kind === 'streak' &&
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
        range: { start: entry.start, end: entry.end },
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
          edits: [{ start: entry.start, end: entry.end, newText: `连续${expected}${claim.unit}` }],
        },
      };
    }
  },
});

/** What is achieved year by year (`whole` of a run): another rank or award is another run. */
const sameCriterion = (fact: Fact, criterion: string): boolean => {
  const [a, b] = [normalizeCriterion(fact.claim.whole), normalizeCriterion(criterion)];
  return a === '' || b === '' || a === b;
};

const normalizeCriterion = (text: string): string =>
  normalizeName(text).replace(/保持|位居|稳居|居|列|获评|获|位列|蝉联|入选|全[国省市区]/g, '');
