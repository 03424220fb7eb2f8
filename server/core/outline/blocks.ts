/** A paragraph, a heading's line or a table cell: ranges of the document that read as one text. */
export interface Block {
  start: number;
  end: number;
  kind: 'text' | 'cell';
  /** Of a cell: its row and column, both from 0, counted within the table. */
  row?: number;
  column?: number;
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
export const readBlocks = (text: string): Block[] => {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let row = -1;
  for (const line of linesOf(text)) {
    const { start, end } = line;
    const content = text.slice(start, end);
    const trimmed = content.trim();
    if (!trimmed) continue;
    const separator = content.includes('\t') ? '\t' : /^\s*\|.*\|\s*$/.test(content) ? '|' : undefined;
    if (separator) {
      open = undefined;
      if (/^[\s|:-]+$/.test(content)) continue;
      row++;
      pushCells(blocks, text, start, end, separator, row);
      continue;
    }
    row = -1;
    if (open && continues(text.slice(open.start, open.end), trimmed)) {
      open.end = end;
      continue;
    }
    open = { start: start + content.indexOf(trimmed[0] as string), end: start + content.trimEnd().length, kind: 'text' };
    blocks.push(open);
  }
  return blocks;
};

const linesOf = function* (text: string): Generator<{ start: number; end: number }> {
  let start = 0;
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

const pushCells = (blocks: Block[], text: string, start: number, end: number, separator: string, row: number): void => {
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
        blocks.push({ start: from + lead, end: from + lead + trimmed.length, kind: 'cell', row, column });
      }
      column++;
    }
    from = i + 1;
  }
};
