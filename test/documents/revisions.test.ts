import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxOf } from '../readers/docx-file.ts';
import { heshuIn } from '../terminal.ts';

// Two revisions of a whole report, as a night brings them: the first with slips, the second with edits of every kind.
const papers = join(import.meta.dirname, 'moxi');

const slips: [right: string, wrong: string][] = [
  ['第三产业增加值86.6亿元', '第三产业增加值83.6亿元'],
  ['合计214件', '合计224件'],
];

const edits: [from: string, to: string][] = [
  // Mended.
  ['第三产业增加值83.6亿元', '第三产业增加值86.6亿元'],
  // The bureau's last word, put in at one place of two.
  ['一般公共预算收入12.21亿元、增长5.1%', '一般公共预算收入12.35亿元、增长5.1%'],
  // Put in everywhere but where the review judges by it.
  ['社会消费品零售总额67.9亿元、增长5.8%', '社会消费品零售总额68.1亿元、增长6.1%'],
  ['由52.3亿元增加到67.9亿元', '由52.3亿元增加到68.1亿元'],
  // Another target.
  ['主要预期目标为：地区生产总值增长5.5%左右', '主要预期目标为：地区生产总值增长5%左右'],
  // A sentence taken out, another put in.
  ['2025年9月28日，墨栾高速墨溪段24公里建成通车，全县高速公路通车里程达到82公里；', ''],
  ['乡村振兴实绩考核连续4年保持全市前三。', '新建口袋公园12个。乡村振兴实绩考核连续4年保持全市前三。'],
  // Words only: moved, turned, written otherwise.
  ['居民消费价格上涨0.1%。', ''],
  ['社会消费品零售总额68.1亿元、增长6.1%', '居民消费价格上涨0.1%。社会消费品零售总额68.1亿元、增长6.1%'],
  ['新建高标准农田1.8万亩', '新建成高标准农田18000亩'],
  ['全年达到61.2亿元、增长8.7%', '全年到位61.2亿元，比上年增长8.7%'],
  ['今年全县经济社会发展', '2026年全县经济社会发展'],
];

const edited = (text: string, changes: readonly [string, string][]): string =>
  changes.reduce((result, [from, to]) => {
    expect(result.split(from), from).toHaveLength(2);
    return result.replace(from, to);
  }, text);

let folder: string;
const diff = async (before: string, after: string): Promise<string> =>
  (await heshuIn(folder, 'diff', before, after, '--baseline', '基期', '--format', 'md')).out;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-revisions-'));
  const clean = await readFile(join(papers, 'draft-2026-clean.txt'), 'utf8');
  const old = edited(clean, slips);
  const current = edited(old, edits);
  await heshuIn(folder, 'import', join(papers, 'report-2025.txt'), '--out', '基期/上年.csv');
  await writeFile(join(folder, '一稿.txt'), old);
  await writeFile(join(folder, '二稿.txt'), current);
  await writeFile(join(folder, '一稿.docx'), docxOf(old));
  await writeFile(join(folder, '二稿.docx'), docxOf(current));
});
afterAll(() => rm(folder, { recursive: true }));

it('what changed between two revisions, with what each change leaves behind', async () => {
  await expect(await diff('一稿.txt', '二稿.txt')).toMatchFileSnapshot('moxi/revisions.diff.md');
});

it('is the same of Word documents, and of one against a text', async () => {
  const text = await diff('一稿.txt', '二稿.txt');
  expect(await diff('一稿.docx', '二稿.docx')).toBe(text);
  expect(await diff('一稿.docx', '二稿.txt')).toBe(text);
});
