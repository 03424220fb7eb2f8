import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ShowMessageRequest } from 'vscode-languageserver-protocol/node';
import { allowFolderNotification, type UriParams } from '../../server/protocol.ts';
import { heshuIn } from '../terminal.ts';
import { signal } from './client.ts';
import { draft, lastYear } from './papers.ts';
import { startProcess } from './process.ts';

let root: string;
/** A folder that somebody sent. */
let sent: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'heshu-links-')));
  sent = join(root, '送审');
  await mkdir(sent);
  await mkdir(join(root, '别处'));
  await writeFile(join(sent, '稿.zcg'), draft);
  await writeFile(join(root, '别处/上年报告.txt'), lastYear);
});
afterEach(() => rm(root, { recursive: true }));

const put = (path: string, content: string): Promise<void> => writeFile(join(root, path), content);
const check = (cwd: string, ...args: string[]) => heshuIn(cwd, 'check', ...args, '--fail-on', 'never');

// Without the right to make links there are none to mend.
describe.skipIf(process.platform === 'win32')('a link that leads out of the folders in use', () => {
  it.each(['基期', '共用'])('is no folder of papers (%s), until one names it himself', async (name) => {
    await symlink(join(root, '别处'), join(sent, name));
    if (name === '共用') await put('送审/heshu.json', '{ "baseline": "共用" }');
    const left = await check(sent, '稿.zcg');
    expect(left.err).toContain(`${name} 是链接，指向文稿和打开的文件夹之外，没有读；请移进来，或由本人选定`);
    expect(left.out).not.toContain('growth-rate');
    const named = await check(sent, '稿.zcg', '--baseline', name);
    expect([named.err, named.out]).toEqual(['', expect.stringContaining('growth-rate')]);
  });

  it('is followed within the folder that one works in', async () => {
    await symlink('../别处', join(sent, '基期'));
    const above = await check(root, '送审/稿.zcg');
    expect([above.err, above.out]).toEqual(['', expect.stringContaining('growth-rate')]);
  });

  it('is no file of settings', async () => {
    await put('别处/heshu.json', '{ "rules": { "approximation": "off" } }');
    await symlink(join(root, '别处/heshu.json'), join(sent, 'heshu.json'));
    expect((await check(sent, '稿.zcg')).out).toContain('approximation');
    expect((await heshuIn(sent, 'figures', '稿.zcg')).err).toBe('');
  });

  it('is no file of decisions, and what it leads to is not written', async () => {
    const precious = join(root, '别处/记录');
    await writeFile(precious, '{}');
    await symlink(precious, join(sent, 'heshu.reviewed.json'));
    const decide = () => heshuIn(sent, 'review', 'confirm', '稿.zcg', '262亿元', '--paper', '决算', '--by', '财政局');
    const { status, err } = await decide();
    expect([status, err]).toEqual([2, expect.stringContaining('heshu.reviewed.json：写不进去（是链接，指向文件夹之外，没有写）')]);
    expect(await readFile(precious, 'utf8')).toBe('{}');
    // Where it leads to nothing a file takes its place, and none is made there.
    await rm(precious);
    expect((await decide()).status).toBe(0);
    await expect(readFile(precious)).rejects.toThrow('ENOENT');
    expect(await readFile(join(sent, 'heshu.reviewed.json'), 'utf8')).toContain('财政局');
  });

  it('to a draft is the user’s word', async () => {
    await symlink(join(sent, '稿.zcg'), join(root, '别处/稿.zcg'));
    expect((await check(join(root, '别处'), '稿.zcg')).out).toContain('approximation');
  });

  it('is asked about in the editor, and followed where the user says so', async () => {
    await symlink(join(root, '别处'), join(sent, '基期'));
    const asked = signal<string>();
    const server = await startProcess();
    try {
      server.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
        asked.give(message);
        return null;
      });
      const uri = pathToFileURL(join(sent, '稿.zcg')).href;
      const rules = async () => (await server.diagnose(uri)).map(({ code }) => code);
      await server.open(uri, draft);
      expect(await rules()).toEqual(['approximation']);
      expect(await asked.given).toContain(join(root, '别处'));
      await server.connection.sendNotification(allowFolderNotification, {
        uri: pathToFileURL(join(root, '别处')).href,
      } satisfies UriParams);
      expect(await rules()).toContain('growth-rate');
      expect(server.complaints).toEqual([]);
    } finally {
      await server.end();
    }
  });
});
