import type { Vocabulary } from '../indicators/vocabulary.ts';
import { isHan } from '../text/characters.ts';
import { WordClass } from '../text/lexicon.ts';
import type { PeriodBase } from './period.ts';
import { type Token, tokenize } from './tokens.ts';

/** A run of tokens [from, to). */
export interface Span {
  from: number;
  to: number;
  /** A token inside that is no part of it: 完成 in 省重点项目完成投资. */
  without?: number | undefined;
}

export const isEmpty = (span: Span): boolean => span.to <= span.from;

/** Units that count things: 个, 名, 户, 人次, 场. */
export const countDimensions: ReadonlySet<string> = new Set(
  'count persons households visits companyVisits times containers floors characters'.split(' '),
);

const none: ReadonlySet<number> = new Set();

/** The tokens of a passage and questions on them; indexes beyond the ends are allowed and find nothing. */
export class Sentence {
  readonly tokens: readonly Token[];
  /** Indexes of the figures that are part of a name: 10亿元以上项目. */
  thresholds: ReadonlySet<number>;
  /** Whether anything in it says that it estimates. */
  readonly estimates: boolean;

  constructor(
    readonly text: string,
    vocabulary: Vocabulary,
    base: PeriodBase,
  ) {
    this.tokens = tokenize(text, vocabulary, base);
    this.thresholds = none;
    this.estimates = this.tokens.some(({ classes }) => (classes & WordClass.estimate) !== 0);
  }

  at(index: number): Token | undefined {
    return this.tokens[index];
  }

  /** A token that is known to be there. */
  token(index: number): Token {
    return this.tokens[index] as Token;
  }

  word(index: number): string {
    const token = this.tokens[index];
    if (!token) return '';
    token.text ??= this.text.slice(token.start, token.end);
    return token.text;
  }

  has(index: number, classes: number): boolean {
    return ((this.tokens[index]?.classes ?? 0) & classes) !== 0;
  }

  /** A word of one of the classes that no noun claims: 服务 but not 服务业. */
  isPlain(index: number, classes: number): boolean {
    const token = this.tokens[index];
    return token?.kind === 'word' && !token.indicator && (token.classes & classes) !== 0 && (token.classes & WordClass.noun) === 0;
  }

  /** Whether the token is one of `marks`. */
  isPunctuation(index: number, marks: string): boolean {
    const token = this.tokens[index];
    return token?.kind === 'punctuation' && marks.includes(this.text[token.start] as string);
  }

  /** A number that states something, as against one in a name. */
  isFigure(index: number): boolean {
    return this.tokens[index]?.kind === 'figure' && !this.thresholds.has(index);
  }

  endsClause(index: number): boolean {
    return index >= this.tokens.length || this.isPunctuation(index, ',;。、:!?)');
  }

  /** A blank that stayed between two Chinese words parts phrases. */
  isGap(index: number): boolean {
    const { start, end } = this.token(index);
    return isHan(this.text.charCodeAt(start - 1)) && isHan(this.text.charCodeAt(end));
  }

  /** Whether something that can carry a name stands in [start, index). */
  namesBefore(index: number, start: number): boolean {
    for (let i = index - 1; i >= start; i--) {
      const { kind, indicator, classes } = this.token(i);
      if (kind === 'other' || kind === 'quote' || indicator || classes & WordClass.noun) return true;
      if (kind === 'punctuation') return false;
    }
    return false;
  }

  /** The text of a span, without bracketed remarks and without times inside it. */
  textOf({ from, to, without }: Span): string {
    let text = '';
    for (let i = from; i < to; i++) {
      const { kind, start, end, partner, time } = this.token(i);
      if (kind === 'punctuation' && this.text[start] === '(' && partner !== undefined && partner < to && partner - i > 3) {
        i = partner;
        continue;
      }
      // 细颗粒物年均浓度
      const isInside = time?.average === true && i + 1 < to;
      if ((kind === 'time' && i > from && !isInside) || i === without) continue;
      text += this.text.slice(start, end);
    }
    return text;
  }

  /** The text from a token on. */
  textFrom(index: number): string {
    const token = this.tokens[index];
    return token ? this.text.slice(token.start) : '';
  }

  /** The text before a token. */
  textBefore(index: number): string {
    return this.text.slice(0, this.tokens[index]?.start);
  }

  /** The text behind a token. */
  textAfter(index: number): string {
    const token = this.tokens[index];
    return token ? this.text.slice(token.end) : '';
  }
}
