import type { Bound, Kind } from '../figures/figure.ts';
import { intervalOf } from '../figures/printed.ts';
import type { RawFigure } from '../figures/read-figure.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import type { Setting } from '../outline/section.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Claim, Comparison, Distribution, Measured, Role, Status } from './claim.ts';
import type { Context } from './context.ts';
import { continuesList, Distributor } from './distribution.ts';
import { acceptsBare, acceptsRank, joins, kindOf } from './kind.ts';
import { emptyLead, inheritLead, type Lead, takeLead } from './lead.ts';
import { isTargetBehind, type Measurement, measure } from './measure.ts';
import { nameOf, wholeIndicator } from './naming.ts';
import { perTimeOf } from './per-time.ts';
import { type Period, yearPeriod } from './period.ts';
import { headStart, nounBehind, type Phrase, takePhrase } from './phrase.ts';
import { placeBefore, rankScope, regionBehind } from './region.ts';
import { countDimension, isEmpty, Sentence } from './sentence.ts';
import { thresholdsIn } from './thresholds.ts';
import { TimeFrame } from './times.ts';
import { mayTell } from './tokens.ts';
import { ownedProperty, topicOf } from './topic.ts';

export interface PassageReading {
  claims: Claim[];
  distributions: Distribution[];
  contextAfter: Context;
}

/** What the reader must know beside the passage and its context. */
export interface ReadingFrame {
  setting: Setting;
  /** What 今年 means in this document. */
  now: number | null;
  /** The year that it reviews. */
  reviewed: number | null;
  /** The document's region; scopes that name its own territory are no other region. */
  region: string | null;
  /** `ownScopeOf` the region. */
  ownScope: RegExp;
  vocabulary: Vocabulary;
  /** Of a progress cell: the claims of its target, which its figures speak of; else none. */
  antecedents: readonly Claim[];
}

/** Reads one folded passage into claims; places are relative to it. */
export const readPassage = (text: string, frame: ReadingFrame, context: Context): PassageReading =>
  mayTell(text)
    ? new PassageReader(text, frame, context).read()
    : { claims: [], distributions: [], contextAfter: { subject: context.subject, frame: context.frame, before: text } };

/** A claim with what its reading rested on. */
interface Read {
  claim: Claim;
  /** Index of its token. */
  at: number;
  lead: Lead;
}

class PassageReader {
  private readonly sentence: Sentence;
  private readonly times: TimeFrame;
  private readonly distributor: Distributor;
  private readonly reads: Read[] = [];
  /** Whether the last claim told how things stood at the end of its span. */
  private reached = false;
  private handedOn: string | undefined;
  private readonly claims: Claim[] = [];

  constructor(
    text: string,
    private readonly frame: ReadingFrame,
    private readonly context: Context,
  ) {
    const { setting, now, reviewed, ownScope, vocabulary } = frame;
    const inForce = context.frame ?? setting.period;
    const year = inForce ? Math.floor(inForce.to / 12) : null;
    this.sentence = new Sentence(text, vocabulary, { year, now, reviewed, section: inForce });
    this.sentence.thresholds = thresholdsIn(this.sentence);
    this.times = new TimeFrame(this.sentence, setting, inForce, context.frame);
    this.distributor = new Distributor(this.sentence, vocabulary, this.times, ownScope);
  }

  read(): PassageReading {
    const { tokens } = this.sentence;
    tokens.forEach(({ figure }, t) => {
      if (figure) this.readFigure(t, figure);
    });
    this.times.advance(tokens.length, tokens.length);
    this.nameBases();
    const last = this.lastNamed();
    const subject = last ? { name: last.name, indicator: last.indicator } : this.context.subject;
    return {
      claims: this.claims,
      distributions: this.distributor.distributions,
      contextAfter: { subject, frame: this.times.lasting, before: this.sentence.text },
    };
  }

  /** 在去年24亿元的基础上，综合产值突破27亿元: the base is of what comes next. */
  private nameBases(): void {
    this.claims.forEach((claim, i) => {
      const next = this.claims[i + 1];
      if (!next || !this.sentence.text.startsWith('的基础上', claim.end)) return;
      const bare = /(?:^|[,;:。])在[^,;:。]{0,6}?(?:总产值|产值|规模|营收|营业收入)$/.test(this.sentence.text.slice(0, claim.start));
      if (!claim.carried && !bare) return;
      if (next.dimension !== claim.dimension) return;
      claim.name = next.name;
      claim.indicator = next.indicator;
      claim.carried = false;
    });
  }

  private topicHandedOn(): string {
    this.handedOn ??= topicOf(this.context.before, this.frame.vocabulary);
    return this.handedOn;
  }

  private readFigure(t: number, figure: RawFigure): void {
    const { sentence, frame } = this;
    const start = headStart(sentence, t);
    this.times.advance(t, start);
    if (sentence.thresholds.has(t)) {
      this.push(t, emptyLead(), this.threshold(t, figure));
      return;
    }
    if (figure.implied) return;
    const lead = emptyLead();
    const limit = takeLead(sentence, start, t, lead);
    const phrase = takePhrase(sentence, start, limit, lead, {
      ranks: figure.form === 'rank',
      rates: /^(?:percent|point|tenths|ratio)$/.test(figure.unit?.dimension ?? 'ratio'),
      ownScope: this.frame.ownScope,
    });
    const before = this.reads.at(-1);
    // 提升5个百分点、达68.13%: a level of its own.
    const isOwn = /^为$|达到?$/.test(sentence.word(t - 1)) && before?.claim.kind !== figure.form;
    // 达到2020年356万人次的1.9倍 goes on no list.
    if (before && !isOwn && sentence.word(t - 1) !== '的' && isEmpty(phrase) && continuesList(sentence, before.at, t))
      inheritLead(lead, before.lead, before.claim.action);
    if (figure.bare && !acceptsBare(sentence, t, figure, lead, phrase, this.claims.length > 0)) return;
    if (figure.form === 'rank' && !acceptsRank(sentence, t, figure, lead, before?.claim)) return;
    const kind = kindOf(sentence, t, figure, lead, phrase, before?.claim, frame.vocabulary);
    const subject = (): Measured | undefined => this.subjectBefore(Math.min(start, t));
    const item = this.distributor.itemOf(t, start, lead, this.claims, subject);
    const measured: Measurement = item
      ? { name: item.name, indicator: item.indicator, carried: false, whole: '' }
      : measure(
          {
            sentence,
            t,
            figure,
            kind,
            lead,
            phrase,
            tail: nounBehind(sentence, t),
            claims: this.claims,
            antecedents: frame.antecedents,
            vocabulary: frame.vocabulary,
          },
          subject,
        );
    const owned =
      this.pronoun(measured) ??
      this.parallel(measured, figure) ??
      (measured.carried ? undefined : ownedProperty(sentence, start, measured, this.claims, frame.vocabulary, () => this.topicHandedOn()));
    const { name, indicator } = this.sumOfAll(t, figure, measured) ?? owned ?? measured;
    const { carried, whole } = measured;
    const named: Measurement = { name, indicator: indicator ?? this.ofOwnPlace(name), carried, whole };
    this.push(t, lead, this.claimOf(t, figure, kind, lead, phrase, named));
  }

  /** 城镇居民人均可支配收入突破4万元、农村居民为2万元: the second of two takes what the first is measured by. */
  /** 前者快于后者: the first or second of the two named before. */
  private pronoun({ name }: Measurement): Measured | undefined {
    const which = name === '前者' ? -2 : name === '后者' ? -1 : 0;
    const claim = which === 0 ? undefined : this.claims.at(which);
    return claim && { name: claim.name, indicator: claim.indicator };
  }

  private parallel({ name, indicator, carried }: Measurement, figure: RawFigure): Measured | undefined {
    const last = this.claims.slice(-3).findLast((claim) => claim.indicator && claim.dimension === figure.unit?.dimension);
    if (!last || carried || indicator || name.length < 2 || name.length > 6) return undefined;
    const { byName } = this.frame.vocabulary;
    for (let cut = 1; cut < last.name.length - 1; cut++) {
      const completed = name + last.name.slice(cut);
      const found = byName.get(completed);
      if (found && found !== last.indicator) return { name: completed, indicator: found };
    }
    return undefined;
  }

  /** 建议136件、提案122件，合计258件: of all that the list names. */
  private sumOfAll(t: number, figure: RawFigure, { carried }: Measurement): Measured | undefined {
    if (!carried || !/^(?:合计|共计|总计)(?:达|为)?$/.test(this.sentence.word(t - 1))) return undefined;
    const parts: Claim[] = [];
    let from = figure.start;
    for (const claim of [...this.claims].reverse()) {
      if (claim.kind !== 'level' || claim.unit !== figure.unitText || /[;。]/.test(this.sentence.text.slice(claim.end, from))) break;
      if (claim.name === '' || claim.role === 'difference') break;
      parts.unshift(claim);
      from = claim.start;
    }
    const names = [...new Set(parts.map(({ name }) => name))];
    return names.length >= 2 && names.length === parts.length ? { name: names.join('、'), indicator: undefined } : undefined;
  }

  /** 澜州机场旅客吞吐量: behind the document's own place an indicator of the catalogue. */
  private ofOwnPlace(name: string): Indicator | undefined {
    const place = this.frame.region?.replace(/[省市区县州旗盟]$/, '') ?? '';
    if (place.length < 2 || !name.startsWith(place)) return undefined;
    return this.frame.vocabulary.byName.get(name.slice(place.length).replace(/^[省市区县州旗盟]/, ''));
  }

  private push(at: number, lead: Lead, claim: Claim): void {
    this.claims.push(claim);
    this.reads.push({ claim, at, lead });
  }

  private lastNamed(): Claim | undefined {
    return this.claims.findLast((claim) => claim.kind !== 'threshold' && claim.name !== '');
  }

  /** The nearest thing named before: an indicator mentioned since the last claim, that claim's, or what the context hands on. */
  private subjectBefore(index: number): Measured | undefined {
    const last = this.reads.at(-1)?.at ?? -1;
    for (let i = index - 1; i > last; i--) {
      const { indicator } = this.sentence.token(i);
      if (indicator && !this.sentence.has(i - 1, W.compare | W.exceed)) return { name: this.sentence.word(i), indicator };
    }
    const ranks = this.sentence.tokens.slice(index, index + 12).find(({ figure }) => figure)?.figure?.form === 'rank';
    return (
      this.topicBefore(index, last) ??
      (ranks ? this.openingBefore(index, last) : undefined) ??
      this.lastNamed() ??
      this.context.subject ??
      undefined
    );
  }

  /** 全社会研发经费，从A增加到B: a clause that is nothing but a name, directly before the figure's own. */
  private topicBefore(index: number, last: number): Measured | undefined {
    const { sentence } = this;
    const comma = index - 1;
    if (!sentence.isPunctuation(comma, ',')) return undefined;
    let from = comma;
    while (from - 1 > last && !sentence.isPunctuation(from - 1, ',;:。')) from--;
    while (sentence.at(from)?.kind === 'time' || sentence.isPlain(from, W.adverb)) from++;
    if (from <= last || from >= comma) return undefined;
    for (let i = from; i < comma; i++)
      if (sentence.at(i)?.kind === 'figure' || sentence.isPlain(i, W.verb | W.split | W.adverb | W.rise | W.fall | W.link))
        return undefined;
    const { name, indicator } = nameOf(sentence, { from, to: comma }, this.frame.vocabulary);
    return name.length >= 3 && name.length <= 20 ? { name, indicator } : undefined;
  }

  /** 肉牛屠宰量实现翻番，由全国第11位跃升至第5位: the clause before says what ranks. */
  private openingBefore(index: number, last: number): Measured | undefined {
    const { sentence } = this;
    const comma = index - 1;
    if (!sentence.isPunctuation(comma, ',')) return undefined;
    let from = comma;
    while (from - 1 > last && !sentence.isPunctuation(from - 1, ',;:。')) from--;
    let to = from;
    while (to < comma && !sentence.isPlain(to, W.verb | W.split | W.adverb | W.rise | W.fall | W.link)) to++;
    if (to === comma || from <= last) return undefined;
    const { name, indicator } = nameOf(sentence, { from, to }, this.frame.vocabulary);
    return name.length >= 4 && name.length <= 16 ? { name, indicator } : undefined;
  }

  private claimOf(
    t: number,
    figure: RawFigure,
    kind: Kind,
    lead: Lead,
    phrase: Phrase,
    { name, indicator, carried, whole }: Measurement,
  ): Claim {
    const { sentence, frame } = this;
    const { unit } = figure;
    const role = this.roleOf(t, figure, kind, lead, phrase);
    const reached = isReached(sentence, t, kind, lead, phrase) || this.continuesReached(phrase, kind);
    this.reached = reached;
    const stands = frame.setting.status === 'target' && lead.time === null && standsAlready(sentence, t);
    const period = isTimeless(sentence, t)
      ? null
      : stands && frame.reviewed !== null
        ? yearPeriod(frame.reviewed)
        : this.times.periodOf(lead, isRevised(sentence, t) ? 'value' : role, this.claims, this.timeSince(t), reached);
    const status = this.statusOf(t, kind, lead, period);
    const bound = boundOf(sentence, t, figure, kind, lead, status);
    const falls = (lead.fall && !lead.rise) || /^[降跌]幅/.test(lead.aspect);
    const declines = (kind === 'change' || kind === 'point_change') && falls;
    const values = declines ? figure.values.map((value) => -Math.abs(value)) : figure.values;
    const factor = unit?.factor ?? 1;
    const isCounted = figure.step === 1 && unit?.magnitude === 1 && countDimension.test(unit.dimension);
    const isOwn = phrase.scope !== '' && this.frame.ownScope.test(phrase.scope);
    const isOther = kind !== 'rank' && phrase.scope !== '' && !this.frame.ownScope.test(phrase.scope) && /^[全本我]/.test(phrase.scope);
    return {
      start: figure.start,
      end: figure.end,
      kind,
      values,
      unit: figure.unitText,
      dimension: unit?.dimension ?? kind,
      factor,
      bound,
      step: figure.step,
      interval: intervalOf(values, figure.step, factor, bound, isCounted, figure.more),
      name,
      indicator,
      action: this.actionOf(t, figure, kind, lead, phrase, carried, indicator),
      aspect: lead.aspect,
      // What a run of years is about tells one run from another.
      whole: kind === 'streak' ? (/^[^,;:。、]{0,24}/.exec(sentence.text.slice(figure.end))?.[0] ?? '') : whole,
      wholeIndicator: wholeIndicator(whole, frame.vocabulary),
      part: phrase.part,
      role,
      per: kind === 'level' ? perTimeOf(sentence.text, figure.start, name) : '',
      comparison: comparisonOf(sentence, t, kind, role, lead),
      period,
      status,
      scope: kind === 'rank' ? rankScope(sentence, t, lead, this.claims.at(-1)) : '',
      region: isOther ? phrase.scope : regionBehind(sentence, t, frame.region) || (isOwn ? '' : placeBefore(sentence, t, frame.region)),
      carried,
    };
  }

  private threshold(t: number, figure: RawFigure): Claim {
    const { sentence } = this;
    const tail = nounBehind(sentence, t + 1);
    const { unit } = figure;
    const factor = unit?.factor ?? 1;
    const bound: Bound = /^(?:及?以下|以内)/.test(sentence.word(t + 1)) ? 'under' : 'over';
    const { status } = this.frame.setting;
    return {
      start: figure.start,
      end: figure.end,
      kind: 'threshold',
      values: figure.values,
      unit: figure.unitText,
      dimension: unit?.dimension ?? '',
      factor,
      bound,
      step: figure.step,
      interval: intervalOf(figure.values, figure.step, factor, bound, false),
      name: sentence.text.slice(figure.start, sentence.token(isEmpty(tail) ? t + 1 : tail.to - 1).end),
      indicator: undefined,
      action: '',
      aspect: '',
      whole: '',
      wholeIndicator: undefined,
      part: false,
      role: 'value',
      per: '',
      comparison: undefined,
      period: this.times.period,
      status: status === 'estimate' ? 'actual' : status,
      scope: '',
      region: '',
      carried: false,
    };
  }

  /** 签约50亿元以上项目2个、10亿元以上项目20个: the first verb of a list holds for all of it. */
  /** 达到8个、全国重点实验室45家: the list goes on as it began. */
  private continuesReached(phrase: Phrase, kind: Kind): boolean {
    const last = this.claims.at(-1);
    if (!this.reached || !last || kind !== 'level' || isEmpty(phrase)) return false;
    return /^(?:以上|左右)?[、和]$/.test(this.sentence.text.slice(last.end, this.sentence.token(phrase.from).start));
  }

  /** What was done to what is counted; 累计 in front where the figure counts all that was ever done. */
  private actionOf(
    t: number,
    figure: RawFigure,
    kind: Kind,
    lead: Lead,
    phrase: Phrase,
    carried: boolean,
    indicator: Indicator | undefined,
  ): string {
    const isTotal =
      lead.to ||
      /^总(?:量|数|额|规模)$/.test(lead.aspect) ||
      /(?:达到?|突破|超过?)$/.test(this.sentence.text.slice(Math.max(0, figure.start - 4), figure.start));
    const action =
      addedBehind(this.sentence, t) ||
      (kind === 'level' ? servedBehind(this.sentence, t) : '') ||
      phrase.action ||
      lead.action ||
      this.referenceAction(figure, carried, lead) ||
      (carried || isTotal ? '' : this.listAction(t, figure, kind, phrase));
    const isStock =
      kind === 'level' &&
      (indicator?.kind !== 'flow' || /建|认定|培育|创|退出|修复|改造/.test(action)) &&
      /^(?:count|area|length|households|power|persons)$/.test(figure.unit?.dimension ?? '');
    return isStock && !action.includes('累计') && countsAll(this.sentence, t) ? `累计${action}` : action;
  }

  private listAction(t: number, figure: RawFigure, kind: Kind, phrase: Phrase): string {
    const last = this.claims.findLast((claim) => claim.kind !== 'threshold');
    if (kind !== 'level' || last?.kind !== 'level' || !last.unit || last.dimension !== figure.unit?.dimension) return '';
    if (isEmpty(phrase) || phrase.from >= t) return '';
    // 新增科技企业6家、专精特新企业达到80家: a number of its own.
    if (/^达到?$/.test(this.sentence.word(t - 1))) return '';
    return /^(?:以上|以下|左右)?[、,](?:其中)?$/.test(this.sentence.text.slice(last.end, this.sentence.token(phrase.from).start))
      ? last.action
      : '';
  }

  private roleOf(t: number, figure: RawFigure, kind: Kind, lead: Lead, phrase: Phrase): Role {
    const { sentence } = this;
    const previous = this.claims.at(-1);
    // 比2020年的64个多44个: what is compared with is a starting point too.
    if (lead.from || isReference(sentence, t, figure) || /基数(?:的?[由为])?$/.test(sentence.textBefore(t))) return 'from';
    if (lead.to) return 'to';
    if (previous?.role === 'from' && joins(sentence, previous, figure))
      return /到|至|为/.test(sentence.text.slice(previous.end, figure.start)) ? 'to' : 'from';
    if (kind !== 'level') return 'value';
    // 超出3.7万人的年度计划0.22万人
    const held = this.reads.at(-1)?.lead;
    if (previous && (held?.exceed || held?.over) && /^的.{0,6}(?:目标|计划|任务)$/.test(sentence.text.slice(previous.end, figure.start)))
      return 'difference';
    // 超过年初目标5亿元
    if ((lead.exceed || lead.over) && /目标|计划|任务/.test(lead.aspect)) return 'difference';
    if (!lead.rise && !lead.fall) return 'value';
    const word = sentence.word(t - 1);
    const adds = isEmpty(phrase)
      ? previous !== undefined && !/^(?:新增|净增)/.test(word)
      : /^(?:增加|减少|上升|下降|多|少|增长)$/.test(word);
    return lead.compare || lead.exceed || adds ? 'difference' : 'value';
  }

  /** 新增泊位8248个，少于上年的8428个: what one's own is held against was counted alike. */
  private referenceAction(figure: RawFigure, carried: boolean, lead: Lead): string {
    const last = this.claims.at(-1);
    const isReference = carried && lead.exceed && !lead.bounds && (lead.compared ?? lead.time) !== null;
    return isReference && last?.unit === figure.unitText ? last.action : '';
  }

  /** A time named since the claim before: …的3.2%、上半年的3.9%. */
  private timeSince(t: number): Period | null {
    const last = this.reads.at(-1)?.at ?? -1;
    for (let i = t - 1; i > last; i--) {
      const { time } = this.sentence.token(i);
      if (time && !time.average) return time.periods[0] ?? null;
    }
    return null;
  }

  private statusOf(t: number, kind: Kind, lead: Lead, period: Period | null): Status {
    const { setting } = this.frame;
    const isTarget = isTargetBehind(this.sentence, t);
    if (setting.status === 'target') {
      if (this.isEstimated(t)) return 'estimate';
      if (isTimeless(this.sentence, t) || isDoneAlready(this.sentence, t) || standsAlready(this.sentence, t)) return 'actual';
      const isPast = period !== null && setting.period !== null && period.to < setting.period.from;
      return isPast && !lead.target && !isTarget ? 'actual' : 'target';
    }
    // 完成年度目标的114%: a rate of completion is a result.
    // 优于考核目标19.8个百分点 too.
    // 低于6%的计划2.4个百分点
    const isHeldAgainst =
      (/目标|任务|计划|进度/.test(lead.aspect) && (kind === 'ratio' || kind === 'point_change' || lead.exceed || lead.compare)) ||
      // 比预期低0.2个百分点
      (kind === 'point_change' && lead.compare);
    if (isTarget || (lead.target && !isHeldAgainst) || this.isAhead(period)) return 'target';
    return lead.estimate || this.isEstimated(t) ? 'estimate' : setting.status;
  }

  /** 到2025年底 in a text of 2021 can only be planned. */
  private isAhead(period: Period | null): boolean {
    const { reviewed, now } = this.frame;
    const last = Math.max(reviewed ?? 0, now ?? 0);
    return period !== null && last > 0 && period.from > last * 12 + 11;
  }

  private isEstimated(t: number): boolean {
    if (!this.sentence.estimates) return false;
    for (let i = t - 1; i >= 0; i--) {
      const { partner } = this.sentence.token(i);
      if (this.sentence.isPunctuation(i, ';。:')) return false;
      if (partner !== undefined && partner < i) i = partner;
      else if (this.sentence.has(i, W.estimate) && /^(?:预计|初步核算|有望)/.test(this.sentence.word(i))) return true;
    }
    return false;
  }
}

/** Of a span of years: how a thing stands at its end (达到, 超过, ranks, shares), as against what was done in all of them. */
const isReached = (sentence: Sentence, t: number, kind: Kind, lead: Lead, phrase: Phrase): boolean => {
  if (kind === 'rank' || kind === 'streak') return true;
  const { unit, form } = sentence.token(t).figure ?? {};
  // 五年城镇新增就业超过6400万人 is the sum of all years.
  if (/新增|净增|累计/.test(sentence.textOf(phrase))) return false;
  const isShare = kind === 'ratio' && (/^(?:percent|tenths)$/.test(unit?.dimension ?? '') || (form === 'ratio' && unit === undefined));
  if (kind !== 'level' && !isShare) return false;
  if (isShare && /^用于/.test(sentence.textAfter(t))) return false;
  let reached = isShare || lead.to;
  for (let i = t - 1; i >= 0 && sentence.at(i)?.kind !== 'figure' && !sentence.isPunctuation(i, ',;:。'); i--) {
    const word = sentence.word(i);
    if (/^(?:累计|年均|每年|共|稳定在|保持在|平均|新增|净增|稳定|保持|五年累计)/.test(word)) return false;
    if (/^(?:达|突破|超|迈上|跃上|站上|覆盖|拥有|共有|现有|总数|扩大)/.test(word)) reached = true;
  }
  if (/^[^,;。]{0,14}(?:位列|迈入|跻身)/.test(sentence.textAfter(t))) reached = true;
  return reached && !/^(?:新增|净增|完成|实现|建设|改造|安排|投入|累计|支出|发放|减免)/.test(phrase.action || lead.action);
};

/** 我们这样一个有13亿人口的国家, 全省8500万人民: how many people there are is said of no time. */
const isTimeless = (sentence: Sentence, t: number): boolean =>
  /^[万亿]$/.test(sentence.token(t).figure?.unitText ?? '') &&
  /^(?:多|余)?(?:人口|人民|中国人|中华儿女|各族|父老|群众)(?!币|法院|医院|代表|政府|检察)/.test(sentence.textAfter(t)) &&
  !sentence.has(t - 1, W.link | W.over | W.under | W.rise | W.fall | W.to);

/** 由4806.3亿元修订为4812.9亿元: two values of one time. */
const isRevised = (sentence: Sentence, t: number): boolean => /^(?:修订|核定|调整|更正)[为至到]/.test(sentence.textAfter(t));

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
    if (!/^累计(?:已|已经|共)?$/.test(sentence.word(i))) continue;
    for (let j = i - 1; j >= 0 && !sentence.isPunctuation(j, ',;:。'); j--) if (sentence.at(j)?.kind === 'time') return false;
    return true;
  }
  return false;
};

/** 推进已批建的3家省实验室建设: in a plan, what exists already. */
const isDoneAlready = (sentence: Sentence, t: number): boolean => {
  if (sentence.word(t - 1) !== '的' || !sentence.isPlain(t - 2, W.verb | W.split)) return false;
  return /^(?:已|已经)$/.test(sentence.word(t - 3)) || /^已/.test(sentence.word(t - 2));
};

const standing = /(?:构成了?|奠定了?|积累了|夯实了|形成了|铸就了|提供了)[^,;。]{0,16}(?:家底|基础|底气|底盘|支撑|优势|条件|根基)/;

/** 5058.6亿元的经济总量、2678家企业构成了坚实家底: in a plan, what one builds on. */
const standsAlready = (sentence: Sentence, t: number): boolean => {
  const words = sentence.textAfter(t);
  const end = words.search(/[;。]/);
  return standing.test(end < 0 ? words : words.slice(0, end)) && !/力争|确保|预计|到20/.test(words);
};

const planBefore = /(?:目标|计划|任务|预期)[^,;。、\d]{0,3}$/;

const comparisonOf = (sentence: Sentence, t: number, kind: Kind, role: Role, lead: Lead): Comparison | undefined => {
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

const boundOf = (sentence: Sentence, t: number, figure: RawFigure, kind: Kind, lead: Lead, status: Status): Bound => {
  if (figure.within) return 'within';
  const next = sentence.word(t + 1);
  if (/^(?:及?以上|之上)/.test(next)) return 'over';
  if (/^(?:及?以[下内]|之内)/.test(next)) return 'under';
  if (/^(?:左右|上下)/.test(next) || figure.more) return 'about';
  if (kind === 'rank' || kind === 'streak') return 'exact';
  if (lead.about) return 'about';
  // 超过120户的计划, 未达到6%的预期: how the result stands to a plan bounds no plan.
  if (status === 'target' && isTargetBehind(sentence, t) && (lead.exceed || sentence.has(t - 1, W.over | W.under))) return 'exact';
  // 高于全省2个百分点 compares; it bounds nothing.
  const compares = lead.exceed && (kind === 'point_change' || (kind === 'change' && !lead.bounds));
  // 超年度目标13.9%
  const exceedsPlan =
    /目标|计划|任务/.test(lead.aspect) && !lead.bounds && (lead.over || lead.exceed) && !lead.target === false && kind === 'ratio';
  // 低于2020年的12.3亿美元: a value of another time is a reference and bounds nothing.
  if (lead.exceed && !lead.bounds && (lead.compared !== null || lead.time !== null) && kind === 'level') return 'exact';
  if (lead.over && !compares && !exceedsPlan) return 'over';
  if (lead.under && !(lead.exceed && kind === 'point_change') && !(lead.control && status === 'actual')) return 'under';
  return lead.to && lead.control && status === 'target' ? 'under' : 'exact';
};
