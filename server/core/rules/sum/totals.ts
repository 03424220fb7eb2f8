import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import type { PassageContext } from '../rule.ts';
import { between, countOf, figureBeside, isAbout, isLevel, passageBeside } from '../support.ts';
import { isSummand, type Sum } from './sum.ts';

/** 合计N, 共N behind a list of the same unit. */
export const statedTotals = function* (entries: readonly IndexedClaim[]): Generator<Sum> {
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
      if (!isLevel(part) || part.claim.unit !== total.claim.unit) break;
      if (/[;。]/.test(between(part, entries[j + 1] as IndexedClaim))) break;
      parts.unshift(part);
    }
    if (parts.length >= 2 && parts.every((part) => !part.claim.part)) yield { total, parts, name: '合计' };
  }
};

const yearsInAll = /(?:^|[,、])(?:([二三四五])年)?(?:累计|合计|共|总计)(?:完成|实现|达到?|为)?$/;

/** 产量分别为…（五个数），五年累计761.2亿斤: one thing in each of the years, and in all. */
export const totalsOfYears = function* ({ claims, passage }: PassageContext): Generator<Sum> {
  for (const { items, claims: indexes } of passage.distributions) {
    const parts = indexes.flatMap((i) => claims[i] ?? []);
    const last = parts.at(-1);
    const total = last && figureBeside(claims, last, 1);
    if (!total || new Set(items).size !== 1 || parts.length < 3 || !isSummand(total)) continue;
    const said = yearsInAll.exec(between(last, total));
    const { period } = total.claim;
    const years = said?.[1] ? '一二三四五'.indexOf(said[1]) + 1 : period ? (period.to - period.from + 1) / 12 : 0;
    const isOne = parts.every((part) => isSummand(part) && part.claim.unit === total.claim.unit && isAbout(part.claim, total.claim));
    if (said && years === parts.length && isOne) yield { total, parts };
  }
};

const numberedTotal =
  /(?:^|[,;。])(?:[前这上述以]{0,2})([二两三四五六七八九])(?:大|项|类|种|个)([^,;。、\d]{1,8}?)(?:合计|共计|总计)(?:达到?|为|实现|完成)?$/;

/** 三大作物面积合计1820万亩, behind the three of them. */
export const numberedTotals = function* (context: PassageContext): Generator<Sum> {
  const { claims, passage, index } = context;
  const { text } = passage.passage;
  for (const [i, total] of claims.entries()) {
    if (total.claim.kind !== 'level' || !/[合共总]计/.test(text.slice(Math.max(0, total.claim.start - 6), total.claim.start))) continue;
    const [, number = '', what = ''] = numberedTotal.exec(text.slice(Math.max(0, total.claim.start - 20), total.claim.start)) ?? [];
    if (!number || !isSummand(total)) continue;
    const count = countOf(number);
    const listed = countedList(context, total, `${number}大${what}`, count);
    if (listed) {
      yield { total, parts: listed };
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
    const before = here.some(isPart) ? undefined : passageBeside(context, -1);
    const parts = (before && !passage.passage.opens ? index.in(before) : here).filter(isPart);
    const names = new Set(parts.map((part) => part.claim.name));
    // 增发国债项目63个、资金21.4亿元，特别国债项目38个、资金16.7亿元，两类资金合计…: the property alone names each.
    const isBare = parts.every((part) => part.claim.name === property) && !before;
    if (parts.length === count && (names.size === parts.length || isBare)) yield { total, parts, name: total.claim.name };
  }
};

/** 三大产业合计211亿元, behind 箱包、服装、家具三大产业分别实现营业收入…: the values that 分别 gave them. */
const countedList = (context: PassageContext, total: IndexedClaim, phrase: string, count: number): IndexedClaim[] | undefined => {
  const { passage, index, claims } = context;
  const previous = passage.passage.opens ? undefined : passageBeside(context, -1);
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
