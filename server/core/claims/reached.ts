import type { FigureInSentence } from './figure-in-sentence.ts';
import type { Phrase } from './phrase.ts';
import type { Sentence } from './sentence.ts';

/** What is done year by year adds up. */
const done =
  /^(?:新增|净增|完成|实现|建设|建成|新建|开工|改造|整治|治理|安排|投入|累计|支出|发放|减免|实施|开展|举办|培训|办理|受理|引进|签约|查处|化解|推出|送)/;

/** Of a span of years: how a thing stands at its end (达到, 超过, ranks, shares), as against what was done in all of them. */
export const isReached = ({ sentence, t, figure, kind, lead, phrase }: FigureInSentence): boolean => {
  if (kind === 'rank' || kind === 'streak') return true;
  const { unit, form } = figure;
  // 五年城镇新增就业超过6400万人 is the sum of all years.
  if (/新增|净增|累计/.test(sentence.textOf(phrase))) return false;
  const isShare = kind === 'ratio' && (/^(?:percent|tenths)$/.test(unit?.dimension ?? '') || (form === 'ratio' && figure.unitText === ''));
  if (kind !== 'level' && !isShare) return false;
  if (isShare && (/^用于/.test(sentence.textAfter(t)) || isOfSpan(sentence, t, phrase))) return false;
  let reached = isShare || lead.to;
  for (let i = t - 1; i >= 0 && sentence.at(i)?.kind !== 'figure' && !sentence.isPunctuation(i, ',;:。'); i--) {
    const word = sentence.word(i);
    if (/^(?:累计|年均|每年|共|稳定在|保持在|平均|新增|净增|稳定|保持|五年累计)/.test(word)) return false;
    if (/^(?:分别)?(?:达|突破|超|迈上|跃上|站上|覆盖|拥有|共有|现有|总数|扩大)/.test(word)) reached = true;
  }
  if (/^[^,;。]{0,14}(?:位列|迈入|跻身)/.test(sentence.textAfter(t))) reached = true;
  return reached && (isShare || !done.test(phrase.action || lead.action));
};

/** 贡献率超过30%, 赤字率一直控制在3%以内, 精简行政许可30%: of the whole span, not of its end. */
const isOfSpan = (sentence: Sentence, t: number, phrase: Phrase): boolean => {
  if (
    (/贡献率$/.test(sentence.textOf(phrase)) && !/达到?$/.test(sentence.word(t - 1))) ||
    /^(?:压减|压缩|削减|减少|精简|裁减|取消|下放)$/.test(phrase.action)
  )
    return true;
  for (let i = t - 1; i >= 0 && !sentence.isFigure(i) && !sentence.isPunctuation(i, ',;:。'); i--)
    if (/^(?:一直|始终|长期|均)$/.test(sentence.word(i))) return true;
  return false;
};
