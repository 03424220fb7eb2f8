import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../server/readers/csv.ts';
import { readXlsx } from '../../server/readers/xlsx.ts';
import { launchBrowser, root } from '../editor/tools.mjs';
import { docxOf } from '../readers/docx-file.ts';
import { pdf, typeset } from '../readers/pdf-file.ts';
import { c, row, xlsx } from '../readers/xlsx-file.ts';
import { heshuIn } from '../terminal.ts';

const file = join(root, 'dist/核数.html');
const isRequired = process.env.HESHU_EDITOR_TESTS === 'required';

const whyNot = (): string | undefined => {
  if (!existsSync(file)) return 'dist/核数.html is not built';
  try {
    execFileSync('sh', ['-c', 'command -v chromium']);
    return undefined;
  } catch {
    return 'no Chromium: run scripts/install-editor.sh';
  }
};
const reason = isRequired ? undefined : whyNot();
if (reason !== undefined) console.log(`skipped: the offline page: ${reason}`);

const report = (year: number, ...sentences: string[]): string[] => [
  '政府工作报告',
  `${year}年1月10日在清河县第九届人民代表大会第${year === 2025 ? '四' : '三'}次会议上`,
  `一、${year - 1}年工作回顾`,
  ...sentences,
];
const draftLines = report(
  2025,
  '全年财政总收入26.2亿元，增长4.8%。新增停车泊位2000个，上年为1500个。',
  '粮食产量13.2万吨，社会消费品零售总额58亿元。',
);

let folder: string;
/** A draft and tables that belong to it. */
let withTables: string;
let browser: Browser;

beforeAll(async () => {
  if (reason !== undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'heshu-page-'));
  for (const name of ['基期', '数据表']) mkdirSync(join(folder, name));
  const write = (name: string, content: Uint8Array | string): void => writeFileSync(join(folder, name), content);
  write('稿.docx', docxOf(draftLines.join('\n')));
  write('基期/报告.docx', docxOf(report(2024, '财政总收入24.8亿元，增长7.5%。').join('\n')));
  write('基期/补充.pdf', pdf(typeset(report(2024, '新增停车泊位1200个。'))));
  const rows = [
    ['指标', '单位', '2024年'],
    ['社会消费品零售总额', '亿元', '59.4'],
  ];
  const cells = rows.map((texts, i) =>
    row(
      i + 1,
      texts.map((text, column) => c(`${'ABC'[column]}${i + 1}`, text)),
    ),
  );
  write('数据表/统计局.xlsx', xlsx([{ name: '2024年主要指标', rows: cells.join('') }]));
  withTables = mkdtempSync(join(tmpdir(), 'heshu-tables-'));
  writeFileSync(join(withTables, '稿.docx'), docxOf(draftLines.join('\n')));
  writeFileSync(join(withTables, '附表.csv'), '指标,单位,2024年\n粮食产量,万吨,13.6\n');
  writeFileSync(join(withTables, '2022年附表.csv'), '指标,单位,2022年\n粮食产量,万吨,12.6\n');
  write('坏.docx', docxOf(draftLines.join('\n')).subarray(0, 700));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const made of [folder, withTables]) if (made !== undefined) rmSync(made, { recursive: true });
});

const at = (...names: string[]): string[] => names.map((name) => join(folder, name));

/** The page from its file, the network cut off; fails where anything goes wrong in it or leaves it. */
const open = async (options: BrowserContextOptions = {}, script?: () => void): Promise<Page> => {
  const context = await browser.newContext({ offline: true, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => /^(?:file|blob|data|about):/.test(request.url()) || wrong.push(request.url()));
  if (script) await page.addInitScript(script);
  await page.goto(pathToFileURL(file).href);
  return page;
};
const wrong: string[] = [];

const put = async (page: Page): Promise<void> => {
  await page.setInputFiles('#choose-paper', at('基期/报告.docx', '基期/补充.pdf'));
  await page.setInputFiles('#choose-sheet', at('数据表/统计局.xlsx'));
  await page.setInputFiles('#choose-draft', at('稿.docx'));
  await page.locator('.findings li').first().waitFor();
};

/** Files and folders of the disk dropped on the page, beside its zones. */
const drop = async (page: Page, files: string[]): Promise<void> => {
  const { width, height } = page.viewportSize() as { width: number; height: number };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height - 20, data });
};

/** The names in each zone. */
const zones = (page: Page): Promise<string[][]> =>
  page.locator('.zone').evaluateAll((all) => all.map((zone) => [...zone.querySelectorAll('.name')].map((name) => name.textContent ?? '')));

/** What the page lists: the messages' first lines. */
const listed = (page: Page): Promise<string[]> =>
  page.locator('.findings .what').evaluateAll((items) => items.map((item) => (item.lastChild as Text).data));

const saved = async (page: Page, label: string): Promise<{ name: string; bytes: Uint8Array }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('button', { name: label }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
};

describe.skipIf(reason !== undefined)('the offline page, from its file and without a network', { timeout: 60_000 }, () => {
  it('holds the draft against the tables that belong to it, as the command line does', async () => {
    const page = await open();
    const [draft, ...more] = ['稿.docx', '附表.csv', '2022年附表.csv'].map((name) => join(withTables, name)) as [string, string, string];
    await drop(page, [draft, ...more]);
    await page.locator('.findings li').first().waitFor();
    expect(await zones(page)).toEqual([['稿.docx', '附表.csv'], ['2022年附表.csv'], []]);
    const { out } = await heshuIn(withTables, 'check', '稿.docx', '附表.csv', '--format', 'json');
    const { findings } = (JSON.parse(out) as { files: [{ findings: { message: string }[] }] }).files[0];
    expect(findings.map(({ message }) => message)).toContainEqual(expect.stringContaining('附表.csv《附表》第2行写的是13.6万吨'));
    expect(await listed(page)).toEqual(findings.map(({ message }) => message.split('\n')[0]));
    // The only draft gone, its table alone is nothing to check.
    await page.getByRole('button', { name: '移去 稿.docx' }).click();
    await page.getByText('还没有文稿：请放入要核的稿子。').waitFor();
    await drop(page, [draft]);
    await page.locator('.findings li').first().waitFor();
    expect((await zones(page))[0]).toEqual(['附表.csv', '稿.docx']);
  });

  it('finds what the command line finds, in the draft’s own Word document', async () => {
    const page = await open();
    await put(page);
    const { out } = await heshuIn(folder, 'check', '稿.docx', '--format', 'json');
    const { findings } = (JSON.parse(out) as { files: [{ findings: { message: string }[] }] }).files[0];
    expect(await listed(page)).toEqual(findings.map(({ message }) => message.split('\n')[0]));
    expect(findings).toHaveLength(3);
    expect(await page.locator('.counts').textContent()).toMatch(/^个数据6一致/);

    const { name, bytes } = await saved(page, '批注稿（Word）');
    expect(name).toBe('稿-批注稿.docx');
    const parts = unzipSync(bytes);
    expect(new TextDecoder().decode(parts['word/comments.xml'])).toContain('财政总收入26.2亿元、增长4.8%：两数对不上');
    const wordsIn = (document: Uint8Array): string =>
      new TextDecoder().decode(unzipSync(document)['word/document.xml']).replace(/<[^>]*>/g, '');
    expect(wordsIn(bytes)).toBe(wordsIn(docxOf(draftLines.join('\n'))));
    await page.getByLabel('批注稿末页附问题索引').check();
    expect(wordsIn((await saved(page, '批注稿（Word）')).bytes)).toContain('附：核数问题索引');

    const sheet = await saved(page, '核数单（Excel）');
    expect(sheet.name).toBe('稿-核数单.xlsx');
    const [rows] = readXlsx(sheet.bytes);
    const worksheet = readCsv((await heshuIn(folder, 'worksheet', '稿.docx', '--format', 'csv')).out.trim());
    expect(rows?.rows).toEqual(worksheet);
    const split = await saved(page, '按部门分开');
    expect(Object.keys(unzipSync(split.bytes))).toContain('核数单-财政局.xlsx');

    const html = await saved(page, '核对报告（网页）');
    expect(new TextDecoder().decode(html.bytes)).toContain('财政总收入26.2亿元、增长4.8%：两数对不上');
    await page.getByRole('button', { name: '打印核对报告' }).click();
    const printed = page.frameLocator('iframe');
    expect(await printed.locator('.coverage').evaluate((line) => getComputedStyle(line).fontWeight)).toBe('700');
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('an item leads to its sentence, by pointer and by keyboard, and a mark back to it', async () => {
    const page = await open();
    await put(page);
    const sentence = (): Promise<string> => page.evaluate(() => [...(CSS.highlights.get('sentence') ?? [])].map(String).join());
    await page.locator('.findings .why').first().click();
    expect(await sentence()).toBe('全年财政总收入26.2亿元，增长4.8%。');
    await page.locator('#f2').press('Enter');
    expect(await sentence()).toBe('新增停车泊位2000个，上年为1500个。');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(await focused()).toBe(draftLines[3]);
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('1500个');
    await page.locator('mark', { hasText: '58亿元' }).click();
    expect(await focused()).toContain('社会消费品零售总额58亿元');
    await page.locator('#tab-findings').press('ArrowRight');
    expect(await page.locator('[role=tabpanel]:visible').getAttribute('id')).toBe('panel-commitments');
    await page.locator('#tab-unevidenced').click();
    await page.locator('#panel-unevidenced button').last().click();
    expect(await sentence()).toContain('粮食产量13.2万吨');
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('what is dropped anywhere is told apart; a file that cannot be read is named and harms none', async () => {
    const page = await open();
    await drop(page, at('基期/报告.docx', '数据表/统计局.xlsx', '稿.docx', '坏.docx'));
    await page.locator('.findings li').first().waitFor();
    expect(await zones(page)).toEqual([['稿.docx'], ['报告.docx', '坏.docx'], ['统计局.xlsx']]);
    expect(await page.getByRole('alert').textContent()).toContain('坏.docx：文件不完整或已损坏，请用 Word 或 WPS 打开后另存一份再核');
    expect(await listed(page)).toHaveLength(2);
    await page.getByLabel('坏.docx 作为').selectOption({ label: '文稿' });
    await page.getByRole('status').filter({ hasText: '核对完成' }).waitFor();
    expect(await listed(page)).toHaveLength(2);
    await page.getByRole('button', { name: '全部移去' }).click();
    expect(await page.locator('.results').innerHTML()).toBe('');
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('takes a folder whole: what lies in its folders is what they are called', async () => {
    const page = await open();
    const whole = [['稿.docx'], ['坏.docx', '报告.docx', '补充.pdf'], ['统计局.xlsx']];
    const sorted = async (): Promise<string[][]> => (await zones(page)).map((names) => names.sort());
    await drop(page, [folder]);
    await page.locator('.findings li').first().waitFor();
    expect(await listed(page)).toHaveLength(3);
    expect(await sorted()).toEqual(whole);
    await page.getByRole('button', { name: '全部移去' }).click();
    await page.setInputFiles('#choose-folder', folder);
    await page.locator('.findings li').first().waitFor();
    expect(await sorted()).toEqual(whole);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('a draft that is broken says so, and one that names no region is checked once that is filled in', async () => {
    const page = await open();
    await page.setInputFiles('#choose-draft', at('坏.docx'));
    await page.getByRole('alert').getByText('坏.docx：').waitFor();
    await page.getByRole('button', { name: '移去 坏.docx' }).click();
    await page.setInputFiles('#choose-paper', at('基期/报告.docx'));
    const nameless = ['政府工作报告', '一、2024年工作回顾', draftLines[3]].join('\n');
    await page.setInputFiles('#choose-draft', { name: '稿.txt', mimeType: 'text/plain', buffer: Buffer.from(nameless) });
    await page.getByText('看不出是哪个地区的文稿').waitFor();
    await page.getByLabel('地区').fill('清河县');
    await page.getByLabel('报告年份').fill('2025');
    await page.getByText('财政总收入26.2亿元、增长4.8%：两数对不上').first().waitFor();
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('speaks English where the browser does, and Chinese on demand', async () => {
    const page = await open({ locale: 'en-GB' });
    await put(page);
    expect(await page.getByRole('tab').first().textContent()).toContain('Findings');
    expect((await listed(page))[0]).toMatch(/[a-z]{4}/);
    const headsOf = (tab: string): Promise<string[]> => page.locator(`#panel-${tab} th`).allTextContents();
    expect(await headsOf('unevidenced')).toEqual(['Place', 'Indicator', 'Figure', 'Department']);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByText('财政总收入26.2亿元、增长4.8%：两数对不上').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('brings the licences of what it holds', async () => {
    const page = await open();
    await page.getByText('本页所用开源组件及其许可').click();
    const texts = await page.locator('footer pre').textContent();
    for (const words of ['fflate', 'htmlparser2', 'hucre', 'unpdf', 'Apache License', 'Adobe Systems Incorporated'])
      expect(texts).toContain(words);
    await page.context().close();
  });

  it('its policy lets nothing out', async () => {
    const page = await open();
    const refused = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
      await fetch('https://example.com/').catch(() => undefined);
      document.body.append(Object.assign(new Image(), { src: 'https://example.com/a.png' }));
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [...violations, String('ran' in window)];
    });
    expect(refused.sort()).toEqual(['connect-src', 'false', 'img-src', 'script-src-elem']);
    wrong.length = 0;
    await page.context().close();
  });

  it('needs nothing that Chromium 109 lacks, the reader of PDF files included', async () => {
    const page = await open({}, () => {
      const strip = (): void => {
        const names: Record<string, [unknown, string[]]> = {
          array: [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
          typed: [Object.getPrototypeOf(Uint8Array.prototype), ['toSorted', 'toReversed', 'with']],
          bytes: [Uint8Array, ['fromBase64', 'fromHex']],
          byteMethods: [Uint8Array.prototype, ['toBase64', 'toHex', 'setFromBase64', 'setFromHex']],
          buffer: [ArrayBuffer.prototype, ['transfer', 'transferToFixedLength']],
          arrays: [Array, ['fromAsync']],
          objects: [Object, ['groupBy']],
          maps: [Map, ['groupBy']],
          map: [Map.prototype, ['getOrInsert', 'getOrInsertComputed']],
          weak: [WeakMap.prototype, ['getOrInsert', 'getOrInsertComputed']],
          set: [
            Set.prototype,
            ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
          ],
          promise: [Promise, ['withResolvers', 'try']],
          string: [String.prototype, ['isWellFormed', 'toWellFormed']],
          url: [URL, ['canParse', 'parse']],
          math: [Math, ['sumPrecise', 'f16round']],
          regexp: [RegExp, ['escape']],
          abort: [AbortSignal, ['any']],
          iterator: [globalThis, ['Iterator', 'Float16Array']],
          steps: [
            Object.getPrototypeOf(Object.getPrototypeOf([].values())),
            ['map', 'filter', 'take', 'drop', 'flatMap', 'toArray', 'some', 'every', 'find', 'reduce', 'forEach'],
          ],
        };
        for (const [of, properties] of Object.values(names)) for (const name of properties) delete (of as Record<string, unknown>)[name];
      };
      strip();
      const Whole = Blob;
      // The worker is a blob: the same is taken from it.
      window.Blob = class extends Whole {
        constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
          super(options?.type === 'text/javascript' ? [`(${strip})();`, ...parts] : parts, options);
        }
      };
    });
    await put(page);
    expect(await page.evaluate(() => 'toSorted' in Array.prototype)).toBe(false);
    expect(await listed(page)).toHaveLength(3);
    expect((await saved(page, '批注稿（Word）')).bytes.length).toBeGreaterThan(1000);
    expect((await saved(page, '核数单（Excel）')).bytes.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});
