import type { IndexedClaim } from '../claims/claim-index.ts';
import { matchesIn } from '../text/matches.ts';
import { type PassageContext, passageRule, type RulePage } from './rule.ts';

type Messages = 'debris' | 'doubled' | 'lostUnit';

/** 4.45.0%, 5。2%, 5,.2%, 12..5亿元, 98.% */
const debris =
  /(?<![\d.])\d+\.\d+\.\d+(?=%|个?百分点|[万亿]|[元个家人户吨亩])|\d+(?:\.{2,}|[,。]\.|\.[,。]|。)\d+(?=%|个?百分点|[万亿]?[元吨亩人户])|(?<![\d.])\.\d+(?=%|个?百分点|[万亿]?元)|(?<![\d.,—~-])0\d+(?:\.\d+)?(?=%|个?百分点|[万亿]?元)|(?<![\d.])\d+\.(?=%|个?百分点|[万亿]元)(?<=[\u4e00-\u9fff]\d+\.)(?<![表图件栏章节条项]\d+\.)/g;
/** 亿亿元, 万万千瓦, %%, 元元, 个百分点百分点, 亿元亿元 */
const doubled =
  /\d(亿亿|万万(?=元|吨|人|千瓦|亩|平方|户|件|美元)|%{2,}|元元|亿元(?:亿|万)?元|万元(?:亿|万)元|个百分点(?:个?百分点|%)|%个百分点|个个(?!百分点)|家家|户户|亩亩|吨吨)/g;
const growth = /(?:增长|下降|上涨|提高|回落)$/;

export const page: RulePage = {
  why: {
    zh: '改数时新旧数字粘在一起（增长4.45.0%）、单位重复（亿亿元）、小数点打成句号（5。2%）、删掉了单位，读不成一个数。',
    en: 'Old and new digits run together, a unit is doubled, a full stop stands for the decimal point, or the unit was deleted.',
  },
  setAside: { zh: '不是数据，是编号、版本号等。', en: 'No figure but a number or version.' },
  examples: {
    wrong: { draft: '地区生产总值1326亿元，增长4.45.0%。' },
    right: { draft: '地区生产总值1326亿元，增长5.0%，平台升级到2.0.1版。' },
  },
};

export default passageRule<Messages>({
  id: 'malformed-figure',
  title: { zh: '残缺的数据', en: 'Debris of a figure' },
  severity: 'error',
  needs: 'text',
  messages: {
    debris: {
      zh: '“{phrase}”：不成一个数\n疑为改数时残留，或小数点、标点打错\n请对照原数重写',
      en: '“{phrase}”: not a number\nProbably left over from a change, or a slipped decimal point\nWrite it anew from its source',
    },
    doubled: {
      zh: '“{phrase}”：单位重复\n“{unit}”写了两遍或两个单位连写\n请核单位',
      en: '“{phrase}”: the unit is doubled\n{unit} stands twice\nCheck the unit',
    },
    lostUnit: {
      zh: '{name}“{phrase}”：缺单位\n{name}应有单位（如{unit}）\n请补上单位',
      en: '{name} “{phrase}”: the unit is missing\n{name} takes a unit such as {unit}\nAdd it',
    },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const match of matchesIn(text, debris)) {
      const end =
        /^[^万亿%元个家人户吨亩]*(?:个百分点|%|[万亿]?[元吨亩人户个家]?)/.exec(text.slice(match.index + match[0].length))?.[0].length ?? 0;
      yield {
        range: context.locate(match.index, match.index + match[0].length),
        against: match[0],
        message: 'debris',
        values: { phrase: text.slice(match.index, match.index + match[0].length + Math.min(end, 4)) },
      };
    }
    for (const match of matchesIn(text, doubled)) {
      const unit = match[1] as string;
      yield {
        range: context.locate(match.index + 1, match.index + match[0].length),
        against: match[0],
        message: 'doubled',
        values: { phrase: match[0], unit },
      };
    }
    for (const entry of context.claims) {
      const unit = lostUnit(context, entry);
      if (unit === undefined) continue;
      const { claim } = entry;
      yield {
        claim: entry,
        message: 'lostUnit',
        values: { name: claim.name.slice(0, 12) || '此数', phrase: text.slice(Math.max(0, claim.start - 2), claim.end), unit },
      };
    }
  },
});

/** The unit that a bare number should have: % of growth, last year's, or the catalogue's. */
const lostUnit = (context: PassageContext, entry: IndexedClaim): string | undefined => {
  const { text } = context.passage.passage;
  const { claim } = entry;
  if (!/^[万亿]*$/.test(claim.unit) || /^(?:rank|streak|threshold)$/.test(claim.kind) || claim.values.length > 1) return undefined;
  if (!/^\d[\d.,]*[万亿]?$/.test(text.slice(claim.start, claim.end)) || !/^(?:[,。;]|$)/.test(text.slice(claim.end))) return undefined;
  const isGrowth = growth.test(text.slice(Math.max(0, claim.start - 4), claim.start)) && claim.step < 1;
  if (claim.unit !== '') {
    // 规模5200万, where last year it was 4600万棒; 经营主体突破30万 is idiom.
    const full = claim.bound === 'exact' ? unitLastYear(context, entry) : undefined;
    return full && (isGrowth ? '%' : full);
  }
  if (isGrowth) return '%';
  const { indicator } = claim;
  const unit = indicator?.units.find(Boolean);
  return claim.carried || unit === '%' || indicator?.units.includes('') || indicator?.kind === 'index' ? undefined : unit;
};

/** The unit with which the year before prints the same thing, where the one here is but its magnitude. */
const unitLastYear = ({ baseline }: PassageContext, { claim, region }: IndexedClaim): string | undefined =>
  baseline
    .about(region, claim)
    .find(
      ({ claim: fact }) =>
        fact.kind === 'level' &&
        !/^(?:persons|visits|households)$/.test(fact.dimension) &&
        fact.unit.startsWith(claim.unit) &&
        fact.unit.length > claim.unit.length,
    )?.claim.unit;
