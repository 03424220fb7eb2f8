import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heshuIn } from '../terminal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-review-'));
  await mkdir(join(folder, '基期'));
  await put('基期/上年.txt', report(2024, '财政总收入248亿元，增长7.5%。'));
  await put('稿.txt', draft);
});
afterEach(() => rm(folder, { recursive: true }));

const heshu = (...args: string[]) => heshuIn(folder, ...args);
const put = (name: string, content: string): Promise<void> => writeFile(join(folder, name), content);
const record = (): Promise<string> => readFile(join(folder, 'heshu.reviewed.json'), 'utf8');

const report = (year: number, body: string): string =>
  `政府工作报告\n\n${year}年1月16日在青川县第九届人民代表大会第${year === 2025 ? '四' : '三'}次会议上\n\n一、${year - 1}年工作回顾\n\n${body}`;
const draft = report(2025, '财政总收入262亿元，增长4.8%。\n新增停车泊位2000个。');
const first = '财政总收入262亿元、增长4.8%：两数对不上';

/** The keys of the open findings. */
const keys = async (path = '稿.txt'): Promise<string[]> => {
  const { out } = await heshu('check', path, '--format', 'json', '--fail-on', 'never');
  return JSON.parse(out).files[0].findings.map(({ key }: { key: string }) => key);
};

const setAsideFirst = async (): Promise<string> => {
  const [key] = await keys();
  const { status, out } = await heshu('review', 'set-aside', '稿.txt', key!, '--reason', '基数已修订', '--by', '综合科');
  expect([status, out]).toEqual([0, `已搁置：${first}\n`]);
  return key!;
};

describe('setting aside', () => {
  it('check leaves the finding out, tells that there is one, and shows it with --all', async () => {
    expect((await heshu('check', '稿.txt', '--fail-on', 'warning')).status).toBe(1);
    await setAsideFirst();
    const { status, out } = await heshu('check', '稿.txt', '--fail-on', 'warning');
    expect(status).toBe(0);
    expect(out).not.toContain(first);
    expect(out).toContain('另有1个问题已搁置');
    const all = (await heshu('check', '稿.txt', '--all')).out;
    expect(all).toMatch(
      /已搁置：\n {2}请核 财政总收入262亿元、增长4\.8%：两数对不上 {2}growth-rate\n {7}基数已修订（综合科，\d{4}-\d\d-\d\d）/,
    );
    const json = JSON.parse((await heshu('check', '稿.txt', '--all', '--format', 'json')).out);
    expect(json.files[0].findings).toEqual([]);
    expect(json.files[0].setAside).toMatchObject([{ rule: 'growth-rate', reason: '基数已修订', by: '综合科' }]);
  });

  it('holds for a draft that was renamed and edited elsewhere, not for one whose figure or base changed', async () => {
    await setAsideFirst();
    await rename(join(folder, '稿.txt'), join(folder, '稿（第三稿0112）.txt'));
    expect(await keys('稿（第三稿0112）.txt')).toEqual([]);
    await put('稿.txt', draft.replace('2000', '2100'));
    expect(await keys()).toEqual([]);
    await put('稿.txt', draft.replace('4.8%', '4.7%'));
    expect(await keys()).toHaveLength(1);
    await put('稿.txt', draft);
    await put('基期/上年.txt', report(2024, '财政总收入247亿元，增长7.5%。'));
    expect(await keys()).toHaveLength(1);
  });

  it('stands beside heshu.json where there is one', async () => {
    await mkdir(join(folder, '送审'));
    await put('heshu.json', '{ "baseline": "基期" }');
    await put('送审/稿.txt', draft);
    const key = await setAsideFirst();
    expect(await readdir(folder)).toContain('heshu.reviewed.json');
    expect(await keys('送审/稿.txt')).toEqual([]);
    expect(JSON.parse(await record()).drafts[0]).toMatchObject({ region: '青川县', year: 2025, kind: 'report', setAside: [{ key }] });
  });

  it('is taken back by a part of the key', async () => {
    const key = await setAsideFirst();
    expect((await heshu('review', 'restore', '稿.txt', key.slice(0, 6))).out).toBe(`已恢复：${first}\n`);
    expect(await keys()).toEqual([key]);
  });
});

describe('confirming', () => {
  const confirm = (...more: string[]) => heshu('review', 'confirm', '稿.txt', ...more, '--paper', '城管局台账', '--by', '统计局');

  it('takes a figure off the list of those without evidence, and reports it once it is edited', async () => {
    expect((await heshu('check', '稿.txt', '--all')).out).toContain('停车泊位  2000个');
    expect((await confirm('2000个')).out).toBe('已核定：停车泊位2000个\n');
    const { out } = await heshu('check', '稿.txt', '--all');
    expect(out).not.toContain('停车泊位  2000个');
    await put('稿.txt', draft.replace('2000', '2100'));
    const changed = (await heshu('check', '稿.txt')).out;
    expect(changed).toContain('停车泊位2100个：核定后又有改动');
    expect(changed).toMatch(/\d{4}年\d+月\d+日统计局据《城管局台账》核定为2000个/);
    expect((await heshu('review', 'list', '稿.txt')).out).toContain('核定后又有改动');
  });

  it('wants to know which of several figures is meant', async () => {
    await put('稿.txt', `${draft}\n新增泊车引导屏2000个。`);
    const { status, err } = await confirm('2000个');
    expect(status).toBe(2);
    expect(err).toContain('“2000个”有2处，请用 --line 指定：第8行“一”第2段停车泊位；第9行“一”第3段');
    expect((await confirm('2000个', '--line', '8')).status).toBe(0);
    expect((await confirm('2001个')).err).toContain('稿中没有数据“2001个”');
  });

  it('is taken back', async () => {
    await confirm('2000个');
    expect((await heshu('review', 'withdraw', '稿.txt', '2000个')).out).toBe('已撤销核定：停车泊位2000个\n');
    expect((await heshu('review', 'list', '稿.txt')).out).toContain('已核定：无');
  });
});

describe('list and prune', () => {
  it('lists what is open, set aside and confirmed', async () => {
    await setAsideFirst();
    await heshu('review', 'confirm', '稿.txt', '2000个', '--paper', '城管局台账', '--by', '统计局');
    const { out } = await heshu('review', 'list', '稿.txt');
    expect(out).toMatch(
      /^待定：无\n已搁置：\n {2}\w{14} {2}财政总收入262亿元.*基数已修订 {2}综合科，.*\n已核定：\n {2}停车泊位2000个 {2}城管局台账 {2}统计局，/,
    );
    const json = JSON.parse((await heshu('review', 'list', '稿.txt', '--format', 'json')).out);
    expect(json).toMatchObject({
      open: [],
      setAside: [{ rule: 'growth-rate' }],
      confirmed: [{ value: '2000个' }],
      stale: { setAside: [] },
    });
  });

  it('prunes what no longer matches, after it was listed', async () => {
    await setAsideFirst();
    expect((await heshu('review', 'prune', '稿.txt')).out).toContain('没有要清理的');
    await put('稿.txt', report(2025, '新增停车泊位2000个。'));
    const before = await record();
    expect((await heshu('review', 'prune', '稿.txt')).out).toMatch(/^1条记录.*\n {2}搁置：财政总收入262亿元/);
    expect(await record()).toBe(before);
    expect((await heshu('review', 'prune', '稿.txt', '--remove')).out).toContain('已清理');
    expect(JSON.parse(await record()).drafts[0].setAside).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  const marked = '<<<<<<< HEAD\n{ "drafts": [] }\n=======\n{}\n>>>>>>> other\n';

  it.each([
    ['marks of a merge', marked, '有没合并完的冲突标记'],
    ['no JSON', '{', 'JSON 写法有误'],
    ['no text', '\u0000\u0001\u0002', '不是文本文件'],
  ])('%s: check says so and goes on, a decision is refused, and nothing is lost', async (_, content, message) => {
    const [key] = await keys();
    await put('heshu.reviewed.json', content);
    const checked = await heshu('check', '稿.txt');
    expect(checked.out).toContain(first);
    expect(checked.err).toContain(message);
    const { status, err } = await heshu('review', 'set-aside', '稿.txt', key!, '--reason', '基数已修订', '--by', '综合科');
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(await record()).toBe(content);
  });

  it('a bad row is named, and the others hold', async () => {
    await setAsideFirst();
    const content = JSON.parse(await record());
    content.drafts[0].confirmed.push({ by: 1 });
    await put('heshu.reviewed.json', JSON.stringify(content));
    const { out, err } = await heshu('check', '稿.txt');
    expect(err).toContain('第1份文稿的 confirmed 第1项的 region 应为文字');
    expect(out).not.toContain(first);
  });

  it.each([
    [['review'], '用法'],
    [['review', 'list'], '用法'],
    [['review', 'restore', '稿.txt'], '用法'],
    [['review', 'restore', '稿.txt', 'abcd'], '没有编号 abcd'],
    [['review', 'confirm', '稿.txt', '2000个', '--by', '统计局'], '要写明 --paper'],
  ])('wrong usage %j is one line and status 2', async (args, message) => {
    const { status, err } = await heshu(...args);
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(message);
  });
});

it('leaves no scratch file behind', async () => {
  await setAsideFirst();
  expect((await readdir(folder)).sort()).toEqual(['heshu.reviewed.json', '基期', '稿.txt']);
});
