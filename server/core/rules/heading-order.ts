import type { HeadingMark } from '../outline/heading.ts';
import { rangeOf } from '../outline/passage.ts';
import { documentRule, type RulePage } from './rule.ts';

export const page: RulePage = {
  why: {
    zh: '多人分头起草、增删段落之后，序号最容易重复或跳过；GB/T 9704 规定层次序数依次为“一、”“（一）”“1.”“（1）”。',
    en: 'After paragraphs were added or dropped, numbers repeat or skip. GB/T 9704 fixes the levels 一、（一） 1. （1）.',
  },
  setAside: { zh: '序号有意从中间起，或为摘录。', en: 'Numbering begins in the middle on purpose, or this is an excerpt.' },
  examples: {
    wrong: { draft: '一、2024年工作回顾\n1.抓创新。\n推进创新。\n2.抓产业。\n推进产业。\n2.抓民生。\n改善民生。' },
    right: { draft: '一、2024年工作回顾\n1.抓创新。\n推进创新。\n2.抓产业。\n推进产业。\n3.抓民生。\n改善民生。' },
  },
};

/** 21.5+2就业之家: a number and a name that begins with one. */
const gluedOrdinal = /^(\d{1,2})\.(?=\d)/;

export default documentRule({
  id: 'heading-order',
  title: { zh: '标题序号跳号或重号', en: 'Heading numbers that skip or repeat' },
  severity: 'warning',
  needs: 'text',
  messages: {
    repeats: {
      zh: '标题“{label}”：序号重复\n前一个同级标题也是“{before}”，顺序应为“{expected}”\n请核标题次序和有无缺漏',
      en: 'Heading “{label}”: its number repeats\nThe heading before is “{before}”; “{expected}” is due\nCheck the order and whether a part is missing',
    },
    skips: {
      zh: '标题“{label}”：序号不连\n前一个同级标题是“{before}”，顺序应为“{expected}”\n请核标题次序和有无缺漏',
      en: 'Heading “{label}”: numbers skip\nThe heading before is “{before}”; “{expected}” is due\nCheck the order and whether a part is missing',
    },
  },
  concerns: ({ passage: { heading, text } }) => heading !== undefined || gluedOrdinal.test(text),
  *check({ passages }) {
    const last: (HeadingMark | undefined)[] = [];
    /** After a slip at a level either counting may go on: the ordinal that would follow had there been none. */
    const alternatives: (number | undefined)[] = [];
    let inAppendix = false;
    for (const { passage } of passages) {
      const { heading } = passage;
      // An appendix has a numbering of its own.
      if (!inAppendix && passage.inAppendix) {
        inAppendix = true;
        last.length = 0;
        alternatives.length = 0;
      }
      // Between 20. and 22.
      const level3 = last[3];
      const glued = inAppendix && !heading && level3 ? gluedOrdinal.exec(passage.text) : null;
      if (glued && level3 && Number(glued[1]) === level3.ordinal + 1)
        last[3] = { ...level3, ordinal: level3.ordinal + 1, label: glued[1] as string };
      if (!heading || passage.cell) continue;
      const { level, ordinal, label, length } = heading;
      const before = last[level];
      const expected = before ? before.ordinal + 1 : 1;
      const fits = !before || ordinal === 1 || ordinal === expected || ordinal === alternatives[level];
      last.length = level + 1;
      last[level] = heading;
      alternatives[level] = fits ? undefined : expected + 1;
      if (fits || !before) continue;
      const values = { label, before: before.label, expected: label.replace(/[\d一二三四五六七八九十]+/, ordinalLike(label, expected)) };
      yield {
        range: rangeOf(passage, 0, length),
        against: before.label,
        message: ordinal <= before.ordinal ? 'repeats' : 'skips',
        values,
      };
    }
  },
});

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number as the heading writes its own: 7 or 七. */
const ordinalLike = (label: string, value: number): string => {
  if (/\d/.test(label)) return String(value);
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`;
};
