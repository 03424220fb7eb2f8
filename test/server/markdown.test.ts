import { afterEach, expect, it } from 'vitest';
import { type CompletionItem, CompletionRequest, type Hover, HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { type DataDiff, dataDiffRequest } from '../../server/protocol.ts';
import { type Editor, MemoryFiles, startEditor } from './client.ts';
import { draftOf, files, folder, lastYear } from './papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

const picture = '![](https://203.0.113.1/x.png)<img src=x>[甲](command:quit)`*_';
const config = JSON.stringify({
  region: '云溪区',
  baseline: '基期',
  indicators: [{ id: 'fiscal', name: '专项收入', units: [picture], department: picture }],
});
const papers = {
  ...files(),
  [`${folder}/heshu.json`]: config,
  [`${folder}/基期/上年报告.txt`]: lastYear.replace('财政总收入248亿元', `专项收入248亿元（${picture}）`),
};

/** Markdown in which nothing but our own stars and bars works. */
const isInert = (markdown: string): boolean => !/[![\]<>`_#&]/.test(markdown.replace(/\\[^a-zA-Z0-9\s]/g, '').replace(/^> /gm, ''));

const open = async (body: string) => {
  editor = await startEditor({ files: new MemoryFiles(papers) });
  const text = draftOf(body);
  const document = editor.open(`${folder}/draft.zcg`, text.replace('|', ''));
  return { textDocument: { uri: document.uri }, position: document.positionAt(text.indexOf('|')) };
};

it.each(['专项收入2|62亿元。', '专项|收入262亿元。'])('a hover loads no picture that papers or settings name: %s', async (body) => {
  const at = await open(body);
  const hover: Hover | null = await editor.connection.sendRequest(HoverRequest.type, at);
  const { value } = hover!.contents as MarkupContent;
  expect(value).toContain('\\!');
  expect(isInert(value), value).toBe(true);
});

it('nor do completions', async () => {
  const at = await open('专项收|');
  const items = (await editor.connection.sendRequest(CompletionRequest.type, at)) as CompletionItem[] | { items: CompletionItem[] };
  const documented = (Array.isArray(items) ? items : items.items).flatMap(
    ({ documentation }) => (documentation as MarkupContent | undefined)?.value ?? [],
  );
  expect(documented.join()).toContain('203.0.113.1');
  for (const value of documented) expect(isInert(value), value).toBe(true);
});

it('nor does what a new data sheet changes', async () => {
  const sheet = (value: string): string => `2024年主要指标\n指标,单位,本年数\n专项收入,亿元,${value}\n专项支出,亿元,"${picture}"\n`;
  Object.assign(papers, { [`${folder}/数据表/旧.csv`]: sheet('262'), [`${folder}/数据表/新.csv`]: sheet('265') });
  const { textDocument } = await open('专项收入262亿元。|');
  const sheetAt = (name: string): string => `${folder}/数据表/${name}`;
  const diff = await editor.connection.sendRequest<DataDiff>(dataDiffRequest, {
    uri: textDocument.uri,
    before: sheetAt('旧.csv'),
    after: sheetAt('新.csv'),
  });
  const markdown = 'markdown' in diff ? diff.markdown : '';
  expect(markdown).toContain('\\!\\[');
  expect(isInert(markdown.replace(/^# /m, '')), markdown).toBe(true);
});
