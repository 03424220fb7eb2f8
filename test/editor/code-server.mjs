// Starts code-server, with all its state in a folder that is thrown away.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeServer, freePort } from './tools.mjs';

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/** Gives its port, the folder of its user's settings and a function that stops it; `install` is a VSIX to be installed first. */
export const startCodeServer = async ({ userSettings = {}, install } = {}) => {
  const state = mkdtempSync(join(tmpdir(), 'heshu-'));
  const folder = (name) => {
    const path = join(state, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const [user, extensions] = [folder('user'), folder('extensions')];
  mkdirSync(join(user, 'User'));
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...settings, ...userSettings }));
  writeFileSync(join(state, 'config.yaml'), 'auth: none\n');
  const port = await freePort();
  const common = ['--config', join(state, 'config.yaml'), '--user-data-dir', user, '--extensions-dir', extensions];
  const env = { ...process.env, TMPDIR: folder('tmp'), XDG_RUNTIME_DIR: folder('run'), EXTENSIONS_GALLERY: '{}' };
  let log = '';
  const run = (args) => {
    const child = spawn(process.execPath, [codeServer, ...common, ...args], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        log += data;
      });
    return child;
  };
  if (install) {
    const code = await new Promise((resolve) => run(['--install-extension', install]).on('exit', resolve));
    if (code !== 0) throw new Error(`code-server did not install ${install}:\n${log}`);
  }
  const server = run([
    '--auth',
    'none',
    '--bind-addr',
    `127.0.0.1:${port}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
  ]);
  const stop = async () => {
    if (server.exitCode === null) {
      const gone = new Promise((resolve) => server.on('exit', resolve));
      const signal = (name) => {
        try {
          process.kill(-server.pid, name);
        } catch {
          // Gone already.
        }
      };
      signal('SIGTERM');
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000))]);
      signal('SIGKILL');
    }
    rmSync(state, { recursive: true, force: true, maxRetries: 5 });
  };
  for (const started = Date.now(); !(await answers(port)); await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (server.exitCode === null && Date.now() - started < 60_000) continue;
    await stop();
    throw new Error(`code-server did not start:\n${log}`);
  }
  return { port, stop, userFolder: join(user, 'User') };
};

const answers = (port) =>
  new Promise((resolve) => {
    get(`http://127.0.0.1:${port}/healthz`, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });
