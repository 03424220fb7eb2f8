import { afterEach, expect, it } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, MemoryFiles, startEditor } from '../client.ts';
import { draft, files, folder } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

it('a rule’s fix is offered at its finding and changes what it says', async () => {
  editor = await startEditor({ files: new MemoryFiles(files()) });
  const document = editor.open(`${folder}/draft.zcg`, draft);
  const textDocument = { uri: document.uri };
  const { items } = (await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument })) as FullDocumentDiagnosticReport;
  const finding = items.find(({ code }) => code === 'baseline-value')!;
  const [action, ...others] = (await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: finding.range,
    context: { diagnostics: [finding] },
  })) as CodeAction[];
  expect(others).toEqual([]);
  expect(action).toMatchObject({ title: '改为往年文件的81.3%', kind: 'quickfix', diagnostics: [{ code: 'baseline-value' }] });
  expect(TextDocument.applyEdits(document, action?.edit?.changes?.[document.uri] ?? [])).toBe(draft.replace('83.1%', '81.3%'));
});
