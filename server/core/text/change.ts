import { bisect } from './bisect.ts';

/** What an edit did to a text: [start, end) of the old one was replaced, and what follows moved by `delta`. */
export interface TextChange {
  start: number;
  end: number;
  delta: number;
}

/** The one stretch in which two texts differ; by halving, since comparing long slices is faster than looking at each unit. */
export const changeBetween = (old: string, text: string): TextChange => {
  const shorter = Math.min(old.length, text.length);
  const start = bisect(shorter, (length) => old.slice(0, length) === text.slice(0, length));
  const same = bisect(shorter - start, (length) => old.slice(old.length - length) === text.slice(text.length - length));
  return { start, end: old.length - same, delta: text.length - old.length };
};
