// Builds everything that ships: extension (node, browser), server (node, worker), command line. `--watch` keeps at it.
import { readFileSync } from 'node:fs';
import { build, context } from 'esbuild';
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

const bundles = [
  { ...node, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli/heshu.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['server/node/main.ts'], outfile: 'dist/server/node.js', plugins: [packData] },
  { ...browser, entryPoints: ['server/browser/main.ts'], outfile: 'dist/server/worker.js', format: 'iife', plugins: [packData] },
  { ...node, entryPoints: ['client/node/extension.ts'], outfile: 'dist/client/extension.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/browser/extension.ts'],
    outfile: 'dist/client/extension.web.js',
    format: 'cjs',
    external: ['vscode'],
  },
  // Ships nowhere: proves that the core needs neither Node nor a browser.
  {
    ...common,
    entryPoints: ['server/core/index.ts'],
    outfile: '.tsbuild/core-neutral.js',
    platform: 'neutral',
    format: 'esm',
    external: [],
  },
];

if (watch) await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
else await Promise.all(bundles.map((options) => build(options)));
