import { expect, it } from 'vitest';
import { factColumns } from '../../server/core/baseline/fact-file.ts';
import { readMaterials } from '../../server/materials.ts';
import { vocabularyWith } from '../../server/project.ts';
import { MemoryFiles } from './client.ts';

const folder = 'file:///w/基期';
/** As many arguments of one call would overflow the stack. */
const rows = 150_000;
const fact: Record<string, string> = {
  region: '云溪区',
  name: '户数',
  kind: 'level',
  low: '5',
  high: '5',
  printed: '5户',
  unit: '户',
  bound: 'exact',
  period: '2023',
  status: 'actual',
  source: '表',
};
const factRow = `${factColumns.map((column) => fact[column] ?? '').join(',')}\n`;

it.each([
  ['a fact file', '事实.csv', `${factColumns.join(',')}\n${factRow.repeat(rows)}`, rows],
  ['a data sheet', '表.csv', `云溪区2023年主要指标\n指标,单位,本年数\n财政总收入,亿元,262\n${',,\n'.repeat(rows)}`, 1],
])(
  '%s of 150,000 rows is read like any other',
  async (_, name, content, count) => {
    const { facts } = await readMaterials(new MemoryFiles({ [`${folder}/${name}`]: content }), folder, '基期', vocabularyWith([]));
    expect(facts).toHaveLength(count);
  },
  30_000,
);
