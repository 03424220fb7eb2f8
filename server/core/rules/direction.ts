import type { IndexedClaim } from '../claims/claim-index.ts';
import { liesBelow } from '../figures/interval.ts';
import { passageRule, type RulePage } from './rule.ts';
import { shortName } from './support.ts';

const risen = /(?:提高|提升|上升|增加|增长|扩大|回升|攀升|增|升|扩|跃升|拓展|发展|延长|上涨)(?:到|至|为)/;
const fallen = /(?:下降|降低|减少|缩小|缩短|压减|压缩|回落|收窄|降|减|缩|下调|放缓)(?:到|至|为)/;

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

export default passageRule({
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
    const { text } = context.passage.passage;
    const { claims } = context;
    for (let i = 0; i < claims.length; i++) {
      const to = claims[i] as IndexedClaim;
      const sign = signBefore(text, to);
      if (sign) {
        yield {
          range: context.locate(sign.start, to.claim.end),
          claim: to,
          message: sign.falls ? 'doubled' : 'negative',
          values: {
            name: shortName(to.claim),
            phrase: text.slice(sign.start, to.claim.end),
            value: text.slice(to.claim.start, to.claim.end).replace(/^-/, ''),
          },
        };
        continue;
      }
      const from = claims[i - 1];
      if (
        from?.claim.role !== 'from' ||
        to.claim.role !== 'to' ||
        from.claim.dimension !== to.claim.dimension ||
        from.claim.kind !== to.claim.kind
      )
        continue;
      if (from.claim.values.length > 1 || to.claim.values.length > 1) continue;
      const between = text.slice(from.claim.end, to.claim.start);
      if (/[;。]/.test(between) || between.length > 16) continue;
      const up = risen.test(between);
      const down = fallen.test(between);
      if (up === down) continue;
      // A rank that rises has a smaller number.
      const isRank = to.claim.kind === 'rank';
      const lower = liesBelow(to.claim.interval, from.claim.interval);
      const higher = liesBelow(from.claim.interval, to.claim.interval);
      const stands = to.printed === from.printed && to.claim.bound === 'exact' && from.claim.bound === 'exact';
      const contradicts = stands || (isRank ? (up ? higher : lower) : up ? lower : higher);
      if (!contradicts) continue;
      yield {
        range: { start: to.start, end: to.end },
        claim: to,
        against: from.printed,
        message: stands ? 'stands' : 'against',
        values: {
          name: shortName(to.claim),
          phrase: between.replace(/^[^\u4e00-\u9fff]+/, '').slice(-6) + to.printed,
          from: from.printed,
          to: to.printed,
          moved: lower ? '变小' : '变大',
          said: up ? '提高' : '下降',
        },
      };
    }
  },
});

/** 增长-3.2%, 下降-3.2%: where the word stands, if the number behind it has a minus sign. */
const signBefore = (text: string, { claim }: IndexedClaim): { start: number; falls: boolean } | undefined => {
  if (claim.kind !== 'change' || text[claim.start] !== '-') return undefined;
  const word = /(?:同比|实际|名义)?(?:增长|增加|提高|上升|(下降|减少|降低|回落))(?:了|约|近)?$/.exec(
    text.slice(Math.max(0, claim.start - 8), claim.start),
  );
  return word ? { start: claim.start - word[0].length, falls: word[1] !== undefined } : undefined;
};
