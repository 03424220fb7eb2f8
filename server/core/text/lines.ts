import type { Range } from '../finding.ts';
import { bisect } from './bisect.ts';

/** Line starts of a text, for places as people and machines name them. */
export class LineTable {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.starts.push(i + 1);
  }

  /** Line and column of an offset, both from 1, the column in UTF-16 units. */
  at(offset: number): { line: number; column: number } {
    const line = bisect(this.starts.length, (count) => (this.starts[count - 1] as number) <= offset);
    return { line, column: offset - (this.starts[line - 1] as number) + 1 };
  }

  /** Where a line begins, by its number from 1; undefined where there are fewer. */
  startOf(line: number): number | undefined {
    return this.starts[line - 1];
  }

  /** Both ends of a range. */
  span({ start, end }: Range): { line: number; column: number; endLine: number; endColumn: number } {
    const { line: endLine, column: endColumn } = this.at(end);
    return { ...this.at(start), endLine, endColumn };
  }
}
