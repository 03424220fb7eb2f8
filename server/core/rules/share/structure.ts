import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { add, divide, type Interval, meets, scale } from '../../figures/interval.ts';
import { printedValue } from '../../figures/printed.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import { bare, format, isLevel, relateClaim } from '../support.ts';

const sectors = ['primary', 'secondary', 'tertiary'].map((sector) => `${sector}-industry-value-added`);
/** So many points each share may be off for the three to make 100. */
const leveling = 0.1;

/** 三次产业结构15.4:37.5:47.1, where the text has the value added of each. */
export const checkStructure = function* ({ index }: PassageContext, entry: IndexedClaim): Generator<Outcome<'structure'>> {
  const { claim, region } = entry;
  if (claim.kind !== 'ratio' || claim.indicator?.id !== 'industrial-structure' || claim.values.length !== 3) return;
  // What does not add up to 100 is for `sum`.
  const isWhole = Math.abs(claim.values.reduce((a, b) => a + b, 0) - 100) <= 1.5 * claim.step + 1e-9;
  if (claim.status === 'target' || claim.role === 'from' || !isWhole) return;
  const levelsOf = (id: string): IndexedClaim[] =>
    index
      .ofSubject(region, id)
      .filter(
        (other) =>
          isLevel(other) &&
          other.claim.bound === 'exact' &&
          other.claim.status !== 'target' &&
          samePeriod(other.claim.period, claim.period),
      );
  const wholes = levelsOf('gdp');
  const misfits = sectors.flatMap((id, i) => {
    const parts = levelsOf(id);
    const share = claim.values[i] as number;
    const printed: Interval = { low: share - claim.step / 2 - leveling, high: share + claim.step / 2 + leveling };
    // Where two places differ, one that fits is enough.
    const fits = parts.some((part) =>
      wholes.some((whole) => {
        const quotient = divide(part.claim.interval, whole.claim.interval);
        return !quotient || meets(scale(quotient, 100), printed);
      }),
    );
    const [part] = parts;
    const [whole] = wholes;
    return fits || !part || !whole ? [] : [{ part, whole, share }];
  });
  // A sector that does not fit the total is for `sum` too.
  const all = sectors.flatMap((id) => levelsOf(id)[0] ?? []).map((part) => part.claim.interval);
  const addsUp =
    all.length === 3 &&
    wholes.some((whole) =>
      meets(
        all.reduce((a, b): Interval => add(a, b)),
        whole.claim.interval,
      ),
    );
  const [misfit] = misfits;
  if (misfit && (addsUp || misfits.length > 1)) {
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
  }
};
