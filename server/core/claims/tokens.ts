import { isChineseNumeral } from '../figures/numerals.ts';
import { type RawFigure, readFigure } from '../figures/read-figure.ts';
import { readUnit } from '../figures/units.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Vocabulary, Word } from '../indicators/vocabulary.ts';
import { CharacterSet, isDigit, isLetter } from '../text/characters.ts';
import { WordClass } from '../text/lexicon.ts';
import { type PeriodBase, type PeriodMention, readPeriod } from './period.ts';

export type TokenKind = 'word' | 'other' | 'punctuation' | 'figure' | 'time' | 'quote';

/** A piece of a passage. Every character belongs to exactly one token. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** Union of `WordClass` of a word; 0 otherwise. */
  classes: number;
  indicator?: Indicator;
  figure?: RawFigure;
  time?: PeriodMention;
  /** Of a bracket: the index of its partner. */
  partner?: number;
}

const punctuation = new CharacterSet(',。;:!?、()[]…—-~|*·/+=<>#&•● \t\n\v\f\r\u00a0\u2028\u2029\ufeff');
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
const quoteStart = new CharacterSet(Object.keys(quotes).join(''));
/** What a figure may begin with beside digits, letters and Chinese numerals: 第, 前, 首位, 榜首, 连续, 翻番, signs. */
const figureStart = new CharacterSet('第前首榜连翻+-');
const timeStart = new CharacterSet('0123456789新今去上前明来本当全年近过最这目现截至到一二两三四五六七八九十第下“"');

/** Cuts a folded passage into tokens: times first, then figures, then the longest known word. */
export const tokenize = (text: string, vocabulary: Vocabulary, base: PeriodBase): Token[] => {
  const tokens: Token[] = [];
  const brackets: number[] = [];
  let i = 0;
  while (i < text.length) {
    const character = text[i] as string;
    const token = readToken(text, i, character, vocabulary, base, tokens.at(-1));
    if (token.kind === 'other' && tokens.at(-1)?.kind === 'other') {
      (tokens.at(-1) as Token).end = token.end;
    } else {
      if (character === '(') brackets.push(tokens.length);
      if (character === ')') {
        const open = brackets.pop();
        if (open !== undefined) {
          token.partner = open;
          (tokens[open] as Token).partner = tokens.length;
        }
      }
      tokens.push(token);
    }
    i = token.end;
  }
  return tokens;
};

const readToken = (
  text: string,
  i: number,
  character: string,
  vocabulary: Vocabulary,
  base: PeriodBase,
  previous: Token | undefined,
): Token => {
  const code = text.charCodeAt(i);
  const isCode = isDigit(code) || isLetter(code);
  const close = quoteStart.has(code) ? quotes[character] : undefined;
  if (timeStart.has(code)) {
    const word = wordAt(text, i, vocabulary);
    // 第一产业, 上年度 and 全年 compete with names such as 全社会用电量: the longer wins.
    const time = readPeriod(text, i, base);
    if (time && !(word && word.end >= time.end && (word.value.indicator || word.value.classes & WordClass.noun)))
      return { kind: 'time', start: i, end: time.end, classes: 0, time };
    if (word?.value.indicator && isCode)
      return { kind: 'word', start: i, end: word.end, classes: word.value.classes, indicator: word.value.indicator };
  }
  if (close) {
    const end = text.indexOf(close, i + 1);
    const inside = end < 0 ? '' : text.slice(i + 1, end);
    // Names and slogans; long quotations are prose and are read.
    if (end >= 0 && (character === '《' || (inside.length <= 40 && !/[。;!?]/.test(inside))))
      return { kind: 'quote', start: i, end: end + 1, classes: 0 };
    return { kind: 'punctuation', start: i, end: i + 1, classes: 0 };
  }
  if (isCode) {
    const word = wordAt(text, i, vocabulary);
    if (word && word.end - i > 1) {
      const { classes, indicator } = word.value;
      return { kind: 'word', start: i, end: word.end, classes, ...(indicator && { indicator }) };
    }
  }
  const each = character === '每' ? readUnit(text, i + 1) : undefined;
  // 每立方米20微克: of how much the figure is said.
  if (each?.magnitude === 1 && isDigit(text.charCodeAt(each.end)))
    return { kind: 'word', start: i, end: each.end, classes: WordClass.adverb };
  const reading = isCode || figureStart.has(code) || isChineseNumeral(code) ? readFigure(text, i) : undefined;
  // 三次产业结构, 三甲医院: a known name that begins with a numeral.
  const name = reading ? wordAt(text, i, vocabulary) : undefined;
  if (reading && name && name.end > reading.end && name.value.classes & WordClass.noun) {
    const { classes, indicator } = name.value;
    return { kind: 'word', start: i, end: name.end, classes, ...(indicator && { indicator }) };
  }
  if (reading) {
    const { figure, end } = reading;
    // A number that opens the passage or a clause with a dot is a list number: 1. 停车位…
    if (figure?.bare && text[figure.end] === '.' && (!previous || previous.kind === 'punctuation'))
      return { kind: 'punctuation', start: i, end: figure.end + 1, classes: 0 };
    // 每50公斤 is part of a unit.
    if (figure?.unit && text[i - 1] === '每') return { kind: 'other', start: i, end, classes: 0 };
    if (figure && figure.start >= i) return { kind: 'figure', start: i, end, classes: 0, figure };
    if (end > i) return { kind: 'other', start: i, end, classes: 0 };
  }
  if (punctuation.has(code)) return { kind: 'punctuation', start: i, end: i + 1, classes: 0 };
  const word = wordAt(text, i, vocabulary);
  if (word) {
    const { classes, indicator } = word.value;
    // 新 in 创新: a single character that may lead up to a noun does so only where no unknown word runs into it.
    const isWeak = (classes & weak && !(classes & strong)) || /[同或并而但即如除因其该这此]/.test(character);
    if (
      word.end === i + 1 &&
      isWeak &&
      previous?.kind === 'other' &&
      previous.end === i &&
      !(/[仅只各共]/.test(character) && isDigit(text.charCodeAt(i + 1)))
    )
      return { kind: 'other', start: i, end: i + 1, classes: 0 };
    return { kind: 'word', start: i, end: word.end, classes, ...(indicator && { indicator }) };
  }
  return { kind: 'other', start: i, end: i + 1, classes: 0 };
};

/** The longest known word at `i`, but not 企业数 in 企业数字化. */
const wordAt = (text: string, i: number, { words }: Vocabulary): { end: number; value: Word } | undefined => {
  const word = words.longest(text, i);
  if (word === undefined || word.end - i < 3 || text[word.end - 1] !== '数' || !/[字据控智]/.test(text[word.end] ?? '')) return word;
  return words.longest(text, i, word.end - 1);
};

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
