import type { IndexedClaim } from '../../claims/claim-index.ts';
import { subjectKey } from '../../claims/subject.ts';
import { divide, meets, scale } from '../../figures/interval.ts';
import { printedValue } from '../../figures/printed.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import { bare, baseOfFact, clauseBefore, figureBeside, format, formatPercentRange, isLevel, shortName } from '../support.ts';

const ofTarget = /(?:为|完成|占|(?<!下)达到?)(?:了)?(?:全年|年度|年初|本年)?(?:预期)?(?:目标|计划|任务){1,2}的$/;

/** 新增就业3.9万人，为年度目标的107%: over the target that last year's paper set. */
export const checkCompletion = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<'completion'>> {
  const { claim } = entry;
  const part = figureBeside(context.claims, entry, -1);
  if (!part || !isLevel(part) || part.claim.status !== 'actual' || subjectKey(part.claim) !== subjectKey(claim)) return;
  if (!ofTarget.test(clauseBefore(context.passage.passage.text, claim.start))) return;
  const results = context.baseline
    .targets(part.region, part.claim)
    // 55万人以上: the rate is taken of the number that was set.
    .filter(({ claim: target }) => target.values.length === 1 && target.bound !== 'about')
    .flatMap((fact) => {
      const set = (fact.claim.values[0] as number) * fact.claim.factor;
      const quotient = divide(part.claim.interval, { low: set, high: set });
      return quotient ? [{ base: baseOfFact(fact), implied: scale(quotient, 100) }] : [];
    });
  const [first] = results;
  if (!first) return;
  if (results.some(({ implied }) => meets(implied, claim.interval))) {
    yield { agree: [entry, part] };
    return;
  }
  const { base, implied } = first;
  const [partNumber = '', wholeNumber = ''] = bare(part, base);
  yield {
    claim: entry,
    against: `${part.printed}/${base.printed}`,
    message: 'completion',
    severity: base.certain ? undefined : 'warning',
    values: {
      name: shortName(part.claim),
      stated: entry.printed,
      part: partNumber,
      whole: wholeNumber,
      implied: format((printedValue(part.claim) / printedValue(base.claim)) * 100),
      range: formatPercentRange(implied),
      target: base.printed,
      place: base.place,
    },
    related: [base.related],
  };
};
