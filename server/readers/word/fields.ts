/** Follows the fields of a document (w:fldChar): of each only the result is text, of a table of contents nothing. */
export class Fields {
  private readonly open: { instruction: string; inResult: boolean }[] = [];

  /** Whether what follows is shown. */
  get isShown(): boolean {
    return this.open.every(({ inResult, instruction }) => inResult && !isContents(instruction));
  }

  mark(type: string | undefined): void {
    if (type === 'begin') this.open.push({ instruction: '', inResult: false });
    else if (type === 'separate') {
      const last = this.open.at(-1);
      if (last) last.inResult = true;
    } else if (type === 'end') this.open.pop();
  }

  instruct(words: string): void {
    const last = this.open.at(-1);
    if (last && !last.inResult) last.instruction += words;
  }

  /** A field without a result is over with its paragraph: what follows must not be lost to a broken one. */
  endParagraph(): void {
    while (this.open.length > 0 && !this.open.at(-1)?.inResult) this.open.pop();
  }
}

export const isContents = (instruction: string): boolean => /^\s*TOC\b/i.test(instruction);
