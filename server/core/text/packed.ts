const marks = 0xe000;
const lastMark = 0xf8ff;

/** The digit that a character of a distance stands for; see scripts/pack.mjs. */
const digitOf = (code: number): number => code - 35 - (code > 39 ? 1 : 0) - (code > 92 ? 1 : 0);

/** The text that scripts/pack.mjs packed; the server's bundles hold the catalogue so. */
export const unpack = (packed: string): string => {
  let units = new Uint16Array(packed.length * 4);
  let length = 0;
  for (let i = 0; i < packed.length; i++) {
    const code = packed.charCodeAt(i);
    const isMark = code >= marks && code <= lastMark;
    const count = isMark ? code - marks : 1;
    if (length + count > units.length) {
      const longer = new Uint16Array(units.length * 2 + count);
      longer.set(units);
      units = longer;
    }
    if (!isMark) {
      units[length++] = code;
      continue;
    }
    const distance = digitOf(packed.charCodeAt(++i)) * 90 + digitOf(packed.charCodeAt(++i));
    for (const end = length + count; length < end; length++) units[length] = units[length - distance] as number;
  }
  let text = '';
  // Few enough at a time to be arguments of one call.
  const step = 8192;
  for (let i = 0; i < length; i += step) text += String.fromCharCode(...units.subarray(i, Math.min(length, i + step)));
  return text;
};
