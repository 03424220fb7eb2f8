import type { Gap, PageLine } from './lines.ts';

/** What the next line begins with and cannot be broken: a number, a word, a bracket with what follows, a mark that must not begin a line. */
const unbreakable = /^[“‘（《〈【〔「『(]*(?:[\w.,%+\-:/]+|.)[，。、；：！？％”’）》〉】〕」』,.;:!?%)]*/u;
/** A sentence's end, and the number of a heading or an item. */
const endsSentence = /[。！？：；!?:;]["”’）)]?$/;
const startsItem =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}(?:部分|章|条|篇)|各位代表)/;

/**
 * Joins the lines that a page's width has broken: a line goes on in the next one where the beginning of that would not
 * have fitted any more, unless it is indented. Lines one below the other with wide gaps, or gaps that end at the same
 * place, are a table: tabs part their cells.
 */
export const paragraphsOf = (pages: readonly PageLine[][]): string[] => {
  const paragraphs: string[] = [];
  /** The line before where it may go on, and the margin that it ran up to. */
  let before: { line: PageLine; right: number } | undefined;
  for (const page of pages) {
    const { left, right } = marginsOf(page);
    page.forEach((line, index) => {
      const text = line.text.trim();
      const gaps = cellGapsOf(line, [page[index - 1], page[index + 1]]);
      const isRow = gaps.length > 0;
      const isIndented = line.left > left + line.size * 1.2;
      if (before && !isIndented && !isRow && goesOn(before.line, before.right, text)) paragraphs[paragraphs.length - 1] += text;
      else paragraphs.push(isRow ? rowOf(line.text, gaps) : text);
      before = isRow || right - left < line.size * 12 ? undefined : { line, right };
    });
  }
  return paragraphs;
};

const goesOn = ({ text, right: end, size }: PageLine, right: number, next: string): boolean => {
  const needed = widthOf(unbreakable.exec(next)?.[0] ?? '') * size;
  return end + needed > right - size * 0.6 && !(endsSentence.test(text.trim()) && startsItem.test(next));
};

/** In squares: digits and letters take half of one. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0);

/** Where the text of a page begins and ends: the outermost places that several lines share. */
const marginsOf = (page: readonly PageLine[]): { left: number; right: number } => {
  const lefts = page.map((line) => line.left).sort((a, b) => a - b);
  // A mark at a line's end may hang over the margin.
  const rights = page.map(({ text, right, size }) => (/[，。、；：]$/.test(text) ? right - size : right)).sort((a, b) => b - a);
  // One line may stand out by a mark in the margin.
  const outlier = page.length > 8 ? 1 : 0;
  return { left: lefts[outlier] ?? 0, right: rights[outlier] ?? 0 };
};

/** The gaps of a line that part cells: wide ones where a neighbour has such, and any where a neighbour's cell begins too. */
const cellGapsOf = (line: PageLine, neighbours: readonly (PageLine | undefined)[]): Gap[] =>
  line.gaps.filter((gap) =>
    neighbours.some(
      (neighbour) =>
        neighbour &&
        ((gap.isWide && neighbour.gaps.some(({ isWide }) => isWide)) ||
          [neighbour.left, ...neighbour.gaps.map(({ x }) => x)].some((x) => Math.abs(x - gap.x) < 1.5)),
    ),
  );

const rowOf = (text: string, gaps: readonly Gap[]): string => {
  const cells: string[] = [];
  let from = 0;
  for (const { at, length } of gaps) {
    cells.push(text.slice(from, at).trim());
    from = at + length;
  }
  return [...cells, text.slice(from).trim()].join('\t');
};
