import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { checkDocument } from '../../server/core/check.ts';
import { readDocument } from '../../server/core/document.ts';
import type { Finding, Range } from '../../server/core/finding.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

const folder = join(import.meta.dirname, 'moxi');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const vocabulary = vocabularyWith([]);
const baseline = new Baseline(factsOfText('上年报告', read('report-2025.txt'), vocabulary));
const findingsOn = (text: string): Finding[] => checkDocument(readDocument(text, vocabulary), baseline, rules).findings;

const clean = findingsOn(read('draft-2026-clean.txt'));
const saidOfClean = new Set(clean.map(({ rule, message }) => `${rule} ${message}`));
const faulty = read('draft-2026-faulty.txt');
const lines = faulty.split('\n');
const findings = findingsOn(faulty).filter(({ rule, message }) => !saidOfClean.has(`${rule} ${message}`));

interface Plant {
  line: number;
  start: number;
  end: number;
  wrong: string;
  rules: string[];
}

const plants: Plant[] = read('expected.jsonl')
  .trim()
  .split('\n')
  .map((row) => JSON.parse(row));

/** The sentence or clause that a plant stands in. */
const clauseOf = ({ line, start, end }: Plant): Range => {
  const from = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
  const text = lines[line - 1] as string;
  const before = Math.max(...[...'。；！？'].map((mark) => text.lastIndexOf(mark, start - 1)));
  const after = text.slice(end).search(/[。；！？]/);
  return { start: from + before + 1, end: from + (after < 0 ? text.length : end + after) };
};

const naming = (plant: Plant): string[] => {
  const clause = clauseOf(plant);
  const touches = ({ start, end }: Range): boolean => start < clause.end && end > clause.start;
  const named = findings.filter(
    ({ rule, range, related }) => plant.rules.includes(rule) && [range, ...related.flatMap((place) => place.range ?? [])].some(touches),
  );
  return [...new Set(named.map(({ rule }) => rule))];
};

describe('a second region and year, held against its own report of the year before', () => {
  it('each planted mistake is named as a person has read and approved', async () => {
    const table = plants.map((plant) => `${plant.line} ${plant.wrong} · ${plant.rules[0]} · ${naming(plant).join(' ') || '未报'}`);
    await expect(`${table.join('\n')}\n`).toMatchFileSnapshot('moxi/draft-2026-faulty.named.txt');
    expect(plants.filter((plant) => naming(plant).length > 0).length / plants.length).toBeGreaterThanOrEqual(0.9);
  });

  it('says nothing of the draft without mistakes', () => {
    expect(clean.map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)).toEqual([]);
  });
});
