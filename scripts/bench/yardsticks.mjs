import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const wanted = ['autocorrect-node@2.14.0', 'zhlint@0.8.2'];

/** Other checkers of Chinese text, installed beside the system's temporary files; undefined where that cannot be. */
export const loadYardsticks = async () => {
  const folder = join(tmpdir(), 'heshu-bench');
  try {
    if (!existsSync(join(folder, 'node_modules/zhlint'))) {
      mkdirSync(folder, { recursive: true });
      execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, ...wanted], {
        stdio: 'ignore',
        shell: process.platform === 'win32',
      });
    }
    const { lintFor } = createRequire(join(folder, 'index.js'))('autocorrect-node');
    const { run } = await import(pathToFileURL(join(folder, 'node_modules/zhlint/lib/index.js')));
    return { autocorrect: (text) => lintFor(text, 'report.txt'), zhlint: (text) => run(text, { rules: { preset: 'default' } }) };
  } catch (error) {
    console.log(`  (no AutoCorrect and zhlint: ${error.message.split('\n')[0]})`);
    return undefined;
  }
};
