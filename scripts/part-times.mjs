import { relative } from 'node:path';

/** The kinds of tests, by where they stand. */
const parts = [
  ['editor', /^test\/editor\//],
  ['packaging', /^test\/package\//],
  ['property, fuzz', /any-text|incremental|mutations|^test\/fuzz\/|^test\/reports\//],
  ['command line', /^test\/cli\//],
  ['protocol', /^test\/server\//],
  ['unit', /./],
];

/** A reporter of vitest that tells what each kind of tests took; files run side by side, so that the sum is more than the time. */
export default class PartTimes {
  onTestRunEnd(modules) {
    const sums = new Map(parts.map(([name]) => [name, { files: 0, tests: 0, milliseconds: 0 }]));
    for (const module of modules) {
      const path = relative(process.cwd(), module.moduleId).replaceAll('\\', '/');
      const sum = sums.get(parts.find(([, pattern]) => pattern.test(path))[0]);
      sum.files++;
      for (const test of module.children.allTests()) if (test.result().state !== 'skipped') sum.tests++;
      sum.milliseconds += module.diagnostic().duration;
    }
    for (const [name, { files, tests, milliseconds }] of sums)
      if (files > 0) console.log(`${name.padEnd(16)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${tests} tests in ${files} files`);
  }
}
