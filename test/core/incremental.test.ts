import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { type CheckResult, checkDocument } from '../../server/core/check.ts';
import { type PolicyDocument, readDocument } from '../../server/core/document.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { changeBetween } from '../../server/core/text/change.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';
import { documents, edit, moxi } from './edits.ts';

const vocabulary = vocabularyWith([]);
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
  const { blocks, passages: read, kept: _, ...origin } = outline;
  return {
    origin,
    passages: passages.map(({ passage }) => ({ ...passage, block: undefined, start: passage.start, end: passage.end })),
    count: read.length,
    blocks: blocks.map(({ passages: _, ...block }) => block),
  };
};

describe('a check after an edit', () => {
  it(
    'says what a fresh check of the text says, whatever the edits',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 6 }), (document, edits) => {
          const texts = [document];
          let result = checked(document);
          for (const change of edits) {
            const text = change(texts.at(-1) as string, texts);
            texts.push(text);
            result = checked(text, result);
            expect(told(result)).toEqual(told(checked(text)));
          }
        }),
        { numRuns: Number(process.env.HESHU_RUNS ?? 150) },
      );
    },
    Number(process.env.HESHU_RUNS ?? 0) * 200 + 240_000,
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
