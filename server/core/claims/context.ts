import type { Measured } from './claim.ts';

/** What one passage hands on to the next. Small and comparable: where it is equal, reading may stop. */
export interface Context {
  /** What the last figure was about; null at the start of a paragraph. */
  subject: Measured | null;
}

export const emptyContext: Context = { subject: null };

export const sameContext = (a: Context, b: Context): boolean =>
  a === b || (a.subject?.name === b.subject?.name && a.subject?.indicator?.id === b.subject?.indicator?.id);
