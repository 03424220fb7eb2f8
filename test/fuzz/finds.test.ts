import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Target } from './target.ts';

const folder = (name: string): string => join(import.meta.dirname, name);
const targets = readdirSync(folder('targets')).map((name) => name.slice(0, -3));

describe.each(targets)('fuzzing of %s', async (name) => {
  const { target } = (await import(`./targets/${name}.ts`)) as { target: Target };
  const finds = existsSync(folder(`finds/${name}`)) ? readdirSync(folder(`finds/${name}`)) : [];

  it('starts from inputs that are right', () => {
    expect(target.seeds.length).toBeGreaterThan(0);
    for (const bytes of target.seeds) target.fuzz(bytes);
  });

  it.each(finds)('what broke on %s holds', (find) => target.fuzz(readFileSync(folder(`finds/${name}/${find}`))));
});
