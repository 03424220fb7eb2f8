import { afterEach, expect, it } from 'vitest';
import { DidChangeConfigurationNotification, InlayHintRequest } from 'vscode-languageserver-protocol/node';
import type { Editor } from '../client.ts';
import { openAt } from '../marked.ts';

let editor: Editor;
afterEach(() => editor.stop());

const body =
  '财政总收入262亿元，增长4.8%；地区生产总值868.3亿元，增长5.7%；政策性担保金额25亿元，上年为20亿元。\n规上工业企业数字化改造覆盖率达86.5%。';

/** The text with its hints in brackets. */
const hinted = async (inlayHints?: string): Promise<string> => {
  const { editor: started, document, textDocument } = await openAt(body);
  editor = started;
  if (inlayHints)
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { heshu: { inlayHints } } });
  const range = { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
  const hints = (await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];
  let text = document.getText();
  for (const { position, label } of hints.toReversed()) {
    const at = document.offsetAt(position);
    text = `${text.slice(0, at)}[${label as string}]${text.slice(at)}`;
  }
  return text.split('\n').slice(5, 7).join('\n');
};

it('there are none unless asked for', async () => expect(await hinted()).toBe(body));

it('where text and arithmetic disagree they give the rate that follows', async () => {
  expect(await hinted('conflicts')).toBe(body.replace('4.8%', '4.8%[按两数为5.6%]'));
});

it('wherever something is known they give last year’s value; no rate where prices forbid to divide', async () => {
  expect(await hinted('all')).toBe(
    '财政总收入262亿元[上年248亿元]，增长4.8%[按两数为5.6%]；地区生产总值868.3亿元[上年812.4亿元]，增长5.7%；政策性担保金额25亿元[上年20亿元，按两数为25%]，上年为20亿元。\n规上工业企业数字化改造覆盖率达86.5%[上年81.3%]。',
  );
});
