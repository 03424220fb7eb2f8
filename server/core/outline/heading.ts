/** The number before a heading: its level, what it counts and the mark as written. */
export interface HeadingMark {
  /** 1 一、 · 2 （一） · 3 1. · 4 （1） ; chapters and Markdown likewise. */
  level: number;
  ordinal: number;
  /** As places are named: 一, （一）, 1. */
  label: string;
  /** Length of the mark in the folded text. */
  length: number;
}

import { readChinese } from '../figures/numerals.ts';

const chineseNumeral = '[一二三四五六七八九十]{1,3}';
const marks: { level: number; pattern: RegExp; label: (ordinal: string) => string }[] = [
  { level: 1, pattern: new RegExp(`^第(${chineseNumeral})(?:部分|章|篇)[,、:]?`), label: (n) => `第${n}部分` },
  { level: 1, pattern: new RegExp(`^(${chineseNumeral})、`), label: (n) => n },
  { level: 2, pattern: new RegExp(`^\\((${chineseNumeral})\\)`), label: (n) => `（${n}）` },
  { level: 3, pattern: /^(\d{1,2})(?:\.(?!\d)|、)/, label: (n) => n },
  { level: 4, pattern: /^\((\d{1,2})\)/, label: (n) => `（${n}）` },
];

const firsts = '第(#一二三四五六七八九十0123456789';

/** The heading mark that a folded, trimmed text starts with. */
export const readHeadingMark = (text: string): HeadingMark | undefined => {
  // Most texts are no heading; to see that is cheap.
  if (text === '' || !firsts.includes(text[0] as string)) return undefined;
  const hashes = /^#{1,6}\s*/.exec(text)?.[0].length ?? 0;
  const rest = hashes ? text.slice(hashes) : text;
  for (const { level, pattern, label } of marks) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const number = match[1] as string;
    const ordinal = /\d/.test(number) ? Number(number) : readChinese(number, 0)?.value;
    if (ordinal) return { level, ordinal, label: label(number), length: hashes + match[0].length };
  }
  return undefined;
};
