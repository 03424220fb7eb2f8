import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { listFolderRequest, readFileRequest, type UriParams } from '../../server/protocol.ts';
import { able, type MemoryFiles } from './client.ts';

export const program = join(import.meta.dirname, '../../dist/cli/heshu.js');
export const isBuilt = existsSync(program);

/** The language server as other editors start it: a process of its own, talked to over its standard streams. */
export interface ServerProcess {
  process: ChildProcessWithoutNullStreams;
  connection: ProtocolConnection;
  /** Exit status, or the signal that ended it. */
  ended: Promise<number | string | null>;
  /** What it wrote on its standard error, and what it logged as errors. */
  complaints: string[];
  /** Diagnostics that it sent by itself, by URI: those of `heshu.json`. */
  published: Map<string, readonly Diagnostic[]>;
  open(uri: string, text: string): Promise<void>;
  diagnose(uri: string): Promise<Diagnostic[]>;
  /** Tells that a file changed. */
  changed(uri: string, type?: FileChangeType): Promise<void>;
  end(): Promise<void>;
}

export interface ProcessOptions {
  /** Serves these files, of a scheme that the server cannot read itself. */
  files?: MemoryFiles;
  /** Waited for before a file is served. */
  beforeRead?(uri: string): Promise<void> | void;
  /** How the server is started, and where. */
  command?: readonly string[];
  cwd?: string;
}

export const startProcess = async ({
  files,
  beforeRead,
  command = [process.execPath, program, 'lsp', '--stdio'],
  cwd,
}: ProcessOptions = {}): Promise<ServerProcess> => {
  const [executable, ...args] = command;
  const server = spawn(executable as string, args, cwd === undefined ? {} : { cwd });
  const ended = new Promise<number | string | null>((resolve) => server.on('exit', (code, signal) => resolve(signal ?? code)));
  // A server that was killed in mid-message has closed its end.
  server.stdin.on('error', () => {});
  const complaints: string[] = [];
  server.stderr.on('data', (data: Buffer) => complaints.push(String(data)));
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onError(() => {});
  const published = new Map<string, readonly Diagnostic[]>();
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => void published.set(uri, diagnostics));
  connection.onNotification(
    LogMessageNotification.type,
    ({ type, message }) => void (type === MessageType.Error && complaints.push(message)),
  );
  connection.onRequest(readFileRequest, async ({ uri }: UriParams) => {
    await beforeRead?.(uri);
    const bytes = await files?.read(uri);
    return bytes ? Buffer.from(bytes).toString('base64') : null;
  });
  connection.onRequest(listFolderRequest, async ({ uri }: UriParams) => (await files?.list(uri)) ?? null);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    // With what only some clients have, so that what a bundle leaves out is missed.
    capabilities: { ...able, workspace: { ...able.workspace, textDocumentContent: {} } },
    initializationOptions: { servesFiles: files !== undefined },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    process: server,
    connection,
    ended,
    complaints,
    published,
    open: (uri, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'policy-draft', version: 1, text },
      }),
    async diagnose(uri) {
      const report: DocumentDiagnosticReport = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      if (report.kind !== 'full') throw new Error(`the report on ${uri} is ${report.kind}`);
      return report.items;
    },
    changed: (uri, type = FileChangeType.Changed) =>
      connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] }),
    async end() {
      connection.dispose();
      server.kill('SIGKILL');
      await ended;
    },
  };
};
