import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxOf } from '../readers/docx-file.ts';
import { heshuIn } from '../terminal.ts';

let folder: string;
const heshu = (...args: string[]) => heshuIn(folder, ...args);
const draft = (...sentences: string[]): string =>
  ['青川县政府工作报告', '2025年1月10日', '一、2024年工作回顾', ...sentences.slice(0, 3), '二、2025年工作安排', ...sentences.slice(3)].join(
    '\n',
  );
const old = draft(
  '财政总收入26.2亿元，增长4.8%。新增停车泊位2100个。',
  '全县财政总收入达26.2亿元，城镇登记失业率2.9%。',
  '粮食总产量30万吨，其中水稻32万吨。',
  '新建口袋公园12个。',
);
const current = draft(
  '财政总收入26.5亿元，增长4.8%。新增停车泊位2100个。引进项目33个。',
  '全县财政总收入达26.2亿元。',
  '粮食总产量33万吨，其中水稻32万吨。',
  '新建口袋公园12个。',
);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-diff-'));
  await writeFile(join(folder, '旧.txt'), old);
  await writeFile(join(folder, '新.docx'), docxOf(current));
});
afterAll(() => rm(folder, { recursive: true }));

describe('heshu diff', () => {
  it('names what was changed, where the old value still stands, and what hangs on it', async () => {
    const { out, status } = await heshu('diff', '旧.txt', '新.docx', '--format', 'json');
    expect(status).toBe(0);
    const { changed, added, gone } = JSON.parse(out);
    expect(changed).toEqual([
      {
        before: { indicator: '财政总收入', indicatorId: expect.any(String), printed: '26.2亿元', line: 4, column: 6 },
        after: { indicator: '财政总收入', indicatorId: expect.any(String), printed: '26.5亿元', line: 4, column: 6 },
        stale: [expect.objectContaining({ printed: '26.2亿元', line: 5, column: 9 })],
        dependent: [expect.objectContaining({ printed: '4.8%', line: 4 })],
        breaks: [expect.any(String)],
      },
      expect.objectContaining({
        before: expect.objectContaining({ printed: '30万吨' }),
        after: expect.objectContaining({ printed: '33万吨' }),
        stale: [],
      }),
    ]);
    expect(added.map(({ printed }: { printed: string }) => printed)).toEqual(['33个']);
    expect(gone.map(({ printed }: { printed: string }) => printed)).toEqual(['2.9%']);
  });

  it('tells findings new, solved and still there', async () => {
    const { out } = await heshu('diff', '旧.txt', '新.docx');
    expect(out).toMatch(
      /改 +“一”第1段 +财政总收入 +26\.2亿元 +26\.5亿元 +“一”第2段26\.2亿元 +“一”第1段财政总收入增速4\.8% +\S*26\.2亿元：与前文26\.5亿元不一致/,
    );
    expect(out).toMatch(/新增的问题\n\n- 必核 “一”第2段：.*26\.2亿元/);
    expect(out).toMatch(/消除的问题\n\n- 必核 “一”第3段：.*大于总体30万吨/);
    expect(out.trim().split('\n').at(-1)).toMatch(/^改2个数、增1个、删1个；仍有1处是原数；问题新增1、消除1、还在\d$/);
    const same = await heshu('diff', '旧.txt', '旧.txt');
    expect(same.out.trim().split('\n').at(-1)).toMatch(/^改0个数、增0个、删0个；问题新增0、消除0、还在\d$/);
    expect((await heshu('diff', '旧.txt')).status).toBe(2);
  });

  it('sees a change of the last place, and where the old value still stands', async () => {
    await writeFile(join(folder, '末位.txt'), old.replace('26.2亿元，增长', '26.3亿元，增长'));
    const { out } = await heshu('diff', '旧.txt', '末位.txt');
    expect(out).toMatch(/改 +“一”第1段 +财政总收入 +26\.2亿元 +26\.3亿元 +“一”第2段26\.2亿元/);
  });

  it('names confirmed figures that were changed', async () => {
    await heshu('review', 'confirm', '旧.txt', '2100个', '--paper', '住建局台账', '--by', '综合科');
    await writeFile(join(folder, '再改.txt'), old.replace('2100个', '2200个'));
    const { out } = await heshu('diff', '旧.txt', '再改.txt');
    expect(out).toMatch(/改动了已核定的数\n\n- 请核 “一”第1段：.*2200个/);
    expect(out.trim().split('\n').at(-1)).toMatch(/^改1个数、增0个、删0个；改动了1个已核定的数；问题新增1、/);
    await rm(join(folder, 'heshu.reviewed.json'));
  });
});
