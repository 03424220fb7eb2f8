import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { version } from '../version.ts';

/**
 * Starts the command line (main.js beside this file) with the code that V8 made of it at an earlier start: compiling is a
 * good part of a short check. That code is kept beside the program, so that only who may change the program may change it,
 * under a name that says what it was made of and by; V8 refuses what it did not make itself.
 */
const program = join(__dirname, 'main.js');
const { size, mtimeMs } = statSync(program);
const prefix = 'main.js.';
const kept = join(__dirname, `${prefix}${[version, size, mtimeMs, process.version, process.arch].join('-')}.cache`);

const read = (): Buffer | undefined => {
  try {
    return readFileSync(kept);
  } catch {
    return undefined;
  }
};

/** Where the program may not be changed it starts without. */
const keep = (code: Buffer): void => {
  try {
    const scratch = `${kept}.${process.pid}.tmp`;
    writeFileSync(scratch, code, { flag: 'wx' });
    for (const name of readdirSync(__dirname)) if (name.startsWith(prefix) && name.endsWith('.cache')) rmSync(join(__dirname, name));
    renameSync(scratch, kept);
  } catch {}
};

// A short check is over before optimized code has paid for its compiling: V8 waits longer with it, and does not polish
// patterns that run once. Only the version these flags were tried with: others would complain of one that they do not know.
if (process.version.startsWith('v20.')) {
  setFlagsFromString('--interrupt-budget=1000000');
  setFlagsFromString('--no-regexp-peephole-optimization');
}

const cachedData = read();
const source = `(function (require, __filename, __dirname) {${readFileSync(program, 'utf8')}\n})`;
const script = new Script(source, { filename: program, ...(cachedData && { cachedData }) });
script.runInThisContext()(createRequire(program), program, dirname(program));
// At the end it holds the functions that were needed, too.
if (!cachedData || script.cachedDataRejected) process.on('exit', () => keep(script.createCachedData()));
