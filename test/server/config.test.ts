import { expect, it } from 'vitest';
import { parseConfig } from '../../server/config.ts';
import { readDocument } from '../../server/core/document.ts';
import { vocabularyWith } from '../../server/project.ts';
import { inBoth } from '../in-both.ts';

const claimsWith = (config: string, sentence: string): (string | undefined)[] => {
  const { indicators } = parseConfig(config).config;
  const text = `政府工作报告\n\n一、2024年工作回顾\n\n${sentence}`;
  return readDocument(text, vocabularyWith(indicators)).passages.flatMap(({ claims }) => claims.map(({ indicator }) => indicator?.id));
};

it('an entry of a known id adds names to the catalogue and keeps the rest', () => {
  const config = '{ "indicators": [{ "id": "retail-sales", "aliases": ["社销总额"] }] }';
  expect(parseConfig(config).problems).toEqual([]);
  expect(claimsWith(config, '社销总额312亿元，社会消费品零售总额增长5%。')).toEqual(['retail-sales', 'retail-sales']);
  expect(claimsWith('{}', '社销总额312亿元。')).toEqual([undefined]);
  const retail = vocabularyWith(parseConfig(config).config.indicators).byId.get('retail-sales');
  expect(retail).toMatchObject({ name: '社会消费品零售总额', department: '统计局' });
});

it('an indicator of the region itself is known by all its names', () => {
  const config = '{ "indicators": [{ "id": "oyster", "name": "牡蛎养殖面积", "abbreviations": ["蚝田"], "units": ["亩"] }] }';
  expect(claimsWith(config, '牡蛎养殖面积3.2万亩，蚝田增加200亩。')).toEqual(['oyster', 'oyster']);
});

it('bad entries are named, the others hold', () => {
  const { config, problems } = parseConfig(
    '{ "indicators": [{ "name": "无编号" }, { "id": "new-one" }, { "id": "gdp", "aliases": "生产总额" }, { "id": "gdp", "aliases": ["区内总值"] }] }',
  );
  expect(problems).toEqual([
    inBoth('heshu.json：indicators 第1项要有 id'),
    inBoth('heshu.json：indicators 第2项要有 name、units（目录里已有的指标只写 id 和要改的）'),
    inBoth('heshu.json：indicators 第3项的 aliases 应为字符串列表'),
  ]);
  expect(config.indicators.map(({ id }) => id)).toEqual(['gdp']);
});

it('a name that every object knows is no setting', () => {
  const { config, problems } = parseConfig('{ "constructor": 1, "__proto__": { "region": "甲" }, "toString": "", "region": "云溪区" }');
  expect(problems).toEqual([inBoth('heshu.json：不认识的设置 constructor'), inBoth('heshu.json：不认识的设置 toString')]);
  expect(config.region).toBe('云溪区');
});
