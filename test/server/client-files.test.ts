import { afterEach, expect, it } from 'vitest';
import { DocumentDiagnosticRequest, type FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { listFolderRequest, readFileRequest, type UriParams } from '../../server/protocol.ts';
import { type Editor, MemoryFiles, shown, startEditor } from './client.ts';
import { draft, files } from './papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

it('a server without files of its own reads configuration and baseline through the client', async () => {
  // A virtual workspace: no file: URIs anywhere.
  const folder = 'vscode-vfs://github/w';
  const memory = new MemoryFiles(
    Object.fromEntries(Object.entries(files()).map(([path, text]) => [path.replace('file:///w', folder), text])),
  );
  editor = await startEditor(
    {},
    {
      initializationOptions: { servesFiles: true },
      prepare: (connection) => {
        connection.onRequest(readFileRequest, async ({ uri }: UriParams) => {
          const bytes = await memory.read(uri);
          return bytes ? Buffer.from(bytes).toString('base64') : null;
        });
        connection.onRequest(listFolderRequest, async ({ uri }: UriParams) => (await memory.list(uri)) ?? null);
      },
    },
  );
  const document = editor.open(`${folder}/draft.zcg`, draft);
  const answer = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: document.uri } });
  expect(shown(document, (answer as FullDocumentDiagnosticReport).items)).toContain('growth-rate: 4.8%');
  expect(memory.reads).toContain(`${folder}/基期/上年报告.txt`);
});

it('nothing is read where nobody serves files', async () => {
  editor = await startEditor({});
  const document = editor.open('file:///w/draft.zcg', draft);
  const answer = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: document.uri } });
  expect(shown(document, (answer as FullDocumentDiagnosticReport).items)).toContain('approximation: 近56亿元左右');
});
