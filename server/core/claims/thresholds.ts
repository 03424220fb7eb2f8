import { WordClass as W } from '../text/lexicon.ts';
import { countDimensions, type Sentence } from './sentence.ts';

const none: ReadonlySet<number> = new Set();

/** The figures that define a name instead of stating a value: 10亿元以上项目, 35周岁以下大学生, 超20亿元数字企业3家. */
export const thresholdsIn = (sentence: Sentence): ReadonlySet<number> => {
  if (!sentence.tokens.some(({ figure }) => figure)) return none;
  const found = new Set<number>();
  sentence.tokens.forEach(({ figure }, t) => {
    // What is defined stands behind.
    if (!figure || figure.form || sentence.endsClause(t + 1)) return;
    const dimension = figure.unit?.dimension ?? 'count';
    if (dimension === 'point') return;
    const isCount = countDimensions.has(dimension);
    if (/^(?:及?以[上下内]|之上)$/.test(sentence.word(t + 1))) {
      if (dimension !== 'percent' && opensNoun(sentence, t + 2, isCount)) found.add(t);
    } else if (
      /^(?:length|duration)$/.test(dimension) &&
      sentence.textAfter(t).startsWith('内') &&
      /^内[\u4e00-\u9fff]{2}/.test(sentence.textAfter(t))
    ) {
      // 50米内换乘比例
      found.add(t);
    } else if (
      sentence.has(t - 1, W.over) &&
      sentence.isFigure(t - 2) &&
      countDimensions.has(sentence.at(t - 2)?.figure?.unit?.dimension ?? '') &&
      opensNoun(sentence, t + 1, isCount)
    ) {
      // 3个过三千亿元城市
      found.add(t);
    } else if (
      sentence.has(t - 1, W.over) &&
      sentence.word(t + 1) === '的' &&
      isOfCounted(sentence, t - 1) &&
      opensNoun(sentence, t + 1, false)
    ) {
      // 12个投资超5亿元的补链项目
      found.add(t);
    } else if (
      sentence.has(t - 1, W.over) &&
      /^(?:超过?|过|逾)$/.test(sentence.word(t - 1)) &&
      ofOne.test(sentence.word(t - 2)) &&
      dimension !== 'percent' &&
      opensNoun(sentence, t + 1, false)
    ) {
      // 首个超百亿元水利工程
      found.add(t);
    } else if (isDesign(sentence, t)) {
      // 时速350公里高铁, 续航超千公里重卡
      found.add(t);
    } else if (
      figure.unit?.known &&
      dimension.startsWith('money') &&
      /^过$|^超过?$/.test(sentence.word(t - 1)) &&
      territory.test(sentence.textAfter(t).replace(/^的/, ''))
    ) {
      // 北方第一个过10万亿元省份
      found.add(t);
    } else if (figure.unit?.known && dimension.startsWith('money') && sentence.has(t - 1, W.over) && countFollows(sentence, t + 1)) {
      found.add(t);
    }
  });
  return found;
};

/** Of a single thing. */
const ofOne = /^(?:首[个家座条只项款]|唯一|第[一二三四五六七八九十]{1,3}[个家座条只项款])$/;

/** Verbs that name a sum too: 12个投资超5亿元的项目. */
export const sumOfCounted = /^(?:投资|融资|销售|出口|进口|消费)$/;

/** Whether nothing but a noun stands between the word at `index` and a count before it. */
const isOfCounted = (sentence: Sentence, index: number): boolean => {
  for (let i = index - 1; i >= 0; i--) {
    if (sentence.isFigure(i)) return i < index - 1 && countDimensions.has(sentence.at(i)?.figure?.unit?.dimension ?? '');
    const { kind } = sentence.token(i);
    if (
      kind === 'punctuation' ||
      kind === 'time' ||
      (sentence.isPlain(i, W.verb | W.split | W.link | W.to | W.from) && !sumOfCounted.test(sentence.word(i)))
    )
      return false;
  }
  return false;
};

/** What a vehicle, a line or a bridge is made for. */
const designProperty = /(?:时速|航速|续航|续航里程|航程|射程|跨度|主跨|跨径|直径|口径|载重|排水量|水深)$/;

const isDesign = (sentence: Sentence, t: number): boolean => {
  const dimension = sentence.at(t)?.figure?.unit?.dimension;
  if (dimension !== 'length' && dimension !== 'mass' && dimension !== 'speed') return false;
  let i = t - 1;
  while (sentence.isPlain(i, W.over | W.under | W.about | W.link)) i--;
  return designProperty.test(sentence.word(i)) && opensNoun(sentence, t + 1, false);
};

const territory = /^(?:省份|城市|大市|强县|强区|大县|园区|[省市县区镇村](?![委政场]))/;

/** Whether a noun that the threshold defines starts at `index`; a counted number needs a count of its own behind it. */
const opensNoun = (sentence: Sentence, index: number, isCount: boolean): boolean => {
  let i = index;
  if (/^[的及]$/.test(sentence.word(i))) i++;
  const token = sentence.at(i);
  if (!token || token.kind === 'punctuation' || token.kind === 'time') return false;
  if (token.kind === 'figure') return i > index || !isCount;
  if (sentence.word(i - 1) === '的') {
    const isHigh = !(token.classes & W.noun) && /^(?:较快|较?高)/.test(sentence.textFrom(i));
    if (isHigh || token.classes & (W.target | W.aspect) || /^(?:速度|水平|比例|要求|预期)/.test(sentence.textFrom(i))) return false;
    return !isCount || countFollows(sentence, i);
  }
  if (sentence.has(i, W.verb | W.split | W.adverb | W.link | W.conjunction) && !sentence.has(i, W.noun)) return false;
  return !isCount || countFollows(sentence, i) || !hasVerbBefore(sentence, index - 2);
};

/** 全省50户以上村寨 names a kind of village; 新增3000名以上人才 counts. */
const hasVerbBefore = (sentence: Sentence, index: number): boolean => {
  for (let i = index - 1; i >= 0 && !sentence.isPunctuation(i, ',;:。、'); i--)
    if (sentence.has(i, W.verb | W.split | W.link | W.rise)) return true;
  return false;
};

/** Whether a counted figure follows before the clause ends, with nothing but a noun in between. */
const countFollows = (sentence: Sentence, index: number): boolean => {
  for (let i = index; i < sentence.tokens.length; i++) {
    const { kind, figure, classes } = sentence.token(i);
    if (kind === 'punctuation' && !sentence.isPunctuation(i, '()')) return false;
    if (kind === 'figure') return i > index && countDimensions.has(figure?.unit?.dimension ?? '');
    if (kind === 'word' && classes & (W.rise | W.fall | W.split) && !(classes & (W.noun | W.link))) return false;
  }
  return false;
};
