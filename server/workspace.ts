import type { AttachmentProblem, Attachments } from './attachments.ts';
import { type Config, configName, emptyConfig, loadConfig } from './config.ts';
import type { Baseline } from './core/baseline/baseline.ts';
import type { Vocabulary } from './core/indicators/vocabulary.ts';
import { type Reviewed, type ReviewedReading, reviewedName } from './core/reviewed.ts';
import type { Text } from './core/rules/rule.ts';
import type { Language } from './core/rules/run.ts';
import type { Files } from './files.ts';
import { type Folder, type Folders, findFolders, folderNames, isAttachment, withoutLinksOut } from './folders.ts';
import { matchesGlob } from './glob.ts';
import { loadBaseline } from './materials.ts';
import { Papers } from './papers.ts';
import { vocabularyWith } from './project.ts';
import { Unreadable } from './readers/unreadable.ts';
import { changeReviewed, loadReviewed, reviewedPath } from './reviewed-file.ts';
import { comparable, nameOf, parentOf, pathWithin } from './uris.ts';

/** The `heshu.json` that holds for a document; without one, all is as packaged. */
export interface ConfigFile {
  config: Config;
  uri: string | undefined;
  folder: string | undefined;
  problems: Text[];
}

/** What documents with one `heshu.json` and the same folders of papers are checked with; a reload makes a new one. */
export interface Project extends ConfigFile {
  vocabulary: Vocabulary;
  baseline: Baseline;
  papers: Papers;
  folders: Folders;
  /** The folder of the document that it was loaded for: folders of the usual names may appear there. */
  beside: string;
  baselineProblems: Text[];
}

interface LoadedProject {
  project: Promise<Project>;
  folders: Folders;
}

const usualNames = Object.values(folderNames).flat();

/** Finds and keeps the configuration and baseline of each document. Paths are URIs throughout. */
export class Workspace {
  private readonly configs = new Map<string, Promise<ConfigFile>>();
  /** By the document's folder. */
  private readonly folders = new Map<string, Promise<Folders>>();
  private readonly projects = new Map<string, LoadedProject>();
  /** What reviewers decided, by the URI of its file. */
  private readonly reviewed = new Map<string, Promise<ReviewedReading>>();
  /** By the document's folder; undefined where nothing lies there. */
  private readonly attachments = new Map<string, Promise<Attachments | undefined>>();
  private readonly listeners: ((project: Project) => void)[] = [];
  private readonly reviewedListeners: ((uri: string, problems: readonly Text[]) => void)[] = [];
  private readonly attachmentListeners: ((folder: string, problems: readonly AttachmentProblem[]) => void)[] = [];
  private readonly allowed: Set<string>;
  /** The files that a URI lives among, links that lead out left out. */
  readonly filesOf: (uri: string) => Files | undefined;
  /** Writing is one at a time, so that no decision overwrites another. */
  private writing: Promise<unknown> = Promise.resolve();

  /**
   * @param filesOf The file system that a URI lives on; undefined where nobody serves it.
   * @param roots Where documents without a folder of their own (unsaved ones) belong.
   * @param seeds The folder of the packaged fact files, where their rows can be shown.
   * @param allowed Folders elsewhere that the user let settings name.
   * @param shown The language in which papers that no text editor opens are shown; undefined where the client cannot show them.
   */
  constructor(
    filesOf: (uri: string) => Files | undefined,
    private readonly roots: readonly string[],
    private readonly seeds: string | undefined,
    allowed: readonly string[] = [],
    private readonly shown?: Language,
  ) {
    this.allowed = new Set(allowed);
    this.filesOf = (uri) => {
      const files = filesOf(uri);
      return files && withoutLinksOut(files, () => [...this.roots, ...this.allowed]);
    };
  }

  /** Lets papers be read from a folder that settings name beyond the folders that the client has open. */
  allow(folder: string): void {
    this.allowed.add(folder);
    this.folders.clear();
    this.projects.clear();
  }

  onLoad(listener: (project: Project) => void): void {
    this.listeners.push(listener);
  }

  /** The nearest `heshu.json` from a document upward. */
  configOf(document: string): Promise<ConfigFile> {
    const folder = parentOf(document) ?? this.roots[0] ?? '';
    let config = this.configs.get(folder);
    if (!config) {
      config = this.findConfig(folder);
      this.configs.set(folder, config);
    }
    return config;
  }

  async projectOf(document: string): Promise<Project> {
    const file = await this.configOf(document);
    const beside = parentOf(document) ?? this.roots[0] ?? '';
    const folders = await this.foldersOf(beside, file);
    const key = [file.uri, folders.baseline?.path, folders.data?.path].join(' ');
    let loaded = this.projects.get(key);
    if (!loaded) {
      loaded = { project: this.read(file, folders, beside), folders };
      this.projects.set(key, loaded);
    }
    return loaded.project;
  }

  /** Told of every file of decisions that was read. */
  onReviewed(listener: (uri: string, problems: readonly Text[]) => void): void {
    this.reviewedListeners.push(listener);
  }

  /** What reviewers decided on drafts where a document lies; undefined where that cannot be read. */
  async reviewedOf(document: string): Promise<Reviewed | undefined> {
    const at = await this.reviewedUri(document);
    if (!at) return undefined;
    let reading = this.reviewed.get(at.uri);
    if (!reading) {
      reading = this.readReviewed(at.files, at.uri);
      this.reviewed.set(at.uri, reading);
    }
    return (await reading).reviewed;
  }

  /** Told of a document's folder whenever what is attached there was read. */
  onAttachments(listener: (folder: string, problems: readonly AttachmentProblem[]) => void): void {
    this.attachmentListeners.push(listener);
  }

  /** What lies beside a document and belongs to it; undefined where nothing does. */
  attachmentsOf(document: string): Promise<Attachments | undefined> {
    const beside = parentOf(document);
    const files = beside === undefined ? undefined : this.filesOf(beside);
    if (!files || beside === undefined) return Promise.resolve(undefined);
    let found = this.attachments.get(beside);
    if (!found) {
      found = this.readAttachments(files, beside);
      this.attachments.set(beside, found);
    }
    return found;
  }

  /** Writes a decision; throws `Unreadable` where that cannot be. */
  async decide(document: string, change: (reviewed: Reviewed) => Reviewed): Promise<void> {
    await this.write(document, async (files) => {
      const at = await this.reviewedUri(document);
      if (!at) return;
      await changeReviewed(files, at.uri, change);
      this.forget(at.uri);
    });
  }

  /** Writes to the files beside a document, after whatever is being written. Throws where it has no folder. */
  write<Result>(document: string, change: (files: Files, beside: string) => Promise<Result>): Promise<Result> {
    const beside = parentOf(document) ?? this.roots[0];
    const files = beside === undefined ? undefined : this.filesOf(beside);
    if (!files || beside === undefined)
      return Promise.reject(new Unreadable({ zh: '请先把文稿存到一个文件夹里', en: 'save the draft in a folder first' }));
    const done = this.writing.then(() => change(files, beside));
    this.writing = done.catch(() => undefined);
    return done;
  }

  private async reviewedUri(document: string): Promise<{ files: Files; uri: string } | undefined> {
    const beside = parentOf(document) ?? this.roots[0];
    const files = beside === undefined ? undefined : this.filesOf(beside);
    if (!files || beside === undefined) return undefined;
    return { files, uri: reviewedPath(files, (await this.configOf(document)).folder, beside) };
  }

  private async readReviewed(files: Files, uri: string): Promise<ReviewedReading> {
    const reading = await loadReviewed(files, uri);
    for (const listener of this.reviewedListeners) listener(uri, reading.problems);
    return reading;
  }

  private async readAttachments(files: Files, folder: string): Promise<Attachments | undefined> {
    const names = ((await files.list(folder).catch(() => undefined)) ?? []).filter(isAttachment);
    const found = names.length === 0 ? undefined : await (await import('./writers/paperwork.ts')).Attachments.read(files, folder, names);
    for (const listener of this.attachmentListeners) listener(folder, found?.problems ?? []);
    return found;
  }

  /** Where the papers lie that documents of a folder are held against. */
  private foldersOf(beside: string, file: ConfigFile): Promise<Folders> {
    let folders = this.folders.get(beside);
    if (!folders) {
      const files = this.filesOf(beside);
      folders = files
        ? findFolders(files, beside, file, [...this.roots, ...this.allowed])
        : Promise.resolve({ baseline: undefined, data: undefined });
      this.folders.set(beside, folders);
    }
    return folders;
  }

  /** Whether a `heshu.json` names a file as a draft. Last year's papers are none, whatever their names. */
  isNamedDraft({ config, folder }: ConfigFile, document: string): boolean {
    if (folder === undefined) return false;
    for (const papers of [config.baseline, config.data]) {
      const path = papers === undefined ? undefined : this.filesOf(folder)?.join(folder, papers);
      if (path !== undefined && pathWithin(path, document) !== undefined) return false;
    }
    const path = pathWithin(folder, document);
    return path !== undefined && config.drafts.some((glob) => matchesGlob(path, glob));
  }

  /** Whether a file may be shown: it lies in a folder that the client has open, or that the user allowed. */
  mayShow(uri: string): boolean {
    return [...this.roots, ...this.allowed].some((root) => pathWithin(root, uri) !== undefined) || this.projectsWith(uri).length > 0;
  }

  /** Whether anything was read from a file, or would have been had it been there. */
  dependsOn(uri: string): boolean {
    if (nameOf(uri) === reviewedName) return this.reviewedLike(uri).length > 0;
    return nameOf(uri) === configName
      ? this.configs.size > 0
      : this.projectsWith(uri).length > 0 || this.mayAppear(uri) || this.foldersAttached(uri).length > 0;
  }

  /** Forgets what was read from a file that changed, appeared or vanished; tells whether that was anything. */
  forget(uri: string): boolean {
    if (!this.dependsOn(uri)) return false;
    for (const key of this.reviewedLike(uri)) this.reviewed.delete(key);
    for (const key of this.projectsWith(uri)) this.projects.delete(key);
    for (const key of this.foldersAttached(uri)) this.attachments.delete(key);
    if (this.mayAppear(uri)) this.folders.clear();
    if (nameOf(uri) !== configName) return true;
    this.configs.clear();
    this.folders.clear();
    this.projects.clear();
    return true;
  }

  private reviewedLike(uri: string): string[] {
    return [...this.reviewed.keys()].filter((key) => comparable(key) === comparable(uri));
  }

  /** Folders of documents that a file belongs to by its name. */
  private foldersAttached(uri: string): string[] {
    const folder = comparable(parentOf(uri) ?? '');
    return isAttachment(nameOf(uri)) ? [...this.attachments.keys()].filter((key) => comparable(key) === folder) : [];
  }

  /** Keys of the projects whose folders hold a file. */
  private projectsWith(uri: string): string[] {
    const folder = comparable(parentOf(uri) ?? '');
    const holds = (of: Folder | undefined): boolean => of !== undefined && comparable(of.path) === folder;
    return [...this.projects].filter(([, { folders }]) => holds(folders.baseline) || holds(folders.data)).map(([key]) => key);
  }

  /** Whether a file lies in a folder of a usual name beside a document in use, known as such or not. */
  private mayAppear(uri: string): boolean {
    const folder = parentOf(uri);
    if (folder === undefined || !usualNames.includes(nameOf(folder))) return false;
    const beside = comparable(parentOf(folder) ?? '');
    return [...this.folders.keys()].some((known) => comparable(known) === beside);
  }

  private async findConfig(folder: string): Promise<ConfigFile> {
    const files = this.filesOf(folder);
    if (!files) return { config: emptyConfig, uri: undefined, folder: undefined, problems: [] };
    const { config, path, folder: found, problems } = await loadConfig(files, folder);
    return { config, uri: path, folder: found, problems };
  }

  private async read(file: ConfigFile, folders: Folders, beside: string): Promise<Project> {
    const { config } = file;
    const vocabulary = vocabularyWith(config.indicators);
    const paths = [folders.baseline, folders.data].flatMap((folder) => folder?.path ?? []);
    const files = paths[0] === undefined ? undefined : this.filesOf(paths[0]);
    const { baseline, problems } = await loadBaseline(files, folders, vocabulary, {
      ...(config.region !== undefined && { region: config.region }),
      ...(config.year !== undefined && { year: config.year }),
    });
    const papers = paths.length === 0 ? this.seedPapers(baseline) : new Papers(baseline, files, paths, this.shown);
    const project: Project = { ...file, vocabulary, baseline, papers, folders, beside, baselineProblems: problems };
    for (const listener of this.listeners) listener(project);
    return project;
  }

  /** The packaged fact files; a folder on the web cannot be listed, but their names are known. */
  private seedPapers(baseline: Baseline): Papers {
    const files = this.seeds === undefined ? undefined : this.filesOf(this.seeds);
    return new Papers(
      baseline,
      files && { ...files, list: async () => Object.keys((await import('./data/seeds.ts')).seeds) },
      this.seeds === undefined ? [] : [this.seeds],
      this.shown,
    );
  }
}
