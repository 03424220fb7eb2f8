import { afterEach, expect, it } from 'vitest';
import { SemanticTokensRequest } from 'vscode-languageserver-protocol/node';
import type { Editor } from '../client.ts';
import { openAt } from '../marked.ts';

let editor: Editor;
afterEach(() => editor.stop());

it('figures and indicators are marked as they were read, split where a line ends', async () => {
  const opened = await openAt('我们坚持稳中求进工作总基调，全年财政总收入达到262\n亿元，增长4.8%；新签约10亿元以上项目3个。');
  ({ editor } = opened);
  const { data } = (await editor.connection.sendRequest(SemanticTokensRequest.type, opened))!;
  const types = (editor.capabilities.semanticTokensProvider as { legend: { tokenTypes: string[] } }).legend.tokenTypes;
  const found: string[] = [];
  let [line, column] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type] = data.slice(i, i + 4) as [number, number, number, number];
    line += down;
    column = down > 0 ? right : column + right;
    const words = opened.document.getText({ start: { line, character: column }, end: { line, character: column + length } });
    found.push(`${types[type]}: ${words}`);
  }
  expect(found).toEqual([
    'indicator: 财政总收入',
    'figure: 262',
    'figure: 亿元',
    'figure: 4.8%',
    'indicator: 10亿元以上项目',
    'figure: 3个',
  ]);
});
