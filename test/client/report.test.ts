import { afterEach, expect, it } from 'vitest';
import { reportPage } from '../../client/report/html.ts';
import { texts } from '../../client/report/texts.ts';
import { decideRequest, type Overview, overviewRequest } from '../../server/protocol.ts';
import type { Editor } from '../server/client.ts';
import { openAt } from '../server/marked.ts';

let editor: Editor;
afterEach(() => editor.stop());

it('the report lists what was set aside, by whom and why, as words and not as markup', async () => {
  const opened = await openAt('财政总收入262亿元，增长4.8%。');
  ({ editor } = opened);
  const { uri } = opened.textDocument;
  const overview = async (): Promise<Overview> => (await editor.connection.sendRequest<Overview>(overviewRequest, { uri }))!;
  const page = async (): Promise<string> => reportPage(await overview(), texts.zh, { nonce: 'n', link: undefined, time: '' });
  expect(await page()).not.toContain('<h2>已搁置</h2>');
  const { key } = (await overview()).findings[0]!.items[0]!;
  await editor.connection.sendRequest(decideRequest, { uri, action: 'setAside', key, reason: '<b>同口径</b>', by: '综合科' });
  const after = await page();
  expect(after).toContain('<h2>已搁置</h2>');
  expect(after).toMatch(
    /财政总收入262亿元、增长4\.8%：两数对不上 <span class="place">&lt;b&gt;同口径&lt;\/b&gt;（综合科，\d{4}-\d\d-\d\d）/,
  );
});
