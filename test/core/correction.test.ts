import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { type CorrectionRow, canBeRevised, misreadRow, revisionRow, withCorrection } from '../../server/core/baseline/correction.ts';
import type { Fact } from '../../server/core/baseline/fact.ts';
import { factColumns, parseFacts } from '../../server/core/baseline/fact-file.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

const vocabulary = vocabularyWith([]);
const facts = factsOfText('上年报告', readFileSync(join(import.meta.dirname, '../documents/moxi/report-2025.txt'), 'utf8'), vocabulary);

const parsed = (...rows: CorrectionRow[]): Fact[] => {
  const { facts: read, problems } = parseFacts([factColumns, ...rows], [facts[0]!.source], vocabulary, { correction: true });
  expect(problems).toEqual([]);
  return read;
};

describe('a row that corrects a fact', () => {
  it('takes the place of any fact of a report, as it stands and revised', () => {
    expect(facts.length).toBeGreaterThan(100);
    for (const fact of facts) {
      const [misread] = parsed(misreadRow(fact)) as [Fact];
      expect(misread.claim.values, fact.evidence).toEqual(fact.claim.values);
      const held = new Baseline([...facts, misread]);
      expect(held.superseded, fact.evidence).toContain(fact);
      expect(held.facts, fact.evidence).toContain(misread);
      if (!canBeRevised(fact)) continue;
      const row = revisionRow(fact, { value: '3', paper: '决算报告', by: '财政局', on: '2026-01-12' });
      const [revised] = parsed(row!) as [Fact];
      const after = new Baseline([...facts, revised]);
      expect(after.superseded, fact.evidence).toContain(fact);
      expect([revised.claim.values, revised.claim.unit], fact.evidence).toEqual([[3], fact.claim.unit]);
    }
  });

  it('reads what is typed: unit or not, full width, a sign', () => {
    const fact = facts.find(({ claim }) => claim.unit === '亿元' && claim.kind === 'level')!;
    const cells = (value: string): (string | undefined)[] => {
      const row = revisionRow(fact, { value, paper: '《决算》', by: '财政局', on: '2026-01-12' });
      return ['low', 'unit', 'printed', 'confirmed'].map((name) => row?.[factColumns.indexOf(name as 'low')]);
    };
    expect(cells('249.6')).toEqual(['249.6', '亿元', '249.6亿元', '财政局 2026-01-12']);
    expect(cells(' ２４９．６亿元 ')).toEqual(['249.6', '亿元', '249.6亿元', '财政局 2026-01-12']);
    expect(cells('2496000万元')).toEqual(['2496000', '万元', '2496000万元', '财政局 2026-01-12']);
    expect(cells('-3')[0]).toBe('-3');
    for (const value of ['', '多', '3公里', '3亿元多']) expect(cells(value)[0], value).toBeUndefined();
  });
});

describe('a file of corrections', () => {
  const row = misreadRow(facts[0]!);
  it('begins with all columns, and holds each row once', () => {
    const first = withCorrection([], row, 'keep')!;
    expect(first).toEqual({ rows: [[...factColumns], row], at: 1 });
    expect(withCorrection(first.rows, row, 'keep')).toEqual(first);
  });

  it('keeps the order of its columns and blank rows out of the way', () => {
    const { rows, at } = withCorrection([['period', 'low', 'name'], ['2023', '1', '利润'], ['']], row, 'replace')!;
    expect(rows[0]!.slice(0, 3)).toEqual(['period', 'low', 'name']);
    expect([rows[1], at]).toEqual([['2023', '1', '利润'], 2]);
  });

  it('that is no table of facts is left alone', () => {
    expect(withCorrection([['序号', '说明']], row, 'replace')).toBeUndefined();
  });
});
