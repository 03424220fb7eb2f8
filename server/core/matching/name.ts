import { normalizeName } from '../claims/subject.ts';

/** An open indicator's name taken apart: what tells things of one noun apart, and the noun. */
export interface Name {
  /** 国家, 省, 市, 区; with `+` for 以上. */
  level: string;
  /** 10亿元以上 */
  threshold: string;
  /** 规上, 限上: a part of all. */
  scope: string;
  /** The rest, with one spelling for what has several. */
  core: string;
  /** Without words that only say what kind of thing the noun is: 农事服务中心项目, 绿地面积. */
  noun: string;
  /** 五星级, 5A级 */
  grade: string;
}

/** 省重点实验室 is no 全国重点实验室; 省内, 市场 and 区域 are no levels. */
const levels = /^[“"]?(?:(国家|省|市|区|县)级(以上)?|(国家|全国|省(?![内外际道份会控])|市(?![场民区政域容属郊控]))(?=.{3}))/;
/** 五星级, E类, 5A级: another grade is another thing. */
const grades = /[一二三四五六七八九十\dA-Z]+(?:星级|级|类|等|星)/g;
/** Words in front that leave only a part of the thing. */
const limiters =
  /农村|城镇|城市|乡村|城区|省|市|重点|主[要导]|骨干|大型|中型|小型|民间|民营|外[商资]|境外|海外|线上|网络|工业|服务业|青年|老年|女|男|试点|示范|首|新型|高端|万亿|千亿|百亿/;
const thresholds = /(?:\d+(?:\.\d+)?)?[十百千万亿]+元(?:及?以上)/;
const scopes = /规上|规模以上|限上|限额以上/;
const kindWords = /(?:项目|工程|建设|面积|金额|规模|任务|企业|公司|机构|总数|数)+$/;
/** Doings at the ends of a name are no part of the thing: 改造老旧小区, 老旧小区改造. */
const doingBefore = /^(?:新建|新增|改造|建设|实施|完成)(?=.{3})/;
const doingBehind = /(?<=.{3})(?:动态清零|提质增效|有机更新|立项|建设|改造|整治|提升|收储|消化|盘活|下放|运作|进展)$/;

export const readName = (written: string): Name => {
  const level = levels.exec(written);
  let core = normalizeName(written.replace(levels, '')).replace(doingBefore, '').replace(doingBehind, '');
  const threshold = thresholds.exec(core)?.[0].replace('及以上', '以上') ?? '';
  core = core.replace(thresholds, '');
  const scope = scopes.exec(core)?.[0] ?? '';
  core = core.replace(scopes, '');
  const short = core.replace(kindWords, '');
  return {
    level: level ? (level[1] ?? level[3] ?? '').replace('全国', '国家') + (level[2] ? '+' : '') : '',
    threshold,
    scope: scope && (scope.startsWith('规') ? '规上' : '限上'),
    core,
    noun: short.length >= 2 ? short : core,
    grade: (core.match(grades) ?? []).join(),
  };
};

/** How alike two names are: 1 where their nouns are one, 0 where they have nothing in common. */
export const likeness = (a: Name, b: Name): number =>
  a.noun === b.noun ? 1 : Math.max(likeWords(a.noun, b.noun), likeWords(a.core, b.core));

const likeWords = (a: string, b: string): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.endsWith(short)) return likeTail(short, long.slice(0, -short.length));
  if (areRivals(a, b)) return 0;
  if (a.slice(-2) !== b.slice(-2) && !(short.length >= 3 && long.startsWith(short) && long.length === short.length + 1)) return 0;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size || 1);
};

/** One name is the other with words in front: 行政村生活污水治理; 准独角兽 is no 独角兽, 农村网络零售额 no 网络零售额. */
const likeTail = (short: string, extra: string): number =>
  extra.length <= 4 && !/[准非未拟半副原]$/.test(extra) && !limiters.test(extra)
    ? 0.6 + (0.4 * short.length) / (short.length + extra.length)
    : 0;

/** 中央财政用于三农的投入, 中央财政用于科技的投入: what alone tells them apart has nothing in common. */
const areRivals = (a: string, b: string): boolean => {
  const least = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < least && a[prefix] === b[prefix]) prefix++;
  let suffix = 0;
  while (suffix < least - prefix && a.at(-1 - suffix) === b.at(-1 - suffix)) suffix++;
  const [first, second] = [a.slice(prefix, a.length - suffix), b.slice(prefix, b.length - suffix)];
  // 攻坚计划, 攻关计划: a slip within a long name.
  if (first.length <= 1 && second.length <= 1 && prefix >= 4) return false;
  return first !== '' && second !== '' && ![...first].some((character) => second.includes(character));
};

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
