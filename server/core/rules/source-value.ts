import type { Fact } from '../baseline/fact.ts';
import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { speakOfSame } from '../claims/subject.ts';
import { overlap } from '../figures/interval.ts';
import { restate } from '../restate.ts';
import { claimsRule, type PassageContext, type RuleContext, type RulePage } from './rule.ts';
import { askOffice, citeFact, periodName, priceBasis, relateFact, shortName } from './support.ts';

export const page: RulePage = {
  why: {
    zh: '统计和各部门报来的数会一改再改：预计变快报，快报变核定。稿中每个数都应与最新的数据表一致（允许四舍五入），改了表、漏了稿是最常见的差错。',
    en: 'The figures that the statistics bureau and the departments send are revised again and again. Every figure of the draft should equal the newest sheet, whatever the rounding; a sheet changed and a place of the draft forgotten is the commonest slip.',
  },
  setAside: {
    zh: '稿中用的是数据表之后报来的新数，或口径与数据表不同且已注明。',
    en: 'The draft has a value that came after the sheet, or is on another scope and says so.',
  },
  examples: {
    wrong: { sheet: '指标|单位|本年数|上年数|增速%\n财政总收入|亿元|261.7|249.6|4.8', draft: '财政总收入267亿元，增长4.8%。' },
    right: { sheet: '指标|单位|本年数|上年数|增速%\n财政总收入|亿元|261.7|249.6|4.8', draft: '财政总收入262亿元，增长4.8%。' },
  },
};

export default claimsRule({
  id: 'source-value',
  title: { zh: '与数据表不同', en: 'Differs from the data sheet' },
  severity: 'error',
  needs: 'sheet',
  // Of a rate or an amount that the sheet gives it is the sheet's that will stand.
  supersedes: ['growth-rate'],
  messages: {
    differs: {
      zh: '{when}{name}{stated}：与数据表不同\n{source}为{printed}（“{evidence}”）\n{ask}以何者为准；若口径不同，请注明',
      en: '{name} {stated}: differs from the data sheet\n{source} has {printed} (“{evidence}”)\nCheck which holds; if the scope differs, say so',
    },
    estimate: {
      zh: '{when}{name}{stated}：与数据表预计数不同\n{source}预计为{printed}（“{evidence}”）\n{ask}是否已有新数；若无，请改用或注明“预计”',
      en: '{name} {stated}: differs from the estimate on the data sheet\n{source} expects {printed} (“{evidence}”)\nCheck whether there is a newer value; if not, use it or say that it is an estimate',
    },
    fix: { zh: '改为数据表的{printed}', en: 'Use {printed} as on the data sheet' },
  },
  *check(context) {
    for (const entry of context.claims) {
      if (!isStated(entry.claim) || isUnclear(context, entry) || isRevisedFrom(entry)) continue;
      const facts = onSheets(context, entry);
      const [fact] = facts;
      if (!fact) continue;
      if (facts.some((other) => overlap(other.claim.interval, entry.claim.interval))) {
        yield { agree: [entry] };
        continue;
      }
      const { claim } = entry;
      const isEstimate = fact.claim.status === 'estimate' && claim.status === 'actual';
      const { text } = context.document;
      const fix = restate(entry, fact, text);
      yield {
        claim: entry,
        against: fact.printed,
        message: isEstimate ? 'estimate' : 'differs',
        severity: isEstimate ? 'warning' : undefined,
        values: {
          when: periodName(claim.period, context.year).replace(`${(context.year ?? 0) - 1}年`, ''),
          name: shortName(claim),
          stated: entry.printed,
          source: citeFact(fact),
          printed: signed(fact),
          evidence: fact.evidence,
          ask: askOffice(claim, fact),
        },
        related: [relateFact(fact)],
        fix: fix && {
          title: 'fix',
          values: { printed: text.slice(entry.start, fix.start) + fix.newText + text.slice(fix.end, entry.end) },
          edits: [fix],
        },
      };
    }
  },
});

/** A value or rate of its own, of a known time. */
const isStated = (claim: Claim): boolean =>
  claim.kind !== 'threshold' &&
  claim.kind !== 'streak' &&
  claim.role !== 'difference' &&
  claim.status !== 'target' &&
  claim.period !== null;

/** 合计258件 behind a list, 其中10亿元以上项目17个 behind 落地…: what is counted does not stand with the figure. */
const isUnclear = ({ claims }: PassageContext, { claim, order }: IndexedClaim): boolean => {
  if (claim.kind !== 'level') return false;
  const before = claims.findLast((other) => other.order < order);
  return claim.carried || (claim.part && claim.action === '' && before !== undefined && before.claim.action !== '');
};

/** 由186.4亿元修订为189.1亿元: the old value is meant to differ. */
const isRevisedFrom = ({ claim, passage }: IndexedClaim): boolean =>
  claim.role === 'from' && /^[^,;。]{0,6}(?:修订|调整|核定|更正)/.test(passage.passage.text.slice(claim.end));

/** What the newest sheets hold on the same thing and time; growth at constant prices is so whether the words say it or not. */
const onSheets = ({ baseline }: RuleContext, { region, claim }: IndexedClaim): Fact[] => {
  const plain: Claim =
    claim.comparison?.adjusted && claim.kind === 'change' && priceBasis(claim) !== 'nominal'
      ? { ...claim, comparison: { ...claim.comparison, adjusted: false } }
      : claim;
  return baseline
    .about(region, claim)
    .filter(
      (fact) =>
        fact.source.authority === 'sheet' &&
        fact.claim.status !== 'target' &&
        samePeriod(fact.claim.period, claim.period) &&
        speakOfSame(fact.claim, plain),
    );
};

/** A decline is printed without its sign. */
const signed = ({ claim, printed }: Fact): string => (claim.kind === 'change' && (claim.values[0] ?? 0) < 0 ? `－${printed}` : printed);
