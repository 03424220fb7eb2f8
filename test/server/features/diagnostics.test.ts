import { afterEach, describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  FileChangeType,
  type FullDocumentDiagnosticReport,
  HoverRequest,
  LSPErrorCodes,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
} from 'vscode-languageserver-protocol/node';
import { docxOf } from '../../readers/docx-file.ts';
import { able, type Editor, MemoryFiles, shown, signal, startEditor } from '../client.ts';
import { draft, draftOf, files, folder, lastYear } from '../papers.ts';

const uri = `${folder}/draft.zcg`;
let editor: Editor;
afterEach(() => editor.stop());

const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
  editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
    ...(previousResultId !== undefined && { previousResultId }),
  });
const items = async (): Promise<Diagnostic[]> => ((await pull()) as FullDocumentDiagnosticReport).items;

const all = ['growth-rate: 4.8%', 'baseline-value: 83.1%', 'approximation: 近56亿元左右'];

describe('pulled diagnostics', () => {
  it('mark the words that do not hold', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) });
    expect(editor.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
    const document = editor.open(uri, draft);
    expect(shown(document, await items())).toEqual(all);
  });

  it('name the rule with its page and lead to the words of last year’s paper', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()), rulePage: 'file:///docs/{rule}.md' });
    editor.open(uri, draft);
    const [growth] = await items();
    expect(growth?.source).toBe('核数');
    expect(growth?.codeDescription?.href).toBe('file:///docs/growth-rate.md');
    expect(String(growth?.message).split('\n')).toHaveLength(3);
    const [related] = growth?.relatedInformation ?? [];
    expect(decodeURI(related?.location.uri ?? '')).toBe(`${folder}/基期/上年报告.txt`);
    const { start, end } = related!.location.range;
    expect(lastYear.split('\n')[start.line]?.slice(start.character, end.character)).toBe('248亿元');
  });

  it('lead to other places of the draft, but not within the sentence', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) });
    editor.open(uri, draftOf('进出口总额7.62亿元，其中出口6.93亿元，进口0.96亿元。全区粮食产量4.2万吨。粮食产量4.3万吨。'));
    const led = (await items()).map(({ code, relatedInformation = [] }) => [code, relatedInformation.map(({ message }) => message)]);
    expect(led).toContainEqual(['sum', []]);
    expect(led).toContainEqual(['restatement', ['“一”第1段：粮食产量4.2万吨']]);
  });

  it('are told to be unchanged when they are', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) });
    editor.open(uri, draft);
    const first = await pull();
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });

  it('are told to be unchanged after an edit that leaves them where they are', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) });
    const document = editor.open(uri, `${draft}全面贯彻落实决策部署。\n`);
    const { resultId } = await pull();
    editor.edit(document, '全面贯彻落实决策', '全面深入贯彻落实决策');
    expect(await pull(resultId)).toEqual({ kind: 'unchanged', resultId });
  });

  it('are told anew where an edit moves or touches them', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) });
    const document = editor.open(uri, draft);
    let { resultId } = await pull();
    for (const [from, to] of [
      ['财政总收入262亿元', '全区财政总收入262亿元'],
      // The same number again: an editor has lost the mark of what it replaced.
      ['4.8%', '4.8%'],
      [draft.replace('财政总收入262亿元', '全区财政总收入262亿元'), draft],
      [draft, draft],
    ] as const) {
      editor.edit(document, from, to);
      const answer = await pull(resultId);
      expect([answer.kind, answer.resultId === resultId]).toEqual(['full', false]);
      resultId = answer.resultId;
      expect(shown(document, (answer as FullDocumentDiagnosticReport).items)).toEqual(all);
    }
  });

  it('reach texts that heshu.json names, and no others', async () => {
    const config = '{ "region": "云溪区", "baseline": "基期", "drafts": ["送审/*.txt", "上*.txt"] }';
    editor = await startEditor({ files: new MemoryFiles({ ...files(), [`${folder}/heshu.json`]: config }) });
    const report = async (path: string): Promise<number> => {
      editor.open(path, draft, 'plaintext');
      const answer = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: path } });
      return (answer as FullDocumentDiagnosticReport).items.length;
    };
    expect(await report(`${folder}/${encodeURIComponent('送审')}/a.txt`)).toBe(3);
    expect(await report(`${folder}/notes.txt`)).toBe(0);
    // A paper of the baseline is no draft, though its name fits.
    expect(await report(`${folder}/${encodeURIComponent('基期')}/${encodeURIComponent('上年报告')}.txt`)).toBe(0);
  });

  it('come in English where the client asks for it', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) }, { initializationOptions: { language: 'en' } });
    editor.open(uri, draft);
    expect((await items())[0]?.message).toContain('disagree');
  });

  it('wait while a number is being typed, and not after', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) });
    const document = editor.open(uri, draftOf('过去一年，财政总收入262亿元，增长。'));
    expect(await items()).toEqual([]);
    editor.edit(document, '，增长', '，增长4');
    const started = performance.now();
    const halfWay = items();
    editor.edit(document, '增长4', '增长4.8%');
    const whole = items();
    expect(shown(document, await whole)).toEqual(['growth-rate: 4.8%']);
    expect(performance.now() - started).toBeLessThan(500);
    // An answer that comes late all the same speaks of the text as it is then.
    expect(shown(document, await halfWay)).toEqual(['growth-rate: 4.8%']);
  });

  it('come for a number left half typed when the writer rests', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) });
    const document = editor.open(uri, draft);
    await items();
    editor.edit(document, '财政总收入262', '财政总收入26');
    expect((await items())[0]?.message).toContain('26亿元');
  });

  it('of a text that has changed since are refused, so that the client asks again', async () => {
    const slow = new MemoryFiles(files());
    const read = slow.read.bind(slow);
    const [reading, release] = [signal(), signal()];
    slow.read = async (path) => {
      reading.give();
      await release.given;
      return read(path);
    };
    editor = await startEditor({ files: slow });
    const document = editor.open(uri, draft);
    const late = pull();
    await reading.given;
    editor.edit(document, '近', '约');
    // Answered after the edit has arrived.
    await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri: 'file:///other' }, position: { line: 0, character: 0 } });
    release.give();
    await expect(late).rejects.toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    expect(shown(document, await items())).toContain('approximation: 约56亿元左右');
  });

  it('are asked for anew when a paper of the baseline changes, and read it anew', async () => {
    const memory = new MemoryFiles(files());
    const refresh = signal();
    editor = await startEditor(
      { files: memory },
      { prepare: (connection) => connection.onRequest(DiagnosticRefreshRequest.type, () => refresh.give()) },
    );
    const document = editor.open(uri, draft);
    await items();
    const paper = `${folder}/基期/上年报告.txt`;
    memory.files[paper] = lastYear.replace('248亿元', '250亿元').replace('81.3%', '83.1%');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: encodeURI(paper), type: FileChangeType.Changed }],
    });
    await refresh.given;
    expect(shown(document, await items())).toEqual(['approximation: 近56亿元左右']);
    expect(memory.reads.filter((path) => path === paper).length).toBeGreaterThan(1);
  });

  it('follow a folder of papers that appears beside the draft, without any heshu.json', async () => {
    const memory = new MemoryFiles({ [`${folder}/便条.txt`]: '' });
    const refresh = signal();
    editor = await startEditor(
      { files: memory },
      { prepare: (connection) => connection.onRequest(DiagnosticRefreshRequest.type, () => refresh.give()) },
    );
    const document = editor.open(uri, draft);
    expect(shown(document, await items())).not.toContain('growth-rate: 4.8%');
    const paper = `${folder}/上年/上年报告.txt`;
    memory.files[paper] = lastYear;
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: encodeURI(paper), type: FileChangeType.Created }],
    });
    await refresh.given;
    expect(shown(document, await items())).toContain('growth-rate: 4.8%');
  });

  it('hold the text against the draft’s own tables, as it is typed', async () => {
    editor = await startEditor({ files: new MemoryFiles(files()) });
    const text = (head: string): string =>
      draftOf(`${head}\n附件\n主要指标\n指标\t单位\t2024年\n粮食总产量\t万吨\t33.0\n财政总收入\t亿元\t262`);
    const document = editor.open(uri, text('粮食总产量30万吨，财政总收入262亿元。'));
    const [found] = await items();
    expect(shown(document, await items())).toEqual(['restatement: 30万吨']);
    expect(shown(document, [{ ...found, range: found?.relatedInformation?.[0]?.location.range } as Diagnostic])).toEqual([
      'restatement: 粮食总产量\t万吨\t33.0',
    ]);
    editor.edit(document, '30万吨', '约33万吨');
    expect(shown(document, await items())).toEqual([]);
    editor.edit(document, '\t262', '\t263');
    expect(shown(document, await items())).toEqual(['restatement: 262亿元']);
  });

  it('and against tables and notes that lie beside it, which may change', async () => {
    const table = (grain: string): string => `指标,单位,2024年,增速\n粮食总产量,万吨,${grain},2.1\n`;
    const memory = new MemoryFiles({
      ...files(),
      [`${folder}/附表.csv`]: table('33.0'),
      [`${folder}/名词解释.docx`]: docxOf('名词解释\n1.保障性租赁住房：2024年新开工保障性租赁住房3200套。'),
      [`${folder}/附件.docx`]: docxOf('坏').subarray(0, 300),
      [`${folder}/通讯录.csv`]: '指标,单位,2024年\n粮食总产量,万吨,99\n',
    });
    const refreshed = signal();
    editor = await startEditor(
      { files: memory },
      { prepare: (connection) => connection.onRequest(DiagnosticRefreshRequest.type, () => refreshed.give()) },
    );
    const document = editor.open(uri, draftOf('粮食总产量30万吨，增长2.1%。新开工保障性租赁住房3000套。'));
    const found = await items();
    expect(shown(document, found)).toEqual(['restatement: 30万吨', 'restatement: 3000套']);
    expect(String(found[0]?.message).split('\n')[1]).toBe('附表.csv《附表》第2行写的是33.0万吨，同一指标、同一时期');
    expect(String(found[1]?.message).split('\n')[1]).toBe('《名词解释》“1”第1段写的是3200套，同一指标、同一时期');
    memory.files[`${folder}/附表.csv`] = table('30');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${folder}/${encodeURIComponent('附表')}.csv`, type: FileChangeType.Changed }],
    });
    await refreshed.given;
    expect(shown(document, await items())).toEqual(['restatement: 3000套']);
  });

  it('read a baseline once for all drafts and versions', async () => {
    const memory = new MemoryFiles(files());
    editor = await startEditor({ files: memory });
    const document = editor.open(uri, draft.replace('4.8%', '5.6%').replace('83.1%', '81.3%'));
    await items();
    editor.edit(document, '近', '约');
    await items();
    expect(memory.reads).toEqual([`${folder}/heshu.json`, `${folder}/基期/上年报告.txt`]);
  });

  it('hold a draft against a paper as it stands on the screen', async () => {
    const refresh = signal();
    editor = await startEditor(
      { files: new MemoryFiles(files()) },
      { prepare: (connection) => connection.onRequest(DiagnosticRefreshRequest.type, () => refresh.give()) },
    );
    const document = editor.open(uri, draft);
    const paper = editor.open(encodeURI(`${folder}/基期/上年报告.txt`), lastYear, 'plaintext');
    await items();
    editor.edit(paper, '248亿元', '250亿元');
    await refresh.given;
    expect(shown(document, await items())).not.toContain('growth-rate: 4.8%');
  });
});

describe('pushed diagnostics', () => {
  const unable = { ...able, textDocument: { publishDiagnostics: { relatedInformation: true } } };

  const start = async (memory: MemoryFiles): Promise<{ next(): Promise<PublishDiagnosticsParams> }> => {
    const published: PublishDiagnosticsParams[] = [];
    let wake = (): void => {};
    editor = await startEditor(
      { files: memory },
      {
        capabilities: unable,
        prepare: (connection) =>
          connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
            if (params.uri !== uri) return;
            published.push(params);
            wake();
          }),
      },
    );
    return {
      async next() {
        while (published.length === 0)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        return published.shift()!;
      },
    };
  };

  it('come for the latest version only', async () => {
    const { next } = await start(new MemoryFiles(files()));
    expect(editor.capabilities.diagnosticProvider).toBeUndefined();
    const document = editor.open(uri, draft);
    editor.edit(document, '近', '约');
    const { version, diagnostics } = await next();
    expect(version).toBe(2);
    expect(shown(document, diagnostics)).toEqual([...all.slice(0, 2), 'approximation: 约56亿元左右']);
  });

  it('come again when heshu.json changes', async () => {
    const memory = new MemoryFiles(files());
    const { next } = await start(memory);
    const document = editor.open(uri, draft);
    await next();
    memory.files[`${folder}/heshu.json`] = '{ "region": "云溪区", "baseline": "基期", "rules": { "growth-rate": "off" } }';
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${folder}/heshu.json`, type: FileChangeType.Changed }],
    });
    expect(shown(document, (await next()).diagnostics)).toEqual(all.slice(1));
  });
});

describe('problems outside the draft', () => {
  it('of heshu.json and of its folder stand at that file, on the line they speak of', async () => {
    const broken = '{\n  "region": "云溪区",\n  "baseline": "基期"\n  "year": 2025 }';
    const published = signal<PublishDiagnosticsParams>();
    editor = await startEditor(
      {
        files: new MemoryFiles({
          [`${folder}/heshu.json`]: broken,
          [`${folder}/基期/上年报告.txt`]: lastYear,
          [`${folder}/基期/旧报告.wps`]: '',
        }),
      },
      { prepare: (connection) => connection.onNotification(PublishDiagnosticsNotification.type, published.give) },
    );
    editor.open(uri, draft);
    await pull();
    const { uri: at, diagnostics } = await published.given;
    expect(at).toBe(`${folder}/heshu.json`);
    expect(diagnostics.map(({ range, message }) => [range.start.line, String(message).slice(0, 12)])).toEqual([
      [3, 'heshu.json 第'],
      [0, expect.stringContaining('旧报告.wps')],
    ]);
  });

  it('of what is attached to the draft stand at that file until it can be read', async () => {
    const memory = new MemoryFiles({
      ...files(),
      [`${folder}/附表.xlsx`]: '不是表格',
      [`${folder}/附件2.csv`]: '代表团,人数\n甲,三\n',
      [`${folder}/名词解释.docx`]: docxOf('名词解释').subarray(0, 300),
    });
    const told = new Map<string, Diagnostic[]>();
    const mended = signal<Diagnostic[]>();
    editor = await startEditor(
      { files: memory },
      {
        prepare: (connection) =>
          connection.onNotification(PublishDiagnosticsNotification.type, ({ uri: at, diagnostics }) => {
            told.set(decodeURI(at), diagnostics);
            if (decodeURI(at).endsWith('附表.xlsx') && diagnostics.length === 0) mended.give(diagnostics);
          }),
      },
    );
    editor.open(uri, draft);
    await pull();
    expect(
      [...told].map(([at, diagnostics]) => [at.slice(folder.length + 1), diagnostics.map(({ severity, message }) => [severity, message])]),
    ).toEqual([
      ['附表.xlsx', [[DiagnosticSeverity.Warning, expect.stringMatching(/^附表\.xlsx：/)]]],
      ['附件2.csv', [[DiagnosticSeverity.Information, '附件2.csv：表头里看不出“指标”和数值两栏，没有与文稿核对']]],
      ['名词解释.docx', [[DiagnosticSeverity.Warning, expect.stringMatching(/^名词解释\.docx：/)]]],
    ]);
    delete memory.files[`${folder}/附表.xlsx`];
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${folder}/${encodeURIComponent('附表')}.xlsx`, type: FileChangeType.Deleted }],
    });
    await pull();
    expect(await mended.given).toEqual([]);
  });

  it('such as a region without papers are told once', async () => {
    const messages: string[] = [];
    editor = await startEditor(
      { files: new MemoryFiles({}) },
      { prepare: (connection) => connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message)) },
    );
    const document = editor.open(uri, draft);
    await items();
    editor.edit(document, '近', '约');
    await items();
    expect(messages).toEqual([expect.stringContaining('没有云溪区的基期材料')]);
  });
});
