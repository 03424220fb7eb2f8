import { commonEnds } from '../common-ends.ts';
import type { TextChange } from '../text/change.ts';
import { type Block, readBlocksAfter } from './blocks.ts';
import { reachBelow, type SectionState, sameState } from './headings.ts';
import type { Origin } from './origin.ts';
import { type BlockPassage, type BlockReading, bodyEndIn, type Ends, type Outline, type OutlinePassage } from './outline.ts';
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
    const below = tail.reduce((sum, { passages }) => sum + passages.length, 0);
    const replaced = before.blocks.slice(atStart, end);
    const firstMoved = before.blocks.length - this.atEnd - atStart;
    const old = replaced.flatMap(({ passages }, i) => passages.map((passage) => ({ passage, by: i < firstMoved ? change.delta : 0 })));
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
  for (let i = index - 1; i >= 0 && (blocks[i + 1] as Block).start > at - reachBelow; i--) {
    const { start, reach } = blocks[i] as BlockReading;
    if (reach > 0 && start + reach > at) first = i;
  }
  return first;
};

/**
 * Puts old passages back into blocks that were read anew, where an edit elsewhere in the block left them as they were;
 * `by` is how far those below the edit are still to be moved.
 */
const keepPassages = (
  old: readonly { passage: BlockPassage; by: number }[],
  readings: readonly BlockReading[],
  { start, end, delta }: TextChange,
): Ends => {
  const places = readings.flatMap(({ passages }) => passages.map((now, index) => ({ passages, index, now })));
  const keep = (kept: BlockPassage, by: number, { passages, index, now }: (typeof places)[number]): boolean => {
    if (kept.start + by !== now.start || kept.end + by !== now.end || !samePassage(kept, now)) return false;
    kept.replace(now);
    passages[index] = kept;
    return true;
  };
  return commonEnds(
    old.length,
    places.length,
    (b, n) => {
      const [before, place] = [old[b], places[n]] as [(typeof old)[number], (typeof places)[number]];
      return place.now.end <= start && keep(before.passage, 0, place);
    },
    (b, n) => {
      const [before, place] = [old[b], places[n]] as [(typeof old)[number], (typeof places)[number]];
      return place.now.start >= end + delta && keep(before.passage, before.by, place);
    },
  );
};

const move = (place: { start: number; end: number }, by: number): void => {
  place.start += by;
  place.end += by;
};

const samePassage = (a: OutlinePassage, b: OutlinePassage): boolean =>
  a.text === b.text &&
  a.opens === b.opens &&
  a.inAppendix === b.inAppendix &&
  a.listed === b.listed &&
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
