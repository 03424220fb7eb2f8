import type { Claim, Measured } from './claims/claim.ts';
import { type Context, emptyContext, sameContext } from './claims/context.ts';
import type { Period } from './claims/period.ts';
import { type PassageReading, type ReadingFrame, readPassage } from './claims/read-passage.ts';
import { ownScopeOf } from './claims/region.ts';
import type { Range } from './finding.ts';
import type { Vocabulary } from './indicators/vocabulary.ts';
import type { OriginOptions } from './outline/origin.ts';
import { type Ends, none, type Outline, type OutlinePassage, readOutline } from './outline/outline.ts';
import { sameSetting } from './outline/section.ts';
import { changeBetween } from './text/change.ts';

/** A passage and what was read in it. Only its place may change later, by an edit elsewhere. */
export interface ReadPassage extends PassageReading {
  passage: OutlinePassage;
  contextBefore: Context;
}

/** A document read from start to end. */
export interface PolicyDocument {
  text: string;
  outline: Outline;
  passages: readonly ReadPassage[];
  /** Whether the document goes on beyond `text`, too long to be read as a whole. */
  isCut: boolean;
  /** How many of them stayed those of the document before; others in between may have, too. */
  kept: Ends;
  /** Stretches that somebody marked with colour, in order. */
  highlights: readonly Range[];
  vocabulary: Vocabulary;
}

export interface DocumentOptions extends OriginOptions {
  highlights?: readonly Range[];
}

/** Longer documents are read up to here. */
export const mostCharacters = 2_000_000;

/** What is read of a text: up to the limit, and no line cut in two that ends near it, since half a number is another one. */
export const readableOf = (text: string): string => {
  if (text.length <= mostCharacters) return text;
  const line = text.lastIndexOf('\n', mostCharacters);
  return text.slice(0, line > mostCharacters / 2 ? line : mostCharacters).replace(/[\ud800-\udbff]$/, '');
};

/**
 * Reads a document: outline, passages, claims. After an edit, give the document before it: what the edit left as it was is
 * taken over (the same objects, moved to their new places), and the document before must not be used any more.
 */
export const readDocument = (
  whole: string,
  vocabulary: Vocabulary,
  options: DocumentOptions = {},
  before?: PolicyDocument,
): PolicyDocument => {
  const text = readableOf(whole);
  const old = before?.vocabulary === vocabulary ? before : undefined;
  const outline = readOutline(text, options, old?.outline, old && changeBetween(old.text, text));
  const isAlike = old && outline.region === old.outline.region && outline.year === old.outline.year && outline.now === old.outline.now;
  const reader = new PassagesReader(outline, vocabulary);
  return {
    text,
    isCut: text.length < whole.length,
    outline,
    ...reader.read(isAlike ? old.passages : []),
    highlights: options.highlights ?? [],
    vocabulary,
  };
};

/** Folds over the passages of an outline; what an earlier reading knows of the same passages is taken from there. */
class PassagesReader {
  private readonly passages: ReadPassage[] = [];
  private context = emptyContext;
  /** Claims of a row's target, which its progress speaks of. */
  private target: Claim[] = [];
  /** The row of the passage before, and what the last of its labels names. */
  private row: number | undefined;
  private label: Measured | null = null;
  private readonly frame: Omit<ReadingFrame, 'setting' | 'antecedents'>;

  constructor(
    private readonly outline: Outline,
    vocabulary: Vocabulary,
  ) {
    const { now, region, year } = outline;
    this.frame = { now, region, reviewed: year === null ? null : year - 1, ownScope: ownScopeOf(region), vocabulary };
  }

  /** @param old What was read in the passages of the outline before; none where that does not hold any more. */
  read(old: readonly ReadPassage[]): Pick<PolicyDocument, 'passages' | 'kept'> {
    const now = this.outline.passages;
    const same = old.length > 0 ? this.outline.kept : none;
    let { atStart } = same;
    // Reading goes on from the start of a paragraph or row: nothing is handed on into it.
    while (atStart > 0 && !beginsAt(now, atStart)) atStart--;
    const between = old.slice(atStart, old.length - same.atEnd);
    const known = new Map(between.map((reading) => [reading.passage, reading]));
    const alike = new Map(between.map((reading) => [reading.passage.text, reading]));
    let i = atStart;
    // From the first paragraph or row that stayed, all that follows was read in the same way.
    for (; i < now.length && !(now.length - i <= same.atEnd && beginsAt(now, i)); i++) {
      const passage = now[i] as OutlinePassage;
      const left = now.length - i;
      // To ask for a text's hash takes time, even of an empty map.
      const moved = between.length > 0 ? (known.get(passage) ?? alike.get(passage.text)) : undefined;
      this.readNext(passage, left <= same.atEnd ? old[old.length - left] : moved);
    }
    const atEnd = now.length - i;
    return { passages: old.slice(0, atStart).concat(this.passages, old.slice(old.length - atEnd)), kept: { atStart, atEnd } };
  }

  private readNext(passage: OutlinePassage, known: ReadPassage | undefined): void {
    const isProgress = passage.cell?.kind === 'progress';
    if (opensItem(passage)) this.context = { ...emptyContext, frame: severalYears(this.context.frame) };
    const subject = this.labelFor(passage);
    if (startsAnew(passage)) {
      this.context = { ...emptyContext, subject };
      this.target = [];
    }
    const holds =
      known &&
      !isProgress &&
      known.passage.cell?.kind !== 'progress' &&
      sameContext(known.contextBefore, this.context, this.frame.vocabulary) &&
      sameSetting(known.passage.setting, passage.setting);
    const reading = holds && known.passage === passage ? known : this.readAnew(passage, holds ? known : undefined, isProgress);
    this.context = reading.contextAfter;
    if (passage.cell?.kind === 'target') this.target = [...this.target, ...reading.claims];
    this.passages.push(reading);
  }

  /** What names the row of a target or of its progress; null for any other passage. */
  private labelFor({ cell, text, opens }: OutlinePassage): Measured | null {
    if (cell?.place !== this.row) this.label = null;
    this.row = cell?.place;
    if (cell?.kind === 'label' && opens && isLabel(text)) {
      const name = text.replace(/[。,;]$/, '');
      this.label = { name, indicator: this.frame.vocabulary.byName.get(name) };
    }
    return cell?.kind === 'target' || cell?.kind === 'progress' ? this.label : null;
  }

  /** A passage that was changed, or moved to another place in the outline with what is `known` of it. */
  private readAnew(passage: OutlinePassage, known: ReadPassage | undefined, isProgress: boolean): ReadPassage {
    const { setting } = passage;
    const { now, reviewed, region, ownScope, vocabulary } = this.frame;
    const antecedents = isProgress ? this.target : [];
    const frame: ReadingFrame = { setting, now, reviewed, region, ownScope, vocabulary, antecedents };
    const { claims, distributions, contextAfter } = known ?? readPassage(passage.text, frame, this.context);
    return { passage, contextBefore: this.context, claims, distributions, contextAfter };
  }
}

/** Whether nothing is handed on into a passage: it begins a paragraph or a cell. A row's progress speaks of its target: it goes on. */
const startsAnew = (passage: OutlinePassage | undefined): boolean =>
  passage === undefined || (passage.opens && passage.cell?.kind !== 'progress' && !opensItem(passage));

/** Whether a paragraph or a table's row begins at an index. */
const beginsAt = (passages: readonly OutlinePassage[], index: number): boolean => {
  const { cell } = passages[index] ?? {};
  return startsAnew(passages[index]) && (!cell || passages[index - 1]?.cell?.place !== cell.place);
};

/** 粮食产量, as against 序号, a unit or a sentence. */
const isLabel = (text: string): boolean => /^[^\d,;:。]{3,24}[。,;]?$/.test(text);

/** Items under 五年来，… are of those years as well. */
const opensItem = ({ opens, text }: OutlinePassage): boolean => opens && text.startsWith('——');

const severalYears = (frame: Period | null): Period | null => (frame && frame.to - frame.from >= 24 ? frame : null);
