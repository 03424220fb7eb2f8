import type { Vocabulary } from '../indicators/vocabulary.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Claim, Measured } from './claim.ts';
import { noTime } from './period.ts';
import { Sentence } from './sentence.ts';

/** Properties that say nothing without whose they are, and what can have them. */
const properties: { name: RegExp; owner: RegExp }[] = [
  {
    name: /^(?:总产值|产值|产业规模|产业|营收|营业收入|主营业务收入|销售收入|利润|利润总额|税收|增加值)$/,
    owner: /(?:产业|业|经济|集群|产业链|制造|企业|公司|园区|集团)$/,
  },
  { name: /^(?:参保人数|参保率|参保人员)$/, owner: /(?:保险|医保|合作医疗)$/ },
];

const hint = /[业济链群造司园团险保疗]/;
const runsOn = /^.{2,13}?(?:产业(?![园链集化])|经济(?!社会)|产业链|集群|保险|医保|合作医疗)|^.{2,8}业(?=(?:发展|运行)$|.{4}$)/;

/** The noun phrase that opens [from, to): 石化产业 in 石化产业持续提质. Empty where none does. */
export const openingOf = (sentence: Sentence, from: number, to: number): string => {
  // Most sentences open with no such thing; to see that is cheap.
  if (!hint.test(sentence.text)) return '';
  let begin = from;
  const leads = W.adverb | W.conjunction | W.scope | W.verb | W.estimate;
  while (begin < to && (sentence.at(begin)?.kind === 'time' || sentence.isPlain(begin, leads))) begin++;
  let end = begin;
  while (end < to && !sentence.isPlain(end, W.verb | W.split | W.adverb | W.rise | W.fall | W.link) && isNominal(sentence, end)) end++;
  const written = sentence.textOf({ from: begin, to: end });
  // Words that we do not know run on: 新材料产业瞄准高端化.
  const text = runsOn.exec(written)?.[0] ?? written;
  return properties.some(({ owner }) => owner.test(text)) && text.length >= 3 && text.length <= 16 ? text : '';
};

/** What a sentence opens with, for the next to take up. */
export const topicOf = (text: string, vocabulary: Vocabulary): string => {
  if (!hint.test(text)) return '';
  const sentence = new Sentence(text, vocabulary, noTime);
  let end = 0;
  while (end < sentence.tokens.length && sentence.at(end)?.kind !== 'figure' && !sentence.isPunctuation(end, ',;:。')) end++;
  return openingOf(sentence, 0, end);
};

/** What the clause whose comma stands before the figure's own opens with; empty where a figure, which ends at `after`, stands in it. */
const clauseOpening = (sentence: Sentence, t: number, after: number): string => {
  let comma = t - 1;
  while (comma >= 0 && !sentence.isPunctuation(comma, ',;:。')) comma--;
  if (!sentence.isPunctuation(comma, ',')) return '';
  let from = comma;
  while (from > 0 && !sentence.isPunctuation(from - 1, ',;:。')) from--;
  return from < comma && sentence.token(from).start >= after ? openingOf(sentence, from, comma) : '';
};

const isNominal = (sentence: Sentence, index: number): boolean => {
  const { kind } = sentence.token(index);
  return kind === 'word' || kind === 'other' || kind === 'quote' || sentence.isPunctuation(index, '、()');
};

/**
 * 产值突破1300亿元 behind 石化产业…: a bare property takes the owner that the same sentence named with another property,
 * that a clause before opened with, or that the sentence before handed on.
 */
export const ownedProperty = (
  sentence: Sentence,
  t: number,
  named: Measured,
  claims: readonly Claim[],
  vocabulary: Vocabulary,
  isCount: boolean,
  handedOn: () => string,
): Measured | undefined => {
  // 粮食产量24万吨，…，产量连续9年稳定在…
  const last = claims.findLast(({ kind }) => kind === 'level');
  const grown = /^(?:总?产量|[总单]产)$/.test(named.name)
    ? /^(?!(?:播种|种植)面积)(.+?)(?:(?:播种|种植)?面积|总?产量)$/.exec(last?.name ?? '')?.[1]
    : undefined;
  if (grown)
    return { name: grown + named.name, indicator: vocabulary.byName.get(grown + named.name) ?? vocabulary.byName.get(`${grown}产量`) };
  // 新改建农村公路120公里，总里程达到3012公里
  const way = /^(?:通车|运营|营业)?总?里程$/.test(named.name) && last ? /^.*?(?:公路|铁路|轨道交通)/.exec(last.name)?.[0] : undefined;
  const length = way && vocabulary.byName.get(way + named.name);
  if (way && length) return { name: way + named.name, indicator: length };
  const property = properties.find(({ name }) => name.test(named.name));
  // 光伏、风电2大产业: a count is of what it counts.
  if (!property || named.indicator || (isCount && named.name === '产业')) return undefined;
  const fits = (owner: string): boolean => owner.length >= 3 && property.owner.test(owner);
  // 第三产业增加值…。其中，金融业活力凸显，增加值…: the clause right before has an owner of its own.
  const nearest = clauseOpening(sentence, t, claims.at(-1)?.end ?? 0);
  if (fits(nearest) && nearest !== named.name)
    return { name: nearest + named.name, indicator: vocabulary.byName.get(nearest + named.name) };
  const beside =
    claims.at(-1)?.name.replace(/(?:总产值|产值|增加值|营收|营业收入|主营业务收入|销售收入|利润总额|利润|税收|面积)$/, '') ?? '';
  // 工业总产值2150亿元、利润…: right beside its owner a property is its own.
  const isNear = beside.length === 2 && !/[;。]/.test(sentence.text.slice(claims.at(-1)?.end, sentence.at(t)?.start));
  if (beside !== claims.at(-1)?.name && (fits(beside) || (isNear && property.owner.test(beside))))
    return { name: beside + named.name, indicator: vocabulary.byName.get(beside + named.name) };
  // 规上工业企业突破90家、产值突破150亿元
  const lastClaim = claims.at(-1);
  if (lastClaim && fits(lastClaim.name) && /^(?:以上|左右)?、$/.test(sentence.text.slice(lastClaim.end, sentence.at(t)?.start)))
    return { name: lastClaim.name + named.name, indicator: vocabulary.byName.get(lastClaim.name + named.name) };
  let end = t;
  for (let i = t - 1; i >= -1; i--) {
    if (i >= 0 && !sentence.isPunctuation(i, ',;:。')) continue;
    // 引进持证企业14家，产值规模近10亿元: what has a figure of its own is no topic.
    const hasFigure = sentence.tokens.slice(i + 1, end).some(({ figure }) => figure);
    const opening = hasFigure ? '' : openingOf(sentence, i + 1, end);
    if (fits(opening) && opening !== named.name) return { name: opening + named.name, indicator: undefined };
    end = i;
  }
  const topic = handedOn();
  return fits(topic) ? { name: topic + named.name, indicator: undefined } : undefined;
};
