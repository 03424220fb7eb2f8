import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../server/readers/xlsx.ts';
import { writeWorkbook } from '../../server/writers/workbook.ts';
import { heshuIn } from '../terminal.ts';

let folder: string;
const heshu = (...args: string[]) => heshuIn(folder, ...args);
const read = async (name: string) => readXlsx(new Uint8Array(await readFile(join(folder, name))));

const report = (year: number, past: string[], future: string[]): string =>
  [
    '政府工作报告',
    `${year}年1月10日在青川县第九届人民代表大会第三次会议上`,
    `一、${year - 1}年工作回顾`,
    ...past,
    `二、${year}年工作安排`,
    ...future,
  ].join('\n');
const draft = report(2025, ['财政总收入26.2亿元，增长4.8%。', '新增停车泊位2100个，闲置厂房下降3.2%。'], ['新建口袋公园超过12个。']);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-worksheet-'));
  await writeFile(join(folder, '稿.txt'), draft);
  await writeFile(join(folder, 'heshu.json'), '{ "departments": { "停车": "住建局", "口袋公园": "住建局" } }');
  await writeFile(join(folder, '上年.txt'), report(2024, ['财政总收入24.8亿元，增长7.5%。'], ['新增停车泊位2000个。']));
  await heshu('import', '上年.txt', '--out', '基期/上年.csv');
});
afterAll(() => rm(folder, { recursive: true }));

/** A sheet as it comes back: cells filled in by the name of the indicator. */
const fillIn = async (
  from: string,
  to: string,
  answers: Record<string, Partial<Record<'核定数' | '意见' | '签名' | '编号', string>>>,
): Promise<void> => {
  const [sheet] = await read(from);
  const [heads = [], ...rows] = sheet?.rows ?? [];
  const named = heads.indexOf('指标');
  const filled = rows.map((row) => heads.map((head, i) => answers[row[named] as string]?.[head as '意见'] ?? row[i] ?? ''));
  const columns = heads.map((head) => ({ head, width: 10 }));
  await writeFile(join(folder, to), await writeWorkbook({ sheets: [{ name: '退回', columns, rows: [...filled].reverse() }], footer: '' }));
};

describe('heshu worksheet', () => {
  it('lists every figure with what is known of it', async () => {
    expect((await heshu('worksheet', '稿.txt', '--out', '核数单.xlsx')).status).toBe(0);
    const sheets = await read('核数单.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['核数单', '上年目标', '问题', '无依据']);
    const [heads, first, , third, fourth, fifth] = sheets[0]?.rows ?? [];
    expect(heads?.join(' ')).toBe(
      '序号 位置 原文 指标 数值 单位 时期 性质 数据表 上年数 上年定的目标 推算增减 结论 依据出处 部门 核定数 意见 签名 编号',
    );
    expect(first?.slice(0, 15)).toEqual([
      '1',
      '“一”第1段',
      '财政总收入【26.2亿元】，增长4.8%。',
      '财政总收入',
      '26.2',
      '亿元',
      '2024',
      '实绩',
      '',
      '24.8亿元',
      '',
      '5.2%～6.1%',
      '不可比',
      '2024年报告“一”第1段',
      '财政局',
    ]);
    expect(third?.slice(3, 15)).toEqual([
      '新增停车泊位',
      '2100',
      '个',
      '2024',
      '实绩',
      '',
      '',
      '2000个',
      '',
      '不可比',
      '2024年报告“二”第1段',
      '住建局',
    ]);
    expect(fourth?.slice(3, 6)).toEqual(['闲置厂房增速', '-3.2', '%']);
    expect(fifth?.slice(3, 8)).toEqual(['新建口袋公园', '≥12个', '个', '2025', '目标']);
    expect(sheets[1]?.rows[1]?.[1]).toBe('新增停车泊位');
    expect(sheets[2]?.rows.map((row) => row[4])).toContain('财政总收入26.2亿元、增长4.8%：两数对不上');
    expect(sheets[3]?.rows.slice(1).map((row) => row[3])).toEqual(['闲置厂房增速', '新建口袋公园']);
  });

  it('shows the implied growth of an exact count as one number', async () => {
    await writeFile(join(folder, '个数.txt'), report(2025, ['规上工业企业120家。'], []));
    await writeFile(join(folder, '往年.txt'), report(2024, ['规上工业企业100家。'], []));
    await heshu('import', '往年.txt', '--out', '往年/往年.csv');
    const { out } = await heshu('worksheet', '个数.txt', '--baseline', '往年', '--format', 'csv');
    expect(out).toContain(',100家,,20%,');
  });

  it('is split by department, each part a file of its own', async () => {
    const { err } = await heshu('worksheet', '稿.txt', '--out', '分/核数单.xlsx', '--by', 'department');
    expect(err.trim().split('\n')).toEqual(['财政局', '住建局', '未定部门'].map((name) => `已写入 分/核数单-${name}.xlsx`));
    const sheets = await read('分/核数单-住建局.xlsx');
    expect(sheets[0]?.rows.slice(1).map((row) => row[3])).toEqual(['新增停车泊位', '新建口袋公园']);
    expect(sheets[1]?.rows).toHaveLength(2);
    expect(sheets[2]?.rows).toHaveLength(1);
    expect((await heshu('worksheet', '稿.txt', '--out', '分/核数单.xlsx', '--by', 'department')).err).toContain('已经有了');
  });

  it('comes back filled in: the same value confirms, another is a finding', async () => {
    await fillIn('分/核数单-财政局.xlsx', '退回1.xlsx', {
      财政总收入: { 核定数: '26.4', 签名: '收入科' },
      财政总收入增速: { 核定数: '√' },
    });
    await fillIn('分/核数单-住建局.xlsx', '退回2.xlsx', {
      新增停车泊位: { 核定数: '0.21万个' },
      新建口袋公园: { 意见: '建议改为10个' },
    });
    const { status, out } = await heshu('worksheet', 'read', '退回1.xlsx', '退回2.xlsx', '--draft', '稿.txt');
    expect(status).toBe(1);
    expect(out.trim().split('\n').at(-1)).toBe('4行：与核定数不同1 · 只有意见1 · 已核定2');
    const json = JSON.parse((await heshu('worksheet', 'read', '退回1.xlsx', '--draft', '稿.txt', '--format', 'json')).out);
    expect(json.findings.map(({ message }: { message: string }) => message)).toEqual([
      '财政总收入26.2亿元：与核定数不同\n财政局、收入科核定为26.4，见退回1.xlsx第3行；本稿“一”第1段\n请改为核定数，或请财政局再核',
    ]);
  });

  it('a value one step away is another value, one of fewer places is not', async () => {
    const kinds: Record<string, string> = {};
    for (const settled of ['26.2', '26.3', '26.1', '26', '27', '26.24', '26.26', '262000万元', '262600万元']) {
      await fillIn('分/核数单-财政局.xlsx', '试.xlsx', { 财政总收入: { 核定数: settled } });
      const { out } = await heshu('worksheet', 'read', '试.xlsx', '--draft', '稿.txt', '--format', 'json');
      const { answers } = JSON.parse(out) as { answers: { settled: string; outcome: string }[] };
      kinds[settled] = answers.find((answer) => answer.settled === settled)?.outcome ?? '';
    }
    const same = Object.keys(kinds).filter((settled) => kinds[settled] === 'confirmed');
    expect([same, Object.values(kinds).filter((kind) => kind !== 'confirmed')]).toEqual([
      ['26', '26.2', '26.24', '262000万元'],
      Array(5).fill('differs'),
    ]);
  });

  it('as it was sent confirms, bounds and all; a row whose number was lost is told of', async () => {
    await fillIn('分/核数单-住建局.xlsx', '照抄.xlsx', {
      新建口袋公园: { 核定数: '＞12个' },
      新增停车泊位: { 核定数: '2000个', 编号: '4.82E+142' },
    });
    const [sheet] = await read('照抄.xlsx');
    const [heads = [], ...rows] = sheet?.rows ?? [];
    const sent = rows.map((row) => row[heads.indexOf('数值')]);
    await fillIn('照抄.xlsx', '照抄.xlsx', { 新建口袋公园: { 核定数: sent.find((value) => value?.includes('12')) ?? '' } });
    const { out } = await heshu('worksheet', 'read', '照抄.xlsx', '--draft', '稿.txt');
    expect(out.trim().split('\n').at(-1)).toBe('2行：稿中已没有1 · 已核定1');
    // What begins with a letter that is no hex digit no spreadsheet takes for a number.
    expect((await heshu('worksheet', '稿.txt', '--format', 'csv')).out.match(/,n[0-9a-f]{8}$/gm)).toHaveLength(5);
  });

  it('records what was confirmed where that is asked for', async () => {
    const { err } = await heshu('worksheet', 'read', '退回1.xlsx', '退回2.xlsx', '--draft', '稿.txt', '--confirm');
    expect(err).toBe('已记下2个核定的数\n');
    const { out } = await heshu('review', 'list', '稿.txt');
    expect(out).toMatch(/已核定：\n(?:.*\n)*? +财政总收入＋4\.8% +退回1\.xlsx +财政局，\d{4}-\d\d-\d\d\n/);
    expect(out).toMatch(/停车泊位2100个 +退回2\.xlsx +住建局，/);
    await writeFile(join(folder, '稿二.txt'), draft.replace('2100个', '2200个'));
    expect((await heshu('check', '稿二.txt')).out).toContain('核定为2100个');
    await rm(join(folder, 'heshu.reviewed.json'));
  });

  it('knows its rows again after the draft was edited: a tick confirms what was sent, not what stands there now', async () => {
    await writeFile(
      join(folder, '新稿.txt'),
      draft.replace('4.8%', '5.6%').replace('新增停车泊位2100个，', '').replace('一、', '开头一段。\n一、'),
    );
    const { out } = await heshu('worksheet', 'read', '退回1.xlsx', '退回2.xlsx', '--draft', '新稿.txt');
    expect(out).toContain('请人看');
    expect(out.trim().split('\n').at(-1)).toBe('4行：与核定数不同1 · 请人看1 · 只有意见1 · 稿中已没有1');
  });

  it('as CSV and Markdown; wrong usage is told in a line', async () => {
    expect((await heshu('worksheet', '稿.txt', '--format', 'csv')).out).toContain('财政总收入,26.2,亿元,2024,实绩');
    expect((await heshu('worksheet', '稿.txt', '--format', 'md')).out).toContain('## 无依据');
    expect((await heshu('worksheet', '稿.txt', '--format', 'xlsx')).err).toContain('要用 --out');
    expect((await heshu('worksheet', 'read', '稿.txt', '--draft', '稿.txt')).err).toContain('不是表格');
    expect((await heshu('worksheet', 'read', '基期/上年.csv', '--draft', '稿.txt')).err).toContain('不是核数单');
    expect((await heshu('worksheet')).err).toContain('用法');
  });
});
