import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { c, row, xlsx } from '../readers/xlsx-file.ts';
import { heshuIn } from '../terminal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-sources-'));
});
afterEach(() => rm(folder, { recursive: true }));

const heshu = (...args: string[]) => heshuIn(folder, ...args);

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), content);
  return name;
};

const lastYear = `政府工作报告

2024年1月10日在青川县第九届人民代表大会第三次会议上

一、2023年工作回顾

财政总收入24.8亿元，增长7.5%。

二、2024年工作安排

新增停车泊位2000个。`;
const draft = `政府工作报告

2025年1月16日在青川县第九届人民代表大会第四次会议上

一、2024年工作回顾

财政总收入26.2亿元，增长4.8%。`;
const sheet = (level: string, date: string): string =>
  `青川县2024年主要指标（${date}）\n指标,单位,上年数（修订）,本年数,增速%\n财政总收入,亿元,25.0,${level},4.8\n`;

describe('the papers of a draft', () => {
  it.each(['基期', '上年', '往年材料'])('are found in a folder %s beside it', async (name) => {
    await put(`${name}/上年报告.txt`, lastYear);
    const { out } = await heshu('check', await put('稿.txt', draft));
    expect(out).toContain('两数对不上');
    expect(out).toContain('见2024年报告');
  });

  it('are found beside heshu.json too, and what it names comes first', async () => {
    await put('基期/上年报告.txt', lastYear);
    await put('heshu.json', '{}');
    expect((await heshu('check', await put('稿/稿.txt', draft))).out).toContain('两数对不上');
    await put('heshu.json', '{ "baseline": "别处" }');
    await put('别处/上年报告.txt', lastYear.replace('24.8', '25.0'));
    expect((await heshu('check', '稿/稿.txt')).out).not.toContain('两数对不上');
  });

  it('are never other drafts of its own folder', async () => {
    await put('另一稿.txt', lastYear);
    const { out } = await heshu('check', await put('稿.txt', draft));
    expect(out).toContain('没有青川县的基期材料');
  });
});

describe('data sheets', () => {
  it('hold a draft to this year’s value, and give growth its revised base', async () => {
    await put('基期/上年报告.txt', lastYear);
    await put('数据表/数据表.csv', sheet('26.5', '2025年1月10日'));
    const { status, out } = await heshu('check', await put('稿.txt', draft));
    expect(status).toBe(1);
    expect(out).toContain('必核 财政总收入26.2亿元：与数据表不同');
    expect(out).toContain('《青川县2024年主要指标(2025年1月10日)》第3行为26.5亿元');
    // 26.2 over 25.0 is 4.8%, over last year's printed 24.8 it is not.
    expect(out).not.toContain('两数对不上');
  });

  it('of several versions the newest counts', async () => {
    await put('data/b.csv', sheet('26.2', '2025年1月12日'));
    await put('data/a.csv', sheet('26.5', '2025年1月10日'));
    expect((await heshu('check', await put('稿.txt', draft))).out).not.toContain('与数据表不同');
  });

  it('name what cannot be read by row and column, and use the rest', async () => {
    await put('表/x.csv', `${sheet('26.5', '2025年1月10日')}进出口总额,亿元,1,见附件,2\n`);
    const { err, out } = await heshu('check', await put('稿.txt', draft), '--data', '表');
    expect(err.trim()).toBe('x.csv 第4行“本年数”列：“见附件”不是数');
    expect(out).toContain('与数据表不同');
  });

  it('a table of tasks is read as a document’s table is', async () => {
    const table = '青川县2024年重点任务\n序号,任务,目标,进展情况\n1,停车,新增停车泊位2000个,全年新增停车泊位2130个\n';
    await put('基期/任务.csv', table);
    const { out } = await heshu('baseline', 'show', '停车泊位', '--format', 'csv');
    expect(out).toContain('2024,目标,新增停车泊位,2000个,青川县');
    expect(out).toContain('2024,实绩,新增停车泊位,2130个,青川县');
  });

  it('that are none are said to be none', async () => {
    await put('data/名单.csv', '姓名,电话\n甲,1\n');
    expect((await heshu('check', await put('稿.txt', draft))).err.trim()).toBe('名单.csv：表头里看不出“指标”和数值两栏，也没有读出数据');
  });
});

describe('a workbook', () => {
  it('of data sheets, one of them of facts, is read sheet by sheet; rows keep their numbers', async () => {
    const rowsOf = (lines: (string | number)[][]): string =>
      lines
        .map((cells, i) =>
          row(
            i + 1,
            cells.map((cell, j) => c(`${String.fromCharCode(65 + j)}${i + 1}`, cell)),
          ),
        )
        .join('');
    const values = [
      ['青川县2024年主要指标（2025年1月10日）'],
      [],
      ['指标', '单位', '本年数'],
      ['财政总收入', '亿元', 26.5],
      ['进出口总额', '亿元', '见附件'],
    ];
    const other = [
      ['年份', '新增停车泊位（个）'],
      ['2024年', 2130],
    ];
    await put(
      '数据表/数据.xlsx',
      xlsx([
        { name: '财政', rows: rowsOf(values) },
        { name: '城建', rows: rowsOf(other) },
      ]),
    );
    const { out, err } = await heshu('check', await put('稿.txt', `${draft}新增停车泊位2140个。`));
    expect(err.trim()).toBe('数据“财政”.xlsx 第5行“本年数”列：“见附件”不是数');
    expect(out).toContain('《青川县2024年主要指标(2025年1月10日)》第4行为26.5亿元');
    expect(out).toContain('新增停车泊位2140个：与数据表不同'.slice(2));
  });
});

describe('a correction', () => {
  it('replaces what was misread from a paper', async () => {
    await put('基期/上年报告.txt', lastYear);
    await put('稿.txt', draft);
    await put('基期/更正.csv', 'region,name,low,unit,period,source\n青川县,财政总收入,25.0,亿元,2023,上年报告\n');
    const { out, err } = await heshu('check', '稿.txt');
    expect(err).toBe('');
    expect(out).not.toContain('两数对不上');
  });
});

describe('commitments', () => {
  it('lists last year’s targets with what the draft reports, in each format', async () => {
    await put('基期/上年报告.txt', lastYear);
    await put('稿.txt', `${draft}新增停车泊位2130个。`);
    const { out, status } = await heshu('commitments', '稿.txt');
    expect(status).toBe(0);
    expect(out).toContain('新增停车泊位  2000个  2024年报告“二”第1段  2130个  “一”第1段  106.5%  超额');
    expect(out).toContain('2024年目标1项：超额1');
    expect((await heshu('commitments', '稿.txt', '--format', 'md')).out).toContain('| 1 | 新增停车泊位 | 2000个 |');
    expect((await heshu('commitments', '稿.txt', '--format', 'csv')).out).toContain('1,新增停车泊位,2000个,');
    expect(JSON.parse((await heshu('commitments', '稿.txt', '--format', 'json')).out).commitments[0]).toMatchObject({
      target: { printed: '2000个', kind: 'level' },
      outcome: 'exceeded',
      done: 106.5,
      reported: { printed: '2130个' },
      line: 7,
    });
  });

  it('wants one draft of a known region and year', async () => {
    expect((await heshu('commitments')).err).toContain('要一个文稿');
    expect((await heshu('commitments', await put('短.txt', '财政总收入26亿元。'))).err).toContain('用 --region、--year 指定');
    expect((await heshu('commitments', '短.txt', '--format', 'xml')).err).toContain('只有 table');
  });
});

describe('baseline', () => {
  it('says what it holds: by source, region, year and status', async () => {
    await put('基期/上年报告.txt', lastYear);
    const { out } = await heshu('baseline');
    expect(out).toContain('政府工作报告  政府工作报告  2024-01-10  青川县  2023  实绩  2');
    expect(out).toMatch(/基期文件夹 基期：1个来源、\d条依据/);
    expect(JSON.parse((await heshu('baseline', '--format', 'json')).out).groups).toContainEqual(
      expect.objectContaining({ region: '青川县', year: '2024', status: 'target', facts: 1 }),
    );
  });

  it('shows the packaged one where there is no folder', async () => {
    expect((await heshu('baseline')).out).toContain('随附基期');
  });

  it('shows an indicator’s series, what newer sheets replaced included', async () => {
    await put('基期/上年报告.txt', lastYear);
    await put('数据/a.csv', sheet('26.2', '2025年1月10日'));
    await put('数据/b.csv', sheet('26.5', '2025年1月12日'));
    const { out } = await heshu('baseline', 'show', '财政总收入', '--format', 'csv');
    expect(out).toContain('2024,实绩,财政总收入,26.5亿元,青川县,《青川县2024年主要指标(2025年1月12日)》第3行,财政总收入 26.5亿元,\r\n');
    expect(out).toContain('财政总收入 26.2亿元,已被替代');
    expect(out).toContain('2023,实绩,财政总收入,24.8亿元,青川县,2024年报告“一”第1段');
    expect((await heshu('baseline', 'show', '没有的指标')).out).toContain('基期材料里没有“没有的指标”');
  });

  it('lists sources that disagree', async () => {
    await put('基期/上年报告.txt', lastYear);
    await put('基期/综述.txt', '青川县2023年经济运行综述\n\n2023年，全县经济稳中有进。\n\n财政总收入25.3亿元。');
    const { out } = await heshu('baseline', 'conflicts');
    expect(out).toMatch(/两数矛盾 +财政总收入 +2023 财政总收入24.8亿元 +2024年报告“一”第1段 +2023 财政总收入25.3亿元 .*\+0.5亿元（\+2%）/);
    expect(out).toContain('来源之间对不上的数1处：两数矛盾1');
  });

  it('wants to be asked rightly', async () => {
    expect((await heshu('baseline', 'what')).err).toContain('用法：heshu baseline');
    expect((await heshu('baseline', '--baseline', '没有')).err).toContain('没有这个文件夹');
  });
});

describe('data diff', () => {
  it('lists what a new sheet changes, where it stands and what it drags along', async () => {
    await put('a.csv', sheet('26.2', '2025年1月10日').replace(',增速%', '').replaceAll(',4.8', ''));
    await put('b.csv', sheet('26.5', '2025年1月12日').replace(',增速%', '').replaceAll(',4.8', ''));
    const { status, out } = await heshu('data', 'diff', 'a.csv', 'b.csv', await put('稿.txt', draft));
    expect(status).toBe(0);
    expect(out).toMatch(/财政总收入 +2024 +26.2亿元 +26.5亿元 +“一”第1段 +26.2亿元 +仍是旧数 +26.5亿元/);
    expect(out).toMatch(/“一”第1段 +财政总收入4.8% +增速随之变 +6.0%/);
    expect(out).toContain('新表改了1个数：稿中1处仍是旧数，另有1处随之变动');
    expect((await heshu('data', 'diff', 'a.csv', 'a.csv', '稿.txt')).out).toBe('两表都有的数没有改动\n');
    const { changes } = JSON.parse((await heshu('data', 'diff', 'a.csv', 'b.csv', '稿.txt', '--format', 'json')).out);
    expect(changes[0].places[0]).toMatchObject({ line: 7, column: 6, state: 'stale', restated: '26.5亿元' });
    expect(changes[0].dragged[0]).toMatchObject({ dependence: 'growth', recomputed: '6.0%' });
  });

  it('says what it cannot read', async () => {
    await put('稿.txt', draft);
    expect((await heshu('data', 'diff', '没有.csv', 'b.csv', '稿.txt')).err).toContain('没有.csv：没有读出数据');
    expect((await heshu('data')).err).toContain('用法：heshu data diff');
  });
});

it('settings cannot name papers beyond their folder and the one worked in; the command line can', async () => {
  await put('送审/稿.txt', draft);
  await put('送审/heshu.json', '{ "region": "青川县", "baseline": "../上年材料" }');
  await put('上年材料/报告.txt', lastYear);
  const inside = await heshuIn(join(folder, '送审'), 'check', '稿.txt');
  expect(inside.err).toContain('heshu.json：../上年材料 在它所在的文件夹之外，没有读；请移进来，或由本人选定');
  expect(inside.out).not.toContain('growth-rate');
  const named = await heshuIn(join(folder, '送审'), 'check', '稿.txt', '--baseline', '../上年材料');
  expect(named.err).toBe('');
  expect(named.out).toContain('growth-rate');
  const above = await heshu('check', '送审/稿.txt');
  expect(above.err).toBe('');
  expect(above.out).toContain('growth-rate');
});
