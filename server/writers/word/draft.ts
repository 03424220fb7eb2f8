import { strToU8, zipSync } from 'fflate';
import type { PolicyDocument } from '../../core/document.ts';
import type { Range } from '../../core/finding.ts';
import { greatest } from '../../core/lists.ts';
import { type Block, readBlocks } from '../../core/outline/blocks.ts';
import { fold } from '../../core/text/fold.ts';
import { escapeXml } from '../xml.ts';
import { type CommentOptions, commentXml, type DocxComment, rangeEnd, rangeStart, wordNamespace } from './comments.ts';
import { draftParts } from './draft-parts.ts';
import { indexXml } from './index-page.ts';

export interface DraftOptions extends CommentOptions {
  index?: readonly string[] | undefined;
}

/** A text draft as a Word document in the layout of official documents (GB/T 9704), with comments on stretches of its text. */
export const draftDocx = (
  { text, outline, passages }: PolicyDocument,
  comments: readonly DocxComment[],
  options: DraftOptions,
): Uint8Array => {
  const folded = fold(text);
  const blocks = readBlocks(folded);
  const ordered = [...comments].sort((a, b) => a.start - b.start || b.end - a.end);
  const writer = new RunWriter(text, ordered);
  const headings = new Map(passages.flatMap(({ passage }) => (passage.heading ? [[passage.start, passage]] : [])));
  const firstHeading = Math.min(outline.bodyStart || text.length, ...headings.keys());
  const titled = (block: Block): boolean =>
    outline.title !== null && folded.slice(block.start, block.end).replace(/\s+/g, '') === outline.title;
  const title = blocks.find(titled);
  const body: string[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'cell') {
      const rows = tableAt(blocks, i);
      body.push(tableXml(rows, writer));
      i += rows.flat().length - 1;
      continue;
    }
    const heading = headings.get(block.start);
    const isHead = block.start < firstHeading && block.end - block.start < 60;
    if (block === title) body.push(paragraph('Title', writer.runs(block)));
    else if (isHead) body.push(paragraph('Subtitle', writer.runs(block)));
    else if (heading) {
      const font = fonts[heading.heading?.level ?? 0];
      const end = Math.min(heading.end, block.end);
      body.push(paragraph(undefined, writer.runs({ start: block.start, end }, font) + writer.runs({ start: end, end: block.end })));
    } else body.push(paragraph(undefined, writer.runs(block)));
  }
  const index = options.index ? indexXml(options.index, 'w:', wordNamespace) : '';
  const written = ordered.map((comment, id) => commentXml(id, comment, options, wordNamespace)).join('');
  const parts = draftParts(body.join('') + index, written);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { mtime: new Date(1980, 0, 1) });
};

/** Fonts of headings by level; deeper ones are set as the body is. */
const fonts: Record<number, string> = { 1: '黑体', 2: '楷体_GB2312' };

const paragraph = (style: string | undefined, runs: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;

/** The cells of a table by row; a row number that falls begins another table. */
const tableAt = (blocks: readonly Block[], from: number): Block[][] => {
  const rows: Block[][] = [];
  let row = -1;
  for (const block of blocks.slice(from)) {
    if (block.kind !== 'cell' || (block.row ?? 0) < row) break;
    if (block.row === row) rows.at(-1)?.push(block);
    else rows.push([block]);
    row = block.row ?? 0;
  }
  return rows;
};

const tableXml = (rows: readonly Block[][], writer: RunWriter): string => {
  const width = 1 + greatest(rows.flat().map(({ column = 0 }) => column));
  const line = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  const grid = '<w:gridCol/>'.repeat(width);
  const cells = (row: readonly Block[]): string =>
    Array.from({ length: width }, (_, column) => row.find((block) => block.column === column))
      .map((block) => `<w:tc><w:tcPr/>${paragraph('TableText', block ? writer.runs(block) : '')}</w:tc>`)
      .join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows
    .map((row) => `<w:tr>${cells(row)}</w:tr>`)
    .join('')}</w:tbl>`;
};

/** Writes stretches of a text in order as runs, marks of comments between them; line breaks inside a paragraph are joined. */
class RunWriter {
  private next = 0;
  private readonly open: number[] = [];

  constructor(
    private readonly text: string,
    private readonly comments: readonly DocxComment[],
  ) {}

  runs({ start, end }: Range, font?: string): string {
    let result = '';
    let words = '';
    const flush = (): void => {
      if (words) result += runXml(words, font);
      words = '';
    };
    const mark = (xml: string): void => {
      flush();
      result += xml;
    };
    const wrapped = /\s*\n\s*/y;
    for (let at = start; at < end; ) {
      wrapped.lastIndex = at;
      const gap = wrapped.exec(this.text);
      if (gap) {
        at += gap[0].length;
        continue;
      }
      this.endUpTo(at, mark);
      while (this.next < this.comments.length && (this.comments[this.next] as DocxComment).start <= at) {
        mark(rangeStart('w:', this.next));
        this.open.push(this.next++);
      }
      words += this.text[at++];
    }
    this.endUpTo(end, mark);
    flush();
    return result;
  }

  private endUpTo(at: number, mark: (xml: string) => void): void {
    for (const id of [...this.open]) {
      if ((this.comments[id] as DocxComment).end > at) continue;
      mark(rangeEnd('w:', id));
      this.open.splice(this.open.indexOf(id), 1);
    }
  }
}

const runXml = (words: string, font: string | undefined): string =>
  `<w:r>${font === undefined ? '' : `<w:rPr><w:rFonts w:eastAsia="${font}"/></w:rPr>`}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
