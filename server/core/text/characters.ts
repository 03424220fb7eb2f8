/** A set of UTF-16 units, asked in one step. */
export class CharacterSet {
  private readonly members = new Uint8Array(0x10000);

  constructor(characters: string) {
    for (let i = 0; i < characters.length; i++) this.members[characters.charCodeAt(i)] = 1;
  }

  has(code: number): boolean {
    return this.members[code] === 1;
  }
}

/** Character classes over folded UTF-16 units. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xd800 && code <= 0xdfff) || code === 0x3007;

/** Characters that are no part of any word: zero-width, soft hyphen, byte-order mark. */
export const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2064) ||
  code === 0xfeff;

/** Marks that make one character with what stands before them: combining accents, keycaps (5\ufe0f\u20e3), variation selectors, the joiner. */
export const isMark = (code: number): boolean => {
  if (code < 0x300 || (code >= 0x4e00 && code <= 0xa000)) return false;
  let known = knownMarks[code];
  if (!known) {
    known = code === 0x200d || combining.test(String.fromCharCode(code)) ? 2 : 1;
    knownMarks[code] = known;
  }
  return known === 2;
};

const combining = /\p{M}/u;
/** Of the units asked for so far: 2 for a mark, 1 for none. */
const knownMarks = new Uint8Array(0x10000);

/** How many columns a text takes where all beyond Latin takes two. */
export const textColumns = (text: string): number => [...text].reduce((sum, character) => sum + (character < '\u0250' ? 1 : 2), 0);
