/** A run of text as pdf.js gives it: `transform[4]`, `[5]` are the place of its start in points, from the bottom left. */
export interface TextItem {
  str: string;
  width: number;
  height: number;
  transform: number[];
}

/** A line of a page, in points. */
export interface PageLine {
  text: string;
  left: number;
  right: number;
  /** Of its base line, from the bottom of the page. */
  y: number;
  /** Size of its largest type. */
  size: number;
  gaps: Gap[];
}

/** A gap that may part the cells of a table's row. */
export interface Gap {
  /** Its place in the line's text, and how much of that it takes. */
  at: number;
  length: number;
  /** Where the words behind it begin, in points. */
  x: number;
  /** Wider than any gap between words. */
  isWide: boolean;
}

interface Run {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Gathers the runs of a page into lines, from top to bottom. */
export const linesOf = (items: readonly TextItem[]): PageLine[] => {
  const runs = items.filter(({ str }) => str.trim() !== '').map(runOf);
  const lines: Run[][] = [];
  // Runs of one line follow one another in nearly all files; a line that comes up again is looked for among the last ones.
  for (const run of runs) {
    const line = lines.slice(-40).findLast((candidate) => isSameLine(candidate[0] as Run, run));
    if (line) line.push(run);
    else lines.push([run]);
  }
  return lines.map(lineOf).sort((a, b) => b.y - a.y);
};

const runOf = ({ str, width, height, transform }: TextItem): Run => {
  const [, , c = 0, d = 0, left = 0, y = 0] = transform;
  return { text: str, left, right: left + width, y, size: Math.hypot(c, d) || height || 10 };
};

const isSameLine = (a: Run, b: Run): boolean => Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.5;

const lineOf = (runs: Run[]): PageLine => {
  runs.sort((a, b) => a.left - b.left);
  const [first] = runs as [Run, ...Run[]];
  const gaps: Gap[] = [];
  let text = '';
  let right = first.left;
  const size = Math.max(...runs.map((run) => run.size));
  for (const run of runs) {
    const gap = run.left - right;
    if (text && gap > size * 0.2) {
      const isWide = gap > size * 1.6;
      const blank = isWide ? '  ' : ' ';
      if (gap > size * 0.4) gaps.push({ at: text.length, length: blank.length, x: run.left, isWide });
      text += blank;
    }
    text += run.text;
    right = Math.max(right, run.right);
  }
  return { text, left: first.left, right, y: first.y, size, gaps };
};
