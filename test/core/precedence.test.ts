import { describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import type { Fact } from '../../server/core/baseline/fact.ts';
import { parseFacts } from '../../server/core/baseline/fact-file.ts';
import { readSheet } from '../../server/core/sheets/read-sheet.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

const vocabulary = vocabularyWith([]);
const paper = factsOfText('上年报告', '青川县2024年政府工作报告\n\n一、2023年工作回顾\n\n财政总收入248亿元，增长7.5%。', vocabulary, {
  region: '青川县',
  year: 2024,
});

/** The rows of a fact file; `correction` as of a file called 更正. */
const rows = (text: string, correction = false): Fact[] =>
  parseFacts(
    text.split('\n').map((line) => line.split(',')),
    [...new Set(paper.map(({ source }) => source))],
    vocabulary,
    { correction },
  ).facts;

const sheet = (name: string, title: string, level: string): Fact[] =>
  readSheet({ name, rows: [[title], ['指标', '单位', '本年数'], ['财政总收入', '亿元', level]] }, vocabulary, { year: 2024 })?.facts ?? [];

const held = (baseline: Baseline): string[] => baseline.facts.map(({ printed }) => printed);
const replaced = (baseline: Baseline): string[] => baseline.superseded.map(({ printed }) => printed);

describe('a corrected row', () => {
  it('replaces what a machine read in the same paper, and nothing else of it', () => {
    const baseline = new Baseline([
      ...paper,
      ...rows('region,name,low,unit,period,source\n青川县,财政总收入,249,亿元,2023,上年报告', true),
    ]);
    expect(held(baseline)).toEqual(['249亿元', '7.5%']);
    expect(replaced(baseline)).toEqual(['248亿元']);
  });

  it('may name the fact by its id where the indicator was misread', () => {
    const id = paper[0]?.id;
    const baseline = new Baseline([
      ...paper,
      ...rows(`id,region,name,low,unit,period,source\n${id},青川县,一般公共预算收入,248,亿元,2023,上年报告`, true),
    ]);
    expect(baseline.facts.map(({ claim, printed }) => `${claim.name}${printed}`)).toEqual(['一般公共预算收入248亿元', '财政总收入7.5%']);
  });

  it('of no paper in particular comes before all papers', () => {
    const baseline = new Baseline([...paper, ...rows('region,name,low,unit,period\n青川县,财政总收入,249,亿元,2023', true)]);
    expect(held(baseline)).toEqual(['249亿元', '248亿元', '7.5%']);
  });

  it('confirmed in a fact file counts likewise', () => {
    const baseline = new Baseline([
      ...paper,
      ...rows('region,name,low,unit,period,source,confirmed\n青川县,财政总收入,249,亿元,2023,上年报告,某科 2025-01-10'),
    ]);
    expect(held(baseline)).toEqual(['249亿元', '7.5%']);
  });
});

describe('of several versions of a sheet', () => {
  it('the newest counts, the older ones stay as history', () => {
    const baseline = new Baseline([
      ...sheet('b.csv', '2024年数据（2025年1月8日）', '261'),
      ...sheet('a.csv', '2024年数据（2025年1月12日）', '262'),
      ...sheet('c.csv', '2024年数据（2025年1月10日）', '260'),
    ]);
    expect(held(baseline)).toEqual(['262亿元']);
    expect(replaced(baseline).sort()).toEqual(['260亿元', '261亿元']);
  });

  it('without dates nobody knows which is newer', () => {
    const baseline = new Baseline([...sheet('b.csv', '数据', '261'), ...sheet('a.csv', '数据', '262')]);
    expect(held(baseline)).toEqual(['261亿元', '262亿元']);
  });
});

it('a sheet that names no region is the draft’s own, and a report of its year is left out', () => {
  const all = new Baseline([...paper, ...sheet('a.csv', '2024年数据', '262')]);
  const { baseline, leftOut } = all.of('青川县', 2024);
  expect(baseline.facts.map(({ region, printed }) => `${region}${printed}`)).toEqual(['青川县262亿元']);
  expect(leftOut.map(({ id }) => id)).toEqual(['上年报告']);
  expect(all.of('青川县', 2024)).toBe(all.of('青川县', 2024));
});
