import { type Context, emptyContext } from './claims/context.ts';
import { type PassageReading, readPassage } from './claims/read-passage.ts';
import type { Vocabulary } from './indicators/vocabulary.ts';
import type { OriginOptions } from './outline/origin.ts';
import { type Outline, type OutlinePassage, readOutline } from './outline/outline.ts';

/** A passage and what was read in it. */
export interface ReadPassage extends PassageReading {
  passage: OutlinePassage;
}

/** A document read from start to end. */
export interface PolicyDocument {
  text: string;
  outline: Outline;
  passages: ReadPassage[];
}

/** Reads a document: outline, passages, claims. */
export const readDocument = (text: string, vocabulary: Vocabulary, options: OriginOptions = {}): PolicyDocument => {
  const outline = readOutline(text, options);
  let context: Context = emptyContext;
  const passages = outline.passages.map((passage): ReadPassage => {
    // A row's progress speaks of its target.
    if (passage.opens && passage.cell?.kind !== 'progress') context = emptyContext;
    const reading = readPassage(passage.text, { setting: passage.setting, now: outline.now, region: outline.region, vocabulary }, context);
    context = reading.contextAfter;
    return { passage, ...reading };
  });
  return { text, outline, passages };
};
