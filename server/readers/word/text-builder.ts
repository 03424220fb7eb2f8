import type { Range } from '../../core/finding.ts';
import type { Element } from '../markup.ts';

/**
 * Leads from a stretch of the text to what it was read from. `run` and `content` (w:t, w:tab, w:br…) are ranges of the
 * part's XML in UTF-16 units; the stretch is the content's characters one by one, entities decoded. What Heshu adds
 * (numbers of headings, marks between cells) belongs to no stretch.
 */
export interface DocxPlace extends Range {
  part: string;
  paragraph: Range;
  run: Range;
  content: Range;
}

const rangeOf = ({ start, end }: Element): Range => ({ start, end });

/** Gathers the text of a document, with its places and its marked stretches. */
export class TextBuilder {
  private readonly pieces: string[] = [];
  private length = 0;
  readonly places: DocxPlace[] = [];
  readonly highlights: Range[] = [];
  /** In a table's cell a blank takes the place of line breaks and tabs, which would end the row or the cell. */
  cells = 0;

  constructor(private readonly part: string) {}

  get text(): string {
    return this.pieces.join('');
  }

  /** Adds what stands in no run. */
  add(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }

  addContent(text: string, paragraph: Element, run: Element, content: Element, isMarked: boolean): void {
    const shown = this.cells > 0 ? text.replace(/[\t\n]/g, ' ') : text;
    if (!shown) return;
    const start = this.length;
    this.add(shown);
    this.places.push({
      start,
      end: this.length,
      part: this.part,
      paragraph: rangeOf(paragraph),
      run: rangeOf(run),
      content: rangeOf(content),
    });
    if (!isMarked) return;
    const last = this.highlights.at(-1);
    if (last?.end === start) last.end = this.length;
    else this.highlights.push({ start, end: this.length });
  }

  /** Ends a paragraph; inside a cell the next one follows after a blank. */
  endParagraph(): void {
    this.add(this.cells > 0 ? ' ' : '\n');
  }
}
