import type { Bound } from '../figures/figure.ts';
import { intervalOf } from '../figures/printed.ts';
import type { RawFigure } from '../figures/read-figure.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import type { Setting } from '../outline/section.ts';
import { actionOf } from './action.ts';
import { boundOf } from './bound.ts';
import { namedSince } from './carried.ts';
import { type Claim, type Distribution, type Measured, plain } from './claim.ts';
import type { Context } from './context.ts';
import { continuesList, Distributor } from './distribution.ts';
import type { FigureInSentence } from './figure-in-sentence.ts';
import { acceptsBare, acceptsRank, kindOf } from './kind.ts';
import { emptyLead, inheritBound, inheritLead, type Lead, takeLead } from './lead.ts';
import { type Measurement, measure } from './measure.ts';
import { wholeIndicator } from './naming.ts';
import { nounBehind } from './noun-behind.ts';
import { perTimeOf } from './per-time.ts';
import { type Period, spansYears, yearPeriod } from './period.ts';
import { headStart, takePhrase } from './phrase.ts';
import { isReached } from './reached.ts';
import { placeBefore, rankScope, regionBeside, type Turn, turnsOf } from './region.ts';
import { comparisonOf, roleOf } from './role.ts';
import { countDimensions, isEmpty, Sentence } from './sentence.ts';
import { isTimeless, standsAlready, statusOf } from './status.ts';
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
    : { claims: [], distributions: [], contextAfter: { subject: context.subject, frame: context.frame, told: context.told, before: text } };

/** A claim with what its reading rested on. */
interface Read {
  claim: Claim;
  /** Index of its token. */
  at: number;
  lead: Lead;
}

const rateDimensions = new Set(['percent', 'point', 'tenths', 'ratio']);
const placeKind = /^(?:[县市区旗镇乡](?![\u4e00-\u9fff])|县市区|区县|市县|街道|乡镇|镇街|园区|开发区)/;

class PassageReader {
  private readonly sentence: Sentence;
  private readonly times: TimeFrame;
  private readonly distributor: Distributor;
  private readonly reads: Read[] = [];
  /** Whether the last claim told how things stood at the end of its span. */
  private reached = false;
  private handedOn: string | undefined;
  private turns: readonly Turn[] | undefined;
  private readonly claims: Claim[] = [];

  constructor(
    text: string,
    private readonly frame: ReadingFrame,
    private readonly context: Context,
  ) {
    const { setting, now, reviewed, ownScope, vocabulary } = frame;
    // 前三季度…。其中，…: a part of what was told of last.
    const told = text.startsWith('其中') ? context.told : null;
    const inForce = told ?? context.frame ?? setting.period;
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
      contextAfter: { subject, frame: this.times.lasting, told: this.times.period, before: this.sentence.text },
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
      rates: rateDimensions.has(figure.unit?.dimension ?? 'ratio'),
      ownScope: frame.ownScope,
    });
    const before = this.reads.at(-1);
    // 其中前三季度56个: no name stands behind the word.
    phrase.part ||= before !== undefined && /^[,;、(]其中/.test(sentence.text.slice(before.claim.end, figure.start));
    // 提升5个百分点、达68.13%: a level of its own.
    const isOwn = /^为$|达到?$/.test(sentence.word(t - 1)) && before?.claim.kind !== figure.form;
    // 达到2020年356万人次的1.9倍 goes on no list.
    if (before && !isOwn && sentence.word(t - 1) !== '的' && isEmpty(phrase) && continuesList(sentence, before.at, t)) {
      inheritLead(lead, before.lead, before.claim.action);
      inheritBound(sentence, t, lead, before.lead, before.at);
    }
    if (figure.bare && !acceptsBare(sentence, t, figure, lead, phrase, this.claims.length > 0)) return;
    if (figure.form === 'rank' && !acceptsRank(sentence, t, figure, lead, before?.claim)) return;
    const kind = kindOf(sentence, t, figure, lead, phrase, before?.claim, frame.vocabulary);
    const lastAt = this.reads.at(-1)?.at ?? -1;
    const subject = (): Measured | undefined =>
      namedSince(sentence, Math.min(start, t), lastAt, frame.vocabulary) ?? this.lastNamed() ?? this.context.subject ?? undefined;
    const item = this.distributor.itemOf(t, start, lead, this.claims, subject);
    const here: FigureInSentence = {
      sentence,
      t,
      figure,
      kind,
      lead,
      phrase,
      tail: nounBehind(sentence, t),
      claims: this.claims,
      leadBefore: before?.lead,
      antecedents: frame.antecedents,
      vocabulary: frame.vocabulary,
    };
    const measured: Measurement = item ? this.itemMeasured(item) : measure(here, subject);
    const isCount = kind === 'level' && countDimensions.has(figure.unit?.dimension ?? '');
    const owned =
      this.pronoun(measured) ??
      this.parallel(measured, figure) ??
      (measured.carried
        ? undefined
        : ownedProperty(sentence, start, measured, this.claims, frame.vocabulary, isCount, () => this.topicHandedOn()));
    const { name, indicator } = this.sumOfAll(t, figure, measured) ?? owned ?? measured;
    const { carried, whole } = measured;
    const named: Measurement = { name, indicator: indicator ?? this.ofOwnPlace(name), carried, whole };
    this.push(t, lead, this.claimOf(here, named));
  }

  /** 第一、第二、第三产业增加值占GDP的比重: each is a part of one whole. */
  private itemMeasured({ name, indicator }: Measured): Measurement {
    const [, part, whole] = /^(.{2,}?)占(.{2,}?)的?(?:比重|比例|份额)$/.exec(name) ?? [];
    return part && whole
      ? { name: part, indicator: this.frame.vocabulary.byName.get(part), carried: false, whole }
      : { name, indicator, carried: false, whole: '' };
  }

  /** 前者快于后者: the first or second of the two named before. */
  private pronoun({ name }: Measurement): Measured | undefined {
    const which = name === '前者' ? -2 : name === '后者' ? -1 : 0;
    const claim = which === 0 ? undefined : this.claims.at(which);
    return claim && { name: claim.name, indicator: claim.indicator };
  }

  /** 城镇居民人均可支配收入突破4万元、农村居民为2万元: the second of two takes what the first is measured by. */
  private parallel({ name, indicator, carried }: Measurement, figure: RawFigure): Measured | undefined {
    const branch = this.branch({ name, indicator, carried, whole: '' }, figure);
    if (branch) return branch;
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

  /** 采矿业增加值增长3.2%，制造业增长8.1%: a branch grows in what the one before it grows in. */
  private branch({ name, indicator, carried }: Measurement, figure: RawFigure): Measured | undefined {
    const last = this.claims.at(-1);
    if (carried || indicator || last?.kind !== 'change' || last.carried || figure.unitText !== '%' || !/[^企]业$|企业$/.test(name))
      return undefined;
    const measure = /(?:业|企业)((?:总?产值|增加值|投资|营业收入|利润|税收|出口))$/.exec(last.name)?.[1];
    if (!measure || /[;。]/.test(this.sentence.text.slice(last.end, figure.start))) return undefined;
    return { name: name + measure, indicator: this.frame.vocabulary.byName.get(name + measure) };
  }

  /** 建议136件、提案122件，合计258件: of all that the list names. */
  private sumOfAll(t: number, figure: RawFigure, { carried }: Measurement): Measured | undefined {
    if (!carried || !/^(?:共|合计|共计|总计)(?:达|为)?$/.test(this.sentence.word(t - 1))) return undefined;
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

  private claimOf(here: FigureInSentence, measured: Measurement): Claim {
    const { sentence, t, figure, kind, lead, phrase } = here;
    const { name, indicator, carried } = measured;
    const { frame } = this;
    const { unit } = figure;
    const role = roleOf(here);
    // 可再生能源占电力装机比重由47.6%提升至73.4%: both are shares of the same.
    const last = this.claims.at(-1);
    const share = carried && role === 'to' && last?.role === 'from' && kind === 'ratio' ? last : undefined;
    const whole = share?.whole ?? measured.whole;
    // 增速高于全省0.4个百分点，居第3位: the growth ranks.
    const growth = carried && kind === 'rank' && lead.aspect === '' ? this.growthTold() : '';
    const aspect = share?.aspect ?? (lead.aspect || growth);
    // Within one year nothing is told of its end alone.
    const reached =
      (spansYears(this.times.period) || spansYears(lead.time)) &&
      (isReached(here) || this.continuesReached(here) || (kind === 'level' && isHolding(sentence.textOf(phrase))));
    this.reached = reached;
    const stands = frame.setting.status === 'target' && lead.time === null && standsAlready(sentence, t);
    const period = isTimeless(sentence, t)
      ? null
      : stands && frame.reviewed !== null
        ? yearPeriod(frame.reviewed)
        : this.times.periodOf(lead, isRevised(sentence, t) ? 'value' : role, this.claims, this.timeSince(t), reached);
    const status = statusOf(here, frame, period);
    const bound = boundOf(here, status);
    const falls = (lead.fall && !lead.rise) || /^[降跌]幅/.test(lead.aspect);
    const declines = (kind === 'change' || kind === 'point_change') && falls;
    const values = declines ? figure.values.map((value) => -Math.abs(value)) : figure.values;
    const factor = unit?.factor ?? 1;
    const isCounted = figure.step === 1 && unit?.magnitude === 1 && countDimensions.has(unit.dimension);
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
      action: actionOf(here, measured),
      aspect,
      // What a run of years is about tells one run from another.
      whole: kind === 'streak' ? (/^[^,;:。、]{0,24}/.exec(sentence.text.slice(figure.end))?.[0] ?? '') : whole,
      wholeIndicator: wholeIndicator(whole, frame.vocabulary),
      part: phrase.part,
      role,
      per: kind === 'level' ? perTimeOf(sentence.text, figure.start, name) : '',
      comparison: comparisonOf(here, role),
      period,
      status,
      scope: kind === 'rank' ? rankScope(sentence, t, lead, this.claims.at(-1)) : '',
      region: this.regionOf(here, name),
      carried,
    };
  }

  /** 增速, where the last claim, or the comparisons before it, are of growth. */
  private growthTold(): string {
    const told = this.claims.findLast(({ kind, aspect }) => kind !== 'point_change' || aspect !== '');
    return told && /^增[速幅]$/.test(told.aspect) ? told.aspect : '';
  }

  private regionOf({ sentence, t, kind, lead, phrase: { scope } }: FigureInSentence, name: string): string {
    const { region, ownScope } = this.frame;
    const isOwn = scope !== '' && ownScope.test(scope);
    if (kind !== 'rank' && scope !== '' && !isOwn && /^[全本我]/.test(scope)) return scope;
    const beside = regionBeside(sentence, t, lead, region, ownScope);
    if (beside || isOwn) return beside;
    this.turns ??= turnsOf(sentence, region);
    const place = placeBefore(this.turns, sentence.token(t).start);
    // 经开区综合考评: the name tells; how many counties there are is said of no county.
    return name.includes(place) || placeKind.test(name) ? '' : place;
  }

  private threshold(t: number, figure: RawFigure): Claim {
    const { sentence } = this;
    const tail = nounBehind(sentence, t + 1);
    const { unit } = figure;
    const factor = unit?.factor ?? 1;
    const bound: Bound = /^(?:及?以下|以?内)/.test(sentence.textAfter(t)) ? 'under' : 'over';
    const { status } = this.frame.setting;
    return {
      ...plain,
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
      period: this.times.period,
      status: status === 'estimate' ? 'actual' : status,
    };
  }

  /** 达到8个、全国重点实验室45家: the list goes on as it began. */
  private continuesReached({ figure, phrase, kind }: FigureInSentence): boolean {
    const last = this.claims.at(-1);
    if (!this.reached || !last || kind !== 'level') return false;
    const { start } = isEmpty(phrase) ? figure : this.sentence.token(phrase.from);
    return /^(?:以上|左右)?[、和]$/.test(this.sentence.text.slice(last.end, start));
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
}

/** 前四年累计新改建512公里，农村公路总里程3264公里: what there is, whatever the years told of. */
const isHolding = (name: string): boolean => /(?:总里程|保有量|拥有量|余额)$/.test(name) && !/新增|净增|累计|增加/.test(name);

/** 由4806.3亿元修订为4812.9亿元: two values of one time. */
const isRevised = (sentence: Sentence, t: number): boolean => /^(?:修订|核定|调整|更正)[为至到]/.test(sentence.textAfter(t));
