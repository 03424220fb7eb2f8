import type { Claim } from './claims/claim.ts';
import { type Context, emptyContext } from './claims/context.ts';
import { type PassageReading, type ReadingFrame, readPassage } from './claims/read-passage.ts';
import { ownScopeOf } from './claims/region.ts';
import type { Range } from './finding.ts';
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
  /** Stretches that somebody marked with colour, in order. */
  highlights: readonly Range[];
}

export interface DocumentOptions extends OriginOptions {
  highlights?: readonly Range[];
}

/** Reads a document: outline, passages, claims. */
export const readDocument = (text: string, vocabulary: Vocabulary, options: DocumentOptions = {}): PolicyDocument => {
  const outline = readOutline(text, options);
  const reviewed = outline.year === null ? null : outline.year - 1;
  const ownScope = ownScopeOf(outline.region);
  let context: Context = emptyContext;
  let target: Claim[] = [];
  const passages = outline.passages.map((passage): ReadPassage => {
    // A row's progress speaks of its target; every other paragraph and cell begins anew.
    const isProgress = passage.cell?.kind === 'progress';
    if (passage.opens && !isProgress) {
      context = emptyContext;
      target = [];
    }
    const { now, region } = outline;
    const frame: ReadingFrame = {
      setting: passage.setting,
      now,
      reviewed,
      region,
      ownScope,
      vocabulary,
      ...(isProgress && { antecedents: target }),
    };
    const reading = readPassage(passage.text, frame, context);
    context = reading.contextAfter;
    if (passage.cell?.kind === 'target') target = [...target, ...reading.claims];
    return { passage, ...reading };
  });
  return { text, outline, passages, highlights: options.highlights ?? [] };
};
