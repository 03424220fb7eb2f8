import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { normalizeName } from '../claims/subject.ts';
import { add, type Interval, meets, middle } from '../figures/interval.ts';
import { describePlace } from '../outline/place.ts';
import { partLists } from './part-whole.ts';
import { type Outcome, passageRule, type RulePage } from './rule.ts';
import { format, relateClaim, shortName } from './support.ts';

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

export default passageRule<Messages>({
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
  *check({ claims, index }) {
    yield* statedTotals(claims);
    yield* coordinatedParts(claims);
    for (const entry of claims) {
      const { claim } = entry;
      if (claim.kind !== 'ratio' || claim.values.length !== 3) continue;
      const sum = claim.values.reduce((a, b) => a + b, 0);
      if (sum < 90 || sum > 110 || Math.abs(sum - 100) <= 1.5 * claim.step + 1e-9) continue;
      yield {
        range: { start: entry.start, end: entry.end },
        claim: entry,
        against: '100',
        message: 'structure',
        values: { stated: entry.printed, implied: format(sum, 2), terms: claim.values.map((value) => format(value, 2)).join('＋') },
      };
    }
    for (const total of claims) {
      const { claim } = total;
      if (claim.kind !== 'level' || claim.role === 'difference' || !claim.indicator || claim.period === null || claim.values.length > 1)
        continue;
      for (const relation of claim.indicator.relations) {
        if (relation.type !== 'sum') continue;
        const parts = relation.parts.map((id) =>
          index
            .ofSubject(total.region, id)
            .find(
              (other) =>
                other.claim.kind === 'level' &&
                other.claim.role !== 'difference' &&
                other.claim.dimension === claim.dimension &&
                other.claim.status === claim.status &&
                samePeriod(other.claim.period, claim.period),
            ),
        );
        if (parts.every((part) => part !== undefined)) yield* compare(total, parts);
      }
    }
  },
});

/** 合计N, 共N behind a list of the same unit. */
const statedTotals = function* (entries: readonly IndexedClaim[]): Generator<Outcome<Messages>> {
  for (const [i, total] of entries.entries()) {
    const text = total.passage.passage.text;
    if (
      !/(?:合计|共计|总计)(?:达到?|为)?$/.test(text.slice(Math.max(0, total.claim.start - 4), total.claim.start)) ||
      total.claim.kind !== 'level'
    )
      continue;
    const parts: IndexedClaim[] = [];
    for (let j = i - 1; j >= 0; j--) {
      const part = entries[j] as IndexedClaim;
      if (
        part.claim.kind !== 'level' ||
        part.claim.role === 'difference' ||
        part.claim.unit !== total.claim.unit ||
        part.claim.values.length > 1
      )
        break;
      if (/[;。]/.test(text.slice(part.claim.end, (entries[j + 1] as IndexedClaim).claim.start))) break;
      parts.unshift(part);
    }
    if (parts.length >= 2 && parts.every((part) => !part.claim.part)) yield* compare(total, parts, '合计');
  }
};

/** 独角兽、准独角兽企业43家，其中独角兽企业7家、准独角兽企业36家; 开竣工16条，其中开工9条、竣工7条: the parts are all there are. */
const coordinatedParts = function* (entries: readonly IndexedClaim[]): Generator<Outcome<Messages>> {
  for (const { whole, parts } of partLists(entries)) {
    if (parts.length < 2) continue;
    const items = whole.claim.name.split(/[、和与及]/).map(normalizeName);
    const names = parts.map((part) => normalizeName(part.claim.name));
    const byName =
      items.length === parts.length &&
      names.every(
        (name, i) => name.includes((items[i] as string).slice(0, 2)) && (name === items[i] || name.startsWith(items[i] as string)),
      );
    const actions = parts.map((part) => part.claim.action);
    const byAction =
      actions.every((action) => action.length === 2) && new Set(actions).size === actions.length && isCompound(whole.claim.action, actions);
    if (byName || byAction) yield* compare(whole, parts);
  }
};

/** 开竣工 joins 开工 and 竣工, 新改建 joins 新建 and 改建. */
const isCompound = (whole: string, parts: string[]): boolean => {
  const last = parts[0]?.slice(-1) ?? '';
  return parts.every((part) => part.endsWith(last)) && whole === parts.map((part) => part.slice(0, -1)).join('') + last;
};

const compare = function* (total: IndexedClaim, parts: IndexedClaim[], name = shortName(total.claim)): Generator<Outcome<Messages>> {
  const implied = parts.map((part) => part.claim.interval).reduce((a, b): Interval => add(a, b));
  if (!Number.isFinite(middle(implied))) return;
  if (meets(implied, total.claim.interval)) {
    yield { agree: [total, ...parts] };
    return;
  }
  // Printed to different places a last digit may be off by rounding in each part; the intervals hold that already.
  const factor = total.claim.factor;
  const elsewhere = parts.find((part) => part.passage !== total.passage);
  yield {
    range: { start: total.start, end: total.end },
    claim: total,
    against: parts.map((part) => part.printed).join('+'),
    message: 'sum',
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
