import type { Vocabulary } from '../indicators/vocabulary.ts';
import type { Measured } from './claim.ts';
import type { Period } from './period.ts';
import { topicOf } from './topic.ts';

/** What one passage hands on to the next. Small and comparable: where it is equal, reading may stop. */
export interface Context {
  /** What the last figure was about; null at the start of a paragraph. */
  subject: Measured | null;
  /** A time that opened a sentence (2020年,…; 五年来,…) and holds for the rest of the paragraph. */
  frame: Period | null;
  /** The time in force at the end of the sentence before, for 其中 at the head of the next. */
  told: Period | null;
  /** The sentence before in the paragraph: what it opens with may own a bare property (产值, 参保人数) of the next. */
  before: string;
}

export const emptyContext: Context = { subject: null, frame: null, told: null, before: '' };

/** Whether a passage reads alike behind both. */
export const sameContext = (a: Context, b: Context, vocabulary: Vocabulary): boolean =>
  a === b ||
  ((a.before === b.before || topicOf(a.before, vocabulary) === topicOf(b.before, vocabulary)) &&
    a.frame?.from === b.frame?.from &&
    a.frame?.to === b.frame?.to &&
    a.told?.from === b.told?.from &&
    a.told?.to === b.told?.to &&
    a.subject?.name === b.subject?.name &&
    a.subject?.indicator?.id === b.subject?.indicator?.id);
