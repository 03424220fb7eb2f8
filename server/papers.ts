import type { Position, Range } from 'vscode-languageserver';
import type { Baseline } from './core/baseline/baseline.ts';
import type { Fact } from './core/baseline/fact.ts';
import { LineTable } from './core/text/lines.ts';
import type { Files } from './files.ts';
import { decode } from './readers/decode.ts';

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
    private readonly folder: string | undefined,
  ) {}

  /** Undefined where the fact was packaged or stands in a fact file. */
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

  /** A source that was read from a paper is named after it, without extension. */
  private async list(): Promise<Map<string, string>> {
    const { files, folder } = this;
    if (!files || folder === undefined) return new Map();
    const names = (await files.list(folder)) ?? [];
    return new Map(names.map((name) => [name.replace(/\.[^.]+$/, ''), files.join(folder, name)]));
  }

  private async read(uri: string): Promise<LineTable | undefined> {
    const bytes = await this.files?.read(uri);
    const decoded = bytes && decode(bytes);
    return !decoded || 'error' in decoded ? undefined : new LineTable(decoded.text);
  }
}

const position = (lines: LineTable, offset: number): Position => {
  const { line, column } = lines.at(offset);
  return { line: line - 1, character: column - 1 };
};
