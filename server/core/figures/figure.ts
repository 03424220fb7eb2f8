import type { Interval } from './interval.ts';

/** `ordinal`: an edition, session or anniversary; only facts have it (`claims/ordinals.ts`). */
export type Kind = 'level' | 'change' | 'point_change' | 'ratio' | 'rank' | 'streak' | 'threshold' | 'ordinal';

export type Bound = 'exact' | 'over' | 'under' | 'about' | 'within';

/** A numeric expression of a passage. Offsets are relative to the passage, in UTF-16 units, [start, end). */
export interface Figure {
  start: number;
  end: number;
  kind: Kind;
  /** As printed and without magnitude: one value, two of a range, three or more of a ratio a:b:c. Declines are negative. */
  values: number[];
  /** As written with its magnitude, `%`, `个百分点`; `位` of a rank, `年` of a streak; may be empty. */
  unit: string;
  /** What the unit measures (`units.ts`); figures of two dimensions are never compared. */
  dimension: string;
  /** Base units in one printed unit: 1e8 for 亿元. */
  factor: number;
  bound: Bound;
  /** Place value of the last printed digit, in printed units. */
  step: number;
  /** The values that the printed number stands for, in base units, bound included. */
  interval: Interval;
}
