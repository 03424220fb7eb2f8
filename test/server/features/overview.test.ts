import { afterEach, describe, expect, it } from 'vitest';
import { checkedNotification, type Overview, overviewRequest, type UriParams } from '../../../server/protocol.ts';
import { type Editor, MemoryFiles, signal, startEditor } from '../client.ts';
import { openAt } from '../marked.ts';
import { draftOf, folder, lastYear } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

const body = `财政总收入262亿元，增长4.8%；固定资产投资709亿元，增长10.3%。
（一）产业
带动消费近56亿元左右；新增停车泊位100个。
二、2025年重点工作安排
财政总收入增长5%，地区生产总值增长5.5%。`;

const overviewOf = async (text: string, more: Record<string, string | Uint8Array> = {}): Promise<Overview | null> => {
  const opened = await openAt(text, {}, more);
  ({ editor } = opened);
  return editor.connection.sendRequest(overviewRequest, opened.textDocument);
};

describe('the overview', () => {
  it('says what was checked, for whom and with what', async () => {
    const overview = (await overviewOf(body))!;
    expect(overview).toMatchObject({ name: 'draft.zcg', title: '政府工作报告', region: '云溪区', year: 2025, start: null, garbled: false });
    expect(overview.coverage).toMatch(/^8个数据：/);
    expect(overview.sources).toEqual([
      {
        title: '政府工作报告',
        description: '云溪区 · 2024 · 报告',
        facts: expect.any(Number),
        uri: 'file:///w/%E5%9F%BA%E6%9C%9F/%E4%B8%8A%E5%B9%B4%E6%8A%A5%E5%91%8A.txt',
      },
    ]);
  });

  it('says it in English where the client asks for that', async () => {
    const opened = await openAt('财政总收入262亿元，增长4.8%。', { initializationOptions: { language: 'en' } });
    ({ editor } = opened);
    const overview = (await editor.connection.sendRequest<Overview>(overviewRequest, opened.textDocument))!;
    expect(overview.coverage).toBe('2 figures: 0 agree · 1 to check · 1 not comparable · 0 no evidence');
    expect(overview.sources[0]?.description).toBe('云溪区 · 2024 · report');
  });

  it('names papers that could not be read where no heshu.json tells of them', async () => {
    const broken = Object.fromEntries(['甲', '乙', '丙', '丁', '戊'].map((name) => [`${folder}/基期/${name}.wps`, '']));
    const outsideOf = async (more: Record<string, string>): Promise<string[]> => {
      editor = await startEditor({ files: new MemoryFiles({ ...broken, [`${folder}/基期/上年.txt`]: lastYear, ...more }) });
      const { uri } = editor.open(`${folder}/draft.zcg`, draftOf(body));
      return (await editor.connection.sendRequest<Overview>(overviewRequest, { uri })).outside;
    };
    expect(await outsideOf({})).toEqual([
      expect.stringMatching(/^甲\.wps：/),
      expect.stringMatching(/^乙\.wps：/),
      expect.stringMatching(/^丙\.wps：/),
      '材料另有2处没有读出；在文稿旁放一份 heshu.json，“问题”里会逐条列出',
    ]);
    await editor.stop();
    expect(await outsideOf({ [`${folder}/heshu.json`]: '{}' })).toEqual([]);
  });

  it('has the findings by section, and the figures that nothing was held against', async () => {
    const { findings, unevidenced, counts } = (await overviewOf(body))!;
    expect(findings.map(({ title, items }) => [title, ...items.map(({ rule, place }) => `${rule} ${place}`)])).toEqual([
      ['一、2024年工作回顾', 'growth-rate “一”第1段'],
      ['（一）产业', 'approximation “一（一）”第1段'],
    ]);
    const figures = unevidenced.flatMap(({ items }) => items);
    expect(figures.map(({ name, printed }) => name + printed)).toContain('停车泊位100个');
    expect(figures).toHaveLength(counts.withoutEvidence);
  });

  it('has last year, target, this year, growth and the next target of each headline indicator', async () => {
    const { headline } = (await overviewOf(body))!;
    expect(headline.map(({ name }) => name)).toEqual(['地区生产总值', '固定资产投资', '财政总收入', '城镇新增就业']);
    expect(headline[2]).toMatchObject({
      lastYear: { value: '248亿元', growth: '＋7.5%' },
      target: '＋5%',
      thisYear: { value: '262亿元', growth: '＋4.8%' },
      nextTarget: '＋5%',
      verdict: 'conflict',
      chart: { last: 248e8, now: 262e8 },
      placed: { place: '“一”第1段' },
    });
    expect(headline[3]).toMatchObject({ target: '1.5万人', thisYear: { value: '', growth: '' }, placed: null, verdict: 'none' });
  });

  it('has no rank for last year’s value', async () => {
    const last =
      '政府工作报告\n——2024年2月6日在云溪区第五届人民代表大会第三次会议上\n一、2023年工作回顾\n农村居民人均可支配收入列全市第三位，固定资产投资642.8亿元。\n';
    const { headline } = (await overviewOf(body, { [`${folder}/基期/上年报告.txt`]: last }))!;
    expect(headline.map(({ name, lastYear: { value } }) => `${name} ${value}`)).toEqual([
      '地区生产总值 ',
      '固定资产投资 642.8亿元',
      '财政总收入 ',
    ]);
  });

  it('has what last year’s value was revised to, beside what the report printed', async () => {
    const sheet = { [`${folder}/数据表/快报.csv`]: '2024年主要指标\n指标,单位,上年数（修订）,本年数\n财政总收入,亿元,249.6,262.3\n' };
    const { headline } = (await overviewOf(body, sheet))!;
    expect(headline[2]).toMatchObject({
      lastYear: { value: '248亿元', growth: '＋7.5%' },
      revised: '249.6亿元',
      sheet: '262.3亿元',
      chart: { last: 249.6e8 },
    });
    expect(headline[1]).toMatchObject({ lastYear: { value: '642.8亿元' }, revised: '', sheet: '' });
  });

  it('has last year’s targets with what the draft reports on each', async () => {
    const { commitments } = (await overviewOf(body))!;
    expect(commitments.map(({ name, target, outcome, reported }) => `${name} ${target} ${outcome} ${reported}`)).toEqual([
      '地区生产总值 ＋5.5% unmentioned ',
      '固定资产投资 ＋8% exceeded ＋10.3%',
      '财政总收入 ＋5% short ＋4.8%',
      '新增城镇就业 1.5万人 unmentioned ',
    ]);
    expect(commitments[1]?.placed?.place).toBe('“一”第1段');
    expect(commitments[3]?.frame).toBe('新增城镇就业$1万人');
    const line = lastYear.split('\n').findIndex((text) => text.includes('新增城镇就业1.5万人'));
    expect(commitments[3]?.origin).toMatchObject({
      uri: 'file:///w/%E5%9F%BA%E6%9C%9F/%E4%B8%8A%E5%B9%B4%E6%8A%A5%E5%91%8A.txt',
      range: { start: { line } },
    });
    expect(commitments[1]?.origin).toBeNull();
  });

  it('names what could not be read of the papers: where nothing else is left, instead of asking for papers', async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);
    const line = '2024年报告.doc：旧格式，请在 Word 或 WPS 里另存为 .docx';
    expect(await overviewOf(body, { [`${folder}/基期/2024年报告.doc`]: old })).toMatchObject({ start: null, unread: [line] });
    editor.stop();
    const files = new MemoryFiles({ [`${folder}/上年/2024年报告.doc`]: old, [`${folder}/上年/公报.wps`]: old });
    editor = await startEditor({ files });
    editor.open(`${folder}/draft.zcg`, draftOf(body));
    const alone = await editor.connection.sendRequest<Overview>(overviewRequest, { uri: `${folder}/draft.zcg` });
    expect(alone.start).toBe(`没有可比的材料。${line}（另有1处没有读出，见侧栏“来源”）`);
    expect(alone.unread).toHaveLength(2);
  });

  it('says in one sentence what to do where no paper speaks of the region', async () => {
    expect((await overviewOf(body))?.start).toBeNull();
    editor.stop();
    editor = await startEditor({});
    const document = editor.open(`${folder}/draft.zcg`, draftOf(body));
    const alone: Overview | null = await editor.connection.sendRequest(overviewRequest, { uri: document.uri });
    expect(alone?.start).toBe('还没有可比的材料：把上年的报告放进文稿旁的一个文件夹，再选定它');
  });

  it('notices a text that was opened in a wrong encoding', async () => {
    expect((await overviewOf('\ufffd'.repeat(40)))?.garbled).toBe(true);
  });
});

it('a client that shows checks is told of each', async () => {
  const checked = signal<string>();
  const opened = await openAt(body, {
    initializationOptions: { showsChecks: true },
    prepare: (connection) => connection.onNotification(checkedNotification, ({ uri }: UriParams) => checked.give(uri)),
  });
  ({ editor } = opened);
  await editor.connection.sendRequest(overviewRequest, opened.textDocument);
  expect(await checked.given).toBe(opened.document.uri);
});
