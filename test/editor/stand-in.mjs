#!/usr/bin/env node
// Stands in for the VS Code executable that @vscode/test-electron starts, where VS Code cannot be downloaded: opens the
// folder in code-server (VS Code's own workbench and Node extension host, in server mode) with Chromium, lets its
// extension host run the tests, and exits with their code.
import { startCodeServer } from './code-server.mjs';
import { launchBrowser } from './tools.mjs';

const option = (name) =>
  process.argv
    .find((argument) => argument.startsWith(`--${name}=`))
    ?.slice(name.length + 3)
    .replace(/^file:\/\//, '');
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
const limit = 180_000;

const server = await startCodeServer();
let code = 1;
let browser;
try {
  browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (type !== 'info' && type !== 'log') console.log(`[${type}]`, ...args);
  });
  const exited = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`the tests did not end within ${limit / 1000} s`)), limit).unref();
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(option('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(option('extensionTestsPath'))],
    ['skipWelcome', 'true'],
  ]);
  const query = new URLSearchParams({ folder, payload });
  await page.goto(`http://127.0.0.1:${server.port}/?${query}`);
  code = await exited;
} catch (error) {
  console.error(error);
} finally {
  await browser?.close().catch(() => {});
  await server.stop();
}
process.exit(code);
