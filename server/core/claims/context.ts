import type { Measured } from './claim.ts';
import type { Period } from './period.ts';

/** What one passage hands on to the next. Small and comparable: where it is equal, reading may stop. */
export interface Context {
  /** What the last figure was about; null at the start of a paragraph. */
  subject: Measured | null;
  /** A time that opened a sentence (2020年,…; 五年来,…) and holds for the rest of the paragraph. */
  frame: Period | null;
  /** Whose a bare property (产值, 参保人数) of the next sentence is: what the last one opened with. */
  topic: string;
}

export const emptyContext: Context = { subject: null, frame: null, topic: '' };

export const sameContext = (a: Context, b: Context): boolean =>
  a === b ||
  (a.topic === b.topic &&
    a.frame?.from === b.frame?.from &&
    a.frame?.to === b.frame?.to &&
    a.subject?.name === b.subject?.name &&
    a.subject?.indicator?.id === b.subject?.indicator?.id);
