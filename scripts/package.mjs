// Packs the extension as heshu-VERSION.vsix, or as the file that is named. Two builds of one state are the same, byte by
// byte: times in the archive are those of the last commit.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '../..');
const lastCommit = () => {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    // No checkout: the oldest time that a zip file knows.
    return '315532800';
  }
};
const [out] = process.argv.slice(2);

execFileSync(
  process.execPath,
  [join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', ...(out ? ['--out', out] : [])],
  // Zip files hold local times.
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC', SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? lastCommit() } },
);
