import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  window,
  workspace,
} from 'vscode';

/** Where the sample is open: a copy of the packaged files in memory, to be changed at will and forgotten. */
export const sampleScheme = 'heshu';
const samplePath = 'sample/钱塘区2025.zcg';
/** What may be written: the draft, and what reviewers decide on it. */
const writable = new Set([`/${samplePath}`, '/sample/heshu.reviewed.json']);

export const serveSample = ({ extensionUri }: ExtensionContext): Disposable =>
  workspace.registerFileSystemProvider(sampleScheme, new MemoryCopy(extensionUri), { isCaseSensitive: true });

export const openSample = async (): Promise<void> => {
  await window.showTextDocument(Uri.from({ scheme: sampleScheme, authority: 'extension', path: `/${samplePath}` }));
};

/** Files of the extension's folder; what is written to them stays in memory. */
class MemoryCopy implements FileSystemProvider {
  private readonly written = new Map<string, { content: Uint8Array; time: number }>();
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  constructor(private readonly root: Uri) {}

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: this.written.get(uri.path)?.time ?? 0, size: length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const written = this.written.get(uri.path);
    if (written) return written.content;
    if (uri.path !== `/${samplePath}`) throw FileSystemError.FileNotFound(uri);
    return workspace.fs.readFile(Uri.joinPath(this.root, uri.path));
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    if (!writable.has(uri.path)) throw FileSystemError.NoPermissions(uri);
    this.written.set(uri.path, { content, time: Date.now() });
  }

  /** There are no folders of papers beside the sample. */
  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}
