import { bisect } from '../text/bisect.ts';
import type { TextChange } from '../text/change.ts';

/** A paragraph, a heading's line or a table cell: ranges of the document that read as one text. */
export interface Block {
  start: number;
  end: number;
  kind: 'text' | 'cell';
  /** Of a cell: its row and column, both from 0, counted within the table. */
  row: number | undefined;
  column: number | undefined;
}

/** Characters that close a sentence; a line that ends with one ends its paragraph. */
const closes = /[。!?;:…”"』」)》]\s*$/;
const startsBlock =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十]{1,3}(?:部分|章|条|篇)|#{1,6}\s|[-*•·●■◆]|——|附[件:录])/;
const comma = /[,、;]/;

/**
 * Cuts a folded document into blocks. Lines that newspapers and PDF files break in the middle of a sentence are joined with
 * what follows, blank lines in between included; a line of a table is cut at its tabs or bars.
 */
export const readBlocks = (text: string): Block[] => readBlocksFrom(text, 0, -1);

/** After an edit: the blocks between those that stay, above the edit and, moved, below it. */
export interface BlocksAfter {
  atStart: number;
  between: Block[];
  atEnd: number;
}

/** Cuts only what an edit touches; `before` are the blocks of the text before it. */
export const readBlocksAfter = (text: string, before: readonly Block[], { start, end, delta }: TextChange): BlocksAfter => {
  const atStart = lastUntouched(text, before, start);
  const above = atStart > 0 ? (before[atStart] as Block) : undefined;
  let next = atStart;
  let isKnown = false;
  // The first line below the edit that begins a block as it did before: from there on all is as it was.
  const goesOn = (line: number, block: Block): boolean => {
    if (line <= end + delta) return false;
    while (next < before.length && (before[next] as Block).start + delta < block.start) next++;
    const known = before[next];
    isKnown = known !== undefined && known.start + delta === block.start && known.row === block.row && known.column === block.column;
    return isKnown;
  };
  const from = above ? text.lastIndexOf('\n', above.start - 1) + 1 : 0;
  const between = readBlocksFrom(text, from, (above?.row ?? 0) - 1, goesOn);
  return { atStart, between, atEnd: isKnown ? before.length - next : 0 };
};

/** The last block that begins a line which ends above `at`; 0 where there is none. */
const lastUntouched = (text: string, blocks: readonly Block[], at: number): number => {
  let index = bisect(blocks.length, (count) => (blocks[count - 1] as Block).start < at) - 1;
  for (; index > 0; index--) {
    const { start, row } = blocks[index] as Block;
    if (row !== undefined && (blocks[index - 1] as Block).row === row) continue;
    const end = text.indexOf('\n', start);
    if (end >= 0 && end < at) return index;
  }
  return 0;
};

/** @param goesOn Told where a line begins and the first block in it; reading ends where it says so. */
const readBlocksFrom = (text: string, from: number, above: number, goesOn?: (line: number, block: Block) => boolean): Block[] => {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let row = above;
  for (const { start, end } of linesOf(text, from)) {
    const content = text.slice(start, end);
    const trimmed = content.trim();
    if (!trimmed) continue;
    const separator = separatorIn(content);
    if (separator) {
      open = undefined;
      if (/^[\s|:-]+$/.test(content)) continue;
      row++;
      const cells = cellsOf(text, start, end, separator, row);
      if (cells[0] && goesOn?.(start, cells[0])) break;
      blocks.push(...cells);
      continue;
    }
    row = -1;
    if (open && continues(text.slice(open.start, open.end), trimmed)) {
      open.end = end;
      continue;
    }
    open = {
      start: start + content.indexOf(trimmed[0] as string),
      end: start + content.trimEnd().length,
      kind: 'text',
      row: undefined,
      column: undefined,
    };
    if (goesOn?.(start, open)) break;
    blocks.push(open);
  }
  return blocks;
};

/** What cuts a table's line into cells; undefined where the line is none of a table. */
export const separatorIn = (line: string): '\t' | '|' | undefined =>
  line.includes('\t') ? '\t' : /^\s*\|.*\|\s*$/.test(line) ? '|' : undefined;

const linesOf = function* (text: string, from: number): Generator<{ start: number; end: number }> {
  let start = from;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    yield { start, end };
    start = end + 1;
  }
};

/**
 * Whether a line goes on the sentence of the block before it. Only prose is wrapped: the block must look like a
 * sentence cut short (long enough, a comma or full stop inside, no closing mark), and the line like its rest.
 */
const continues = (before: string, line: string): boolean => {
  const tail = before.slice(-200);
  if (closes.test(tail) || startsBlock.test(line)) return false;
  // A heading's line has no full stop and is no sentence cut short.
  if (startsBlock.test(before) && !/[。!?,、]\s*$|[。!?]/.test(before)) return false;
  const last = tail.slice(tail.lastIndexOf('\n') + 1);
  if (/[,、]\s*$/.test(last)) return true;
  return last.length >= 15 && (comma.test(tail) || /[。!?]/.test(tail));
};

const cellsOf = (text: string, start: number, end: number, separator: string, row: number): Block[] => {
  const cells: Block[] = [];
  let from = start;
  let column = 0;
  for (let i = start; i <= end; i++) {
    if (i < end && text[i] !== separator) continue;
    const cell = text.slice(from, i);
    const trimmed = cell.trim();
    // A bar at the line's start opens no column.
    if (!(separator === '|' && column === 0 && from === start && !trimmed)) {
      if (trimmed) {
        const lead = cell.length - cell.trimStart().length;
        cells.push({ start: from + lead, end: from + lead + trimmed.length, kind: 'cell', row, column });
      }
      column++;
    }
    from = i + 1;
  }
  return cells;
};
