import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Overview, overviewRequest } from '../../server/protocol.ts';
import { docxOf } from '../readers/docx-file.ts';
import { pdf, typeset } from '../readers/pdf-file.ts';
import { c, row, xlsx } from '../readers/xlsx-file.ts';
import { draft, lastYear } from '../server/papers.ts';
import { startProcess } from '../server/process.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
let scratch: string;
let first: Uint8Array;
let second: Uint8Array;
/** The extension as it is installed. */
let installed: string;

/** Packs what is under version control, from a folder of its own. */
const pack = async (name: string): Promise<Uint8Array> => {
  const folder = join(scratch, name);
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const path of listed.split('\0').filter((path) => path !== '' && path !== 'node_modules' && existsSync(join(root, path)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const out = join(folder, 'heshu.vsix');
  await run(process.execPath, ['scripts/package.mjs', out], { cwd: folder, env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' } });
  return readFileSync(out);
};

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'heshu-package-'));
  [first, second] = await Promise.all([pack('one'), pack('another')]);
  installed = join(scratch, 'installed');
  for (const [path, content] of Object.entries(unzipSync(first))) {
    if (!path.startsWith('extension/')) continue;
    const file = join(installed, path.slice('extension/'.length));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe('the extension file', () => {
  it('is the same from two builds', () => expect(Buffer.compare(first, second)).toBe(0));

  it('is not built where a generated file is stale', () => {
    const folder = join(scratch, 'another');
    for (const [path, words] of [
      ['docs/rules/sum.md', '合计'],
      ['server/core/generated/catalogue.ts', '地区生产总值'],
    ] as const) {
      const file = join(folder, path);
      const made = readFileSync(file, 'utf8');
      writeFileSync(file, made.replace(words, '改过'));
      const { status, stderr } = spawnSync('npm', ['run', 'build'], { cwd: folder, encoding: 'utf8' });
      expect([status, stderr]).toEqual([1, expect.stringContaining(`stale, run \`npm run generate\`:\n  ${path}`)]);
      writeFileSync(file, made);
    }
  });

  it('holds what is needed and nothing else', () => {
    const rulePages = readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
    const seeds = readdirSync(join(root, 'seeds')).map((name) => `seeds/${name}`);
    const walkthrough = readdirSync(join(root, 'docs/walkthrough')).map((name) => `docs/walkthrough/${name}`);
    expect(
      Object.keys(unzipSync(first))
        .filter((path) => !path.endsWith('/'))
        .map((path) => path.replace(/^extension\//, ''))
        .sort(),
    ).toEqual(
      [
        '[Content_Types].xml',
        'extension.vsixmanifest',
        'LICENSE.txt',
        'package.json',
        'package.nls.json',
        'package.nls.zh-cn.json',
        // docs/extension.md
        'readme.md',
        'dist/THIRD-PARTY-LICENCES.txt',
        'dist/cli/heshu.js',
        'dist/cli/main.js',
        'dist/client/extension.js',
        'dist/client/extension.web.js',
        ...['csv', 'office', 'paperwork', 'pdf', 'pinyin', 'seeds', 'workbook'].map((name) => `dist/readers/${name}.js`),
        'dist/server/node.js',
        'dist/server/worker.js',
        'dist/核数.html',
        'docs/heshu.reviewed.schema.json',
        'docs/heshu.schema.json',
        'l10n/bundle.l10n.zh-cn.json',
        'media/heshu.svg',
        'sample/钱塘区2025.zcg',
        'syntaxes/policy-draft.language-configuration.json',
        'syntaxes/policy-draft.tmLanguage.json',
        ...rulePages,
        ...seeds,
        ...walkthrough,
      ].sort(),
    );
    // Bundled code names no folder of the machine that built it.
    for (const path of ['dist/cli/main.js', 'dist/server/node.js', 'dist/client/extension.js', 'dist/readers/pdf.js'])
      expect(readFileSync(join(installed, path), 'utf8')).not.toContain(scratch);
  });

  it.each([
    // Pipes of the language client, which start the server; no http, tls or dns.
    ['extension.js', ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'readline', 'util', 'vscode']],
    ['extension.web.js', ['vscode']],
  ])('has a client that names nothing to reach the network with (%s)', (name, modules) => {
    const code = readFileSync(join(installed, 'dist/client', name), 'utf8');
    const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module = '']) => module.replace(/^node:/, ''));
    expect([...new Set(required)].sort()).toEqual(modules);
    expect(code.match(/\b(?:fetch\(|XMLHttpRequest|WebSocket\b|EventSource\b|sendBeacon|importScripts|https?:\/\/[\w.-]+)/g) ?? []).toEqual(
      [],
    );
  });

  it.each(['node.js', 'worker.js'])('has a server under 600 KB (%s)', (name) => {
    const code = readFileSync(join(installed, 'dist/server', name), 'utf8');
    expect(Buffer.byteLength(code)).toBeLessThan(600_000);
    // Of methods that the library knows and we do not serve.
    expect(code).not.toContain('textDocument/onTypeFormatting');
  });

  it('brings the licences of what it bundles', () => {
    const licences = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const name of [
      'fflate',
      'htmlparser2',
      'hucre',
      'jsonc-parser',
      'numfmt',
      'papaparse',
      'unpdf',
      'vscode-languageclient',
      'vscode-jsonrpc',
      'vscode-languageserver-textdocument',
    ])
      expect(licences, name).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\n\\n[\\s\\S]{200}`, 'm'));
    for (const words of [
      'Apache License',
      'Mozilla Foundation',
      'Adobe Systems Incorporated',
      'Permission is hereby granted',
      'Redistribution and use',
    ])
      expect(licences).toContain(words);
  });
});

const cutOff = join(import.meta.dirname, 'cut-off.cjs');
/** No network in the process; no code made of strings; and, where the machine allows it, no network around it either. */
const offline = [process.execPath, '--disallow-code-generation-from-strings', '--require', cutOff];
const unshared = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn', ...offline] : undefined;

describe.each([
  ['cut off in the process', offline],
  ['cut off by the system', unshared],
])('with the network %s', (_, command = []) => {
  const start = (...args: string[]): [string, string[]] => {
    const [executable, ...before] = [...command, ...args];
    return [executable as string, before];
  };
  let office: string;
  let trap: string;
  beforeAll(() => {
    office = mkdtempSync(join(tmpdir(), 'heshu-offline-'));
    trap = join(office, 'sprung');
    mkdirSync(join(office, '基期'));
    mkdirSync(join(office, '数据表'));
    writeFileSync(join(office, '稿.docx'), docxOf(draft));
    writeFileSync(join(office, '稿.txt'), draft);
    writeFileSync(join(office, '基期/上年报告.docx'), docxOf(lastYear));
    writeFileSync(join(office, '基期/补充.pdf'), pdf(typeset(lastYear.split('\n'))));
    // Pages and documents that point elsewhere.
    writeFileSync(
      join(office, '基期/网页.html'),
      '<html><head><link rel="stylesheet" href="http://203.0.113.1/x.css"><script src="http://203.0.113.1/x.js"></script><meta http-equiv="refresh" content="0;url=http://203.0.113.1/"></head><body><img src="http://203.0.113.1/x.png"><p>云溪区2023年户籍人口30万人。</p></body></html>',
    );
    writeFileSync(
      join(office, '数据表/表.xlsx'),
      xlsx([{ name: '表', rows: row(1, [c('A1', '指标'), c('B1', '2024年')]) + row(2, [c('A2', '财政总收入（亿元）'), c('B2', 262)]) }]),
    );
    writeFileSync(join(office, '数据表/表.csv'), '指标,2024年\n"=WEBSERVICE(""http://203.0.113.1/"")",1\n');
    writeFileSync(join(office, 'heshu.json'), '{ "$schema": "http://203.0.113.1/schema.json", "region": "云溪区" }');
    // What a program that looks for code here would run.
    const spring = `require('node:fs').writeFileSync(${JSON.stringify(trap)}, '');`;
    for (const path of [
      'heshu.js',
      'heshu.config.js',
      '.heshurc.js',
      'index.js',
      'readers/office.js',
      'dist/readers/office.js',
      'node_modules/heshu/index.js',
      'node_modules/papaparse/index.js',
      'node_modules/vscode-languageserver/node.js',
      '基期/index.js',
      '基期/office.js',
    ]) {
      mkdirSync(dirname(join(office, path)), { recursive: true });
      writeFileSync(join(office, path), spring);
    }
    writeFileSync(join(office, 'package.json'), '{ "name": "trap", "main": "index.js", "scripts": { "preinstall": "node index.js" } }');
  });
  afterAll(() => rmSync(office, { recursive: true }));

  it.skipIf(command.length === 0)('fetching is told', () => {
    for (const attempt of [
      "fetch('http://203.0.113.1/')",
      "require('node:net').connect(80, '203.0.113.1')",
      "require('node:dns').promises.lookup('example.org')",
    ]) {
      const { status, stderr } = spawnSync(...start('-e', attempt), { encoding: 'utf8' });
      expect(stderr).toContain('NETWORK: ');
      expect(status).toBe(99);
    }
  });

  it.skipIf(command.length === 0)(
    'the command line of the package does all its work',
    async () => {
      const heshu = join(installed, 'dist/cli/heshu.js');
      const runs: [status: number, ...args: string[]][] = [
        [1, 'check', '稿.docx', '稿.txt', '--fail-on', 'warning'],
        [0, 'check', '稿.txt', '--format', 'sarif', '--fail-on', 'never'],
        [0, 'check', '稿.docx', '--out', '批注.docx', '--index', '--fail-on', 'never'],
        [0, 'check', '稿.docx', '--out', '报告.html', '--fail-on', 'never'],
        [0, 'figures', '稿.docx'],
        [0, 'worksheet', '稿.docx', '--out', '核数单.xlsx'],
        [0, 'commitments', '稿.docx', '--out', '目标.xlsx'],
        [0, 'import', '基期/补充.pdf', '基期/网页.html', '--out', '依据/事实.csv'],
        [0, 'baseline', '--baseline', '基期'],
        [0, 'diff', '稿.docx', '批注.docx'],
        [0, 'explain', 'sum'],
        [0, 'rules'],
      ];
      // The system's own cut needs no more than a sample.
      for (const [status, ...args] of command === offline ? runs : runs.slice(2, 6)) {
        const { code, stdout, stderr } = await run(...start(heshu, ...args), { cwd: office, encoding: 'utf8' }).then(
          (done) => ({ ...done, code: 0 }),
          (error: { code: number; stdout: string; stderr: string }) => error,
        );
        expect([args[0], code, stderr.includes('NETWORK')], `${stdout}${stderr}`).toEqual([args[0], status, false]);
      }
      expect(existsSync(trap)).toBe(false);
    },
    60_000,
  );

  it.skipIf(command.length === 0)('the language server of the package reads all papers and answers', async () => {
    const server = await startProcess({ command: [...command, join(installed, 'dist/server/node.js'), '--stdio'], cwd: office });
    try {
      const uri = pathToFileURL(join(office, '稿.zcg')).href;
      await server.open(uri, draft);
      expect((await server.diagnose(uri)).map(({ code }) => code)).toContain('growth-rate');
      const overview = await server.connection.sendRequest<Overview>(overviewRequest, { uri });
      expect(overview.sources.length).toBeGreaterThan(2);
      expect(server.complaints).toEqual([]);
    } finally {
      await server.end();
    }
    expect(existsSync(trap)).toBe(false);
  });
});
