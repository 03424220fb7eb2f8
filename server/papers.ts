import type { Position, Range } from 'vscode-languageserver';
import type { Baseline } from './core/baseline/baseline.ts';
import type { Fact } from './core/baseline/fact.ts';
import { LineTable } from './core/text/lines.ts';
import type { Files } from './files.ts';
import { papersById } from './materials.ts';
import { readPaper } from './readers/paper.ts';
import { nameOf } from './uris.ts';

/** A place in a paper. */
export interface PaperPlace {
  uri: string;
  range: Range;
}

/** The papers behind a baseline: leads from a fact to the words it was read from. Read on use. */
export class Papers {
  private facts: Map<string, Fact> | undefined;
  private names: Promise<Map<string, string>> | undefined;
  private readonly lines = new Map<string, Promise<LineTable | undefined>>();

  constructor(
    private readonly baseline: Baseline,
    private readonly files: Files | undefined,
    private readonly folders: readonly string[],
  ) {}

  /** Undefined where the fact was packaged, stands in a fact file, or in a paper that no text editor shows (docx, pdf). */
  async locate(id: string): Promise<PaperPlace | undefined> {
    this.facts ??= new Map(this.baseline.facts.map((fact) => [fact.id, fact]));
    const fact = this.facts.get(id);
    if (!fact?.range) return undefined;
    this.names ??= this.list();
    const uri = (await this.names).get(fact.source.id);
    if (uri === undefined) return undefined;
    let reading = this.lines.get(uri);
    if (!reading) {
      reading = this.read(uri);
      this.lines.set(uri, reading);
    }
    const lines = await reading;
    return lines && { uri, range: { start: position(lines, fact.range.start), end: position(lines, fact.range.end) } };
  }

  private async list(): Promise<Map<string, string>> {
    const { files, folders } = this;
    const papers = new Map<string, string>();
    for (const folder of files ? folders : [])
      for (const [id, name] of papersById((await files?.list(folder)) ?? [])) papers.set(id, (files as Files).join(folder, name));
    return papers;
  }

  private async read(uri: string): Promise<LineTable | undefined> {
    const bytes = await this.files?.read(uri);
    const paper = bytes && (await readPaper(nameOf(uri), bytes));
    return paper && 'isPlain' in paper && paper.isPlain ? new LineTable(paper.text) : undefined;
  }
}

const position = (lines: LineTable, offset: number): Position => {
  const { line, column } = lines.at(offset);
  return { line: line - 1, character: column - 1 };
};
