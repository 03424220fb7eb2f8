import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '../..');

/** The packages that bundles are made of, by their folders as esbuild tells them. */
const packagesOf = (metafiles) => {
  const folders = new Set(
    metafiles.flatMap(({ inputs }) =>
      Object.keys(inputs).flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(`./${path}`)?.[0] ?? []),
    ),
  );
  const packages = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const texts = readdirSync(join(root, folder))
      .filter((file) => /^(?:licen[cs]e|copying|third-?party-?notices)/i.test(file))
      .sort()
      .map((file) =>
        readFileSync(join(root, folder, file), 'utf8')
          .replace(/\r/g, '')
          .trim(),
      );
    if (texts.length === 0) throw new Error(`${name} ${version} brings no licence along`);
    packages.set(`${name} ${version}`, { name, version, license, text: texts.join('\n\n') });
  }
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** What is part of a package, or was made from one, and tells of it in no licence file. */
const others = () => [
  {
    name: 'pdf.js (within unpdf)',
    version: '5.6.205',
    license: 'Apache-2.0',
    text: `Copyright Mozilla Foundation\n\n${readFileSync(join(root, 'scripts/licences/Apache-2.0.txt'), 'utf8').trim()}`,
  },
  {
    name: 'cmap-resources (character maps of Chinese PDF files)',
    version: '1990-2009',
    license: 'BSD-3-Clause',
    text: (/(Copyright[\s\S]*?)\n \*\//.exec(readFileSync(join(root, 'server/readers/pdf/character-maps.ts'), 'utf8'))?.[1] ?? '').replace(
      /^ \* ?/gm,
      '',
    ),
  },
  {
    ...JSON.parse(readFileSync(join(root, 'node_modules/pinyin-pro/package.json'), 'utf8')),
    name: 'pinyin-pro (readings of characters)',
    text: readFileSync(join(root, 'node_modules/pinyin-pro/LICENSE'), 'utf8').trim(),
  },
];

/** The licences of what the bundles hold: a list, then each in full. */
export const licencesOf = (metafiles) => {
  const all = [...packagesOf(metafiles), ...others()];
  const list = all.map(({ name, version, license }) => `${name}\t${version}\t${license}`);
  const rule = '-'.repeat(80);
  return `${[`Heshu contains these works of others:\n\n${list.join('\n')}`, ...all.map(({ name, version, text }) => `${rule}\n${name} ${version}\n\n${text}`)].join('\n\n')}\n`;
};
