import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx, p } from '../readers/docx-file.ts';
import { pdf, typeset } from '../readers/pdf-file.ts';
import { c, row, xlsx } from '../readers/xlsx-file.ts';
import { heshuIn } from '../terminal.ts';

// As it ships: the readers lie in bundles of their own beside the command line's.
const program = join(import.meta.dirname, '../../dist/cli/heshu.js');
const sentence = '财政总收入26.2亿元，增长4.8%。';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-built-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.skipIf(!existsSync(program)).each<[string, string | Uint8Array]>([
  ['稿.docx', docx(p(sentence))],
  ['稿.html', `<p>${sentence}</p>`],
  ['稿.pdf', pdf(typeset([sentence]))],
  ['表.xlsx', xlsx([{ name: '表', rows: row(1, [c('A1', '一'), c('B1', sentence)]) }])],
  ['表.csv', `一,${sentence}\n`],
])('the built program reads %s', async (name, content) => {
  await writeFile(join(folder, name), content);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, 'figures', name, '--format', 'jsonl'], { cwd: folder });
  expect(stderr).toBe('');
  expect(stdout.match(/"text":"[^"]+"/g)).toEqual(['"text":"26.2亿元"', '"text":"4.8%"']);
});

it.skipIf(!existsSync(program))('the built program writes workbooks and Word documents', async () => {
  await writeFile(join(folder, '稿.txt'), `青川县政府工作报告\n2025年1月10日\n一、2024年工作回顾\n${sentence}\n`);
  const run = (...args: string[]) => promisify(execFile)(process.execPath, [program, ...args], { cwd: folder });
  await run('worksheet', '稿.txt', '--out', '单.xlsx');
  await run('check', '稿.txt', '--out', '批注.docx', '--index');
  expect((await run('figures', '单.xlsx', '--format', 'jsonl')).stdout).toContain('26.2亿元');
  expect((await run('figures', '批注.docx', '--format', 'jsonl')).stdout.match(/"text":"[^"]+"/g)?.slice(0, 2)).toEqual([
    '"text":"26.2亿元"',
    '"text":"4.8%"',
  ]);
});

it.skipIf(!existsSync(program))(
  'many files are told in their order as one after the other, papers of one congress held against each other',
  async () => {
    const names = Array.from({ length: 60 }, (_, i) => `${String(i).padStart(2, '0')}.txt`);
    const titles = ['青川县政府工作报告', '青川县2025年财政预算报告', '临河县政府工作报告'];
    const drafts = join(folder, 'many');
    await mkdir(drafts);
    for (const [i, name] of names.entries())
      await writeFile(join(drafts, name), `${titles[i % 3]}\n2025年1月10日\n一、2024年工作回顾\n财政总收入26.${i % 10}亿元。\n`);
    const args = ['check', ...names, 'gone.txt', '--format', 'json'];
    const { status, out, err } = await heshuIn(drafts, ...args);
    expect(out).toContain('另一份材料为');
    const onThreads = promisify(execFile)(process.execPath, [program, ...args], { cwd: drafts, maxBuffer: 1 << 28 });
    await expect(onThreads).rejects.toEqual(expect.objectContaining({ code: status, stdout: out, stderr: err }));
  },
);

describe.skipIf(!existsSync(program))('the compiled code that the program keeps', () => {
  const copy = (): string => join(folder, 'copy');
  const version = (): Promise<{ stdout: string; stderr: string }> =>
    promisify(execFile)(process.execPath, [join(copy(), 'heshu.js'), '--version']);
  const kept = async (): Promise<string[]> => (await readdir(copy())).filter((name) => !name.endsWith('.js'));

  beforeAll(async () => {
    await mkdir(copy());
    for (const name of ['heshu.js', 'main.js']) await copyFile(join(program, '..', name), join(copy(), name));
  });

  it('lies beside it after the first start', async () => {
    const first = await version();
    expect(await kept()).toEqual([expect.stringMatching(/^main\.js\..*\.cache$/)]);
    expect(await version()).toEqual(first);
  });

  it('is made anew where it is damaged, or of another build', async () => {
    const [name = ''] = await kept();
    await writeFile(join(copy(), name), 'damaged');
    expect((await version()).stderr).toBe('');
    expect((await readFile(join(copy(), name))).length).toBeGreaterThan(10_000);
    await utimes(join(copy(), 'main.js'), 1, 1);
    expect((await version()).stderr).toBe('');
    expect(await kept()).toEqual([expect.not.stringMatching(name)]);
  });
});
