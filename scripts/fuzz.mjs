// Fuzzes one target, guided by V8's own coverage: `npm run fuzz -- docx 600` (seconds), a third number repeats a run.
// An input that fails is made small and kept in test/fuzz/finds, where the tests repeat it from then on.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { build } from 'esbuild';

const root = join(fileURLToPath(import.meta.url), '../..');
const longest = 16_384;
/** Nothing of this size takes as long; milliseconds. */
const hangs = 10_000;

if (isMainThread) await watch();
else loop();

/** Builds the target, runs it in a thread, and ends that where an input hangs. */
async function watch() {
  const targets = readdirSync(join(root, 'test/fuzz/targets')).map((name) => name.slice(0, -3));
  const [name, seconds = '600', seed = String(Date.now() % 1e9)] = process.argv.slice(2);
  if (!targets.includes(name)) throw new Error(`npm run fuzz -- ${targets.join('|')} [seconds] [seed]`);
  const program = join(root, '.tsbuild/fuzz', `${name}.cjs`);
  // One file with all that the target needs, so that libraries are guided through too.
  await build({
    entryPoints: [join(root, 'test/fuzz/targets', `${name}.ts`)],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  console.log(`${name}: ${seconds} s, seed ${seed}`);
  const input = new SharedArrayBuffer(longest + 8);
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { name, program, seconds: Number(seconds), seed: Number(seed), input },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const head = new Int32Array(input, 0, 2);
  const current = () => Buffer.from(new Uint8Array(input, 8, head[1]));
  let seen = -1;
  let since = Date.now();
  const watchdog = setInterval(() => {
    if (head[0] !== seen) [seen, since] = [head[0], Date.now()];
    else if (Date.now() - since > hangs) fail(`an input takes more than ${hangs / 1000} s`);
  }, 500);
  const fail = (why) => {
    console.log(`${why}: ${keep(name, current())}`);
    process.exit(1);
  };
  worker.on('error', (error) => fail(error.message));
  worker.on('exit', (code) => {
    clearInterval(watchdog);
    process.exitCode = code;
  });
}

/** Writes an input that failed to the folder of finds. */
function keep(name, bytes) {
  const folder = join(root, 'test/fuzz/finds', name);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 12));
  writeFileSync(path, bytes);
  return path;
}

function loop() {
  // The thread never rests, so that its console would say nothing before the end.
  const print = (line) => writeSync(1, `${line}\n`);
  const { name, program, seconds, seed, input } = workerData;
  const { target } = createRequire(import.meta.url)(program);
  const head = new Int32Array(input, 0, 2);
  const shown = new Uint8Array(input, 8);
  const dictionary = (target.dictionary ?? []).map((word) => Buffer.from(word));

  const session = new Session();
  session.connect();
  const ask = (method, params) => {
    let answer;
    session.post(method, params, (error, result) => {
      if (error) throw new Error(error.message);
      answer = result;
    });
    return answer;
  };
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

  const failure = (bytes) => {
    head[0]++;
    head[1] = bytes.length;
    shown.set(bytes);
    try {
      target.fuzz(bytes);
      return undefined;
    } catch (error) {
      const [message, ...lines] = String(error?.stack ?? error).split('\n');
      return `${message} ${(lines[0] ?? '').trim()}`;
    }
  };
  /** Stretches of the program that ran, each with the order of magnitude of how often. */
  const features = new Set();
  const addsCoverage = () => {
    const before = features.size;
    for (const { url, functions } of ask('Profiler.takePreciseCoverage').result) {
      if (!url.endsWith('.cjs')) continue;
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) features.add(startOffset * 2 ** 28 + (endOffset % 2 ** 22) * 32 + (31 - Math.clz32(count)));
    }
    return features.size > before;
  };

  let state = seed | 0;
  /** Mulberry32: a whole number below `limit`. */
  const below = (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };

  const corpus = [];
  // Of two draws the later: what was found last leads on.
  const pick = () => corpus[Math.max(below(corpus.length), below(corpus.length))];
  const cut = (bytes) => {
    const from = below(bytes.length + 1);
    return [from, from + below(Math.min(64, bytes.length - from) + 1)];
  };
  const mutations = [
    (bytes) => {
      const next = Buffer.from(bytes);
      if (next.length > 0) next[below(next.length)] ^= 1 << below(8);
      return next;
    },
    (bytes) => {
      const next = Buffer.from(bytes);
      if (next.length > 0) next[below(next.length)] = below(256);
      return next;
    },
    (bytes) => {
      const at = below(bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([below(256)]), bytes.subarray(at)]);
    },
    (bytes) => {
      const [from, to] = cut(bytes);
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    },
    (bytes) => {
      const [from, to] = cut(bytes);
      const at = below(bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
    },
    (bytes) => {
      const other = pick();
      const [from, to] = cut(other);
      const [start, end] = cut(bytes);
      return Buffer.concat([bytes.subarray(0, start), other.subarray(from, to), bytes.subarray(end)]);
    },
    (bytes) => {
      const other = pick();
      return Buffer.concat([bytes.subarray(0, below(bytes.length + 1)), other.subarray(below(other.length + 1))]);
    },
    (bytes) => {
      if (dictionary.length === 0) return bytes;
      const [from, to] = below(2) === 0 ? [below(bytes.length + 1)] : cut(bytes);
      return Buffer.concat([bytes.subarray(0, from), dictionary[below(dictionary.length)], bytes.subarray(to ?? from)]);
    },
  ];

  /** Leaves out whatever the failure does without. */
  const smaller = (bytes, wanted) => {
    let least = bytes;
    for (let size = least.length >> 1; size > 0; size >>= 1)
      for (let at = 0; at + size <= least.length; ) {
        const next = Buffer.concat([least.subarray(0, at), least.subarray(at + size)]);
        if (failure(next) === wanted) least = next;
        else at += size;
      }
    return least;
  };

  const known = new Set();
  let slowest = 0;
  const take = (bytes) => {
    const started = performance.now();
    const failed = failure(bytes);
    slowest = Math.max(slowest, performance.now() - started);
    if (failed !== undefined && !known.has(failed)) {
      known.add(failed);
      print(`${failed}: ${keep(name, smaller(bytes, failed))}`);
    }
    if (addsCoverage()) corpus.push(bytes);
  };
  const say = () =>
    print(
      `${name}: ${head[0]} inputs, ${corpus.length} kept, ${features.size} features, slowest ${Math.round(slowest)} ms, ${known.size} finds`,
    );

  for (const bytes of target.seeds) take(Buffer.from(bytes));
  corpus.push(...(corpus.length === 0 ? [Buffer.alloc(0)] : []));
  const end = Date.now() + seconds * 1000;
  let told = Date.now();
  while (Date.now() < end) {
    let bytes = pick();
    for (let times = 1 + below(6); times > 0; times--) bytes = mutations[below(mutations.length)](bytes);
    take(bytes.subarray(0, longest));
    if (Date.now() - told > 60_000) {
      told = Date.now();
      say();
    }
  }
  say();
  process.exitCode = known.size > 0 ? 1 : 0;
}
