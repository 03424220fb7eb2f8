import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { ownScopeOf } from '../claims/region.ts';
import { actionClass, isAdjusted, normalizeName, subjectKey } from '../claims/subject.ts';
import { add, divide, type Interval, liesBelow, meets, middle, scale, subtract } from '../figures/interval.ts';
import { printedValue } from '../figures/printed.ts';
import { claimsRule, type Outcome, type PassageContext, type Report, type RulePage } from './rule.ts';
import {
  type Base,
  bare,
  baseOfFact,
  baseValues,
  clauseBefore,
  format,
  formatPercentRange,
  formatRange,
  isStock,
  relateClaim,
  reprinted,
  shortName,
  yearEarlier,
} from './support.ts';

type Messages = 'quotient' | 'structure' | 'yield' | 'completion' | 'points' | 'multiple' | 'more' | 'difference' | 'fix';

export const page: RulePage = {
  why: {
    zh: '占比、完成率、办结率、倍数、“增加N个百分点”都可由文中两个数算出；计及四舍五入后仍不相符的，必有一数有误。',
    en: 'Shares, rates of completion, multiples and differences follow from two numbers of the text; where they do not, with rounding allowed for, one of the three is wrong.',
  },
  setAside: {
    zh: '分子分母与文中所列两数口径不同，且已注明。',
    en: 'Numerator and denominator differ in scope from the two numbers, and the text says so.',
  },
  examples: {
    wrong: { draft: '完成投资186.3亿元，为年度计划120.5亿元的145.6%。' },
    right: { draft: '完成投资186.3亿元，为年度计划120.5亿元的154.6%。' },
  },
};

export default claimsRule<Messages>({
  id: 'share',
  title: { zh: '占比、完成率、倍数或差额与两数对不上', en: 'A share, completion rate, multiple or difference disagrees with its numbers' },
  severity: 'error',
  needs: 'text',
  messages: {
    quotient: {
      zh: '{name}{stated}：与两数对不上\n{part}÷{whole}＝{implied}%（计四舍五入{range}）\n请核三个数；若分子分母另有口径，请写明',
      en: '{name} {stated}: disagrees with its two numbers\n{part} ÷ {whole} = {implied}% (with rounding {range})\nCheck the three numbers',
    },
    yield: {
      zh: '{name}{stated}：与产量、面积对不上\n{part}÷{whole}＝{implied}（计四舍五入{range}）\n请核三个数和口径',
      en: '{name} {stated}: disagrees with output and area\n{part} ÷ {whole} = {implied} (with rounding {range})\nCheck the three numbers',
    },
    completion: {
      zh: '{name}为目标的{stated}：与目标对不上\n{part}÷{whole}＝{implied}%（计四舍五入{range}）；目标{target}，见{place}\n请核实绩和完成率；若所指为另一目标，请写明',
      en: '{name}, {stated} of its target: disagrees with the target\n{part} ÷ {whole} = {implied}% (with rounding {range}); target {target}: {place}\nCheck result and rate; if another target is meant, say so',
    },
    points: {
      zh: '{name}{stated}：与前后两数之差对不上\n{to}－{from}＝{implied}（计四舍五入{range}）\n请核两数和差额',
      en: '{name} {stated}: not the difference of its two numbers\n{to} − {from} = {implied} (with rounding {range})\nCheck both and the difference',
    },
    multiple: {
      zh: '{name}{stated}：与两数之比对不上\n{to}÷{from}＝{implied}（计四舍五入{range}）\n请核两数和倍数',
      en: '{name} {stated}: not the quotient of its two numbers\n{to} ÷ {from} = {implied} (with rounding {range})\nCheck both and the multiple',
    },
    more: {
      zh: '{name}增长{stated}：与前后两数对不上\n{to}÷{from}－1＝{implied}（计四舍五入{range}）；增长N倍是增加到N＋1倍\n请核两数和倍数',
      en: '{name} grew by {stated}: not what its two numbers give\n{to} ÷ {from} − 1 = {implied} (with rounding {range})\nCheck both and the multiple',
    },
    structure: {
      zh: '三次产业结构{stated}：与增加值对不上\n{part}÷{whole}＝{implied}%，文中为{share}\n疑沿用了往年的结构，请统计局核',
      en: 'Structure {stated}: disagrees with the value added\n{part} ÷ {whole} = {implied}%, the text has {share}\nIt may be an earlier year’s; check',
    },
    difference: {
      zh: '{name}{stated}：与前后两数之差对不上\n{to}－{from}＝{implied}{unit}\n请核两数和差额',
      en: '{name} {stated}: not the difference of its two numbers\n{to} − {from} = {implied} {unit}\nCheck both and the difference',
    },
    fix: { zh: '按两数重算，改为{recomputed}', en: 'Recompute from the two numbers: {recomputed}' },
  },
  *check(context) {
    for (const entry of context.claims) {
      const { claim } = entry;
      yield* checkStructure(context, entry);
      if (claim.values.length > 1) continue;
      if (claim.kind === 'ratio' && claim.unit === '%') yield* checkQuotient(context, entry);
      else if (claim.kind === 'ratio' && claim.unit === '倍') {
        yield* checkMultiple(context, entry);
        yield* checkTimesMore(context, entry);
      } else if (claim.kind === 'point_change') yield* checkPoints(context, entry);
      else if (claim.role === 'difference' && claim.kind === 'level') yield* checkDifference(context, entry);
      else if (claim.kind === 'level' && claim.dimension === 'mass') yield* checkYield(context, entry);
    }
  },
});

/** Part and whole of a percentage, where the sentence or the document states both. */
const checkQuotient = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
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

const ofTarget = /(?:为|完成|占|(?<!下)达到?)(?:了)?(?:全年|年度|年初|本年)?(?:预期)?(?:目标|计划|任务){1,2}的$/;

/** 新增就业3.9万人，为年度目标的107%: over the target that last year's paper set. */
const checkCompletion = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const { claim } = entry;
  const part = context.claims.find((other) => other.order === entry.order - 1);
  if (!part || !isLevel(part) || part.claim.status !== 'actual' || subjectKey(part.claim) !== subjectKey(claim)) return;
  if (!ofTarget.test(clauseBefore(context.passage.passage.text, claim.start))) return;
  const results = context.baseline
    .targets(part.region, part.claim)
    // 55万人以上: the rate is taken of the number that was set.
    .filter(({ claim: target }) => target.values.length === 1 && target.bound !== 'about')
    .flatMap((fact) => {
      const set = (fact.claim.values[0] as number) * fact.claim.factor;
      const quotient = divide(part.claim.interval, { low: set, high: set });
      return quotient ? [{ base: baseOfFact(fact), implied: scale(quotient, 100) }] : [];
    });
  const [first] = results;
  if (!first) return;
  if (results.some(({ implied }) => meets(implied, claim.interval))) {
    yield { agree: [entry, part] };
    return;
  }
  const { base, implied } = first;
  const [partNumber = '', wholeNumber = ''] = bare(part, base);
  yield {
    claim: entry,
    against: `${part.printed}/${base.printed}`,
    message: 'completion',
    severity: base.certain ? undefined : 'warning',
    values: {
      name: shortName(part.claim),
      stated: entry.printed,
      part: partNumber,
      whole: wholeNumber,
      implied: format((printedValue(part.claim) / printedValue(base.claim)) * 100),
      range: formatPercentRange(implied),
      target: base.printed,
      place: base.place,
    },
    related: [base.related],
  };
};

const perMu = /(?:平均)?(?:亩产|单产|亩均产量|每亩产量)$/;

/** 粮食平均亩产831斤: the output over the area sown. */
const checkYield = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
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

/** The fix: the stated figure as its two numbers give it. */
const recomputed = (entry: IndexedClaim, implied: number): Report<Messages>['fix'] => {
  const text = reprinted(entry, implied);
  return text === undefined ? undefined : { title: 'fix', values: { recomputed: text }, newText: text };
};

const labelOf = (entry: IndexedClaim): string => (entry.claim.whole ? `${shortName(entry.claim)}占比` : shortName(entry.claim));

interface Pair {
  part: IndexedClaim;
  whole: IndexedClaim;
}

/** The pairs of levels that a percentage may be the quotient of, the likeliest first. */
const quotientPairs = (context: PassageContext, entry: IndexedClaim): Pair[] => {
  const before = context.claims.filter((other) => other.order < entry.order && isLevel(other));
  const text = context.passage.passage.text;
  return planned(before, text, entry) ?? solved(before, text, entry) ?? among(before, text, entry) ?? shareOf(context, entry);
};

const isLevel = ({ claim }: IndexedClaim): boolean => claim.kind === 'level' && claim.role !== 'difference' && claim.values.length === 1;

const isAlike = (a: IndexedClaim, b: IndexedClaim): boolean => a.claim.dimension === b.claim.dimension;

/** 完成投资A，为年度计划B的p%: undefined where the sentence is not of this make, nothing where its parts are unclear. */
const planned = (levels: readonly IndexedClaim[], text: string, { claim }: IndexedClaim): Pair[] | undefined => {
  const whole = levels.at(-1);
  if (!whole || levels.length < 2 || text.slice(whole.claim.end, claim.start) !== '的') return undefined;
  const part = levels.findLast((other) => other !== whole && isAlike(other, whole));
  return part && /[为占]|完成/.test(text.slice(part.claim.end, whole.claim.start)) ? [{ part, whole }] : [];
};

const known = /^(?:办结|解决|完成|办理|落实|整改|化解|兑现|开工|竣工|投产|签约|合格|达标|回复|满意|成功)$/;
const solvedRate = /(?:^|[,、])[\u4e00-\u9fff]{0,6}?([\u4e00-\u9fff]{2})率(?:达到?|为|是)?$/;

/** 收集A个，解决B个，解决率p% */
const solved = (levels: readonly IndexedClaim[], text: string, { claim }: IndexedClaim): Pair[] | undefined => {
  const rate = solvedRate.exec(text.slice(Math.max(0, claim.start - 40), claim.start));
  const [whole, part] = levels.slice(-2);
  if (!rate || !whole || !part) return undefined;
  const clause = text.slice(whole.claim.end, part.claim.start);
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
const among = (levels: readonly IndexedClaim[], text: string, { claim }: IndexedClaim): Pair[] | undefined => {
  const part = levels.at(-1);
  if (!part || claim.whole) return undefined;
  const before = text.slice(part.claim.end, claim.start);
  const named = /^[,、]([\u4e00-\u9fff]{2,6})(?:比例|比重|占比|率)(?:达到?|为)?$/.exec(before)?.[1];
  if (!named && !/[,、](?:约)?占(?:比)?(?:为|达)?$/.test(before)) return undefined;
  // 床位4310张，净增184张，其中护理型2539张、占58.9%: more than was added is of all there are.
  const isTooLittle = (other: IndexedClaim): boolean =>
    /^(?:new|net)$/.test(actionClass(other.claim)) && liesBelow(other.claim.interval, part.claim.interval);
  const alike = exactFirst(levels.filter((other) => other !== part && isAlike(other, part) && other.claim.unit === part.claim.unit));
  const whole = alike.findLast((other) => !isTooLittle(other)) ?? alike.at(-1);
  const between = whole && text.slice(whole.claim.end, part.claim.start);
  return whole && between && /[中里]/.test(between) && (!named || between.includes(named)) ? [{ part, whole }] : [];
};

const territoryIn = (whole: string): string | undefined => /^全[国省市区县州]/.exec(whole)?.[0];

/** 占全省发电量的12%: of another territory's. */
const isElsewhere = (territory: string | undefined, region: string): boolean =>
  territory !== undefined && !ownScopeOf(region).test(territory);

/** X占Y的比重: levels of X and of Y of the same time, those of the same sentence first. */
const shareOf = ({ index, claims }: PassageContext, entry: IndexedClaim): Pair[] => {
  const { claim, region } = entry;
  // 占…的比重由42.6%提高到43.2%: the whole stands with the first.
  const before = claims.find(({ order, passage }) => order === entry.order - 1 && passage === entry.passage)?.claim;
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
          (other.claim.dimension.startsWith('money') || (isRightBefore(other) && isAmount(other))),
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
const sharedProperty = ({ index, claims }: PassageContext, { claim, order }: IndexedClaim): Pair[] => {
  const part = claims.find((other) => other.order === order - 1);
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
const isAmount = ({ claim: { dimension } }: IndexedClaim): boolean => /^(?:energy|power|mass|volume|area|visits)$/.test(dimension);

/** 突破千亿元 agrees with anything: it counts only where nothing else is known. */
const exactFirst = (entries: readonly IndexedClaim[]): readonly IndexedClaim[] => {
  const exact = entries.filter(({ claim }) => claim.bound === 'exact');
  return exact.length > 0 ? exact : entries;
};

/** Two rates and the points between them, as the text or last year’s paper has them. */
interface PointsHeld {
  to: IndexedClaim;
  base: Pick<Base, 'claim' | 'printed' | 'place' | 'related'>;
  implied: Interval;
  /** Both stand in the sentence, or on a sheet. */
  certain: boolean;
}

/** 由a到b…提高n个百分点, or this year's rate against last year's, n points beside it. */
export const pointsHeld = (context: PassageContext, entry: IndexedClaim): PointsHeld | undefined => {
  const { claim } = entry;
  if (claim.comparison?.other || claim.comparison?.average || claim.bound !== 'exact' || claim.role !== 'value') return undefined;
  // 高于5%的预期目标0.2个百分点
  if (/(?:目标|预期|计划)(?:值|数)?[高低快慢]?$/.test(clauseBefore(context.passage.passage.text, claim.start))) return undefined;
  const isRate = (other: IndexedClaim): boolean =>
    (other.claim.kind === 'ratio' || other.claim.kind === 'change') &&
    other.claim.unit === '%' &&
    other.claim.role !== 'from' &&
    other.claim.values.length === 1 &&
    // 增长5.2%，略低于5.5%左右的预期目标，比上年回落…: not what was planned.
    (other.claim.status === 'target') === (claim.status === 'target') &&
    subjectKey(other.claim) === subjectKey(claim);
  const from = context.claims.findLast(
    (other) =>
      other.order < entry.order && other.claim.role === 'from' && other.claim.unit === '%' && subjectKey(other.claim) === subjectKey(claim),
  );
  const to =
    context.claims.findLast((other) => other.order < entry.order && isRate(other)) ??
    (from &&
      context.index
        .about(entry)
        .find(
          (other) =>
            isRate(other) &&
            other.claim.kind === from.claim.kind &&
            other.claim.status === 'actual' &&
            samePeriod(other.claim.period, claim.period),
        )) ??
    reachedBehind(context, entry);
  // 由A提高到B，提高N个百分点 over five years: the ends are of single years.
  const isSpan = from !== undefined && to?.claim.role === 'to' && to.order === from.order + 1;
  if (!to || !(isSpan || samePeriod(to.claim.period, claim.period)) || to.claim.comparison?.average || isAdjusted(to.claim))
    return undefined;
  // 比重提高 speaks of the share, 增速加快 of the growth.
  const wantsShare = /比重|占比/.test(claim.aspect) || claim.whole !== '';
  const wantsGrowth = /增速|增幅|涨幅/.test(claim.aspect);
  if ((wantsShare && to.claim.kind !== 'ratio') || (wantsGrowth && to.claim.kind !== 'change')) return undefined;
  if (claim.period === null) return undefined;
  const found = from ? undefined : baseValues(context, to, claim.comparison?.period ?? yearEarlier(claim.period))[0];
  const base = from ? { claim: from.claim, printed: from.printed, place: '', related: relateClaim(from) } : found;
  if (!base) return undefined;
  const implied: Interval = subtract(to.claim.interval, base.claim.interval);
  return Number.isFinite(middle(implied)) ? { to, base, implied, certain: found?.certain ?? true } : undefined;
};

const checkPoints = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const held = pointsHeld(context, entry);
  if (!held) return;
  const { claim } = entry;
  const { to, base, implied, certain } = held;
  if (meets(implied, claim.interval)) {
    yield { agree: [entry, to] };
    return;
  }
  // The word alone is wrong: `direction` says so.
  if (meets(implied, scale(claim.interval, -1))) return;
  const decimals = Math.min(claim.step, to.claim.step, base.claim.step) < 0.1 ? 2 : 1;
  yield {
    claim: entry,
    against: base.printed,
    message: 'points',
    severity: certain ? undefined : 'warning',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: base.place ? `${base.printed}（${base.place}）` : base.printed,
      implied: format(middle(implied), decimals),
      range: formatRange(implied, 2),
    },
    related: [base.related],
    fix: recomputed(entry, middle(implied)),
  };
};

/** 提高2.5个百分点、达到64.5% */
const reachedBehind = ({ claims, passage }: PassageContext, entry: IndexedClaim): IndexedClaim | undefined =>
  claims.find(
    (other) =>
      other.order === entry.order + 1 &&
      other.claim.kind === 'ratio' &&
      other.claim.unit === '%' &&
      subjectKey(other.claim) === subjectKey(entry.claim) &&
      /^[,、](?:已?达到?|升至|降至|为)$/.test(passage.passage.text.slice(entry.claim.end, other.claim.start)),
  );

/** 是2022年的2.8倍 */
const checkMultiple = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const { claim, passage } = entry;
  const before = passage.passage.text.slice(Math.max(0, claim.start - 16), claim.start);
  if (!/(?:是|为|相当于|达到?)[^,;。]{2,12}的$/.test(before)) return;
  const to = context.claims.findLast(
    (other) =>
      other.order < entry.order &&
      other.claim.kind === 'level' &&
      other.claim.role !== 'difference' &&
      subjectKey(other.claim) === subjectKey(claim),
  );
  const period = claim.comparison?.period ?? claim.period;
  if (!to || !period || samePeriod(period, to.claim.period)) return;
  const base = baseValues(context, to, period)[0];
  const implied = base && divide(to.claim.interval, base.claim.interval);
  if (!base || !implied || meets(implied, claim.interval)) return;
  yield {
    claim: entry,
    against: base.printed,
    message: 'multiple',
    severity: base.certain ? undefined : 'warning',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: `${base.printed}（${base.place}）`,
      implied: format(printedValue(to.claim) / printedValue(base.claim), 2),
      range: formatRange(implied, 2),
    },
    related: [base.related],
  };
};

const grows = /(?:增长|增加|提高|扩大|提升)(?:了|约|近|超过?|达)?$/;

/** 由23家增加到61家，增长1.7倍: the quotient of its two ends less one. */
const checkTimesMore = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const { claim, passage } = entry;
  const { text } = passage.passage;
  const [from, to] = context.claims.filter(({ order }) => order === entry.order - 2 || order === entry.order - 1);
  if (!grows.test(text.slice(Math.max(0, claim.start - 6), claim.start)) || from?.claim.role !== 'from' || to?.claim.role !== 'to') return;
  if (![from, to].every((end) => isLevel(end) && subjectKey(end.claim) === subjectKey(claim) && end.claim.bound === 'exact')) return;
  if (from.claim.dimension !== to.claim.dimension || !/^[,、][^,;。\d]{0,8}$/.test(text.slice(to.claim.end, claim.start))) return;
  const quotient = divide(to.claim.interval, from.claim.interval);
  const implied = quotient && { low: quotient.low - 1, high: quotient.high - 1 };
  if (!implied || !Number.isFinite(middle(implied)) || implied.low <= 0) return;
  if (meets(implied, claim.interval)) {
    yield { agree: [entry, to] };
    return;
  }
  yield {
    claim: entry,
    against: `${to.printed}/${from.printed}`,
    message: 'more',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: from.printed,
      implied: format(printedValue(to.claim) / printedValue(from.claim) - 1, 2),
      range: formatRange(implied, 2),
    },
    related: [relateClaim(from), relateClaim(to)],
  };
};

const sectors = ['primary', 'secondary', 'tertiary'].map((sector) => `${sector}-industry-value-added`);
/** So many points each share may be off for the three to make 100. */
const leveling = 0.1;

/** 三次产业结构15.4:37.5:47.1, where the text has the value added of each. */
const checkStructure = function* ({ index }: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
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

/** A level, what it differs from, and by how much the text says so. */
interface DifferenceHeld {
  to: IndexedClaim;
  base: Pick<Base, 'claim' | 'printed' | 'related' | 'certain'> & { place?: string };
  /** From `base` to `to`. */
  implied: Interval;
  /** As the text says, with its sign; undefined where no word tells which way. */
  stated: Interval | undefined;
  /** Whether both stand in the sentence. */
  isInSentence: boolean;
}

/** 多减1.2亿元 is more, 少增200人 less, whichever way the thing itself goes. */
const more = /(?:多[\u4e00-\u9fff]{1,2}|增加|增长|提高|上升|(?<!少)增|多)(?:了|约|近|出)?$/;
const less = /(?:少[增减降][\u4e00-\u9fff]?|减少|下降|降低|压减|(?<!多)减|少)(?:了|约|近)?$/;
/** Words that say what a difference is from: not the plan that stands before it. */
const fromEarlier = /[比较](?:上年|去年|上一年|同期|20\d\d年)|同比/;

/** 比2020年的64个多44个, 由5家增至7家、增加2家, 比上年末减少2.8万人 */
export const differenceHeld = (context: PassageContext, entry: IndexedClaim): DifferenceHeld | undefined => {
  const { claim } = entry;
  if (claim.bound !== 'exact' || claim.period === null || claim.comparison?.other) return undefined;
  const alike = context.claims.filter(
    (other) =>
      other.order < entry.order &&
      other.claim.kind === 'level' &&
      other.claim.dimension === claim.dimension &&
      other.claim.role !== 'difference' &&
      subjectKey(other.claim) === subjectKey(claim) &&
      other.claim.bound === 'exact' &&
      !isWholeOfShare(context, other),
  );
  const before = withoutSiblings(clauseBefore(context.passage.passage.text, claim.start));
  const isPlan = (other: IndexedClaim): boolean =>
    (other.claim.status === 'target' && claim.status !== 'target') ||
    // 比年度计划40亿元多2.5亿元
    /比[^,;。]*(?:计划|目标)(?:的)?$/.test(clauseBefore(context.passage.passage.text, other.claim.start));
  const to = alike.findLast((other) => other.claim.role !== 'from' && !isPlan(other) && samePeriod(other.claim.period, claim.period));
  if (!to) return undefined;
  const inSentence =
    alike.findLast((other) => other !== to && other.order > to.order && !(isPlan(other) && fromEarlier.test(before))) ??
    alike.findLast((other) => other.claim.role === 'from');
  const base = inSentence
    ? { claim: inSentence.claim, printed: inSentence.printed, related: relateClaim(inSentence), certain: true }
    : baseValues(context, to, claim.comparison?.period ?? yearEarlier(claim.period))[0];
  if (!base) return undefined;
  const sign = more.test(before) ? 1 : less.test(before) ? -1 : undefined;
  return {
    to,
    base,
    implied: subtract(to.claim.interval, base.claim.interval),
    stated: sign && scale(claim.interval, sign),
    isInSentence: inSentence !== undefined,
  };
};

/** 占全长28.6公里的67.8%: what something is a share of. */
const isWholeOfShare = ({ claims, passage }: PassageContext, { claim, order }: IndexedClaim): boolean => {
  const next = claims.find((other) => other.order === order + 1);
  return next?.claim.kind === 'ratio' && passage.passage.text.slice(claim.end, next.claim.start) === '的';
};

/** 分别提高30元和300元: the word stands before the first of them. */
const withoutSiblings = (clause: string): string =>
  /分别/.test(clause) ? clause.replace(/(?<=[\u4e00-\u9fff])(?:[\d.]+[\u4e00-\u9fff]{1,4}[、和与及])+$/, '') : clause;

const checkDifference = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const held = differenceHeld(context, entry);
  if (!held) return;
  const { claim } = entry;
  const { to, base, implied, isInSentence } = held;
  // The word alone may be wrong (`direction`); what a stock gained or lost since last year is for `stock-flow`.
  if (meets(implied, claim.interval) || meets(scale(implied, -1), claim.interval) || (!isInSentence && isStock(to))) return;
  // 计划403亿元、比上年增加8亿元 below last year: `target-level` says so.
  if (claim.status === 'target' && !isInSentence && held.stated && held.stated.low > 0 && implied.high < 0) return;
  yield {
    claim: entry,
    against: base.printed,
    message: 'difference',
    severity: base.certain ? undefined : 'warning',
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: base.printed,
      implied: format(middle(implied) / claim.factor, 2),
      unit: claim.unit,
    },
    related: [base.related],
  };
};
