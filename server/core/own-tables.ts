import type { Claim } from './claims/claim.ts';
import type { PolicyDocument } from './document.ts';
import type { Range } from './finding.ts';
import type { Vocabulary } from './indicators/vocabulary.ts';
import { separatorIn } from './outline/blocks.ts';
import { readSheet } from './sheets/read-sheet.ts';

/** A figure that a table of a paper states (附表); its place is the row's. */
export interface TableFigure extends Range {
  claim: Claim;
  region: string;
  printed: string;
  /** `《2024年主要指标》第2行`, the head being the first. */
  place: string;
}

/** A table in a text: lines cut at tabs or bars, with what stands above as its title. */
interface TextTable {
  caption: string[];
  rows: { start: number; end: number; cells: string[] }[];
}

/** Lines above a table that may name it. */
const captionLines = 2;

/** The figures of a paper's own tables, read as those of a data sheet are; of tables without a head of figures none. */
export const figuresOfTables = ({ text, outline }: PolicyDocument, vocabulary: Vocabulary): TableFigure[] =>
  tablesIn(text).flatMap(({ caption, rows }) => {
    const title = caption.findLast((line) => !/^\(?单位/.test(line)) ?? '附表';
    const cells = [...caption.map((line) => [line]), ...rows.map((row) => row.cells)];
    const { region, year } = outline;
    const options = { ...(region !== null && { region }), ...(year !== null && { year: year - 1 }) };
    const sheet = readSheet({ name: title, rows: cells }, vocabulary, options);
    const [first, last] = [rows[0] as Range, rows.at(-1) as Range];
    return (sheet?.facts ?? []).map(({ claim, region: of, printed, place }): TableFigure => {
      // A table that had to be turned counts columns.
      const number = place.endsWith('行') ? Number.parseInt(place.slice(1), 10) - caption.length : 0;
      const { start, end } = rows[number - 1] ?? { start: first.start, end: last.end };
      return { claim, region: of, printed, place: `《${title}》${number > 0 ? `第${number}行` : ''}`, start, end };
    });
  });

const tablesIn = (text: string): TextTable[] => {
  const tables: TextTable[] = [];
  let open: TextTable | undefined;
  let above: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const separator = separatorIn(line);
    if (separator) {
      if (!open) {
        open = { caption: above, rows: [] };
        tables.push(open);
      }
      const cells = (separator === '|' ? line.trim().slice(1, -1) : line).split(separator).map((cell) => cell.trim());
      if (!cells.every((cell) => /^:?-*:?$/.test(cell))) open.rows.push({ start, end, cells });
      above = [];
    } else if (line.trim()) {
      open = undefined;
      above = isTitle(line) ? [...above, line.trim()].slice(-captionLines) : [];
    }
    start = end + 1;
  }
  return tables.filter(({ rows }) => rows.length > 1);
};

const isTitle = (line: string): boolean => line.trim().length <= 40 && !/[。；;：:，]\s*$/.test(line);
