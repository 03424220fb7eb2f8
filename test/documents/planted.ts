import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { checkDocument } from '../../server/core/check.ts';
import { readDocument } from '../../server/core/document.ts';
import type { Finding, Range } from '../../server/core/finding.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

/** A folder of composed documents: last year's report, a draft without mistakes, and the same with planted ones. */
export interface PlantedSet {
  folder: string;
  report: string;
  clean: string;
  faulty: string;
  /** The least share of plants that one of their own rules names. */
  named: number;
}

interface Plant {
  line: number;
  start: number;
  end: number;
  wrong: string;
  rules: string[];
}

/** Holds a draft against its own region's report alone: which plants are named, and silence where there is none. */
export const holdsPlants = ({ folder, report, clean, faulty, named }: PlantedSet): void => {
  const read = (name: string): string => readFileSync(join(import.meta.dirname, folder, name), 'utf8');
  const vocabulary = vocabularyWith([]);
  const baseline = new Baseline(factsOfText('上年报告', read(report), vocabulary));
  const findingsOn = (name: string): Finding[] => checkDocument(readDocument(read(name), vocabulary), baseline, rules).findings;
  const onClean = findingsOn(clean);
  const saidOfClean = new Set(onClean.map(({ rule, message }) => `${rule} ${message}`));
  const findings = findingsOn(faulty).filter(({ rule, message }) => !saidOfClean.has(`${rule} ${message}`));
  const lines = read(faulty).split('\n');
  const plants: Plant[] = read('expected.jsonl')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row));
  const namesOf = (plant: Plant): string[] => naming(findings, plant, clauseOf(lines, plant));

  it('each planted mistake is named as a person has read and approved', async () => {
    const table = plants.map((plant) => `${plant.line} ${plant.wrong} · ${plant.rules[0]} · ${namesOf(plant).join(' ') || '未报'}`);
    await expect(`${table.join('\n')}\n`).toMatchFileSnapshot(`${folder}/${faulty.replace('.txt', '.named.txt')}`);
    expect(plants.filter((plant) => namesOf(plant).length > 0).length / plants.length).toBeGreaterThanOrEqual(named);
  });

  it('says nothing of the draft without mistakes', () => {
    expect(onClean.map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)).toEqual([]);
  });
};

/** The sentence or clause that a plant stands in. */
const clauseOf = (lines: readonly string[], { line, start, end }: Plant): Range => {
  const from = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
  const text = lines[line - 1] as string;
  const before = Math.max(...[...'。；！？'].map((mark) => text.lastIndexOf(mark, start - 1)));
  const after = text.slice(end).search(/[。；！？]/);
  return { start: from + before + 1, end: from + (after < 0 ? text.length : end + after) };
};

/** The rules of a plant's own that a finding in its clause, or one that relates to it, is of. */
const naming = (findings: readonly Finding[], plant: Plant, clause: Range): string[] => {
  const touches = ({ start, end }: Range): boolean => start < clause.end && end > clause.start;
  const named = findings.filter(
    ({ rule, range, related }) => plant.rules.includes(rule) && [range, ...related.flatMap((place) => place.range ?? [])].some(touches),
  );
  return [...new Set(named.map(({ rule }) => rule))];
};
