/** An entry of the catalogue; its data and their meaning are in catalogue/README.md. */
export interface Indicator {
  id: string;
  /** The standard name, as the National Bureau of Statistics writes it. */
  name: string;
  aliases: string[];
  /** Of the aliases, short forms that a report should spell out. */
  abbreviations: string[];
  /** Of the aliases, names that have been replaced. */
  outdated: string[];
  /** Phrases that hold one of its names and mean something else. */
  not: string[];
  units: string[];
  basis: 'C' | 'N' | 'K' | 'V' | 'R' | 'I' | 'P';
  /** Measured on a set of units that changes every year (规上, 限上). */
  sample: boolean;
  kind: 'flow' | 'stock' | 'ratio' | 'index' | 'rank';
  direction: 'up' | 'down' | 'neutral' | 'band' | 'floor';
  /** The highest value that can be. */
  limit?: number;
  department: string;
  relations: Relation[];
}

export type Relation =
  | { type: 'part-of'; of: string }
  | { type: 'sum'; parts: string[] }
  | { type: 'quotient'; of: string; by: string; factor?: number }
  | { type: 'between'; parts: string[] };
