import { PassThrough } from 'node:stream';
import {
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../server/files.ts';
import type { InitializationOptions } from '../../server/protocol.ts';
import { Connection } from '../../server/rpc/connection.ts';
import { type Runtime, startServer } from '../../server/server.ts';
import { comparable, joinUri, parentOf } from '../../server/uris.ts';

/** Files in memory, by readable URIs; counts what is read. */
export class MemoryFiles implements Files {
  readonly reads: string[] = [];

  constructor(readonly files: Record<string, string | Uint8Array>) {}

  async list(folder: string): Promise<string[] | undefined> {
    const root = `${comparable(folder)}/`;
    const names = Object.keys(this.files).flatMap((path) => (path.startsWith(root) ? [path.slice(root.length)] : []));
    return names.length > 0 ? names.filter((name) => !name.includes('/')) : undefined;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const content = this.files[comparable(path)];
    if (content === undefined) return undefined;
    this.reads.push(comparable(path));
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.files[comparable(path)] = bytes;
  }

  join = joinUri;
  parent = parentOf;
}

/** What the tests' client can do unless told otherwise: all that VS Code can. */
export const able = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    completion: { completionItem: { labelDetailsSupport: true } },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

export interface Editor {
  connection: ProtocolConnection;
  capabilities: InitializeResult['capabilities'];
  open(uri: string, text: string, languageId?: string): TextDocument;
  /** Replaces the first occurrence of `old` by `text`, as typing does. */
  edit(document: TextDocument, old: string, text: string): void;
  stop(): void;
}

/** Starts a server in this process and a client that talks to it over a pair of streams. */
export const startEditor = async (
  runtime: Runtime,
  options: {
    capabilities?: object;
    initializationOptions?: InitializationOptions;
    prepare?: (connection: ProtocolConnection) => void;
  } = {},
): Promise<Editor> => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(new Connection(new StreamMessageReader(up), new StreamMessageWriter(down)), runtime);
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
  options.prepare?.(connection);
  connection.listen();
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    capabilities: options.capabilities ?? able,
    ...(options.initializationOptions && { initializationOptions: options.initializationOptions }),
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    capabilities,
    open(uri, text, languageId = 'policy-draft') {
      void connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
      return TextDocument.create(uri, languageId, 1, text);
    },
    edit(document, old, text) {
      const at = document.getText().indexOf(old);
      if (at < 0) throw new Error(`“${old}” does not stand in the document`);
      const change = { range: { start: document.positionAt(at), end: document.positionAt(at + old.length) }, text };
      const version = document.version + 1;
      TextDocument.update(document, [change], version);
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: document.uri, version },
        contentChanges: [change],
      });
    },
    // The server's end is left to itself: disposed of with requests under way it would complain of those.
    stop: () => connection.dispose(),
  };
};

/** `rule: words marked` */
export const shown = (document: TextDocument, diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, range }) => `${code}: ${document.getText(range)}`);

/** The text after choosing a completion, as an editor would apply it. */
export const applied = (document: TextDocument, item: CompletionItem): string => {
  if (!item.textEdit || !('range' in item.textEdit)) throw new Error(`${item.label} has no edit`);
  return TextDocument.applyEdits(document, [item.textEdit]);
};

/** Something that is waited for. */
export const signal = <Value = void>(): { given: Promise<Value>; give(value: Value): void } => {
  let give: (value: Value) => void = () => {};
  const given = new Promise<Value>((resolve) => {
    give = resolve;
  });
  return { given, give: (value) => give(value) };
};
