import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docx, p } from '../readers/docx-file.ts';
import { pdf, typeset } from '../readers/pdf-file.ts';
import { c, row, xlsx } from '../readers/xlsx-file.ts';

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
