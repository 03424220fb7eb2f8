import type { Claim } from '../claims/claim.ts';
import type { Range } from '../finding.ts';

/** What kind of paper a source is; the order is that of authority, highest first. */
export const authorities = ['sheet', 'report', 'bulletin', 'plan', 'table', 'press'] as const;
export type Authority = (typeof authorities)[number];

/** A document that facts come from. */
export interface Source {
  id: string;
  title: string;
  region: string;
  /** Of a report its own year: 2024 for the one that reviews 2023; of others the year after the one they tell of. */
  year: number | null;
  /** As of: `2024-02-05`, `2023-12`; empty where unknown. */
  date: string;
  authority: Authority;
  /** What it tells of, in words. */
  covers: string;
}

/** A claim taken from a source. Its places (`start`, `end`) mean nothing here. */
export interface Fact {
  id: string;
  claim: Claim;
  /** Whose figure it is: the source's region, or the one the source names. */
  region: string;
  source: Source;
  /** Section and paragraph, or row, in words: `“一”第2段`. */
  place: string;
  /** The same as offsets of the paper's text, where it was read from the paper itself. */
  range?: Range;
  /** The number as the source prints it. */
  printed: string;
  /** The words around the figure, 24 characters at most. */
  evidence: string;
  /** Who confirmed it and when; empty where a machine read it. */
  confirmed: string;
  /** The office that answers for it, where the source names one. */
  office?: string;
}

/** Sheets first, then by the paper's authority; of one paper, what a person confirmed. */
export const rankOf = ({ source, confirmed }: Fact): number => authorities.indexOf(source.authority) * 2 + (confirmed === '' ? 1 : 0);
