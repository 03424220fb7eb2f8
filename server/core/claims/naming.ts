import type { Indicator } from '../indicators/indicator.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import { lexiconWords, WordClass as W } from '../text/lexicon.ts';
import type { Measured } from './claim.ts';
import { isRatioNoun } from './lead.ts';
import type { Sentence, Span } from './sentence.ts';

/** The aspect of a share written X在Y中的比重. */
export const shareWithin = '中的比重';

/** What in a name only says how, where or on what basis. */
const circumstance = /[中减缩后是内]/;
const withoutCircumstance = (name: string): string =>
  circumstance.test(name)
    ? name
        .replace(/(?<=.{2}[评价核赛])中$/, '')
        // 事项办理平均减时间
        .replace(/(?<=.{2})(?:平均)?(?:压缩|压减|缩短|减少|减)(?=(?:办理|审批)?(?:时间|时限|材料|环节|跑动)$)/, '')
        // 剔除自然因素影响后空气优良天数比率
        .replace(/^.{2,8}影响后(?=.{4})/, '')
        // 5年内新能源产业产值
        .replace(/^[一二两三四五六七八九十\d]{1,2}年内(?=.{3})/, '')
        // 十三是民生实事 in a list of orders
        .replace(/^[一二三四五六七八九十]{1,3}是(?=.{2})/, '')
    : name;

/** 漫游资费再降低, 经营主体日均净增, 龙头企业年销售收入 */
const withoutAdverb = (name: string): string =>
  '再仅又均年'.includes(name.at(-1) ?? ' ')
    ? name.replace(/(?<=.{3})(?:[再仅又]|[日月]均|(?<=企业|公司|集团|园区|基地|[业作]社)年)$/, '')
    : name;

/** What stands at the end of a name and is no part of it: particles, 比, 营商环境评价全省. */
const trails = (sentence: Sentence, index: number, from: number): boolean => {
  if (/^(?:[的等、和与及中内之要将再又]|双双|分别)$/.test(sentence.word(index)) || sentence.isPunctuation(index, '-·/ ')) return true;
  if (index === from) return false;
  if (sentence.isPlain(index, W.compare | W.estimate)) return !isRatioNoun(sentence, index);
  return sentence.has(index, W.scope) && /^全[国省市区县州]$/.test(sentence.word(index));
};

/** What a span of words names, without particles at its ends. */
export const nameOf = (sentence: Sentence, { from, to, without }: Span, vocabulary: Vocabulary): Measured => {
  let end = to;
  while (end > from && trails(sentence, end - 1, from)) end--;
  let begin = from;
  while (begin < end && (/^[的等、和与及]$/.test(sentence.word(begin)) || sentence.isPunctuation(begin, '-·/ 、.'))) begin++;
  const span = { from: begin, to: end, without };
  const name = withoutAdverb(withoutCircumstance(sentence.textOf(span)));
  return { name, indicator: name ? indicatorOf(sentence, span, vocabulary) : undefined };
};

/** The catalogued indicator that a phrase names: the whole phrase, apart from territories before it and properties behind it. */
export const indicatorOf = (sentence: Sentence, { from, to, without }: Span, { byName }: Vocabulary): Indicator | undefined => {
  let begin = from;
  while (begin < to && sentence.has(begin, W.scope | W.adverb) && !sentence.at(begin)?.indicator) begin++;
  let end = to;
  while (end - 1 > begin && sentence.has(end - 1, W.aspect | W.link) && !sentence.at(end - 1)?.indicator) end--;
  if (end - begin === 1) return sentence.at(begin)?.indicator;
  const name = sentence.textOf({ from: begin, to: end, without });
  // 分布式光伏新增并网
  const bare = name.replace(/(?<=.{2})(?:新增|净增|累计)/, '');
  return byName.get(name) ?? (bare === name ? undefined : byName.get(bare));
};

/** What is done to one thing after the other; 建设 and 服务 may be part of a noun. */
const deal = /^(?:开工|竣工|投产|完工|签约|落地|收储|出让|供应|征收|拆除|受理|办结|引进|储备|续建)$/;

/** 工业用地收储2500亩、出让2000亩: another verb takes the place of the one in a name that is carried over. */
export const withAction = ({ name, indicator }: Measured, action: string, { byName }: Vocabulary): Measured => {
  const [first, last] = [name.slice(0, 2), name.slice(-2)];
  if (!action || first === action || last === action) return { name, indicator };
  // 生猪存栏18万头、出栏28万头
  if (/^[存出]栏$/.test(action) && /^[存出]栏$/.test(last)) {
    const other = name.slice(0, -2) + action;
    return { name: other, indicator: byName.get(other) };
  }
  if (deal.test(first) && deal.test(action) && name.length >= 4) {
    const noun = name.slice(2);
    // 开工项目52个、投产43个: 项目 alone says too little.
    return { name: noun.length < 3 ? action + noun : noun, indicator: byName.get(action + noun) ?? byName.get(noun) };
  }
  if (name.length < 5 || ((lexiconWords.get(last) ?? 0) & W.verb) === 0) return { name, indicator };
  const noun = name.slice(0, -2);
  return { name: noun, indicator: byName.get(action + noun) ?? byName.get(noun) };
};

/** The indicator that the whole of a share is: 全区GDP. */
export const wholeIndicator = (whole: string, { byName }: Vocabulary): Indicator | undefined =>
  whole ? byName.get(whole.replace(/^(?:全[国省市区县]|我[省市区县])/, '')) : undefined;
