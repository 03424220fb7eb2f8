import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { normalizeName } from '../claims/subject.ts';
import { add, type Interval, liesBelow, meets, middle, width } from '../figures/interval.ts';
import { readChinese } from '../figures/numerals.ts';
import type { Severity } from '../finding.ts';
import { describePlace } from '../outline/place.ts';
import { partLists } from './part-whole/part-lists.ts';
import { claimsRule, type Outcome, type PassageContext, type RulePage } from './rule.ts';
import { type Base, baseValues, format, isAbout, relateClaim, shortName, yearEarlier } from './support.ts';

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
    yield* statedTotals(claims);
    yield* coordinatedParts(claims);
    yield* totalsOfYears(context);
    yield* numberedTotals(context);
    yield* partsAsLastYear(context);
    yield* exclusiveParts(claims);
    yield* madeOrImproved(claims);
    for (const entry of claims) {
      const { claim } = entry;
      if (claim.kind !== 'ratio' || claim.values.length !== 3) continue;
      const sum = claim.values.reduce((a, b) => a + b, 0);
      if (sum < 90 || sum > 110 || Math.abs(sum - 100) <= 1.5 * claim.step + 1e-9) continue;
      yield {
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
      !/(?:合计|共计|总计|(?<!等),共)(?:达到?|为)?$/.test(text.slice(Math.max(0, total.claim.start - 5), total.claim.start)) ||
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

const yearsInAll = /(?:^|[,、])(?:([二三四五])年)?(?:累计|合计|共|总计)(?:完成|实现|达到?|为)?$/;

/** 产量分别为…（五个数），五年累计761.2亿斤: one thing in each of the years, and in all. */
const totalsOfYears = function* ({ claims, passage }: PassageContext): Generator<Outcome<Messages>> {
  const { text } = passage.passage;
  for (const { items, claims: indexes } of passage.distributions) {
    const parts = indexes.flatMap((i) => claims[i] ?? []);
    const last = parts.at(-1);
    const total = last && claims.find((other) => other.order === last.order + 1);
    if (!total || new Set(items).size !== 1 || parts.length < 3 || !isSummand(total)) continue;
    const said = yearsInAll.exec(text.slice(last.claim.end, total.claim.start));
    const { period } = total.claim;
    const years = said?.[1] ? '一二三四五'.indexOf(said[1]) + 1 : period ? (period.to - period.from + 1) / 12 : 0;
    const isOne = parts.every((part) => isSummand(part) && part.claim.unit === total.claim.unit && isAbout(part.claim, total.claim));
    if (said && years === parts.length && isOne) yield* compare(total, parts);
  }
};

const isSummand = ({ claim }: IndexedClaim): boolean =>
  claim.kind === 'level' && claim.role !== 'difference' && claim.role !== 'from' && claim.values.length === 1;

const numberedTotal =
  /(?:^|[,;。])(?:[前这上述以]{0,2})([二两三四五六七八九])(?:大|项|类|种|个)([^,;。、\d]{1,8}?)(?:合计|共计|总计)(?:达到?|为|实现|完成)?$/;

/** 三大作物面积合计1820万亩, behind the three of them. */
const numberedTotals = function* (context: PassageContext): Generator<Outcome<Messages>> {
  const { claims, passage, document, index } = context;
  const { text } = passage.passage;
  for (const [i, total] of claims.entries()) {
    if (total.claim.kind !== 'level' || !/[合共总]计/.test(text.slice(Math.max(0, total.claim.start - 6), total.claim.start))) continue;
    const [, number = '', what = ''] = numberedTotal.exec(text.slice(Math.max(0, total.claim.start - 20), total.claim.start)) ?? [];
    if (!number || !isSummand(total)) continue;
    const listed = countedList(context, total, `${number}大${what}`, readChinese(number, 0)?.value ?? 0);
    if (listed) {
      yield* compare(total, listed);
      continue;
    }
    const property = what.slice(-2);
    const isPart = (other: IndexedClaim): boolean =>
      isSummand(other) &&
      other.claim.unit === total.claim.unit &&
      other.claim.name.endsWith(property) &&
      samePeriod(other.claim.period, total.claim.period) &&
      other.claim.status === total.claim.status;
    const here = claims.slice(0, i);
    const before = here.some(isPart) ? undefined : document.passages[document.passages.indexOf(passage) - 1];
    const parts = (before && !passage.passage.opens ? index.in(before) : here).filter(isPart);
    const names = new Set(parts.map((part) => part.claim.name));
    // 增发国债项目63个、资金21.4亿元，特别国债项目38个、资金16.7亿元，两类资金合计…: the property alone names each.
    const isBare = parts.every((part) => part.claim.name === property) && !before;
    if (parts.length === readChinese(number, 0)?.value && (names.size === parts.length || isBare))
      yield* compare(total, parts, total.claim.name);
  }
};

/** 三大产业合计211亿元, behind 箱包、服装、家具三大产业分别实现营业收入…: the values that 分别 gave them. */
const countedList = (
  { passage, document, index, claims }: PassageContext,
  total: IndexedClaim,
  phrase: string,
  count: number,
): IndexedClaim[] | undefined => {
  const previous = passage.passage.opens ? undefined : document.passages[document.passages.indexOf(passage) - 1];
  for (const [read, entries] of [[passage, claims] as const, ...(previous ? [[previous, index.in(previous)] as const] : [])]) {
    if (!read.passage.text.includes(phrase)) continue;
    for (const distribution of read.distributions) {
      const parts = distribution.claims.flatMap((i) => entries[i] ?? []);
      const fits = parts.every(
        (part) =>
          isSummand(part) &&
          part.order < total.order &&
          part.claim.unit === total.claim.unit &&
          part.claim.status === total.claim.status &&
          samePeriod(part.claim.period, total.claim.period),
      );
      if (parts.length === count && fits && new Set(parts.map(({ claim }) => claim.name)).size === count) return parts;
    }
  }
  return undefined;
};

const improves = /^(?:改造|提升|改建|扩建|改扩建|修缮|维修|整治|改造提升|提升改造|提质改造)$/;

/** 建设高标准农田2.8万亩，其中新建1.9万亩、改造提升0.9万亩: what is new is not what was improved. */
const madeOrImproved = function* (entries: readonly IndexedClaim[]): Generator<Outcome<Messages>> {
  for (const { whole, parts } of partLists(entries)) {
    const [made, improved] = parts.map(({ claim }) => claim.action);
    if (parts.length !== 2 || ![whole, ...parts].every(isSummand) || made !== '新建' || !improves.test(improved ?? '')) continue;
    if (parts.some(({ claim }) => claim.unit !== whole.claim.unit || claim.status !== whole.claim.status)) continue;
    const all = parts.map(({ claim }) => claim.interval).reduce((a, b): Interval => add(a, b));
    if (liesBelow(whole.claim.interval, all)) yield* compare(whole, parts);
  }
};

/** 新能源装机中，风电…、光伏…、生物质…: the parts are all there are if last year's added up. */
const partsAsLastYear = function* (context: PassageContext): Generator<Outcome<Messages>> {
  const { claims, passage } = context;
  const led = ledList(context);
  for (const { whole, parts } of [...partLists(claims), ...(led ? [led] : [])]) {
    const { period } = whole.claim;
    const last = parts.at(-1) as IndexedClaim;
    if (parts.length < 2 || !period || ![whole, ...parts].every(isSummand) || /^等/.test(passage.passage.text.slice(last.claim.end)))
      continue;
    if (parts.some((part) => part.claim.status !== whole.claim.status || !samePeriod(part.claim.period, period))) continue;
    const earlier = (entry: IndexedClaim): Base | undefined => baseValues(context, entry, yearEarlier(period))[0];
    const base = earlier(whole);
    const bases = parts.flatMap((part) => earlier(part) ?? []);
    if (!base || bases.length < parts.length || bases.some(({ claim }) => claim.bound !== 'exact' || claim.values.length > 1)) continue;
    const all = bases.map(({ claim }) => claim.interval).reduce((a, b): Interval => add(a, b));
    if (meets(all, base.claim.interval) && width(all) < precise * middle(all))
      yield* compare(whole, parts, shortName(whole.claim), 'warning');
  }
};

/** Kinds of which nothing is two at once: 风电, 光伏 of power plants. Grades and groups of people may overlap. */
const exclusive =
  /^(?:风电|(?:光伏|光热|太阳能)(?:及|和|、)?(?:光伏|光热)?|水电|火电|煤电|核电|气电|生物质(?:发电)?|抽水蓄能)(?:总?装机(?:容量|规模)?|并网|发电量?|项目)?$/;

/** 装机1484万千瓦，其中风电912万千瓦、光伏及光热572万千瓦: together they are no more than the whole. */
const exclusiveParts = function* (entries: readonly IndexedClaim[]): Generator<Outcome<Messages>> {
  for (const { whole, parts } of partLists(entries)) {
    if (parts.length < 2 || ![whole, ...parts].every(isSummand) || new Set(parts.map(({ claim }) => claim.name)).size < parts.length)
      continue;
    if (!parts.every(({ claim }) => exclusive.test(claim.name) && claim.status === whole.claim.status)) continue;
    const all = parts.map(({ claim }) => claim.interval).reduce((a, b): Interval => add(a, b));
    // A part alone above the whole is for `part-whole`.
    if (liesBelow(whole.claim.interval, all) && !parts.some(({ claim }) => liesBelow(whole.claim.interval, claim.interval)))
      yield* compare(whole, parts);
  }
};

/** A sum known to this share of itself proves that nothing was left out. */
const precise = 0.01;

/** X中，A…、B…、C…: the whole is named at the head of the sentence and stated elsewhere. */
const ledList = ({ claims, passage, index }: PassageContext): { whole: IndexedClaim; parts: IndexedClaim[] } | undefined => {
  const { text } = passage.passage;
  const head = /^(?:在)?([\u4e00-\u9fff]{3,12})[中里][,:]?/.exec(text);
  const [first] = claims;
  if (!head?.[1] || !first || /[,;:。]/.test(text.slice(head[0].length, first.claim.start))) return undefined;
  const parts: IndexedClaim[] = [];
  for (const next of claims) {
    const previous = parts.at(-1);
    if (next.claim.unit !== first.claim.unit || (previous && /[,;:。]/.test(text.slice(previous.claim.end, next.claim.start)))) break;
    parts.push(next);
  }
  const wholes = index
    .named(first.region, normalizeName(head[1]))
    .filter(
      (other) =>
        isSummand(other) &&
        other.claim.dimension === first.claim.dimension &&
        other.claim.action === '' &&
        other.claim.status === first.claim.status &&
        samePeriod(other.claim.period, first.claim.period),
    );
  const [whole] = index.nearest(first, wholes);
  return whole && { whole, parts };
};

/** 开竣工 joins 开工 and 竣工, 新改建 joins 新建 and 改建. */
const isCompound = (whole: string, parts: string[]): boolean => {
  const last = parts[0]?.slice(-1) ?? '';
  return parts.every((part) => part.endsWith(last)) && whole === parts.map((part) => part.slice(0, -1)).join('') + last;
};

const compare = function* (
  total: IndexedClaim,
  parts: IndexedClaim[],
  name = shortName(total.claim),
  severity?: Severity,
): Generator<Outcome<Messages>> {
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
