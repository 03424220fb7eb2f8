import type { Range } from './finding.ts';

/** Characters of a sentence that a row shows; some whole clause more or less. */
const room = 32;

/**
 * A figure, marked 【】, in as much of its sentence as a row has room for: its clause, then those before it, which may name
 * what it is of, then those behind. What was left out is an ellipsis.
 */
export const excerptOf = (text: string, sentence: Range, figure: Range): string => {
  const clauses = clausesOf(text, sentence);
  let first = clauses.findIndex(({ end }) => figure.start < end);
  let last = clauses.findIndex(({ end }) => figure.end <= end);
  if (first < 0 || last < first) return plain(text.slice(sentence.start, sentence.end));
  const fits = (from: number, to: number): boolean => {
    const [a, b] = [clauses[from], clauses[to]];
    return a !== undefined && b !== undefined && plain(text.slice(a.start, b.end)).length <= room;
  };
  while (fits(first - 1, last)) first--;
  while (fits(first, last + 1)) last++;
  let { start } = clauses[first] as Range;
  let { end } = clauses[last] as Range;
  const left = room - plain(text.slice(start, end)).length;
  if (left < 0) {
    // A clause longer than the room is cut on both sides.
    start = Math.max(start, Math.min(figure.start - Math.floor(room * 0.7), end - room));
    end = Math.min(end, Math.max(figure.end, start + room));
  } else if (left > room / 2) start = Math.max(sentence.start, start - left);
  // No number is cut in two.
  while (start < figure.start && start > sentence.start && inNumber.test(text.slice(start - 1, start + 1))) start++;
  while (end > figure.end && end < sentence.end && inNumber.test(text.slice(end - 1, end + 1))) end--;
  const [before, stated, after] = [text.slice(start, figure.start), text.slice(figure.start, figure.end), text.slice(figure.end, end)].map(
    plain,
  ) as [string, string, string];
  return `${start > sentence.start ? '…' : ''}${before}【${stated}】${end < sentence.end ? `${after.replace(/[，；：,;]$/, '')}…` : after}`;
};

/** A comma between digits parts thousands. */
const clauseEnd = /[，；：。]|[,;](?!\d)/g;

const inNumber = /[\d.][\d.%‰万亿]/;

const clausesOf = (text: string, { start, end }: Range): Range[] => {
  const ends = [...text.slice(start, end).matchAll(clauseEnd)].map(({ index }) => start + index + 1).filter((at) => at < end);
  return [start, ...ends].map((from, i) => ({ start: from, end: ends[i] ?? end }));
};

const plain = (words: string): string => words.replace(/\s+/g, '');
