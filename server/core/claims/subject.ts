import { memo } from '../text/memo.ts';
import type { Claim } from './claim.ts';
import type { Period } from './period.ts';

const noise = /[“”"'‘’《》「」『』\s的等·\-—()]/g;
const lead = /^(?:[一二三四五六七八九十]{1,3}是|全[省市区县州]|我[省市区县]|本[省市区县]|各类|各级|累计|共|年末|年度|年|新|又)+/;
/** 分布式光伏新增并网: the counting word inside a name; `actionClass` sees it. */
const added = /(?<=.{2})(?:新增|净增|累计)(?=.{2})/;
const tail =
  /(?:(?<=[风水火核]电|光伏|光电|储能)(?:总?装机(?:容量|规模)?|并网)|总面积|总里程|保有量|拥有量|总数量|总数|总量|数量|规模|户数|家数|个数|情况|(?<=.{3}[^指系倍天次人起件户时])数)$/;
/** One thing under several words, as successive reports have it; the catalogue holds those of its own indicators. */
const variants: [RegExp, string][] = [
  [/市场主体/, '经营主体'],
  [/国高企|国家级?高企|国家级高新技术企业/, '国家高新技术企业'],
  [/规模以上/, '规上'],
  [/限额以上/, '限上'],
  [/级及以上/, '级以上'],
  [/农业产业化龙头/, '农业龙头'],
  [/保租房/, '保障性租赁住房'],
  [/停车位/, '停车泊位'],
  [/工业技改(?=项目|投资)/, '技改'],
  [/专精特新小巨人企业/, '专精特新小巨人'],
  [/(?<=.)[和与及/,](?=.)/g, '、'],
];

/** An open indicator's name for matching: without quotes, territories and words that only count. */
export const normalizeName = memo((name: string): string => {
  let bare = name.replace(noise, '').replace(lead, '').replace(added, '');
  for (const [pattern, standard] of variants) bare = bare.replace(pattern, standard);
  const short = bare.replace(/(?<=.{4}[^高初])中$/, '').replace(tail, '');
  return short.length >= 2 ? short : bare;
});

/** What a claim is about, as a key: the catalogue's id, or the normalised name. Empty where the text names nothing. */
export const subjectKey = (claim: Pick<Claim, 'name' | 'indicator'>): string => claim.indicator?.id ?? normalizeName(claim.name);

const actionClasses: [string, RegExp][] = [
  ['total', /^累计/],
  ['signed', /签约|签订|签署/],
  ['landed', /落地|落户/],
  ['completed', /竣工|完工|投产|投用|建成|达产|交付/],
  ['started', /开工|启动|开建/],
  ['continued', /续建/],
  ['transferred', /出让/],
  ['purchased', /收储/],
  ['requisitioned', /征/],
  ['net', /净增/],
  ['resolved', /解决|办结|化解/],
  ['received', /收集|受理|接收|收到/],
  ['demolished', /拆|淘汰|关停|退出|压减|削减/],
  ['new', /新|引进|招引|引育|认定|增设|入库|加装|获评|获批|创建|创成|打造|改造|培育/],
  ['total', /累计|共有|拥有|现有|实有|总数|保有|集聚/],
];
/** Verbs that only say that it is so. */
const neutral = /^(?:实现|完成|达到?|超额完成|全年|超过?|突破|保持|稳定|为|有|投入|安排|办理|开展|举办|开行|推进|推动|实施|提供|组织)?$/;

/**
 * The kind of counting that the verb before an indicator stands for: newly added, signed, started, in all… Where the
 * catalogue says that the indicator is a flow, a verb adds nothing but the stages of a project.
 */
export const actionClass = (claim: Pick<Claim, 'action' | 'indicator' | 'name'>): string => {
  const { indicator, name } = claim;
  const action = claim.action || addedIn(name);
  const named = classOf(action);
  // Whatever verb a list carries on: what a name like 拥有量 counts is there.
  if (named === '' || name.endsWith('拥有量') || name.endsWith('保有量')) return '';
  // 高新技术企业总数 is what the indicator counts; 累计培育 may be more.
  if (indicator?.kind === 'stock' && /^(?:总数|共有|拥有|现有|实有|保有)$/.test(action)) return '';
  const isFlow = indicator !== undefined && indicator.kind !== 'stock';
  // 高标准农田累计44.4万亩 is none of the year's.
  if (isFlow && action.startsWith('累计')) return 'total';
  return isFlow && !/^(?:signed|landed|started|net)$/.test(named) ? '' : named;
};

const addedIn = memo((name) => added.exec(name)?.[0] ?? '');

/** Of a verb that none of the classes holds, itself. */
const classOf = memo((action) => (neutral.test(action) ? '' : (actionClasses.find(([, pattern]) => pattern.test(action))?.[0] ?? action)));

const vagueWords =
  '财政|安排|投入|支出|资金|投资|项目|企业|补助|补贴|专项|支持|服务|资助|奖励|总|累计|新增|标准|人数|面积|数量|活动|任务|工程|用地|中小|重点|重大|机构|人员|群众|学生|农民|人才|单位|平台|基地|中心|产业|产品|产值|领取|实现|完成|增加|减少|改造|建设|安置|培训|就业';
/** Names made of general words only, and doings instead of things (领取养老金). */
const vague = new RegExp(
  `^(?:领取|享受|参加|受益|参保)|^(?:[两二三四五六七八九十]大|中央|省级?|市级?|区级?|各级|国家|全省|全市|全国)?(?:${vagueWords})+$`,
);

/** 办结率, 产值, 人数: of anything. */
const bareProperty = /[率数额量值比度重费人者员个中]$/;

/** A name that could stand for many things (项目, 财政投入): two mentions of it need not be one. */
export const isVague = (claim: Pick<Claim, 'name' | 'indicator'>): boolean =>
  claim.indicator === undefined &&
  (claim.name.length < 2 || (claim.name.length < 4 && bareProperty.test(claim.name)) || isVagueName(claim.name));

const isVagueName = memo((name) => vague.test(normalizeName(name)));

/** The property that a claim states, for matching: 总数 of things is how many there are, as without the word. */
export const aspectKey = ({ kind, aspect }: Claim): string =>
  kind === 'level' && /^(?:总数量?|数量|总量|户数|家数)$/.test(aspect) ? '' : aspect;

/** 占比 and its kin: normalised whole of a share. */
export const wholeKey = ({ whole }: Claim): string => keyOfWhole(whole);

const keyOfWhole = memo((whole) =>
  normalizeName(whole.replace(/^(?:当年|同期|全年)(?=.{2})/, '')).replace(/^(?:全)?(?:GDP|地区生产总值|生产总值)$/, 'gdp'),
);

const growthAspects = /增速|增幅|涨幅|降幅|速度|增长/;

/** Whether two claims speak of the same thing in all but period, status and value. */
export const speakOfSame = (a: Claim, b: Claim): boolean =>
  a.kind === b.kind &&
  a.dimension === b.dimension &&
  a.values.length > 2 === b.values.length > 2 &&
  a.scope === b.scope &&
  a.per === b.per &&
  subjectKey(a) === subjectKey(b) &&
  ((a.action === b.action && a.name === b.name) || actionClass(a) === actionClass(b)) &&
  (a.whole === b.whole || wholeKey(a) === wholeKey(b)) &&
  (a.role === 'difference') === (b.role === 'difference') &&
  (a.comparison?.average ?? false) === (b.comparison?.average ?? false) &&
  (a.comparison?.other ?? false) === (b.comparison?.other ?? false) &&
  isAdjusted(a) === isAdjusted(b) &&
  samePeriodOrNone(a.comparison?.period ?? null, b.comparison?.period ?? null) &&
  (a.kind !== 'rank' || growthAspects.test(a.aspect) === growthAspects.test(b.aspect));

/** 同口径, 可比价: growth on a basis of its own. Of value added growth always is at comparable prices. */
export const isAdjusted = ({ comparison, indicator }: Claim): boolean => comparison?.adjusted === true && indicator?.basis !== 'C';

const samePeriodOrNone = (a: Period | null, b: Period | null): boolean =>
  a === null ? b === null : b !== null && a.from === b.from && a.to === b.to;
