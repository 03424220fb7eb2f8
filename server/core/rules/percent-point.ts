import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import { between, clauseBefore, figureBeside, isAbout } from './support.ts';

type Messages = 'points' | 'percent' | 'level' | 'toPoints' | 'toPercent';

/** Rates and shares in per cent, whose changes are counted in points. */
const rate =
  /(?:比重|占比|比例|覆盖率|普及率|入学率|毛入学率|入园率|失业率|城镇化率|合格率|达标率|优良率|满意率|满意度|完成率|办结率|办复率|利用率|处置率|处理率|回收率|绿化率|投产率|开工率|自给率|参保率|负债率|不良率|贡献率|渗透率|数字化率|机械化率|增速|增幅|涨幅|降幅|增长率|研发投入强度|赤字率)$/;
/** 全员劳动生产率 and 容积率 grow in per cent although they end in 率. */
const notInPercent = /生产率|效率|产出率|周转率|汇率|频率|功率|倍率|速率|容积率|利率|费率|税率|出租率|死亡率|发病率|发案率/;
const risen = /(提高|提升|上升|增加|增长|下降|降低|回落|减少|加快|放缓|扩大|缩小|收窄)(?:了|近|约|超|超过)?$/;
/** 增速高0.2%, 占比高于全国1.2%: how far two rates lie apart. */
const apart =
  /(?:增速|增幅|涨幅|降幅|比重|占比|覆盖率|普及率|城镇化率|失业率|满意率|满意度)(?:分别|均|也|又|还)?((?:[高低快慢]|(?:高于|低于|快于|慢于)全[国省市区县州](?:平均)?(?:水平)?|比[^,;。:\d]{2,8}[高低快慢])(?:出)?)(?:了|约)?$/;
const targetBehind = /^(?:左右|以上|以内)?的[^,;。、]{0,6}(?:目标|任务|计划)/;
const amounts = /^(?:money|area|length|volume|mass|power|energy|persons|households|visits|containers)/;

export const page: RulePage = {
  why: {
    zh: '比重、比率的增减是两个百分数相减，单位是百分点：由40%提高到42%是提高2个百分点，不是2%。总量的增长用百分号，不用百分点。',
    en: 'The change of a share or rate is a difference of two percentages and counted in points; the growth of an amount is in per cent.',
  },
  setAside: {
    zh: '确指相对变化（比重本身增长百分之几），且文字已写明。',
    en: 'A relative change of the rate is really meant, and said so.',
  },
  examples: {
    wrong: { draft: '服务业增加值占地区生产总值比重提高0.5%。' },
    right: { draft: '服务业增加值占地区生产总值比重提高0.5个百分点。' },
  },
};

export default claimsRule<Messages>({
  id: 'percent-point',
  title: { zh: '百分号与百分点用混', en: 'Per cent where points are due, or the reverse' },
  severity: 'warning',
  needs: 'text',
  messages: {
    points: {
      zh: '{name}{verb}{stated}：疑应为“{points}个百分点”\n比重、比率的增减用百分点；“{stated}”指按原值的百分之几变动\n请核；确指相对变化的，请写明',
      en: '{name} {stated}: percentage points are probably meant\nChanges of shares and rates are counted in points\nCheck; if a relative change is meant, say so',
    },
    percent: {
      zh: '{name}{verb}{stated}：疑应为“{percent}%”\n总量的增减用百分号，百分点只用于比重、比率和增速之差\n请核；若说的是增速之差，请写明“增速加快”',
      en: '{name} {stated}: per cent is probably meant\nGrowth of an amount is in per cent; points are for shares, rates and differences of growth\nCheck',
    },
    level: {
      zh: '{name}{stated}：疑应为“{percent}%”\n比率、比重本身用百分号，百分点只用于两个比率之差\n请核；若说的是增减，请写明提高或降低',
      en: '{name} {stated}: per cent is probably meant\nA rate itself is in per cent; points are for the difference of two\nCheck; if a change is meant, say so',
    },
    toPoints: { zh: '改为“{points}个百分点”', en: 'Change to percentage points' },
    toPercent: { zh: '改为“{percent}%”', en: 'Change to per cent' },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.values.length > 1) continue;
      if (claim.kind === 'point_change' && statesLevel(text, claim)) {
        yield toPercent(entry, 'level');
        continue;
      }
      if (claim.role === 'from' || claim.role === 'to') continue;
      const gap =
        claim.unit === '%' && !/^[的多]/.test(text.slice(claim.end)) ? apart.exec(clauseBefore(text, claim.start))?.[1] : undefined;
      if (gap) {
        yield toPoints(entry, gap);
        continue;
      }
      const verb = risen.exec(text.slice(Math.max(0, claim.start - 6), claim.start))?.[1];
      // 每增长1个百分点 tells of effects.
      if (!verb || /每[^,;。]{0,8}$/.test(text.slice(Math.max(0, claim.start - 12), claim.start)) || numberOf(entry) === '') continue;
      if (isChangeOfRate(context, entry, verb)) yield toPoints(entry, verb);
      else if (isChangeOfAmount(context, entry, verb)) yield toPercent(entry, 'percent', verb);
    }
  },
});

/** 失业率下降0.2%: where the change of a rate is given in per cent. */
const isChangeOfRate = ({ claims, passage }: PassageContext, entry: IndexedClaim, verb: string): boolean => {
  const { claim } = entry;
  if ((claim.kind !== 'change' && claim.kind !== 'ratio') || claim.unit !== '%') return false;
  const { text } = passage.passage;
  const rates = claims.filter((other) => isStatedRate(other.claim));
  const named = claim.indicator?.kind === 'ratio' && claim.indicator.units.every((unit) => unit.includes('%'));
  // 占比61.6%，比上年提高0.8%: right behind a share of the same thing.
  const isOfShare = /^(?:提高|提升|上升|降低|回落)$/.test(verb) && rates.some((other) => isRightBehind(text, other, entry));
  const isRate =
    named ||
    isOfShare ||
    (claim.name.endsWith('率') && rates.some((other) => isAbout(other.claim, claim))) ||
    rate.test(claim.aspect || claim.name) ||
    /比重|占比/.test(claim.aspect) ||
    claim.whole !== '';
  // 增长5.6%，比上年加快0.4%: growth that quickens.
  const isOfGrowth = /^(?:加快|放缓|回升|回落)$/.test(verb) && isGrowthBefore(claims, entry);
  if (!(isRate || isOfGrowth) || notInPercent.test(claim.name) || Math.abs(claim.values[0] as number) > farthest) return false;
  // 增速增长5%, 增速5%: what follows is the rate itself.
  return !(/^(?:增速|增幅|涨幅|降幅|增长率)$/.test(claim.aspect) && /^(?:增长|增加|下降|减少)$/.test(verb));
};

const isGrowthBefore = (claims: PassageContext['claims'], entry: IndexedClaim): boolean => {
  const before = figureBeside(claims, entry, -1);
  return before?.claim.kind === 'change' && isAbout(before.claim, entry.claim);
};

/** No rate moves by more points within a year. */
const farthest = 30;

/** 产量增长3个百分点: where the change of an amount is given in points. */
const isChangeOfAmount = ({ claims, passage }: PassageContext, entry: IndexedClaim, verb: string): boolean => {
  const { claim } = entry;
  if (claim.kind !== 'point_change' || claim.comparison?.other || /[速幅重比率]/.test(claim.aspect) || claim.whole) return false;
  const { indicator } = claim;
  const before = figureBeside(claims, entry, -1);
  const alike = before && isAbout(before.claim, claim) ? before : undefined;
  // 能耗下降3.4%，完成下降3个百分点的目标: the target for a rate of change is one.
  if (targetBehind.test(passage.passage.text.slice(claim.end)) && alike?.claim.kind === 'change') return true;
  // 增速比上年高…, 增长5%，提高0.4个百分点: a difference of rates follows the rate.
  if (claims.some((other) => other.order < entry.order && other.claim.kind === 'change' && isAbout(other.claim, claim))) return false;
  const isAmount = indicator?.kind === 'flow' || indicator?.kind === 'stock';
  const hasLevel = claims.some(
    (other) => other.claim.kind === 'level' && other.claim.name === claim.name && amounts.test(other.claim.dimension),
  );
  if ((isAmount || hasLevel) && /^(?:增长|增加|减少)$/.test(verb)) return true;
  // 原煤产量241万吨，下降15.7个百分点: of the amount right before, or of money named right here.
  const isMoney = isAmount && !claim.carried && indicator.units.every((unit) => unit.endsWith('元') || unit === '%');
  const isBeside = alike?.claim.kind === 'level' && /^[,、]$/.test(between(alike, entry).replace(verb, ''));
  return (isMoney || isBeside) && /^(?:下降|上涨)$/.test(verb);
};

const numberOf = ({ claim, passage }: IndexedClaim): string => /[\d.]+/.exec(passage.passage.text.slice(claim.start, claim.end))?.[0] ?? '';

const toPoints = (entry: IndexedClaim, verb: string): Report<Messages> => {
  const { claim, passage } = entry;
  const points = numberOf(entry);
  return {
    claim: entry,
    message: 'points',
    values: { name: claim.name.slice(0, 12), verb, stated: passage.passage.text.slice(claim.start, claim.end), points },
    fix: { title: 'toPoints', values: { points }, newText: `${points}个百分点` },
  };
};

const toPercent = (entry: IndexedClaim, message: 'level' | 'percent', verb = ''): Report<Messages> => {
  const { claim, passage } = entry;
  const percent = numberOf(entry);
  const stated = message === 'level' ? entry.printed : passage.passage.text.slice(claim.start, claim.end);
  return {
    claim: entry,
    message,
    values: { name: claim.name.slice(0, 12), verb, stated, percent },
    fix: { title: 'toPercent', values: { percent }, newText: `${percent}%` },
  };
};

const isRightBehind = (text: string, { claim: share, order }: IndexedClaim, { claim, order: own }: IndexedClaim): boolean =>
  order === own - 1 &&
  isAbout(share, claim) &&
  (share.whole !== '' || /占比|比重/.test(share.aspect + share.name)) &&
  /^[,、](?:[比较](?:上年|去年|上年末|去年底)|同比)?(?:提高|提升|上升|降低|回落)(?:了|约|近)?$/.test(text.slice(share.end, claim.start));

/** 达到64.5%: how a rate stands. */
const isStatedRate = ({ kind, unit, role }: Claim): boolean => kind === 'ratio' && unit === '%' && role !== 'difference';

/** 森林覆盖率65.1个百分点, 由38个百分点提高到…: a rate as it stands, without a word of change right before. */
const statesLevel = (text: string, { start, name, indicator, role, comparison, values }: Claim): boolean => {
  if (comparison?.other || comparison?.average || Math.abs(values[0] as number) < 10) return false;
  const isRate = indicator ? indicator.kind === 'ratio' && indicator.units.includes('%') : /(?:率|比重|占比|比例)$/.test(name);
  if (!isRate || notInPercent.test(name)) return false;
  const before = text.slice(Math.max(0, start - 20), start);
  return role === 'from' || role === 'to' || before.endsWith(name) || /(?:率|比重|占比|比例)(?:为|达到?)?$/.test(before);
};
