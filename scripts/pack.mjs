import { readFile } from 'node:fs/promises';

/** Shorter matches than this are not looked for. */
const least = 3;
const longest = 4000;
/** Codes of the two characters that give a distance: printable ASCII without what a string literal would escape. */
const digits = [...Array(92).keys()].map((i) => i + 35).filter((code) => code !== 39 && code !== 92);
const reach = digits.length ** 2 - 1;

/**
 * Packs a text: words that stood within the last 8,000 characters become a mark of length (a character of private use)
 * and distance. Data of many like rows shrinks to a third. `unpack` in server/core/text/packed.ts reads it.
 */
const pack = (text) => {
  if (/[\ud800-\uf8ff]/.test(text)) throw new Error('surrogates and characters of private use cannot be packed');
  const places = new Map();
  const remember = (at) => {
    const start = text.slice(at, at + least);
    const list = places.get(start);
    if (list) list.push(at);
    else places.set(start, [at]);
  };
  let packed = '';
  for (let at = 0; at < text.length; ) {
    let length = 0;
    let distance = 0;
    const candidates = places.get(text.slice(at, at + least)) ?? [];
    for (let i = candidates.length - 1; i >= 0 && at - candidates[i] <= reach; i--) {
      const from = candidates[i];
      let same = least;
      while (same < longest && at + same < text.length && text[from + same] === text[at + same]) same++;
      if (same > length) [length, distance] = [same, at - from];
    }
    // A mark takes five bytes of UTF-8.
    if (length > 0 && Buffer.byteLength(text.slice(at, at + length)) > 5) {
      const [high, low] = [Math.floor(distance / digits.length), distance % digits.length];
      packed += String.fromCharCode(0xe000 + length, digits[high], digits[low]);
      for (const end = at + length; at < end; at++) remember(at);
    } else {
      packed += text[at];
      remember(at++);
    }
  }
  return packed;
};

/**
 * Packs the catalogue in the language server's bundles, which have a limit of size. Unpacking takes some 20 ms at a
 * cold start: nothing beside an editor's, too much for the command line.
 */
export const packData = {
  name: 'pack-data',
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/]generated[\\/]catalogue\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const [literal] = /(?<=JSON\.parse\()'(?:[^'\\]|\\.)*'/s.exec(source);
      const text = new Function(`return ${literal}`)();
      const contents = source.replace(literal, () => `unpack(${JSON.stringify(pack(text))})`);
      return { loader: 'ts', contents: `import { unpack } from '../text/packed.ts';\n${contents}` };
    });
  },
};
