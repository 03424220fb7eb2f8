import type { Bound, Kind } from '../figures/figure.ts';
import { intervalOf } from '../figures/printed.ts';
import type { RawFigure } from '../figures/read-figure.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import type { Setting } from '../outline/section.ts';
import { isHan } from '../text/characters.ts';
import { lexiconWords, WordClass } from '../text/lexicon.ts';
import type { Claim, Comparison, Distribution, Measured, Role, Status } from './claim.ts';
import type { Context } from './context.ts';
import { isWholeYear, type Period, type PeriodBase, yearOf, yearPeriod, yearsPeriod } from './period.ts';
import { type Token, tokenize } from './tokens.ts';

/** A catalogued indicator named in the text, with or without a figure. */
export interface Mention {
  start: number;
  end: number;
  indicator: Indicator;
}

export interface PassageReading {
  claims: Claim[];
  mentions: Mention[];
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
  vocabulary: Vocabulary;
  /** Of a progress cell: the claims of its target, which its figures speak of. */
  antecedents?: readonly Claim[];
}

const W = WordClass;
const countDimension = /^(?:count|persons|households|visits|companyVisits|times|containers|floors|characters)$/;

/** Reads one folded passage into claims; places are relative to it. Linear in its length for sentences of usual make. */
export const readPassage = (text: string, frame: ReadingFrame, context: Context): PassageReading =>
  new PassageReader(text, frame, context).read();

/** The words between an indicator and its figure, taken apart. */
interface Lead {
  over: boolean;
  under: boolean;
  about: boolean;
  rise: boolean;
  fall: boolean;
  compare: boolean;
  exceed: boolean;
  to: boolean;
  from: boolean;
  share: boolean;
  target: boolean;
  estimate: boolean;
  average: boolean;
  adjusted: boolean;
  control: boolean;
  time: Period | null;
  compared: Period | null;
  aspect: string;
  scope: string;
  /** The verb of the list that the figure goes on. */
  action: string;
}

const emptyLead = (): Lead => ({
  over: false,
  under: false,
  about: false,
  rise: false,
  fall: false,
  compare: false,
  exceed: false,
  to: false,
  from: false,
  share: false,
  target: false,
  estimate: false,
  average: false,
  adjusted: false,
  control: false,
  time: null,
  compared: null,
  aspect: '',
  scope: '',
  action: '',
});

/** A noun phrase as token range, with the verbs stripped before it. */
interface Phrase {
  from: number;
  to: number;
  action: string;
  part: boolean;
  scope: string;
}

const leadClasses =
  W.over |
  W.under |
  W.about |
  W.link |
  W.rise |
  W.fall |
  W.to |
  W.from |
  W.adverb |
  W.compare |
  W.exceed |
  W.share |
  W.target |
  W.estimate |
  W.aspect |
  W.conjunction |
  W.respectively;
const stripClasses =
  W.verb | W.adverb | W.scope | W.conjunction | W.target | W.estimate | W.compare | W.respectively | W.link | W.from | W.exceed;
/** Aspects that make a % figure growth. */
const growthAspect = /增速|增幅|涨幅|降幅|增长|速度|跌幅/;
const controlWord = /^(?:压减|压缩|缩减|缩小|降|减少|下降|降低|控制|稳定|压控|缩短|减)/;
/** What becomes of things that are counted; no part of their name. */
const stageVerb = /竣工|投用|投产|开工|签约|落地|建成|上线|运营|启用|开业|通车|完工|达产|入驻|入库|获批|获奖|上市|挂牌|参加|参与/;
/** 54项省级审批权限: behind these a verb is still part of the noun. */
const modifier = /^(?:国家级|省级|市级|区级|县级|乡级|镇级|重大|重点|各类|新型|主要|公共|大型|中小)$/;
const bareMeasure =
  /^(?:标准|资金|金额|人数|面积|数量|时间|成本|范围|比例|能力|里程|经费|基金|补贴|强度|效率|频次|次数|总额|规模|价格|贷款|用量)$/;
const adjustedWord = /同口径|可比|扣除|剔除|不变价|实际增/;

class PassageReader {
  private readonly tokens: Token[];
  private readonly claims: Claim[] = [];
  private readonly distributions: Distribution[] = [];
  private readonly base: PeriodBase;
  /** Token index of each claim. */
  private readonly places: number[] = [];
  private readonly ownScope: RegExp;
  private framePeriod: Period | null;
  private frameList: (Period | null)[] = [];
  private frameFrom = 0;
  /** What the passage hands on as its time. */
  private lasting: Period | null;

  constructor(
    private readonly text: string,
    private readonly frame: ReadingFrame,
    private readonly context: Context,
  ) {
    const { setting, now, reviewed, region } = frame;
    const inForce = context.frame ?? setting.period;
    const year = inForce ? Math.floor(inForce.to / 12) : null;
    this.base = { year, now, reviewed, section: inForce };
    this.framePeriod = inForce;
    this.lasting = context.frame;
    this.ownScope = ownScopeOf(region);
    this.tokens = tokenize(text, frame.vocabulary, this.base);
  }

  read(): PassageReading {
    const { tokens } = this;
    this.markThresholds();
    for (let t = 0; t < tokens.length; t++) {
      const token = tokens[t] as Token;
      if (token.kind === 'figure' && token.figure) this.readClaim(t, token.figure);
    }
    this.updateFrame(tokens.length, tokens.length);
    const last = this.claims.findLast((claim) => claim.kind !== 'threshold' && claim.name);
    const mentions = tokens.flatMap(({ start, end, indicator }) => (indicator ? [{ start, end, indicator }] : []));
    return {
      claims: this.claims,
      mentions,
      distributions: this.distributions,
      contextAfter: { subject: last ? { name: last.name, indicator: last.indicator } : this.context.subject, frame: this.lasting },
    };
  }

  // ---- tokens -----------------------------------------------------------------------------------------------------

  private at(index: number): Token | undefined {
    return this.tokens[index];
  }

  private word(index: number): string {
    const token = this.tokens[index];
    return token ? this.text.slice(token.start, token.end) : '';
  }

  private has(index: number, classes: number): boolean {
    return ((this.tokens[index]?.classes ?? 0) & classes) !== 0;
  }

  private isPunctuation(index: number, pattern: RegExp): boolean {
    const token = this.tokens[index];
    return token?.kind === 'punctuation' && pattern.test(this.text[token.start] as string);
  }

  private readonly thresholds = new Set<number>();

  /** 10亿元以上项目, 35周岁以下大学生, 超20亿元数字企业3家: part of a name, not a value. */
  private markThresholds(): void {
    const { tokens } = this;
    for (let t = 0; t < tokens.length; t++) {
      const figure = tokens[t]?.figure;
      if (!figure || figure.form || (figure.unit?.dimension ?? '') === 'point') continue;
      const next = tokens[t + 1];
      const isCount = countDimension.test(figure.unit?.dimension ?? 'count');
      if (next && /^(?:及?以[上下内]|之上)$/.test(this.word(t + 1))) {
        if (this.opensNoun(t + 2, isCount) && figure.unit?.dimension !== 'percent') this.thresholds.add(t);
        continue;
      }
      if (
        !isCount &&
        figure.unit?.known &&
        figure.unit.dimension.startsWith('money') &&
        this.has(t - 1, W.over) &&
        this.countFollows(t + 1)
      )
        this.thresholds.add(t);
    }
  }

  /** Whether a noun that the threshold defines starts at `index`; a counted number needs a count of its own behind it. */
  private opensNoun(index: number, needsCount: boolean): boolean {
    let i = index;
    if (this.word(i) === '的' || this.word(i) === '及') i++;
    const token = this.at(i);
    if (!token || token.kind === 'punctuation' || token.kind === 'time') return false;
    if (token.kind === 'figure') return i > index || !needsCount;
    if (this.word(i - 1) === '的') {
      if (token.classes & (W.target | W.aspect) || /^(?:速度|水平|比例|要求|预期|较快|较高|高)/.test(this.text.slice(token.start)))
        return false;
      return !needsCount || this.countFollows(i);
    }
    if (token.classes & (W.verb | W.split | W.adverb | W.link | W.conjunction) && !(token.classes & W.noun)) return false;
    return needsCount ? this.countFollows(i) || !this.hasVerbBefore(index) : true;
  }

  /** 全省50户以上村寨 names a kind of village; 新增3000名以上人才 counts. */
  private hasVerbBefore(index: number): boolean {
    for (let i = index - 3; i >= 0 && !this.isPunctuation(i, /[,;:。、]/); i--)
      if (this.has(i, W.verb | W.split | W.link | W.rise)) return true;
    return false;
  }

  /** Whether a counted figure follows before the clause ends, with nothing but a noun in between. */
  private countFollows(index: number): boolean {
    for (let i = index; i < this.tokens.length; i++) {
      const token = this.tokens[i] as Token;
      if (token.kind === 'punctuation' && !/[()]/.test(this.text[token.start] as string)) return false;
      if (token.kind === 'figure') return i > index && countDimension.test(token.figure?.unit?.dimension ?? '');
      if (token.kind === 'word' && token.classes & (W.rise | W.fall | W.split) && !(token.classes & (W.noun | W.link))) return false;
    }
    return false;
  }

  // ---- one figure -------------------------------------------------------------------------------------------------

  private readClaim(t: number, figure: RawFigure): void {
    const start = this.headStart(t);
    this.updateFrame(t, start);
    if (this.thresholds.has(t)) {
      this.pushThreshold(t, figure);
      return;
    }
    if (figure.implied) return;
    const lead = emptyLead();
    const phraseEnd = this.peel(start, t, figure, lead);
    const phrase = this.strip(start, phraseEnd, lead, false, figure.form === 'rank');
    this.inherit(t, lead, phrase);
    if (figure.bare && !this.acceptsBare(t, lead, phrase)) return;
    if (figure.form === 'rank' && !this.acceptsRank(t, lead)) return;
    const tail = this.tailOf(t);
    const kind = this.kindOf(figure, lead, phrase, tail);
    const measured = this.measure(t, start, figure, kind, lead, phrase, tail);
    this.push(t, figure, kind, lead, phrase, measured, tail);
  }

  private readonly leads: Lead[] = [];

  /** 分别下降15.7%和17.5%: what leads up to the first figure of a list leads up to all. */
  private inherit(t: number, lead: Lead, phrase: Phrase): void {
    const first = this.leads.at(-1);
    const last = this.places.at(-1);
    if (!first || last === undefined || phrase.to > phrase.from || !this.continuesList(last, t)) return;
    if (lead.rise || lead.fall || lead.compare || lead.exceed || lead.to || lead.from) return;
    for (const flag of ['rise', 'fall', 'compare', 'exceed', 'to', 'from', 'share', 'average', 'adjusted', 'control', 'estimate'] as const)
      lead[flag] ||= first[flag];
    lead.aspect ||= first.aspect;
    lead.compared ??= first.compared;
    lead.time ??= first.time;
    lead.action = this.claims.at(-1)?.action ?? '';
  }

  /** First token of the words that lead up to the figure at `t`. */
  private headStart(t: number): number {
    let i = t - 1;
    while (i >= 0) {
      const token = this.tokens[i] as Token;
      if (token.kind === 'figure' && !this.thresholds.has(i)) break;
      if (token.kind === 'punctuation') {
        const mark = this.text[token.start] as string;
        if (mark === ')' && token.partner !== undefined) {
          i = token.partner - 1;
          continue;
        }
        if (mark === '、') {
          const before = this.tokens[i - 1];
          if ((before?.kind === 'figure' && !this.thresholds.has(i - 1)) || this.isAfterFigureTail(i - 1)) break;
        } else if (mark === ' ' ? this.isBetweenHan(i) : !/[-~*·/+|&<>=#.]/.test(mark)) break;
      }
      i--;
    }
    return i + 1;
  }

  /** A blank that stayed between two Chinese words parts phrases. */
  private isBetweenHan(index: number): boolean {
    const token = this.tokens[index] as Token;
    return isHan(this.text.charCodeAt(token.start - 1)) && isHan(this.text.charCodeAt(token.end));
  }

  /** 30%以上、… : the words behind a figure up to a 、 belong to that figure. */
  private isAfterFigureTail(index: number): boolean {
    let i = index;
    while (i >= 0 && this.tokens[i]?.kind === 'word' && this.has(i, W.over | W.under | W.about)) i--;
    return i < index && this.tokens[i]?.kind === 'figure' && !this.thresholds.has(i);
  }

  /** Takes the words apart that stand directly before a figure, from right to left; gives the end of what is left. */
  private peel(start: number, t: number, figure: RawFigure, lead: Lead): number {
    const isRank = figure.form === 'rank' || figure.form === 'streak';
    const usable = leadClasses | (isRank ? W.rank | W.scope : 0);
    let end = t;
    while (end > start) {
      const token = this.tokens[end - 1] as Token;
      if (token.kind === 'punctuation') {
        const mark = this.text[token.start] as string;
        if (mark === ')' && token.partner !== undefined && token.partner >= start) {
          end = token.partner;
          continue;
        }
        break;
      }
      if (token.kind === 'time') {
        this.noteTime(end - 1, start, lead);
        end--;
        continue;
      }
      if (isRank && token.kind === 'other' && /[省市区县州]$/.test(this.word(end - 1)) && token.end - token.start <= 5) {
        lead.scope ||= this.word(end - 1);
        end--;
        continue;
      }
      if (token.kind !== 'word' || token.indicator) break;
      if (!(token.classes & usable) || (token.classes & W.noun && !(token.classes & W.aspect))) {
        if (token.classes & W.scope && this.scopeIsCompared(end - 1, start)) {
          end--;
          continue;
        }
        break;
      }
      this.note(token, lead, isRank);
      end--;
    }
    return this.cutComparison(start, end, lead, figure.unit?.dimension === 'point');
  }

  private noteTime(index: number, start: number, lead: Lead): void {
    const time = this.tokens[index]?.time;
    if (!time) return;
    if (time.average) {
      lead.average = true;
      return;
    }
    const period = time.periods[0] ?? null;
    if (this.isCompared(index, start)) lead.compared = period;
    else if (lead.time === null) lead.time = period;
  }

  /** 比2020年…, 较上年…, 与2020年相比: the time names what is compared with. */
  private isCompared(index: number, start: number): boolean {
    const before = this.word(index - 1);
    if (index > start && /(?:比|较|相较于|较之|对比)$/.test(before)) return true;
    if (index > start && /[与同]$/.test(before)) return /^(?:相比|比)/.test(this.text.slice((this.tokens[index] as Token).end));
    if (index > start && /^(?:是|为|相当于)$/.test(before))
      return /^的(?:\d|[一二两三四五六七八九十])/.test(this.text.slice((this.tokens[index] as Token).end));
    return false;
  }

  /** 高于全市, 比全省: a territory as the other side of a comparison. */
  private scopeIsCompared(index: number, start: number): boolean {
    return index > start && (this.has(index - 1, W.exceed) || /[比较于]$/.test(this.word(index - 1)));
  }

  private note(token: Token, lead: Lead, isRank: boolean): void {
    const { classes } = token;
    const word = this.text.slice(token.start, token.end);
    if (classes & W.aspect && !isRank) lead.aspect ||= word;
    else if (classes & W.aspect) lead.aspect = word;
    if (classes & W.over) lead.over = true;
    if (classes & W.under) lead.under = true;
    if (classes & W.about) lead.about = true;
    if (classes & W.rise) lead.rise = true;
    if (classes & W.fall) lead.fall = true;
    if (classes & W.compare) lead.compare = true;
    if (classes & W.exceed) lead.exceed = true;
    if (classes & W.share) lead.share = true;
    if (classes & W.to) lead.to = true;
    if (classes & W.from) lead.from = true;
    if (classes & W.target) lead.target = true;
    if (classes & W.estimate) lead.estimate = true;
    if (classes & W.scope) lead.scope = word;
    if (adjustedWord.test(word)) lead.adjusted = true;
    if (controlWord.test(word)) lead.control = true;
    if (/年均/.test(word)) lead.average = true;
  }

  /** …增速比改革前加快, …高于全市平均水平: cuts the comparison off the phrase [start, end). */
  private cutComparison(start: number, end: number, lead: Lead, isPoint: boolean): number {
    for (let i = start; i < end; i++) {
      const token = this.tokens[i] as Token;
      if (token.kind !== 'word' || token.classes & W.noun) continue;
      const word = this.word(i);
      const compares =
        (token.classes & W.compare && !adjustedWord.test(word)) ||
        (token.classes & W.exceed && (lead.rise || lead.fall || lead.exceed || isPoint || i > start));
      if (!compares || !(lead.rise || lead.fall || lead.exceed || token.classes & W.exceed)) continue;
      lead.compare = true;
      if (token.classes & W.exceed) {
        lead.exceed = true;
        if (/[低慢少小后]/.test(word)) lead.fall = true;
      }
      for (let j = i + 1; j < end; j++) {
        const time = this.tokens[j]?.time;
        if (time) lead.compared = time.periods[0] ?? null;
        if (this.has(j, W.scope)) lead.exceed = true;
      }
      end = i;
      // What stands before the comparison may again be words that only lead up.
      while (end > start) {
        const before = this.tokens[end - 1] as Token;
        if (before.kind === 'time') {
          this.noteTime(end - 1, start, lead);
        } else if (
          before.kind === 'word' &&
          !before.indicator &&
          before.classes & leadClasses &&
          !(before.classes & W.noun && !(before.classes & W.aspect))
        ) {
          if (before.classes & W.aspect) lead.aspect = this.word(end - 1);
        } else break;
        end--;
      }
      return end;
    }
    return end;
  }

  /** Strips what stands before the noun phrase [start, end): times, adverbs, verbs, territories. */
  private strip(start: number, end: number, lead: Lead, isList = false, ranks = false): Phrase {
    const phrase: Phrase = { from: start, to: end, action: '', part: false, scope: '' };
    // 项目开工100个, 项目已落地2个: what was done stands behind the noun.
    while (end - 1 > start && (this.isTrailing(end - 1, start) || this.isDone(end - 1, start))) {
      if (this.has(end - 1, W.verb | W.split) && !this.has(end - 1, W.adverb) && !phrase.action) phrase.action = this.word(end - 1);
      end--;
    }
    phrase.to = end;
    for (let i = start; i < end; i++) if (this.word(i) === '其中') phrase.part = true;
    // 综保区保持全国“双A”、杭州关区第一: what ranks is named before the first word of ranking.
    if (ranks) {
      for (let i = start + 1; i < end; i++) {
        if (!this.has(i, W.rank) || this.word(i).length < 2 || this.has(i, W.noun) || !this.namesBefore(i, start)) continue;
        end = i;
        phrase.to = i;
        break;
      }
    }
    // A word that ends a noun phrase ends all that stands before it.
    for (let i = end - 1; i >= start && !isList; i--) {
      const token = this.tokens[i] as Token;
      if (token.kind !== 'word' || !(token.classes & W.split) || token.indicator || token.classes & W.noun) continue;
      // …养老金从2004年人均每月700元: what starts there is named before.
      if (token.classes & W.from && this.namesBefore(i, start)) {
        lead.from = true;
        for (let j = i + 1; j < end; j++) if (this.tokens[j]?.time) this.noteTime(j, start, lead);
        end = i;
        phrase.to = i;
        continue;
      }
      phrase.from = i;
      break;
    }
    // 3900多个项目投产、新增产值5000亿元: a verb behind 、 begins anew.
    for (let i = end - 2; i > phrase.from && !isList; i--) {
      const next = this.tokens[i + 1] as Token;
      if (this.word(i) === '、' && next.kind === 'word' && next.classes & W.verb && !(next.classes & W.noun) && i + 2 < end) {
        phrase.from = i + 1;
        break;
      }
    }
    const staged = phrase.action !== '';
    let i = phrase.from;
    while (i < end) {
      const token = this.tokens[i] as Token;
      if (token.kind === 'time') {
        if (lead.time === null && lead.compared === null && !token.time?.average)
          lead.time = this.isCompared(i, start) ? null : (token.time?.periods[0] ?? null);
        if (token.time?.average) lead.average = true;
      } else if (token.kind === 'punctuation') {
        const mark = this.text[token.start] as string;
        if (mark === '(' && token.partner !== undefined && token.partner < end) {
          i = token.partner + 1;
          continue;
        }
      } else if (token.kind === 'word' && !token.indicator && token.classes & (stripClasses | W.split)) {
        // 整改率, 交付量: the verb begins a name.
        const next = this.tokens[i + 1];
        if (token.classes & W.verb && next && i + 1 < end && next.kind !== 'time' && /^[率额量费权]/.test(this.text.slice(next.start)))
          break;
        // 高标准 may begin a name (高标准农田 is one word) or say how (高标准整治).
        const says = token.classes & (W.verb | W.split) ? i + 1 < end : token.classes & W.adverb && this.has(i + 1, W.verb) && i + 2 < end;
        if (token.classes & W.noun && !says) break;
        const word = this.word(i);
        if (token.classes & W.scope) {
          // 全国文明城市, 全国重点实验室: part of a name, unless it is our own territory.
          const speaks = next && i + 1 < end && (next.indicator || next.classes & (W.aspect | W.adverb | W.scope) || next.kind === 'time');
          if (!speaks && i + 1 < end && !this.ownScope.test(word)) break;
          phrase.scope = word;
        }
        if (token.classes & (W.verb | W.split) && !(token.classes & (W.adverb | W.conjunction | W.link)) && !staged) phrase.action = word;
        if (token.classes & W.target && !/^(?:目标|计划|任务)/.test(word)) lead.target = true;
        if (token.classes & W.estimate) lead.estimate = true;
        if (adjustedWord.test(word)) lead.adjusted = true;
      } else if (
        !(
          token.kind === 'other' &&
          (/^第.{1,4}[批次届期轮]$/.test(this.word(i)) ||
            (/^[国省市县区乡镇村级各]+$/.test(this.word(i)) && this.has(i + 1, W.verb) && i + 2 < end))
        )
      )
        break;
      i++;
    }
    // 扶贫标准, 资助金额: a bare measure says too little without the word before it.
    const before = this.tokens[i - 1];
    if (
      i > start &&
      i < end &&
      before?.kind === 'word' &&
      before.end - before.start >= 2 &&
      before.classes & W.verb &&
      bareMeasure.test(this.phraseText(i, end))
    )
      i--;
    phrase.from = i;
    return phrase;
  }

  /** 项目踏勘已组织22个 */
  private isDone(index: number, start: number): boolean {
    return (
      this.has(index, W.verb) &&
      !this.has(index, W.noun) &&
      /^(?:已|已经|累计|共)$/.test(this.word(index - 1)) &&
      this.namesBefore(index - 1, start)
    );
  }

  private isTrailing(index: number, start: number): boolean {
    const token = this.tokens[index] as Token;
    if (token.kind !== 'word' || token.indicator || token.classes & W.noun) return false;
    if (!(token.classes & W.adverb) && !stageVerb.test(this.word(index))) return false;
    return this.namesBefore(index, start);
  }

  /** Whether something that can carry a name stands in [start, index). */
  private namesBefore(index: number, start: number): boolean {
    for (let i = index - 1; i >= start; i--) {
      const before = this.tokens[i] as Token;
      if (before.kind === 'other' || before.kind === 'quote' || before.indicator || before.classes & W.noun) return true;
      if (before.kind === 'punctuation') return false;
    }
    return false;
  }

  /** The noun phrase behind a figure: 10个重大外资项目落地. */
  private tailOf(t: number): { from: number; to: number } {
    let i = t + 1;
    // 6大项64小项共382场比赛: the noun stands behind the last of them.
    if (this.word(i) === '共') i++;
    if (this.tokens[i]?.kind === 'figure' && !this.thresholds.has(i) && (i > t + 1 || this.tokens[i]?.start === this.tokens[t]?.end)) {
      const next = this.tokens[i]?.figure;
      const own = this.tokens[t]?.figure;
      if (own?.unit && next?.unit && countDimension.test(own.unit.dimension) && countDimension.test(next.unit.dimension))
        return this.tailOf(i);
    }
    i = t + 1;
    if (this.word(i) === '的') i++;
    const from = i;
    while (i < this.tokens.length) {
      const token = this.tokens[i] as Token;
      if (token.kind === 'figure' && !this.thresholds.has(i)) break;
      if (token.kind === 'time') break;
      if (token.kind === 'punctuation') {
        const mark = this.text[token.start] as string;
        if (mark === '(' && token.partner !== undefined && i > from) {
          i = token.partner + 1;
          continue;
        }
        if (mark === '、' && i > from && this.continuesNoun(i + 1)) {
          i++;
          continue;
        }
        if (!/[-·/&]/.test(mark) || i === from) break;
      }
      if (i > from && this.thresholds.has(i - 1) && token.classes & (W.over | W.under)) {
        i++;
        continue;
      }
      if (token.kind === 'word' && !token.indicator && !(token.classes & W.noun)) {
        if (token.end - token.start === 1 && this.isInsideNoun(i, token.classes)) {
          i++;
          continue;
        }
        // 300兆瓦压缩空气储能
        if (i === from && token.classes & (W.rise | W.fall) && this.tokens[i + 1]?.kind === 'other') {
          i++;
          continue;
        }
        // 120项重大科技攻关: a verb that ends the clause closes the noun.
        if (token.classes & W.verb && !(token.classes & W.split) && i > from && this.endsClause(i + 1) && !stageVerb.test(this.word(i))) {
          i++;
          break;
        }
        if (
          token.classes & W.verb &&
          !(token.classes & W.split) &&
          i === from + 1 &&
          modifier.test(this.word(from)) &&
          !this.endsClause(i + 1)
        ) {
          i++;
          continue;
        }
        if (
          token.classes &
          (W.verb |
            W.split |
            W.rise |
            W.fall |
            W.to |
            W.from |
            W.over |
            W.under |
            W.about |
            W.compare |
            W.exceed |
            W.share |
            W.respectively)
        )
          break;
        if (token.classes & (W.adverb | W.link | W.target) && !(token.classes & W.aspect)) break;
        if (token.classes & W.conjunction && (i === from || !/^[和与及]$|^以及$/.test(this.word(i)) || !this.continuesNoun(i + 1))) break;
      }
      i++;
    }
    // 项目的 and the like: no particle at the end.
    while (i > from && /^[的中内里上]$/.test(this.word(i - 1))) i--;
    return { from, to: i };
  }

  /** 高 in 高职, 新 in 创新: a single character that begins a word we do not know. */
  private isInsideNoun(index: number, classes: number): boolean {
    if (classes & (W.split | W.link | W.from | W.conjunction)) return false;
    if (!(classes & (W.rise | W.fall | W.over | W.under))) return true;
    const next = this.tokens[index + 1];
    return next !== undefined && (next.kind === 'other' || (next.kind === 'word' && (next.classes & W.noun) !== 0));
  }

  private endsClause(index: number): boolean {
    const token = this.tokens[index];
    return !token || (token.kind === 'punctuation' && /[,;。、:!?)]/.test(this.text[token.start] as string));
  }

  private continuesNoun(index: number): boolean {
    const token = this.at(index);
    // 6大攻坚、强基础6大行动: what runs up to another figure belongs to that one.
    for (let i = index; i < this.tokens.length && !this.isPunctuation(i, /[,;:。、]/); i++)
      if (this.tokens[i]?.kind === 'figure') return false;
    if (!token || token.kind === 'figure' || token.kind === 'time' || token.kind === 'punctuation') return false;
    return (
      token.kind !== 'word' ||
      token.indicator !== undefined ||
      (token.classes & W.noun) !== 0 ||
      !(token.classes & (W.verb | W.split | W.adverb | W.rise | W.fall))
    );
  }

  // ---- what kind --------------------------------------------------------------------------------------------------

  private acceptsBare(t: number, lead: Lead, phrase: Phrase): boolean {
    const next = this.at(t + 1);
    const ends =
      !next ||
      (next.kind === 'punctuation' && /[,。;:、)!?]/.test(this.text[next.start] as string)) ||
      /^以[上下内]|^左右|^上下|^缩|^提|^降|^扩|^下|^上|^增|^减/.test(this.text.slice(next.start, next.start + 2));
    const led =
      lead.to ||
      lead.from ||
      lead.over ||
      lead.under ||
      lead.rise ||
      lead.fall ||
      lead.time !== null ||
      /[达为至到是]$/.test(this.word(t - 1));
    const figure = this.tokens[t]?.figure as RawFigure;
    return ends && led && (phrase.to > phrase.from || this.claims.length > 0) && (figure.step < 1 || phrase.to > phrase.from);
  }

  /** 第一 is a rank only behind a territory, a word of ranking or an indicator. */
  private acceptsRank(t: number, lead: Lead): boolean {
    const figure = this.tokens[t]?.figure as RawFigure;
    if (figure.unitText === '%' || figure.within) return true;
    if (lead.scope) return true;
    const before = this.at(t - 1);
    if (!before) return false;
    if (before.kind === 'word' && before.classes & (W.rank | W.scope)) return true;
    if (before.kind === 'punctuation' && /[、]/.test(this.text[before.start] as string)) return this.claims.at(-1)?.kind === 'rank';
    if (/[国省市区县州界球]$/.test(this.text.slice(0, figure.start))) return true;
    return (
      before.kind !== 'punctuation' &&
      /^第/.test(this.text.slice(figure.start)) &&
      /激励|评价|考核|考评|评比|评选|监测|指数|总量|增速|比赛|得分/.test(this.text.slice(Math.max(0, figure.start - 8), figure.start))
    );
  }

  private kindOf(figure: RawFigure, lead: Lead, phrase: Phrase, tail: { from: number; to: number }): Kind {
    if (figure.form && figure.form !== 'ratio') return figure.form;
    const dimension = figure.unit?.dimension ?? '';
    if (dimension === 'point') return 'point_change';
    if (figure.form === 'ratio' || dimension === 'ratio') return dimension === 'tenths' && (lead.rise || lead.fall) ? 'change' : 'ratio';
    if (dimension !== 'percent') {
      return figure.unit ? 'level' : 'ratio';
    }
    if (figure.values.some((value) => value < 0)) return 'change';
    if (growthAspect.test(lead.aspect)) return 'change';
    if (phrase.to > phrase.from && growthAspect.test(this.phraseText(phrase.from, phrase.to).slice(-4))) return 'change';
    if ((lead.rise || lead.fall) && !lead.to && !lead.share) return 'change';
    if (lead.compare && !lead.exceed && !lead.to) return 'change';
    if (
      tail.to > tail.from &&
      /^(?:以上|左右)?的?(?:增速|增长|增幅|涨幅|速度)/.test(this.text.slice((this.tokens[tail.from] as Token).start))
    )
      return 'change';
    const previous = this.claims.at(-1);
    const hasPhrase = phrase.to > phrase.from;
    if (!hasPhrase && previous && !lead.share && !lead.aspect && this.joins(previous, figure)) {
      if (previous.kind === 'change' || (previous.kind === 'ratio' && previous.unit === '%')) return previous.kind;
    }
    const indicator = hasPhrase ? this.indicatorOf(phrase.from, phrase.to) : undefined;
    if (
      indicator &&
      !lead.share &&
      !lead.to &&
      !/比重|占比|率$|比例/.test(this.phraseText(phrase.from, phrase.to)) &&
      !indicator.units.some((unit) => unit.includes('%'))
    )
      return 'change';
    return 'ratio';
  }

  /** Whether a figure goes on a list or a range of the one before it: 6.5%、35.4%; 由3.2%、上半年的3.9%回升到4.4%; 6%(确保5.5%). */
  private joins(previous: Claim, figure: RawFigure): boolean {
    const between = this.text.slice(previous.end, figure.start);
    return (
      between.length <= 24 && !/[,;:。]/.test(between) && (/^(?:以上|以内|左右)?[、和与及(至到—]/.test(between) || /到|至|为/.test(between))
    );
  }

  // ---- what it measures -------------------------------------------------------------------------------------------

  private measure(
    t: number,
    start: number,
    figure: RawFigure,
    kind: Kind,
    lead: Lead,
    phrase: Phrase,
    tail: { from: number; to: number },
  ): Measured & { carried: boolean; whole: string } {
    const listed = this.distribute(t, start, kind, lead);
    if (listed) return { ...listed, carried: false, whole: '' };
    if (figure.form === 'streak') {
      const assessed = this.assessedName(t);
      if (assessed) return { ...assessed, carried: false, whole: '' };
    }
    let { from, to } = phrase;
    let whole = '';
    const share = this.findShare(from, to);
    if (share >= 0) {
      whole = this.phraseText(share + 1, this.wholeEnd(share + 1, to));
      lead.share = true;
      to = Math.max(share, from);
    }
    ({ from, to } = this.trimEnumeration(from, to, figure));
    const isCount = kind === 'level' && countDimension.test(figure.unit?.dimension ?? '');
    const hasTail =
      tail.to > tail.from &&
      !this.tailIsTarget(t) &&
      !/^(?:新?台阶|大关|关口|门槛|水平|高位|新高|规模)/.test(this.text.slice((this.tokens[tail.from] as Token).start));
    const tailLength = hasTail ? (this.tokens[tail.to - 1] as Token).end - (this.tokens[tail.from] as Token).start : 0;
    if (kind === 'level' && hasTail && (tailLength >= 2 || /^[省市县区村镇乡国]$/.test(this.phraseText(tail.from, tail.to)))) {
      const own = to > from ? this.phraseText(from, to) : '';
      const particle = this.word(t + 1) === '的';
      const generic = /^(?:总?规模|总?投资|总?面积|总额|价值|总价值|占地|资金|计划投资)$/.test(own) || /规模|投资|总额/.test(lead.aspect);
      // 肥城300兆瓦压缩空气储能: a place before a measure and its thing.
      const isPlace = own.length <= 3 && to - from === 1 && this.tokens[from]?.kind === 'other' && !particle;
      // 与常山签订3500亩保障协议: a verb right before the measure leaves the noun behind it.
      const verbal =
        to > from && this.has(to - 1, W.verb) && !this.has(to - 1, W.noun) && !this.tokens[to - 1]?.indicator && to - from > 1 && !particle;
      if (isCount ? !particle || !own || /^总?(?:投资)/.test(own) : !own || isPlace || verbal || (generic && particle)) {
        // 18个项目入选…计划: what they entered says more than 项目.
        const chosen = this.nameOf(tail.from, tail.to);
        if (chosen.name && !(isCount && own.length >= 2 && this.tailIsVerbal(tail))) {
          if (chosen.name.length <= 2) {
            const entered = this.enteredName(tail.to);
            if (entered) return { ...entered, carried: false, whole };
          }
          return { ...chosen, carried: false, whole };
        }
      }
    }
    if (to > from) {
      const named = this.nameOf(from, to);
      if (named.name) {
        // 五大主导产业产值占全区比重: the share keeps its whole in the name only where it stands in one phrase.
        return { ...named, carried: false, whole };
      }
    }
    // 70%左右财政支出用于民生, 85%以上农户参与: the share of what stands behind.
    if (kind === 'ratio' && figure.unit?.dimension === 'percent' && !lead.share && !lead.aspect) {
      const behind = this.tailOf(/^(?:及?以上|左右|以内|上下)$/.test(this.word(t + 1)) ? t + 1 : t);
      const named = behind.to > behind.from ? this.nameOf(behind.from, behind.to) : undefined;
      if (named && named.name.length >= 2 && !this.tailIsTarget(t)) return { ...named, carried: false, whole };
    }
    if (figure.form === 'streak') {
      const object = this.streakObject(t);
      if (object) return { ...object, carried: false, whole };
    }
    if (kind === 'level') {
      const dimension = figure.unit?.dimension ?? '';
      const previous = this.claims.at(-1);
      // 250宗、1.15万亩 and 8宗538亩: two measures of one thing.
      const joined = previous && previous.name !== '' && /^、?$/.test(this.text.slice(previous.end, figure.start));
      const alike =
        lead.aspect || joined
          ? undefined
          : this.claims.findLast((claim) => claim.kind === 'level' && claim.name !== '' && claim.dimension === dimension);
      const promised =
        alike || joined || lead.aspect
          ? undefined
          : this.frame.antecedents?.find((claim) => claim.kind === 'level' && claim.unit === figure.unitText);
      const known = alike ?? promised;
      if (known) return { ...this.withAction(known, phrase.action), carried: true, whole };
      if (/^(?:persons|visits|times)$/.test(dimension) && !joined) {
        const doing = dimension !== 'times' && this.has(t + 1, W.verb | W.split) ? this.word(t + 1) : phrase.action;
        if (doing) return { name: doing, indicator: undefined, carried: false, whole };
      }
    }
    const subject = this.carriedSubject(t, start);
    return { ...(subject ? this.withAction(subject, phrase.action) : { name: '', indicator: undefined }), carried: true, whole };
  }

  /** 工业用地收储2500亩、出让2000亩: another verb takes the place of the one in the name that is carried over. */
  private withAction(subject: Measured, action: string): Measured {
    const { byName } = this.frame.vocabulary;
    const last = subject.name.slice(-2);
    if (!action || subject.name.length < 5 || last === action || ((lexiconWords.get(last) ?? 0) & W.verb) === 0)
      return { name: subject.name, indicator: subject.indicator };
    const name = subject.name.slice(0, -2);
    return { name, indicator: byName.get(action + name) ?? byName.get(name) };
  }

  /** 连续4年获评全国“政府采购百强区”, 连续两年年度评估优秀: what the run of years is about stands behind it. */
  private streakObject(t: number): Measured | undefined {
    let from = t + 1;
    const awarded = /^(?:获评|获批|荣获|获得|获|入选|入围|被评为|被授予|蝉联|夺得|荣膺|上榜|跻身)/.test(this.word(from));
    while (this.has(from, W.split | W.verb | W.scope | W.rank) && !this.has(from, W.noun)) from++;
    if (!awarded) return undefined;
    const tail = this.tailOf(from - 1);
    return tail.to > tail.from ? this.nameOf(tail.from, tail.to) : undefined;
  }

  /** 医药港连续两年特色小镇年度评估优秀: the assessment is what the run of years is about. */
  private assessedName(t: number): Measured | undefined {
    if (this.has(t + 1, W.verb | W.split | W.rank | W.adverb) && !this.has(t + 1, W.noun)) return undefined;
    const tail = this.tailOf(t);
    const match = tail.to > tail.from ? /^.{2,}?(?:评估|考核|考评|评价|测评|评比)/.exec(this.phraseText(tail.from, tail.to)) : null;
    return match ? { name: match[0], indicator: undefined } : undefined;
  }

  /** What the projects entered: 18个项目入选省…计划. */
  private enteredName(index: number): Measured | undefined {
    if (!/^(?:入选|入围|列入|纳入|获评|获批)/.test(this.word(index))) return undefined;
    const tail = this.tailOf(index);
    return tail.to > tail.from ? this.nameOf(tail.from, tail.to) : undefined;
  }

  /** The words behind a count are its doing, not its noun, where no noun follows before the clause ends. */
  private tailIsVerbal(tail: { from: number; to: number }): boolean {
    const first = this.tokens[tail.from];
    return first?.kind === 'word' && (first.classes & (W.verb | W.split)) !== 0 && !(first.classes & W.noun);
  }

  private tailIsTarget(t: number): boolean {
    const end = (this.tokens[t] as Token).end;
    return /^(?:以上|左右|以内)?(?:(?:的|为|作为)(?:总|年度|预期|年初|全年|既定|增长|发展|工作)*|(?:年度|预期|年初|全年|既定)+)(?:目标|任务|计划)(?!项目)/.test(
      this.text.slice(end, end + 14),
    );
  }

  private wholeIndicator(whole: string): Indicator | undefined {
    return whole ? this.frame.vocabulary.byName.get(whole.replace(/^(?:全[国省市区县]|我[省市区县])/, '')) : undefined;
  }

  private findShare(from: number, to: number): number {
    for (let i = to - 1; i >= from; i--) if (this.has(i, W.share) && !this.has(i, W.noun) && this.tokens[i]?.kind === 'word') return i;
    return -1;
  }

  private wholeEnd(from: number, to: number): number {
    let end = to;
    while (end > from && (this.has(end - 1, W.aspect | W.link) || /^比例$/.test(this.word(end - 1)))) end--;
    return end;
  }

  /** A、B等X: the general word X behind 等; A等 directly before the figure: nothing of it. */
  private trimEnumeration(from: number, to: number, figure: RawFigure): { from: number; to: number } {
    for (let i = to - 1; i >= from; i--) {
      if (this.word(i) !== '等') continue;
      if (i === to - 1) return { from: to, to };
      const rest = this.phraseText(i + 1, to);
      if (rest.length >= 4 || countDimension.test(figure.unit?.dimension ?? '')) return { from: i + 1, to };
      return { from, to };
    }
    return { from, to };
  }

  private phraseText(from: number, to: number): string {
    let text = '';
    for (let i = from; i < to; i++) {
      const token = this.tokens[i] as Token;
      if (
        token.kind === 'punctuation' &&
        this.text[token.start] === '(' &&
        token.partner !== undefined &&
        token.partner < to &&
        token.partner - i > 3
      ) {
        i = token.partner;
        continue;
      }
      if (token.kind === 'time' && i > from) continue;
      text += this.text.slice(token.start, token.end);
    }
    return text;
  }

  private nameOf(from: number, to: number): Measured {
    let end = to;
    while (end > from && (/^[的等、和与及中内]$/.test(this.word(end - 1)) || this.isPunctuation(end - 1, /[-·/\s]/))) end--;
    let begin = from;
    while (begin < end && (/^[的等、和与及]$/.test(this.word(begin)) || this.isPunctuation(begin, /[-·/\s、.]/))) begin++;
    const name = this.phraseText(begin, end);
    return { name, indicator: name ? this.indicatorOf(begin, end) : undefined };
  }

  /** The catalogued indicator that a phrase names: the whole phrase, apart from territories and quotes. */
  private indicatorOf(from: number, to: number): Measured['indicator'] {
    let begin = from;
    while (begin < to && this.has(begin, W.scope | W.adverb) && !this.tokens[begin]?.indicator) begin++;
    let end = to;
    while (end - 1 > begin && this.has(end - 1, W.aspect | W.link) && !this.tokens[end - 1]?.indicator) end--;
    if (end - begin === 1) return this.tokens[begin]?.indicator;
    const { byName } = this.frame.vocabulary;
    const name = this.phraseText(begin, end);
    // 分布式光伏新增并网
    return byName.get(name) ?? byName.get(name.replace(/(?<=.{2})(?:新增|净增|累计)/, ''));
  }

  /** The nearest thing named before: the claim before, or an indicator mentioned since. */
  private carriedSubject(t: number, start: number): Measured | undefined {
    const previousAt = this.places.at(-1) ?? -1;
    for (let i = Math.min(start, t) - 1; i > previousAt; i--) {
      const token = this.tokens[i];
      if (token?.indicator && !this.has(i - 1, W.compare | W.exceed)) return { name: this.word(i), indicator: token.indicator };
    }
    const named = this.claims.findLast((claim) => claim.kind !== 'threshold' && claim.name !== '');
    if (named) return named;
    return this.context.subject ?? undefined;
  }

  // ---- 分别 ---------------------------------------------------------------------------------------------------------

  private open: { distribution: Distribution; measured: Measured[]; next: number; last: number } | undefined;

  /** Gives the figure its item of an A、B分别… list; undefined where it stands in none. */
  private distribute(t: number, start: number, kind: Kind, lead: Lead): Measured | undefined {
    const { open } = this;
    if (open && this.continuesList(open.last, t)) {
      const measured = open.measured[open.next];
      open.next++;
      open.last = t;
      open.distribution.claims.push(this.claims.length);
      open.distribution.end = (this.tokens[t] as Token).end;
      if (this.frameList.length > 1 && !lead.time) lead.time = this.frameList[open.next - 1] ?? null;
      return measured ?? open.measured.at(-1);
    }
    this.open = undefined;
    let marker = -1;
    for (let i = t - 1; i >= start; i--) {
      if (this.has(i, W.respectively)) {
        marker = i;
        break;
      }
    }
    if (marker < 0) return undefined;
    const values = this.countValues(t);
    let measured = this.itemsBefore(start, marker, values, lead);
    if (this.frameList.length > 1 && measured.length <= 1) {
      lead.time = this.frameList[0] ?? null;
      const only = measured[0] ?? this.carriedSubject(t, start) ?? { name: '', indicator: undefined };
      measured = this.frameList.map(() => only);
    } else if (measured.length === 0) {
      const named = this.claims.filter((claim) => !claim.carried && claim.kind !== 'threshold');
      // Two things told of before, one value: that is what the rule must see.
      measured = named.slice(-Math.max(values, 2));
    }
    const distribution: Distribution = {
      start: (this.tokens[marker] as Token).start,
      end: (this.tokens[t] as Token).end,
      items: measured.map((item) => item.name),
      claims: [this.claims.length],
    };
    if (measured.length > 0) this.distributions.push(distribution);
    this.open = { distribution, measured, next: 1, last: t };
    const first = measured[0];
    if (first && kind === 'rank' && /^(?:总量|增速|规模)$/.test(first.name)) return this.carriedSubject(t, start);
    return first;
  }

  private continuesList(last: number, t: number): boolean {
    for (let i = last + 1; i < t; i++) {
      const token = this.tokens[i] as Token;
      const word = this.word(i);
      if (
        token.kind === 'punctuation'
          ? !/[、]/.test(word)
          : !(token.kind === 'word' && (/^[和与及]$|^以及$/.test(word) || token.classes & (W.over | W.under | W.about | W.link | W.scope)))
      )
        return false;
    }
    return t > last;
  }

  private countValues(t: number): number {
    let count = 1;
    let last = t;
    for (let i = t + 1; i < this.tokens.length; i++) {
      if (this.tokens[i]?.kind !== 'figure') continue;
      if (!this.continuesList(last, i)) break;
      count++;
      last = i;
    }
    return count;
  }

  /** The items listed before 分别, split so that their number fits the values where one way of splitting does. */
  private itemsBefore(start: number, marker: number, values: number, outer: Lead): Measured[] {
    let from = start;
    const lead = emptyLead();
    const phrase = this.strip(from, marker, lead, true);
    from = phrase.from;
    if (lead.time && this.frameList.length <= 1) this.framePeriod = lead.time;
    outer.average ||= lead.average || this.tokens.slice(from, marker).some((token) => token.time?.average);
    let to = marker;
    while (
      to > from &&
      (this.tokens[to - 1]?.kind === 'time' || this.tokens[to - 1]?.kind === 'word') &&
      (this.tokens[to - 1]?.kind === 'time' || this.has(to - 1, W.adverb | W.link | W.compare)) &&
      !this.has(to - 1, W.noun)
    )
      to--;
    if (to <= from) return [];
    const sectors = values === 3 ? /^(?:第?一、?二、?三(?:次?产业?))(.*)$/.exec(this.phraseText(from, to)) : null;
    if (sectors) {
      return ['第一', '第二', '第三'].map((ordinal) => {
        const name = `${ordinal}产业${sectors[1]}`;
        return { name, indicator: this.frame.vocabulary.byName.get(name) };
      });
    }
    const splits = [/^、$/, /^(?:、|和|以及|及)$/, /^(?:、|和|以及|及|与)$/].map((pattern) => this.splitItems(from, to, pattern));
    return splits.find((items) => items.length === values) ?? (splits[1] as Measured[]);
  }

  private splitItems(from: number, to: number, pattern: RegExp): Measured[] {
    const parts: { from: number; to: number }[] = [];
    let begin = from;
    for (let i = from; i <= to; i++) {
      if (i < to && !pattern.test(this.word(i))) continue;
      if (i > begin) parts.push({ from: begin, to: i });
      begin = i + 1;
    }
    const names = parts.map((part) => this.nameOf(part.from, part.to));
    const last = names.at(-1);
    if (!last || names.length < 2) return names;
    return names.map((item, index) =>
      index === names.length - 1 || item.indicator ? item : this.complete(item, last, names[0] as Measured),
    );
  }

  /** 城镇和农村居民人均可支配收入: gives an item the head that only the last one carries. */
  private complete(item: Measured, last: Measured, first: Measured): Measured {
    const { byName } = this.frame.vocabulary;
    const own = /^[一二三]$/.test(item.name) && first.name.startsWith('第') ? `第${item.name}` : item.name;
    for (let cut = 1; cut < last.name.length; cut++) {
      const name = own + last.name.slice(cut);
      const indicator = byName.get(name);
      if (indicator) return { name, indicator };
    }
    const head = /(?:产值|增加值|营业收入|营收|收入|投资|面积|产量|销售额|覆盖率|数量|总额|余额|利润|出口|进口|率)$/.exec(last.name)?.[0];
    if (head && !own.endsWith(head) && own.length < last.name.length) return { name: own + head, indicator: byName.get(own + head) };
    return { name: own, indicator: item.indicator };
  }

  // ---- when, and whether it happened ------------------------------------------------------------------------------

  /** Times that stand before the figure and hold until the next one. */
  private updateFrame(t: number, start: number): void {
    for (let i = this.frameFrom; i < t; i++) {
      const token = this.tokens[i] as Token;
      if (token.kind === 'punctuation' && this.text[token.start] === '(' && token.partner !== undefined && token.partner < t) {
        i = token.partner;
        continue;
      }
      if (!token.time || token.time.average) continue;
      if (this.isCompared(i, 0) || this.isAttribute(i)) continue;
      const inHead = i >= start;
      const opens = i === 0 || this.isPunctuation(i - 1, /[,;:。(、]/) || this.has(i - 1, W.adverb | W.conjunction | W.verb);
      const closed = this.isPunctuation(i + 1, /[,:]/);
      const period = token.time.periods[0] ?? null;
      if (inHead || closed || (opens && period && period.from % 12 === 0 && period.to % 12 === 11)) {
        this.framePeriod = period;
        this.frameList = token.time.periods;
        if (closed && !token.time.point && !token.time.partial && this.opensSentence(i)) this.lasting = period;
      }
    }
    this.frameFrom = Math.max(this.frameFrom, t);
  }

  /** Nothing but a heading's mark or a dash stands before it. */
  private opensSentence(index: number): boolean {
    for (let i = 0; i < index; i++) if (this.tokens[i]?.kind !== 'punctuation' && !this.has(i, W.conjunction | W.adverb)) return false;
    return true;
  }

  /** 上年的8428个, 去年产值…: the time belongs to one figure or noun only. */
  private isAttribute(index: number): boolean {
    if (this.word(index + 1) === '的') return true;
    // 与上年一致, 在去年…的基础上
    if (index > 0 && /[与同和较比]$/.test(this.word(index - 1))) return true;
    if (index > 0 && this.word(index - 1) === '在' && this.text.includes('基础上', (this.tokens[index] as Token).end)) return true;
    return index > 0 && this.has(index - 1, W.from | W.exceed);
  }

  private periodOf(t: number, lead: Lead, role: Role): Period | null {
    const inForce = lead.time ?? this.framePeriod;
    if (lead.average) return this.averagePeriod(inForce);
    // In a part that tells of several years in turn, 由A提高到B leaves open since when.
    if (role === 'from' && lead.time === null && this.frame.setting.mixed) return null;
    if (role === 'from' && lead.time === null) {
      const year = yearOf(inForce);
      if (inForce && year !== undefined) return yearPeriod(year - 1);
      if (inForce && inForce.from % 12 === 0) return yearPeriod(inForce.from / 12 - 1);
    }
    if (role === 'to' && lead.time === null) {
      const explicit = this.timeBetween(t);
      if (explicit) return explicit;
      if (inForce && !isWholeYear(inForce) && inForce.to - inForce.from > 12) return yearPeriod(Math.floor(inForce.to / 12));
    }
    return inForce;
  }

  private timeBetween(t: number): Period | null {
    const previous = this.places.at(-1) ?? -1;
    for (let i = t - 1; i > previous; i--) {
      const time = this.tokens[i]?.time;
      if (time && !time.average) return time.periods[0] ?? null;
    }
    return null;
  }

  /** 年均 covers the years from the one after the base to the last; the ends stand in the sentence or are the section's. */
  private averagePeriod(inForce: Period | null): Period | null {
    const from = this.claims.findLast((claim) => claim.role === 'from')?.period;
    const to = this.claims.findLast((claim) => claim.role === 'to')?.period;
    const [first, last] = [yearOf(from ?? null), yearOf(to ?? null)];
    if (first !== undefined && last !== undefined && last > first) return yearsPeriod(first + 1, last);
    if (inForce && inForce.to - inForce.from > 12) return inForce;
    const section = this.frame.setting.period;
    return section && section.to - section.from > 12 ? section : inForce;
  }

  private statusOf(t: number, lead: Lead, period: Period | null, kind: Kind): Status {
    const { setting } = this.frame;
    if (setting.status === 'target') {
      const ended = period && setting.period && period.to < setting.period.from;
      return ended && !lead.target && !this.tailIsTarget(t) ? 'actual' : 'target';
    }
    if (this.tailIsTarget(t) || (lead.target && kind !== 'ratio')) return 'target';
    if (lead.target && !/目标|任务|计划|进度/.test(lead.aspect)) return 'target';
    return lead.estimate || this.isEstimated(t) ? 'estimate' : setting.status;
  }

  private isEstimated(t: number): boolean {
    for (let i = t - 1; i >= 0; i--) {
      if (this.isPunctuation(i, /[;。:]/)) return false;
      const { partner } = this.tokens[i] as Token;
      if (partner !== undefined && partner < i) {
        i = partner;
        continue;
      }
      if (/^(?:预计|初步核算|有望)/.test(this.word(i)) && this.has(i, W.estimate)) return true;
    }
    return false;
  }

  // ---- putting it together ----------------------------------------------------------------------------------------

  private push(
    t: number,
    figure: RawFigure,
    kind: Kind,
    lead: Lead,
    phrase: Phrase,
    measured: Measured & { carried: boolean; whole: string },
    tail: { from: number; to: number },
  ): void {
    const role = this.roleOf(t, figure, kind, lead, phrase);
    const period = this.periodOf(t, lead, role);
    const status = this.statusOf(t, lead, period, kind);
    const isRank = kind === 'rank';
    const scope = isRank ? this.rankScope(t, lead) : '';
    const negative = (kind === 'change' || kind === 'point_change') && lead.fall && !lead.rise;
    const values = negative ? figure.values.map((value) => -Math.abs(value)) : figure.values;
    const bound = this.boundOf(t, figure, kind, lead, status);
    const territory = isRank ? '' : phrase.scope;
    const compares =
      kind === 'change' || kind === 'point_change' || role === 'difference' || (kind === 'ratio' && (lead.rise || lead.fall));
    const comparison: Comparison | undefined = compares
      ? { period: lead.compared, average: lead.average, other: lead.exceed, adjusted: lead.adjusted }
      : undefined;
    const unit = figure.unit;
    const factor = unit?.factor ?? 1;
    this.claims.push({
      start: figure.start,
      end: figure.end,
      kind,
      values,
      unit: figure.unitText,
      dimension: unit?.dimension ?? kind,
      factor,
      bound,
      step: figure.step,
      interval: intervalOf(values, figure.step, factor, bound, isExactCount(figure), figure.more),
      name: measured.name,
      indicator: measured.indicator,
      action: phrase.action || lead.action || this.listAction(t, figure, kind, phrase, measured.carried),
      aspect: lead.aspect,
      // What a run of years is about tells one run from another.
      whole: kind === 'streak' ? (/^[^,;:。、]{0,24}/.exec(this.text.slice(figure.end))?.[0] ?? '') : measured.whole,
      wholeIndicator: this.wholeIndicator(measured.whole),
      part: phrase.part,
      role,
      comparison,
      period,
      status,
      scope,
      region: territory && !this.ownScope.test(territory) && /^全|^[本我]/.test(territory) ? territory : this.otherRegion(t, tail),
      carried: measured.carried,
    });
    this.places.push(t);
    this.leads.push(lead);
  }

  /** 签约50亿元以上项目2个、10亿元以上项目20个: the first verb of a list holds for all of it. */
  private listAction(t: number, figure: RawFigure, kind: Kind, phrase: Phrase, carried: boolean): string {
    if (kind !== 'level' || carried) return '';
    const last = this.claims.findLast((claim) => claim.kind !== 'threshold');
    if (last?.kind !== 'level' || last.action === '' || !last.unit || last.dimension !== figure.unit?.dimension) return '';
    const head = this.tokens[phrase.from];
    if (!head || phrase.to <= phrase.from || phrase.from >= t) return '';
    return /^(?:以上|以下|左右)?[、,]$/.test(this.text.slice(last.end, head.start)) ? last.action : '';
  }

  private pushThreshold(t: number, figure: RawFigure): void {
    const tail = this.tailOf(t + 1);
    const name = this.text.slice(
      figure.start,
      tail.to > tail.from ? (this.tokens[tail.to - 1] as Token).end : (this.tokens[t + 1] as Token).end,
    );
    const bound: Bound = /^及?以下|^以内/.test(this.word(t + 1)) ? 'under' : 'over';
    const unit = figure.unit;
    this.claims.push({
      start: figure.start,
      end: figure.end,
      kind: 'threshold',
      values: figure.values,
      unit: figure.unitText,
      dimension: unit?.dimension ?? '',
      factor: unit?.factor ?? 1,
      bound,
      step: figure.step,
      interval: intervalOf(figure.values, figure.step, unit?.factor ?? 1, bound, false),
      name,
      indicator: undefined,
      action: '',
      aspect: '',
      whole: '',
      wholeIndicator: undefined,
      part: false,
      role: 'value',
      comparison: undefined,
      period: this.framePeriod,
      status: this.frame.setting.status === 'estimate' ? 'actual' : this.frame.setting.status,
      scope: '',
      region: '',
      carried: false,
    });
    this.places.push(t);
    this.leads.push(emptyLead());
  }

  private roleOf(t: number, figure: RawFigure, kind: Kind, lead: Lead, phrase: Phrase): Role {
    // 比2020年的64个多44个: what is compared with is a starting point too.
    if (lead.from || this.isReference(t)) return 'from';
    if (lead.to) return 'to';
    const previous = this.claims.at(-1);
    if (previous?.role === 'from' && this.joins(previous, figure))
      return /到|至|为/.test(this.text.slice(previous.end, figure.start)) ? 'to' : 'from';
    if (kind === 'level' && (lead.compare || lead.exceed) && (lead.rise || lead.fall)) return 'difference';
    // 超过年初目标5亿元
    if (kind === 'level' && (lead.exceed || lead.over) && /目标|计划|任务/.test(lead.aspect)) return 'difference';
    if (
      kind === 'level' &&
      (lead.rise || lead.fall) &&
      phrase.from === phrase.to &&
      !/^(?:新增|净增)/.test(this.word(t - 1)) &&
      this.claims.length > 0
    )
      return 'difference';
    if (
      kind === 'level' &&
      (lead.rise || lead.fall) &&
      /^(?:增加|减少|上升|下降|多|少|增长)$/.test(this.word(t - 1)) &&
      phrase.to > phrase.from
    )
      return 'difference';
    return 'value';
  }

  private isReference(t: number): boolean {
    let i = t - 1;
    while (i >= 0 && (this.tokens[i]?.kind === 'time' || this.word(i) === '的')) i--;
    return /^[比较]$/.test(this.word(i)) && this.tokens[t]?.figure?.unit?.dimension !== 'point';
  }

  private boundOf(t: number, figure: RawFigure, kind: Kind, lead: Lead, status: Status): Bound {
    if (figure.within) return 'within';
    const next = this.word(t + 1);
    if (/^及?以上|^之上/.test(next)) return 'over';
    if (/^及?以[下内]|^之内/.test(next)) return 'under';
    if (/^(?:左右|上下)/.test(next)) return 'about';
    if (figure.more) return 'about';
    if (kind === 'rank' || kind === 'streak') return 'exact';
    if (lead.about) return 'about';
    if (lead.over && !(lead.exceed && (kind === 'point_change' || kind === 'change'))) return 'over';
    if (lead.under && !(lead.exceed && kind === 'point_change')) return 'under';
    if (lead.to && lead.control && status === 'target') return 'under';
    return 'exact';
  }

  private rankScope(t: number, lead: Lead): string {
    if (lead.scope) return /^全|^世|关区|城市|领域/.test(lead.scope) ? lead.scope : lead.scope;
    const before = this.text.slice(Math.max(0, (this.tokens[t] as Token).start - 8), (this.tokens[t] as Token).start);
    const match = /(全[国省市区县州球]|世界|[\u4e00-\u9fff]{2,3}[省市区县州])(?:[\u4e00-\u9fff]{0,3})$/.exec(before);
    if (match) return match[1] as string;
    const previous = this.claims.at(-1);
    return previous?.kind === 'rank' && this.text[previous.end] === '、' ? previous.scope : '';
  }

  /** …已达2087.4亿元的西湖区: a region named right behind the figure. */
  private otherRegion(t: number, tail: { from: number; to: number }): string {
    if (this.word(t + 1) !== '的' || tail.to <= tail.from) return '';
    const match = /^的([\u4e00-\u9fff]{2,3}[省市区县州])(?:相比|比|而言)?/.exec(this.text.slice((this.tokens[t] as Token).end));
    return match && match[1] !== this.frame.region ? (match[1] as string) : '';
  }
}

const isExactCount = (figure: RawFigure): boolean =>
  figure.step === 1 && !!figure.unit && figure.unit.magnitude === 1 && countDimension.test(figure.unit.dimension);

/** Territories that mean the document's own region: 全市 in the report of a 市. */
const ownScopeOf = (region: string | null): RegExp => {
  const own = [
    '本地',
    '当地',
    '我们',
    '我局',
    '全域',
    '全社会',
    '辖区',
    '全系统',
    '全行业',
    '全城',
    '境内',
    '本[省市区县]',
    '我[国省市区县州]',
  ];
  if (region === '全国') own.push('全国', '国内');
  else if (region && /省$/.test(region)) own.push('全省', '省内');
  else if (region && /自治区$|区$/.test(region)) own.push('全区', '区内');
  else if (region && /[市]$/.test(region)) own.push('全市', '市内');
  else if (region && /[县旗]$/.test(region)) own.push('全[县旗]', '县内');
  else if (region && /[州盟]$/.test(region)) own.push('全[州盟]');
  else own.push('全[国省市区县州]');
  return new RegExp(`^(?:${own.join('|')})$`);
};
