import type { InitializeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { clientFiles } from './client-files.ts';
import { Drafts } from './drafts.ts';
import type { Session } from './feature.ts';
import type { Files } from './files.ts';
import { features } from './generated/features.ts';
import type { InitializationOptions } from './protocol.ts';
import type { Connection } from './rpc/connection.ts';
import { TextDocumentSyncKind } from './rpc/kinds.ts';
import { type Host, live } from './rpc/lifecycle.ts';
import { quiet, readSettings } from './settings.ts';
import { comparable, schemeOf } from './uris.ts';
import { Workspace } from './workspace.ts';

/** What differs between the hosts of the server. */
export interface Runtime extends Host {
  /** The files of the machine that the server runs on, by `file:` URIs; a worker has none. */
  files?: Files;
  /** Address of a rule's page, with `{rule}` for its id, where the client gives none. */
  rulePage?: string;
  /** Told where the readers' bundles lie, on a host that cannot know. */
  locateReaders?(folder: string): void;
  /** URI of the folder of packaged fact files, where the client gives none. */
  seeds?: string;
}

/** Serves one client until the connection ends. */
export const startServer = (connection: Connection, runtime: Runtime): void => {
  live(connection, runtime, (params) => {
    const session = sessionOf(connection, runtime, params);
    for (const feature of features) feature.start(session);
    connection.onNotification('workspace/didChangeConfiguration', ({ settings }) => {
      Object.assign(session.settings, readSettings(settings));
      session.stale();
    });
    session.drafts.documents.listen(connection);
    return {
      capabilities: Object.assign(
        { textDocumentSync: TextDocumentSyncKind.Incremental },
        ...features.map((feature) => feature.capabilities?.(params.capabilities)),
      ),
      serverInfo: { name: 'heshu' },
    };
  });
  connection.listen();
};

const sessionOf = (connection: Connection, runtime: Runtime, params: InitializeParams): Session => {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const language = options.language ?? 'zh';
  if (options.readers !== undefined) runtime.locateReaders?.(options.readers);
  const served = options.servesFiles ? clientFiles(connection) : undefined;
  const filesOf = (uri: string): Files | undefined => {
    const files = schemeOf(uri) === 'file' && runtime.files ? runtime.files : served;
    return files && withOpenDocuments(files, (path) => openDocument(drafts, path), connection);
  };
  const workspace = new Workspace(
    filesOf,
    (params.workspaceFolders ?? []).map((folder) => folder.uri),
    options.seeds ?? runtime.seeds,
    options.allowedFolders,
    params.capabilities.workspace?.textDocumentContent ? language : undefined,
  );
  const drafts = new Drafts(workspace, language);
  const listeners: (() => void)[] = [];
  return {
    connection,
    client: params.capabilities,
    drafts,
    workspace,
    language,
    settings: { ...quiet },
    showsChecks: options.showsChecks === true,
    reviews: options.reviews === true,
    rulePage: options.rulePage ?? runtime.rulePage,
    onStale: (listener) => void listeners.push(listener),
    stale: () => {
      for (const listener of listeners) listener();
    },
  };
};

/** What is open counts, and is changed, as it stands on the screen; what may not be read counts as not there. */
const withOpenDocuments = (files: Files, open: (uri: string) => TextDocument | undefined, connection: Connection): Files => ({
  ...files,
  list: (folder) => files.list(folder).catch(() => undefined),
  async read(path) {
    const document = open(path);
    return document ? new TextEncoder().encode(document.getText()) : files.read(path).catch(() => undefined);
  },
  async write(path, bytes) {
    const document = open(path);
    if (!document) return files.write(path, bytes);
    const range = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
    const newText = new TextDecoder().decode(bytes);
    const { applied } = await connection.sendRequest('workspace/applyEdit', {
      edit: { changes: { [document.uri]: [{ range, newText }] } },
    });
    if (!applied) throw new Error('编辑器没有改动打开着的文件');
  },
});

const openDocument = (drafts: Drafts, uri: string): TextDocument | undefined => {
  const wanted = comparable(uri);
  return drafts.documents.all().find((document) => comparable(document.uri) === wanted)?.text;
};
