import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heshuIn } from '../terminal.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const heshu = (...args: string[]) => heshuIn(folder, ...args);

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), content);
  return name;
};

const lastYear =
  '政府工作报告\n\n2024年1月10日在青川县第九届人民代表大会第三次会议上\n\n一、2023年工作回顾\n\n财政总收入24.8亿元，增长7.5%。\n\n二、2024年工作安排\n\n新增停车泊位2000个。';
const draft = '政府工作报告\n\n2025年1月16日在青川县第九届人民代表大会第四次会议上\n\n一、2024年工作回顾\n\n财政总收入26.2亿元，增长4.8%。';

describe('check', () => {
  it('holds a draft against a folder of papers read on the fly', async () => {
    await put('papers/上年报告.txt', lastYear);
    const { status, out } = await heshu('check', await put('稿.txt', draft), '--baseline', 'papers', '--fail-on', 'warning');
    expect(status).toBe(1);
    expect(out).toContain('财政总收入26.2亿元、增长4.8%：两数对不上');
    expect(out).toContain('上年24.8亿元，见2024年报告“一”第1段');
    expect(out).toMatch(/2个数据：一致0 · 请核1/);
  });

  it('gives JSON with places from 1 and UTF-16 columns', async () => {
    await put('papers/上年报告.txt', lastYear);
    const { out } = await heshu(
      'check',
      await put('表情.txt', draft.replace('财政总收入', '𠮷庆！财政总收入')),
      '--baseline',
      'papers',
      '--format',
      'json',
      '--fail-on',
      'never',
    );
    const { version, files } = JSON.parse(out);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(files[0]).toMatchObject({ path: '表情.txt', region: '青川县', year: 2025, figures: 2, compared: 2 });
    const line = '𠮷庆！财政总收入26.2亿元，增长4.8%。';
    const column = line.indexOf('4.8%') + 1;
    expect(files[0].findings[0]).toMatchObject({
      rule: 'growth-rate',
      severity: 'warning',
      line: 7,
      column,
      endLine: 7,
      endColumn: column + 4,
    });
    expect(files[0].findings[0].fix.edits[0]).toMatchObject({ line: 7, column, newText: '5.6%' });
  });

  it('goes on after a file that cannot be read, and says so in one line', async () => {
    await mkdir(join(folder, '空夹'), { recursive: true });
    await put('二进制.bin', new Uint8Array([0, 1, 2, 3, 0, 0, 0, 255]));
    const { status, out, err } = await heshu(
      'check',
      '没有.txt',
      '空夹',
      '二进制.bin',
      await put('空.txt', ''),
      await put('好.txt', draft),
    );
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toEqual([
      '空夹：文件夹里没有文稿（docx、txt、md、zcg、html、pdf）',
      '没有.txt：没有这个文件',
      '二进制.bin：不是文本文件，请另存为 txt 再核',
    ]);
    expect(out).toContain('空.txt：没有文字，无可核对');
    expect(out).toContain('好.txt（青川县，2025年）');
  });

  it('says in one line that a region has no baseline', async () => {
    const { out } = await heshu('check', await put('无基期.txt', draft));
    expect(out.match(/没有青川县的基期材料/g)).toHaveLength(1);
  });

  it('reads heshu.json upward: severities, region, baseline folder; names what is wrong in it', async () => {
    await put('项目/基期/上年.txt', lastYear);
    await put('项目/heshu.json', '{ "baseline": "基期", "rules": { "growth-rate": "error", "没有": "off" }, "怪": 1, }');
    const { status, err } = await heshu('check', await put('项目/稿/稿.txt', draft));
    expect(status).toBe(1);
    expect(err.trim().split('\n')).toEqual(['heshu.json：没有规则 没有', 'heshu.json：不认识的设置 怪']);
  });

  it('lets the command line win over heshu.json', async () => {
    const { status, out } = await heshu('check', '项目/稿/稿.txt', '--rule', 'growth-rate=off');
    expect(status).toBe(0);
    expect(out).toContain('没有发现问题');
  });

  it('names a bad row and uses the others', async () => {
    await heshu('import', await put('papers/上年报告.txt', lastYear), '--out', 'facts/qc.csv');
    const rows = (await readFile(join(folder, 'facts/qc.csv'), 'utf8')).split('\r\n');
    rows.splice(2, 0, 'x,青川县,,利润,,level,很多,,很多,亿元,exact,2023,actual,,qc,,,');
    await put('facts/qc.csv', rows.join('\r\n'));
    const { err, out } = await heshu('check', '稿.txt', '--baseline', 'facts', '--fail-on', 'never');
    expect(err.trim()).toBe('qc.csv 第3行“low”列：“很多”不是数');
    expect(out).toContain('两数对不上');
  });

  it('never takes a report of the same year for a baseline', async () => {
    await put('同年/本年.txt', draft);
    const { out } = await heshu('check', '稿.txt', '--baseline', '同年', '--fail-on', 'never');
    expect(out).toContain('与本稿同年或更晚，未作基期');
  });

  it.each([
    [['check'], '没有指定文稿'],
    [['check', '稿.txt', '--format', 'xml'], '只有 pretty、json'],
    [['check', '稿.txt', '--fail-on', 'sometimes'], '--fail-on sometimes'],
    [['check', '稿.txt', '--rule', 'nothing=off'], '没有规则 nothing'],
    [['check', '稿.txt', '--rule', 'sum=loud'], '级别应为'],
    [['check', '稿.txt', '--baseline', '没有'], '没有这个文件夹'],
    [['check', '稿.txt', '--year', '25'], '应为四位年份'],
    [['explain', 'nothing'], '没有规则 nothing'],
    [['frobnicate'], '没有命令 frobnicate'],
    [['check', '--nonsense'], '没有选项 --nonsense（heshu check --help 列出用法）'],
    [['check', '稿.txt', '--out'], '选项 --out 后面要写值'],
    [['check', '稿.txt', '--out', '--force'], '选项 --out 后面要写值'],
    [['check', '稿.txt', '--force=1'], '选项 --force 后面不带值'],
    [['figures', '稿.txt', '--year', '25'], '应为四位年份'],
    [['review'], 'list、set-aside'],
    [['review', 'drop', '稿.txt'], '没有 heshu review drop'],
    [['review', 'confirm', '稿.txt'], '用法：heshu review confirm 文稿 数据'],
  ])('wrong usage %j is one line and status 2', async (args, message) => {
    const { status, err } = await heshu(...args);
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(message);
  });
});

describe('help', () => {
  const commands = [
    'check',
    'diff',
    'figures',
    'commitments',
    'worksheet',
    'review',
    'data',
    'import',
    'baseline',
    'explain',
    'rules',
    'lsp',
  ];

  it.each(commands)('%s --help prints its usage, which heshu help holds too', async (command) => {
    const { status, out, err } = await heshu(command, '--help');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain(`用法\n  heshu ${command}`);
    const others = commands.filter((other) => other !== command);
    for (const other of others) expect(out).not.toContain(`  heshu ${other} `);
    const all = (await heshu('help')).out;
    for (const line of out.split('\n').slice(1)) expect(all).toContain(line);
    expect((await heshu('help', command)).out).toBe(out);
  });

  it('says so where there is no such command', async () => {
    expect(await heshu('help', 'frobnicate')).toMatchObject({ status: 2, err: '没有命令 frobnicate（heshu help 列出全部）\n' });
    expect(await heshu('frobnicate', '--help')).toMatchObject({ status: 2 });
  });
});

describe('figures', () => {
  it('prints one JSON object a line', async () => {
    const { out } = await heshu('figures', '稿.txt', '--format', 'jsonl');
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toEqual([
      {
        line: 7,
        column: 6,
        text: '26.2亿元',
        kind: 'level',
        number: 26.2,
        unit: '亿元',
        indicator: '财政总收入',
        indicatorId: 'total-fiscal-revenue',
        qualifier: '',
        bound: 'exact',
        period: '2024',
        status: 'actual',
        region: '青川县',
      },
      {
        line: 7,
        column: 15,
        text: '4.8%',
        kind: 'change',
        number: 4.8,
        unit: '%',
        indicator: '财政总收入',
        indicatorId: 'total-fiscal-revenue',
        qualifier: '增长',
        bound: 'exact',
        period: '2024',
        status: 'actual',
        region: '青川县',
      },
    ]);
  });

  it('prints a table for people', async () => {
    const { out } = await heshu('figures', '稿.txt');
    expect(out).toContain('2个数据');
  });
});

describe('import', () => {
  it('writes facts and sources that check reads back to the same findings', async () => {
    await heshu('import', 'papers/上年报告.txt', '--out', 'out/base.csv', '--title', '2024年青川县政府工作报告');
    const sources = await readFile(join(folder, 'out/sources.csv'), 'utf8');
    expect(sources).toContain('base,2024年青川县政府工作报告,青川县,2024,2024-01-10,report,');
    const { out } = await heshu('check', '稿.txt', '--baseline', 'out', '--fail-on', 'never');
    expect(out).toContain('上年24.8亿元，见2024年报告“一”第1段');
  });

  it('keeps sources already listed', async () => {
    await heshu('import', 'papers/上年报告.txt', '--out', 'out/other.csv');
    const sources = await readFile(join(folder, 'out/sources.csv'), 'utf8');
    expect(sources).toContain('base,');
    expect(sources).toContain('other,');
  });

  it('wants an output file', async () => {
    expect((await heshu('import', 'papers/上年报告.txt')).err).toContain('--out');
  });

  it('writes its own file anew, but no other and none with rows that a person confirmed', async () => {
    const again = (...more: string[]) => heshu('import', 'papers/上年报告.txt', '--out', 'out/again.csv', ...more);
    const content = () => readFile(join(folder, 'out/again.csv'), 'utf8');
    await put('out/again.csv', '别人的,表\n');
    expect((await again()).err).toBe('out/again.csv 已经有了：请换个名字，或加 --force 覆盖\n');
    expect(await content()).toBe('别人的,表\n');
    expect((await again('--force')).status).toBe(0);
    expect((await again()).status).toBe(0);
    await put('out/again.csv', (await content()).replace(/,(\r\n)$/, ',财政局 2026-01-12$1'));
    expect((await again()).status).toBe(2);
  });
});

describe('rules and explain', () => {
  it('lists every rule and explains one', async () => {
    expect((await heshu('rules')).out).toContain('growth-rate');
    expect((await heshu('explain', 'sum')).out).toContain('合计258件');
  });
});
