import { isDigit, isHan, isInvisible, isLetter, isMark } from '../text/characters.ts';

/** The longest passage; longer sentences are cut at a clause. */
export const passageLimit = 2000;

/**
 * The unit of reading: a sentence, or a cell of a table. `text` is folded, unwrapped and free of blanks inside
 * numbers and words; `offsetOf` leads from its places back to the document.
 */
export interface Passage {
  /** Places in the document, UTF-16 units. */
  start: number;
  end: number;
  text: string;
  /** Place of each unit of `text` behind `start`; undefined where they follow one another. */
  offsets: readonly number[] | undefined;
  /** By unit of `text`: how many units of marks belong to it in the document; undefined where none do. */
  marks: ReadonlyMap<number, number> | undefined;
}

/** Document offset of the place `at` in the passage. */
export const offsetOf = (passage: Passage, at: number): number =>
  !passage.offsets ? passage.start + at : at < passage.offsets.length ? passage.start + (passage.offsets[at] as number) : passage.end;

/** Document offset of the end of the unit before `end`, with the marks that belong to it. */
export const endOf = (passage: Passage, end: number): number => offsetOf(passage, end - 1) + 1 + (passage.marks?.get(end - 1) ?? 0);

/** Document range of [start, end) in the passage. */
export const rangeOf = (passage: Passage, start: number, end: number): { start: number; end: number } => {
  const first = offsetOf(passage, start);
  return { start: first, end: end > start ? endOf(passage, end) : first };
};

const [lessThan, ampersand] = [60, 38];

/** Whether nothing is to be taken away: no blank, no markup, nothing invisible, no mark. */
const isClean = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    if (isBlank(code) || code === lessThan || isInvisible(code) || isMark(code)) return false;
  }
  return true;
};

const tag = /<\/?[A-Za-z][^<>\n]{0,80}>|&nbsp;/y;

/**
 * Makes a passage of [start, end) of the folded document: takes away line breaks, markup, invisible characters and the
 * blanks that layout leaves inside words and numbers. Blanks between Latin words, between two numbers and between
 * the phrases of a table's cell stay.
 */
export const makePassage = (document: string, start: number, end: number, isCell = false): Passage => {
  const folded = document.slice(start, end);
  if (isClean(folded)) return { start, end, text: folded, offsets: undefined, marks: undefined };
  let text = '';
  const offsets: number[] = [];
  const marks = new Map<number, number>();
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (code === lessThan || code === ampersand) {
      tag.lastIndex = i;
      const match = tag.exec(folded);
      if (match) {
        i += match[0].length - 1;
        continue;
      }
    }
    if (isMark(code)) {
      // With the character before it, whether that stays or is taken away.
      const last = text.length - 1;
      const known = marks.get(last) ?? 0;
      if (offsets[last] === i - 1 - known) marks.set(last, known + 1);
      continue;
    }
    if (isInvisible(code)) continue;
    if (isBlank(code)) {
      let next = i + 1;
      while (next < folded.length && (isBlank(folded.charCodeAt(next)) || isInvisible(folded.charCodeAt(next)))) next++;
      if (keepsBlank(text, folded, i, next, isCell)) {
        text += ' ';
        offsets.push(i);
      }
      i = next - 1;
      continue;
    }
    text += folded[i];
    offsets.push(i);
  }
  return { start, end, text, offsets, marks: marks.size > 0 ? marks : undefined };
};

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0x2028 || code === 0x2029;

/** Whether the run of blanks [from, to) means something: between Latin words, between numbers, a gap between phrases. */
const keepsBlank = (before: string, text: string, from: number, to: number, isCell: boolean): boolean => {
  if (!before || to >= text.length) return false;
  const left = before.charCodeAt(before.length - 1);
  const right = text.charCodeAt(to);
  // 11. 1—10月: a list number before a number.
  if (before.endsWith('.') && isDigit(right)) return true;
  if (isDigit(left) && isDigit(right)) {
    // 33 212 is one number; 3 400 家 would be too, 2023 12 is two.
    const groups = /^\d{3}(?!\d)/.test(text.slice(to, to + 4)) && /(?:^|[^\d.])[1-9]\d{0,2}(?:\d{3})*$/.test(before.slice(-12));
    return !(groups && to - from === 1);
  }
  if ((isLetter(left) || isDigit(left)) && (isLetter(right) || isDigit(right))) return true;
  // In a cell a blank takes the place of a line break between two phrases.
  return (isCell || to - from >= 2) && isHan(left) && isHan(right) && !/[\r\n]/.test(text.slice(from, to));
};
