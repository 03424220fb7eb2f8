/** What is personal, not the draft's: the client tells it with `workspace/didChangeConfiguration`, under `heshu`. */
export interface Settings {
  /** Behind figures: nothing, only where text and arithmetic disagree, or wherever something is known. */
  inlayHints: 'off' | 'conflicts' | 'all';
  /** Counts of figures and findings above headings. */
  codeLens: boolean;
}

export const quiet: Settings = { inlayHints: 'off', codeLens: false };

/** Reads what a client sends; what is missing or of the wrong kind is quiet. */
export const readSettings = (sent: unknown): Settings => {
  const { inlayHints, codeLens } = ((sent as { heshu?: unknown } | null)?.heshu ?? {}) as { inlayHints?: unknown; codeLens?: unknown };
  return {
    inlayHints: inlayHints === 'all' || inlayHints === 'conflicts' ? inlayHints : quiet.inlayHints,
    codeLens: codeLens === true,
  };
};
