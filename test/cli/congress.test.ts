import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf } from '../readers/docx-file.ts';
import { c, row, xlsx } from '../readers/xlsx-file.ts';
import { heshuIn } from '../terminal.ts';

let folder: string;
const heshu = (...args: string[]) => heshuIn(folder, ...args);
const put = (name: string, ...lines: string[]): Promise<void> =>
  writeFile(join(folder, name), name.endsWith('.docx') ? docxOf(lines.join('\n')) : lines.join('\n'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-congress-'));
  await mkdir(join(folder, '大会'));
  await put(
    '大会/工作报告.txt',
    '青川县政府工作报告',
    '2025年1月10日在青川县第九届人民代表大会第三次会议上',
    '一、2024年工作回顾',
    '财政总收入26.2亿元，增长4.8%。固定资产投资增长8.1%。',
    '二、2025年工作安排',
    '财政总收入增长5%。',
  );
  await put(
    '大会/计划报告.docx',
    '关于青川县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告',
    '2025年1月10日在青川县第九届人民代表大会第三次会议上',
    '一、2024年计划执行情况',
    '财政总收入达26.18亿元，增长4.8%。固定资产投资增长8.4%。',
    '二、2025年计划安排',
    '财政总收入增长6.5%。',
  );
  await put('大会/附表.csv', '指标,数值');
  await put(
    '上年.txt',
    '青川县政府工作报告',
    '2024年1月10日在青川县第九届人民代表大会第二次会议上',
    '一、2023年工作回顾',
    '固定资产投资增长9%。',
  );
});
afterAll(() => rm(folder, { recursive: true }));

interface Shown {
  path: string;
  findings: { rule: string; message: string; line: number; related: { uri?: string; line: number }[] }[];
}
const restatements = async (...args: string[]) => {
  const { files } = JSON.parse((await heshu('check', ...args, '--format', 'json')).out) as { files: Shown[] };
  return files.map(({ path, findings }) => ({ path, found: findings.filter(({ rule }) => rule === 'restatement') }));
};

describe('several papers of one congress', () => {
  it('say the same of the same thing; each finding leads to the other paper', async () => {
    const [work, plan] = await restatements('大会');
    expect([work?.path, plan?.path]).toEqual(['大会/工作报告.txt', '大会/计划报告.docx']);
    expect(work?.found.map(({ message }) => message)).toEqual([
      '2024年固定资产投资8.1%：另一份材料为8.4%\n《关于青川县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告》“一”第1段写的是8.4%，同一指标、同一时期\n请核以何者为准；若口径不同，请写明',
      '2025年财政总收入5%：另一份材料为6.5%\n《关于青川县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告》“二”第1段写的是6.5%，同一指标、同一时期\n请核以何者为准；若口径不同，请写明',
    ]);
    expect(work?.found[0]?.related).toEqual([
      expect.objectContaining({ uri: '%E5%A4%A7%E4%BC%9A/%E8%AE%A1%E5%88%92%E6%8A%A5%E5%91%8A.docx', line: 4 }),
    ]);
    expect(plan?.found.map(({ line }) => line)).toEqual([4, 6]);
  });

  it('are no two versions of one paper, none of another year, and may be left in peace', async () => {
    await put('大会/工作报告改.txt', '青川县政府工作报告', '2025年1月10日', '一、2024年工作回顾', '固定资产投资增长8.9%。');
    const [first, second] = await restatements('大会/工作报告.txt', '大会/工作报告改.txt');
    expect([first?.found, second?.found]).toEqual([[], []]);
    const [, older] = await restatements('大会/计划报告.docx', '上年.txt');
    expect(older?.found).toEqual([]);
    await rm(join(folder, '大会/工作报告改.txt'));
    const [silent] = await restatements('大会', '--rule', 'restatement=off');
    expect(silent?.found).toEqual([]);
    expect((await heshu('check', '大会')).status).toBe(1);
    expect((await heshu('check', '大会', '--rule', 'restatement=hint', '--fail-on', 'error')).status).toBe(0);
  });

  it('and what a paper’s own tables say, whatever the unit and the column', async () => {
    const lines = (grain: string): string[] => [
      '青川县政府工作报告',
      '2025年1月10日在青川县第九届人民代表大会第三次会议上',
      '一、2024年工作回顾',
      `粮食总产量${grain}万吨，增长2.1%。财政总收入26.2亿元，上年24.8亿元。实际利用外资1.2亿美元。`,
      '附件2',
      '2024年主要指标',
      '指标\t单位\t2024年\t2023年\t增速',
      '粮食总产量\t万吨\t33.0\t32.3\t2.1',
      '财政总收入\t万元\t262000\t247600\t5.8',
      '进出口总额\t亿元\t74.5\t70.1\t6.3',
    ];
    await mkdir(join(folder, '附表'));
    await put('附表/稿.txt', ...lines('30'));
    const [own] = await restatements('附表/稿.txt');
    expect(own?.found).toEqual([
      expect.objectContaining({
        message:
          '2024年粮食总产量30万吨：与附表33.0万吨不一致\n附表《2024年主要指标》第2行写的是33.0万吨，同一指标、同一时期\n请核以何者为准；若口径不同，请写明',
        line: 4,
        related: [expect.objectContaining({ line: 8 })],
      }),
    ]);
    await put('附表/稿.txt', ...lines('33'));
    expect((await restatements('附表/稿.txt'))[0]?.found).toEqual([]);
    const plan = [
      '关于青川县2024年国民经济和社会发展计划执行情况的报告',
      '2025年1月10日',
      '一、2024年计划执行情况',
      '进出口总额73.5亿元。',
    ];
    await put('附表/计划报告.txt', ...plan);
    const [, found] = await restatements('附表');
    expect(found?.found.map(({ message, related }) => [message.split('\n')[0], related[0]?.line])).toEqual([
      ['2024年进出口总额73.5亿元：与附表74.5亿元不一致', 10],
    ]);
  });

  it('and what tables and notes beside them say, as files of their own', async () => {
    await mkdir(join(folder, '另附'));
    await put(
      '另附/稿.txt',
      '青川县政府工作报告',
      '2025年1月10日在青川县第九届人民代表大会第三次会议上',
      '一、2024年工作回顾',
      '粮食总产量30万吨，财政总收入26.2亿元。新开工保障性租赁住房3000套。',
      '二、2025年工作安排',
      '财政总收入增长5%。',
    );
    await put('另附/名词解释.docx', '名词解释', '1.保障性租赁住房：2024年新开工保障性租赁住房3200套。');
    const rows = [
      ['附表1：主要指标完成情况'],
      ['指标', '单位', '2024年完成', '2025年预期增长（%）'],
      ['粮食总产量', '万吨', '33', ''],
      ['财政总收入', '亿元', '26.2', '6'],
    ];
    const cells = rows.map((texts, i) =>
      row(
        i + 1,
        texts.map((text, column) => c(`${'ABCD'[column]}${i + 1}`, text)),
      ),
    );
    await writeFile(join(folder, '另附/附表.xlsx'), xlsx([{ name: '表一', rows: cells.join('') }]));
    const found = async (...args: string[]) => {
      const papers = await restatements(...args);
      const draft = papers.find(({ path }) => path.endsWith('稿.txt'));
      return draft?.found.map(({ message, related }) => [...message.split('\n').slice(0, 2), related[0]?.line]);
    };
    const tabled = [
      ['2024年粮食总产量30万吨：与附表33万吨不一致', '附表.xlsx《附表1:主要指标完成情况》第3行写的是33万吨，同一指标、同一时期', 3],
      ['2025年财政总收入5%：与附表6%不一致', '附表.xlsx《附表1:主要指标完成情况》第4行写的是6%，同一指标、同一时期', 4],
    ];
    const noted = ['2024年保障性租赁住房3000套：另一份材料为3200套', '《名词解释》“1”第1段写的是3200套，同一指标、同一时期', 2];
    expect(await found('另附')).toEqual([tabled[0], noted, tabled[1]]);
    expect(await found('另附/稿.txt', '另附/附表.xlsx')).toEqual(tabled);
    expect((await heshu('check', '另附/稿.txt', '另附/附表.xlsx')).out).toContain('一致1 ');
    // Our own worksheet is no table of the congress; one without heads says so; one that is broken is an error.
    await heshu('worksheet', '另附/稿.txt', '--out', '另附/核数单.xlsx');
    await put('另附/附件3.csv', '单位,电话', '财政局,1234');
    expect(await found('另附')).toEqual([tabled[0], noted, tabled[1]]);
    expect((await heshu('check', '另附')).err).toBe('附件3.csv：表头里看不出“指标”和数值两栏，没有与文稿核对\n');
    await writeFile(join(folder, '另附/附表.xlsx'), xlsx([{ name: '表一', rows: '' }]).subarray(0, 200));
    const broken = await heshu('check', '另附');
    expect([broken.status, broken.err]).toEqual([2, expect.stringMatching(/附表\.xlsx：文件不完整或已损坏/)]);
  });
});
