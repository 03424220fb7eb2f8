import { afterEach, expect, it } from 'vitest';
import { DocumentDiagnosticRequest, type FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { joinUri } from '../../server/uris.ts';
import { docxOf } from '../readers/docx-file.ts';
import { able, type Editor, MemoryFiles, startEditor } from './client.ts';
import { draft, files, folder, lastYear } from './papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

/** The places of the evidence on the growth rate of a draft, held against last year's report in this form. */
const evidence = async (name: string, content: string | Uint8Array, capabilities = able): Promise<{ message: string; uri: string }[]> => {
  const { [`${folder}/基期/上年报告.txt`]: _, ...others } = files();
  editor = await startEditor({ files: new MemoryFiles({ ...others, [`${folder}/基期/${name}`]: content }) }, { capabilities });
  const { uri } = editor.open(`${folder}/draft.zcg`, draft);
  const answer = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  const growth = (answer as FullDocumentDiagnosticReport).items.find(({ code }) => code === 'growth-rate');
  return (growth?.relatedInformation ?? []).map(({ message, location }) => ({ message, uri: decodeURIComponent(location.uri) }));
};

it('evidence from a text leads to its words', async () => {
  expect(await evidence('上年报告.txt', lastYear)).toEqual([
    { message: expect.stringContaining('“一”第1段'), uri: `${folder}/基期/上年报告.txt` },
  ]);
});

it('evidence from a Word document names section and paragraph, and leads to its words where the client shows them', async () => {
  const word = docxOf(lastYear);
  const message = expect.stringContaining('“一”第1段');
  expect(await evidence('上年报告.docx', word)).toEqual([{ message, uri: `${folder}/draft.zcg` }]);
  editor.stop();
  const shows = { ...able, workspace: { ...able.workspace, textDocumentContent: {} } };
  const uri = `heshu-paper:/基期/上年报告.docx（只读）?${joinUri(folder, '基期/上年报告.docx')}`;
  expect(await evidence('上年报告.docx', word, shows)).toEqual([{ message, uri }]);
});
