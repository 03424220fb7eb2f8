import { type Range, type Severity, severities } from '../core/finding.ts';
import { touchingIn } from '../core/ranges.ts';

/** A line of a draft that is not empty; findings are told by their numbers, from 1. */
export interface MarkedLine {
  start: number;
  /** Findings that begin here. */
  begin: number[];
  pieces: {
    words: string;
    /** Of several findings on the same words the gravest. */
    gravest: Severity | undefined;
    on: number[];
    /** Findings whose last words these are. */
    ends: number[];
  }[];
}

/** The draft's lines, cut where the marks of findings begin and end. */
export const markedLines = (text: string, findings: readonly { range: Range; severity: Severity }[]): MarkedLine[] => {
  const numbered = findings.map(({ range, severity }, i): Numbered => ({ range, severity, number: i + 1 }));
  const touching = touchingIn(numbered, ({ range }) => range);
  const lines: MarkedLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim()) {
      const here = touching({ start, end }).sort((a, b) => a.number - b.number);
      lines.push({ start, begin: numbers(here.filter(({ range }) => range.start >= start)), pieces: pieces(line, start, here) });
    }
    start = end + 1;
  }
  return lines;
};

interface Numbered {
  range: Range;
  severity: Severity;
  number: number;
}

const within = (findings: readonly Numbered[], start: number, end: number): Numbered[] =>
  findings.filter(({ range }) => range.start < end && start < range.end);

const numbers = (findings: readonly Numbered[]): number[] => findings.map(({ number }) => number);

const pieces = (line: string, lineStart: number, here: readonly Numbered[]): MarkedLine['pieces'] => {
  const cuts = new Set([0, line.length]);
  for (const { range } of here) {
    cuts.add(Math.max(0, range.start - lineStart));
    cuts.add(Math.min(line.length, range.end - lineStart));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => {
    const start = places[i] as number;
    const on = within(here, lineStart + start, lineStart + end);
    return {
      words: line.slice(start, end),
      gravest: severities.find((severity) => on.some((finding) => finding.severity === severity)),
      on: numbers(on),
      ends: numbers(on.filter(({ range }) => range.end === lineStart + end)),
    };
  });
};
