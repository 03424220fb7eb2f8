import type { Range } from '../finding.ts';

/** Line starts of a text, for places as people and machines name them. */
export class LineTable {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.starts.push(i + 1);
  }

  /** Line and column of an offset, both from 1, the column in UTF-16 units. */
  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] as number) + 1 };
  }

  /** Both ends of a range. */
  span({ start, end }: Range): { line: number; column: number; endLine: number; endColumn: number } {
    const { line: endLine, column: endColumn } = this.at(end);
    return { ...this.at(start), endLine, endColumn };
  }
}
