import { afterEach, expect, it } from 'vitest';
import { type DataDiff, dataDiffRequest, dataSheetsRequest } from '../../../server/protocol.ts';
import { c, row, xlsx } from '../../readers/xlsx-file.ts';
import { type Editor, MemoryFiles, startEditor } from '../client.ts';
import { draftOf, files, folder } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

/** A sheet that names no region. */
const sheet = (level: string): string => `2024年主要指标\n指标,单位,上年数,本年数\n财政总收入,亿元,250,${level}\n消费券,万元,,300\n`;
const workbook = (level: string): Uint8Array =>
  xlsx([
    {
      name: '表一',
      rows: [
        row(1, [c('A1', '2024年主要指标')]),
        row(2, [c('A2', '指标'), c('B2', '单位'), c('C2', '本年数')]),
        row(3, [c('A3', '财政总收入'), c('B3', '亿元'), c('C3', level)]),
      ].join(''),
    },
  ]);
const text = draftOf('过去一年，财政总收入262亿元，增长4.8%。');
const uri = `${folder}/draft.zcg`;

const diff = async (sheets: Record<string, string | Uint8Array>, before = 'a.csv', draft = uri): Promise<DataDiff> => {
  const inData = Object.entries(sheets).map(([name, content]) => [`${folder}/数据表/${name}`, content]);
  editor = await startEditor({ files: new MemoryFiles({ ...files(), ...Object.fromEntries(inData) }) });
  editor.open(uri, text);
  const at = (name: string): string => `${folder}/${encodeURIComponent('数据表')}/${encodeURIComponent(name)}`;
  return editor.connection.sendRequest<DataDiff>(dataDiffRequest, { uri: draft, before: at(before), after: at('b.csv') });
};

it('says what a new sheet changes, where the draft states it and what follows', async () => {
  expect(await diff({ 'a.csv': sheet('262'), 'b.csv': sheet('265') })).toEqual({
    markdown: `# draft.zcg：新数据表改了哪些数

旧表 a.csv，新表 b.csv

新表改了1个数：稿中1处仍是旧数，另有1处随之变动

| 指标 | 时期 | 旧表 | 新表 | 文稿位置 | 稿中 | 说明 | 可改为 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 财政总收入 | 2024 | 262亿元 | 265亿元 | “一”第1段 | 262亿元 | 仍是旧数 | 265亿元 |
|  |  |  |  | “一”第1段 | 财政总收入4.8% | 增速随之变 | 6.0% |
`,
  });
});

it('reads workbooks too, and names the cells that it cannot read', async () => {
  const answer = await diff({ '旧 表.xlsx': workbook('262'), 'b.csv': sheet('两百多') }, '旧 表.xlsx');
  expect(answer).toEqual({
    markdown: expect.stringContaining('两表都有的数没有改动；新增2个、减少1个\n\n没有读出的：\n\n- b.csv 第3行'),
  });
});

it('is one sentence where nothing changes or a sheet cannot be read', async () => {
  expect(await diff({ 'a.csv': sheet('262'), 'b.csv': sheet('262.0') })).toEqual({ nothing: '两表都有的数没有改动' });
  editor.stop();
  expect(await diff({ 'a.csv': sheet('262') })).toEqual({ nothing: 'b.csv：读不到，可能已移走、改名或正被占用' });
  editor.stop();
  expect(await diff({ 'a.csv': sheet('262'), 'b.csv': '指标,单位,本年数\n' })).toEqual({ nothing: expect.stringMatching(/^b\.csv：/) });
  editor.stop();
  expect(await diff({ 'a.csv': sheet('262'), 'b.csv': sheet('265') }, 'a.csv', `${folder}/便条.txt`)).toEqual({
    nothing: '这份文件没有按文稿核对',
  });
});

it('knows the sheets that may be compared', async () => {
  await diff({ 'a.csv': sheet('262'), '二.xlsx': workbook('262'), '~$二.xlsx': '', '说明.txt': '' });
  const sheets = await editor.connection.sendRequest<string[]>(dataSheetsRequest, { uri });
  expect(sheets.map(decodeURIComponent)).toEqual([`${folder}/数据表/a.csv`, `${folder}/数据表/二.xlsx`]);
});
