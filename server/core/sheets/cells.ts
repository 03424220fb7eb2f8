import { fold } from '../text/fold.ts';

/** A cell without layout: folded, without blanks and line breaks. */
export const plain = (cell: string | undefined): string => fold(cell ?? '').replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, '');

/** Cells that say that there is nothing to say. */
const blank = /^(?:|[-—–/*.·…]+|无|暂无|待定|待核|待报|未出|N\/?A)$/i;

export const isBlank = (cell: string | undefined): boolean => blank.test(plain(cell));

/** A number of a sheet, as a sentence would print it. */
export interface CellNumber {
  /** Without sign and separators: `1326.35`. */
  digits: string;
  negative: boolean;
  /** Behind the number in the same cell. */
  unit: string;
  /** 超, 约 in front; 以上, 左右 behind. */
  before: string;
  after: string;
}

const number =
  /^(超过?|突破|约|近|不到|预计|增长|上升|提高|下降|减少|降低)?([-－+↑↓▲▼△(])?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(余|多)?([^\d,.()+-]{0,12}?)(以上|以下|以内|左右)?\)?$/;

/** The number in a cell; undefined where it holds none, or more than one. */
export const readNumber = (cell: string): CellNumber | undefined => {
  const match = number.exec(plain(cell));
  if (!match) return undefined;
  const [, word = '', sign = '', digits = '', more = '', unit = '', after = ''] = match;
  const falls = /[-－↓▼(]/.test(sign) || /下降|减少|降低/.test(word);
  return {
    digits: digits.replaceAll(',', ''),
    negative: falls,
    unit: more + unit,
    before: /超|突破|约|近|不到/.test(word) ? word : '',
    after,
  };
};

const unitIn = /\((?:单位:)?([^()]{1,12})\)/g;

/** 增加值（亿元）, 单位：万元: the unit that a head, name or title gives; `isUnit` tells units from other remarks. */
export const unitOf = (text: string, isUnit: (word: string) => boolean): string => {
  const stated = /单位:([^\s,;()]{1,12})/.exec(text)?.[1];
  const candidates = stated ? stated.split(/[、/]/) : [...text.matchAll(unitIn)].flatMap((match) => (match[1] as string).split(/[,、]/));
  return candidates.find(isUnit) ?? '';
};

/** Marks of footnotes: 固定资产投资②, 进口*. Looking for them from each of a run's marks would take the square of its length. */
const footnotes = /(?<![*※†‡①-⑳¹²³⁴-⁹:,])[*※†‡①-⑳¹²³⁴-⁹:,]+$/;

/** 其中：, numbering and indentation before an indicator's name; remarks in brackets behind it. */
export const readName = (cell: string): { name: string; part: boolean } => {
  let name = plain(cell);
  let part = false;
  for (let rest = ''; rest !== name; ) {
    rest = name;
    name = name.replace(
      /^(?:[#＃*★●○◆■·]+|[①-⑳]|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2})*[.、](?!\d)|—+)/,
      '',
    );
    if (/^(?:其中|其:|#)[:,]?/.test(name)) part = true;
    name = name.replace(/^其中[:,]?/, '');
  }
  return { name: name.replace(/\([^()]*\)|\[注?\d{1,2}\]/g, '').replace(footnotes, ''), part };
};
