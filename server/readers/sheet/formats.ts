import { format } from 'numfmt';
import { scanXml } from '../markup.ts';

/** The formats that a file names by number only, as the Chinese editions of Excel and WPS show them. */
const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The number format of each cell style. */
export const readFormats = (xml: string | undefined): string[] => {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  if (xml === undefined) return formats;
  scanXml(xml, {
    open(name, { numFmtId, formatCode }) {
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt') own.set(id, formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtIn[id] ?? 'General');
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    words() {},
  });
  return formats;
};

/** A number as its cell shows it; by itself where the format makes no sense. */
export const showNumber = (number: number, pattern: string, from1904: boolean): string => {
  if (pattern === 'General' || pattern === '@' || pattern === '') return plain(number);
  const isDate = /[ymdhs]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
  try {
    // 1,462 days lie between the two calendars of Excel.
    return format(pattern, from1904 && isDate ? number + 1462 : number, { locale: 'zh-CN', fillChar: '', nbsp: false }).trim();
  } catch {
    return plain(number);
  }
};

/** Without the tail that binary fractions leave: 0.1 + 0.2 is 0.3. */
const plain = (number: number): string => {
  const rounded = Number(number.toPrecision(15));
  return Math.abs(rounded) >= 1e21 || (rounded !== 0 && Math.abs(rounded) < 1e-6) ? rounded.toPrecision(15) : String(rounded);
};
