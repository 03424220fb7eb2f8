import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { normalizeName } from '../../claims/subject.ts';
import { divide, meets, middle, scale } from '../../figures/interval.ts';
import type { Outcome, PassageContext } from '../rule.ts';
import { format, formatRange, isLevel, relateClaim, shortName } from '../support.ts';

const perMu = /(?:平均)?(?:亩产|单产|亩均产量|每亩产量)$/;

/** 粮食平均亩产831斤: the output over the area sown. */
export const checkYield = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<'yield'>> {
  const { claim } = entry;
  if (!perMu.test(claim.name) || claim.bound !== 'exact' || claim.role !== 'value') return;
  const crop = claim.name.replace(perMu, '');
  if (crop.length < 2) return;
  const isOfThen = (other: IndexedClaim): boolean =>
    isLevel(other) && other.claim.bound === 'exact' && other.claim.status === claim.status && samePeriod(other.claim.period, claim.period);
  const named = (names: readonly string[]): IndexedClaim[] =>
    names.flatMap((name) => context.index.named(entry.region, normalizeName(crop + name))).filter(isOfThen);
  const areas = named(['播种面积', '种植面积', '面积']).filter((other) => other.claim.unit.endsWith('亩'));
  const [area] = context.index.nearest(entry, areas);
  if (!area) return;
  // 粮食播种面积1865万亩，总产量155亿斤: the crop is named once.
  const next = context.index.in(area.passage).find((other) => other.order > area.order && isLevel(other));
  const outputs = named(['总产量', '产量', '总产']);
  if (next && isOfThen(next) && /^总?产量?$/.test(next.claim.name)) outputs.push(next);
  const results = outputs
    .filter((other) => other.claim.dimension === 'mass')
    .flatMap((output) => {
      const implied = divide(output.claim.interval, scale(area.claim.interval, 1 / mu));
      return implied ? [{ output, implied }] : [];
    });
  const [first] = results;
  if (!first || results.some(({ implied }) => meets(implied, claim.interval))) return;
  const { output, implied } = first;
  yield {
    claim: entry,
    against: `${output.printed}/${area.printed}`,
    message: 'yield',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      part: output.printed,
      whole: area.printed,
      implied: `${format(middle(implied) / claim.factor)}${claim.unit}`,
      range: formatRange(scale(implied, 1 / claim.factor)),
    },
    related: [relateClaim(output), relateClaim(area)],
  };
};

/** Square metres in one 亩. */
const mu = 2000 / 3;
