import { readChinese } from '../figures/numerals.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Claim, Distribution, Measured } from './claim.ts';
import { emptyLead, type Lead } from './lead.ts';
import { nameOf } from './naming.ts';
import { type Period, yearPeriod } from './period.ts';
import { takePhrase } from './phrase.ts';
import { isEmpty, type Sentence, type Span } from './sentence.ts';
import type { TimeFrame } from './times.ts';

/** Whether the figure at `t` goes on a list whose last figure stands at `last`: only 、, 和 and bounds between them. */
export const continuesList = (sentence: Sentence, last: number, t: number): boolean => {
  for (let i = last + 1; i < t; i++) {
    const word = sentence.word(i);
    const goesOn =
      sentence.at(i)?.kind === 'punctuation'
        ? word === '、'
        : sentence.at(i)?.kind === 'word' &&
          (/^[和与及]$|^以及$/.test(word) || sentence.has(i, W.over | W.under | W.about | W.link | W.scope));
    if (!goesOn) return false;
  }
  return t > last;
};

/** Ends of names that say what is measured, so that 厦门 needs the 机场旅客吞吐量 of 福州. */
const sharedHead =
  /(?:产值|增加值|收入|营收|投资|面积|产量|出栏|存栏|销售额|率|数|数量|总额|余额|利润|出口|进口|进出口|量|比例|标准|人数|学生|在校生|里程|规模)$/;

/** What is achieved of each, behind 分别. */
const achieved =
  /^(?:共|累计)?(?:实现|完成)(总?产值|增加值|营业收入|主营业务收入|销售收入|营收|利润总额|利润|税收|投资|进出口额?|出口额?)(?:达到?|为)?$/;

/** 三大 in 三大产业, behind the last of them. */
const countOfList = /(?<=.{2})([两二三四五六七八九十])大(?:主导|支柱|特色|重点|优势|传统|新兴)?(?=产业|行业)/;

/** A head that begins with a word of its own. */
const measureBeyond =
  /^(?:(?:领域|行业|先进|机场|港口|旅客|货物|学校|市场)[\u4e00-\u9fff]{0,4})?(?:产值|增加值|收入|营收|投资额?|面积|产量|产能|销售额|数量|总额|余额|利润|比例|占比|比重|标准|人数|里程|规模)$/;

/** Between the values of a list. */
const joiner = /^(?:[、和与及]|以及)$/;

const isJoint = /[、和与及]/;

/** Of what was told of before. */
const isProperty = /^(?:总量|增速|规模)$/;

/** 甲地收入1.2万元，乙地收入0.8万元，增长5%和6%: the two levels right before, each with a name of its own. */
const levelsBefore = (sentence: Sentence, t: number, start: number, claims: readonly Claim[]): readonly Claim[] => {
  if (sentence.at(t)?.figure?.unit?.dimension !== 'percent') return [];
  const two = claims.slice(-2);
  const [first, second] = two;
  if (!first || !second || two.some(({ kind, name, carried }) => kind !== 'level' || carried || name === '')) return [];
  const isPair = first.unit === second.unit && first.name !== second.name && /^[,、]/.test(sentence.text.slice(first.end));
  return isPair && sentence.token(start - 1).start === second.end ? two : [];
};

/** Follows 分别 through a sentence: gives each figure of a list its item, in order. */
export class Distributor {
  readonly distributions: Distribution[] = [];
  /** The items of the last list in the passage. */
  private last: readonly Measured[] = [];
  private open:
    | { distribution: Distribution; items: readonly Measured[]; years: readonly (Period | null)[]; next: number; last: number }
    | undefined;

  constructor(
    private readonly sentence: Sentence,
    private readonly vocabulary: Vocabulary,
    private readonly times: TimeFrame,
    private readonly ownScope: RegExp,
  ) {}

  /**
   * The item of the figure at `t`, whose lead starts at `start`; undefined where it stands in no such list.
   * `claims` are those before it, `subject` what is carried over.
   */
  itemOf(t: number, start: number, lead: Lead, claims: readonly Claim[], subject: () => Measured | undefined): Measured | undefined {
    const { open, sentence } = this;
    if (open && continuesList(sentence, open.last, t)) {
      const item = open.items[open.next];
      open.next++;
      open.last = t;
      open.distribution.claims.push(claims.length);
      open.distribution.end = sentence.token(t).end;
      if (open.years.length > 1) lead.time = open.years[open.next - 1] ?? lead.time;
      return this.ofSubject(item ?? open.items.at(-1), lead, subject);
    }
    this.open = undefined;
    let marker = t - 1;
    while (marker >= start && !sentence.has(marker, W.respectively)) marker--;
    if (marker < start) return this.impliedItem(t, start, claims) ?? this.repeatedItem(t, start, claims);
    const items = this.items(t, start, marker, lead, claims, subject);
    const distribution = {
      start: sentence.token(marker).start,
      end: sentence.token(t).end,
      items: items.map((item) => item.name),
      claims: [claims.length],
    };
    if (items.length > 0) this.distributions.push(distribution);
    const isOne = items.length > 1 && items.every((item) => item === items[0]);
    const years = isOne ? this.yearsFor(items.length) : this.times.list;
    this.open = { distribution, items, years, next: 1, last: t };
    this.last = items;
    const [first] = items;
    return this.ofSubject(first, lead, subject);
  }

  /** 总量、增速分别列第一、第二: properties of what was told of before. */
  private ofSubject(item: Measured | undefined, lead: Lead, subject: () => Measured | undefined): Measured | undefined {
    if (!item || !isProperty.test(item.name)) return item;
    lead.aspect = item.name;
    return subject();
  }

  /** 死亡人数、起数下降17.6%、11.6%: as many values as items without the word 分别. */
  private impliedItem(t: number, start: number, claims: readonly Claim[]): Measured | undefined {
    const { sentence } = this;
    // Within a list of values none begins; to look on from each of them would take the square of its length.
    if (/^[、和与及]$/.test(sentence.word(t - 1))) return undefined;
    let end = t;
    while (
      end > start &&
      (sentence.isPlain(end - 1, W.rise | W.fall | W.link | W.over | W.under | W.about | W.compare | W.rank | W.scope | W.to) ||
        sentence.at(end - 1)?.kind === 'time')
    )
      end--;
    const shared = this.countShared(t);
    const values = shared > 1 ? shared : end === t && !sentence.at(t - 1)?.indicator ? 0 : this.countValues(t, /^、$/);
    // 城镇居民、农村居民人均可支配收入40381元、23234元: right behind names that the catalogue knows.
    if (end === t && values < 2) return undefined;
    if (values < 2) return this.impliedPair(t, start, end, claims);
    const { from } = takePhrase(sentence, start, end, emptyLead(), { isList: true, ownScope: this.ownScope });
    const items = this.compactItems(sentence.textOf({ from, to: end }), values) ?? this.split({ from, to: end }, /^、$/);
    if (items.length !== values || items.some(({ name, indicator }) => name.length < 2 || (end === t && shared < 2 && !indicator)))
      return undefined;
    const distribution = { start: sentence.token(end).start, end: sentence.token(t).end, items: [], claims: [claims.length] };
    this.open = { distribution, items, years: this.times.list, next: 1, last: t };
    return items[0];
  }

  /** 城镇居民人均可支配收入和农村居民人均纯收入实际增长8.4%和11.4% */
  private impliedPair(t: number, start: number, end: number, claims: readonly Claim[]): Measured | undefined {
    const { sentence } = this;
    if (this.countValues(t, /^和$/) !== 2 || !sentence.at(t)?.figure?.unit) return undefined;
    const { from } = takePhrase(sentence, start, end, emptyLead(), { isList: true, ownScope: this.ownScope });
    const items = this.split({ from, to: end }, /^(?:和|与)$/);
    if (items.length !== 2 || !items.every(({ indicator }) => indicator) || items[0]?.indicator === items[1]?.indicator) return undefined;
    const distribution = { start: sentence.token(end).start, end: sentence.token(t).end, items: [], claims: [claims.length] };
    this.open = { distribution, items, years: this.times.list, next: 1, last: t };
    return items[0];
  }

  /** 城镇、农村居民收入分别达到A和B，增长C和D: as many values as items again, and nothing else named. */
  private repeatedItem(t: number, start: number, claims: readonly Claim[]): Measured | undefined {
    const { sentence } = this;
    if (!joiner.test(sentence.word(t + 1)) && !joiner.test(sentence.word(t + 2))) return undefined;
    const items = this.last.length > 0 ? this.last : this.namedBefore(t, start, claims);
    const from = sentence.isPlain(start, W.share) ? t : start;
    if (items.length < 2 || sentence.namesBefore(t, from) || this.countValues(t) !== items.length) return undefined;
    const distribution = { start: sentence.token(t).start, end: sentence.token(t).end, items: [], claims: [claims.length] };
    this.open = { distribution, items, years: this.times.list, next: 1, last: t };
    return items[0];
  }

  /** What a list of values that names nothing is of: the two levels right before it, or what is named together. */
  private namedBefore(t: number, start: number, claims: readonly Claim[]): readonly Measured[] {
    if (!this.sentence.isPunctuation(start - 1, ',')) return [];
    const levels = levelsBefore(this.sentence, t, start, claims);
    if (levels.length > 0 || !isJoint.test(claims.at(-1)?.name ?? '')) return levels;
    return this.jointly(this.toldBefore(start, claims).at(-1), this.countValues(t)) ?? [];
  }

  private items(
    t: number,
    start: number,
    marker: number,
    lead: Lead,
    claims: readonly Claim[],
    subject: () => Measured | undefined,
  ): readonly Measured[] {
    const values = this.countValues(t);
    if (values > 1 && this.comparesTerritories(start, marker)) {
      lead.exceed = lead.compare = true;
      const one = subject();
      if (one) return Array.from({ length: values }, () => one);
    }
    const items = this.itemsBefore(start, marker, values, lead);
    const years = this.yearsFor(values);
    if (years.length > 1 && items.length <= 1) {
      lead.time = years[0] ?? null;
      const only = items[0] ?? subject() ?? { name: '', indicator: undefined };
      return years.map(() => only);
    }
    const topic = items.length > 1 ? undefined : this.itemsOfTopic(start, values);
    const [property] = items;
    // 能源、新材料两大产业加快集聚，产值分别为…
    if (topic && property) return topic.map(({ name }) => this.named(name + property.name));
    const levels = property && items.length === 1 && isProperty.test(property.name) ? this.levelsOf(start, claims, values) : undefined;
    if (levels) return levels;
    const achieved = this.withAchieved(items, marker, t);
    if (achieved) return achieved;
    // 两项指标分别增长: the two told of before.
    const isPronoun = items.length === 1 && /^(?:以上|上述|这)?[两二三四](?:项|个|类)?(?:指标|数据|者|项)?$/.test(property?.name ?? '');
    if (topic || (items.length > 0 && !isPronoun)) return topic ?? items;
    const told = this.toldBefore(start, claims);
    // Two things told of before, one value: that is what the rule must see.
    return this.jointly(told.at(-1), values) ?? told.slice(-Math.max(values, 2));
  }

  /** 增速比全国、全省分别高A和B: what is compared with is no item. */
  private comparesTerritories(start: number, marker: number): boolean {
    const { sentence } = this;
    let i = marker - 1;
    while (i > start && (/^[、和与]$/.test(sentence.word(i)) || sentence.has(i, W.scope | W.aspect))) i--;
    return i < marker - 1 && (sentence.has(i, W.exceed) || /^(?:比|较|相比)$/.test(sentence.word(i))) && !sentence.namesBefore(i, start);
  }

  /** The claims before `start` that name something themselves, up to the last semicolon. */
  private toldBefore(start: number, claims: readonly Claim[]): Claim[] {
    const { sentence } = this;
    let from = start;
    while (from > 0 && !sentence.isPunctuation(from - 1, ';。')) from--;
    const since = sentence.at(from)?.start ?? 0;
    return claims.filter((claim) => !claim.carried && claim.kind !== 'threshold' && claim.start >= since);
  }

  /** 甲18亿元、乙12亿元，总量分别居第3位、第2位: as many levels right before as there are values. */
  private levelsOf(start: number, claims: readonly Claim[], values: number): Measured[] | undefined {
    const last = claims.slice(-values);
    const isRow =
      values > 1 && last.length === values && last.every(({ kind, carried, name }) => kind === 'level' && !carried && name !== '');
    return isRow && last.at(-1)?.end === this.sentence.at(start - 1)?.start ? last : undefined;
  }

  /** 产值、税收双双突破百亿元，分别达到A和B: the items that one figure is said of together. */
  private jointly(claim: Claim | undefined, values: number): Measured[] | undefined {
    if (!claim || values < 2 || !isJoint.test(claim.name)) return undefined;
    const { sentence } = this;
    const start = sentence.text.lastIndexOf(claim.name, claim.start);
    if (start < 0) return undefined;
    let from = 0;
    while (from < sentence.tokens.length && sentence.token(from).start < start) from++;
    let to = from;
    while (to < sentence.tokens.length && sentence.token(to).end <= start + claim.name.length) to++;
    const items = this.itemsOf({ from, to }, values);
    return items.length === values ? items : undefined;
  }

  /** 箱包、服装、家具三大产业分别实现产值…: what each of them achieved stands behind 分别. */
  private withAchieved(items: readonly Measured[], marker: number, t: number): Measured[] | undefined {
    const { sentence } = this;
    const said = achieved.exec(sentence.text.slice(sentence.token(marker).end, sentence.token(t).start));
    const last = items.at(-1);
    if (!said?.[1] || !last || items.length < 2 || items.some(({ name, indicator }) => indicator || sharedHead.test(name)))
      return undefined;
    const kind = /(?<=.{2})[产行]业$/.exec(last.name)?.[0] ?? '';
    return items.map(({ name }) => this.named(`${name}${name.endsWith('业') ? '' : kind}${said[1]}`));
  }

  /** 2022、2023年, or 2021年至2025年 with as many values. */
  private yearsFor(values: number): readonly (Period | null)[] {
    const { list, period } = this.times;
    if (list.length > 1 || !period || values < 3 || period.to - period.from + 1 !== values * 12 || period.from % 12 !== 0) return list;
    return Array.from({ length: values }, (_, year) => yearPeriod(period.from / 12 + year));
  }

  /** 化学需氧量、二氧化硫排放总量首次双下降，比上年分别下降…: the items stand in the clause before. */
  private itemsOfTopic(start: number, values: number): Measured[] | undefined {
    const { sentence } = this;
    const comma = start - 1;
    if (values < 2 || !sentence.isPunctuation(comma, ',')) return undefined;
    let from = comma;
    while (from > 0 && sentence.at(from - 1)?.kind !== 'figure' && !sentence.isPunctuation(from - 1, ',;:。')) from--;
    while (sentence.at(from)?.kind === 'time' || this.ownScope.test(sentence.word(from))) from++;
    let to = from;
    while (to < comma && !sentence.isPlain(to, W.adverb | W.verb | W.split | W.link | W.rise | W.fall)) to++;
    const items = to > from ? this.split({ from, to }, /^(?:、|和|以及|及)$/, true) : [];
    const last = items.at(-1);
    if (last) items[items.length - 1] = this.named(last.name.replace(/[两三四五六七八九十]大.+$/, ''));
    return items.length === values ? items : undefined;
  }

  /** 肉羊、肉牛出栏286.4万只和24.6万头，分别增长…: so many values before 分别, whatever joins them. */
  private countShared(t: number): number {
    const { count, last } = this.valuesFrom(t, /^[、和与及]$/);
    return /^[,、](?:同比|比上年)?分别/.test(this.sentence.textAfter(last)) ? count : 0;
  }

  private countValues(t: number, between?: RegExp): number {
    return this.valuesFrom(t, between).count;
  }

  /** How many figures the list at `t` has, and where the last of them stands. */
  private valuesFrom(t: number, between?: RegExp): { count: number; last: number } {
    let count = 1;
    let last = t;
    for (let i = t + 1; i < this.sentence.tokens.length; i++) {
      if (this.sentence.at(i)?.kind !== 'figure') continue;
      if (
        !continuesList(this.sentence, last, i) ||
        (between && !between.test(this.sentence.text.slice(this.sentence.token(last).end, this.sentence.token(i).start)))
      )
        break;
      count++;
      last = i;
    }
    return { count, last };
  }

  /** The items listed before 分别, split so that their number fits the values where one way of splitting does. */
  private itemsBefore(start: number, marker: number, values: number, outer: Lead): Measured[] {
    const { sentence } = this;
    const lead = emptyLead();
    const { from } = takePhrase(sentence, start, marker, lead, { isList: true, ownScope: this.ownScope });
    if (lead.time && this.times.list.length <= 1) this.times.period = lead.time;
    outer.average ||= lead.average || sentence.tokens.slice(from, marker).some((token) => token.time?.average);
    let to = marker;
    while (
      to > from &&
      (sentence.at(to - 1)?.kind === 'time' || sentence.isPlain(to - 1, W.adverb | W.link | W.compare | W.estimate | W.target))
    )
      to--;
    const span = { from, to };
    return isEmpty(span) ? [] : this.itemsOf(span, values);
  }

  /** What a span of words lists, split so that it fits `values` where one way of splitting does. */
  private itemsOf(span: Span, values: number): Measured[] {
    const compact = this.compactItems(this.sentence.textOf(span), values);
    if (compact) return compact;
    const splits = [/^、$/, /^(?:、|和|以及|及)$/, /^(?:、|和|以及|及|与)$/].map((pattern) => this.split(span, pattern));
    return splits.find((items) => items.length === values) ?? (splits[1] as Measured[]);
  }

  /** 一二三产业, 城乡居民, 产销量: one word for two or three items. */
  private compactItems(text: string, values: number): Measured[] | undefined {
    const sectors = values === 3 ? /^(?:第?一、?(?:第?二、?)第?三(?:次?产业?)|三次产业)(.*)$/.exec(text) : null;
    if (sectors)
      return ['第一', '第二', '第三'].map((ordinal) =>
        this.named(`${ordinal}产业${(sectors[1] as string).replace(/^(?:增速|增长)$/, '')}`),
      );
    if (values !== 2) return undefined;
    const urban = /^城乡(居民.*)$/.exec(text)?.[1];
    if (urban) return [this.named(`城镇${urban}`), this.named(`农村${urban}`)];
    const [, whose = '', one = '', other = '', of = ''] =
      /^([^、]*)(产|存|进|收)、?(销|贷|出|支)((?:款|口)?(?:量|额|总额|余额|规模|总量)?)$/.exec(text) ?? [];
    return one ? [this.named(whose + one + of), this.named(whose + other + of)] : undefined;
  }

  /** 单位国内生产总值能耗、二氧化碳排放量: what the first item is measured by holds for the next. */
  private withPrefix(item: Measured, first: Measured): Measured {
    // 生产安全事故起数、死亡人数
    const prefix = /^(?:生产安全事故|道路交通事故|单位(?:国内|地区)?生产总值|单位GDP|万元GDP)/.exec(first.name)?.[0];
    if (prefix && item !== first && !item.name.startsWith(prefix) && /能耗|排放|用水|水耗|人数/.test(item.name))
      return this.named(prefix + item.name);
    return item === first || item.indicator || first.indicator ? item : this.withOwner(item, first);
  }

  /** 学龄儿童入园率和普惠率, 热线诉求解决率、满意率: a bare rate is of what the first is of. */
  private withOwner(item: Measured, first: Measured): Measured {
    const rate = /^[^的]{2}[率度]$/.test(item.name) ? item.name.slice(-1) : '';
    const owner = first.name.slice(0, -item.name.length);
    return rate && first.name.endsWith(rate) && owner.length >= 3 ? this.named(owner + item.name) : item;
  }

  private named(name: string): Measured {
    return { name, indicator: this.vocabulary.byName.get(name) };
  }

  private split({ from, to }: Span, pattern: RegExp, keepsCount = false): Measured[] {
    const parts: Span[] = [];
    let begin = from;
    for (let i = from; i <= to; i++) {
      if (i < to && !pattern.test(this.sentence.word(i))) continue;
      if (i > begin) parts.push({ from: begin, to: i });
      begin = i + 1;
    }
    const written = parts.map((part) => nameOf(this.sentence, part, this.vocabulary));
    const items = keepsCount ? written : this.uncounted(written);
    const [first] = items;
    const last = items.at(-1);
    const lastPart = parts.at(-1);
    const lastHead = lastPart && lastPart.to - lastPart.from > 1 ? this.sentence.textOf({ from: lastPart.from + 1, to: lastPart.to }) : '';
    const alike = first && items.slice(0, -1).every(({ name }) => name.length === first.name.length && !/业$/.test(name));
    // 交通、水利、能源领域投资额: as much of the last as goes beyond the length of the others.
    const beyond = last && alike && items.length > 1 ? (measureBeyond.exec(last.name.slice(first.name.length))?.[0] ?? '') : '';
    return first && last
      ? items.map((item) =>
          this.withPrefix(
            item === last || item.indicator
              ? item
              : this.complete(item, last, first, beyond || (sharedHead.test(lastHead) ? lastHead : '')),
            first,
          ),
        )
      : items;
  }

  /** 箱包、服装、家具三大产业产值: the number counts the list, it is no part of the last name. */
  private uncounted(items: Measured[]): Measured[] {
    const last = items.at(-1);
    const [said, number = ''] = (last && !last.indicator && items.length > 1 && countOfList.exec(last.name)) || [];
    if (!last || !said || readChinese(number, 0)?.value !== items.length) return items;
    return [...items.slice(0, -1), this.named(last.name.replace(said, ''))];
  }

  /** 城镇和农村居民人均可支配收入: gives an item the head that only the last one carries. */
  private complete(item: Measured, last: Measured, first: Measured, lastHead: string): Measured {
    const own = /^[一二三]$/.test(item.name) && first.name.startsWith('第') ? `第${item.name}` : item.name;
    const measured = last.name.replace(/(?:增速|增幅)$/, '');
    for (let cut = 1; cut < measured.length; cut++) {
      const joined = this.named(own + measured.slice(cut));
      if (joined.indicator) return joined;
    }
    const general = /(?:产业|行业|领域)(?:产值|增加值|投资额?|营收|营业收入|销售收入|出口|利润)$/.exec(last.name)?.[0];
    if (general && !sharedHead.test(own) && own.length < last.name.length)
      return this.named(own.endsWith('业') || own.endsWith(general.slice(0, 2)) ? own + general.slice(2) : own + general);
    if (lastHead && !sharedHead.test(own) && own.length < last.name.length)
      return this.named(own.endsWith(lastHead.slice(0, 2)) ? own + lastHead.slice(2) : own + lastHead);
    const head = /(?:产值|增加值|营业收入|营收|收入|投资|面积|产量|[出存]栏量?|销售额|覆盖率|数量|总额|余额|利润|出口|进口|率)$/.exec(
      last.name,
    )?.[0];
    return head && !own.endsWith(head) && own.length < last.name.length ? this.named(own + head) : { name: own, indicator: item.indicator };
  }
}
