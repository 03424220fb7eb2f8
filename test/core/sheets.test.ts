import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../server/core/claims/period.ts';
import { readName } from '../../server/core/sheets/cells.ts';
import { readSheet, type Sheet } from '../../server/core/sheets/read-sheet.ts';
import { vocabularyWith } from '../../server/project.ts';
import { inBoth } from '../in-both.ts';

const sheetOf = (name: string, text: string): Sheet | undefined =>
  readSheet({ name, rows: text.split('\n').map((line) => line.split('|')) }, vocabularyWith([]));

/** `财政总收入 260亿元 2024 actual` */
const said = (sheet: Sheet | undefined): string[] =>
  (sheet?.facts ?? []).map(
    ({ claim, printed }) =>
      `${claim.indicator?.name ?? claim.name} ${claim.kind === 'change' ? ((claim.values[0] ?? 0) < 0 ? '－' : '＋') : ''}${printed} ${formatPeriod(claim.period)} ${claim.status}`,
  );

describe('a data sheet', () => {
  it('with this year, last year and growth side by side', () => {
    const sheet = sheetOf(
      '数据表.csv',
      `云溪区2024年主要经济指标
单位：亿元||||制表日期：2025年1月10日
指标名称|计量单位|上年数（修订）|本年数|同比±%|性质|责任部门
一、经济总量
地区生产总值||1,283.5|1326.35|5.0|初步核算|统计局
　其中：第三产业增加值||431.2|465.1|7.3|初步核算|统计局
财政总收入|万元|2480000|2600000|4.8|预计|财政局
新增城镇就业|万人|3.6|3.8|—||人社局
城镇登记失业率|%|2.5|2.4||
规上工业增加值|%||4.4||
5G基站数|个|140|约165|
合格率|%|很多|98
注：本表由统计局提供`,
    );
    expect(said(sheet)).toEqual([
      '地区生产总值 1283.5亿元 2023 actual',
      '地区生产总值 1326.35亿元 2024 actual',
      '地区生产总值 ＋5.0% 2024 actual',
      '第三产业增加值 431.2亿元 2023 actual',
      '第三产业增加值 465.1亿元 2024 actual',
      '第三产业增加值 ＋7.3% 2024 actual',
      '财政总收入 2480000万元 2023 actual',
      '财政总收入 2600000万元 2024 estimate',
      '财政总收入 ＋4.8% 2024 estimate',
      '城镇新增就业 3.6万人 2023 actual',
      '城镇新增就业 3.8万人 2024 actual',
      '城镇登记失业率 2.5% 2023 actual',
      '城镇登记失业率 2.4% 2024 actual',
      '规模以上工业增加值 ＋4.4% 2024 actual',
      '5G基站 140个 2023 actual',
      '5G基站 165个 2024 actual',
      '合格率 98% 2024 actual',
    ]);
    expect(sheet?.source).toMatchObject({
      title: '云溪区2024年主要经济指标',
      region: '云溪区',
      year: 2025,
      date: '2025-01-10',
      authority: 'sheet',
    });
    expect(sheet?.problems).toEqual([{ row: 12, column: { zh: '上年数(修订)', en: '上年数(修订)' }, message: inBoth('“很多”不是数') }]);
    expect(sheet?.facts.find(({ printed }) => printed === '2600000万元')).toMatchObject({ place: '第7行', office: '财政局' });
  });

  it.each(['完成', '完成情况', '完成（亿元）'])('with a head “%s”', (head) => {
    expect(said(sheetOf('2024年数据.csv', `指标|单位|${head}\n财政总收入|亿元|260`))).toEqual(
      said(sheetOf('2024年数据.csv', '指标|单位|完成额\n财政总收入|亿元|260')),
    );
    expect(said(sheetOf('2024年任务.csv', '指标|单位|完成时间\n财政总收入|亿元|260'))).toEqual([]);
  });

  it('with a head of two rows and merged cells', () => {
    const sheet = sheetOf(
      '2025年1月12日指标.csv',
      `主要指标|单位|2024年||2023年|
||绝对额|增速（%）|绝对额|增速（%）
财政总收入|亿元|260|4.8|248|7.5
社会消费品零售总额|亿元|318.6|-4.3|332.9|`,
    );
    expect(said(sheet)).toEqual([
      '财政总收入 260亿元 2024 actual',
      '财政总收入 ＋4.8% 2024 actual',
      '财政总收入 248亿元 2023 actual',
      '财政总收入 ＋7.5% 2023 actual',
      '社会消费品零售总额 318.6亿元 2024 actual',
      '社会消费品零售总额 －4.3% 2024 actual',
      '社会消费品零售总额 332.9亿元 2023 actual',
    ]);
    expect(sheet?.source.date).toBe('2025-01-12');
  });

  it('with merged cells filled, as workbooks are read', () => {
    const title = '青川县2024年主要指标';
    const sheet = sheetOf(
      'x.xlsx',
      `${title}|${title}|${title}|${title}\n\n主要指标|单位|2024年|2024年\n主要指标|单位|绝对额|增速（%）\n财政总收入|亿元|26.2|4.8`,
    );
    expect(said(sheet)).toEqual(['财政总收入 26.2亿元 2024 actual', '财政总收入 ＋4.8% 2024 actual']);
    expect(sheet?.source).toMatchObject({ title, region: '青川县' });
    expect(sheet?.facts[0]?.place).toBe('第5行');
  });

  it('of a part of a year', () => {
    const sheet = sheetOf(
      'x.csv',
      '全区2024年1—11月主要经济指标\n项目|累计（亿元）|比上年同期增长（%）|上年同期\n财政总收入|240|5.1|228.4',
    );
    expect(said(sheet)).toEqual([
      '财政总收入 240亿元 2024-01/2024-11 actual',
      '财政总收入 ＋5.1% 2024-01/2024-11 actual',
      '财政总收入 228.4亿元 2023-01/2023-11 actual',
    ]);
  });

  it('lying on its side, by year or by head', () => {
    expect(said(sheetOf('x.csv', '年份|财政总收入（亿元）|新增停车泊位（个）\n2023年|248|8428\n2024年|260|7136'))).toEqual([
      '财政总收入 248亿元 2023 actual',
      '财政总收入 260亿元 2024 actual',
      '停车泊位 8428个 2023 actual',
      '停车泊位 7136个 2024 actual',
    ]);
    expect(
      said(sheetOf('2024年数据.csv', '指标|财政总收入|固定资产投资完成额\n单位|亿元|亿元\n本年|260|767\n上年|248|709\n增速|4.8%|8.2%')),
    ).toEqual([
      '财政总收入 260亿元 2024 actual',
      '财政总收入 248亿元 2023 actual',
      '财政总收入 ＋4.8% 2024 actual',
      '固定资产投资 767亿元 2024 actual',
      '固定资产投资 709亿元 2023 actual',
      '固定资产投资 ＋8.2% 2024 actual',
    ]);
  });

  it('is no table of tasks and no list of names', () => {
    expect(sheetOf('x.csv', '序号|任务|责任部门\n1|新增停车泊位7000个|城管局')).toBeUndefined();
    expect(sheetOf('x.csv', '姓名|电话\n张三|123')).toBeUndefined();
  });

  it('whose year nobody names is said to be so', () => {
    const sheet = sheetOf('x.csv', '指标|单位|本年数\n财政总收入|亿元|260');
    expect(sheet?.facts).toEqual([]);
    expect(sheet?.problems[0]?.message).toEqual(inBoth(/^看不出是哪一年的数/));
  });

  it('with names that look like heads stands upright', () => {
    const sheet = sheetOf(
      'x.csv',
      '指标|单位|2024年|备注\n累计开通公交线路|条|15|\n计划总投资额|亿元|526|\n实际利用外资|亿美元|5.1|\n项目总数|个|36|',
    );
    expect(sheet?.facts.map(({ printed }) => printed)).toEqual(['15条', '526亿元', '5.1亿美元', '36个']);
  });

  it('of forty rows says the same in three layouts', () => {
    const names = Array.from({ length: 40 }, (_, i) => `${'甲乙丙丁戊己庚辛'[i % 8]}${'一二三四五'[Math.floor(i / 8)]}街道新建口袋公园`);
    const level = (i: number): string => (12.5 + i).toFixed(1);
    const base = (i: number): string => (11 + i).toFixed(1);
    const growth = (i: number): string => (i - 3.5).toFixed(1);
    const plain = `2024年数据\n指标|单位|上年|本年|增速%\n${names.map((name, i) => `${name}|公里|${base(i)}|${level(i)}|${growth(i)}`).join('\n')}`;
    const merged = `主要指标（公里）|2024年||2023年\n|绝对额|±%|绝对额\n${names.map((name, i) => `${i + 1}.${name}|${level(i)}|${growth(i)}%|${base(i)}`).join('\n')}`;
    const turned = `2024年数据\n项目|${names.join('|')}\n计量单位|${names.map(() => '公里').join('|')}\n全年|${names.map((_, i) => level(i)).join('|')}\n同比（%）|${names.map((_, i) => growth(i)).join('|')}\n去年|${names.map((_, i) => base(i)).join('|')}`;
    const [first, second, third] = [plain, merged, turned].map((text) => said(sheetOf('x.csv', text)).sort());
    expect(first).toHaveLength(120);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it('of two thousand rows, half of them broken, keeps the good half', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? `新建绿道|公里|${i + 1}` : `新建绿道|公里|约${i}到${i + 2}之间`));
    const sheet = sheetOf('x.csv', `指标|单位|2024年\n${rows.join('\n')}`);
    expect(sheet?.facts).toHaveLength(1000);
    expect(sheet?.problems).toHaveLength(1000);
    expect(sheet?.problems[0]).toEqual({ row: 3, column: { zh: '2024年', en: '2024年' }, message: inBoth('“约1到3之间”不是数') });
  });
});

it('reads the name in a cell of whatever length', () => {
  const marks = '‡'.repeat(2_000_000);
  expect(readName(`固定资产投资${marks}`).name).toBe('固定资产投资');
  expect(readName(`${marks}固定资产投资②`).name).toBe(`${marks}固定资产投资`);
});
