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
}

const levels = /^(国家|省|市|区|县)级(以上)?|^(国家|全国)(?=.{4})/;
const thresholds = /(?:\d+(?:\.\d+)?)?[十百千万亿]+元(?:及?以上)/;
const scopes = /规上|规模以上|限上|限额以上/;
const kindWords = /(?:项目|工程|建设|面积|金额|规模|任务|企业|公司|机构|总数|数)+$/;
/** Doings at the ends of a name are no part of the thing: 改造老旧小区, 老旧小区改造. */
const doingBefore = /^(?:新建|新增|改造|建设|实施|完成)(?=.{3})/;
const doingBehind = /(?<=.{3})(?:动态清零|提质增效|有机更新|立项|建设|改造|整治|提升|收储|消化|盘活|下放|运作|进展)$/;

export const readName = (written: string): Name => {
  let core = normalizeName(written)
    .replace(/[、和与及/,]/g, '、')
    .replace(doingBefore, '')
    .replace(doingBehind, '');
  const threshold = thresholds.exec(core)?.[0].replace('及以上', '以上') ?? '';
  core = core.replace(thresholds, '');
  const scope = scopes.exec(core)?.[0] ?? '';
  core = core.replace(scopes, '');
  const level = levels.exec(core);
  core = core.replace(levels, '');
  const short = core.replace(kindWords, '');
  return {
    level: level ? (level[1] ?? level[3] ?? '').replace('全国', '国家') + (level[2] ? '+' : '') : '',
    threshold,
    scope: scope && (scope.startsWith('规') ? '规上' : '限上'),
    core,
    noun: short.length >= 2 ? short : core,
  };
};

/** How alike two names are: 1 where their nouns are one, 0 where they have nothing in common. */
export const likeness = (a: Name, b: Name): number =>
  a.noun === b.noun ? 1 : Math.max(likeWords(a.noun, b.noun), likeWords(a.core, b.core));

const likeWords = (a: string, b: string): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.endsWith(short))
    return isHarmless(long.slice(0, -short.length)) ? 0.6 + (0.4 * short.length) / long.length : 0;
  if (areRivals(a, b)) return 0;
  if (a.slice(-2) !== b.slice(-2) && !(short.length >= 3 && long.startsWith(short) && long.length === short.length + 1)) return 0;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size || 1);
};

/** 元宇宙核心产业, 数字经济核心产业: what tells them apart stands in front, and has nothing in common. */
const areRivals = (a: string, b: string): boolean => {
  let common = 0;
  while (common < Math.min(a.length, b.length) && a.at(-1 - common) === b.at(-1 - common)) common++;
  const [first, second] = [pairsOf(a.slice(0, a.length - common)), pairsOf(b.slice(0, b.length - common))];
  return first.size > 0 && second.size > 0 && ![...first].some((pair) => second.has(pair));
};

/** 准独角兽 is no 独角兽. */
const isHarmless = (extra: string): boolean => !/[准非未拟半副原]$/.test(extra);

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
