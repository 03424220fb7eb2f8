// `npm run bench`: the budgets of speed, as ratios of medians (of minima in brackets). Build first.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Baseline, catalogue, checkDocument, factsOf, makeVocabulary, readDocument, rules } from '../.tsbuild/core-neutral.mjs';
import { base, draftNumber, draftOf, hostile } from './bench/documents.mjs';
import { compare, ms, ratio, row, title } from './bench/measure.mjs';
import { typing } from './bench/typing.mjs';
import { loadYardsticks } from './bench/yardsticks.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli/heshu.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '30' }, reports: { type: 'string', default: '1000' } },
});
const rounds = Number(values.rounds);

const vocabulary = makeVocabulary(catalogue);
const read = (text) => readDocument(text, vocabulary);
const { outline } = read(base);
const source = { id: 'report', title: '', region: outline.region ?? '', year: outline.year, date: '', authority: 'report', covers: '' };
const baseline = new Baseline(factsOf(read(base), source));
const check = (text, of = rules) => checkDocument(read(text), baseline, of);
const folder = mkdtempSync(join(tmpdir(), 'heshu-bench-'));
mkdirSync(join(folder, 'baseline'));
writeFileSync(join(folder, 'baseline/report-2025.txt'), base);

/** What a call of the command line used of the machine; of Node alone without arguments. */
const used = (args) => {
  const call = args.length > 0 ? `process.argv.splice(1, 0, ''); process.stdout.write = () => true; require(${JSON.stringify(cli)});` : '';
  const script = `process.on('exit', () => console.error('used' + JSON.stringify(process.resourceUsage()))); ${call}`;
  const { stderr } = spawnSync(process.execPath, ['-e', script, ...args], { encoding: 'utf8' });
  return JSON.parse(/used(.*)/.exec(stderr)[1]);
};

/** The parts of the benchmark by name; without names on the command line all are run. */
const parts = {
  async report() {
    title('A report of 14,000 characters');
    const text = draftOf(14_000);
    const others = await loadYardsticks();
    const digits = /\d+(?:\.\d+)?/g;
    const times = await compare(
      {
        claims: () => read(text),
        findings: () => check(text),
        digits: () => [...text.matchAll(digits)],
        ...(others && { autocorrect: () => others.autocorrect(text), zhlint: () => others.zhlint(text) }),
      },
      rounds,
      rounds,
    );
    const names = Object.keys(times).slice(2);
    row('', 'median', 'least', ...names.map((name) => `÷ ${name}`));
    for (const [name, time] of Object.entries(times))
      row(
        { claims: 'text → claims', findings: 'text → findings' }[name] ?? name,
        ms(time.median),
        ms(time.min),
        ...(names.includes(name) ? [] : names.map((other) => ratio(time, times[other]))),
      );
  },

  async hostile() {
    title('Lines of 100,000 characters as no one writes them, text → findings, against a draft of that length');
    const prose = draftOf(100_000);
    for (const [name, text] of Object.entries(hostile(100_000))) {
      const { line, draft } = await compare({ line: () => check(text), draft: () => check(prose) }, 3);
      row(name, ms(line.median), ratio(line, draft));
    }
  },

  async typing() {
    title('Keystroke → diagnostics, edits 50 ms apart');
    row('', 'heshu', 'empty server', 'ratio', 'memory');
    const uri = pathToFileURL(join(folder, 'draft.zcg')).href;
    for (const characters of [14_000, 140_000]) {
      const { heshu, empty, findings, memory } = await typing(draftOf(characters), uri, rounds * 5);
      const sizes = `${memory.heshu.toFixed(0)}/${memory.empty.toFixed(0)} MB`;
      row(`${characters} characters, ${findings} findings`, ms(heshu.median), ms(empty.median), ratio(heshu, empty), sizes);
    }
  },

  async cold() {
    title('A cold command line');
    const sample = join(
      root,
      'sample',
      readdirSync(join(root, 'sample')).find((name) => name.endsWith('.zcg')),
    );
    const run = (...args) => spawnSync(process.execPath, args, { encoding: 'utf8' });
    const times = await compare({ node: () => run('-e', '0'), check: () => run(cli, 'check', sample) }, rounds);
    row('', 'median', 'least', '÷ node -e 0');
    row('heshu check', ms(times.check.median), ms(times.check.min), ratio(times.check, times.node));
    const most = ({ maxRSS }) => `${(maxRSS / 1024).toFixed(0)} MB`;
    row('memory at its most', most(used(['check', sample])), `${most(used([]))} node`);
  },

  many() {
    const count = Number(values.reports);
    title(`${count} reports in one call`);
    const drafts = [];
    for (let number = 0; number < count; number++) {
      drafts.push(join(folder, `${number}.zcg`));
      writeFileSync(drafts[number], draftNumber(number));
    }
    const start = performance.now();
    const { userCPUTime, systemCPUTime, maxRSS } = used(['check', '--format', 'json', ...drafts]);
    const wall = performance.now() - start;
    row('time', ms(wall), `${(wall / count).toFixed(1)} ms each`);
    row('cores', ((userCPUTime + systemCPUTime) / 1000 / wall).toFixed(2), `of ${availableParallelism()}`);
    row('memory at its most', `${(maxRSS / 1024).toFixed(0)} MB`);
  },

  sizes() {
    title('Bundles');
    row('', 'bytes', 'gzip');
    for (const name of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.js')) continue;
      const bytes = readFileSync(join(root, 'dist', name));
      row(name, bytes.length.toLocaleString('en'), gzipSync(bytes).length.toLocaleString('en'));
    }
  },

  async rules() {
    title('Time per rule, a report of 14,000 characters, beyond a check without rules');
    const document = read(draftOf(14_000));
    const time = await compare(
      Object.fromEntries(
        [['none', []], ...rules.map((rule) => [rule.id, [rule]])].map(([id, of]) => [id, () => checkDocument(document, baseline, of)]),
      ),
      rounds,
    );
    const { none, ...each } = time;
    const cost = Object.entries(each).map(([id, { min }]) => [id, Math.max(0, min - none.min)]);
    for (const [id, least] of cost.sort((a, b) => b[1] - a[1])) row(id, ms(least));
  },
};

const unknown = positionals.find((name) => !(name in parts));
if (unknown) throw new Error(`no part ${unknown}; there are ${Object.keys(parts).join(', ')}`);
try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) await parts[name]();
} finally {
  rmSync(folder, { recursive: true });
}
