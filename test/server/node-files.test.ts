import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, open, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFiles } from '../../server/node/files.ts';
import { readPaper } from '../../server/readers/paper.ts';
import { inBoth } from '../in-both.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('新');
const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

it('a file is written whole, with its folder, and nothing else is left', async () => {
  await nodeFiles.write(join(folder, '数据表/更正.csv'), bytes);
  expect(await read('数据表/更正.csv')).toBe('新');
  expect(await readdir(join(folder, '数据表'))).toEqual(['更正.csv']);
});

it('the file behind a link is written, and who may read it stays', async () => {
  await writeFile(join(folder, 'file'), '旧');
  await chmod(join(folder, 'file'), 0o600);
  await symlink('file', join(folder, 'link'));
  await nodeFiles.write(join(folder, 'link'), bytes);
  expect(await readlink(join(folder, 'link'))).toBe('file');
  expect(await read('file')).toBe('新');
  expect((await stat(join(folder, 'file'))).mode & 0o777).toBe(0o600);
});

it('where nothing may be written the old file stays', async () => {
  await writeFile(join(folder, 'file'), '旧');
  await expect(nodeFiles.write(join(folder, 'file/inner'), bytes)).rejects.toThrow();
  expect(await read('file')).toBe('旧');
  expect(await readdir(folder)).toEqual(['file']);
});

it.skipIf(process.platform === 'win32')('a pipe or a device is no file, and keeps nobody waiting', async () => {
  execFileSync('mkfifo', [join(folder, 'heshu.json')]);
  await symlink('/dev/zero', join(folder, '报告.txt'));
  expect(await nodeFiles.read(join(folder, 'heshu.json'))).toBeUndefined();
  expect(await nodeFiles.read(join(folder, '报告.txt'))).toBeUndefined();
  expect(await nodeFiles.list(folder)).toEqual([]);
});

it('of a file of 3 GB no more is read than tells that it is too large', async () => {
  const path = join(folder, '报告.docx');
  const file = await open(path, 'w');
  await file.truncate(3 * 1024 ** 3);
  await file.close();
  expect(await readPaper('报告.docx', (await nodeFiles.read(path)) as Uint8Array)).toEqual({
    error: inBoth('文件超过100MB，请删去图片或拆分后再核'),
  });
});
