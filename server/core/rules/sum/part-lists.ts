import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { normalizeName } from '../../claims/subject.ts';
import { liesBelow, meets, middle, width } from '../../figures/interval.ts';
import type { PartList } from '../part-whole/part-lists.ts';
import type { PassageContext } from '../rule.ts';
import { type Base, baseValues, between, sumOf, yearEarlier } from '../support.ts';
import { isSummand, type Sum } from './sum.ts';

/** 独角兽、准独角兽企业43家，其中独角兽企业7家、准独角兽企业36家; 开竣工16条，其中开工9条、竣工7条: the parts are all there are. */
export const coordinatedParts = function* (lists: readonly PartList[]): Generator<Sum> {
  for (const { whole, parts } of lists) {
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
    if (byName || byAction) yield { total: whole, parts };
  }
};

/** 开竣工 joins 开工 and 竣工, 新改建 joins 新建 and 改建. */
const isCompound = (whole: string, parts: string[]): boolean => {
  const last = parts[0]?.slice(-1) ?? '';
  return parts.every((part) => part.endsWith(last)) && whole === parts.map((part) => part.slice(0, -1)).join('') + last;
};

const improves = /^(?:改造|提升|改建|扩建|改扩建|修缮|维修|整治|改造提升|提升改造|提质改造)$/;

/** What is new is neither what was improved nor what went on. */
const areExclusive = (one = '', other = ''): boolean =>
  (one === '新建' && improves.test(other)) || (/^新?开工$/.test(one) && /^续建$/.test(other));

/** 建设高标准农田2.8万亩，其中新建1.9万亩、改造提升0.9万亩; 项目186个，其中新开工58个、续建128个. */
export const madeOrImproved = function* (lists: readonly PartList[]): Generator<Sum> {
  for (const { whole, parts } of lists) {
    const [one, other] = parts.map(({ claim }) => claim.action);
    if (parts.length !== 2 || ![whole, ...parts].every(isSummand) || !(areExclusive(one, other) || areExclusive(other, one))) continue;
    if (parts.some(({ claim }) => claim.unit !== whole.claim.unit || claim.status !== whole.claim.status)) continue;
    if (liesBelow(whole.claim.interval, sumOf(parts))) yield { total: whole, parts };
  }
};

/** Kinds of which nothing is two at once: 风电, 光伏 of power plants, 小学, 初中 of schools. Groups of people may overlap. */
const exclusive =
  /^(?:幼儿园|学前教育|小学|初中|(?:普通)?高中)(?:学位)?$|^(?:风电|(?:光伏|光热|太阳能)(?:及|和|、)?(?:光伏|光热)?|水电|火电|煤电|核电|气电|生物质(?:发电)?|抽水蓄能)(?:总?装机(?:容量|规模)?|并网|发电量?|项目)?$/;

/** 装机1484万千瓦，其中风电912万千瓦、光伏及光热572万千瓦: together they are no more than the whole. */
export const exclusiveParts = function* (lists: readonly PartList[]): Generator<Sum> {
  for (const { whole, parts } of lists) {
    if (parts.length < 2 || ![whole, ...parts].every(isSummand) || new Set(parts.map(({ claim }) => claim.name)).size < parts.length)
      continue;
    if (!parts.every(({ claim }) => exclusive.test(claim.name) && claim.status === whole.claim.status)) continue;
    // A part alone above the whole is for `part-whole`.
    if (liesBelow(whole.claim.interval, sumOf(parts)) && !parts.some(({ claim }) => liesBelow(whole.claim.interval, claim.interval)))
      yield { total: whole, parts };
  }
};

/** A sum known to this share of itself proves that nothing was left out. */
const precise = 0.01;

/** 新能源装机中，风电…、光伏…、生物质…: the parts are all there are if last year's added up. */
export const partsAsLastYear = function* (context: PassageContext, lists: readonly PartList[]): Generator<Sum> {
  const { text } = context.passage.passage;
  const led = ledList(context);
  for (const { whole, parts } of [...lists, ...(led ? [led] : [])]) {
    const { period } = whole.claim;
    const last = parts.at(-1) as IndexedClaim;
    if (parts.length < 2 || !period || ![whole, ...parts].every(isSummand) || /^等/.test(text.slice(last.claim.end))) continue;
    if (parts.some((part) => part.claim.status !== whole.claim.status || !samePeriod(part.claim.period, period))) continue;
    const earlier = (entry: IndexedClaim): Base | undefined => baseValues(context, entry, yearEarlier(period))[0];
    const base = earlier(whole);
    const bases = parts.flatMap((part) => earlier(part) ?? []);
    if (!base || bases.length < parts.length || bases.some(({ claim }) => claim.bound !== 'exact' || claim.values.length > 1)) continue;
    const all = sumOf(bases);
    if (meets(all, base.claim.interval) && width(all) < precise * middle(all)) yield { total: whole, parts, severity: 'warning' };
  }
};

/** X中，A…、B…、C…: the whole is named at the head of the sentence and stated elsewhere. */
const ledList = ({ claims, passage, index }: PassageContext): PartList | undefined => {
  const { text } = passage.passage;
  const head = /^(?:在)?([\u4e00-\u9fff]{3,12})[中里][,:]?/.exec(text);
  const [first] = claims;
  if (!head?.[1] || !first || /[,;:。]/.test(text.slice(head[0].length, first.claim.start))) return undefined;
  const parts: IndexedClaim[] = [];
  for (const next of claims) {
    const previous = parts.at(-1);
    if (next.claim.unit !== first.claim.unit || (previous && /[,;:。]/.test(between(previous, next)))) break;
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
