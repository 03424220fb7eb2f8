import { WordClass as W } from '../text/lexicon.ts';
import { countDimensions, isEmpty, type Sentence, type Span } from './sentence.ts';
import { sumOfCounted } from './thresholds.ts';

/** What becomes of things that are counted; no part of their name. */
export const stageVerb = /竣工|投用|投产|开工|签约|落地|建成|上线|运营|启用|开业|通车|完工|达产|入驻|入库|获批|获奖|上市|挂牌|参加|参与/;
/** What those who are counted were found worthy of stands behind these. */
export const entersList =
  /^(?:入选|入围|列入|纳入|获评|获批|获得|荣获|获|新获|上榜|跻身|进入|被认定为|认定为|被评为|评为|被列为|被授予|被列入|被命名|受命名|获命名|得到)(?:为)?$/;
/** 54项省级审批权限: behind these a verb is still part of the noun. */
const modifier = /^(?:国家级|省级|市级|区级|县级|乡级|镇级|重大|重点|各类|新型|主要|公共|大型|中小)$/;
/** What those who are counted can have. */
export const economicProperty = /^年?(?:总?投资|总?产值|增加值|营收|营业收入|总?收入|利润|利税|税收|纳税|销售额|销售收入|交易额|成交额)$/;

const endsTail =
  W.verb | W.split | W.rise | W.fall | W.to | W.from | W.over | W.under | W.about | W.compare | W.exceed | W.share | W.respectively;

/** The noun phrase behind the token at `t`: 10个重大外资项目落地. */
export const nounBehind = (sentence: Sentence, t: number): Span => {
  if (sentence.endsClause(t + 1)) return { from: t + 1, to: t + 1 };
  const last = lastOfRun(sentence, t);
  if (last !== t) return nounBehind(sentence, last);
  const { from, scan } = tailStart(sentence, t);
  // 3个过三千亿元城市
  if (sentence.has(from, W.over) && sentence.thresholds.has(from + 1)) return { from, to: nounBehind(sentence, from + 1).to };
  let i = scan;
  while (i < sentence.tokens.length) {
    // 120项重大科技攻关: a verb that ends the clause closes the noun.
    if (
      i > from &&
      isVerb(sentence, i) &&
      sentence.endsClause(i + 1) &&
      !stageVerb.test(sentence.word(i)) &&
      !/^加快|完成|推进|落实|见效|实施|发布|推广|出台/.test(sentence.word(i))
    ) {
      i++;
      break;
    }
    const next = goOn(sentence, from, i);
    if (next === i && continuesCompound(sentence, from, i)) {
      i++;
      continue;
    }
    if (next === i) break;
    i = next;
  }
  const issued = issuedBy(sentence, t, i);
  if (issued) return issued;
  while (i > from && /^[的中内里上]$/.test(sentence.word(i - 1))) i--;
  return { from, to: i };
};

/** 165项国务院部门及其指定地方实施的审批事项: items are what somebody does, not who. */
const issuedBy = (sentence: Sentence, t: number, index: number): Span | undefined => {
  if (!/^[项件]$/.test(sentence.at(t)?.figure?.unitText ?? '')) return undefined;
  let from = index;
  while (from < sentence.tokens.length && sentence.word(from) !== '的') {
    if (from - index > 8 || sentence.endsClause(from) || sentence.at(from)?.kind === 'figure' || sentence.at(from)?.kind === 'time')
      return undefined;
    from++;
  }
  let to = from + 1;
  while (to < sentence.tokens.length && !sentence.endsClause(to) && to - from <= 6) to++;
  const isDone = from > index && sentence.has(from - 1, W.verb) && sentence.endsClause(to);
  return isDone && nameHead.test(sentence.textOf({ from: from + 1, to })) ? { from: from + 1, to } : undefined;
};

/** Where the noun behind a figure begins, and from where on it is read word by word. */
const tailStart = (sentence: Sentence, t: number): { from: number; scan: number } => {
  let from = t + 1;
  // 30户以上智能工厂, 1亿左右农业转移人口
  if (/^(?:及?以[上下内]|左右|上下)$/.test(sentence.word(from)) && !sentence.endsClause(from + 1)) from++;
  if (sentence.word(from) === '的') from++;
  // 8个方面主要目标
  if (/^(?:方面|大类)$/.test(sentence.word(from)) && !sentence.endsClause(from + 1)) from += sentence.word(from + 1) === '主要' ? 2 : 1;
  let scan = from;
  // 4个已投产工业地块项目, 230个计划新开工项目
  while (/^(?:[已未]|计划)$/.test(sentence.word(scan)) && sentence.has(scan + 1, W.verb) && !sentence.endsClause(scan + 2)) scan += 2;
  // 16条主要支流
  if (sentence.word(scan) === '主要' && !sentence.endsClause(scan + 1)) scan++;
  if (opensCompound(sentence, scan) || isNewlyDone(sentence, scan)) scan++;
  return { from, scan };
};

/** What a long name ends with. */
const nameHead =
  /(?:项目|企业|领域|工程|平台|基地|中心|任务|事项|信息|试点|示范区|示范县|示范村|示范点|示范园|园区|区|县|市|村|镇|站|线|线路|网点|设施|场所|机构|体系|行动|计划|方案|案例|产品|品牌|成果|技术|装备|设备|企业家|人才|人员|人口|学生|住房|用地|资金|基金|贷款|标准|措施|举措|条例|法规|许可|权限|指标|学校|医院|实验室|工厂|车间|地块|商品|服务|岗位|协议|合同|主体|奖|奖项|称号|名单|目录|清单|系统|装置|机组|电站|车辆|船舶|航线|通道|集群|办件|场景|问题|案件|纠纷|隐患)$/;
/** Who does things: a verb behind them is no part of their name. */
const actor =
  /(?:企业|公司|学生|人员|群众|居民|农民|村民|职工|干部|市民|老人|老年人|青年|青少年|儿童|妇女|城市|省份|家庭|农户|团队|专家|人才|党员|教师|医生|志愿者|残疾人|劳动者|失业人员|高校|院校|医院|学校|社区|(?<!乡|农)村|镇|乡|街道|县|市|区|省|国家和地区|项目|人|者|产品|成果)$/;

/** 24个试点特色改革项目: a verb that begins a compound noun, which runs up to the end of its clause. */
const opensCompound = (sentence: Sentence, index: number): boolean =>
  isVerb(sentence, index) && !isAct(sentence, index) && sentence.word(index).length >= 2 && endsInName(sentence, index + 1);

/** 39宗新开工项目: what is new of the things counted. */
const isNewlyDone = (sentence: Sentence, index: number): boolean =>
  isAct(sentence, index) && /^新.{2,}/.test(sentence.word(index)) && endsInName(sentence, index + 1);

/** 1162条行政处罚信息, 16个重点实施项目: a verb inside a compound noun. */
const continuesCompound = (sentence: Sentence, from: number, index: number): boolean =>
  index > from &&
  sentence.isPlain(index, W.verb | W.split) &&
  (!isAct(sentence, index) || /(?:重点|重大|省级|市级|县级|区级|国家级)$/.test(sentence.word(index - 1))) &&
  sentence.word(index).length >= 2 &&
  !entersList.test(sentence.word(index)) &&
  !actor.test(sentence.textOf({ from, to: index })) &&
  endsInName(sentence, index + 1);

/** Whether the words from `index` on lead to the head of a name within the clause. */
const endsInName = (sentence: Sentence, index: number): boolean => {
  for (let i = index; i < sentence.tokens.length && i - index <= 6 && !sentence.isPunctuation(i, ',;:。、!?)'); i++) {
    if (sentence.at(i)?.kind === 'figure' || sentence.at(i)?.kind === 'time' || isAct(sentence, i)) return false;
    if (/^[向对在将被由]$|^(?:均|都|全部)$/.test(sentence.word(i))) return false;
    if (nameHead.test(sentence.textOf({ from: index, to: i + 1 }))) return true;
  }
  return false;
};

export const isAct = (sentence: Sentence, index: number): boolean => sentence.isPlain(index, W.act);

/** 6大项64小项共382场比赛: the noun stands behind the last of a run of counts. */
const lastOfRun = (sentence: Sentence, t: number): number => {
  // 8个方面90项政策措施
  const next = /^(?:共|方面|大类|领域)$/.test(sentence.word(t + 1)) ? t + 2 : t + 1;
  const own = sentence.at(t)?.figure?.unit;
  const other = sentence.at(next)?.figure?.unit;
  const adjoins = next > t + 1 || sentence.at(next)?.start === sentence.at(t)?.end;
  return own && other && adjoins && sentence.isFigure(next) && countDimensions.has(own.dimension) && countDimensions.has(other.dimension)
    ? next
    : t;
};

export const isVerb = (sentence: Sentence, index: number): boolean => sentence.isPlain(index, W.verb) && !sentence.has(index, W.split);

/** 30户以上智能工厂, 12个投资超5亿元的补链项目: words around a threshold inside the noun. */
const definesCounted = (sentence: Sentence, from: number, i: number): boolean => {
  const { thresholds } = sentence;
  if (sumOfCounted.test(sentence.word(i)) && sentence.has(i + 1, W.over) && thresholds.has(i + 2)) return true;
  if (i === from) return false;
  if (sentence.has(i, W.over | W.under)) return thresholds.has(i - 1) || thresholds.has(i + 1);
  return sentence.word(i) === '的' && thresholds.has(i - 1);
};

/** Where a noun that began at `from` goes on from `i`; `i` itself where it ends. */
const goOn = (sentence: Sentence, from: number, i: number): number => {
  const { kind, classes, indicator, partner } = sentence.token(i);
  if (sentence.isFigure(i) || kind === 'time') return i;
  if (kind === 'punctuation') {
    if (i === from) return i;
    // 新开工项目(已开工8宗)进展…: a bracket with a figure of its own ends the noun.
    if (sentence.isPunctuation(i, '(') && partner !== undefined)
      return sentence.tokens.slice(i, partner).some(({ figure }) => figure) ? i : partner + 1;
    return sentence.isPunctuation(i, '-·/&') || (sentence.isPunctuation(i, '、') && continuesNoun(sentence, i + 1)) ? i + 1 : i;
  }
  // 76个项目总投资共…, 13个设区市地区生产总值
  if (i > from && /^(?:计划|项目)?总投资$|^总?建筑面积$|^总(?:面积|金额|额|规模)$/.test(sentence.word(i))) return i;
  // 县级以上农业龙头企业
  if (
    i > from &&
    classes & (W.over | W.under) &&
    sentence.word(i - 1).endsWith('级') &&
    /^及?以[上下]$/.test(sentence.word(i)) &&
    !sentence.endsClause(i + 1)
  )
    return i + 1;
  // 18个省级特色专业镇营业收入预计…
  if (i > from && isOfCounted(sentence, from, i)) return i;
  // 国家首批试点; 真空包装等高新技术货物
  if (
    i > from &&
    (/^(?:首批|第一批|新一批)$/.test(sentence.word(i)) ||
      (sentence.word(i) === '等' && /^(?:other|quote)$|noun/.test(sentence.has(i + 1, W.noun) ? 'noun' : (sentence.at(i + 1)?.kind ?? ''))))
  )
    return i + 1;
  // 300亿元财政资金支持产业发展
  if (/^(?:支持|扶持|保障|推动|促进)$/.test(sentence.word(i)) && /(?:资金|基金|贷款|债券|经费)$/.test(sentence.textOf({ from, to: i })))
    return i;
  if (kind !== 'word' || indicator || classes & W.noun) return i + 1;
  if (sentence.thresholds.size > 0 && definesCounted(sentence, from, i)) return i + 1;
  if (sentence.word(i).length === 1 && !/[向对在将被由与为]/.test(sentence.word(i)) && isInsideNoun(sentence, i, classes)) return i + 1;
  // 300兆瓦压缩空气储能
  if (i === from && classes & (W.rise | W.fall) && sentence.at(i + 1)?.kind === 'other') return i + 1;
  if (i === from + 1 && isVerb(sentence, i) && modifier.test(sentence.word(from)) && !sentence.endsClause(i + 1)) return i + 1;
  if (sentence.word(i) === '以及') return i;
  if (classes & endsTail || (classes & (W.adverb | W.link | W.target) && !(classes & W.aspect))) return i;
  if (
    classes & W.conjunction &&
    (i === from || !/^[和与及]$|^以及$/.test(sentence.word(i)) || !(continuesNoun(sentence, i + 1) || endsInName(sentence, i + 1)))
  )
    return i;
  return i + 1;
};

/** 高 in 高职, 新 in 创新: a single character that begins a word we do not know. */
const isInsideNoun = (sentence: Sentence, index: number, classes: number): boolean => {
  if (classes & (W.split | W.link | W.from | W.conjunction)) return false;
  if (!(classes & (W.rise | W.fall | W.over | W.under))) return true;
  const next = sentence.at(index + 1);
  return next?.kind === 'other' || (next?.kind === 'word' && (next.classes & W.noun) !== 0);
};

const continuesNoun = (sentence: Sentence, index: number): boolean => {
  // 6大攻坚、强基础6大行动: what runs up to another figure belongs to that one.
  for (let i = index; i < sentence.tokens.length && !sentence.isPunctuation(i, ',;:。、'); i++)
    if (sentence.at(i)?.kind === 'figure') return false;
  // 外送24个省份、规模居全国前列
  if (sentence.isPlain(index, W.aspect) && sentence.isPlain(index + 1, W.rank | W.rise | W.fall | W.link)) return false;
  const token = sentence.at(index);
  if (!token || token.kind === 'time' || token.kind === 'punctuation') return false;
  return !sentence.isPlain(index, W.verb | W.split | W.adverb | W.rise | W.fall);
};

const generalWord = /^(?:产业|行业|领域|产品|服务|项目|资金|贷款|方面)(?:增加值|产值|总产值|投资|收入|营收|利润|产量|出口|进口)?$/;

/** A、B等X: the general word X behind 等; A等 directly before the figure: nothing of it. */
export const behindEtc = (sentence: Sentence, span: Span, isCount: boolean): Span => {
  for (let i = span.to - 1; i >= span.from; i--) {
    if (sentence.word(i) !== '等') continue;
    const rest = { from: i + 1, to: span.to };
    const general = generalWord.test(sentence.textOf(rest));
    return isEmpty(rest) || isCount || (sentence.textOf(rest).length >= 4 && !general) ? rest : span;
  }
  return span;
};

/** Whether an indicator or a property of those who are counted stands at `index`. */
export const isOfCounted = (sentence: Sentence, from: number, index: number): boolean =>
  (sentence.at(index)?.indicator?.units.some((unit) => /元|%|\//.test(unit)) || economicProperty.test(sentence.word(index))) &&
  actor.test(sentence.textOf({ from, to: index }).replace(/年$/, ''));
