#!/usr/bin/env node
// node test/editor/screenshots.mjs FOLDER: installs the VSIX in code-server, opens the sample as a writer would, and
// takes pictures of findings, hovers, completion, changing a value, views, report, hints, walkthrough and activation. To be
// looked at by a person.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startCodeServer } from './code-server.mjs';
import { launchBrowser, root } from './tools.mjs';

const pictures = resolve(process.argv[2] ?? '.');
mkdirSync(pictures, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'heshu-'));
const folder = join(scratch, '政府工作报告');
mkdirSync(folder);
cpSync(join(root, 'sample'), folder, { recursive: true });
const vsix = join(scratch, 'heshu.vsix');
execFileSync('npx', ['vsce', 'package', '--no-dependencies', '--out', vsix], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const server = await startCodeServer({
  install: vsix,
  userSettings: { 'workbench.colorTheme': 'Default Light Modern', 'files.autoSave': 'off', 'window.commandCenter': false },
});
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, locale: 'zh-CN' });
  const take = async (name) => {
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  await page.goto(`http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(folder)}`);
  const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.zcg' });
  await file.dblclick();
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await page.keyboard.press('Control+B'); // The text has the room.
  await take('findings');

  /** The first place of some words on the screen. */
  const wordsAt = async (words) => {
    const place = await page.evaluate((text) => {
      const walker = document.createTreeWalker(document.querySelector('.view-lines'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2, end: x + width };
      }
      return undefined;
    }, words);
    if (!place) throw new Error(`“${words}” is not on the screen`);
    return place;
  };
  const hover = async (words, name) => {
    const { x, y } = await wordsAt(words);
    await page.mouse.move(x, y, { steps: 5 });
    await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
    await take(name);
    await page.mouse.move(5, 400);
    await page.keyboard.press('Escape');
  };
  const resize = async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(1000);
  };
  await resize(1180, 720);
  await hover('3.5%', 'editor');
  await resize(1280, 800);
  await hover('260亿元', 'hover-figure');
  await hover('社会消费品零售总额', 'hover-indicator');

  const { end, y } = await wordsAt('国家级经开区综合考评');
  await page.mouse.click(end, y);
  await page.keyboard.type('，gdzctz', { delay: 60 });
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await take('completion-initials');
  await page.keyboard.press('Escape');
  for (let i = 0; i < 7; i++) await page.keyboard.press('Backspace');
  await page.keyboard.insertText('社会');
  await page.keyboard.type('消', { delay: 60 });
  await page.waitForTimeout(600);
  await take('completion-prefix');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await take('problems');

  await page.keyboard.press('Control+Shift+M');

  const run = async (command) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget:visible input').fill(`>${command}`);
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(800);
  };
  const set = async (settings) => {
    const path = join(server.userFolder, 'settings.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...settings }));
    await run('View: Close All Editors');
    await page.reload();
    await page.locator('.monaco-workbench .part.editor').waitFor();
    await page.waitForTimeout(3000);
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget:visible input').fill('钱塘区2025');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await run('View: Single Column Editor Layout');
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    await page.waitForTimeout(1500);
  };
  const toTop = async () => {
    await run('View: Focus First Editor Group');
    await page.keyboard.press('Control+Home');
    await page.waitForTimeout(300);
  };
  await run('File: Revert File');
  await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();

  await toTop();
  const place = await wordsAt('476亿元');
  await page.mouse.click(place.x, place.y);
  await page.waitForTimeout(800);
  await take('highlights');
  const plain = await wordsAt('我们坚持');
  await page.mouse.click(plain.x, plain.y);
  await take('highlights-none');
  await page.mouse.click(place.x, place.y);
  await page.keyboard.press('Shift+F12');
  await page.locator('.reference-zone-widget').waitFor();
  await take('references');
  await page.keyboard.press('Escape');

  await toTop();
  const total = await wordsAt('260亿元');
  await page.mouse.click(total.x, total.y);
  await page.keyboard.press('F2');
  await page.locator('.monaco-editor.rename-box').waitFor();
  await page.locator('.rename-input').fill('268亿元');
  await take('rename');
  await page.locator('.rename-input').press('Enter');
  await page.waitForTimeout(2500);
  await take('change-value');
  await run('Discard Refactoring');
  await page.keyboard.press('Control+J');

  await run('View: Show Heshu');
  await page.locator('.pane-body .monaco-list-row', { hasText: '一、2024年工作回顾' }).first().waitFor();
  await take('views');
  await run('View: Show Last Year');
  await page.locator('.pane-header', { hasText: 'Findings' }).click();
  await page.waitForTimeout(800);
  await take('commitments');
  await page.locator('.pane-header', { hasText: 'Findings' }).click();
  await page.mouse.move(180, 788);
  await page.waitForTimeout(1200);
  await take('status');
  await page.mouse.move(700, 300);

  await page.keyboard.press('Control+B');
  await toTop();
  await run('Show the Check Report');
  await page.waitForTimeout(1500);
  await take('report');
  const frame = page.frameLocator('iframe.webview').frameLocator('iframe');
  await frame.locator('figure').scrollIntoViewIfNeeded();
  await take('report-chart');
  await set({ 'workbench.colorTheme': 'Default Dark Modern' });
  await take('findings-dark');
  await run('Show the Check Report');
  await page.waitForTimeout(1500);
  await take('report-dark');
  await set({ 'workbench.colorTheme': 'Default Light Modern', 'heshu.inlayHints': 'all', 'heshu.codeLens': true });
  await page.locator('.codelens-decoration').first().waitFor();
  await toTop();
  await take('hints');

  await run('Welcome: Open Walkthrough');
  await page.keyboard.type('figures');
  await page.keyboard.press('Enter');
  await page.locator('.getting-started-step').first().waitFor();
  await page.waitForTimeout(4000);
  await take('walkthrough');

  await page.keyboard.press('F1');
  await page.keyboard.type('Show Running Extensions');
  await page.keyboard.press('Enter');
  await page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: '核数' }).waitFor();
  await take('activation');
} finally {
  await browser.close();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
