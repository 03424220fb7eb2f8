import type { Range } from './finding.ts';
import { bisect } from './text/bisect.ts';

/** Gives the items whose places have characters in common with a place, in reading order, without a look at all of them. */
export const touchingIn = <Item>(items: readonly Item[], placeOf: (item: Item) => Range): ((range: Range) => Item[]) => {
  const sorted = items.map((item) => ({ item, range: placeOf(item) })).sort((a, b) => a.range.start - b.range.start);
  /** How far the places up to each reach: before that no one can touch. */
  const reach: number[] = [];
  for (const { range } of sorted) reach.push(Math.max(range.end, reach.at(-1) ?? 0));
  return ({ start, end }) => {
    const found: Item[] = [];
    for (
      let i = bisect(sorted.length, (count) => (sorted[count - 1]?.range.start ?? 0) < end) - 1;
      i >= 0 && (reach[i] ?? 0) > start;
      i--
    ) {
      const { item, range } = sorted[i] as (typeof sorted)[number];
      if (range.end > start) found.push(item);
    }
    return found.reverse();
  };
};
