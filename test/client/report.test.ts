import { afterEach, expect, it } from 'vitest';
import { reportPage } from '../../client/report/html.ts';
import { texts } from '../../client/report/texts.ts';
import { decideRequest, type Overview, overviewRequest } from '../../server/protocol.ts';
import type { Editor } from '../server/client.ts';
import { openAt } from '../server/marked.ts';
import { folder } from '../server/papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

it('the report has the sheet’s values where there is a sheet, and what a base was revised to', async () => {
  const page = async (more: Record<string, string>): Promise<string> => {
    const opened = await openAt('财政总收入262亿元，增长4.8%。', {}, more);
    ({ editor } = opened);
    const overview = (await editor.connection.sendRequest<Overview>(overviewRequest, opened.textDocument))!;
    return reportPage(overview, texts.zh, { nonce: 'n', link: undefined, time: '' });
  };
  const sheet = '2024年主要指标\n指标,单位,上年数（修订）,本年数\n财政总收入,亿元,249.6,262.3\n';
  const withSheet = await page({ [`${folder}/数据表/快报.csv`]: sheet });
  expect(withSheet).toContain('<th scope="col">数据表</th>');
  expect(withSheet).toContain('<td><span>248亿元，</span><wbr><span>＋7.5%</span><wbr><span>（修订249.6亿元）</span></td>');
  expect(withSheet).toContain('<td><span>262.3亿元</span></td>');
  editor.stop();
  expect(await page({})).not.toContain('<th scope="col">数据表</th>');
});

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
