import type { Position, Range } from 'vscode-languageserver';
import type { Baseline } from './core/baseline/baseline.ts';
import type { Fact } from './core/baseline/fact.ts';
import { LineTable } from './core/text/lines.ts';
import type { Files } from './files.ts';
import { papersById } from './materials.ts';
import { decode } from './readers/decode.ts';
import { readPaper } from './readers/paper.ts';
import { nameOf } from './uris.ts';

/** A place in a paper. */
export interface PaperPlace {
  uri: string;
  range: Range;
}

/** The papers behind a baseline: leads from a fact to the words it was read from, or to its row in a fact file. Read on use. */
export class Papers {
  private facts: Map<string, Fact> | undefined;
  private names: Promise<Map<string, string>> | undefined;
  private readonly texts = new Map<string, Promise<PlacedText | undefined>>();

  constructor(
    private readonly baseline: Baseline,
    private readonly files: Files | undefined,
    private readonly folders: readonly string[],
  ) {}

  /** Undefined where no file of the fact is at hand, or one that no text editor shows (docx, pdf). */
  async locate(id: string): Promise<PaperPlace | undefined> {
    this.facts ??= new Map(this.baseline.facts.map((fact) => [fact.id, fact]));
    const fact = this.facts.get(id);
    if (!fact) return undefined;
    this.names ??= this.list();
    const names = await this.names;
    if (!fact.range) return (await this.locateRow(id, names)) ?? this.locateSheetRow(fact, names);
    const uri = names.get(fact.source.id);
    const paper = uri === undefined ? undefined : await this.textOf(uri);
    return paper && { uri: uri as string, range: paper.rangeOf(fact.range) };
  }

  /** The row of a fact file, whose first cell is the id. */
  private async locateRow(id: string, names: ReadonlyMap<string, string>): Promise<PaperPlace | undefined> {
    for (const uri of names.values()) {
      if (!isCsv(uri)) continue;
      const paper = await this.textOf(uri);
      const range = paper?.rowOf(id);
      if (range) return { uri, range: (paper as PlacedText).rangeOf(range) };
    }
    return undefined;
  }

  /** The row of a data sheet that a text editor shows, by its number. */
  private async locateSheetRow({ source, place }: Fact, names: ReadonlyMap<string, string>): Promise<PaperPlace | undefined> {
    const uri = names.get(source.id);
    const row = /^第(\d+)行/.exec(place)?.[1];
    const sheet = uri !== undefined && row !== undefined && isCsv(uri) ? await this.textOf(uri) : undefined;
    const range = sheet?.nthRow(Number(row));
    return range && { uri: uri as string, range: (sheet as PlacedText).rangeOf(range) };
  }

  private textOf(uri: string): Promise<PlacedText | undefined> {
    let reading = this.texts.get(uri);
    if (!reading) {
      reading = this.read(uri);
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

  private async read(uri: string): Promise<PlacedText | undefined> {
    const bytes = await this.files?.read(uri);
    if (!bytes) return undefined;
    if (isCsv(uri)) {
      const decoded = decode(bytes);
      return 'error' in decoded ? undefined : new PlacedText(decoded.text);
    }
    const paper = await readPaper(nameOf(uri), bytes);
    return 'isPlain' in paper && paper.isPlain ? new PlacedText(paper.text) : undefined;
  }
}

/** The text of a paper, for places in it. */
class PlacedText {
  private readonly lines: LineTable;

  constructor(private readonly text: string) {
    this.lines = new LineTable(text);
  }

  rangeOf({ start, end }: { start: number; end: number }): Range {
    return { start: position(this.lines, start), end: position(this.lines, end) };
  }

  /** A row by its number, from 1; a cell in quotation marks may hold line breaks. */
  nthRow(number: number): { start: number; end: number } | undefined {
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
  rowOf(cell: string): { start: number; end: number } | undefined {
    for (const head of [`\n${cell},`, `\n"${cell}",`]) {
      const at = this.text.indexOf(head);
      if (at >= 0) return { start: at + 1, end: at + 1 + (/^[^\r\n]*/.exec(this.text.slice(at + 1)) as RegExpExecArray)[0].length };
    }
    return undefined;
  }
}

const isCsv = (uri: string): boolean => /\.csv$/i.test(uri);

const position = (lines: LineTable, offset: number): Position => {
  const { line, column } = lines.at(offset);
  return { line: line - 1, character: column - 1 };
};
