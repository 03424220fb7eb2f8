#!/usr/bin/env node
// node test/editor/screenshots.mjs FOLDER: installs the VSIX in code-server, opens the sample as a writer would, and
// takes pictures of findings, hovers, completion, problems and activation. To be looked at by a person.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
