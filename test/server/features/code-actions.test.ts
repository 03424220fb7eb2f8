import { afterEach, expect, it } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, MemoryFiles, startEditor } from '../client.ts';
import { openAt } from '../marked.ts';
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

it('all wording is put right at once, where the client asks for that, and no value is touched', async () => {
  const opened = await openAt('规上工业企业数字化改造覆盖率由上年的83.1%提高到86.5%。\n带动消费近56亿元左右，餐饮消费约3亿元左右。');
  ({ editor } = opened);
  const { document, textDocument } = opened;
  const range = { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
  const ask = (only: string[]): Promise<CodeAction[]> =>
    editor.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [], only } }) as Promise<
      CodeAction[]
    >;
  const [action, ...others] = await ask(['source.fixAll']);
  expect(others).toEqual([]);
  expect(action).toMatchObject({ title: '改正全部文字问题', kind: 'source.fixAll.heshu' });
  expect(TextDocument.applyEdits(document, action?.edit?.changes?.[document.uri] ?? [])).toBe(
    document.getText().replace('近56亿元左右', '近56亿元').replace('约3亿元左右', '约3亿元'),
  );
  expect((await ask(['quickfix'])).map(({ kind }) => kind)).toEqual(['quickfix', 'quickfix', 'quickfix']);
});

it('a rate that neither the sheet nor the arithmetic bears out is told once, with one fix', async () => {
  const sheet = { [`${folder}/数据表/快报.csv`]: '2024年主要指标\n指标,单位,上年数,本年数,增速\n财政总收入,亿元,248,262,5.6%\n' };
  const opened = await openAt('财政总收入262亿元，增长4|.8%。', {}, sheet);
  ({ editor } = opened);
  const { textDocument, position, document } = opened;
  const { items } = (await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument })) as FullDocumentDiagnosticReport;
  expect(items.map(({ code }) => code).sort()).toEqual(['source-value']);
  const actions = (await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: items },
  })) as CodeAction[];
  expect(actions.map(({ title, diagnostics }) => [title, diagnostics?.length])).toEqual([['改为数据表的5.6%', 1]]);
  expect(TextDocument.applyEdits(document, actions[0]?.edit?.changes?.[document.uri] ?? [])).toContain('增长5.6%。');
});
