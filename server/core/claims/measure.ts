import { WordClass as W } from '../text/lexicon.ts';
import type { Measured } from './claim.ts';
import type { FigureInSentence } from './figure-in-sentence.ts';
import { nameOf, shareWithin, withAction } from './naming.ts';
import { behindEtc, entersList, nounBehind } from './noun-behind.ts';
import { countDimensions, isEmpty, type Sentence, type Span } from './sentence.ts';
import { isTargetBehind } from './status.ts';

/** What a figure measures, and how the reader knows. */
export interface Measurement extends Measured {
  carried: boolean;
  /** Of a share: the whole, as written. */
  whole: string;
}

/** One enters or gets many things; only these name an honour. */
const honour = /(?:强|奖|奖项|榜|榜单|名单|名录|目录|库|计划|试点|资金|支持|示范.{0,6}|称号|工程|项目|案例|平台)$/;
const venture = /^(?:启动|开展|实施|推行|承担|参与|参加|试行)$/;
const awards = /^(?:获评|获批|荣获|获得|获|入选|入围|被评为|被授予|蝉联|夺得|荣膺|上榜|跻身)/;
const notANoun = /^(?:[两三几]个台阶|新?台阶|大关|关口|门槛|水平|高位|新高|规模(?!以上))/;

/** Finds what a figure measures: the noun before it, the one behind it, or `subject`, which is carried over. */
export const measure = (here: FigureInSentence, subject: () => Measured | undefined): Measurement => {
  const { sentence, figure, kind, phrase, lead, vocabulary } = here;
  if (figure.form === 'streak') {
    const assessed = assessedBehind(here);
    if (assessed) return { ...assessed, carried: false, whole: '' };
  }
  const { own, whole } = splitShare(here);
  const isCount = kind === 'level' && countDimensions.has(figure.unit?.dimension ?? '');
  const before = behindEtc(sentence, own, isCount);
  const contest = contestOf(here);
  if (contest) return { name: contest, indicator: undefined, carried: false, whole: '' };
  const multiple = isMultipleOf(here) ? subject() : undefined;
  if (multiple) return { name: multiple.name, indicator: multiple.indicator, carried: true, whole: '' };
  const named =
    reachedBehind(here) ??
    realisedBehind(here) ??
    (kind === 'level' ? namedBehind(here, before, isCount) : undefined) ??
    (isDoneToShare(here) ? shareBehind(here) : undefined) ??
    (isEmpty(before) ? undefined : nonEmpty(nameOf(sentence, before, vocabulary))) ??
    shareBehind(here) ??
    (figure.form === 'streak' ? awardBehind(here) : undefined);
  // 按调整后的上年基数502.4亿元计算: of what was told of before.
  const based = named && /基数$/.test(named.name) ? subject() : undefined;
  if (based) return { name: based.name, indicator: based.indicator, carried: true, whole: '' };
  // 新增24家，退库7家，年末实有185家: of what was told of before.
  const holds = named && /^[实现共]有$/.test(named.name);
  if (named && phrase.action === '对' && named.name.endsWith('贡献率'))
    return { name: `${contributorOf(here)}对${named.name}`, indicator: undefined, carried: false, whole };
  const doing = (holds ? undefined : named) ?? didBehind(here) ?? purposeBehind(here) ?? actionAsName(here);
  if (doing) return { name: doing.name, indicator: doing.indicator, carried: false, whole };
  const sibling = kind === 'level' ? siblingOf(here) : undefined;
  if (sibling) return { ...sibling, whole };
  const carried = subject();
  if (isOtherSum(here, carried)) return { name: lead.aspect, indicator: undefined, carried: false, whole };
  // 实施新增4万亿元的投资计划: nothing else is named.
  if (!carried && kind === 'level' && !isEmpty(here.tail)) return { ...nameOf(sentence, here.tail, vocabulary), carried: false, whole };
  if (!carried) return { name: '', indicator: undefined, carried: true, whole };
  // 获得国家科技奖励19项、全国第2: a rank is of the whole name.
  const { name, indicator } = figure.form ? carried : withAction(carried, phrase.action || lead.action, vocabulary);
  return { name, indicator, carried: true, whole };
};

/** 总投资1200亿元，年度投资计划304亿元，完成投资96亿元: planned and done are other sums than the one told of before. */
const isOtherSum = ({ figure, kind, lead: { aspect } }: FigureInSentence, before: Measured | undefined): boolean =>
  kind === 'level' &&
  /投资/.test(aspect) &&
  /(?:总投资|计划投资|投资计划)$/.test(before?.name ?? '') &&
  aspect !== before?.name &&
  figure.unit?.dimension.startsWith('money') === true;

const contestName = '在([^,;:。在]{2,18}?(?:赛|会|杯|评估|评价|考核|考评|测评|评比|督查))[上中]';
const contestAhead = new RegExp(`${contestName}(?:再次|又|首次|共|累计|均|并列)*[\\u4e00-\\u9fff]{1,3}$`);
const contestBehind = new RegExp(`^${contestName}`);

/** 在全国技能大赛上获得2金1银, 连续4年在省级综合测评中位列第一: in what. */
const contestOf = ({ sentence, figure: { form, unitText, start, end } }: FigureInSentence): string | undefined => {
  if (form === 'streak') return contestBehind.exec(sentence.text.slice(end, end + 24))?.[1];
  if (form !== 'rank' && !/^[金银铜]$/.test(unitText)) return undefined;
  return contestAhead.exec(sentence.text.slice(Math.max(0, start - 30), start))?.[1];
};

/** 文旅产业增加值增长9%、对经济增长贡献率达到12%: what contributes is told of before, in the same sentence. */
const contributorOf = ({ sentence, figure, claims }: FigureInSentence): string => {
  const last = claims.at(-1);
  return last && !/[;。]/.test(sentence.text.slice(last.end, figure.start)) ? last.name : '';
};

/** 是设计能力的10倍: how many times something else it is. */
const isMultipleOf = ({ sentence, t, figure, phrase }: FigureInSentence): boolean =>
  figure.unit?.dimension === 'ratio' &&
  sentence.word(t - 1) === '的' &&
  !isEmpty(phrase) &&
  /^(?:是|为|相当于)$/.test(sentence.word(phrase.from - 1)) &&
  (phrase.from === 1 || sentence.endsClause(phrase.from - 2));

/** 学生营养改善计划惠及3200万孩子, 为10万名残疾人提供康复服务: what reaches whom. */
const reachedBehind = ({ sentence, t, figure, phrase, tail, vocabulary }: FigureInSentence): Measured | undefined => {
  if (isEmpty(tail) || figure.form) return undefined;
  if (sentence.word(t - 1) === '为' && sentence.word(tail.to) === '提供' && figure.unit?.dimension === 'persons') {
    let to = tail.to + 1;
    while (!sentence.endsClause(to)) to++;
    const service = sentence.textOf({ from: tail.to + 1, to });
    return service.length < 2 || service.length > 16
      ? undefined
      : { name: nameOf(sentence, tail, vocabulary).name + service, indicator: undefined };
  }
  let verb = t - 1;
  while (sentence.isPlain(verb, W.over | W.under | W.about)) verb--;
  if (!/^(?:惠及|覆盖)$/.test(sentence.word(verb))) return undefined;
  let to = Math.min(phrase.to, verb);
  while (to > phrase.from && sentence.isPlain(to - 1, W.adverb)) to--;
  if (to <= phrase.from) return undefined;
  const subject = sentence.textOf({ from: phrase.from, to });
  return subject.length < 3
    ? undefined
    : { name: subject + sentence.word(verb) + nameOf(sentence, tail, vocabulary).name, indicator: undefined };
};

/** 36925人实现城镇新增就业: what so many persons achieved. */
const realisedBehind = ({ sentence, t, figure }: FigureInSentence): Measured | undefined => {
  if (figure.unit?.dimension !== 'persons' || !/^(?:实现|完成)$/.test(sentence.word(t + 1))) return undefined;
  const indicator = sentence.at(t + 2)?.indicator;
  return indicator?.units.some((unit) => /人/.test(unit)) ? { name: sentence.word(t + 2), indicator } : undefined;
};

/** 人均提高10%: how it is counted, not what. */
const sayNothing = /^(?:人均|户均|亩均|总)?$/;

const nonEmpty = (measured: Measured): Measured | undefined => (sayNothing.test(measured.name) ? undefined : measured);

/** 服务业增加值占GDP比重: the part is what is measured, the whole is kept beside it. */
const splitShare = (here: FigureInSentence): { own: Span; whole: string } => {
  const { sentence, phrase, lead } = here;
  const inside = shareInside(here);
  if (inside) return inside;
  let share = phrase.to - 1;
  while (share >= phrase.from && !sentence.isPlain(share, W.share)) share--;
  if (share < phrase.from) return { own: phrase, whole: '' };
  lead.share = true;
  let end = phrase.to;
  while (end > share + 1 && (sentence.has(end - 1, W.aspect | W.link) || sentence.word(end - 1) === '比例')) end--;
  return { own: { from: phrase.from, to: share }, whole: sentence.textOf({ from: share + 1, to: end }) };
};

/** 服务业在国内生产总值中的比重: the part stands before 在. */
const shareInside = ({ sentence, phrase, lead }: FigureInSentence): { own: Span; whole: string } | undefined => {
  if (!/^(?:比重|比例|占比)$/.test(lead.aspect) || sentence.word(phrase.from - 1) !== '在') return undefined;
  const whole = /^(.{2,}?)中的?$/.exec(sentence.textOf(phrase))?.[1];
  if (!whole) return undefined;
  let from = phrase.from - 1;
  while (from > 0 && (sentence.at(from - 1)?.kind === 'other' || sentence.at(from - 1)?.indicator || sentence.has(from - 1, W.noun)))
    from--;
  if (from === phrase.from - 1) return undefined;
  lead.share = true;
  lead.aspect = shareWithin;
  return { own: { from, to: phrase.from - 1 }, whole };
};

/** 10个重大外资项目, 总规模50亿元的专项基金: the noun behind the figure, where that is what it counts. */
const namedBehind = (here: FigureInSentence, before: Span, isCount: boolean): Measured | undefined => {
  const { sentence, t, figure, tail, vocabulary } = here;
  if (isEmpty(tail) && isCount) return sentence.endsClause(t + 1) ? undefined : enteredBehind(here, t + 1, '');
  // 完成127亿元投资, 发放2亿元补贴: behind a sum that is done something with, such a verb is its noun.
  if (isEmpty(tail) && figure.unit?.dimension.startsWith('money') && sentence.has(t - 1, W.verb | W.act) && sentence.endsClause(t + 2)) {
    const noun = sentence.word(t + 1);
    if (noun.length === 2 && sentence.isPlain(t + 1, W.verb)) return { name: noun, indicator: undefined };
  }
  if (isEmpty(tail) || isTargetBehind(sentence, t) || notANoun.test(sentence.textFrom(tail.from))) return undefined;
  const text = sentence.textOf(tail);
  if (text.length < 2 && !/^[省市县区村镇乡国]$/.test(text)) return undefined;
  const own = isEmpty(before) ? '' : sentence.textOf(before);
  if (!(isCount ? countTakesNoun(here, own) : amountTakesNoun(here, before, own))) return undefined;
  const behind = isCount || own === '' ? tail : { ...tail, to: firstItem(sentence, tail) };
  // 1个“扩投资优结构”总体行动: of a single thing the quotation is its title.
  const isTitled = isCount && figure.values[0] === 1 && sentence.at(tail.from)?.kind === 'quote' && tail.to - tail.from > 1;
  if (isTitled) {
    const kindOfThing = nameOf(sentence, { from: tail.from + 1, to: tail.to }, vocabulary);
    if (kindOfThing.name.length >= 3) return kindOfThing;
  }
  const chosen = withOwn(
    here,
    own,
    levelled(here, quotedLast(sentence, behind) ?? achieverOf(nameOf(sentence, behind, vocabulary), isCount)),
  );
  if (!chosen.name || (isCount && own.length >= 2 && tail.to - tail.from === 1 && sentence.isPlain(tail.from, W.verb | W.split)))
    return undefined;
  // 18个项目入选…计划: what they entered says more than 项目.
  return (isCount ? enteredBehind(here, tail.to, chosen.name) : undefined) ?? chosen;
};

/** 九江石化年产150万吨芳烃、乐平水利枢纽: the measure is of the first. */
const firstItem = (sentence: Sentence, tail: Span): number => {
  for (let i = tail.from; i < tail.to; i++) if (sentence.isPunctuation(i, '、') || (i > tail.from && sentence.word(i) === '等')) return i;
  return tail.to;
};

/** 1550个省重点项目完成投资…: what is counted achieves what stands behind it. */
const achieverOf = (named: Measured, isCount: boolean): Measured => {
  // 3个国考断面水质达标率100%
  const achiever = isCount ? /^(.{2,}项目)完成投资$|^(.{2,}?)(?:水质)?[^的]{2}率$/.exec(named.name)?.slice(1).find(Boolean) : undefined;
  return achiever ? { name: achiever, indicator: undefined } : named;
};

/** 1053个事项“跨省通办”: what the quotation says of the things counted names them. */
const quotedLast = (sentence: Sentence, tail: Span): Measured | undefined => {
  const last = tail.to - 1;
  if (last <= tail.from || sentence.at(last)?.kind !== 'quote' || sentence.at(last - 1)?.kind === 'quote' || !sentence.endsClause(tail.to))
    return undefined;
  const noun = sentence.textOf({ from: tail.from, to: last });
  return noun.length <= 4 ? { name: sentence.word(last) + noun, indicator: undefined } : undefined;
};

/** 5个国家级、60个省级实训基地: the noun stands behind the last of them. */
const levelled = ({ sentence, tail, vocabulary }: FigureInSentence, named: Measured): Measured => {
  const next = tail.to + 1;
  if (
    !/^(?:国家|省|市|区|县|部|世界|[十百千万]亿)级$/.test(named.name) ||
    !sentence.isFigure(next) ||
    !/^[、和]$/.test(sentence.word(tail.to))
  )
    return named;
  const other = nounBehind(sentence, next);
  if (isEmpty(other)) return named;
  const noun = nameOf(sentence, other, vocabulary).name.replace(/^(?:国家|省|市|区|县|部|世界|[十百千万]亿)级(?:及?以上)?/, '');
  return { name: named.name + noun, indicator: vocabulary.byName.get(named.name + noun) };
};

/** 长三角一体化高质量发展80项重点任务: too general a noun takes the words before the figure. */
const generalNoun =
  /^(?:重点|主要|具体|创新|改革|重大|支持|惠企|惠民|配套|量化)*(?:政策|措施|政策措施|举措|任务|工作任务|事项|路径|指标|行动|条款|场景|清单)$/;
const withOwn = ({ sentence, t, phrase, lead }: FigureInSentence, own: string, named: Measured): Measured =>
  own.length >= 4 && phrase.to === t && !lead.to && generalNoun.test(named.name) && sentence.at(t - 1)?.kind !== 'punctuation'
    ? { name: own + named.name, indicator: undefined }
    : named;

const countTakesNoun = ({ sentence, t }: FigureInSentence, own: string): boolean =>
  sentence.word(t + 1) !== '的' || !own || /^总?投资/.test(own);

const amountTakesNoun = ({ sentence, t, figure, lead, tail }: FigureInSentence, before: Span, own: string): boolean => {
  if (!own) return true;
  if (sentence.word(t + 1) === '的')
    // 2.3万亿元的经济总量、492.8亿斤的粮食产能
    return (
      sentence.isPunctuation(t - 1, '、') ||
      /^(?:总?规模|总?投资|总?面积|总额|价值|总价值|占地|资金|计划投资)$/.test(own) ||
      /规模|投资|总额/.test(lead.aspect)
    );
  // 示范区完成600平方公里设施智能化部署: what was completed of it.
  if (/^(?:完成|实施|开展|启动)$/.test(sentence.word(t - 1)) && sentence.isPlain(tail.to - 1, W.verb) && tail.to - tail.from > 1)
    return true;
  const isAlone = before.to - before.from === 1;
  // 吉化120万吨乙烯, 九江石化年产150万吨芳烃: whose plant, how much, of what.
  if (isAlone && /^(?:mass|power|volume)$/.test(figure.unit?.dimension ?? '') && sentence.at(before.from)?.kind === 'other')
    return sentence.at(t - 1)?.end === sentence.at(before.from)?.end || sentence.word(t - 1) === '年产';
  // 中央财政安排100亿元专项资金: who spends, how much, of what.
  if (/财政$/.test(own) && spending.test(sentence.word(t - 1)) && sentence.textOf(tail).length > 2) return true;
  // 肥城300兆瓦压缩空气储能: a place before a measure and its thing.
  if (isAlone) return own.length <= 3 && sentence.at(before.from)?.kind === 'other';
  // 与常山签订3500亩保障协议: a verb right before the measure leaves the noun behind it.
  return sentence.isPlain(before.to - 1, W.verb);
};

/** Those who do something worth more mention than themselves: 4家企业开展…试点. */
const genericActor = /^(?:企业|城市|地区|县|区|市|县市|县区|单位|省份|学校|园区|地方|地方和园区|社区|村)$/;

const enteredBehind = ({ sentence, vocabulary }: FigureInSentence, index: number, actorName: string): Measured | undefined => {
  let i = index;
  while (sentence.has(i, W.adverb) && !sentence.has(i, W.noun)) i++;
  const verb = sentence.word(i);
  const ventures = venture.test(verb) && genericActor.test(actorName);
  if ((!entersList.test(verb) && !ventures) || sentence.has(i, W.noun)) return undefined;
  // 获批创建…, 列入今年省…, 跻身首批…
  while (sentence.isPlain(i + 1, W.verb | W.adverb | W.scope) || sentence.at(i + 1)?.kind === 'time') i++;
  const tail = nounBehind(sentence, i);
  if (isEmpty(tail)) return undefined;
  const named = nameOf(sentence, behindEtc(sentence, tail, true), vocabulary);
  const name = named.name.replace(/(?:名单|名录|行列)$/, '');
  if (name.length < 3 || (ventures && !/(?:试点|工程|计划|行动|改革|活动)$/.test(name))) return undefined;
  return /^(?:进入|得到|获得)$/.test(verb) && !honour.test(named.name) ? undefined : { ...named, name };
};

const spending = /^(?:投入|安排|统筹|筹集|拨付|下达|争取|落实|整合|兑现|发放|筹措|投放)/;

/** 投入4.3亿元实施职业技能提升工程, 统筹9.8亿元用于援企稳岗: what money is spent on. */
const purposeBehind = ({ sentence, t, figure, kind, phrase, lead, vocabulary }: FigureInSentence): Measured | undefined => {
  if (
    kind !== 'level' ||
    !figure.unit?.dimension.startsWith('money') ||
    !(spending.test(phrase.action || lead.action) || spending.test(sentence.word(t - 1)))
  )
    return undefined;
  let i = t;
  while (sentence.isPlain(i + 1, W.verb | W.split | W.adverb | W.rise)) i++;
  if (i === t) return undefined;
  const tail = nounBehind(sentence, i);
  const named = isEmpty(tail) ? undefined : nonEmpty(nameOf(sentence, tail, vocabulary));
  return named && named.name.length >= 3 ? named : undefined;
};

/** 拉动投资3000亿元, 惠及549万人: a doing that needs no noun. */
const actionAsName = ({ figure, kind, phrase, lead }: FigureInSentence): Measured | undefined => {
  const action = phrase.action || lead.action;
  const dimension = figure.unit?.dimension ?? '';
  if (kind !== 'level' || !action) return undefined;
  const names = dimension.startsWith('money')
    ? /^(?:投资|融资|消费|销售|采购|贷款|授信)$/.test(action)
    : /^(?:persons|visits|households|companyVisits)$/.test(dimension) && /^(?:惠及|受益|服务|带动|接待|接种|参加|参与)$/.test(action);
  return names ? { name: action, indicator: undefined } : undefined;
};

/** 覆盖95%以上乡镇, 向基层投放50%以上号源: a verb right before a share of what stands behind it. */
const isDoneToShare = ({ sentence, t, lead }: FigureInSentence): boolean =>
  sentence.word(t - 1) === '覆盖' ||
  sentence.word(t - 2) === '覆盖' ||
  (sentence.isPlain(t - 1, W.act) && !sentence.has(t - 1, W.link | W.over | W.rise | W.fall) && !lead.to && !lead.from);

/** 70%左右财政支出用于民生, 85%以上农户参与: the share of what stands behind. */
const shareBehind = ({ sentence, t, figure, kind, lead, vocabulary }: FigureInSentence): Measured | undefined => {
  if (kind !== 'ratio' || figure.unit?.dimension !== 'percent' || lead.share || lead.aspect || isTargetBehind(sentence, t))
    return undefined;
  let last = /^(?:及?以上|左右|以内|上下)$/.test(sentence.word(t + 1)) ? t + 1 : t;
  // 95%以上实行备案管理
  if (/^(?:实行|实现|用于|纳入|完成)$/.test(sentence.word(last + 1))) last++;
  const tail = nounBehind(sentence, last);
  const named = isEmpty(tail) ? undefined : nameOf(sentence, tail, vocabulary);
  // 86%的县
  if (!named || (named.name.length < 2 && !/^[省市县区乡镇村]$/.test(named.name))) return undefined;
  const did = t === 0 || sentence.isPunctuation(t - 1, ',;。:') ? predicateBehind(sentence, tail) : '';
  return did ? { name: named.name + did, indicator: undefined } : named;
};

/** 80%的村建成卫生室: a share of those who did something is named by what they did. */
const predicateBehind = (sentence: Sentence, { from, to }: Span): string => {
  if (!sentence.isPlain(to, W.verb | W.split)) return '';
  let end = to;
  while (!sentence.endsClause(end) && !sentence.isFigure(end)) end++;
  const said = sentence.textOf({ from: to, to: end });
  return sentence.isFigure(end) || said.length < 4 || sentence.textOf({ from, to: end }).length > 20 ? '' : said;
};

/** 连续4年获评全国“政府采购百强区”: what the run of years is about stands behind it. */
const awardBehind = ({ sentence, t, vocabulary }: FigureInSentence): Measured | undefined => {
  if (!awards.test(sentence.word(t + 1))) return doneBehind(sentence, t);
  let from = t + 1;
  while (sentence.has(from, W.split | W.verb | W.scope | W.rank) && !sentence.has(from, W.noun)) from++;
  const tail = nounBehind(sentence, from - 1);
  return isEmpty(tail) ? undefined : nameOf(sentence, tail, vocabulary);
};

/** 连续3年提高城乡居民基础养老金, 连续3年为适龄女性免费接种疫苗: what is done year by year. */
const doneBehind = (sentence: Sentence, t: number): Measured | undefined => {
  let from = t + 1;
  // 连续44年无重大森林火灾
  if (/^[无未]/.test(sentence.textAfter(t))) {
    const name = /^[无未](?:发生)?([\u4e00-\u9fff]{3,16})(?=[,;。、!]|$)/.exec(sentence.textAfter(t))?.[1];
    return name === undefined ? undefined : { name, indicator: undefined };
  }
  while (sentence.isPlain(from, W.verb | W.rise | W.fall | W.adverb) || sentence.word(from) === '为') from++;
  let to = from;
  while (to < sentence.tokens.length && !sentence.endsClause(to) && !sentence.isFigure(to)) to++;
  // 连续4年每年跨越一个百亿台阶: a level of what was told of before.
  const name =
    from > t + 1 && !(sentence.isFigure(to) && sentence.tokens.slice(t, to).some(({ classes }) => classes & W.over))
      ? sentence.textOf({ from, to })
      : '';
  return name.length >= 3 && name.length <= 24 ? { name, indicator: undefined } : undefined;
};

/** 医药港连续两年特色小镇年度评估优秀: the assessment is what the run of years is about. */
const assessedBehind = ({ sentence, t, tail }: FigureInSentence): Measured | undefined => {
  if (isEmpty(tail) || (sentence.has(t + 1, W.verb | W.split | W.rank | W.adverb) && !sentence.has(t + 1, W.noun))) return undefined;
  const match = /^.{2,}?(?:评估|考核|考评|评价|测评|评比)/.exec(sentence.textOf(tail));
  return match ? { name: match[0], indicator: undefined } : undefined;
};

/** 3.2万户、8.6万人稳定脱贫: so many, and nothing but what they did. */
const didBehind = ({ sentence, t, figure, tail }: FigureInSentence): Measured | undefined => {
  if (!isEmpty(tail) || !/^(?:persons|households)$/.test(figure.unit?.dimension ?? '')) return undefined;
  let first = t;
  while (sentence.word(first - 1) === '、' && sentence.isFigure(first - 2)) first -= 2;
  if (first > 0 && !sentence.isPunctuation(first - 1, ',;。:')) return undefined;
  let last = t;
  while (sentence.word(last + 1) === '、' && sentence.isFigure(last + 2)) last += 2;
  let to = last + 1;
  while (!sentence.endsClause(to) && !sentence.isFigure(to)) to++;
  const did = sentence.textOf({ from: last + 1, to }).replace(/^(?:已|均|都|全部|将)+/, '');
  return sentence.isFigure(to) || did.length < 4 || did.length > 12 || !sentence.has(last + 1, W.verb | W.split | W.adverb | W.link)
    ? undefined
    : { name: did, indicator: undefined };
};

/** A level that names nothing: of the same measure as one before it, or of what the row's target counts. */
const siblingOf = ({
  sentence,
  t,
  figure,
  lead,
  phrase,
  claims,
  antecedents,
  vocabulary,
}: FigureInSentence): (Measured & { carried: boolean }) | undefined => {
  const previous = claims.at(-1);
  // 250宗、1.15万亩 and 8宗538亩: two measures of one thing.
  if (previous && previous.name !== '' && /^、?$/.test(sentence.text.slice(previous.end, figure.start))) return undefined;
  // 列全省第18位，较上年前移3位
  if (figure.unitText === '位' && previous?.kind === 'rank' && (lead.rise || lead.fall))
    return { name: previous.name, indicator: previous.indicator, carried: true };
  // 返乡创业连续3年超过4000人: what the run of years is about.
  if (previous?.kind === 'streak' && previous.name !== '' && !/[,;。]/.test(sentence.text.slice(previous.end, figure.start)))
    return { name: previous.name, indicator: previous.indicator, carried: true };
  const dimension = figure.unit?.dimension ?? '';
  // 一般公共预算收入100亿元；进出口总额增长8%，突破200亿元: the growth just told of turns to another subject.
  const turns = previous?.kind === 'change' && previous.indicator?.units.includes(figure.unitText);
  if (!lead.aspect && !turns) {
    // 旅游收入迈过百亿大关，达133亿元: a round sum without a unit is of any.
    const isRound = previous?.kind === 'level' && previous.name !== '' && /^[百千万亿]+$/.test(previous.unit);
    const goesOn = isRound && !/[;。]/.test(sentence.text.slice(previous.end, figure.start));
    const alike =
      (goesOn ? previous : undefined) ??
      claims.findLast((claim) => claim.kind === 'level' && claim.name !== '' && claim.dimension === dimension) ??
      antecedents.find((claim) => claim.kind === 'level' && claim.unit === figure.unitText);
    if (alike) {
      const named = withAction(alike, phrase.action, vocabulary);
      return { ...named, carried: named.name === alike.name };
    }
  }
  if (!/^(?:persons|visits|times)$/.test(dimension)) return undefined;
  const doing = dimension !== 'times' && sentence.has(t + 1, W.verb | W.split) ? sentence.word(t + 1) : phrase.action;
  return doing ? { name: doing, indicator: undefined, carried: false } : undefined;
};
