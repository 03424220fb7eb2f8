import type { Claim } from './claims/claim.ts';
import type { PolicyDocument } from './document.ts';
import type { Range } from './finding.ts';
import type { Vocabulary } from './indicators/vocabulary.ts';
import { type Block, separatorIn } from './outline/blocks.ts';
import type { OriginOptions } from './outline/origin.ts';
import { rowAt } from './outline/table.ts';
import { layOut } from './sheets/layout.ts';
import { readSheet } from './sheets/read-sheet.ts';
import type { Table } from './sheets/table.ts';

/** A figure that a table states (附表). */
export interface TableFigure {
  claim: Claim;
  region: string;
  printed: string;
  /** `《2024年主要指标》第2行`, the head being the first; without a title `第2行`. */
  place: string;
}

/** One that stands in a paper; its place is the row's. */
interface OwnFigure extends TableFigure, Range {}

/** A table in a text, with what stands above as its title. */
interface TextTable {
  caption: string[];
  rows: { start: number; end: number; cells: string[] }[];
}

/** What was read of a table; kept, since a table seldom is what is edited. */
export interface OwnTable {
  /** What it was read from: the table with its title, and whose it is. */
  text: string;
  start: number;
  /** Places relative to the table's. */
  figures: readonly OwnFigure[];
}

/** Lines above a table that may name it. */
const captionLines = 2;

/** The figures of a paper's own tables, read as those of a data sheet are; of tables without a head of figures none. */
export const figuresOfTables = (tables: readonly OwnTable[]): OwnFigure[] =>
  tables.flatMap(({ start, figures }) => figures.map((figure) => ({ ...figure, start: start + figure.start, end: start + figure.end })));

/** Reads the tables of a document; those that were `before` an edit are known again by their text. */
export const readOwnTables = (document: PolicyDocument, before: readonly OwnTable[] = []): OwnTable[] => {
  const { text, outline, vocabulary } = document;
  const known = new Map(before.map((table) => [table.text, table]));
  const { region, year } = outline;
  return tablesIn(document).map(({ caption, rows }) => {
    const { start } = rows[0] as Range;
    const words = [`${region}|${year}`, ...caption, text.slice(start, rows.at(-1)?.end)].join('\n');
    const figures = known.get(words)?.figures ?? figuresOf(caption, rows, vocabulary, { region, year });
    return { text: words, start, figures };
  });
};

/** Whose a table is that does not say so, and the year of the report that it belongs to. */
export interface Belonging {
  region: string | null;
  year: number | null;
}

/** The same for whoever reads a document; what is not known is left to it. */
export const originOf = ({ region, year }: Belonging = { region: null, year: null }): OriginOptions => ({
  ...(region !== null && { region }),
  ...(year !== null && { year }),
});

const figuresOf = (caption: readonly string[], rows: TextTable['rows'], vocabulary: Vocabulary, belonging: Belonging): OwnFigure[] => {
  const title = caption.findLast((line) => !/^\(?单位/.test(line));
  const cells = [...caption.map((line) => [line]), ...rows.map((row) => row.cells)];
  const [first, last] = [rows[0] as Range, rows.at(-1) as Range];
  return factsIn({ name: title ?? '附表', rows: cells }, vocabulary, belonging).map(({ claim, region: of, printed, place }): OwnFigure => {
    // A table that had to be turned counts columns.
    const number = place.endsWith('行') ? Number.parseInt(place.slice(1), 10) - caption.length : 0;
    const { start, end } = rows[number - 1] ?? { start: first.start, end: last.end };
    return {
      claim,
      region: of,
      printed,
      place: `${title === undefined ? '' : `《${title}》`}${number > 0 ? `第${number}行` : ''}`,
      start: start - first.start,
      end: end - first.start,
    };
  });
};

/** Tables that lie beside papers as a file of their own (附表.xlsx). */
export class TableFile {
  private read: { of: Belonging; vocabulary: Vocabulary; figures: TableFigure[] } | undefined;

  /** @param name As the caller names it; `called` as people know it. */
  constructor(
    readonly name: string,
    readonly called: string,
    private readonly tables: readonly Table[],
  ) {}

  /** Whether there is a table with a head of figures. */
  get hasFigures(): boolean {
    return this.tables.some((table) => layOut(table) !== undefined);
  }

  /** What the tables state, read for whom they belong to. */
  figuresFor(of: Belonging, vocabulary: Vocabulary): TableFigure[] {
    const { read } = this;
    if (read?.of.region === of.region && read.of.year === of.year && read.vocabulary === vocabulary) return read.figures;
    const figures = this.tables.flatMap((table) =>
      factsIn(table, vocabulary, of).map(({ claim, region, printed, place, source }) => ({
        claim,
        region,
        printed,
        place: `《${source.title}》${place}`,
      })),
    );
    this.read = { of, vocabulary, figures };
    return figures;
  }
}

const factsIn = (table: Table, vocabulary: Vocabulary, { region, year }: Belonging) =>
  readSheet(table, vocabulary, { ...(region !== null && { region }), ...(year !== null && { year: year - 1 }) })?.facts ?? [];

/** Cut as the outline cuts them. */
const tablesIn = ({ text, outline: { blocks } }: PolicyDocument): TextTable[] => {
  const tables: TextTable[] = [];
  for (let i = 0; i < blocks.length; ) {
    const row = rowAt(blocks, i);
    i += row.length;
    const [first] = row as [Block];
    if (first.kind !== 'cell') continue;
    const { start, end } = linesOf(text, first.start, (row.at(-1) as Block).end);
    if (first.row === 0) tables.push({ caption: captionAbove(text, start), rows: [] });
    const cells: string[] = Array((row.at(-1)?.column ?? 0) + 1).fill('');
    for (const cell of row) cells[cell.column ?? 0] = text.slice(cell.start, cell.end);
    tables.at(-1)?.rows.push({ start, end, cells });
  }
  return tables.filter(({ rows }) => rows.length > 1);
};

/** The whole lines that [start, end) lies in. */
const linesOf = (text: string, start: number, end: number): Range => {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start) + 1, end: next < 0 ? text.length : next };
};

/** What stands right above a table and may name it, blank lines and rules left out. */
const captionAbove = (text: string, table: number): string[] => {
  const caption: string[] = [];
  for (let end = table - 1; end > 0 && caption.length < captionLines; ) {
    const { start } = linesOf(text, end - 1, end);
    const line = text.slice(start, end);
    end = start - 1;
    if (/^[\s|:-]*$/.test(line)) continue;
    if (separatorIn(line) || !isTitle(line)) break;
    caption.unshift(line.trim());
  }
  return caption;
};

const isTitle = (line: string): boolean => line.trim().length <= 40 && !/[。；;：:，]\s*$/.test(line);
