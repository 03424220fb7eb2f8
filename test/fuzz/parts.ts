import { strToU8, type Zippable, zipSync } from 'fflate';

/** Parts behind this sign, one after the other, make a zip file; other bytes are the file itself. */
const sign = '\u0001';

/** A file from fuzzed bytes: parts of these names, so that what is inside is reached and not only the zip around it. */
export const fileOf = (data: Uint8Array, names: readonly string[]): Uint8Array => {
  if (data[0] !== 1) return data;
  const parts = new TextDecoder().decode(data.subarray(1)).split(sign);
  const entries: Zippable = {};
  for (const [i, name] of names.entries()) if (parts[i]) entries[name] = strToU8(parts[i]);
  return zipSync(entries, { level: 0 });
};

export const seedOf = (parts: Record<string, string>, names: readonly string[]): Uint8Array =>
  strToU8(sign + names.map((name) => parts[name] ?? '').join(sign));

/** An unpacked zip file, whose bytes a fuzzer can change to some effect. */
export const storedOf = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])), { level: 0 });
