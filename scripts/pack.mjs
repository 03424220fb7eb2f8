import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';

const unpack = fileURLToPath(new URL('../server/unpack.ts', import.meta.url));

/** Long tables of the core: a literal each, as the module that holds it has it. */
const tables = [
  { filter: /[\\/]core[\\/]generated[\\/]catalogue\.ts$/, literal: /(?<=JSON\.parse\()'(?:[^'\\]|\\.)*'(?=\))/s, text: (value) => value },
  {
    filter: /[\\/]core[\\/]text[\\/]lexicon\.ts$/,
    literal: /(?<=const words: [^=]* = )\{\n.*?\n\}(?=;)/s,
    text: JSON.stringify,
    parse: true,
  },
];

/**
 * Packs them in the language server's bundles, which have a limit of size. Unpacking takes some milliseconds at a cold
 * start: nothing beside an editor's, too much for the command line.
 */
export const packData = {
  name: 'pack-data',
  setup(build) {
    for (const { filter, literal, text, parse } of tables)
      build.onLoad({ filter }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const [written] = literal.exec(source);
        const packed = `unpack('${deflateRawSync(text(new Function(`return ${written}`)()), { level: 9 }).toString('base64')}')`;
        const contents = source.replace(written, () => (parse ? `JSON.parse(${packed})` : packed));
        return { loader: 'ts', contents: `import { unpack } from ${JSON.stringify(unpack)};\n${contents}` };
      });
  },
};
