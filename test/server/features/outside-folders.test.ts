import { afterEach, expect, it } from 'vitest';
import {
  type Diagnostic,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
  PublishDiagnosticsNotification,
  ShowMessageRequest,
} from 'vscode-languageserver-protocol/node';
import { allowFolderNotification, type InitializationOptions, type UriParams } from '../../../server/protocol.ts';
import { type Editor, MemoryFiles, shown, signal, startEditor } from '../client.ts';
import { draft, folder, lastYear } from '../papers.ts';

let editor: Editor;
let memory: MemoryFiles;
/** What the server said at `heshu.json`. */
let problems: readonly Diagnostic[];
afterEach(() => editor.stop());

const elsewhere = 'file:///elsewhere/%E4%B8%8A%E5%B9%B4';
const start = async (baseline: string, answer: string, initializationOptions: InitializationOptions = {}) => {
  problems = [];
  memory = new MemoryFiles({
    [`${folder}/heshu.json`]: JSON.stringify({ region: '云溪区', baseline }),
    'file:///elsewhere/上年/上年报告.txt': lastYear,
    'file:///w/共用/上年报告.txt': lastYear,
    [`${folder}/2025/heshu.json`]: JSON.stringify({ region: '云溪区', baseline: '../共用' }),
  });
  const [asked, allowed] = [signal<string>(), signal<UriParams>()];
  editor = await startEditor(
    { files: memory },
    {
      initializationOptions,
      prepare: (connection) => {
        connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
          asked.give(message);
          return actions?.find(({ title }) => title === answer) ?? null;
        });
        connection.onNotification(allowFolderNotification, (params: UriParams) => allowed.give(params));
        connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
          problems = diagnostics;
        });
      },
    },
  );
  return { asked, allowed };
};
const rules = async (name = 'draft.zcg'): Promise<string[]> => {
  const document = editor.open(`${folder}/${name}`, draft);
  const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: document.uri } });
  return shown(document, (report as FullDocumentDiagnosticReport).items).map((line) => line.split(':')[0] as string);
};
const readElsewhere = (): string[] => memory.reads.filter((path) => path.includes('elsewhere'));

it.each(['../elsewhere/上年', '/elsewhere/上年', '基期/../../elsewhere/上年'])(
  'settings cannot name papers beyond the open folders: %s',
  async (baseline) => {
    const { asked } = await start(baseline, '不读');
    expect(await rules()).toEqual(['approximation']);
    expect(await asked.given).toContain('file:///elsewhere/上年');
    expect(readElsewhere()).toEqual([]);
    expect(problems.map(({ message }) => message).join()).toContain(`heshu.json：${baseline} 在它所在的文件夹之外，没有读`);
    expect(await rules('另.zcg')).toEqual(['approximation']);
    expect(readElsewhere()).toEqual([]);
  },
);

it('unless the user allows it, and the client keeps that', async () => {
  const { allowed } = await start('../elsewhere/上年', '允许读取');
  await rules();
  expect(await allowed.given).toEqual({ uri: elsewhere });
  expect(await rules()).toContain('growth-rate');
  expect(problems).toEqual([]);
});

it('or chose the folder', async () => {
  await start('../elsewhere/上年', '不读');
  await editor.connection.sendNotification(allowFolderNotification, { uri: elsewhere });
  expect(await rules()).toContain('growth-rate');
});

it('or allowed it before', async () => {
  await start('../elsewhere/上年', '不读', { allowedFolders: [elsewhere] });
  expect(await rules()).toContain('growth-rate');
});

it('a folder beside that of the settings may be named where both are open', async () => {
  await start('基期', '不读');
  expect(await rules('2025/draft.zcg')).toContain('growth-rate');
});
