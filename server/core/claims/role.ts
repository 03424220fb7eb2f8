import type { RawFigure } from '../figures/read-figure.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Comparison, Role } from './claim.ts';
import type { FigureInSentence } from './figure-in-sentence.ts';
import { joins } from './kind.ts';
import { isEmpty, type Sentence } from './sentence.ts';

/** What a figure is to the indicator: its value, an end of its way, or a difference. */
export const roleOf = ({ sentence, t, figure, kind, lead, phrase, claims, leadBefore: held }: FigureInSentence): Role => {
  const previous = claims.at(-1);
  // 比2020年的64个多44个: what is compared with is a starting point too.
  if (lead.from || isReference(sentence, t, figure) || /基数(?:的?[由为])?$/.test(sentence.textBefore(t))) return 'from';
  if (lead.to) return 'to';
  if (previous?.role === 'from' && joins(sentence, previous, figure))
    return /到|至|为/.test(sentence.text.slice(previous.end, figure.start)) ? 'to' : 'from';
  // 城乡居民收入比1.95，比上年缩小0.03
  const isBareRatio = kind === 'ratio' && figure.unitText === '';
  if (kind !== 'level' && !isBareRatio) return 'value';
  // 超出3.7万人的年度计划0.22万人
  if (previous && (held?.exceed || held?.over) && /^的.{0,6}(?:目标|计划|任务)$/.test(sentence.text.slice(previous.end, figure.start)))
    return 'difference';
  // 超过年初目标5亿元
  if ((lead.exceed || lead.over) && /目标|计划|任务/.test(lead.aspect)) return 'difference';
  if (!lead.rise && !lead.fall) return 'value';
  const word = sentence.word(t - 1);
  const adds = isEmpty(phrase) ? previous !== undefined && !/^(?:新增|净增)/.test(word) : /^(?:增加|减少|上升|下降|多|少|增长)$/.test(word);
  return lead.compare || lead.exceed || adds ? 'difference' : 'value';
};

const planBefore = /(?:目标|计划|任务|预期)[^,;。、\d]{0,3}$/;

/** With what a figure compares its indicator. */
export const comparisonOf = ({ sentence, t, kind, lead }: FigureInSentence, role: Role): Comparison | undefined => {
  const compares =
    kind === 'change' ||
    kind === 'point_change' ||
    role === 'difference' ||
    (kind === 'ratio' && (lead.rise || lead.fall || lead.compared !== null));
  if (!compares) return undefined;
  // 比年度计划少1条, 比5.5亿美元以上的目标少1.2亿美元
  const other = lead.exceed || (role === 'difference' && planBefore.test(sentence.textBefore(t)));
  return { period: lead.compared, average: lead.average, other, adjusted: lead.adjusted };
};

/** 比2020年的64个…, 较5.5%的目标… */
const isReference = (sentence: Sentence, t: number, figure: RawFigure): boolean => {
  let i = t - 1;
  // 比2010年翻一番 compares with no figure.
  if (sentence.at(i)?.kind === 'time') return false;
  // 比上年实际完成的52.3亿元增加…
  if (sentence.word(i) === '的') {
    i--;
    while (sentence.isPlain(i, W.verb | W.adverb | W.link)) i--;
  }
  while (sentence.at(i)?.kind === 'time') i--;
  return /^[比较](?:上年|去年)?$/.test(sentence.word(i)) && figure.unit?.dimension !== 'point';
};
