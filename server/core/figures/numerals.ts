import { CharacterSet, isDigit } from '../text/characters.ts';

/** A numeral as read from a text: its value and the size of its last printed digit. */
export interface Numeral {
  end: number;
  value: number;
  /** The place value of the last digit: 1 for `12`, 0.1 for `9.0`, 10000 for 三万. */
  step: number;
  style: 'arabic' | 'chinese';
}

/**
 * Reads an Arabic numeral at `at`: `1270`, `9.0`, `1,234.5`, `33 212`, `19·5`.
 * A middle dot counts as a decimal point; whether it may is the caller's to judge from what follows.
 */
export const readArabic = (text: string, at: number): Numeral | undefined => {
  let i = at;
  while (isDigit(text.charCodeAt(i))) i++;
  if (i === at) return undefined;
  let digits = text.slice(at, i);
  if (digits.length <= 3 && digits[0] !== '0') {
    for (let group = readGroup(text, i); group; group = readGroup(text, i)) {
      digits += group;
      i += 4;
    }
  }
  let decimals = 0;
  if ((text[i] === '.' || text[i] === '·') && isDigit(text.charCodeAt(i + 1))) {
    let j = i + 1;
    while (isDigit(text.charCodeAt(j))) j++;
    decimals = j - i - 1;
    digits += `.${text.slice(i + 1, j)}`;
    i = j;
  }
  return { end: i, value: Number(digits), step: decimals ? Number(`1e-${decimals}`) : 1, style: 'arabic' };
};

/** A group of exactly three digits behind a separator of thousands. */
const readGroup = (text: string, at: number): string | undefined => {
  const separator = text[at];
  if (separator !== ',' && separator !== ' ') return undefined;
  for (let i = 1; i <= 3; i++) if (!isDigit(text.charCodeAt(at + i))) return undefined;
  return isDigit(text.charCodeAt(at + 4)) ? undefined : text.slice(at + 1, at + 4);
};

const chineseDigits: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The characters of Chinese numerals. */
export const chineseNumerals = Object.keys(chineseDigits).join('') + Object.keys(powers).join('');
const numeralSet = new CharacterSet(chineseNumerals);
const anyPower = new RegExp(`[${Object.keys(powers).join('')}]`);

export const isChineseNumeral = (code: number): boolean => numeralSet.has(code);

/**
 * Reads a Chinese numeral at `at`: 一千二百七十亿, 两万五, 二十, 百, 二〇二五. Undefined where none stands.
 * Two neighbouring digits without a power (三四) are no numeral, unless all is written digit by digit (二〇二五).
 */
export const readChinese = (text: string, at: number): Numeral | undefined => {
  let end = at;
  while (isChineseNumeral(text.charCodeAt(end))) end++;
  if (end === at) return undefined;
  const written = text.slice(at, end);
  const alone = written.length === 1 ? chineseDigits[written] : undefined;
  if (alone !== undefined) return { end, value: alone, step: 1, style: 'chinese' };
  if (!anyPower.test(written)) {
    // Digit by digit only where a zero or the length says so: 三四 is an approximation.
    if (written.length < 3 && !/[零〇]/.test(written)) return undefined;
    return { end, value: Number([...written].map((c) => chineseDigits[c]).join('')), step: 1, style: 'chinese' };
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastPower = 1;
  let lastMyriad = Number.POSITIVE_INFINITY;
  let afterZero = false;
  for (const character of written) {
    const value = chineseDigits[character];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      afterZero ||= value === 0;
      digit = value;
      continue;
    }
    const power = powers[character] as number;
    if (power >= 10_000) {
      const below = section + (digit ?? 0);
      // In 一万亿 the 亿 multiplies all that stands before it.
      total = power > lastMyriad ? (total + below) * power : total + (below || 1) * power;
      lastMyriad = power;
      section = 0;
    } else {
      section += (digit ?? 1) * power;
    }
    digit = undefined;
    afterZero = false;
    lastPower = power;
  }
  let step = lastPower;
  if (digit !== undefined) {
    // 两万五 is 25,000, 两万零五 is 20,005.
    const place = lastPower > 1 && !afterZero && lastPower >= 100 ? lastPower / 10 : 1;
    section += digit * place;
    step = place;
  }
  return { end, value: total + section, step, style: 'chinese' };
};
