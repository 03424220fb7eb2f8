import { afterEach, expect, it } from 'vitest';
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  DidChangeConfigurationNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { able, type Editor, signal } from '../client.ts';
import { openAt } from '../marked.ts';

let editor: Editor;
afterEach(() => editor.stop());

const body = `过去一年，财政总收入262亿元，增长4.8%。
（一）产业
1.工业提质。带动消费近56亿元左右。
（二）民生。新增停车泊位100个。

二、2025年重点工作安排
财政总收入增长5%。

名词解释
1.停车泊位：停车的地方。`;

/** One line a heading, indented by level. */
const lines = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ name, detail, children }) => [`${indent}${name}（${detail}）`, ...lines(children ?? [], `${indent}  `)]);

it('the outline has the headings, with the figures and findings under each', async () => {
  const opened = await openAt(body);
  ({ editor } = opened);
  const symbols = (await editor.connection.sendRequest(DocumentSymbolRequest.type, opened)) as DocumentSymbol[];
  expect(lines(symbols)).toEqual([
    '一、2024年工作回顾（4个数据 · 请核1）',
    '  （一）产业（1个数据）',
    '    1.工业提质（1个数据）',
    '  （二）民生（1个数据）',
    '二、2025年重点工作安排（1个数据）',
    '名词解释（）',
  ]);
  expect(opened.document.getText(symbols[0]!.selectionRange)).toBe('一、2024年工作回顾');
});

it('sections fold, without the blank line before the next', async () => {
  const opened = await openAt(body);
  ({ editor } = opened);
  const ranges = await editor.connection.sendRequest(FoldingRangeRequest.type, opened);
  expect(ranges?.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [4, 8],
    [6, 7],
    [10, 11],
    [13, 14],
  ]);
});

it('lenses are there only where the user wants them', async () => {
  const refreshed = signal();
  const opened = await openAt(body, {
    capabilities: { ...able, workspace: { ...able.workspace, codeLens: { refreshSupport: true } } },
    prepare: (connection) => connection.onRequest(CodeLensRefreshRequest.type, () => refreshed.give()),
  });
  ({ editor } = opened);
  const lenses = async (): Promise<string[] | undefined> =>
    ((await editor.connection.sendRequest(CodeLensRequest.type, opened)) as CodeLens[] | null)?.map(({ command }) => command!.title);
  expect(await lenses()).toBeUndefined();
  await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { heshu: { codeLens: true } } });
  await refreshed.given;
  expect(await lenses()).toEqual(['4个数据 · 请核1', '1个数据', '1个数据', '1个数据']);
});
