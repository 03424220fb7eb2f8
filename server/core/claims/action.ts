import { WordClass as W } from '../text/lexicon.ts';
import type { FigureInSentence } from './figure-in-sentence.ts';
import type { Measurement } from './measure.ts';
import { nounBehind, stageVerb } from './noun-behind.ts';
import { isEmpty, type Sentence } from './sentence.ts';

/** What was done to what is counted; 累计 in front where the figure counts all that was ever done. */
export const actionOf = (here: FigureInSentence, { carried, indicator }: Pick<Measurement, 'carried' | 'indicator'>): string => {
  const { sentence, t, figure, kind, lead, phrase } = here;
  const isTotal =
    lead.to ||
    /^总(?:量|数|额|规模)$/.test(lead.aspect) ||
    /总(?:量|数|规模|里程|面积)$/.test(sentence.textOf(phrase)) ||
    /(?:达到?|突破|超过?)$/.test(sentence.text.slice(Math.max(0, figure.start - 4), figure.start));
  const action =
    addedBehind(sentence, t) ||
    (kind === 'level' ? servedBehind(sentence, t) : '') ||
    phrase.action ||
    lead.action ||
    referenceAction(here, carried) ||
    partAction(here, carried) ||
    (carried || isTotal ? '' : listAction(here));
  const isStock =
    kind === 'level' &&
    lasting.has(figure.unit?.dimension ?? '') &&
    (indicator?.kind !== 'flow' || /建|认定|培育|创|退出|修复|改造/.test(action) || isHeld(here));
  // 累计举办50场 may be the year's; 自启用以来累计开行612列 is not.
  const isRun = kind === 'level' && figure.unit?.dimension === 'times';
  return (isStock || (isRun && saysSince(sentence, t))) && !action.includes('累计') && countsAll(sentence, t) ? `累计${action}` : action;
};

/** What is counted up over the years. */
const lasting = new Set(['count', 'area', 'length', 'households', 'power', 'persons']);

/** 全县高标准农田累计44.4万亩: land and lines that were made, in all; in a part of the year 累计 only counts up. */
const isHeld = ({ sentence, t, figure, phrase }: FigureInSentence): boolean =>
  /^(?:area|length|power)$/.test(figure.unit?.dimension ?? '') &&
  !isEmpty(phrase) &&
  /^累计(?:达到?|已达|已)?$/.test(sentence.text.slice(sentence.token(phrase.to - 1).end, figure.start)) &&
  !sentence.tokens.slice(0, t).some(({ time }) => time?.periods.some((period) => period !== null && period.to - period.from < 11));

/** 签约50亿元以上项目2个、10亿元以上项目20个: the first verb of a list holds for all of it. */
const listAction = ({ sentence, t, figure, kind, phrase, claims }: FigureInSentence): string => {
  const last = claims.findLast((claim) => claim.kind !== 'threshold');
  if (kind !== 'level' || last?.kind !== 'level' || !last.unit || last.dimension !== figure.unit?.dimension) return '';
  if (isEmpty(phrase) || phrase.from >= t) return '';
  // 新开工项目32个、竣工项目21个: a stage of its own.
  if (/^..(?:项目|工程)$/.test(sentence.textOf(phrase)) && stageVerb.test(sentence.textOf(phrase))) return '';
  // 科技型中小企业入库118家，专精特新企业27家: a stage behind its noun is not said of what comes behind a comma.
  if (entersBehind.test(sentence.text.slice(0, last.start)) && sentence.text[last.end] === ',') return '';
  // 新增科技企业6家、专精特新企业达到80家: a number of its own.
  if (/^达到?$/.test(sentence.word(t - 1))) return '';
  const between = sentence.text.slice(last.end, sentence.token(phrase.from).start);
  // 供应人才住房1520套，博士后科研平台37家: another measure behind a comma is another matter.
  const goesOn =
    bareUnit(last.unit) === bareUnit(figure.unitText) ? /^(?:以上|以下|左右)?[、,](?:其中)?$/ : /^(?:以上|以下|左右)?、(?:其中)?$/;
  return goesOn.test(between) ? last.action : '';
};

const entersBehind = /[\u4e00-\u9fff]{4}(?:入库|入驻|入统|退库|挂牌|上市)$/;

/** 公里, of 公里 and 万公里. */
const bareUnit = (unit: string): string => unit.replace(/^[十百千万亿]+/, '');

/** 新增泊位8248个，少于上年的8428个: what one's own is held against was counted alike. */
const referenceAction = ({ figure, lead, claims }: FigureInSentence, carried: boolean): string => {
  const last = claims.at(-1);
  const isReference = carried && lead.exceed && !lead.bounds && (lead.compared ?? lead.time) !== null;
  return isReference && last?.unit === figure.unitText ? last.action : '';
};

/** 签约项目71个，其中前三季度56个: a part was counted as its whole is. */
const partAction = ({ figure, phrase, claims }: FigureInSentence, carried: boolean): string => {
  const last = claims.at(-1);
  return carried && phrase.part && last?.unit === figure.unitText ? last.action : '';
};

/** 高铁营业里程新增186公里、达到2048公里: the verb behind the noun. */
const addedBehind = (sentence: Sentence, t: number): string => {
  let i = t - 1;
  while (sentence.isPlain(i, W.over | W.under | W.about)) i--;
  // 超额完成新增260家的目标
  const isOwn = sentence.namesBefore(i, Math.max(0, i - 2)) || sentence.word(i - 1).endsWith('完成') || opensClause(sentence, i);
  return /^(?:新增|净增|新增加)$/.test(sentence.word(i)) && isOwn ? sentence.word(i) : '';
};

/** 全年净增142家: nothing but a time stands between it and the clause before. */
const opensClause = (sentence: Sentence, index: number): boolean => {
  let i = index - 1;
  while (sentence.at(i)?.kind === 'time' || sentence.isPlain(i, W.adverb)) i--;
  return i < 0 || sentence.endsClause(i);
};

/** 为4200余户经营主体发放贷款: so many were served, which is not how many there are. */
const servedBehind = (sentence: Sentence, t: number): string => {
  let i = t - 1;
  while (sentence.isPlain(i, W.over | W.under | W.about | W.adverb)) i--;
  if (!/^[为向给]$/.test(sentence.word(i))) return '';
  const { to } = nounBehind(sentence, t);
  return to > t && sentence.isPlain(to, W.verb) ? sentence.word(to) : '';
};

/** 累计建成, as against 全年累计实现 and 1—11月累计, which count within a time. */
const countsAll = (sentence: Sentence, t: number): boolean => {
  for (let i = t - 1; i >= 0 && !sentence.isFigure(i) && !sentence.isPunctuation(i, ',;:。'); i--) {
    if (!/^累计(?:已|已经|共|达到?|已达)?$/.test(sentence.word(i))) continue;
    for (let j = i - 1; j >= 0 && !sentence.isPunctuation(j, ',;:。'); j--)
      if (sentence.at(j)?.kind === 'time' && !isSinceFounded(sentence, j)) return false;
    return true;
  }
  return false;
};

/** 启用五年来, 自开通以来: ever since it began. */
const founded = /(?:成立|设立|创办|创建|启用|开通|开行|开馆|开园|运营|运行|投用|投运|启动|实施|建成)$/;

const since = new RegExp(`${founded.source.slice(0, -1)}(?:[一二三四五六七八九十]{1,2}年来|以来)`);

const isSinceFounded = (sentence: Sentence, index: number): boolean =>
  /[年以]来$/.test(sentence.word(index)) && founded.test(sentence.word(index - 1));

/** 自2019年启用以来，累计开行; 启用五年来累计: in the clause or the one before it. */
const saysSince = (sentence: Sentence, t: number): boolean => {
  let marks = 0;
  let i = t - 1;
  while (i >= 0 && !sentence.isFigure(i) && !sentence.isPunctuation(i, ';:。') && (!sentence.isPunctuation(i, ',') || ++marks < 2)) i--;
  const words = sentence.text.slice(sentence.at(i)?.end ?? 0, sentence.token(t).start);
  return since.test(words);
};
