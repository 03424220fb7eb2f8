import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { heshuIn } from '../terminal.ts';

const root = join(import.meta.dirname, '../..');

it('the sample draft is reported as a person has read and approved', async () => {
  const { status, out } = await heshuIn(root, 'check', 'sample/钱塘区2025.zcg');
  expect(status).toBe(1);
  await expect(out).toMatchFileSnapshot('sample.findings.txt');
});

it('the sample is as large as it says', () => {
  const text = readFileSync(join(root, 'sample/钱塘区2025.zcg'), 'utf8');
  expect(text.replace(/\s/g, '').length).toBeGreaterThan(2400);
});
