import type { ClaimIndex, IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { meets, middle } from '../figures/interval.ts';
import { describePlace } from '../outline/place.ts';
import { partLists } from './part-whole/part-lists.ts';
import { claimsRule, type Outcome, type Report, type RulePage } from './rule.ts';
import { coordinatedParts, exclusiveParts, madeOrImproved, partsAsLastYear } from './sum/part-lists.ts';
import { turnedParts } from './sum/slips.ts';
import type { Sum } from './sum/sum.ts';
import { numberedTotals, statedTotals, totalsOfYears } from './sum/totals.ts';
import { gainsOfYears, piecesOfYear } from './sum/years.ts';
import { format, isAmount, isLevel, makesHundred, relateClaim, shortName, sumOf } from './support.ts';

type Messages = 'sum' | 'structure';

export const page: RulePage = {
  why: {
    zh: '文中写明合计、总数，或按定义由几项相加而成（三次产业、进出口）的，分项之和应等于合计；计及各数四舍五入后仍不相等即为矛盾。',
    en: 'Where the text states a total, or the definition makes one (three industries, imports and exports), the parts must add up to it, with rounding allowed for.',
  },
  setAside: { zh: '合计中另有未列出的分项，或统计上不作机械调整。', en: 'The total holds parts that are not listed.' },
  examples: {
    wrong: { draft: '办理建议案1件、代表建议126件、政协提案123件，合计258件。' },
    right: { draft: '办理建议案1件、代表建议126件、政协提案131件，合计258件。' },
  },
};

export default claimsRule<Messages>({
  id: 'sum',
  title: { zh: '分项之和与合计对不上', en: 'Parts do not add up to the stated total' },
  severity: 'error',
  needs: 'text',
  everywhere: true,
  messages: {
    sum: {
      zh: '{name}{total}：与分项之和{implied}{unit}不等\n{terms}＝{implied}{unit}{where}\n请核合计与各分项',
      en: '{name} {total}: parts add up to {implied} {unit}\n{terms} = {implied} {unit}{where}\nCheck the total and its parts',
    },
    structure: {
      zh: '三次产业结构{stated}：各项之和为{implied}\n{terms}＝{implied}，四舍五入不会差这么多\n请核各项',
      en: 'Structure {stated} adds up to {implied}\n{terms} = {implied}; rounding cannot explain that\nCheck each part',
    },
  },
  *check(context) {
    const { claims, index } = context;
    const lists = partLists(claims);
    for (const sums of [
      statedTotals(claims),
      coordinatedParts(lists),
      totalsOfYears(context),
      numberedTotals(context),
      partsAsLastYear(context, lists),
      exclusiveParts(lists),
      madeOrImproved(lists),
      turnedParts(lists),
      piecesOfYear(claims),
      gainsOfYears(claims),
    ])
      for (const sum of sums) yield* compare(sum);
    for (const entry of claims) yield* structure(entry);
    for (const sum of definedTotals(claims, index)) yield* compare(sum);
  },
});

/** 三次产业结构15.4:37.5:47.1 makes a hundred; three other ratios need not. */
const structure = function* (entry: IndexedClaim): Generator<Report<Messages>> {
  const { claim } = entry;
  if (claim.kind !== 'ratio' || claim.values.length !== 3) return;
  const sum = claim.values.reduce((a, b) => a + b, 0);
  if (sum < 90 || sum > 110 || makesHundred(claim)) return;
  yield {
    claim: entry,
    against: '100',
    message: 'structure',
    values: { stated: entry.printed, implied: format(sum, 2), terms: claim.values.map((value) => format(value, 2)).join('＋') },
  };
};

/** 进出口, 三次产业: the catalogue knows what a total is made of. */
const definedTotals = function* (claims: readonly IndexedClaim[], index: ClaimIndex): Generator<Sum> {
  for (const total of claims) {
    const { claim } = total;
    if (!isLevel(total) || !claim.indicator || claim.period === null) continue;
    for (const relation of claim.indicator.relations) {
      if (relation.type !== 'sum') continue;
      const parts = relation.parts.map((id) =>
        index
          .ofSubject(total.region, id)
          .find(
            (other) =>
              isAmount(other) &&
              other.claim.dimension === claim.dimension &&
              other.claim.status === claim.status &&
              samePeriod(other.claim.period, claim.period),
          ),
      );
      if (parts.every((part) => part !== undefined)) yield { total, parts };
    }
  }
};

const compare = function* ({ total, parts, name = shortName(total.claim), severity }: Sum): Generator<Outcome<Messages>> {
  const implied = sumOf(parts);
  if (!Number.isFinite(middle(implied))) return;
  if (meets(implied, total.claim.interval)) {
    yield { agree: [total, ...parts] };
    return;
  }
  // Printed to different places a last digit may be off by rounding in each part; the intervals hold that already.
  const factor = total.claim.factor;
  const elsewhere = parts.find((part) => part.passage !== total.passage);
  yield {
    claim: total,
    against: parts.map((part) => part.printed).join('+'),
    message: 'sum',
    severity,
    values: {
      name,
      total: total.printed,
      implied: format(middle(implied) / factor, 2),
      unit: total.claim.unit,
      terms: parts.map((part) => format(((part.claim.values[0] as number) * part.claim.factor) / factor, 2)).join('＋'),
      where: elsewhere ? `（${describePlace(elsewhere.passage.passage)}）` : '',
    },
    related: parts.map((part) => relateClaim(part)),
  };
};
