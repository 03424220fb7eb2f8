import { WordClass as W } from '../text/lexicon.ts';
import { adjustedWord, isCompared, type Lead, noteTime } from './lead.ts';
import { economicProperty, isAct, isOfCounted, isVerb, stageVerb } from './noun-behind.ts';
import { countDimensions, type Sentence, type Span } from './sentence.ts';

/** The noun phrase before a figure, with what was stripped from it. */
export interface Phrase extends Span {
  /** The verb before it or behind it: 新增, 签约, 开工. */
  action: string;
  /** 其中 */
  part: boolean;
  /** A territory before it. */
  scope: string;
}

const stripClasses =
  W.verb | W.adverb | W.scope | W.conjunction | W.target | W.estimate | W.compare | W.respectively | W.link | W.from | W.exceed | W.split;
/** 扶贫标准, 资助金额: a measure that says too little without the word before it. */
const bareMeasure =
  /^(?:标准|资金|金额|企业|用户|人数|面积|数量|时间|成本|范围|比例|能力|里程|经费|基金|补贴|强度|效率|频次|次数|总额|规模|价格|贷款|用量)$/;

/** First token of the words that lead up to the figure at `t`. */
export const headStart = (sentence: Sentence, t: number): number => {
  let i = t - 1;
  while (i >= 0) {
    const { kind, start, partner } = sentence.token(i);
    if (sentence.isFigure(i)) break;
    if (kind === 'punctuation') {
      const mark = sentence.text[start] as string;
      if (mark === ')' && partner !== undefined) {
        i = partner - 1;
        continue;
      }
      if (mark === '、' ? closesFigure(sentence, i - 1) : mark === ' ' ? sentence.isGap(i) : !/[-~*·/+|&<>=#.]/.test(mark)) break;
    }
    i--;
  }
  return i + 1;
};

/** 30%以上、…: a figure, with the words behind it that belong to it, ends at `index`. */
const closesFigure = (sentence: Sentence, index: number): boolean => {
  let i = index;
  while (sentence.at(i)?.kind === 'word' && sentence.has(i, W.over | W.under | W.about)) i--;
  return sentence.isFigure(i);
};

/** How the words [start, end) are to be read. */
export interface PhraseOptions {
  /** Items of a list, where a verb may stand inside an item. */
  isList?: boolean;
  ranks?: boolean;
  /** Rates and ranks, whose names may hold verbs: 新建绿色建筑占比. */
  rates?: boolean;
  /** Territories that are the document's own. */
  ownScope: RegExp;
}

/** The noun phrase in [start, end): strips what stands before it (times, adverbs, verbs, territories) and what was done behind it. */
export const takePhrase = (sentence: Sentence, start: number, limit: number, lead: Lead, options: PhraseOptions): Phrase => {
  const phrase: Phrase = { from: start, to: limit, action: '', part: false, scope: '' };
  for (let i = start; i < limit; i++) if (sentence.word(i) === '其中') phrase.part = true;
  if (lead.rise || lead.fall) endAtPredicate(sentence, phrase);
  beginAfterCounted(sentence, phrase);
  takeStages(sentence, phrase);
  if (options.ranks) endAtRanking(sentence, phrase);
  if (!options.isList) {
    // …养老金、惠及549万人
    if (sentence.word(limit - 2) === '、' && limit - 2 > start && isVerb(sentence, limit - 1)) phrase.from = limit - 1;
    endAtCorrection(sentence, phrase, lead);
    if (!takeAchievement(sentence, phrase) && !takeBudget(sentence, phrase)) beginAfterBreak(sentence, phrase, lead);
    beginAfterVerb(sentence, phrase);
    beginAfterAttribute(sentence, phrase);
    if (!options.rates && !options.ranks) beginAfterAct(sentence, phrase);
    beginAtCollective(sentence, phrase);
    beginAtQuoted(sentence, phrase);
  }
  stripBefore(sentence, start, phrase, lead, options.ownScope);
  // 年度完成投资49.5亿元, 成为全省第三个突破…的县 name nothing.
  if (/^(?:年度|本年度|当年|(?:全[国省市区县州])?第[一二三四五六七八九十]{1,3}[个家座])$/.test(sentence.textOf(phrase)))
    phrase.from = phrase.to;
  return phrase;
};

/** 机电产品出口表现突出、增长7.6% */
const endAtPredicate = (sentence: Sentence, phrase: Phrase): void => {
  let { to } = phrase;
  if (sentence.word(to - 1) !== '、') return;
  to--;
  while (to > phrase.from && sentence.isPlain(to - 1, W.split | W.adverb) && sentence.namesBefore(to - 1, phrase.from)) to--;
  phrase.to = to;
};

/** 14个重点乡镇细颗粒物浓度: whose, not what. */
const beginAfterCounted = (sentence: Sentence, phrase: Phrase): void => {
  if (!countDimensions.has(sentence.at(phrase.from - 1)?.figure?.unit?.dimension ?? '')) return;
  for (let i = phrase.from + 1; i < phrase.to; i++) if (sentence.at(i)?.indicator && isOfCounted(sentence, phrase.from, i)) phrase.from = i;
};

/** 项目开工100个, 项目踏勘已组织22个: what was done stands behind the noun. */
const takeStages = (sentence: Sentence, phrase: Phrase): void => {
  const isStage = (index: number): boolean =>
    (sentence.isPlain(index, W.adverb) || (sentence.isPlain(index, ~0) && stageVerb.test(sentence.word(index)))) &&
    sentence.namesBefore(index, phrase.from);
  const isDone = (index: number): boolean =>
    sentence.has(index, W.verb) &&
    !sentence.has(index, W.noun) &&
    /^(?:已|已经|累计|共)$/.test(sentence.word(index - 1)) &&
    sentence.namesBefore(index - 1, phrase.from);
  while (phrase.to - 1 > phrase.from && (isStage(phrase.to - 1) || isDone(phrase.to - 1))) {
    phrase.to--;
    if (sentence.has(phrase.to, W.verb | W.split) && !sentence.has(phrase.to, W.adverb)) phrase.action ||= sentence.word(phrase.to);
  }
};

/** 综保区保持全国“双A”、杭州关区第一: what ranks is named before the first word of ranking. */
const endAtRanking = (sentence: Sentence, phrase: Phrase): void => {
  // 单产连续3年居粮食主产省第1位: among whom, not what.
  if (/[居列]$/.test(sentence.word(phrase.from)) && sentence.isPlain(phrase.from, W.rank)) {
    phrase.to = phrase.from;
    return;
  }
  for (let i = phrase.from + 1; i < phrase.to; i++) {
    if (
      !sentence.has(i, W.rank) ||
      (sentence.word(i).length < 2 && !/^[居列]/.test(sentence.word(i))) ||
      sentence.has(i, W.noun) ||
      !sentence.namesBefore(i, phrase.from)
    )
      continue;
    // 位列国家一级博物馆运行评估第一名: the assessment is what one ranks in.
    const among = sentence.textOf({ from: i + 1, to: phrase.to });
    if (assessment.test(among)) phrase.from = i + 1;
    else phrase.to = i;
    return;
  }
};

const assessment = /.{3}(?:评估|评价|考核|测评|考评|评比|竞赛|大赛|排行榜|榜单|督查|激励|指数(?:-.{2,8})?)$/;

/** A word that ends a noun phrase (入选, 获评) ends all that stands before it. */
const beginAfterBreak = (sentence: Sentence, phrase: Phrase, lead: Lead): void => {
  const { from: start } = phrase;
  for (let i = phrase.to - 1; i >= start; i--) {
    // 重点项目加快推进、总投资350亿元; 旅客吞吐量再次破亿、入境游客…
    if (
      sentence.word(i) === '、' &&
      i + 1 < phrase.to &&
      i > start &&
      ((isVerb(sentence, i - 1) && sentence.namesBefore(i - 1, start)) ||
        (sentence.isPlain(i - 2, W.over) && sentence.namesBefore(i - 2, start)))
    ) {
      phrase.from = i + 1;
      return;
    }
    // 完工量, 竣工率
    if (!sentence.isPlain(i, W.split) || /^[率额量]/.test(sentence.word(i + 1))) continue;
    // 生活污水集中处理率
    if (
      sentence.has(i, W.verb | W.adverb) &&
      /^.{1,3}率$/.test(sentence.textOf({ from: i + 1, to: phrase.to })) &&
      sentence.namesBefore(i, start)
    )
      continue;
    // 中央财政用于“三农”的支出
    if (sentence.word(i) === '用于' && /(?:支出|投入|资金|经费)$/.test(sentence.textOf(phrase)) && sentence.namesBefore(i, start)) continue;
    // …养老金从2004年人均每月700元: what starts there is named before.
    if (sentence.has(i, W.from) && sentence.namesBefore(i, start)) {
      lead.from = true;
      for (let j = i + 1; j < phrase.to; j++) noteTime(sentence, j, start, lead);
      phrase.to = i;
      continue;
    }
    phrase.from = i;
    return;
  }
};

const achieves = /^(?:完成|实现|增加|贡献|创造)$/;

/** 省重点项目完成投资, 白酒产业实现产值: what was achieved is a property of who achieved it. */
const takeAchievement = (sentence: Sentence, phrase: Phrase): boolean => {
  const verb = achieves.test(sentence.word(phrase.to - 3)) ? phrase.to - 3 : phrase.to - 2;
  if (verb <= phrase.from || !achieves.test(sentence.word(verb))) return false;
  const property = sentence.textOf({ from: verb + 1, to: phrase.to });
  if (!economicProperty.test(property) && !/^(?:再就业|总?产量|销量)$/.test(property)) return false;
  const before = sentence.at(verb - 1);
  // 规上工业企业实现营业收入: of those that are counted otherwise.
  const isActor = /^[规限]上.*企业$|^规模以上.*企业$|^限额以上.*企业$/.test(sentence.word(verb - 1));
  if (!before || (before.indicator && !isActor) || before.classes & (W.verb | W.split | W.adverb) || !sentence.namesBefore(verb, verb - 1))
    return false;
  phrase.without = verb;
  return true;
};

const spends = /^(?:拟?安排|投入|下达|拨付|筹措|落实)$/;

/** 中央财政安排社会保障资金: whose money for what; the verb between is no part of it. */
const takeBudget = (sentence: Sentence, phrase: Phrase): boolean => {
  if (!sentence.text.includes('财政')) return false;
  for (let i = phrase.from + 1; i < phrase.to - 1; i++) {
    if (!spends.test(sentence.word(i))) continue;
    const isBudget =
      /财政$/.test(sentence.textOf({ from: phrase.from, to: i })) &&
      /.(?:资金|经费|补助|支出|投入)$/.test(sentence.textOf({ from: i + 1, to: phrase.to }));
    if (isBudget) phrase.without = i;
    return isBudget;
  }
  return false;
};

/** 总磷浓度剔除自然因素影响后: on what basis, not what. */
const endAtCorrection = (sentence: Sentence, phrase: Phrase, lead: Lead): void => {
  if (!/后$/.test(sentence.textOf(phrase))) return;
  for (let i = phrase.to - 2; i >= phrase.from; i--) {
    if (!/^(?:剔除|扣除)/.test(sentence.word(i))) continue;
    phrase.to = i;
    lead.adjusted = true;
    return;
  }
};

/** 电动汽车、锂电池、光伏产品“新三样”出口: a list and the word for all of it. */
const beginAtCollective = (sentence: Sentence, phrase: Phrase): void => {
  for (let i = phrase.to - 1; i > phrase.from + 2; i--) {
    if (sentence.at(i)?.kind !== 'quote' || sentence.at(i - 1)?.kind === 'punctuation') continue;
    const list = sentence.textOf({ from: phrase.from, to: i });
    if (list.includes('、') && !/[的等]$/.test(list)) phrase.from = i;
    return;
  }
};

/** 三个“一号工程”评定总分: how many there are of what is quoted is no part of the name. */
const beginAtQuoted = (sentence: Sentence, phrase: Phrase): void => {
  for (let i = phrase.to - 2; i > phrase.from; i--)
    if (sentence.at(i)?.kind === 'quote' && /[两三四五六七八九十][个项大]$/.test(sentence.word(i - 1))) phrase.from = i;
};

/** 3900多个项目投产、新增产值5000亿元: a verb behind 、 begins anew. */
const beginAfterVerb = (sentence: Sentence, phrase: Phrase): void => {
  for (let i = phrase.to - 3; i > phrase.from; i--) {
    if (sentence.word(i) !== '、' || !sentence.has(i + 1, W.verb) || sentence.has(i + 1, W.noun)) continue;
    // 危房改造开工量、完工量
    if (/[率额量]$/.test(sentence.word(i - 1)) && /^[率额量]/.test(sentence.word(i + 2))) continue;
    phrase.from = i + 1;
    return;
  }
};

const issues = /^(?:发布|公布|评选|认定|设立|核准|批准|颁布|命名|评定|确定|制定|印发)$/;

/** 世界知识产权组织发布的全球百强科技集群: by whom it was issued is no part of it. */
const beginAfterAttribute = (sentence: Sentence, phrase: Phrase): void => {
  for (let i = phrase.to - 2; i > phrase.from + 1; i--) {
    if (sentence.word(i) !== '的' || !issues.test(sentence.word(i - 1)) || !sentence.namesBefore(i - 1, phrase.from)) continue;
    if (sentence.textOf({ from: i + 1, to: phrase.to }).length >= 4) phrase.from = i + 1;
    return;
  }
};

const bareHead = /^(?:中心|平台|基地|基金|资金|计划|工程|行动|园区?|库|站|室|点)$/;
const effects = /^(?:惠及|覆盖|带动|受理|集聚|吸引)$/;
/** Governments and territories do many things; what they did is named without them. */
const agent = /(?:政府|人大|政协|法院|检察院|机关|部门|系统|[省市县区州]|常委会|我们)$|^[省市区县乡镇村各级]+$/;

/** 中关村科技园新增注册企业: where, not what. */
const isPark = (sentence: Sentence, from: number, to: number): boolean =>
  /(?:园|园区|特区|开发区|示范区|试验区|新区|港)$/.test(sentence.textOf({ from, to }));

/** “归雁”行动新增返乡创业人员: by what, not what. */
const isCampaign = (sentence: Sentence, from: number, to: number): boolean =>
  /”(?:专项)?(?:行动|工程|计划)$/.test(sentence.text.slice(sentence.token(from).start, sentence.token(to).start));

/** 省人大常委会审议地方性法规, 企业新增减负: who did what to what; the last is what is counted. */
const beginAfterAct = (sentence: Sentence, phrase: Phrase): void => {
  for (let i = phrase.to - 2; i > phrase.from; i--) {
    // 科技园累计入驻企业
    if (sentence.word(i) === '累计' && isPark(sentence, phrase.from, i)) {
      phrase.from = i + 1;
      return;
    }
    if (!isAct(sentence, i) || i === phrase.without || !sentence.namesBefore(i, phrase.from) || !sentence.namesBefore(phrase.to, i + 1))
      continue;
    // 政府新增债券
    if (
      sentence.word(i) === '新增' &&
      !sentence.isPlain(i - 1, W.adverb) &&
      !isPark(sentence, phrase.from, i) &&
      !isCampaign(sentence, phrase.from, i)
    )
      continue;
    // 专利培育中心
    if (bareHead.test(sentence.textOf({ from: i + 1, to: phrase.to }))) continue;
    // 以工代赈带动就业, 热线受理诉求: a thing, and what it brings about.
    const isCounted = sentence.isFigure(phrase.from - 1);
    if (effects.test(sentence.word(i)) && !isCounted && !agent.test(sentence.textOf({ from: phrase.from, to: i }))) return;
    phrase.action ||= sentence.word(i);
    phrase.from = i + 1;
    return;
  }
};

const stripBefore = (sentence: Sentence, start: number, phrase: Phrase, lead: Lead, ownScope: RegExp): void => {
  const staged = phrase.action !== '';
  const { to } = phrase;
  // 50%以上号源、转诊量: what belongs to the figure before.
  if (/^(?:及?以[上下内]|左右)$/.test(sentence.word(phrase.from)) && sentence.isFigure(phrase.from - 1)) phrase.from++;
  let i = phrase.from;
  while (i < to) {
    const { kind, time, classes, indicator, partner } = sentence.token(i);
    if (kind === 'punctuation' && sentence.isPunctuation(i, '(') && partner !== undefined && partner < to) {
      i = partner + 1;
      continue;
    }
    if (kind === 'time') {
      if (time?.average) lead.average = true;
      else if (lead.time === null && lead.compared === null && !isCompared(sentence, i, start)) lead.time = time?.periods[0] ?? null;
    } else if (kind === 'word' && !indicator && classes & stripClasses) {
      if (beginsName(sentence, i, to)) break;
      const word = sentence.word(i);
      if (classes & W.scope) {
        if (scopeIsName(sentence, i, to, ownScope)) break;
        phrase.scope = word;
      }
      if (classes & (W.verb | W.split) && !(classes & (W.adverb | W.conjunction | W.link)) && !staged) phrase.action = word;
      if (classes & W.target && !/^(?:目标|计划|任务)/.test(word)) lead.target = true;
      if (classes & W.estimate) lead.estimate = true;
      if (adjustedWord.test(word)) lead.adjusted = true;
    } else if (kind !== 'punctuation' && !isOrdinalOrLevel(sentence, i, to)) break;
    i++;
  }
  const keepsVerb =
    i > start && i < to && sentence.at(i - 1)?.kind === 'word' && sentence.has(i - 1, W.verb) && sentence.word(i - 1).length >= 2;
  phrase.from = keepsVerb && bareMeasure.test(sentence.textOf({ from: i, to })) ? i - 1 : i;
};

/** 整改率, 高标准农田: a verb or adverb that begins a name. */
const beginsName = (sentence: Sentence, index: number, to: number): boolean => {
  const { classes } = sentence.token(index);
  const isLast = index + 1 >= to;
  if (
    classes & W.verb &&
    !isLast &&
    sentence.at(index + 1)?.kind !== 'time' &&
    /^[率额量费权点者型性式类]/.test(sentence.textFrom(index + 1))
  )
    return true;
  // 投资、消费增速
  if (/^(?:投资|消费|出口|进口)$/.test(sentence.word(index)) && sentence.isPunctuation(index + 1, '、')) return true;
  // 基本公共服务, as against 基本建成
  if (
    sentence.word(index) === '基本' &&
    !isLast &&
    (!sentence.has(index + 1, W.verb | W.split | W.link) || beginsName(sentence, index + 1, to))
  )
    return true;
  if (!(classes & W.noun)) return false;
  const onlyLeads =
    classes & (W.verb | W.split) ? !isLast : (classes & W.adverb) !== 0 && sentence.has(index + 1, W.verb) && index + 2 < to;
  return !onlyLeads;
};

/** 全国文明城市, 全国重点实验室: a territory that is part of a name, unless it is our own. */
const scopeIsName = (sentence: Sentence, index: number, to: number, ownScope: RegExp): boolean => {
  const next = sentence.at(index + 1);
  // 全市性督查检查
  if (next && index + 1 < to && sentence.textFrom(index + 1).startsWith('性')) return true;
  if (!next || index + 1 >= to || ownScope.test(sentence.word(index))) return false;
  return !(next.indicator || next.classes & (W.aspect | W.adverb | W.scope) || next.kind === 'time');
};

/** 第一批, and 省市县 before a verb. */
const isOrdinalOrLevel = (sentence: Sentence, index: number, to: number): boolean => {
  if (sentence.at(index)?.kind !== 'other') return false;
  const word = sentence.word(index);
  return (
    /^第.{1,4}[批次届期轮]$/.test(word) || (/^[国省市县区乡镇村级各]+$/.test(word) && sentence.has(index + 1, W.verb) && index + 2 < to)
  );
};
