import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatTable } from '../../server/cli/formats/table.ts';
import { readXlsx } from '../../server/readers/xlsx.ts';
import { docxOf } from '../readers/docx-file.ts';
import { heshuIn } from '../terminal.ts';

let folder: string;

const report = (year: number, ...sentences: string[]): string =>
  [
    '政府工作报告',
    `${year}年1月10日在青川县第九届人民代表大会第三次会议上`,
    `一、${year - 1}年工作回顾`,
    ...sentences.slice(0, -1),
    `二、${year}年工作安排`,
    sentences.at(-1),
  ].join('\n');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-outputs-'));
  await writeFile(join(folder, '稿.txt'), report(2025, '财政总收入26.2亿元，增长4.8%。', '新增停车泊位2100个。', '财政总收入增长5%。'));
  await heshuIn(folder, 'check', '稿.txt');
  await writeFile(join(folder, '上年.txt'), report(2024, '财政总收入24.8亿元，增长7.5%。', '新增停车泊位2000个，财政总收入增长5%。'));
  await heshuIn(folder, 'import', '上年.txt', '--out', '基期/上年.csv');
});
afterAll(() => rm(folder, { recursive: true }));

const heshu = (...args: string[]) => heshuIn(folder, ...args);
const bytesOf = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(folder, name)));

describe('files that commands write', () => {
  it('commitments: a workbook, by the ending of --out', async () => {
    expect((await heshu('commitments', '稿.txt', '--out', '出/目标.xlsx')).err).toBe('已写入 出/目标.xlsx\n');
    const [sheet] = readXlsx(await bytesOf('出/目标.xlsx'));
    expect(sheet?.rows.slice(0, 2)).toEqual([
      ['序号', '上年目标', '目标值', '出处', '本稿', '位置', '完成', '结果'],
      ['1', '新增停车泊位', '2000个', '2024年报告“二”第1段', '2100个', '“一”第2段', '105.0%', '超额'],
    ]);
  });

  it('never take the place of a file unless told so, and leave nothing half done', async () => {
    await writeFile(join(folder, '已有.md'), '别人的');
    const names = await readdir(folder);
    const refused = await heshu('commitments', '稿.txt', '--out', '已有.md');
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('已有.md 已经有了：请换个名字，或加 --force 覆盖');
    expect(await readFile(join(folder, '已有.md'), 'utf8')).toBe('别人的');
    expect((await heshu('commitments', '稿.txt', '--out', '已有.md', '--force')).status).toBe(0);
    expect(await readFile(join(folder, '已有.md'), 'utf8')).toContain('| 1 | 新增停车泊位 |');
    expect((await heshu('commitments', '稿.txt', '--out', '基期')).err).toContain('是文件夹');
    expect((await heshu('commitments', '稿.txt', '--format', 'xlsx')).err).toContain('--format xlsx 要用 --out');
    expect(await readdir(folder)).toEqual(names);
  });

  it('check: the draft as a Word document with comments, its own where it is one', async () => {
    const text = await readFile(join(folder, '稿.txt'), 'utf8');
    await writeFile(join(folder, '稿.docx'), docxOf(text));
    for (const name of ['稿.docx', '稿.txt']) {
      const { status, err } = await heshu('check', name, '--out', `批注-${name}.docx`, '--index');
      expect([status, err]).toEqual([0, `已写入 批注-${name}.docx\n`]);
      const parts = unzipSync(await bytesOf(`批注-${name}.docx`));
      const comments = strFromU8(parts['word/comments.xml'] as Uint8Array);
      expect(comments).toContain('财政总收入26.2亿元、增长4.8%：两数对不上');
      expect(comments).toContain('规则 growth-rate');
      // A check of what was written finds the same, and nothing in the index.
      const [before, after] = [
        await heshu('check', name, '--format', 'json'),
        await heshu('check', `批注-${name}.docx`, '--format', 'json'),
      ];
      const keys = (json: string): string[] => JSON.parse(json).files[0].findings.map(({ key }: { key: string }) => key);
      expect(keys(after.out)).toEqual(keys(before.out));
    }
    expect((await heshu('check', '稿.docx', '稿.txt', '--format', 'docx', '--out', '两份.docx')).err).toContain('一次只能写一份');
    await writeFile(join(folder, '坏.docx'), (await bytesOf('稿.docx')).subarray(0, 900));
    const broken = await heshu('check', '坏.docx', '--out', '坏批注.docx');
    expect([broken.status, broken.err]).toEqual([2, '坏.docx：文件不完整或已损坏，请用 Word 或 WPS 打开后另存一份再核\n']);
    expect(await readdir(folder)).not.toContain('坏批注.docx');
    expect((await heshu('check', '稿.docx', '--out', '稿.docx')).err).toContain('已经有了');
  });
});

it('a cell of a CSV text that a spreadsheet would take for a formula is none; numbers stay as they are', () => {
  const csv = formatTable('csv', ['=头'], [['=HYPERLINK("x")'], ['@甲'], ['-3.2'], ['+4.8%'], ['-3亿元']]);
  expect(csv.replace('\ufeff', '').split('\r\n')).toEqual(['=头', '"\'=HYPERLINK(""x"")"', "'@甲", '-3.2', '+4.8%', "'-3亿元"]);
});
