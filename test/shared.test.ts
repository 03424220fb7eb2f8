import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { heshuIn } from './terminal.ts';

/** Annotated texts that lie beside the project on its developers' machines; nothing else reads them. */
const shared = join(import.meta.dirname, '../../shared');
const present = existsSync(join(shared, 'gold/score.mjs'));
if (!present) console.log('skipped: no annotated texts beside the project (../shared)');

const scratch = mkdtempSync(join(tmpdir(), 'heshu-shared-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const output = async (...args: string[]): Promise<string> => (await heshuIn(scratch, ...args)).out;

const score = (script: string, ...args: string[]) =>
  JSON.parse(execFileSync(process.execPath, [join(shared, script), ...args, '--json'], { encoding: 'utf8' }));

describe.skipIf(!present)('annotated figures', () => {
  const golds = present ? readdirSync(join(shared, 'gold')).filter((name) => name.endsWith('.jsonl')) : [];
  it.each(golds)('%s', async (name) => {
    const gold = join(shared, 'gold', name);
    const source = join(shared, 'seeds', JSON.parse(readFileSync(gold, 'utf8').split('\n')[0] as string).source);
    const figures = join(scratch, name);
    writeFileSync(figures, await output('figures', source, '--format', 'jsonl'));
    const result = score('gold/score.mjs', gold, source, figures);
    expect(result.f1).toBeGreaterThanOrEqual(0.985);
    expect(result.kind).toBeGreaterThanOrEqual(0.985);
    expect(result.bound).toBeGreaterThanOrEqual(0.985);
  });
});

describe.skipIf(!present)('the draft with planted mistakes', () => {
  it('is caught, and its clean twin is not', async () => {
    const folder = join(shared, 'drafts/draft-2025');
    for (const text of ['faulty', 'clean'])
      writeFileSync(join(scratch, `${text}.json`), await output('check', join(folder, `${text}.txt`), '--format', 'json'));
    const result = score('drafts/score.mjs', folder, join(scratch, 'faulty.json'), join(scratch, 'clean.json'));
    expect(result.named).toBeGreaterThanOrEqual(0.4);
    expect(result.alarms).toBeLessThanOrEqual(1);
  });
});
