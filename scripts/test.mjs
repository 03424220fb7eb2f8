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
  ['tests', bin('vitest'), 'run', '--reporter=./scripts/part-times.mjs', '--reporter=default', ...process.argv.slice(2)],
];
for (const [name, ...command] of parts) {
  console.log(`\n— ${name}`);
  const started = performance.now();
  // Windows finds a program of node_modules only through its shell.
  const { status } = spawnSync(command[0], command.slice(1), { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(1);
  // The runner's summary comes last, with its own time.
  if (name !== 'tests') console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
}
