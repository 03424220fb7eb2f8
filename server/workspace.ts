import { type Config, configName, emptyConfig, loadConfig } from './config.ts';
import type { Baseline } from './core/baseline/baseline.ts';
import type { Vocabulary } from './core/indicators/vocabulary.ts';
import type { Files } from './files.ts';
import { matchesGlob } from './glob.ts';
import { Papers } from './papers.ts';
import { loadBaseline, packagedBaseline, vocabularyWith } from './project.ts';
import { comparable, nameOf, parentOf, pathWithin } from './uris.ts';

/** The `heshu.json` that holds for a document; without one, all is as packaged. */
export interface ConfigFile {
  config: Config;
  uri: string | undefined;
  folder: string | undefined;
  problems: string[];
}

/** What the documents under one `heshu.json` are checked with; a reload makes a new one. */
export interface Project extends ConfigFile {
  vocabulary: Vocabulary;
  baseline: Baseline;
  papers: Papers;
  /** The folder of papers; undefined where the packaged seeds serve. */
  baselineFolder: string | undefined;
  baselineProblems: string[];
}

interface LoadedProject {
  project: Promise<Project>;
  baselineFolder: string | undefined;
}

/** Finds and keeps the configuration and baseline of each document. Paths are URIs throughout. */
export class Workspace {
  private readonly configs = new Map<string, Promise<ConfigFile>>();
  private readonly projects = new Map<string, LoadedProject>();
  private readonly listeners: ((project: Project) => void)[] = [];

  /**
   * @param filesOf The file system that a URI lives on; undefined where nobody serves it.
   * @param folders Where documents without a folder of their own (unsaved ones) belong.
   */
  constructor(
    private readonly filesOf: (uri: string) => Files | undefined,
    private readonly folders: readonly string[],
  ) {}

  onLoad(listener: (project: Project) => void): void {
    this.listeners.push(listener);
  }

  /** The nearest `heshu.json` from a document upward. */
  configOf(document: string): Promise<ConfigFile> {
    const folder = parentOf(document) ?? this.folders[0] ?? '';
    let config = this.configs.get(folder);
    if (!config) {
      config = this.findConfig(folder);
      this.configs.set(folder, config);
    }
    return config;
  }

  async projectOf(document: string): Promise<Project> {
    const file = await this.configOf(document);
    const key = file.uri ?? '';
    let loaded = this.projects.get(key);
    if (!loaded) {
      loaded = this.load(file);
      this.projects.set(key, loaded);
    }
    return loaded.project;
  }

  /** Whether a `heshu.json` names a file as a draft. Last year's papers are none, whatever their names. */
  isNamedDraft({ config, folder }: ConfigFile, document: string): boolean {
    if (folder === undefined) return false;
    const baseline = config.baseline === undefined ? undefined : this.filesOf(folder)?.join(folder, config.baseline);
    if (baseline !== undefined && pathWithin(baseline, document) !== undefined) return false;
    const path = pathWithin(folder, document);
    return path !== undefined && config.drafts.some((glob) => matchesGlob(path, glob));
  }

  /** Whether anything was read from a file, or would have been had it been there. */
  dependsOn(uri: string): boolean {
    return nameOf(uri) === configName ? this.configs.size > 0 : this.projectsWith(uri).length > 0;
  }

  /** Forgets what was read from a file that changed, appeared or vanished; tells whether that was anything. */
  forget(uri: string): boolean {
    if (!this.dependsOn(uri)) return false;
    for (const key of this.projectsWith(uri)) this.projects.delete(key);
    if (nameOf(uri) !== configName) return true;
    this.configs.clear();
    this.projects.clear();
    return true;
  }

  /** Keys of the projects whose baseline folder holds a file. */
  private projectsWith(uri: string): string[] {
    const folder = comparable(parentOf(uri) ?? '');
    return [...this.projects]
      .filter(([, { baselineFolder }]) => baselineFolder !== undefined && comparable(baselineFolder) === folder)
      .map(([key]) => key);
  }

  private async findConfig(folder: string): Promise<ConfigFile> {
    const files = this.filesOf(folder);
    if (!files) return { config: emptyConfig, uri: undefined, folder: undefined, problems: [] };
    const { config, path, folder: found, problems } = await loadConfig(files, folder);
    return { config, uri: path, folder: found, problems };
  }

  private load(file: ConfigFile): LoadedProject {
    const { config, folder } = file;
    const files = folder === undefined ? undefined : this.filesOf(folder);
    const baselineFolder = config.baseline !== undefined && folder !== undefined ? files?.join(folder, config.baseline) : undefined;
    return { project: this.read(file, files, baselineFolder), baselineFolder };
  }

  private async read(file: ConfigFile, files: Files | undefined, baselineFolder: string | undefined): Promise<Project> {
    const { config } = file;
    const vocabulary = vocabularyWith(config.indicators);
    const { baseline, problems } =
      files && baselineFolder !== undefined
        ? await loadBaseline(files, baselineFolder, vocabulary, config.region === undefined ? {} : { region: config.region })
        : { baseline: packagedBaseline(vocabulary), problems: [] };
    const project: Project = {
      ...file,
      vocabulary,
      baseline,
      papers: new Papers(baseline, files, baselineFolder),
      baselineFolder,
      // People know the folder as they wrote it.
      baselineProblems: problems.map((problem) => problem.replace(baselineFolder ?? '', config.baseline ?? '')),
    };
    for (const listener of this.listeners) listener(project);
    return project;
  }
}
