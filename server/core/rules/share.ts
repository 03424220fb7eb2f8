import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { isAdjusted, normalizeName, subjectKey } from '../claims/subject.ts';
import { add, divide, type Interval, meets, middle, scale, subtract } from '../figures/interval.ts';
import { printedValue } from '../figures/printed.ts';
import { type Outcome, type PassageContext, passageRule, type Report, type RulePage } from './rule.ts';
import { bare, baseValues, format, formatPercentRange, formatRange, relateClaim, reprinted, shortName, yearEarlier } from './support.ts';

type Messages = 'quotient' | 'points' | 'multiple' | 'difference' | 'fix';

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

export default passageRule<Messages>({
  id: 'share',
  title: { zh: '占比、完成率、倍数或差额与两数对不上', en: 'A share, completion rate, multiple or difference disagrees with its numbers' },
  severity: 'error',
  needs: 'text',
  messages: {
    quotient: {
      zh: '{name}{stated}：与两数对不上\n{part}÷{whole}＝{implied}%（计四舍五入{range}）\n请核三个数；若分子分母另有口径，请写明',
      en: '{name} {stated}: disagrees with its two numbers\n{part} ÷ {whole} = {implied}% (with rounding {range})\nCheck the three numbers',
    },
    points: {
      zh: '{name}{stated}：与前后两数之差对不上\n{to}－{from}＝{implied}（计四舍五入{range}）\n请核两数和差额',
      en: '{name} {stated}: not the difference of its two numbers\n{to} − {from} = {implied} (with rounding {range})\nCheck both and the difference',
    },
    multiple: {
      zh: '{name}{stated}：与两数之比对不上\n{to}÷{from}＝{implied}（计四舍五入{range}）\n请核两数和倍数',
      en: '{name} {stated}: not the quotient of its two numbers\n{to} ÷ {from} = {implied} (with rounding {range})\nCheck both and the multiple',
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
      if (claim.values.length > 1) continue;
      if (claim.kind === 'ratio' && claim.unit === '%') yield* checkQuotient(context, entry);
      else if (claim.kind === 'ratio' && claim.unit === '倍') yield* checkMultiple(context, entry);
      else if (claim.kind === 'point_change') yield* checkPoints(context, entry);
      else if (claim.role === 'difference' && claim.kind === 'level') yield* checkDifference(context, entry);
    }
  },
});

/** Part and whole of a percentage, where the sentence or the document states both. */
const checkQuotient = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const pairs = quotientPairs(context, entry).flatMap(({ part, whole }) => {
    const quotient = divide(part.claim.interval, whole.claim.interval);
    return quotient && Number.isFinite(middle(quotient)) ? [{ part, whole, implied: scale(quotient, 100) }] : [];
  });
  const [first] = pairs;
  if (!first) return;
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
    range: { start: entry.start, end: entry.end },
    claim: entry,
    against: `${part.printed}/${whole.printed}`,
    message: 'quotient',
    values: {
      name: labelOf(entry),
      stated: entry.printed,
      part: partNumber,
      whole: wholeNumber,
      implied: format(quotient, decimals),
      range: formatPercentRange(implied, decimals),
    },
    related: [part, whole].filter((other) => other.passage !== entry.passage).map((other) => relateClaim(other)),
    ...recomputed(entry, quotient),
  };
};

/** The fix: the stated figure as its two numbers give it. */
const recomputed = (entry: IndexedClaim, implied: number): Pick<Report<Messages>, 'fix'> => {
  const text = reprinted(entry, implied);
  if (text === undefined) return {};
  return { fix: { title: 'fix', values: { recomputed: text }, edits: [{ start: entry.start, end: entry.end, newText: text }] } };
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

const solvedRate =
  /(?:^|[,、])[\u4e00-\u9fff]{0,6}(办结|解决|完成|办理|落实|整改|化解|兑现|开工|竣工|投产|签约|合格|达标|回复|满意|成功)率(?:达到?|为|是)?$/;

/** 收集A个，解决B个，解决率p% */
const solved = (levels: readonly IndexedClaim[], text: string, { claim }: IndexedClaim): Pair[] | undefined => {
  const rate = solvedRate.exec(text.slice(Math.max(0, claim.start - 40), claim.start));
  const [whole, part] = levels.slice(-2);
  if (!rate || !whole || !part) return undefined;
  const clause = text.slice(whole.claim.end, part.claim.start);
  return isAlike(whole, part) && !/[;。]|新增|其中/.test(clause) && clause.includes((rate[1] as string).slice(0, 1))
    ? [{ part, whole }]
    : [];
};

/** A个村中，…的有B个，占p% */
const among = (levels: readonly IndexedClaim[], text: string, { claim }: IndexedClaim): Pair[] | undefined => {
  const part = levels.at(-1);
  if (!part || claim.whole || !/[,、](?:约)?占(?:比)?(?:为|达)?$/.test(text.slice(Math.max(0, claim.start - 4), claim.start)))
    return undefined;
  const whole = levels.findLast((other) => other !== part && isAlike(other, part) && other.claim.unit === part.claim.unit);
  return whole && /[中里]/.test(text.slice(whole.claim.end, part.claim.start)) ? [{ part, whole }] : [];
};

/** X占Y的比重: levels of X and of Y of the same time, those of the same sentence first. */
const shareOf = ({ index, claims }: PassageContext, entry: IndexedClaim): Pair[] => {
  const { claim } = entry;
  // 占…的比重由42.6%提高到43.2%: the whole stands with the first.
  const before = claims.find(({ order, passage }) => order === entry.order - 1 && passage === entry.passage)?.claim;
  const isEnd = before?.role === 'from' && claim.role === 'to' && subjectKey(before) === subjectKey(claim);
  const { whole, wholeIndicator } = !claim.whole && isEnd ? before : claim;
  if (!whole || !claim.name) return [];
  const isOfThen = (other: IndexedClaim): boolean =>
    isLevel(other) && other.claim.status === claim.status && samePeriod(other.claim.period, claim.period) && other.region === entry.region;
  const nearFirst = (list: readonly IndexedClaim[]): IndexedClaim[] =>
    index.nearest(entry, list).sort((a, b) => Number(claims.includes(b)) - Number(claims.includes(a)));
  // 其中石化产业3126亿元，占工业产值的33.8%
  const isRightBefore = (other: IndexedClaim): boolean => other.order === entry.order - 1 && other.passage === entry.passage;
  const parts = nearFirst(
    index
      .about(entry)
      .filter((other) => isOfThen(other) && (!other.claim.part || isRightBefore(other)) && other.claim.dimension.startsWith('money')),
  );
  const named = wholeIndicator ? index.ofSubject(entry.region, wholeIndicator.id) : index.named(entry.region, normalizeName(whole));
  const wholes = nearFirst(named.filter((other) => isOfThen(other) && !other.claim.part));
  return parts.flatMap((part) => wholes.filter((all) => all !== part && isAlike(all, part)).map((all) => ({ part, whole: all })));
};

/** 由a到b…提高n个百分点, or this year's rate against last year's, n points beside it. */
const checkPoints = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const { claim } = entry;
  if (claim.comparison?.other || claim.comparison?.average || claim.bound !== 'exact' || claim.role !== 'value') return;
  const isRate = (other: IndexedClaim): boolean =>
    (other.claim.kind === 'ratio' || other.claim.kind === 'change') &&
    other.claim.unit === '%' &&
    other.claim.role !== 'from' &&
    other.claim.values.length === 1 &&
    // 增长7.2%，完成7%的目标，加快0.8个百分点
    (other.claim.status !== 'target' || claim.status === 'target') &&
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
  if (!to || !(isSpan || samePeriod(to.claim.period, claim.period)) || to.claim.comparison?.average || isAdjusted(to.claim)) return;
  // 比重提高 speaks of the share, 增速加快 of the growth.
  const wantsShare = /比重|占比/.test(claim.aspect) || claim.whole !== '';
  const wantsGrowth = /增速|增幅|涨幅/.test(claim.aspect);
  if ((wantsShare && to.claim.kind !== 'ratio') || (wantsGrowth && to.claim.kind !== 'change')) return;
  if (claim.period === null) return;
  const base = from
    ? { claim: from.claim, printed: from.printed, place: '', related: relateClaim(from) }
    : baseValues(context, to, claim.comparison?.period ?? yearEarlier(claim.period))[0];
  if (!base) return;
  const implied: Interval = subtract(to.claim.interval, base.claim.interval);
  if (!Number.isFinite(middle(implied))) return;
  if (meets(implied, claim.interval)) {
    yield { agree: [entry, to] };
    return;
  }
  const decimals = Math.min(claim.step, to.claim.step, base.claim.step) < 0.1 ? 2 : 1;
  yield {
    range: { start: entry.start, end: entry.end },
    claim: entry,
    against: base.printed,
    message: 'points',
    ...(!from && !('certain' in base && base.certain) && { severity: 'warning' as const }),
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: base.place ? `${base.printed}（${base.place}）` : base.printed,
      implied: format(middle(implied), decimals),
      range: formatRange(implied, 2),
    },
    related: [base.related],
    ...recomputed(entry, middle(implied)),
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
    range: { start: entry.start, end: entry.end },
    claim: entry,
    against: base.printed,
    message: 'multiple',
    ...(!base.certain && { severity: 'warning' as const }),
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

/** 比2020年的64个多44个, 由5家增至7家、增加2家 */
const checkDifference = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const { claim } = entry;
  if (claim.bound !== 'exact' || claim.period === null || claim.comparison?.other) return;
  const alike = context.claims.filter(
    (other) =>
      other.order < entry.order &&
      other.claim.kind === 'level' &&
      other.claim.dimension === claim.dimension &&
      other.claim.role !== 'difference' &&
      subjectKey(other.claim) === subjectKey(claim) &&
      other.claim.bound === 'exact',
  );
  const to = alike.findLast((other) => other.claim.role !== 'from' && samePeriod(other.claim.period, claim.period));
  if (!to) return;
  const inSentence =
    alike.findLast((other) => other !== to && other.order > to.order) ?? alike.findLast((other) => other.claim.role === 'from');
  const base = inSentence
    ? { claim: inSentence.claim, printed: inSentence.printed, related: relateClaim(inSentence), certain: true }
    : baseValues(context, to, claim.comparison?.period ?? yearEarlier(claim.period))[0];
  if (!base) return;
  const difference = subtract(to.claim.interval, base.claim.interval);
  const stated = claim.interval;
  if (meets(difference, stated) || meets(scale(difference, -1), stated) || meets(add(difference, { low: 0, high: 0 }), stated)) return;
  yield {
    range: { start: entry.start, end: entry.end },
    claim: entry,
    against: base.printed,
    message: 'difference',
    ...(!base.certain && { severity: 'warning' as const }),
    values: {
      name: shortName(claim),
      stated: entry.printed,
      to: to.printed,
      from: base.printed,
      implied: format(middle(difference) / claim.factor, 2),
      unit: claim.unit,
    },
    related: [base.related],
  };
};
