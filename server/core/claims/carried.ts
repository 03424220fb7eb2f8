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
    if (indicator && !sentence.has(i - 1, W.compare | W.exceed)) return { name: sentence.word(i), indicator };
  }
  const clause = clauseBefore(sentence, index, last);
  if (!clause) return undefined;
  const ranks = sentence.tokens.slice(index, index + 12).find(({ figure }) => figure)?.figure?.form === 'rank';
  return topic(sentence, clause, vocabulary) ?? (ranks ? opening(sentence, clause, vocabulary) : undefined);
};

/** The clause whose comma stands right before `index`; it begins behind the token `last`. */
const clauseBefore = (sentence: Sentence, index: number, last: number): Span | undefined => {
  const to = index - 1;
  if (!sentence.isPunctuation(to, ',')) return undefined;
  let from = to;
  while (from - 1 > last && !sentence.isPunctuation(from - 1, ',;:。')) from--;
  return from > last ? { from, to } : undefined;
};

/** 全社会研发经费，从A增加到B: a clause that is nothing but a name. */
const topic = (sentence: Sentence, clause: Span, vocabulary: Vocabulary): Measured | undefined => {
  const { to } = clause;
  let { from } = clause;
  while (sentence.at(from)?.kind === 'time' || sentence.isPlain(from, W.adverb)) from++;
  if (from >= to) return undefined;
  for (let i = from; i < to; i++) if (sentence.at(i)?.kind === 'figure' || sentence.isPlain(i, predicate)) return undefined;
  const { name, indicator } = nameOf(sentence, { from, to }, vocabulary);
  // 经省统计局核定，总量由A修订为B: by whose word, not what.
  if (/^经.{2,16}(?:核实|核定|核算|审核|审定|审计|认定|测算|评估|确认|批准|同意)$/.test(name)) return undefined;
  if (record.test(name)) return undefined;
  return name.length >= 3 && name.length <= 20 ? { name, indicator } : undefined;
};

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
