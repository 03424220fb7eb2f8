import { afterEach, describe, expect, it } from 'vitest';
import {
  type DocumentHighlight,
  DocumentHighlightRequest,
  type Location,
  ReferencesRequest,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import type { Editor } from '../client.ts';
import { openAt } from '../marked.ts';

let editor: Editor;
afterEach(() => editor.stop());

const body = '财政总收入26|2亿元，增长4.8%。\n第一季度财政总收入70亿元。\n财政总收入达262亿元，迈上新台阶；2023年为248亿元。';

/** `line:words` of the places that state the same. */
const referencesAt = async (marked: string, includeDeclaration = false): Promise<string[]> => {
  const opened = await openAt(marked);
  ({ editor } = opened);
  const { document, textDocument, position } = opened;
  const found = (await editor.connection.sendRequest(ReferencesRequest.type, {
    textDocument,
    position,
    context: { includeDeclaration },
  })) as Location[];
  return found.map(({ uri, range }) =>
    uri === document.uri ? `${range.start.line}:${document.getText(range)}` : decodeURIComponent(uri.split('/').at(-1)!),
  );
};

describe('references', () => {
  it('are all places that state the same, not those of another period', async () => {
    expect(await referencesAt(body)).toEqual(['5:262亿元', '7:262亿元']);
  });

  it('with the declaration lead to the paper that states it too', async () => {
    expect(await referencesAt('财政总收入262亿元，上年的24|8亿元是新高。', true)).toEqual(['5:248亿元', '上年报告.txt']);
  });

  it('of an indicator are all places that name it', async () => {
    expect(await referencesAt(body.replace('|', '').replace('第一季度财政总', '第一季度财政|总'))).toEqual([
      '5:财政总收入',
      '6:财政总收入',
      '7:财政总收入',
    ]);
  });

  it('of other words are none', async () => {
    expect(await referencesAt('过去|一年，财政总收入262亿元。')).toEqual([]);
  });
});

it('highlights show the same places', async () => {
  const opened = await openAt(body);
  ({ editor } = opened);
  const found = (await editor.connection.sendRequest(DocumentHighlightRequest.type, opened)) as DocumentHighlight[];
  expect(found.map(({ range }) => opened.document.getText(range))).toEqual(['262亿元', '262亿元']);
});

it('symbols of the workspace are the claims of the open drafts', async () => {
  const opened = await openAt(body);
  ({ editor } = opened);
  const symbols = (await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '财收26' })) as SymbolInformation[];
  expect(symbols.map(({ name, containerName }) => `${name} ${containerName}`)).toEqual([
    '财政总收入 262亿元 “一”第1段',
    '财政总收入 262亿元 “一”第3段',
  ]);
});
