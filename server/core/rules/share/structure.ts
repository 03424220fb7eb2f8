import type { ClaimIndex, IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { divide, type Interval, meets, scale } from '../../figures/interval.ts';
import { printedValue } from '../../figures/printed.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import { bare, format, isLevel, makesHundred, relateClaim, sumOf } from '../support.ts';

/** So many points each share may be off for the three to make 100. */
const leveling = 0.1;

/** 三次产业结构15.4:37.5:47.1, where the text has the value added of each. */
export const checkStructure = function* ({ index, document }: PassageContext, entry: IndexedClaim): Generator<Outcome<'structure'>> {
  const { claim, region } = entry;
  if (claim.kind !== 'ratio' || claim.indicator?.id !== 'industrial-structure' || claim.values.length !== 3) return;
  // What does not add up to 100 is for `sum`.
  if (claim.status === 'target' || claim.role === 'from' || !makesHundred(claim)) return;
  const gdp = document.vocabulary.byId.get('gdp');
  const sectors = gdp?.relations.find((relation) => relation.type === 'sum')?.parts ?? [];
  if (sectors.length !== claim.values.length) return;
  const wholes = levelsOf(index, region, 'gdp', claim.period);
  const parts = sectors.map((id) => levelsOf(index, region, id, claim.period));
  const misfits = parts.flatMap((levels, i) => misfitOf(levels, wholes, claim.values[i] as number, claim.step));
  const [misfit] = misfits;
  // A sector that does not fit the total is for `sum` too.
  const all = parts.flatMap(([part]) => part ?? []);
  const addsUp = all.length === sectors.length && wholes.some((whole) => meets(sumOf(all), whole.claim.interval));
  if (!misfit || !(addsUp || misfits.length > 1)) return;
  const { part, whole, share } = misfit;
  const [partNumber = '', wholeNumber = ''] = bare(part, whole);
  yield {
    claim: entry,
    against: `${part.printed}/${whole.printed}`,
    message: 'structure',
    values: {
      stated: entry.printed,
      part: partNumber,
      whole: wholeNumber,
      implied: format((printedValue(part.claim) / printedValue(whole.claim)) * 100),
      share: format(share, 2),
    },
    related: [relateClaim(part), relateClaim(whole)],
  };
};

const levelsOf = (index: ClaimIndex, region: string, id: string, period: IndexedClaim['claim']['period']): IndexedClaim[] =>
  index
    .ofSubject(region, id)
    .filter(
      (entry) =>
        isLevel(entry) && entry.claim.bound === 'exact' && entry.claim.status !== 'target' && samePeriod(entry.claim.period, period),
    );

/** A part that no stated whole makes such a share of; where two places differ, one that fits is enough. */
const misfitOf = (
  parts: readonly IndexedClaim[],
  wholes: readonly IndexedClaim[],
  share: number,
  step: number,
): { part: IndexedClaim; whole: IndexedClaim; share: number }[] => {
  const printed: Interval = { low: share - step / 2 - leveling, high: share + step / 2 + leveling };
  const fits = (part: IndexedClaim, whole: IndexedClaim): boolean => {
    const quotient = divide(part.claim.interval, whole.claim.interval);
    return !quotient || meets(scale(quotient, 100), printed);
  };
  const [part] = parts;
  const [whole] = wholes;
  if (!part || !whole || parts.some((one) => wholes.some((all) => fits(one, all)))) return [];
  return [{ part, whole, share }];
};
