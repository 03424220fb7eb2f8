import type { Kind } from '../figures/figure.ts';
import type { RawFigure } from '../figures/read-figure.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Claim } from './claim.ts';
import type { Lead } from './lead.ts';
import { indicatorOf } from './naming.ts';
import type { Phrase } from './phrase.ts';
import { isEmpty, type Sentence } from './sentence.ts';
import { isTargetBehind } from './status.ts';

/** Properties that make a % figure growth. */
const growthAspect = /增速|增幅|涨幅|降幅|增长|速度|跌幅/;

/** A number without a unit counts only where words lead up to it and its clause ends behind it. */
export const acceptsBare = (sentence: Sentence, t: number, figure: RawFigure, lead: Lead, phrase: Phrase, hasClaims: boolean): boolean => {
  const ends = sentence.endsClause(t + 1) || /^(?:以[上下内]|左右|上下|[缩提降扩下上增减])/.test(sentence.textFrom(t + 1));
  const isLed =
    lead.to ||
    lead.from ||
    lead.over ||
    lead.under ||
    lead.rise ||
    lead.fall ||
    lead.time !== null ||
    /[达为至到是]$/.test(sentence.word(t - 1)) ||
    (figure.step < 1 && /(?:率|指数|系数|得分|评分|分值)$/.test(sentence.word(t - 1)));
  return ends && isLed && (!isEmpty(phrase) || (hasClaims && figure.step < 1));
};

/** 第一 is a rank only behind a territory, a word of ranking or an assessment. */
export const acceptsRank = (sentence: Sentence, t: number, figure: RawFigure, lead: Lead, previous: Claim | undefined): boolean => {
  if (figure.unitText === '%' || figure.within || lead.scope) return true;
  const before = sentence.at(t - 1);
  if (!before) return false;
  if (before.kind === 'word' && before.classes & (W.rank | W.scope)) return true;
  if (/^[、和与及]$/.test(sentence.word(t - 1))) return previous?.kind === 'rank';
  // 居全国沿海港口第17位
  for (let i = t - 1; i >= Math.max(0, t - 6) && sentence.at(i)?.kind !== 'figure' && !sentence.isPunctuation(i, ',;:。、'); i--)
    if (/[居列]$|^排名?$/.test(sentence.word(i)) && sentence.has(i, W.rank)) return true;
  const text = sentence.text.slice(Math.max(0, figure.start - 8), figure.start);
  if (/[国省市区县州界球]$/.test(text)) return true;
  return (
    before.kind !== 'punctuation' &&
    sentence.text.startsWith('第', figure.start) &&
    /激励|评价|考核|考评|评比|评选|监测|指数|总量|增速|比赛|得分/.test(text)
  );
};

export const kindOf = (
  sentence: Sentence,
  t: number,
  figure: RawFigure,
  lead: Lead,
  phrase: Phrase,
  previous: Claim | undefined,
  vocabulary: Vocabulary,
): Kind => {
  if (figure.form && figure.form !== 'ratio') return figure.form;
  // 减少三分之一, 减少一半
  if (
    figure.form === 'ratio' &&
    figure.unitText === '' &&
    (figure.values[0] as number) < 1 &&
    (lead.rise || lead.fall) &&
    !lead.to &&
    !lead.share
  )
    return 'change';
  const dimension = figure.unit?.dimension ?? '';
  if (dimension === 'point') return 'point_change';
  if (dimension === 'tenths') return lead.rise || lead.fall || growthAspect.test(lead.aspect) ? 'change' : 'ratio';
  if (!figure.unit && !figure.form && isScore(sentence, phrase, lead)) return 'level';
  if (figure.form === 'ratio' || dimension === 'ratio' || !figure.unit) return 'ratio';
  return dimension === 'percent' ? percentKind(sentence, t, figure, lead, phrase, previous, vocabulary) : 'level';
};

/** 营商指数为96.6: an index or a score states a level. */
const isScore = (sentence: Sentence, phrase: Phrase, lead: Lead): boolean =>
  /(?:指数|得分|评分|分值)$/.test(isEmpty(phrase) ? lead.aspect : sentence.textOf(phrase));

/** Growth or share: by the words before it, by the list that it goes on, by what the indicator can have. */
const percentKind = (
  sentence: Sentence,
  t: number,
  figure: RawFigure,
  lead: Lead,
  phrase: Phrase,
  previous: Claim | undefined,
  vocabulary: Vocabulary,
): Kind => {
  const name = isEmpty(phrase) ? '' : sentence.textOf(phrase);
  if (lead.aspect === '之比' || name.endsWith('自然增长率')) return 'ratio';
  if (
    figure.values.some((value) => value < 0) ||
    growthAspect.test(lead.aspect) ||
    growthAspect.test(name.slice(-4)) ||
    /增长(?:预期)?目标$/.test(name)
  )
    return 'change';
  if ((lead.rise || lead.fall) && !lead.to && !lead.share) return 'change';
  // 平均压减时间58%
  if (
    (/^(?:平均)?(?:压减|压缩|缩短|减少|精简|降低|削减|下调)(?!率)/.test(name) || /减(?:时间|时限|材料|环节|跑动)$/.test(name)) &&
    !lead.to &&
    !lead.share &&
    !lead.aspect
  ) {
    lead.fall = true;
    return 'change';
  }
  // 压减办理时间58%、材料52%: the verb before the first holds for the next.
  if (previous?.kind === 'change' && name !== '' && goesOnShrinking(sentence, previous, phrase, lead)) {
    lead.fall = true;
    return 'change';
  }
  if (lead.compare && !lead.exceed && !lead.to) return 'change';
  if (/^(?:以上|左右)?的?(?:增速|增长|增幅|涨幅|速度)/.test(sentence.textAfter(t))) return 'change';
  // 农产品加工转化率提高2.5%、达到64.5%: how a rate stands, behind its change.
  if (!name && previous && /^(?:已?达到?|为)$/.test(sentence.word(t - 1)) && /(?:率|比重|占比|比例)$/.test(previous.name)) return 'ratio';
  if (
    !name &&
    previous &&
    !lead.share &&
    !lead.aspect &&
    joins(sentence, previous, figure) &&
    (previous.kind === 'change' || (previous.kind === 'ratio' && previous.unit === '%'))
  )
    return previous.kind;
  // 增长7.2%，完成年初7%的目标
  if (!name && previous?.kind === 'change' && previous.unit === '%' && isTargetBehind(sentence, t)) return 'change';
  const indicator = name ? indicatorOf(sentence, phrase, vocabulary) : undefined;
  const isShare = lead.share || lead.to || /比重|占比|率$|比例/.test(name + lead.aspect);
  return indicator && !isShare && !indicator.units.some((unit) => unit.includes('%') || unit === '天') ? 'change' : 'ratio';
};

/** Nothing but 、 and a short bare noun stands behind the shrinkage of another. */
const goesOnShrinking = (sentence: Sentence, previous: Claim, phrase: Phrase, lead: Lead): boolean =>
  previous.unit === '%' &&
  (previous.values[0] as number) < 0 &&
  !lead.to &&
  !lead.share &&
  !lead.aspect &&
  sentence.text.slice(previous.end, sentence.token(phrase.from).start) === '、' &&
  /^[^率比]{2,6}$/.test(sentence.textOf(phrase));

/** Whether a figure goes on a list or a range of the one before it: 6.5%、35.4%; 由3.2%、上半年的3.9%回升到4.4%; 6%(确保5.5%). */
export const joins = (sentence: Sentence, previous: Claim, figure: RawFigure): boolean => {
  const between = sentence.text.slice(previous.end, figure.start);
  return (
    between.length <= 24 && !/[,;:。]/.test(between) && (/^(?:以上|以内|左右)?[、和与及(至到—]/.test(between) || /到|至|为/.test(between))
  );
};
