import type { IndexedClaim } from '../../claims/claim-index.ts';
import { divide, meets, middle, scale } from '../../figures/interval.ts';
import { printedValue } from '../../figures/printed.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import { bare, format, formatPercentRange, relateClaim, shortName } from '../support.ts';
import { checkCompletion } from './completion.ts';
import { quotientPairs, sharedProperty } from './pairs.ts';
import { recomputed } from './recomputed.ts';

/** Part and whole of a percentage, where the sentence or the document states both. */
export const checkQuotient = function* (
  context: PassageContext,
  entry: IndexedClaim,
): Generator<Outcome<'quotient' | 'completion' | 'fix'>> {
  const named = quotientPairs(context, entry);
  const inferred = named.length === 0 ? sharedProperty(context, entry) : [];
  const pairs = [...named, ...inferred].flatMap(({ part, whole }) => {
    const quotient = divide(part.claim.interval, whole.claim.interval);
    return quotient && Number.isFinite(middle(quotient)) ? [{ part, whole, implied: scale(quotient, 100) }] : [];
  });
  const [first] = pairs;
  if (!first) {
    yield* checkCompletion(context, entry);
    return;
  }
  const agreeing = pairs.find(({ implied }) => meets(implied, entry.claim.interval));
  if (agreeing) {
    yield { agree: [entry, agreeing.part, agreeing.whole] };
    return;
  }
  const { part, whole, implied } = first;
  const quotient = (printedValue(part.claim) / printedValue(whole.claim)) * 100;
  const [partNumber = '', wholeNumber = ''] = bare(part, whole);
  const decimals = entry.claim.step < 0.1 ? 2 : 1;
  yield {
    claim: entry,
    against: `${part.printed}/${whole.printed}`,
    message: 'quotient',
    severity: inferred.length > 0 ? 'warning' : undefined,
    values: {
      name: labelOf(entry),
      stated: entry.printed,
      part: partNumber,
      whole: wholeNumber,
      implied: format(quotient, decimals),
      range: formatPercentRange(implied, decimals),
    },
    related: [part, whole].filter((other) => other.passage !== entry.passage).map((other) => relateClaim(other)),
    fix: recomputed(entry, quotient),
  };
};

const labelOf = (entry: IndexedClaim): string => (entry.claim.whole ? `${shortName(entry.claim)}占比` : shortName(entry.claim));
