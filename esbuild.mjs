// Builds everything that ships: extension (node, browser), server (node, worker), command line. `--watch` keeps at it.
import { readFileSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { licencesOf } from './scripts/licences.mjs';
import { offlinePage } from './scripts/offline-page.mjs';
import { packData } from './scripts/pack.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  logLevel: 'warning',
  legalComments: 'none',
  charset: 'utf8',
  define: { HESHU_VERSION: JSON.stringify(version) },
};
// jsonc-parser's main is UMD, which no bundler can follow; its module field is ESM.
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  define: { ...common.define, global: 'globalThis' },
};

/** Readers, writers and data that few sessions need, by folder: bundles of their own, loaded on use. */
const lazyFolders = {
  csv: 'readers',
  office: 'readers',
  pdf: 'readers',
  paperwork: 'writers',
  workbook: 'writers',
  seeds: 'data',
  pinyin: 'data',
};
const isLazy = new RegExp(`(?:^\\.|/readers|/writers|/data)/(${Object.keys(lazyFolders).join('|')})\\.ts$`);
const globalOf = (name) => `heshu${name[0].toUpperCase()}${name.slice(1)}`;
const lazyFile = (path) => `${isLazy.exec(path)[1]}.js`;

/** From dist/cli and dist/server the bundles are required. */
const requireReaders = {
  name: 'require-readers',
  setup(build) {
    build.onResolve({ filter: isLazy }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `../readers/${lazyFile(path)}`, external: true } : undefined,
    );
  },
};
/** A worker has no address of its own to start from (it is a blob in VS Code): the client tells it (`heshuReaders`). */
const importReaders = {
  name: 'import-readers',
  setup(build) {
    build.onResolve({ filter: isLazy }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, namespace: 'lazy' } : undefined));
    build.onLoad({ filter: isLazy, namespace: 'lazy' }, ({ path }) => ({
      contents: `importScripts(globalThis.heshuReaders + '/${lazyFile(path)}'); module.exports = ${globalOf(isLazy.exec(path)[1])};`,
    }));
  },
};
/** What is loaded on use may load more: each host in its own way, since one file serves both. */
const loadReaders = {
  name: 'load-readers',
  setup(build) {
    build.onResolve({ filter: isLazy }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, namespace: 'lazy' } : undefined));
    build.onLoad({ filter: isLazy, namespace: 'lazy' }, ({ path }) => ({
      contents: `if (typeof importScripts === 'function') {
  importScripts(globalThis.heshuReaders + '/${lazyFile(path)}');
  module.exports = ${globalOf(isLazy.exec(path)[1])};
} else module.exports = require('./${lazyFile(path)}');`,
    }));
    build.onResolve({ filter: /^\.\/\w+\.js$/, namespace: 'lazy' }, ({ path }) => ({ path, external: true }));
  },
};
// Without this a CommonJS bundle keeps import(), which sees no names in a CommonJS file.
const requires = { supported: { 'dynamic-import': false } };

const bundles = [
  {
    ...node,
    ...requires,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli/main.js',
    plugins: [requireReaders],
  },
  { ...node, entryPoints: ['server/cli/heshu.ts'], outfile: 'dist/cli/heshu.js', banner: { js: '#!/usr/bin/env node' } },
  {
    ...node,
    ...requires,
    entryPoints: ['server/node/main.ts'],
    outfile: 'dist/server/node.js',
    plugins: [packData, requireReaders],
  },
  {
    ...browser,
    entryPoints: ['server/browser/main.ts'],
    outfile: 'dist/server/worker.js',
    format: 'iife',
    plugins: [packData, importReaders],
  },
  // One file for both hosts: a script that leaves a global, and a CommonJS module where there are such.
  ...Object.entries(lazyFolders).map(([name, folder]) => ({
    ...browser,
    entryPoints: [`server/${folder}/${name}.ts`],
    outfile: `dist/readers/${name}.js`,
    format: 'iife',
    globalName: globalOf(name),
    plugins: [loadReaders],
    footer: { js: `if (typeof module === 'object') module.exports = ${globalOf(name)};` },
  })),
  { ...node, entryPoints: ['client/node/extension.ts'], outfile: 'dist/client/extension.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/browser/extension.ts'],
    outfile: 'dist/client/extension.web.js',
    format: 'cjs',
    external: ['vscode'],
  },
  offlinePage(browser),
  // Ships nowhere: proves that the core needs neither Node nor a browser.
  {
    ...common,
    entryPoints: ['server/core/index.ts'],
    outfile: '.tsbuild/core-neutral.mjs',
    platform: 'neutral',
    format: 'esm',
    external: [],
  },
];

if (watch) await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
else {
  const built = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
  writeFileSync('dist/THIRD-PARTY-LICENCES.txt', licencesOf(built.map(({ metafile }) => metafile)));
}
