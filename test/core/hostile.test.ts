import { Session } from 'node:inspector';
import { describe, expect, it } from 'vitest';
import { hostile } from '../../scripts/bench/documents.mjs';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { checkDocument } from '../../server/core/check.ts';
import { readDocument } from '../../server/core/document.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { vocabularyWith } from '../../server/project.ts';

const length = 10_000;
const vocabulary = vocabularyWith([]);
const baseline = new Baseline([]);

/** How many functions of ours are called by a check: work counted, not timed. */
const callsOf = (text: string): number => {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  checkDocument(readDocument(text, vocabulary), baseline, rules).coverage;
  let calls = 0;
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    for (const { url, functions } of result)
      if (url.includes('/server/')) for (const { ranges } of functions) calls += ranges[0]?.count ?? 0;
  });
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  return calls;
};

describe('twice a line as no one writes it takes twice the work', () => {
  const [short, long] = [hostile(length), hostile(2 * length)];

  it.each(Object.keys(short))('%s', (kind) => {
    const calls = callsOf(short[kind] as string);
    expect(calls).toBeGreaterThan(length / 10);
    expect(callsOf(long[kind] as string)).toBeLessThan(2.2 * calls);
  });

  it('a report many times over', () => {
    const report =
      '一、2024年工作回顾\n财政总收入262亿元，增长4.8%。新增停车泊位2000个，上年为1500个。成本减少2倍，其中5个项目在6个月内完成。\n';
    const calls = callsOf(report.repeat(150));
    expect(calls).toBeGreaterThan(100 * report.length);
    expect(callsOf(report.repeat(300))).toBeLessThan(2.2 * calls);
  });
});
