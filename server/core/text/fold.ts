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

const folded = new Map<string, string>();
for (const [from, to] of pairs) for (const character of from) folded.set(character, to);
for (let code = 0xff10; code <= 0xff5a; code++) {
  const ascii = String.fromCharCode(code - 0xfee0);
  if (/[0-9A-Za-z]/.test(ascii)) folded.set(String.fromCharCode(code), ascii);
}

const foldable = new RegExp(`[${[...folded.keys()].map((c) => (/[[\]\-\\^]/.test(c) ? `\\${c}` : c)).join('')}]`, 'g');

export const fold = (text: string): string => text.replace(foldable, (character) => folded.get(character) ?? character);
