import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArabic, readChinese } from '../../server/core/figures/numerals.ts';
import { readFigure } from '../../server/core/figures/read-figure.ts';
import { fold } from '../../server/core/text/fold.ts';

const digits = '零一二三四五六七八九';

/** Writes a whole number below ten trillion in Chinese, as a person would: 一千零五, 二十万, 十二亿. */
const toChinese = (value: number): string => {
  const section = (n: number): string => {
    let text = '';
    for (const [power, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(n / power) % 10;
      if (digit > 0) text += digits[digit] + name;
      else if (text && n % power > 0 && !text.endsWith('零')) text += '零';
    }
    return text;
  };
  if (value === 0) return '零';
  const parts: string[] = [];
  const myriads: [number, string][] = [
    [1e12, '万'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ];
  let lower = false;
  for (const [power, name] of myriads) {
    const n = Math.floor(value / power) % 10_000;
    if (n === 0) {
      lower = parts.length > 0;
      if (power === 1e8 && parts.length > 0) parts.push('亿');
      continue;
    }
    if (parts.length > 0 && (n < 1000 || lower) && power !== 1e8) parts.push('零');
    parts.push(section(n) + name);
    lower = false;
  }
  return parts.join('').replace(/^一十/, '十');
};

describe('numerals read back what was written', () => {
  it('Chinese', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (value) => {
        const written = toChinese(value);
        const read = readChinese(written, 0);
        expect(read, written).toMatchObject({ value, end: written.length });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['一千二百七十亿', 127_000_000_000],
    ['两万五', 25_000],
    ['两万零五', 20_005],
    ['三亿五千万', 350_000_000],
    ['一万亿', 1e12],
    ['十二', 12],
    ['一百二', 120],
    ['百', 100],
    ['二〇二五', 2025],
  ])('%s', (written, value) => expect(readChinese(written, 0)).toMatchObject({ value, end: written.length }));

  it.each(['三四', '七八'])('%s is an approximation, no numeral', (written) => expect(readChinese(written, 0)).toBeUndefined());

  it('Arabic, with any separators and decimals', () => {
    const styles: ((value: number, decimals: number) => string)[] = [
      (value, decimals) => value.toFixed(decimals),
      (value, decimals) =>
        value
          .toFixed(decimals)
          .replace(/\B(?=(?:\d{3})+(?!\d))/g, (_, at, whole: string) => (whole.includes('.') && at > whole.indexOf('.') ? '' : ',')),
      (value, decimals) =>
        value
          .toFixed(decimals)
          .replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
          .replace('.', '．'),
      (value, decimals) => value.toFixed(decimals).replace('.', '·'),
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...styles),
        (whole, decimals, style) => {
          const value = whole / 10 ** decimals;
          const written = style(value, decimals);
          const read = readArabic(fold(written), 0);
          expect(read?.end, written).toBe(written.length);
          expect(read?.value, written).toBeCloseTo(value, 9);
          expect(read?.step, written).toBeCloseTo(10 ** -decimals, 12);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps lists apart from thousands', () => {
    expect(readArabic('2,34', 0)).toMatchObject({ value: 2, end: 1 });
    expect(readArabic('1,2345', 0)).toMatchObject({ value: 1, end: 1 });
    expect(readArabic('33 212', 0)).toMatchObject({ value: 33_212, end: 6 });
  });

  it('several runs of digits with 亿, 万, 千 and 百 between them', () => {
    const digit = fc.integer({ min: 1, max: 9 });
    const below = fc.oneof(
      fc.tuple(digit, digit).map(([a, b]) => ({ written: `${a}千${b}百`, value: a * 1000 + b * 100 })),
      fc.integer({ min: 1, max: 99 }).map((n) => ({ written: `${n}百`, value: n * 100 })),
      digit.map((a) => ({ written: `${a}千`, value: a * 1000 })),
      fc.integer({ min: 1000, max: 9999 }).map((n) => ({ written: `${n}`, value: n })),
    );
    const head = fc.integer({ min: 1, max: 9999 });
    const mixed = fc.oneof(
      fc.tuple(head, below, fc.constantFrom('', '多', '余')).map(([n, { written, value }, more]) => ({
        written: `${n}亿${written}${more}万`,
        value: n * 1e8 + value * 1e4,
        more: more !== '',
      })),
      fc.tuple(head, below, fc.constantFrom('', '多', '余')).map(([n, { written, value }, more]) => ({
        written: `${n}万${written}${more}`,
        value: n * 1e4 + value,
        more: more !== '',
      })),
    );
    fc.assert(
      fc.property(mixed, fc.constantFrom('户', '元', '公里', '人次'), ({ written, value, more }, unit) => {
        const read = readFigure(`${written}${unit}。`, 0);
        expect(read?.end, written).toBe(written.length + unit.length);
        const { values, unit: measure } = read?.figure ?? {};
        expect((values?.[0] ?? 0) * (measure?.magnitude ?? 0), written).toBeCloseTo(value, 3);
        expect(read?.figure?.unitText, written).toBe(written.includes('亿') ? `亿${unit}` : `万${unit}`);
        expect(read?.figure?.more, written).toBe(more);
      }),
      { numRuns: 1000 },
    );
  });
});
