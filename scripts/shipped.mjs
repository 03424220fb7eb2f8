// Lists the packages that ship, with licence, last release and known advisories, as far as the registry answers.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '../..');
const npm = (...args) => {
  try {
    return JSON.parse(execFileSync('npm', [...args, '--json'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch (error) {
    // npm audit ends with 1 where it found something.
    try {
      return JSON.parse(error.stdout);
    } catch {
      return { error: true };
    }
  }
};
const shipped = readFileSync(join(root, 'dist/THIRD-PARTY-LICENCES.txt'), 'utf8')
  .split('\n\n')[1]
  .split('\n')
  .map((line) => line.split('\t'));

const { vulnerabilities, error } = npm('audit');
if (error || !vulnerabilities) console.log('The registry answers no audit; look the packages up at https://github.com/advisories.\n');
const released = new Map();
for (const [name, version, licence] of shipped) {
  const isPackage = /^[@\w./-]+$/.test(name);
  if (isPackage && !released.has(name)) released.set(name, npm('view', name, 'version', 'time'));
  const { version: newest = '?', time = {} } = released.get(name) ?? {};
  const advisories = vulnerabilities?.[name] ? `  ADVISORY: ${vulnerabilities[name].severity}, ${vulnerabilities[name].range}` : '';
  console.log(`${name} ${version}  ${licence}${isPackage ? `  newest ${newest}, ${time[newest]?.slice(0, 10) ?? '?'}` : ''}${advisories}`);
}
if (shipped.some(([name]) => vulnerabilities?.[name])) process.exitCode = 1;
