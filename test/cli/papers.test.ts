import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, docxOf, p, r } from '../readers/docx-file.ts';
import { pdf, typeset } from '../readers/pdf-file.ts';
import { c, row, xlsx } from '../readers/xlsx-file.ts';
import { heshuIn } from '../terminal.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-papers-'));
});
afterAll(() => rm(folder, { recursive: true }));

const heshu = (...args: string[]) => heshuIn(folder, ...args);

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
  return name;
};

const report = (year: number, ...sentences: string[]): string[] => [
  '政府工作报告',
  `${year}年1月10日在青川县第九届人民代表大会第三次会议上`,
  `一、${year - 1}年工作回顾`,
  ...sentences,
];
const draft = report(2025, '财政总收入26.2亿元，增长4.8%。', '新增停车泊位2000个，上年为1500个。').join('\n');
const container = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array(60).fill(0), ...Buffer.from('EncryptedPackage', 'utf16le')]);

describe('papers in office formats', () => {
  it('are read on the fly from a folder; what cannot be read is named with the way out', async () => {
    await put('基期/报告.docx', docxOf(report(2024, '财政总收入24.8亿元，增长7.5%。').join('\n')));
    await put('基期/报告.pdf', pdf(typeset(report(2024, '新增停车泊位1200个。'))));
    await put('基期/数据.xlsx', container);
    await put('基期/~$报告.docx', 'x');
    await put('基期/照片.jpg', 'x');
    const { err, out } = await heshu('check', await put('稿.txt', draft), '--baseline', '基期', '--fail-on', 'never');
    expect(err.trim().split('\n')).toEqual([
      '数据.xlsx：文件有密码，请取消密码后再核',
      '照片.jpg：这种文件还读不了，请另存为 docx、txt 或 csv',
    ]);
    expect(out).toContain('上年24.8亿元，见2024年报告“一”第1段');
    expect(out).toContain('1200个');
  });

  it('may be workbooks: a sheet of facts as such, another as a table of a document', async () => {
    await heshu('import', await put('上年.txt', report(2024, '财政总收入24.8亿元，增长7.5%。').join('\n')), '--out', '导入/base.csv');
    const rowsOf = async (name: string): Promise<string> =>
      (await readFile(join(folder, name), 'utf8'))
        .replace('\ufeff', '')
        .trim()
        .split('\r\n')
        .map((line, i) =>
          row(
            i + 1,
            line.split(',').map((text, j) => c(`${String.fromCharCode(65 + j)}${i + 1}`, text)),
          ),
        )
        .join('');
    const progress = [
      ['2023年青川县政府绩效目标执行情况表'],
      ['序号', '工作任务', '目标', '进展情况'],
      ['1', '停车', '新增停车泊位1000个', '新增停车泊位1200个。'],
    ];
    const rows = progress
      .map((cells, i) =>
        row(
          i + 1,
          cells.map((text, j) => c(`${String.fromCharCode(65 + j)}${i + 1}`, text)),
        ),
      )
      .join('');
    await put(
      '工作簿/汇总.xlsx',
      xlsx([
        { name: '依据', rows: await rowsOf('导入/base.csv') },
        { name: '来源', rows: await rowsOf('导入/sources.csv') },
        { name: '2.1绩效', rows },
      ]),
    );
    const { err, out } = await heshu('check', '稿.txt', '--baseline', '工作簿', '--fail-on', 'never');
    expect(err).toBe('');
    expect(out).toContain('上年24.8亿元，见2024年报告“一”第1段');
    expect(out).toContain('表第1项');
  });

  it('are drafts too: a marked figure is reported, and what is wrong is one line', async () => {
    const marked = docx(
      report(2025, '')
        .map((line) => p(line))
        .join('') + p(r('财政总收入') + r('26.2亿元', '<w:highlight w:val="yellow"/>') + r('，增长4.8%。')),
    );
    const { status, out, err } = await heshu('check', await put('稿.docx', marked), await put('旧.doc', container), '--fail-on', 'warning');
    expect(status).toBe(2);
    expect(out).toContain('“26.2亿元”：标色的数据，尚未核定');
    expect(err.split('\n').filter((line) => line.startsWith('旧.doc'))).toEqual(['旧.doc：文件有密码，请取消密码后再核']);
  });

  it('become fact files', async () => {
    const { out } = await heshu('import', '基期/报告.docx', '--out', '导入/word.csv');
    // Two figures and the session of the title.
    expect(out).toContain('（青川县，2024年）：3条依据');
  });
});
