import type { Vocabulary } from '../indicators/vocabulary.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Measured } from './claim.ts';
import { nameOf } from './naming.ts';
import type { Sentence, Span } from './sentence.ts';

const predicate = W.verb | W.split | W.adverb | W.rise | W.fall | W.link;

/** What was named between the last claim, at token `last`, and `index` without a figure of its own, for the figure behind. */
export const namedSince = (sentence: Sentence, index: number, last: number, vocabulary: Vocabulary): Measured | undefined => {
  for (let i = index - 1; i > last; i--) {
    const { indicator } = sentence.token(i);
    if (!indicator || sentence.has(i - 1, W.compare | W.exceed)) continue;
    // 工业经济总量持续壮大: the words that open the clause belong to the name.
    const opens = sentence.at(i - 1)?.kind === 'other' && (i < 2 || sentence.endsClause(i - 2));
    return opens ? nameOf(sentence, { from: i - 1, to: i + 1 }, vocabulary) : { name: sentence.word(i), indicator };
  }
  const clause = clauseBefore(sentence, index, last);
  if (!clause) return undefined;
  const ranks = sentence.tokens.slice(index, index + 12).find(({ figure }) => figure)?.figure?.form === 'rank';
  const isOneOf = /^(?:成为|是)$/.test(sentence.word(index));
  return (
    gained(sentence, clause, vocabulary) ??
    topic(sentence, clause, vocabulary) ??
    (ranks || isOneOf ? opening(sentence, clause, vocabulary) : undefined)
  );
};

/** The clause whose comma stands right before `index`; it begins behind the token `last`. */
const clauseBefore = (sentence: Sentence, index: number, last: number): Span | undefined => {
  const to = index - 1;
  if (!sentence.isPunctuation(to, ',')) return undefined;
  let from = to;
  while (from - 1 > last && !sentence.isPunctuation(from - 1, ',;:。')) from = beforeBracket(sentence, from - 1);
  return from > last ? { from, to } : undefined;
};

/** What a bracket holds is no clause: `index`, or where the bracket opens that closes there. */
const beforeBracket = (sentence: Sentence, index: number): number => {
  const { partner } = sentence.token(index);
  return partner !== undefined && partner < index ? partner : index;
};

/** 全社会研发经费，从A增加到B: a clause that is nothing but a name. */
const topic = (sentence: Sentence, clause: Span, vocabulary: Vocabulary): Measured | undefined => {
  const { to } = clause;
  let { from } = clause;
  // 210亿元(预计数，下同)，…: a remark on what came before.
  if (sentence.isPunctuation(from, '(')) from = (sentence.token(from).partner ?? from) + 1;
  while (sentence.at(from)?.kind === 'time' || sentence.isPlain(from, W.adverb)) from++;
  if (from >= to) return undefined;
  for (let i = from; i < to; i++) if (sentence.at(i)?.kind === 'figure' || sentence.isPlain(i, predicate)) return undefined;
  const { name, indicator } = nameOf(sentence, { from, to }, vocabulary);
  if (basis.test(name) || record.test(name)) return undefined;
  return name.length >= 3 && name.length <= 20 ? { name, indicator } : undefined;
};

/** 实现粮食生产“八连增”，达到…: what grew year by year. */
const gained = (sentence: Sentence, clause: Span, vocabulary: Vocabulary): Measured | undefined => {
  const to = clause.to - 1;
  if (sentence.at(to)?.kind !== 'quote' || !/^“[\u4e00-\u9fff\d]{1,3}连[增丰升涨快]”$/.test(sentence.word(to))) return undefined;
  let { from } = clause;
  while (sentence.at(from)?.kind === 'time' || sentence.isPlain(from, W.verb | W.adverb)) from++;
  const { name, indicator } = nameOf(sentence, { from, to }, vocabulary);
  const output = name.replace(/生产$/, '产量');
  return name.length < 3 ? undefined : { name: output, indicator: indicator ?? vocabulary.byName.get(output) };
};

/** 经省统计局核定，总量由A修订为B; 按可比价格计算(下同)，增长5%: by whose word or how it is reckoned, not what. */
const basis =
  /^(?:经.{2,16}(?:核实|核定|核算|审核|审定|审计|认定|测算|评估|确认|批准|同意)|(?:按照?|据|根据|依据|以)[^、]{2,14}(?:计算|核算|测算|推算|折算|统计|口径|价格?|计|显示))(?:\([^()]*\))?$/;

/** 再创历史新高 */
const record = /^[再又]?(?:创|刷新|打破).*(?:新高|最高|最好|最优|最大|纪录|记录|水平)$/;

/** 肉牛屠宰量实现翻番，由全国第11位跃升至第5位: what the clause opens with ranks. */
const opening = (sentence: Sentence, clause: Span, vocabulary: Vocabulary): Measured | undefined => {
  let to = clause.from;
  while (to < clause.to && !sentence.isPlain(to, predicate)) to++;
  if (to === clause.to) return undefined;
  const { name, indicator } = nameOf(sentence, { from: clause.from, to }, vocabulary);
  return name.length >= 4 && name.length <= 16 ? { name, indicator } : undefined;
};
