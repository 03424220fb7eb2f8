import type { Fact } from '../baseline/fact.ts';
import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { overlap } from '../figures/interval.ts';
import { onStatedBase } from './growth-rate.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import { askOffice, citeFact, periodName, priceBasis, relateFact, shortName } from './support.ts';

type Messages = 'differs' | 'fix';

export const page: RulePage = {
  why: {
    zh: '报告引用上年数、基期数或上年目标时，应与上年报告一致；不一致时，或是抄错，或是普查、最终核实后有修订，读者都会追问。',
    en: 'Figures quoted from an earlier year, and targets set then, should equal what was printed. A difference is a slip of the pen or a revision; either way readers will ask.',
  },
  setAside: {
    zh: '往年数已经修订（经济普查、最终核实），本稿采用修订后的数。',
    en: 'The earlier value has since been revised and the draft uses the revised one.',
  },
  examples: {
    wrong: { base: '工业企业数字化改造覆盖率达81.3%。', draft: '工业企业数字化改造覆盖率由上年的83.1%提高到86.5%。' },
    right: { base: '工业企业数字化改造覆盖率达81.3%。', draft: '工业企业数字化改造覆盖率由上年的81.3%提高到86.5%。' },
  },
};

export default claimsRule<Messages>({
  id: 'baseline-value',
  title: { zh: '引用的往年数与往年文件不同', en: 'A restated earlier figure differs from the earlier paper' },
  severity: 'warning',
  needs: 'base',
  everywhere: true,
  messages: {
    differs: {
      zh: '{when}{name}{stated}：与往年文件不同\n{source}写的是{printed}（“{evidence}”）\n{ask}是否抄错；若已修订，请确认用修订数',
      en: '{name} {stated}: differs from the earlier paper\n{source} says {printed} (“{evidence}”)\nCheck whether it was copied wrongly or has been revised',
    },
    fix: { zh: '改为往年文件的{printed}', en: 'Use {printed} as in the earlier paper' },
  },
  *check(context) {
    for (const entry of context.claims) {
      const { claim } = entry;
      const promised = otherPromise(context, entry);
      if (promised) {
        yield report(context, entry, promised);
        continue;
      }
      if (claim.kind === 'threshold' || claim.kind === 'streak' || claim.role === 'difference' || claim.period === null) continue;
      const facts = context.baseline
        .same(entry.region, claim)
        .filter((fact) => (fact.claim.status === 'target') === (claim.status === 'target'));
      // 由186.4亿元修订为189.1亿元: the sentence says why the two differ.
      if (claim.role === 'to' && /(?:修订|调整|核定|更正)[为至到]$/.test(context.passage.passage.text.slice(0, claim.start))) continue;
      // 按修订后的上年基数502亿元计算，增长4.6%: this year's rate, whatever year the base is of.
      if (claim.kind === 'change' && onStatedBase(context, entry)) continue;
      // What a sheet has is held against the sheet: it may have been revised since.
      if (facts.some((fact) => fact.source.authority === 'sheet')) continue;
      // 由A增至B under “五年来：——…”: the lead-in says since when.
      const revised = claim.role === 'from' && revisedBehind.test(context.passage.passage.text.slice(claim.end));
      if (claim.role === 'from' && !revised && facts.length > 0 && context.passage.passage.listed) continue;
      if (facts.length === 0 || facts.some((fact) => agrees(fact.claim, claim))) continue;
      // A target of this year may be changed; only one that is quoted as last year's must stand.
      const year = context.year;
      if (claim.status === 'target' && year !== null && claim.period.to >= year * 12) continue;
      const [fact] = facts;
      if (!fact) continue;
      // Levels at current prices, and shares of them, move with every census.
      const revisable =
        !revised &&
        (claim.kind === 'level' || claim.kind === 'ratio') &&
        (priceBasis(claim) !== 'nominal' || /增加值|生产总值|GDP/.test(claim.name + claim.whole));
      yield report(context, entry, fact, revisable);
    }
  },
});

const report = (context: PassageContext, entry: IndexedClaim, fact: Fact, revisable = false): Report<Messages> => ({
  claim: entry,
  against: fact.printed,
  message: 'differs',
  severity: revisable ? 'information' : undefined,
  values: {
    when: periodName(entry.claim.period, context.year),
    name: shortName(entry.claim),
    stated: entry.printed,
    source: citeFact(fact),
    printed: fact.printed,
    evidence: fact.evidence,
    ask: askOffice(entry.claim),
  },
  related: [relateFact(fact)],
  fix: fact.claim.unit === entry.claim.unit ? { title: 'fix', values: { printed: fact.printed }, newText: fact.printed } : undefined,
});

const allDone = /^[^,;。\d]{0,12}(?:全部|均已?|都已?|如期|圆满|全面|高质量)[^,;。]{0,4}(?:办结|完成|兑现|办成|落地|落实)/;

/** 年初承诺的12件民生实事全部办结: what was promised is as many as last year's paper promised. */
const otherPromise = (context: PassageContext, entry: IndexedClaim): Fact | undefined => {
  const { claim } = entry;
  if (!/实事$/.test(claim.name) || claim.status !== 'actual' || claim.bound !== 'exact' || claim.values.length > 1) return undefined;
  if (!allDone.test(context.passage.passage.text.slice(claim.end))) return undefined;
  const targets = context.baseline
    .targets(entry.region, claim)
    .filter((fact) => fact.claim.bound === 'exact' && fact.claim.values.length === 1);
  return targets.length > 0 && targets.every((fact) => !overlap(fact.claim.interval, claim.interval)) ? targets[0] : undefined;
};

/** 由186.4亿元修订为189.1亿元: the first is what was printed, so no revision explains that it differs. */
const revisedBehind = /^(?:最终)?(?:修订|核定|核实|更正)[为至到]/;

/** A target quoted in the same unit is the same number; results may be printed to other decimals. */
const agrees = (fact: Claim, claim: Claim): boolean =>
  claim.status === 'target' && claim.bound === 'exact' && fact.bound === 'exact' && fact.unit === claim.unit && fact.kind === claim.kind
    ? claim.values.some((value) => fact.values.includes(value)) || claim.values.length > 1 !== fact.values.length > 1
    : overlap(fact.interval, claim.interval);
