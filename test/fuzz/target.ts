/** One thing that is fuzzed; each file in `targets/` exports one of these. `scripts/fuzz.mjs` runs it, `finds.test.ts` repeats what was found. */
export interface Target {
  /** Inputs to start from. */
  seeds: readonly Uint8Array[];
  /** Throws where an input breaks what must always hold. */
  fuzz(data: Uint8Array): void;
  /** Words that inputs are made of, for the fuzzer's dictionary. */
  dictionary?: readonly string[];
}

export const hold = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};
