import type { Position, Range } from 'vscode-languageserver';
import type { Baseline } from './core/baseline/baseline.ts';
import type { Fact } from './core/baseline/fact.ts';
import { isFactTable } from './core/baseline/fact-file.ts';
import type { Language } from './core/rules/run.ts';
import { LineTable } from './core/text/lines.ts';
import type { Files } from './files.ts';
import { papersById } from './materials.ts';
import { decode } from './readers/decode.ts';
import { textOfRows } from './readers/paper.ts';
import { type ShownPaper, shownOf } from './shown-paper.ts';
import { nameOf, withoutEnding } from './uris.ts';

/** A place in a paper. */
export interface PaperPlace {
  uri: string;
  range: Range;
}

/** A file, or a sheet of one, for places in it. */
interface Placed {
  uri: string;
  /** Where a fact that was read from it stands. */
  placeOf(fact: Fact): Span | undefined;
  /** The row of a fact file, whose first cell is the id. */
  rowOf(id: string): Span | undefined;
  text: PlacedText;
  /** Of a sheet of a workbook the source that it is. */
  id?: string;
}

/** The papers behind a baseline: leads from a fact to the words it was read from, or to its row in a table. Read on use. */
export class Papers {
  private facts: Map<string, Fact> | undefined;
  private names: Promise<Map<string, string>> | undefined;
  private readonly texts = new Map<string, Promise<Placed[]>>();

  /** @param shown The language in which papers that no text editor opens are shown; undefined where the client cannot show them. */
  constructor(
    private readonly baseline: Baseline,
    private readonly files: Files | undefined,
    private readonly folders: readonly string[],
    private readonly shown: Language | undefined,
  ) {}

  /** Undefined where no file of the fact is at hand, or one that this client cannot show. */
  async locate(id: string): Promise<PaperPlace | undefined> {
    this.facts ??= new Map(this.baseline.facts.map((fact) => [fact.id, fact]));
    const fact = this.facts.get(id);
    if (!fact) return undefined;
    this.names ??= this.list();
    const names = await this.names;
    const own = (): Promise<PaperPlace | undefined> => this.locateIn(fact, this.filesOf(fact.source.id, names));
    if (fact.range) return own();
    // Only what is not in its own sheet is looked for in all the tables: they may be large.
    if (fact.source.authority === 'sheet' && fact.confirmed === '') return (await own()) ?? this.locateRow(id, names);
    return (await this.locateRow(id, names)) ?? own();
  }

  private async locateRow(id: string, names: ReadonlyMap<string, string>): Promise<PaperPlace | undefined> {
    for (const uri of names.values()) {
      if (!isTable(uri)) continue;
      for (const { uri: at, text, rowOf } of await this.read(uri)) {
        const row = rowOf(id);
        if (row) return { uri: at, range: text.rangeOf(row) };
      }
    }
    return undefined;
  }

  private async locateIn(fact: Fact, uris: readonly string[]): Promise<PaperPlace | undefined> {
    for (const uri of uris)
      for (const { uri: at, id, text, placeOf } of await this.read(uri)) {
        const place = id === undefined || id === fact.source.id ? placeOf(fact) : undefined;
        if (place) return { uri: at, range: text.rangeOf(place) };
      }
    return undefined;
  }

  /** The file of a source; of a workbook each sheet is one. */
  private filesOf(source: string, names: ReadonlyMap<string, string>): string[] {
    const uri = names.get(source);
    const workbooks = [...names.values()].filter((other) => {
      const stem = withoutEnding(nameOf(other));
      return other !== uri && isTable(other) && (source === stem || source.startsWith(`${stem}“`));
    });
    return uri === undefined ? workbooks : [uri, ...workbooks];
  }

  private read(uri: string): Promise<Placed[]> {
    let reading = this.texts.get(uri);
    if (!reading) {
      reading = this.placed(uri);
      this.texts.set(uri, reading);
    }
    return reading;
  }

  private async list(): Promise<Map<string, string>> {
    const { files, folders } = this;
    const papers = new Map<string, string>();
    for (const folder of files ? folders : [])
      for (const [id, name] of papersById((await files?.list(folder)) ?? [])) papers.set(id, (files as Files).join(folder, name));
    return papers;
  }

  private async placed(uri: string): Promise<Placed[]> {
    const bytes = await this.files?.read(uri);
    if (!bytes) return [];
    if (/\.csv$/i.test(uri)) {
      const decoded = decode(bytes);
      return 'error' in decoded ? [] : [await placedCsv(uri, decoded.text)];
    }
    const shown = await shownOf(uri, bytes, this.shown ?? 'zh');
    if ('problem' in shown) return [];
    return shown.filter((paper) => paper.uri === uri || this.shown !== undefined).map(placedPaper);
  }
}

const placedPaper = ({ uri, text, sheet }: ShownPaper): Placed => {
  const placed = new PlacedText(text);
  if (!sheet) return { uri, text: placed, placeOf: ({ range }) => range, rowOf: () => undefined };
  const { id, rows } = sheet;
  const row = rowFinder(() => rows);
  return {
    uri,
    id,
    text: placed,
    placeOf: (fact) => placed.line(row(fact)),
    rowOf: (cell) => (isFactTable({ rows }) ? placed.line(rows.findIndex(([first]) => first === cell) + 1 || undefined) : undefined),
  };
};

const placedCsv = async (uri: string, text: string): Promise<Placed> => {
  const placed = new PlacedText(text);
  const { readCsv } = await import('./readers/csv.ts');
  const row = rowFinder(() => readCsv(text));
  return { uri, text: placed, placeOf: (fact) => placed.nthRow(row(fact)), rowOf: (id) => placed.rowOf(id) };
};

/** Gives the row of a table, from 1, that a fact was read from: as it names it, or in the table as a document has one. */
const rowFinder = (read: () => readonly (readonly string[])[]): ((fact: Fact) => number | undefined) => {
  let rows: readonly (readonly string[])[] | undefined;
  let lines: LineTable | undefined;
  return ({ range, place, printed }) => {
    rows ??= read();
    // The place that a fact file tells is one in the paper that its fact came from.
    if (!range) return isFactTable({ rows }) ? undefined : rowNamed(place, printed, rows);
    lines ??= new LineTable(textOfRows(rows));
    return lines.at(range.start).line;
  };
};

const rowNamed = (place: string, printed: string, rows: readonly (readonly string[])[]): number | undefined => {
  const row = /^第(\d+)行/.exec(place)?.[1];
  if (row !== undefined) return Number(row);
  const column = /^第(\d+)列/.exec(place)?.[1];
  if (column === undefined) return undefined;
  const number = /[\d.]+/.exec(printed.replace(/,/g, ''))?.[0];
  return rows.findIndex((cells) => cells[Number(column) - 1]?.replace(/[,\s]/g, '') === number) + 1 || 1;
};

interface Span {
  start: number;
  end: number;
}

/** The text of a paper, for places in it. */
class PlacedText {
  private readonly lines: LineTable;

  constructor(private readonly text: string) {
    this.lines = new LineTable(text);
  }

  rangeOf({ start, end }: Span): Range {
    return { start: position(this.lines, start), end: position(this.lines, end) };
  }

  /** A line by its number, from 1. */
  line(number: number | undefined): Span | undefined {
    const start = number === undefined ? undefined : this.lines.startOf(number);
    if (start === undefined) return undefined;
    const end = this.text.indexOf('\n', start);
    return { start, end: end < 0 ? this.text.length : end };
  }

  /** A row by its number, from 1; a cell in quotation marks may hold line breaks. */
  nthRow(number: number | undefined): Span | undefined {
    const rows = this.text.matchAll(/(?:[^"\r\n]|"[^"]*")+|\r\n|\r|\n/g);
    let [row, start] = [1, 0];
    for (const { 0: part, index } of rows) {
      const isBreak = /^[\r\n]/.test(part);
      if (row === number) return { start: isBreak ? start : index, end: isBreak ? start : index + part.length };
      if (isBreak) [row, start] = [row + 1, index + part.length];
    }
    return undefined;
  }

  /** The line that begins with a cell. */
  rowOf(cell: string): Span | undefined {
    for (const head of [`\n${cell},`, `\n"${cell}",`]) {
      const at = this.text.indexOf(head);
      if (at >= 0) return { start: at + 1, end: at + 1 + (/^[^\r\n]*/.exec(this.text.slice(at + 1)) as RegExpExecArray)[0].length };
    }
    return undefined;
  }
}

const isTable = (uri: string): boolean => /\.(?:csv|xlsx|xlsm|et)$/i.test(uri);

const position = (lines: LineTable, offset: number): Position => {
  const { line, column } = lines.at(offset);
  return { line: line - 1, character: column - 1 };
};
