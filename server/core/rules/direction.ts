import type { IndexedClaim } from '../claims/claim-index.ts';
import { liesBelow, meets, middle, scale } from '../figures/interval.ts';
import { heldAgainst, isOpposite } from './growth-rate.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import { differenceHeld } from './share/difference.ts';
import { pointsHeld } from './share/points.ts';
import { type Base, baseValues, between, periodName, priceBasis, shortName, yearEarlier } from './support.ts';

type Messages = 'against' | 'stands' | 'turned' | 'doubled' | 'negative';

const rankRisen = /(?:前移|上升|提升|跃升|攀升|晋升|进位|前进|升|进)(?:到|至|为)/;
const rankFallen = /(?:后移|下滑|下降|滑落|退|降|跌)(?:到|至|为)/;
const risen = /(?:提高|提升|上升|增加|增长|扩大|回升|攀升|增|升|扩|跃升|拓展|发展|延长|上涨)(?:到|至|为)/;
const fallen = /(?:下降|降低|减少|缩小|缩短|压减|压缩|回落|收窄|降|减|缩|下调|放缓)(?:到|至|为)/;
const risenTo = new RegExp(`${risen.source}$`);
const fallenTo = new RegExp(`${fallen.source}$`);

export const page: RulePage = {
  why: {
    zh: '“由40.5%提高到39.3%”“下降到更高的数”“增长－3.2%”，文字与数值方向相反，必有一处有误。',
    en: 'From 40.5% “up” to 39.3%, “down” to a higher value, growth of −3.2%: words and numbers contradict each other.',
  },
  setAside: { zh: '两数口径不同，且已注明。', en: 'The two numbers differ in scope, and the text says so.' },
  examples: {
    wrong: { draft: '常住人口城镇化率由81.5%提高到80.3%。' },
    right: { draft: '常住人口城镇化率由80.3%提高到81.5%，城乡居民收入倍差由1.43缩小到1.41。' },
  },
};

export default claimsRule<Messages>({
  id: 'direction',
  title: { zh: '升降方向与数值相反', en: 'Words of rise or fall against the numbers' },
  severity: 'error',
  needs: 'text',
  messages: {
    against: {
      zh: '{name}“{phrase}”：方向与数值相反\n{from}→{to}，数值{moved}，文字说{said}\n请核两数和用词',
      en: '{name} “{phrase}”: words and numbers go opposite ways\n{from} → {to} {moved} while the text says {said}\nCheck both numbers and the wording',
    },
    stands: {
      zh: '{name}“{phrase}”：与起点{from}相同\n文字说{said}，前后两数却一样\n请核两数，疑有一数未更新',
      en: '{name} “{phrase}”: the same as where it began\nThe text says {said}, both numbers are {from}\nCheck both; one may be last year’s',
    },
    turned: {
      zh: '{name}“{phrase}”：与上年数方向相反\n{to}，{when}{from}，见{place}：数值{moved}\n请核升降用词和两数',
      en: '{name} “{phrase}”: last year’s figure says the opposite\n{to} now, {from} before: {place}\nCheck the word and both numbers',
    },
    doubled: {
      zh: '{name}“{phrase}”：“下降”之后又有负号\n“下降{value}”已是减少，再加负号成了增加\n请去掉负号，或核升降',
      en: '{name} “{phrase}”: a minus sign behind a word of decline\n下降{value} says it already\nDrop the sign, or check the direction',
    },
    negative: {
      zh: '{name}“{phrase}”：增长用了负数\n负增长写“下降{value}”，不写“增长－{value}”\n请核符号和用词',
      en: '{name} “{phrase}”: growth with a negative number\nA decline is written 下降{value}\nCheck the sign and the wording',
    },
  },
  *check(context) {
    const { claims } = context;
    for (const entry of claims) {
      const found = againstLastYear(context, entry);
      if (found) yield found;
    }
    for (const [i, entry] of claims.entries()) {
      const found = signed(context, entry) ?? betweenEnds(claims[i - 1], entry) ?? fromLastYear(context, entry, claims[i - 1]);
      if (found) yield found;
    }
  },
});

/** 增长-3.2%, 下降-3.2% */
const signed = (context: PassageContext, entry: IndexedClaim): Report<Messages> | undefined => {
  const { claim } = entry;
  const sign = signBefore(text(entry), entry);
  return (
    sign && {
      range: context.locate(sign.start, claim.end),
      claim: entry,
      message: sign.falls ? 'doubled' : 'negative',
      values: {
        name: shortName(claim),
        phrase: text(entry).slice(sign.start, claim.end),
        value: text(entry).slice(claim.start, claim.end).replace(/^-/, ''),
      },
    }
  );
};

/** 由52家提高到48家 */
const betweenEnds = (from: IndexedClaim | undefined, to: IndexedClaim): Report<Messages> | undefined => {
  if (from?.claim.role !== 'from' || to.claim.role !== 'to') return undefined;
  if (from.claim.dimension !== to.claim.dimension || from.claim.kind !== to.claim.kind) return undefined;
  if (from.claim.values.length > 1 || to.claim.values.length > 1) return undefined;
  const words = between(from, to);
  if (/[;。]/.test(words) || words.length > 16) return undefined;
  // A rank that rises has a smaller number.
  const isRank = to.claim.kind === 'rank';
  const up = (isRank ? rankRisen : risen).test(words);
  const down = (isRank ? rankFallen : fallen).test(words);
  if (up === down) return undefined;
  const lower = isRank ? firstOf(to) < firstOf(from) : liesBelow(to.claim.interval, from.claim.interval);
  const higher = isRank ? firstOf(to) > firstOf(from) : liesBelow(from.claim.interval, to.claim.interval);
  const stands = to.printed === from.printed && to.claim.bound === 'exact' && from.claim.bound === 'exact';
  if (!stands && !(up === isRank ? higher : lower)) return undefined;
  return {
    claim: to,
    against: from.printed,
    message: stands ? 'stands' : 'against',
    values: {
      name: shortName(to.claim),
      phrase: words.replace(/^[^\u4e00-\u9fff]+/, '').slice(-6) + to.printed,
      from: from.printed,
      to: to.printed,
      moved: lower ? '变小' : '变大',
      said: up ? '提高' : '下降',
    },
  };
};

/** 覆盖率提高到41.8%, where last year's paper has 42.1%. */
const fromLastYear = (context: PassageContext, to: IndexedClaim, before: IndexedClaim | undefined): Report<Messages> | undefined => {
  const { claim } = to;
  if (claim.role !== 'to' || claim.status !== 'actual' || claim.bound !== 'exact' || claim.period === null || before?.claim.role === 'from')
    return undefined;
  if ((claim.kind !== 'level' && claim.kind !== 'ratio') || claim.values.length > 1) return undefined;
  const words = text(to).slice(Math.max(0, claim.start - 4), claim.start);
  const up = risenTo.test(words);
  if (up === fallenTo.test(words)) return undefined;
  const bases = baseValues(context, to, yearEarlier(claim.period)).filter(({ claim: base }) => base.bound === 'exact');
  const [base] = bases;
  const isTurned = ({ claim: { interval } }: Base): boolean =>
    up ? liesBelow(claim.interval, interval) : liesBelow(interval, claim.interval);
  if (!base || !bases.every(isTurned)) return undefined;
  return {
    claim: to,
    against: base.printed,
    message: 'turned',
    severity: 'warning',
    values: {
      name: shortName(claim),
      phrase: `${words.replace(/^[^\u4e00-\u9fff]+/, '').slice(-3)}${to.printed}`,
      to: to.printed,
      from: base.printed,
      when: periodName(base.claim.period, context.year),
      place: base.place,
      moved: up ? '变小' : '变大',
    },
    related: [base.related],
  };
};

const motion =
  /(?:增长|增加|上升|上涨|提高|提升|加快|回升|扩大|下降|减少|降低|回落|放缓|收窄|缩小|下滑|下跌|调高|调低|下调|多|少|增|减|高|低)(?:了|约|近)?$/;

const firstOf = ({ claim }: IndexedClaim): number => claim.values[0] as number;

interface Turned {
  to: IndexedClaim;
  base: Pick<Base, 'claim' | 'printed' | 'related'> & { place?: string };
  certain: boolean;
}

/** 下降15.7%, 加快0.2个百分点, 增加6.3万人 where last year's figure makes it as much the other way. */
const againstLastYear = (context: PassageContext, entry: IndexedClaim): Report<Messages> | undefined => {
  const { claim } = entry;
  const word = motion.exec(text(entry).slice(Math.max(0, claim.start - 4), claim.start))?.[0];
  if (!word || claim.values.length > 1) return undefined;
  const turned =
    claim.kind === 'change'
      ? turnedGrowth(context, entry)
      : claim.kind === 'point_change'
        ? turnedPoints(context, entry)
        : claim.role === 'difference' && claim.kind === 'level' && claim.status !== 'target'
          ? turnedDifference(context, entry)
          : undefined;
  if (!turned) return undefined;
  const { to, base, certain } = turned;
  return {
    claim: entry,
    against: base.printed,
    message: 'turned',
    severity: certain ? undefined : 'warning',
    values: {
      name: shortName(to.claim),
      phrase: word + entry.printed,
      to: to.printed,
      from: base.printed,
      when: periodName(base.claim.period, context.year),
      place: base.place || '本句',
      moved: middle(to.claim.interval) < middle(base.claim.interval) ? '变小' : '变大',
    },
    related: [base.related],
  };
};

const text = ({ passage }: IndexedClaim): string => passage.passage.text;

const turnedGrowth = (context: PassageContext, entry: IndexedClaim): Turned | undefined => {
  const held = heldAgainst(context, entry);
  const [first] = held?.results ?? [];
  if (!held || !first || held.results.some(({ implied }) => meets(implied, entry.claim.interval))) return undefined;
  return isOpposite(entry, first.implied)
    ? { to: held.level, base: first.base, certain: first.base.certain && priceBasis(held.level.claim) === 'nominal' }
    : undefined;
};

const turnedPoints = (context: PassageContext, entry: IndexedClaim): Turned | undefined => {
  const held = pointsHeld(context, entry);
  if (!held || meets(held.implied, entry.claim.interval) || !meets(held.implied, scale(entry.claim.interval, -1))) return undefined;
  return held;
};

const turnedDifference = (context: PassageContext, entry: IndexedClaim): Turned | undefined => {
  const held = differenceHeld(context, entry);
  if (!held?.stated || meets(held.implied, held.stated) || !meets(scale(held.implied, -1), held.stated)) return undefined;
  return { ...held, certain: held.base.certain };
};

/** 增长-3.2%, 下降-3.2%: where the word stands, if the number behind it has a minus sign. */
const signBefore = (text: string, { claim }: IndexedClaim): { start: number; falls: boolean } | undefined => {
  if (claim.kind !== 'change' || text[claim.start] !== '-') return undefined;
  const word = /(?:同比|实际|名义)?(?:增长|增加|提高|上升|(下降|减少|降低|回落))(?:了|约|近)?$/.exec(
    text.slice(Math.max(0, claim.start - 8), claim.start),
  );
  return word ? { start: claim.start - word[0].length, falls: word[1] !== undefined } : undefined;
};
