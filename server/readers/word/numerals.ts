/** The number formats of Word's lists (ST_NumberFormat), as far as documents use them; the rest counts in decimals. */

const digits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';

/** 12 → 十二, 105 → 一百零五; `units` are ten, hundred, thousand. */
const inWords = (number: number, numerals: string, units: string, shortTen: boolean): string => {
  if (number <= 0 || number > 9999) return String(number);
  let words = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(number / 10 ** power) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    if (gap) words += '零';
    gap = false;
    if (!(shortTen && power === 1 && digit === 1 && words === '')) words += numerals[digit];
    if (power > 0) words += units[3 - power];
  }
  return words;
};

const chinese = (number: number): string => inWords(number, digits, '千百十', true);
/** 一〇五: figures one by one. */
const inFigures = (number: number): string => [...String(number)].map((digit) => digits[Number(digit)] ?? digit).join('');
const counting = (number: number): string => (number < 100 ? chinese(number) : inFigures(number));
/** 壹拾贰 */
const legal = (number: number): string => inWords(number, legalDigits, '仟佰拾', false);
const fullWidth = (number: number): string => String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const roman = (number: number): string => {
  if (number <= 0 || number > 3999) return String(number);
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  let result = '';
  for (const [value, sign] of signs) {
    result += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return result;
};

/** A … Z, AA, BB. */
const letter = (number: number): string =>
  number <= 0 ? String(number) : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.min(9, Math.ceil(number / 26)));

/** A sign out of a row that starts at `first`. */
const sign =
  (first: number, count: number) =>
  (number: number): string =>
    number >= 1 && number <= count ? String.fromCharCode(first + number - 1) : String(number);

const circled = (number: number): string =>
  number === 0 ? '⓪' : number > 20 && number <= 35 ? sign(0x3251, 15)(number - 20) : sign(0x2460, 20)(number);
const cycle =
  (signs: string) =>
  (number: number): string =>
    number <= 0 ? String(number) : (signs[(number - 1) % signs.length] as string);

const formats: Record<string, (number: number) => string> = {
  decimalZero: (number) => String(number).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (number) => letter(number).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: chinese,
  ideographDigital: inFigures,
  japaneseDigitalTenThousand: inFigures,
  taiwaneseDigital: inFigures,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: sign(0x2474, 20),
  decimalEnclosedFullstop: sign(0x2488, 20),
  ideographEnclosedCircle: sign(0x3280, 10),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  none: () => '',
};

/** A number as a list of that format shows it. */
export const formatNumber = (number: number, format: string): string =>
  (Object.hasOwn(formats, format) ? (formats[format] as (number: number) => string) : String)(number);
