import { dirname, resolve } from 'node:path';
import { type Config, emptyConfig, type LoadedConfig, loadConfig } from '../config.ts';
import { type CheckResult, checkDocument } from '../core/check.ts';
import { type PolicyDocument, readDocument } from '../core/document.ts';
import { rules } from '../core/generated/rules.ts';
import type { Vocabulary } from '../core/indicators/vocabulary.ts';
import type { OriginOptions } from '../core/outline/origin.ts';
import { type Belonging, originOf } from '../core/own-tables.ts';
import type { Reviewed } from '../core/reviewed.ts';
import type { Files } from '../files.ts';
import { type Folder, type Folders, findFolders, withoutLinksOut } from '../folders.ts';
import { type LoadedBaseline, loadBaseline } from '../materials.ts';
import { vocabularyWith } from '../project.ts';
import { changeReviewed, loadReviewed, reviewedPath } from '../reviewed-file.ts';
import { readText } from './read.ts';
import { type Terminal, UsageError } from './usage.ts';
import { parseYear } from './year.ts';

/** Options of every command that works on a draft or a baseline. */
export const projectOptions = {
  baseline: { type: 'string' },
  data: { type: 'string' },
  region: { type: 'string' },
  year: { type: 'string' },
} as const;

export interface ProjectValues {
  baseline?: string | undefined;
  data?: string | undefined;
  region?: string | undefined;
  year?: string | undefined;
}

/** What the command line and `heshu.json` say that documents of a folder are held against. */
export interface Project extends LoadedBaseline {
  /** Where nobody named a file himself: links that lead out are left out. */
  files: Files;
  config: Config;
  vocabulary: Vocabulary;
  origin: OriginOptions;
  folders: Folders;
  /** The folder of `heshu.json`. */
  configFolder: string | undefined;
}

/** A draft, read, with what it is held against and what reviewers decided on it. */
export interface Draft extends Project {
  document: PolicyDocument;
  /** Undefined where their file cannot be read. */
  reviewed: Reviewed | undefined;
  reviewedPath: string;
}

/** A draft held against its baseline and itself, by the severities and decisions that lie beside it. */
export const checkDraft = ({ document, baseline, config, reviewed }: Draft): CheckResult =>
  checkDocument(document, baseline, rules, { severities: config.severities, reviewed });

/** Writes decisions on a draft; throws `UsageError` where that cannot be. */
export const decide = async (draft: Draft, change: (reviewed: Reviewed) => Reviewed): Promise<void> => {
  await changeReviewed(draft.files, draft.reviewedPath, change).catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
};

/** Resolves projects, each read once; what is wrong with them is said once. */
export class Projects {
  private readonly loaded = new Map<string, LoadedBaseline>();
  private readonly said = new Set<string>();
  private readonly year: number | undefined;
  private readonly files: Files;

  private constructor(
    /** As they are, for files that somebody named. */
    private readonly named: Files,
    private readonly terminal: Pick<Terminal, 'cwd' | 'err'>,
    private readonly values: ProjectValues,
    private readonly given: { baseline?: Folder | undefined; data?: Folder | undefined },
  ) {
    this.year = parseYear(values.year);
    this.files = withoutLinksOut(named, () => [terminal.cwd]);
  }

  static async open(files: Files, terminal: Pick<Terminal, 'cwd' | 'err'>, values: ProjectValues): Promise<Projects> {
    const folderOf = async (option: 'baseline' | 'data'): Promise<Folder | undefined> => {
      const called = values[option];
      if (called === undefined) return undefined;
      const path = resolve(terminal.cwd, called);
      if ((await files.list(path)) === undefined) throw new UsageError(`--${option} ${called}：没有这个文件夹`);
      return { path, called };
    };
    return new Projects(files, terminal, values, { baseline: await folderOf('baseline'), data: await folderOf('data') });
  }

  /** The project of documents in a folder. */
  async of(folder: string): Promise<Project> {
    const { files, values, year } = this;
    const loaded = await loadConfig(files, folder).catch(
      (): LoadedConfig => ({ config: emptyConfig, path: undefined, folder: undefined, problems: [] }),
    );
    for (const problem of loaded.problems) this.say(problem.zh);
    const { config } = loaded;
    const vocabulary = vocabularyWith(config.indicators);
    const origin: OriginOptions = {
      ...((values.region ?? config.region) !== undefined && { region: values.region ?? config.region }),
      ...((year ?? config.year) !== undefined && { year: year ?? config.year }),
    };
    const folders = await findFolders(files, folder, loaded, [this.terminal.cwd], this.given);
    const key = JSON.stringify([folders, origin, loaded.path]);
    const base = this.loaded.get(key) ?? (await loadBaseline(files, folders, vocabulary, origin));
    this.loaded.set(key, base);
    for (const problem of base.problems) this.say(problem.zh);
    return { ...base, files, config, vocabulary, origin, folders, configFolder: loaded.folder };
  }

  /** @param belonging Whose it is, where it does not say so. */
  async draft(path: string, belonging?: Belonging): Promise<Draft> {
    const { text, highlights, note, aside } = await readText(this.named, this.terminal.cwd, path);
    for (const line of [note, aside]) if (line !== undefined) this.say(`${path}：${line.zh}`);
    const folder = dirname(resolve(this.terminal.cwd, path));
    const project = await this.of(folder);
    const decided = reviewedPath(this.files, project.configFolder, folder);
    const { reviewed, problems } = await loadReviewed(this.files, decided);
    for (const problem of problems) this.say(problem.zh);
    const document = readDocument(text, project.vocabulary, { ...originOf(belonging), ...project.origin, highlights });
    return { ...project, document, reviewed, reviewedPath: decided };
  }

  private say(line: string): void {
    if (!this.said.has(line)) this.terminal.err(line);
    this.said.add(line);
  }
}
