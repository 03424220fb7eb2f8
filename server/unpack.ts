import { inflateSync } from 'fflate';

/** The text that scripts/pack.mjs packed; the server's bundles hold the catalogue and the lexicon so. */
export const unpack = (packed: string): string =>
  new TextDecoder().decode(inflateSync(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))));
