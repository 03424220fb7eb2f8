import type { Indicator } from '../indicators/indicator.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import { noTime } from './period.ts';
import { tokenize } from './tokens.ts';

/** A catalogued indicator named in a passage, with or without a figure; places are relative to its text. */
export interface NamedIndicator {
  start: number;
  end: number;
  indicator: Indicator;
}

// A passage is read with one vocabulary: another makes another outline.
const known = new WeakMap<object, readonly NamedIndicator[]>();

/** The indicators that a passage names, in reading order. Few ask, so that reading does not look for them. */
export const namedIndicators = (passage: { readonly text: string }, vocabulary: Vocabulary): readonly NamedIndicator[] => {
  let named = known.get(passage);
  if (!named) {
    const tokens = tokenize(passage.text, vocabulary, noTime);
    named = tokens.flatMap(({ start, end, indicator }) => (indicator ? [{ start, end, indicator }] : []));
    known.set(passage, named);
  }
  return named;
};
