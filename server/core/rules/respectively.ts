import type { IndexedClaim } from '../claims/claim-index.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';

export const page: RulePage = {
  why: {
    zh: '“A、B、C分别为a、b、c”要求前后一一对应；少一个数，读者无从知道哪一项缺了。',
    en: '“A, B and C are a, b and c respectively” needs as many values as items; with one missing nobody can tell which.',
  },
  setAside: { zh: '“分别”之前的并列词合为一项。', en: 'The words joined before 分别 are one item.' },
  examples: {
    wrong: { draft: '新增家庭养老床位、公共托位、婴幼儿成长驿站分别为360张、800个。' },
    right: { draft: '新增家庭养老床位、公共托位、婴幼儿成长驿站分别为360张、800个、8家。' },
  },
};

export default claimsRule({
  id: 'respectively',
  title: { zh: '“分别”前后项数不等', en: '分别 with more items than values, or fewer' },
  severity: 'error',
  needs: 'text',
  messages: {
    single: {
      zh: '“分别”前{items}项，后面只有一个数\n前列：{list}；后列：{printed}\n疑漏写；各项都是这个数的，宜用“均”',
      en: '{items} items before 分别 but a single value\nItems: {list}; value: {printed}\nOne may be missing; if all have it, say 均',
    },
    mismatch: {
      zh: '“分别”前{items}项，后{values}个数：对应不上\n前列：{list}；后列：{printed}\n请补齐或改写',
      en: '{items} items before 分别 but {values} values\nItems: {list}; values: {printed}\nComplete or reword',
    },
  },
  *check(context) {
    yield* ofTimes(context);
    for (const distribution of context.passage.distributions) {
      const { items, claims } = distribution;
      if (items.length < 2 || items.length === claims.length) continue;
      const single = claims.length === 1 && !/^分别(?:为|达|是)/.test(context.passage.passage.text.slice(distribution.start));
      const entries = claims.map((claim) => context.claims[claim]);
      const [first] = entries;
      const last = entries.at(-1);
      if (!first || !last) continue;
      // 化学需氧量、氨氮分别下降2%: each of them by as much; but hardly two results to a decimal, 分别增长4.8%.
      if (single && (first.claim.kind !== 'change' || !(isResult(first) || differedLastYear(context, first)))) continue;
      const printed = entries.map((entry) => entry?.printed ?? '').join('、');
      yield {
        range: context.locate(distribution.start, last.claim.end),
        claim: first,
        against: `${items.join('、')}/${printed}`,
        ...(single
          ? { message: 'single', severity: isBehindList(context, first, items.length) ? ('warning' as const) : ('information' as const) }
          : { message: 'mismatch' }),
        values: {
          items: String(items.length),
          values: String(claims.length),
          list: items.join('、'),
          printed,
        },
      };
    }
  },
});

const part = '(?:一季度|上半年|前三季度|前\\d{1,2}个月|\\d{1,2}月份?|全年)';
const times = new RegExp(`(?<![\\u4e00-\\u9fff])(${part}(?:[、和与]${part})+)分别(?:增长|下降|上涨)$`);

/** 上半年、前三季度分别增长5.1%: one rate for several parts of the year, and no other behind it. */
const ofTimes = function* ({ claims, passage, locate }: PassageContext): Generator<Report<'single' | 'mismatch'>> {
  const { text } = passage.passage;
  if (!text.includes('分别')) return;
  for (const entry of claims) {
    const { claim } = entry;
    const before = text.slice(Math.max(0, claim.start - 40), claim.start);
    const list = claim.kind === 'change' && isResult(entry) ? times.exec(before)?.[1] : undefined;
    if (!list || !/^[,;。]/.test(text.slice(claim.end))) continue;
    const items = list.split(/[、和与]/);
    yield {
      range: locate(claim.start - (before.length - before.lastIndexOf('分别')), claim.end),
      claim: entry,
      against: `${list}/${entry.printed}`,
      message: 'single',
      severity: 'warning',
      values: { items: String(items.length), values: '1', list, printed: entry.printed },
    };
  }
};

const isResult = ({ claim }: IndexedClaim): boolean => claim.status === 'actual' && claim.step < 1;

/** 城镇、农村居民收入分别增长5%左右, where last year's plan had 5%、6.5% for the two. */
const differedLastYear = ({ baseline }: PassageContext, { claim, region }: IndexedClaim): boolean => {
  const [plan] = claim.status === 'target' ? baseline.targetsYearBefore(region, claim) : [];
  const next = plan && baseline.behind(plan)?.claim;
  return (
    next?.kind === claim.kind &&
    next.status === 'target' &&
    next.unit === claim.unit &&
    next.values[0] !== plan?.claim.values[0] &&
    next.name !== claim.name &&
    next.name.slice(-4) === claim.name.slice(-4)
  );
};

/** 收入40381元、23234元，分别增长4.5%: two values of two things, and a single rate right behind them. */
const isBehindList = ({ claims, passage }: PassageContext, rate: IndexedClaim, items: number): boolean => {
  const levels = claims.filter(({ order }) => order < rate.order && order >= rate.order - items);
  const [first] = levels;
  if (!first || levels.length < items || new Set(levels.map(({ claim }) => claim.name)).size < items) return false;
  const gaps = levels.map(({ claim }, i) => passage.passage.text.slice(claim.end, levels[i + 1]?.claim.start ?? rate.claim.start));
  return (
    levels.every(({ claim }) => claim.kind === 'level' && claim.unit === first.claim.unit) &&
    gaps.slice(0, -1).every((gap) => /^[、和]$/.test(gap)) &&
    /^[,、](?:同比|比上年)?分别(?:增长|下降|提高|增加)$/.test(gaps.at(-1) ?? '')
  );
};
