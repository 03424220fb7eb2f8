import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { type CheckResult, checkDocument } from '../../server/core/check.ts';
import { type PolicyDocument, readDocument } from '../../server/core/document.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { changeBetween } from '../../server/core/outline/reuse.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

const vocabulary = vocabularyWith([]);
const moxi = (name: string): string => readFileSync(join(import.meta.dirname, '../documents/moxi', name), 'utf8');
const baseline = new Baseline(factsOfText('report-2025', moxi('report-2025.txt'), vocabulary));

const checked = (text: string, before?: CheckResult): CheckResult =>
  checkDocument(readDocument(text, vocabulary, {}, before?.document), baseline, rules, {}, before);

/** All that a check says, in plain data. */
const told = (result: CheckResult): object => ({
  outline: outlineOf(result.document),
  claims: result.index.claims.map(({ claim, start, end, printed, region, order }) => ({ claim, start, end, printed, region, order })),
  findings: result.findings,
  standings: [...result.standings].map(([{ start }, standing]) => ({ start, ...standing })),
  coverage: result.coverage,
});

const outlineOf = ({ outline, passages }: PolicyDocument): object => {
  const { blocks, folded, passages: read, ...origin } = outline;
  return { origin, folded, passages: passages.map(({ passage }) => passage), count: read.length };
};

/** What people type, paste and take away: words, numbers, headings, breaks, tables, closing brackets. */
const pieces = fc.oneof(
  fc.constantFrom(
    '稳',
    '5',
    '.2',
    '%',
    '亿元',
    '，',
    '。',
    '\n',
    '\n\n',
    '（',
    '）',
    '“',
    '其中',
    '同比增长4.5%',
    '一般公共预算收入达35.6亿元，增长6.1%。',
    '规上工业增加值增长7.5%；占比提高2个百分点',
    '一、2025年工作回顾\n',
    '二、2026年重点工作安排\n',
    '（三）抓民生\n',
    '2. ',
    '附件\n',
    '名词解释\n',
    '各位代表：\n',
    '2024年',
    '今年',
    '五年来',
    '序号\t目标任务\t进展情况\n1\t完成投资30亿元\t完成投资31亿元\n',
    '\t',
    '\r\n',
    '\u3000',
    '\u200b',
    '𠮷',
    '<b>',
  ),
  fc.string({ maxLength: 6 }),
);
const edit = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  text: fc.array(pieces, { maxLength: 3 }),
});
const documents = ['draft-2026-faulty.txt', 'plan.txt', 'press.txt', 'table.txt'].map((name) => moxi(name).slice(0, 2600));

describe('a check after an edit', () => {
  it(
    'says what a fresh check of the text says, whatever the edits',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 6 }), (document, edits) => {
          let text = document;
          let result = checked(text);
          for (const { at, length, text: words } of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + words.join('') + text.slice(from + length);
            result = checked(text, result);
            expect(told(result)).toEqual(told(checked(text)));
          }
        }),
        { numRuns: Number(process.env.HESHU_RUNS ?? 150) },
      );
    },
    Number(process.env.HESHU_RUNS ?? 0) * 200 + 60_000,
  );

  it('moves what follows a blank that ends a paragraph', () => {
    const text = '一、2025年工作回顾\n全县地区生产总值增长5.6%。\n财政总收入12.2亿元，财政总收入13.2亿元。';
    const edited = text.replace('5.6%。', '5.6%。 ');
    expect(told(checked(edited, checked(text)))).toEqual(told(checked(edited)));
  });

  it('reads and checks only the passage that was edited', () => {
    const text = moxi('draft-2026-clean.txt');
    const before = checked(text);
    const known = new Set(before.document.passages);
    const after = checked(text.replace('扩大', '持续扩大'), before);
    expect(after.document.passages.filter((passage) => !known.has(passage))).toHaveLength(1);
  });
});

describe('changeBetween', () => {
  it.each([
    ['甲乙丙', '甲乙丙', { start: 3, end: 3, delta: 0 }],
    ['甲乙丙', '甲丁丙', { start: 1, end: 2, delta: 0 }],
    ['甲甲', '甲甲甲', { start: 2, end: 2, delta: 1 }],
    ['甲甲甲', '甲', { start: 1, end: 3, delta: -2 }],
    ['', '甲', { start: 0, end: 0, delta: 1 }],
  ])('of %s and %s', (old, text, change) => {
    expect(changeBetween(old, text)).toEqual(change);
  });
});
