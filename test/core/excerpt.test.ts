import { expect, it } from 'vitest';
import { excerptOf } from '../../server/core/excerpt.ts';

/** Of a sentence with its figure between bars. */
const excerpt = (marked: string): string => {
  const [before = '', figure = '', after = ''] = marked.split('|');
  const text = before + figure + after;
  return excerptOf(
    `前文。${text}后文。`,
    { start: 3, end: 3 + text.length },
    { start: 3 + before.length, end: 3 + before.length + figure.length },
  );
};

it('a short sentence is shown whole, its figure marked', () => {
  expect(excerpt('财政总收入|26.2亿元|，\n增长4.8%。')).toBe('财政总收入【26.2亿元】，增长4.8%。');
});

it('of a long one the clauses around the figure, those before it first', () => {
  const sentence = '全年完成地区生产总值200.3亿元，按不变价格计算增长|5.6%|，增速比上年加快0.4个百分点，总量首次突破180亿元。';
  expect(excerpt(sentence)).toBe('全年完成地区生产总值200.3亿元，按不变价格计算增长【5.6%】…');
  expect(excerpt(sentence.replace(/\|/g, '').replace('0.4个百分点', '|0.4个百分点|'))).toBe(
    '…按不变价格计算增长5.6%，增速比上年加快【0.4个百分点】…',
  );
  expect(excerpt(sentence.replace(/\|/g, '').replace('200.3亿元', '|200.3亿元|'))).toBe(
    '全年完成地区生产总值【200.3亿元】，按不变价格计算增长5.6%…',
  );
});

it('a clause of its own few words keeps the end of what stands before it', () => {
  expect(excerpt('第三产业增加值占全县地区生产总值的比重由修订后的上年42.6%提高到43.2%，提高|0.6个百分点|。')).toBe(
    '…重由修订后的上年42.6%提高到43.2%，提高【0.6个百分点】。',
  );
});

it('a clause without end is cut on both sides, never within a number', () => {
  const long = `投入${'甲'.repeat(30)}1234567.8万元和|26.2亿元|以及${'乙'.repeat(7)}9876.5万元${'丙'.repeat(30)}。`;
  expect(excerpt(long)).toBe('…甲甲甲甲甲甲甲甲甲甲1234567.8万元和【26.2亿元】以及乙乙…');
  for (let cut = 1; cut < 40; cut++) {
    const shown = excerpt(`${'甲'.repeat(cut)}1234567.8万元${'乙'.repeat(14)}|26.2亿元|${'丙'.repeat(cut)}9876.5万元${'丁'.repeat(20)}。`);
    expect(shown.match(/\d[\d.]*[万亿]元/g)?.every((number) => ['1234567.8万元', '26.2亿元', '9876.5万元'].includes(number))).toBe(true);
    expect(shown).not.toMatch(/\d…/);
  }
});
