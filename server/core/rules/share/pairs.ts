import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { ownScopeOf } from '../../claims/region.ts';
import { normalizeName, subjectKey } from '../../claims/subject.ts';
import { liesBelow } from '../../figures/interval.ts';
import { printedValue } from '../../figures/printed.ts';
import type { PassageContext } from '../rule.ts';
import { between, figureBeside, isAdded, isLevel } from '../support.ts';

interface Pair {
  part: IndexedClaim;
  whole: IndexedClaim;
}

/** The pairs of levels that a percentage may be the quotient of, the likeliest first. */
export const quotientPairs = (context: PassageContext, entry: IndexedClaim): Pair[] => {
  const before = context.claims.filter((other) => other.order < entry.order && isLevel(other));
  const text = context.passage.passage.text;
  return planned(before, entry) ?? solved(before, text, entry) ?? among(before, entry) ?? shareOf(context, entry);
};

const isAlike = (a: IndexedClaim, b: IndexedClaim): boolean => a.claim.dimension === b.claim.dimension;

/** 完成投资A，为年度计划B的p%; A个，占全县B个行政村的p%: undefined where the sentence is not of this make, nothing where its parts are unclear. */
const planned = (levels: readonly IndexedClaim[], entry: IndexedClaim): Pair[] | undefined => {
  const [before, whole] = levels.slice(-2);
  if (!before || !whole) return undefined;
  const behind = between(whole, entry);
  const isOfAll = before.claim.unit === whole.claim.unit && /^[,、](?:约)?占(?:全[省市区县州])?$/.test(between(before, whole));
  if (isOfAll && /^[\u4e00-\u9fff]{2,6}的$/.test(behind)) return [{ part: before, whole }];
  if (behind !== '的') return undefined;
  const part = levels.findLast((other) => other !== whole && isAlike(other, whole));
  return part && /[为占]|完成/.test(between(part, whole)) ? [{ part, whole }] : [];
};

const known = /^(?:办结|解决|完成|办理|落实|整改|化解|兑现|开工|竣工|投产|签约|合格|达标|回复|满意|成功)$/;
const solvedRate = /(?:^|[,、])[\u4e00-\u9fff]{0,6}?([\u4e00-\u9fff]{2})率(?:达到?|为|是)?$/;

/** 收集A个，解决B个，解决率p% */
const solved = (levels: readonly IndexedClaim[], text: string, { claim }: IndexedClaim): Pair[] | undefined => {
  const rate = solvedRate.exec(text.slice(Math.max(0, claim.start - 40), claim.start));
  const [whole, part] = levels.slice(-2);
  if (!rate || !whole || !part) return undefined;
  const clause = between(whole, part);
  const done = rate[1] as string;
  // 新增就业1.2万人，实现再就业3000人，就业率95%: a rate far from what the two make is of others.
  const made = (printedValue(part.claim) / printedValue(whole.claim)) * 100;
  const isNear = made < 2 * (claim.values[0] as number) && made > (claim.values[0] as number) / 2;
  return isAlike(whole, part) &&
    !/[;。]|新增|其中/.test(clause) &&
    (known.test(done) ? clause.includes(done.slice(0, 1)) : clause.includes(done) && isNear)
    ? [{ part, whole }]
    : [];
};

/** A个村中，…的有B个，占p%; 14个断面中优良断面12个，优良比例p% */
const among = (levels: readonly IndexedClaim[], entry: IndexedClaim): Pair[] | undefined => {
  const part = levels.at(-1);
  if (!part || entry.claim.whole) return undefined;
  const before = between(part, entry);
  const named = /^[,、]([\u4e00-\u9fff]{2,6})(?:比例|比重|占比|率)(?:达到?|为)?$/.exec(before)?.[1];
  if (!named && !/[,、](?:约)?占(?:比)?(?:为|达)?$/.test(before)) return undefined;
  // 床位4310张，净增184张，其中护理型2539张、占58.9%: more than was added is of all there are.
  const isTooLittle = (other: IndexedClaim): boolean => isAdded(other.claim) && liesBelow(other.claim.interval, part.claim.interval);
  const alike = exactFirst(levels.filter((other) => other !== part && isAlike(other, part) && other.claim.unit === part.claim.unit));
  const whole = alike.findLast((other) => !isTooLittle(other)) ?? alike.at(-1);
  const words = whole && between(whole, part);
  return whole && words && /[中里]/.test(words) && (!named || words.includes(named)) ? [{ part, whole }] : [];
};

const territoryIn = (whole: string): string | undefined => /^全[国省市区县州]/.exec(whole)?.[0];

/** 占全省发电量的12%: of another territory's. */
const isElsewhere = (territory: string | undefined, region: string): boolean =>
  territory !== undefined && !ownScopeOf(region).test(territory);

/** X占Y的比重: levels of X and of Y of the same time, those of the same sentence first. */
const shareOf = ({ index, claims }: PassageContext, entry: IndexedClaim): Pair[] => {
  const { claim, region } = entry;
  // 占…的比重由42.6%提高到43.2%: the whole stands with the first.
  const before = figureBeside(claims, entry, -1)?.claim;
  const isEnd = before?.role === 'from' && claim.role === 'to' && subjectKey(before) === subjectKey(claim);
  const { whole, wholeIndicator } = !claim.whole && isEnd ? before : claim;
  if (!whole || !claim.name) return [];
  if (isElsewhere(territoryIn(whole), region)) return [];
  const isOfThen = (other: IndexedClaim): boolean =>
    isLevel(other) && other.claim.status === claim.status && samePeriod(other.claim.period, claim.period) && other.region === entry.region;
  const nearFirst = (list: readonly IndexedClaim[]): IndexedClaim[] =>
    index.nearest(entry, list).sort((a, b) => Number(claims.includes(b)) - Number(claims.includes(a)));
  // 其中石化产业3126亿元，占工业产值的33.8%
  const isRightBefore = (other: IndexedClaim): boolean => other.order === entry.order - 1 && other.passage === entry.passage;
  const parts = nearFirst(
    index
      .about(entry)
      .filter(
        (other) =>
          isOfThen(other) &&
          (!other.claim.part || isRightBefore(other)) &&
          (other.claim.dimension.startsWith('money') || (isRightBefore(other) && isMeasured(other))),
      ),
  );
  const named = wholeIndicator ? index.ofSubject(entry.region, wholeIndicator.id) : index.named(entry.region, normalizeName(whole));
  const wholes = nearFirst(named.filter((other) => isOfThen(other) && !other.claim.part));
  return parts.flatMap((part) =>
    exactFirst(wholes.filter((whole) => whole !== part && isAlike(whole, part))).map((whole) => ({ part, whole })),
  );
};

const property =
  /(?:地区生产总值|生产总值|经济总量|GDP|营业收入|营收|总产值|产值|增加值|利润|税收|销售收入|进出口总额|进出口|出口|投资|用电量|产量)$/;

const output = /^(?:地区生产总值|生产总值|经济总量|GDP)$/;

/** 经开区营业收入324.6亿元，占规上工业的77.5%: the whole is measured by what the part is. */
export const sharedProperty = ({ index, claims }: PassageContext, entry: IndexedClaim): Pair[] => {
  const { claim } = entry;
  const part = figureBeside(claims, entry, -1);
  const measured = part && isLevel(part) && part.claim.bound === 'exact' ? property.exec(part.claim.name)?.[0] : undefined;
  if (!part || !measured || !claim.whole || property.test(claim.whole) || part.claim.status !== claim.status) return [];
  const territory = territoryIn(claim.whole);
  if (isElsewhere(territory, part.region)) return [];
  const owner = claim.whole.replace(/^全[省市区县州]/, '');
  // 省城经济总量7286亿元，占全省的31.6%
  const isOfAll = owner === '' && territory !== undefined && part.claim.name !== measured && output.test(measured);
  if (owner.length < 2 && !isOfAll) return [];
  const candidates = isOfAll
    ? index.ofSubject(part.region, 'gdp')
    : [owner, `${owner}企业`].flatMap((whole) => index.named(part.region, normalizeName(`${whole}${measured}`)));
  const wholes = candidates.filter(
    (other) =>
      other !== part &&
      isLevel(other) &&
      other.claim.bound === 'exact' &&
      other.claim.status !== 'target' &&
      isAlike(other, part) &&
      samePeriod(other.claim.period, part.claim.period),
  );
  return index.nearest(part, wholes).map((whole) => ({ part, whole }));
};

/** 就地消纳电量146.6亿千瓦时，占发电量的42.9%: what is measured, not counted — of counted things the whole may be others. */
const isMeasured = ({ claim: { dimension } }: IndexedClaim): boolean => /^(?:energy|power|mass|volume|area|visits)$/.test(dimension);

/** 突破千亿元 agrees with anything: it counts only where nothing else is known. */
const exactFirst = (entries: readonly IndexedClaim[]): readonly IndexedClaim[] => {
  const exact = entries.filter(({ claim }) => claim.bound === 'exact');
  return exact.length > 0 ? exact : entries;
};
