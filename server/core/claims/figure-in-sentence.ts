import type { Kind } from '../figures/figure.ts';
import type { RawFigure } from '../figures/read-figure.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import type { Claim } from './claim.ts';
import type { Lead } from './lead.ts';
import type { Phrase } from './phrase.ts';
import type { Sentence, Span } from './sentence.ts';

/** A figure with all that has been read about it. */
export interface FigureInSentence {
  sentence: Sentence;
  /** Index of its token. */
  t: number;
  figure: RawFigure;
  kind: Kind;
  lead: Lead;
  phrase: Phrase;
  /** The noun behind it. */
  tail: Span;
  /** The claims before it in the passage. */
  claims: readonly Claim[];
  /** What led up to the last of them. */
  leadBefore: Lead | undefined;
  /** Claims of a table's target cell. */
  antecedents: readonly Claim[];
  vocabulary: Vocabulary;
}
