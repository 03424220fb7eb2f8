import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf } from '../readers/docx-file.ts';
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
      '2024年固定资产投资8.1%：与另一份材料8.4%不一致\n《关于青川县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告》“一”第1段写的是8.4%，同一指标、同一时期\n请核以何者为准；若口径不同，请写明',
      '2025年财政总收入5%：与另一份材料6.5%不一致\n《关于青川县2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告》“二”第1段写的是6.5%，同一指标、同一时期\n请核以何者为准；若口径不同，请写明',
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
});
