import { isDigit, isLetter } from './characters.ts';

/**
 * Folds a text one UTF-16 unit to one, so that places stay right: full-width digits, letters and signs to ASCII,
 * the many dashes, colons and blanks to one each. Chinese punctuation that has no reading in numbers stays.
 */
const pairs: [from: string, to: string][] = [
  ['：︰∶', ':'],
  ['％﹪', '%'],
  ['．', '.'],
  ['／', '/'],
  ['＋', '+'],
  ['－−‐‑﹣', '-'],
  ['～〜∼', '~'],
  ['–—―─', '—'],
  ['·•‧・', '·'],
  ['○◯', '〇'],
  ['（', '('],
  ['）', ')'],
  ['［', '['],
  ['］', ']'],
  ['！', '!'],
  ['？', '?'],
  ['，', ','],
  ['；', ';'],
  ['\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
];

/** What each unit folds to; 0 where it stays. */
const folded = new Uint16Array(0x10000);
for (const [from, to] of pairs) for (const character of from) folded[character.charCodeAt(0)] = to.charCodeAt(0);
for (let code = 0xff10; code <= 0xff5a; code++) {
  const ascii = code - 0xfee0;
  if (isDigit(ascii) || isLetter(ascii)) folded[code] = ascii;
}

// Few enough at a time to be arguments of one call.
const chunk = 8192;
const units = new Uint16Array(chunk);

export const fold = (text: string): string => {
  let result = '';
  for (let from = 0; from < text.length; from += chunk) {
    const length = Math.min(chunk, text.length - from);
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(from + i);
      units[i] = folded[code] || code;
    }
    result += String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  }
  return result;
};
