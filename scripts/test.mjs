// All that must hold before a change is merged, part by part, each with its time. Arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '../..');
const bin = (name) => join(root, 'node_modules/.bin', name);
const parts = [
  ['generated files', process.execPath, 'scripts/generate.mjs', '--check'],
  ['types', bin('tsc'), '-b'],
  ['lint', bin('biome'), 'check', '--error-on-warnings', '.'],
  ['build', process.execPath, 'esbuild.mjs'],
  ['tests', bin('vitest'), 'run', '--reporter=default', '--reporter=./scripts/part-times.mjs', ...process.argv.slice(2)],
];
const times = [];
for (const [name, ...command] of parts) {
  console.log(`\n— ${name}`);
  const started = performance.now();
  // Windows finds a program of node_modules only through its shell.
  const { status } = spawnSync(command[0], command.slice(1), { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  times.push(`${name.padEnd(16)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s${status === 0 ? '' : '  failed'}`);
  if (status !== 0) break;
}
console.log(`\n${times.join('\n')}`);
if (times.length < parts.length || times.at(-1).endsWith('failed')) process.exitCode = 1;
