import { readings, syllables } from '../generated/pinyin.ts';

let byCharacter: Map<string, string> | undefined;

/**
 * The pinyin of a name without tones, one entry per character; letters and digits stand for themselves in lower case.
 * Undefined where a character's reading is not known. The table is built on first use.
 */
export const pinyinOf = (name: string): string[] | undefined => {
  const known = readings[name];
  if (known !== undefined) return known.split(' ');
  byCharacter ??= new Map(
    Object.entries(syllables).flatMap(([syllable, characters]) => [...characters].map((character) => [character, syllable] as const)),
  );
  const result: string[] = [];
  for (const character of name) {
    const syllable = /[0-9A-Za-z]/.test(character) ? character.toLowerCase() : byCharacter.get(character);
    if (syllable !== undefined) result.push(syllable);
    else if (/\p{Script=Han}/u.test(character)) return undefined;
  }
  return result;
};
