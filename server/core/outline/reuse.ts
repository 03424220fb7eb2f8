import type { TextChange } from '../text/change.ts';
import { type Block, readBlocksAfter } from './blocks.ts';
import { reach, type SectionState, sameState } from './headings.ts';
import type { Origin } from './origin.ts';
import { type BlockReading, bodyEndIn, type Outline, type OutlinePassage } from './outline.ts';
import { sameSetting } from './section.ts';
import type { CellRole } from './table.ts';

/**
 * What of an outline still holds after an edit: the blocks above and below it. They are moved in place, so the outline
 * before must not be used any more.
 */
export class Reuse {
  /** The blocks of the edited text; those that stay are as they were read before. */
  readonly blocks: readonly Block[];
  /** Blocks that stay at the start; at the end only as long as the headings lead to the same state. */
  readonly atStart: number;
  private readonly atEnd: number;

  constructor(
    private readonly before: Outline,
    text: string,
    private readonly change: TextChange,
  ) {
    const { blocks } = before;
    const { atStart, between, atEnd } = readBlocksAfter(text, blocks, change);
    const below = blocks.slice(blocks.length - atEnd);
    for (const block of below) move(block, change.delta);
    this.blocks = (blocks.slice(0, atStart) as Block[]).concat(between, below);
    this.atStart = firstLookingBeyond(blocks, atStart, change.start);
    this.atEnd = atEnd;
  }

  /** Whether the document says of itself what it said before; if not, everything is to be read anew. */
  holdsFor(origin: Origin): boolean {
    const { before, change } = this;
    return (
      before.title === origin.title &&
      before.region === origin.region &&
      before.year === origin.year &&
      before.now === origin.now &&
      before.isReport === origin.isReport &&
      before.date === origin.date &&
      origin.bodyStart === (before.bodyStart >= change.end ? before.bodyStart + change.delta : before.bodyStart)
    );
  }

  /** Where the headings stand below the blocks that stay at the start; undefined where none do. */
  get stateAbove(): SectionState | undefined {
    return this.before.blocks[this.atStart - 1]?.after;
  }

  /** Whether all from block `index` on reads as before, where the headings stand as they do. */
  goesOn(index: number, state: SectionState): boolean {
    return index >= this.blocks.length - this.atEnd && sameState((this.blocks[index] as BlockReading).before, state);
  }

  /** What the document now consists of: the blocks read anew between those that stay, at the end those from `index` on. */
  join(readings: readonly BlockReading[], index: number): Pick<Outline, 'blocks' | 'passages' | 'kept' | 'bodyEnd'> {
    const { before, change, atStart } = this;
    const end = before.blocks.length - (this.blocks.length - index);
    const tail = before.blocks.slice(end);
    let below = 0;
    for (const reading of tail) {
      below += reading.passages.length;
      if (reading.lookedTo > 0) reading.lookedTo += change.delta;
      for (const passage of reading.passages) move(passage, change.delta);
    }
    const old = before.blocks.slice(atStart, end).flatMap(({ passages }) => passages);
    const above = before.passages.length - below - old.length;
    const kept = keepPassages(old, readings, change);
    const between = readings.flatMap(({ passages }) => passages);
    return {
      blocks: before.blocks.slice(0, atStart).concat(readings, tail),
      passages: before.passages.slice(0, above).concat(between, before.passages.slice(before.passages.length - below)),
      kept: { atStart: above + kept.atStart, atEnd: below + kept.atEnd },
      bodyEnd: this.stateAbove?.inAppendix ? before.bodyEnd : (bodyEndIn(readings) ?? this.bodyEndIn(tail)),
    };
  }

  /** Where the body ends, if not above the blocks at the end. */
  private bodyEndIn(tail: readonly BlockReading[]): number {
    const { bodyEnd, folded } = this.before;
    return (tail.at(-1)?.after.inAppendix ? bodyEnd : folded.length) + this.change.delta;
  }
}

/** The first block above `index` that is a heading whose text was looked at beyond `at`; `index` where there is none. */
const firstLookingBeyond = (blocks: readonly BlockReading[], index: number, at: number): number => {
  let first = index;
  for (let i = index - 1; i >= 0 && (blocks[i + 1] as Block).start > at - reach; i--) {
    if ((blocks[i] as BlockReading).lookedTo > at) first = i;
  }
  return first;
};

/** Puts old passages back into blocks that were read anew, where an edit elsewhere in the block left them as they were. */
const keepPassages = (
  old: readonly OutlinePassage[],
  readings: readonly BlockReading[],
  { start, end, delta }: TextChange,
): Outline['kept'] => {
  const places = readings.flatMap(({ passages }) => passages.map((_, index) => ({ passages, index })));
  const keep = (kept: OutlinePassage, place: (typeof places)[number], by: number): boolean => {
    const now = place.passages[place.index] as OutlinePassage;
    if (kept.start + by !== now.start || kept.end + by !== now.end || !samePassage(kept, now)) return false;
    move(kept, by);
    place.passages[place.index] = kept;
    return true;
  };
  const shorter = Math.min(old.length, places.length);
  let atStart = 0;
  for (; atStart < shorter; atStart++) {
    const kept = old[atStart] as OutlinePassage;
    if (kept.end > start || !keep(kept, places[atStart] as (typeof places)[number], 0)) break;
  }
  let atEnd = 0;
  for (; atEnd < shorter - atStart; atEnd++) {
    const kept = old[old.length - 1 - atEnd] as OutlinePassage;
    if (kept.start < end || !keep(kept, places[places.length - 1 - atEnd] as (typeof places)[number], delta)) break;
  }
  return { atStart, atEnd };
};

const move = (place: { start: number; end: number }, by: number): void => {
  place.start += by;
  place.end += by;
};

const samePassage = (a: OutlinePassage, b: OutlinePassage): boolean =>
  a.text === b.text &&
  a.opens === b.opens &&
  a.inAppendix === b.inAppendix &&
  a.heading?.label === b.heading?.label &&
  a.heading?.level === b.heading?.level &&
  a.place.paragraph === b.place.paragraph &&
  a.place.section.join() === b.place.section.join() &&
  sameSetting(a.setting, b.setting) &&
  sameRole(a.cell, b.cell);

const sameRole = (a: CellRole | undefined, b: CellRole | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.kind === b.kind &&
    a.place === b.place &&
    a.numbered === b.numbered &&
    sameSetting(a.setting, b.setting));
