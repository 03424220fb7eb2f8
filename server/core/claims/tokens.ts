import { chineseNumerals } from '../figures/numerals.ts';
import { type RawFigure, readFigure } from '../figures/read-figure.ts';
import { readUnit } from '../figures/units.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Vocabulary, Word } from '../indicators/vocabulary.ts';
import { CharacterSet, isDigit, isLetter } from '../text/characters.ts';
import { WordClass } from '../text/lexicon.ts';
import { type PeriodBase, type PeriodMention, readPeriod, timeMark } from './period.ts';

export type TokenKind = 'word' | 'other' | 'punctuation' | 'figure' | 'time' | 'quote';

/** A piece of a passage. Every character belongs to exactly one token. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** Union of `WordClass` of a word; 0 otherwise. */
  classes: number;
  indicator: Indicator | undefined;
  figure: RawFigure | undefined;
  time: PeriodMention | undefined;
  /** The words, once somebody asked for them. */
  text: string | undefined;
  /** Of a bracket: the index of its partner. */
  partner: number | undefined;
}

const quotes: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
  '【': '】',
  '"': '"',
};
/** What a token that starts with a character may be; one table, one look. */
const Start = { code: 1, numeral: 2, figure: 4, time: 8, quote: 16, punctuation: 32 } as const;
const starts = new Uint8Array(0x10000);
const mark = (characters: string, bit: number): void => {
  for (let i = 0; i < characters.length; i++) starts[characters.charCodeAt(i)] = (starts[characters.charCodeAt(i)] ?? 0) | bit;
};
for (let code = 0; code < 128; code++) if (isDigit(code) || isLetter(code)) mark(String.fromCharCode(code), Start.code);
mark(chineseNumerals, Start.numeral);
// 第, 前, 首位, 榜首, 连续, 翻番, signs
mark('第前首榜连翻+-', Start.figure);
mark('0123456789新今未去上前明来本当全年近过最这目现截至到一二两三四五六七八九十第下“"', Start.time);
mark(Object.keys(quotes).join(''), Start.quote);
mark(',。;:!?、()[]…—-~|*·/+=<>#&•● \t\n\v\f\r\u00a0\u2028\u2029\ufeff', Start.punctuation);

/** Whether a text holds anything that figures or times are written with; where it does not, it has neither. */
export const mayTell = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((starts[code] as number) & (Start.numeral | Start.figure) || isDigit(code)) return true;
  }
  return timeMark.test(text);
};

/** Cuts a folded passage into tokens: times first, then figures, then the longest known word. */
export const tokenize = (text: string, vocabulary: Vocabulary, base: PeriodBase): Token[] => {
  const tokens: Token[] = [];
  const brackets: number[] = [];
  let previous: Token | undefined;
  let i = 0;
  while (i < text.length) {
    const next = readToken(text, i, vocabulary, base, previous);
    if (!next || next.kind === 'other') {
      const end = next?.end ?? i + 1;
      if (previous?.kind === 'other') previous.end = end;
      else {
        previous = next ?? token('other', i, end);
        tokens.push(previous);
      }
      i = end;
      continue;
    }
    if (next.kind === 'punctuation') pair(tokens, brackets, next, text.charCodeAt(i));
    tokens.push(next);
    previous = next;
    i = next.end;
  }
  return tokens;
};

const [opening, closing] = [40, 41];

/** Lets a bracket and its partner know each other; `bracket` is the next token. */
const pair = (tokens: Token[], brackets: number[], bracket: Token, code: number): void => {
  if (code === opening) brackets.push(tokens.length);
  const open = code === closing ? brackets.pop() : undefined;
  if (open === undefined) return;
  bracket.partner = open;
  (tokens[open] as Token).partner = tokens.length;
};

const each = '每'.charCodeAt(0);

/** The token at `i`; undefined for a single character that we know nothing of. */
const readToken = (text: string, i: number, vocabulary: Vocabulary, base: PeriodBase, previous: Token | undefined): Token | undefined => {
  const code = text.charCodeAt(i);
  const start = starts[code] as number;
  if (start === Start.punctuation) return token('punctuation', i, i + 1);
  const word = wordAt(text, i, vocabulary);
  const isCode = (start & Start.code) !== 0;
  if (start & Start.time) {
    // 第一产业, 上年度 and 全年 compete with names such as 全社会用电量: the longer wins.
    const time = readPeriod(text, i, base);
    if (time && !(word && word.end >= time.end && (word.value.indicator || word.value.classes & WordClass.noun)))
      return token('time', i, time.end, 0, undefined, undefined, time);
  }
  if (start & Start.quote) return readQuote(text, i, quotes[text[i] as string] as string);
  if (isCode && word && (word.end - i > 1 || word.value.indicator)) return wordToken(i, word);
  if (code === each) {
    const unit = readUnit(text, i + 1);
    // 每立方米20微克: of how much the figure is said.
    if (unit?.known && isDigit(text.charCodeAt(unit.end))) return token('word', i, unit.end, WordClass.adverb);
  }
  const reading = start & (Start.code | Start.numeral | Start.figure) ? readFigure(text, i) : undefined;
  if (reading) {
    // 三次产业结构, 三甲医院: a known name that begins with a numeral; 一直, 一律: a word that only begins like one.
    if (word && word.end > reading.end && (word.value.classes & WordClass.noun || !reading.figure)) return wordToken(i, word);
    const { figure, end } = reading;
    // A number that opens the passage or a clause with a dot is a list number: 1. 停车位…
    if (figure?.bare && text[figure.end] === '.' && (!previous || previous.kind === 'punctuation'))
      return token('punctuation', i, figure.end + 1);
    // 每50公斤 is part of a unit.
    if (figure?.unit && text[i - 1] === '每') return token('other', i, end);
    if (figure && figure.start >= i) return token('figure', i, end, 0, undefined, figure);
    if (end > i) return token('other', i, end);
  }
  if (start & Start.punctuation) return token('punctuation', i, i + 1);
  return word && !runsIntoWord(text, i, code, word, previous) ? wordToken(i, word) : undefined;
};

/** All tokens are of one shape, which engines read fastest. */
const token = (
  kind: TokenKind,
  start: number,
  end: number,
  classes = 0,
  indicator?: Indicator,
  figure?: RawFigure,
  time?: PeriodMention,
): Token => ({ kind, start, end, classes, indicator, figure, time, text: undefined, partner: undefined });

const wordToken = (start: number, { end, value }: FoundWord): Token => token('word', start, end, value.classes, value.indicator);

const longestName = 41;

/** Names and slogans; long quotations are prose and are read. */
const readQuote = (text: string, i: number, close: string): Token => {
  const isTitle = text[i] === '《';
  const end = isTitle ? text.indexOf(close, i + 1) : i + 1 + text.slice(i + 1, i + 1 + longestName).indexOf(close);
  const isName = end > i && (isTitle || !/[。;!?]/.test(text.slice(i + 1, end)));
  return isName ? token('quote', i, end + 1) : token('punctuation', i, i + 1);
};

/** 新 in 创新: a single character that may lead up to a noun does so only where no unknown word runs into it. */
const runsIntoWord = (text: string, i: number, code: number, { end, value }: FoundWord, previous: Token | undefined): boolean => {
  if (end !== i + 1 || previous?.kind !== 'other' || previous.end !== i) return false;
  const isWeak = (value.classes & weak) !== 0 && (value.classes & strong) === 0;
  return (isWeak || weakConjunction.has(code)) && !(countAdverb.has(code) && isDigit(text.charCodeAt(end)));
};

const weakConjunction = new CharacterSet('同或并而但即如除因其该这此');
const countAdverb = new CharacterSet('仅只各共');

interface FoundWord {
  end: number;
  value: Word;
}

/** The longest known word at `i`, but not 企业数 in 企业数字化, nor 争取到 in 争取到位资金. */
const wordAt = (text: string, i: number, { words }: Vocabulary): FoundWord | undefined => {
  const word = words.longest(text, i);
  if (word === undefined || word.end - i < 3 || !runningOn.has(text.charCodeAt(word.end - 1))) return word;
  return /^(?:数[字据控智]|到位)/.test(text.slice(word.end - 1, word.end + 1)) ? words.longest(text, i, word.end - 1) : word;
};

const runningOn = new CharacterSet('数到');

const weak = WordClass.verb | WordClass.adverb;
const strong =
  WordClass.link |
  WordClass.rise |
  WordClass.fall |
  WordClass.over |
  WordClass.under |
  WordClass.split |
  WordClass.from |
  WordClass.conjunction |
  WordClass.rank;
