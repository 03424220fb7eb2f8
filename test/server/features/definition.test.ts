import { afterEach, describe, expect, it } from 'vitest';
import { DefinitionRequest, type Location, TextDocumentContentRequest } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { docxOf } from '../../readers/docx-file.ts';
import { c, row, xlsx } from '../../readers/xlsx-file.ts';
import { able, type Editor, MemoryFiles, startEditor } from '../client.ts';
import { openAt } from '../marked.ts';
import { draftOf, files, folder, lastYear } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

const paper = TextDocument.create('', '', 0, lastYear);

/** The words that the definition leads to, and their sentence up to there. */
const definitionAt = async (body: string): Promise<string[]> => {
  const opened = await openAt(body);
  ({ editor } = opened);
  const places = (await editor.connection.sendRequest(DefinitionRequest.type, opened)) as Location[];
  return places.map(({ range }) => paper.getText(range));
};

describe('definition', () => {
  it('of a figure is last year’s in the sentence of the paper', async () => {
    expect(await definitionAt('财政总收入26|2亿元。')).toEqual(['248亿元']);
  });

  it('of a rate is last year’s rate, then the target', async () => {
    expect(await definitionAt('财政总收入增长4.|8%。')).toEqual(['7.5%', '5%']);
  });

  it('of an indicator is what last year’s report says of it', async () => {
    expect(await definitionAt('固定资|产投资709亿元。')).toEqual(['642.8亿元', '8%']);
  });

  it('of anything else is nothing', async () => {
    expect(await definitionAt('过去|一年。')).toEqual([]);
  });

  it('of a fact from a fact file is its row', async () => {
    const rows = [
      'id,region,indicator,name,kind,low,unit,bound,period,status,source,place',
      'a-1,云溪区,,口袋公园,level,9,个,exact,2023,actual,a,第3行',
      'a-2,云溪区,,全区口袋公园数量,level,11,个,exact,2022,actual,a,第4行',
    ];
    const memory = new MemoryFiles({
      ...files(),
      [`${folder}/基期/sources.csv`]: 'id,title,region,year,authority\na,2023年快报,云溪区,2024,sheet\n',
      [`${folder}/基期/a.csv`]: `${rows.join('\r\n')}\r\n`,
    });
    editor = await startEditor({ files: memory });
    const text = draftOf('口袋公园12个。');
    const document = editor.open(`${folder}/draft.zcg`, text);
    const [place] = (await editor.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: document.uri },
      position: document.positionAt(text.indexOf('12个')),
    })) as Location[];
    expect(decodeURIComponent(place!.uri)).toBe(`${folder}/基期/a.csv`);
    expect(place!.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: rows[1]!.length } });
  });
});

it.each([
  ['2024年主要指标\n\n指标,单位,上年数,本年数\n"财政\n总收入",亿元,248,262\n固定资产投资,亿元,642.8,709\n', '固定资产投资,亿元,642.8,709'],
  ['2024年主要指标\r\n指标,单位,上年数,本年数\r\n固定资产投资,亿元,642.8,709\r\n', '固定资产投资,亿元,642.8,709'],
])('of a value of a data sheet is its row: %j', async (sheet, row) => {
  const path = `${folder}/数据表/快报.csv`;
  const opened = await openAt('固定资产投资7|09亿元。', {}, { [path]: sheet });
  ({ editor } = opened);
  const places = (await editor.connection.sendRequest(DefinitionRequest.type, opened)) as Location[];
  const text = TextDocument.create('', '', 0, sheet);
  const ofSheet = places.filter(({ uri }) => decodeURIComponent(uri) === path);
  expect(ofSheet.map(({ range }) => text.getText(range))).toEqual([row]);
});

it('of what a table tells in words is its row', async () => {
  const table = '2023年民生实事完成情况\n事项,进展\n"停车,\n充电",2023年新增停车泊位2000个\n';
  const path = `${folder}/基期/民生实事.csv`;
  const opened = await openAt('新增停车泊位21|00个。', {}, { [path]: table });
  ({ editor } = opened);
  const [place] = (await editor.connection.sendRequest(DefinitionRequest.type, opened)) as Location[];
  expect(decodeURIComponent(place!.uri)).toBe(path);
  expect(TextDocument.create('', '', 0, table).getText(place!.range)).toBe('"停车,\n充电",2023年新增停车泊位2000个');
});

it('the packaged facts lead to the packaged files', async () => {
  const seeds = 'file:///package/seeds';
  const memory = new MemoryFiles({
    [`${seeds}/qiantang-2024-report.csv`]: 'id,region\nqiantang-2024-report-0001,杭州市钱塘区,\nqiantang-2024-report-0002,\n',
  });
  editor = await startEditor({ files: memory, seeds });
  const text = draftOf('地区生产总值1330亿元。').replaceAll('云溪区', '杭州市钱塘区');
  const document = editor.open('untitled:draft', text);
  const places = (await editor.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri: document.uri },
    position: document.positionAt(text.indexOf('1330')),
  })) as Location[];
  expect(places[0]?.uri).toBe(`${seeds}/qiantang-2024-report.csv`);
});

describe('of what stands in a paper that no text editor opens', () => {
  const rowOf = (number: number, ...cells: (string | number)[]): string =>
    row(
      number,
      cells.map((value, column) => c(`${'ABCDE'[column]}${number}`, value)),
    );
  const sheet = (title: string, name: string, value: number): string =>
    rowOf(1, title) + rowOf(2, '指标', '单位', '本年数') + rowOf(3, '口袋公园', '个', 5) + rowOf(5, name, '亿元', value);
  const papers = {
    [`${folder}/基期/上年报告.txt`]: '',
    [`${folder}/基期/上年报告.docx`]: docxOf(lastYear),
    [`${folder}/数据表/快报#1.xlsx`]: xlsx([
      { name: '表一', rows: sheet('2024年财政', '财政总收入', 262) },
      { name: '表二', rows: sheet('2024年投资', '固定资产投资', 709) },
    ]),
  };
  const shows = { capabilities: { ...able, workspace: { ...able.workspace, textDocumentContent: { dynamicRegistration: true } } } };

  /** The name, the line and the words that the definition leads to, as the client shows them. */
  const shownAt = async (body: string, uriOf = (uri: string): string => uri): Promise<string[]> => {
    const opened = await openAt(body, shows, papers);
    ({ editor } = opened);
    const places = (await editor.connection.sendRequest(DefinitionRequest.type, opened)) as Location[];
    return Promise.all(
      places.map(async ({ uri, range }) => {
        const { text } = await editor.connection.sendRequest(TextDocumentContentRequest.type, { uri: uriOf(uri) });
        return `${decodeURIComponent(new URL(uri).pathname)} ${range.start.line + 1} ${TextDocument.create('', '', 0, text).getText(range)}`;
      }),
    );
  };

  it('are its words, in the text of a Word document', async () => {
    expect(await shownAt('新增城镇就业1.|9万人。')).toEqual([
      '/基期/上年报告.docx（只读） 7 1.86万人',
      '/基期/上年报告.docx（只读） 9 1.5万人',
    ]);
  });

  it('is the row of its own sheet of a workbook, by the number that it has there', async () => {
    expect(await shownAt('固定资产投资7|09亿元。')).toContain('/数据表/快报#1.xlsx“表二”（表格，只读） 5 固定资产投资  亿元  709');
  });

  it('is asked for by an address that the client may have written anew', async () => {
    const anew = (uri: string): string => uri.replace(/%3A/g, ':').replace(/[“”]|%E2%80%9[CD]/g, (mark) => decodeURIComponent(mark));
    expect(await shownAt('财政总收入26|2亿元。', anew)).toContain('/数据表/快报#1.xlsx“表一”（表格，只读） 5 财政总收入  亿元  262');
  });

  it('is nothing where the client shows files only', async () => {
    const opened = await openAt('新增城镇就业1.|9万人。', {}, papers);
    ({ editor } = opened);
    expect(await editor.connection.sendRequest(DefinitionRequest.type, opened)).toEqual([]);
  });

  it('a file elsewhere is not reached for', async () => {
    const memory = new MemoryFiles({ ...files(), 'file:///elsewhere/别处.docx': docxOf(lastYear) });
    editor = await startEditor({ files: memory }, shows);
    const uri = `heshu-paper:/${encodeURIComponent('别处.docx（只读）')}?${encodeURIComponent('file:///elsewhere/别处.docx')}`;
    const { text } = await editor.connection.sendRequest(TextDocumentContentRequest.type, { uri });
    expect(text).toContain('读不到');
    expect(memory.reads).toEqual([]);
  });
});
