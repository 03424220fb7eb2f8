import { basename, resolve } from 'node:path';
import { belongingOf, isNobodys, readTableFile } from '../attachments.ts';
import { type CheckResult, checkDocument } from '../core/check.ts';
import { acrossPapers, type Paper } from '../core/congress.ts';
import { type Severity, severities } from '../core/finding.ts';
import { rules } from '../core/generated/rules.ts';
import type { Belonging, TableFile } from '../core/own-tables.ts';
import type { Severities } from '../core/rules/run.ts';
import type { Files } from '../files.ts';
import { type JoinedFormat, pieceOf } from './formats/pieces.ts';
import { Projects, type ProjectValues } from './project.ts';
import { type Terminal, UsageError } from './usage.ts';

/** What a call of `heshu check` asks for beside its files: plain data, so that it can be handed to another thread. */
export interface CheckCall {
  values: ProjectValues & { all: boolean };
  format: JoinedFormat;
  severities: Severities;
  failOn: Severity | 'never';
  terminal: Pick<Terminal, 'colour' | 'columns' | 'cwd'>;
  /** Files of tables that lie beside those that are checked. */
  tables: readonly string[];
}

/** A file of a call, by its position among all. */
export interface FileAt {
  path: string;
  position: number;
}

export interface CheckedFile extends FileAt {
  /** As the format has it. */
  piece: string;
  /** Whether a finding reaches what the call fails on. */
  isBad: boolean;
  /** Region and year, where both are known: papers of one congress are held against each other. */
  congress: string | undefined;
  title: string | null;
}

/** What came of some files; lines that are to be said `once`, though several files give rise to them. */
export interface CheckedFiles {
  checked: CheckedFile[];
  lines: { line: string; once: boolean }[];
  /** Whether a file could not be read. */
  failed: boolean;
}

/** Whether there is a finding of the severity that a call fails on, or worse. */
export const reaches = ({ findings }: CheckResult, failOn: CheckCall['failOn']): boolean =>
  failOn !== 'never' && findings.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(failOn));

/** Checks the files of a call, those given at a time along with each other; what they are held against is read once. */
export class Checker {
  private tables: Promise<TableFile[]> | undefined;
  private tablesFailed = false;

  private constructor(
    private readonly files: Files,
    private readonly call: CheckCall,
    private readonly projects: Projects,
    private readonly lines: CheckedFiles['lines'],
  ) {}

  static async open(files: Files, call: CheckCall): Promise<Checker> {
    const lines: CheckedFiles['lines'] = [];
    const err = (line: string): void => void lines.push({ line, once: true });
    return new Checker(files, call, await Projects.open(files, { ...call.terminal, err }, call.values), lines);
  }

  async check(files: readonly FileAt[]): Promise<CheckedFiles> {
    const { failOn, format, values, terminal } = this.call;
    const { checked, failed } = await this.results(files);
    const pieces = checked.map(({ path, position, result }): CheckedFile => {
      const { region, year, title } = result.document.outline;
      return {
        path,
        position,
        piece: pieceOf(format, path, result, terminal, values),
        isBad: reaches(result, failOn),
        congress: region !== null && year !== null ? `${region}|${year}` : undefined,
        title,
      };
    });
    return { checked: pieces, failed, lines: this.takeLines() };
  }

  /** The results themselves, for formats that need more of them. */
  async results(files: readonly FileAt[]): Promise<{ checked: (FileAt & { result: CheckResult })[]; failed: boolean }> {
    const read: (FileAt & Paper)[] = [];
    for (const file of files) {
      try {
        read.push({ ...file, ...(await this.read(file.path)) });
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        this.lines.push({ line: error.message, once: false });
      }
    }
    const belonging = belongingOf(read.map(({ check }) => check.document));
    for (const paper of belonging ? read : [])
      if (isNobodys(basename(paper.path), paper.check.document)) Object.assign(paper, await this.read(paper.path, belonging));
    this.tables ??= this.readTables();
    const results = acrossPapers(read, await this.tables);
    const checked = read.map(({ path, position }, i) => ({ path, position, result: results[i] as CheckResult }));
    return { checked, failed: read.length < files.length || this.tablesFailed };
  }

  takeLines(): CheckedFiles['lines'] {
    return this.lines.splice(0);
  }

  /** What is said of them is said once. */
  private async readTables(): Promise<TableFile[]> {
    const { tables, terminal } = this.call;
    const found: TableFile[] = [];
    for (const path of tables) {
      const bytes = await this.files.read(resolve(terminal.cwd, path)).catch(() => undefined);
      const read = await readTableFile(path, basename(path), bytes);
      if (read && 'file' in read) found.push(read.file);
      else if (read) {
        this.lines.push({ line: read.problem.zh, once: true });
        this.tablesFailed ||= read.isUnreadable;
      }
    }
    return found;
  }

  private async read(path: string, belonging?: Belonging): Promise<Paper> {
    const { document, baseline, config, reviewed } = await this.projects.draft(path, belonging);
    const effective: Severities = { ...config.severities, ...this.call.severities };
    const check = checkDocument(document, baseline, rules, { severities: effective, reviewed });
    return { name: path, check, severity: effective.restatement ?? 'error', reviewed };
  }
}
