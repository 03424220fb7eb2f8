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

  it('and the extension’s page names every command, view and setting', () => {
    const page = read('docs/extension.md');
    const { contributes } = JSON.parse(read('package.json')) as { contributes: { configuration: { properties: object } } };
    const titles = Object.entries(JSON.parse(read('package.nls.zh-cn.json')) as Record<string, string>)
      .filter(([key]) => /^(?:command|view)\.(?!welcome|noSources)/.test(key))
      .map(([, title]) => title);
    const names = [...titles, ...Object.keys(contributes.configuration.properties).map((key) => `\`${key}\``)];
    expect(names.filter((name) => !page.includes(name))).toEqual([]);
  });

  it('in its messages', () => {
    const sources = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const used = sources.flatMap((name) => [...read(`client/${name}`).matchAll(/l10n\.t\(\s*'([^']+)'/g)].map((match) => match[1]));
    expect(keysOf('l10n/bundle.l10n.zh-cn.json')).toEqual([...new Set(used)].sort());
  });
});
