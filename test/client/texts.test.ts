import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const keysOf = (path: string): string[] => Object.keys(JSON.parse(read(path)) as object).sort();

describe('texts of the extension are there in both languages', () => {
  it('in the manifest', () => {
    const used = [...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]);
    const keys = [...new Set(used)].sort();
    expect(keysOf('package.nls.json')).toEqual(keys);
    expect(keysOf('package.nls.zh-cn.json')).toEqual(keys);
  });

  it('in its messages', () => {
    const sources = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const used = sources.flatMap((name) => [...read(`client/${name}`).matchAll(/l10n\.t\(\s*'([^']+)'/g)].map((match) => match[1]));
    expect(keysOf('l10n/bundle.l10n.zh-cn.json')).toEqual([...new Set(used)].sort());
  });
});
