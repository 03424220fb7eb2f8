import { commonEnds } from '../common-ends.ts';
import type { Block } from './blocks.ts';
import type { Origin } from './origin.ts';
import type { BlockReading, Outline, OutlinePassage } from './outline.ts';
import { sameSetting } from './section.ts';
import type { CellRole } from './table.ts';

/** What an edit did to a text: [start, end) of the old one was replaced, and what follows moved by `delta`. */
export interface TextChange {
  start: number;
  end: number;
  delta: number;
}

/** The one stretch in which two texts differ. */
export const changeBetween = (old: string, text: string): TextChange => {
  const shorter = Math.min(old.length, text.length);
  const start = commonLength(shorter, (length) => old.slice(0, length) === text.slice(0, length));
  const same = commonLength(shorter - start, (length) => old.slice(old.length - length) === text.slice(text.length - length));
  return { start, end: old.length - same, delta: text.length - old.length };
};

/** The greatest length that holds, found by halving: comparing long slices is faster than looking at each unit. */
const commonLength = (limit: number, holds: (length: number) => boolean): number => {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/**
 * What of an outline still holds after an edit: the blocks above and below it. They are moved in place, so the outline
 * before must not be used any more.
 */
export class Reuse {
  /** Blocks that stay at the start and at the end. */
  private readonly atStart: number;
  private readonly atEnd: number;
  private taken = 0;

  private constructor(
    private readonly old: readonly BlockReading[],
    private readonly change: TextChange,
    private readonly count: number,
    isSame: (before: BlockReading, now: Block, by: number) => boolean,
    blocks: readonly Block[],
  ) {
    const { atStart, atEnd } = commonEnds(
      old.length,
      count,
      (b, n) => {
        const before = old[b] as BlockReading;
        return Math.max(before.end, before.lookedTo) <= change.start && isSame(before, blocks[n] as Block, 0);
      },
      (b, n) => {
        const before = old[b] as BlockReading;
        return before.start >= change.end && isSame(before, blocks[n] as Block, change.delta);
      },
    );
    this.atStart = atStart;
    this.atEnd = atEnd;
  }

  /** Undefined where the document now says something else of itself: then everything is read anew. */
  static of(
    before: Outline,
    origin: Origin,
    change: TextChange,
    blocks: readonly Block[],
    roles: ReadonlyMap<Block, CellRole>,
  ): Reuse | undefined {
    const bodyStart = before.bodyStart >= change.end ? before.bodyStart + change.delta : before.bodyStart;
    if (
      before.title !== origin.title ||
      before.region !== origin.region ||
      before.year !== origin.year ||
      before.now !== origin.now ||
      before.isReport !== origin.isReport ||
      before.date !== origin.date ||
      bodyStart !== origin.bodyStart
    )
      return undefined;
    const isSame = (old: BlockReading, block: Block, by: number): boolean =>
      old.start + by === block.start &&
      old.end + by === block.end &&
      old.kind === block.kind &&
      old.row === block.row &&
      old.column === block.column &&
      (block.kind === 'text' || sameRole(old.role, roles.get(block)));
    return new Reuse(before.blocks, change, blocks.length, isSame, blocks);
  }

  head(): BlockReading[] {
    return this.old.slice(0, this.atStart);
  }

  /** What was read before in the block that is now at `index`; undefined where it is none that stays. */
  tailAt(index: number): BlockReading | undefined {
    return index >= this.count - this.atEnd ? this.old[index + this.old.length - this.count] : undefined;
  }

  /** Takes over the blocks from `index` to the end, at their new places. */
  takeTail(index: number): BlockReading[] {
    this.taken = this.count - index;
    const tail = this.old.slice(this.old.length - this.taken);
    for (const reading of tail) {
      move(reading, this.change.delta);
      if (reading.lookedTo > 0) reading.lookedTo += this.change.delta;
      for (const passage of reading.passages) move(passage, this.change.delta);
    }
    return tail;
  }

  /** Puts back the old passages of blocks that were read anew, where an edit elsewhere in the block left them as they were. */
  keepPassages(readings: readonly BlockReading[]): void {
    const { start, end, delta } = this.change;
    const old = this.old.slice(this.atStart, this.old.length - this.taken).flatMap(({ passages }) => passages);
    const places = readings
      .slice(this.atStart, readings.length - this.taken)
      .flatMap(({ passages }) => passages.map((_, index) => ({ passages, index })));
    const keep = (kept: OutlinePassage, place: (typeof places)[number], by: number): boolean => {
      const now = place.passages[place.index] as OutlinePassage;
      if (kept.start + by !== now.start || kept.end + by !== now.end || !samePassage(kept, now)) return false;
      move(kept, by);
      place.passages[place.index] = kept;
      return true;
    };
    const shorter = Math.min(old.length, places.length);
    let first = 0;
    while (first < shorter) {
      const kept = old[first] as OutlinePassage;
      if (kept.end > start || !keep(kept, places[first] as (typeof places)[number], 0)) break;
      first++;
    }
    for (let last = 1; last <= shorter - first; last++) {
      const kept = old[old.length - last] as OutlinePassage;
      if (kept.start < end || !keep(kept, places[places.length - last] as (typeof places)[number], delta)) break;
    }
  }
}

const move = (place: { start: number; end: number }, by: number): void => {
  place.start += by;
  place.end += by;
};

const samePassage = (a: OutlinePassage, b: OutlinePassage): boolean =>
  a.text === b.text &&
  a.opens === b.opens &&
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
