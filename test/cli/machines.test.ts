import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heshuIn } from '../terminal.ts';

let folder: string;
const heshu = (...args: string[]) => heshuIn(folder, ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heshu-machines-'));
  await writeFile(
    join(folder, '稿 1.txt'),
    '青川县政府工作报告\n2025年1月10日\n一、2024年工作回顾\n粮食总产量30万吨，其中水稻32万吨。\n财政总收入26.2亿元。\n全县财政总收入达27.1亿元。\n',
  );
  await writeFile(join(folder, '无事.txt'), '青川县政府工作报告\n2025年1月10日\n一、2024年工作回顾\n财政总收入26.2亿元。\n');
});
afterAll(() => rm(folder, { recursive: true }));

interface Log {
  runs: { results: { ruleId: string; partialFingerprints: Record<string, string>; locations: object[] }[] }[];
}

describe('for machines', () => {
  it('SARIF that its schema accepts, with fingerprints that an edit elsewhere leaves alone', async () => {
    const schema = JSON.parse(await readFile(join(import.meta.dirname, '../fixtures/sarif-2.1.0.schema.json'), 'utf8'));
    // The schema is of draft 4, of which it uses nothing that later drafts read otherwise but the name of its id.
    const { id, $schema, ...rest } = schema;
    expect([id, $schema]).toHaveLength(2);
    const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(rest);
    const { out, status } = await heshu('check', '稿 1.txt', '无事.txt', '--format', 'sarif');
    expect(status).toBe(1);
    const log = JSON.parse(out) as Log;
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...log, runs: [{}] })).toBe(false);
    const results = log.runs[0]?.results ?? [];
    expect(results.map(({ ruleId }) => ruleId)).toEqual(['part-whole', 'restatement']);
    expect(results[0]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: '%E7%A8%BF%201.txt' },
          region: { startLine: 4, startColumn: 15, endLine: 4, endColumn: 19 },
        },
      },
    ]);
    await writeFile(join(folder, '稿 1.txt'), `${await readFile(join(folder, '稿 1.txt'), 'utf8')}`.replace('一、', '开场白。\n一、'));
    const again = JSON.parse((await heshu('check', '稿 1.txt', '--format', 'sarif')).out) as Log;
    expect(again.runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints)).toEqual(
      results.map(({ partialFingerprints }) => partialFingerprints),
    );
  });

  it('GitHub annotations: one line a finding, its own line breaks and commas escaped', async () => {
    const { out } = await heshu('check', '稿 1.txt', '--format', 'github');
    const [first = '', ...more] = out.trim().split('\n');
    expect(first).toMatch(/^::error file=稿 1\.txt,line=\d,endLine=\d,col=15,endColumn=19,title=heshu part-whole::[^\n]+%0A/);
    expect(more).toHaveLength(1);
    expect((await heshu('check', '无事.txt', '--format', 'github')).out).toBe('');
  });
});

describe('the printed report', () => {
  it('is one file without script or address, everything of the draft escaped, numbers in the margin and in the list', async () => {
    const hostile =
      '青川县政府工作报告\n2025年1月10日\n一、2024年工作回顾\n财政总收入26.2亿元。\n财政总收入达27.1亿元。\n<script>alert(1)</script>又及"><img src=x>。\n';
    await writeFile(join(folder, '坏<b>.txt'), hostile);
    await heshu('check', '坏<b>.txt', '--out', '报告.html', '--fail-on', 'never');
    const html = await readFile(join(folder, '报告.html'), 'utf8');
    expect(html).toMatch(/default-src 'none'; style-src 'nonce-([0-9a-f]{32})'; base-uri 'none'[^>]*>[\s\S]*<style nonce="\1">/);
    expect(html).not.toMatch(/<script|<img|<b>\.txt|https?:|\son\w+=/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toMatch(/<li class="error" id="f1"><b class="number">1<\/b>/);
    expect(html).toMatch(
      /<span class="margin"><a href="#f1">1<\/a><\/span><p>财政总收入达<mark class="error">27\.1亿元<\/mark><sup>1<\/sup>/,
    );
    expect((await heshu('check', '无事.txt', '--format', 'html')).out).toContain('没有发现问题');
  });
});
