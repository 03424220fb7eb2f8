import { afterEach, describe, expect, it } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type Diagnostic,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
  HoverRequest,
  type MarkupContent,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver-protocol/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Corrected,
  type CorrectParams,
  correctRequest,
  type Decision,
  decideRequest,
  listFolderRequest,
  type Overview,
  overviewRequest,
  readFileRequest,
  type UriParams,
  type WriteFileParams,
  writeFileRequest,
} from '../../../server/protocol.ts';
import { type Editor, MemoryFiles, shown, signal, startEditor } from '../client.ts';
import { draft, draftOf, files, folder } from '../papers.ts';

let editor: Editor;
let memory: MemoryFiles;
let document: TextDocument;
afterEach(() => editor.stop());

const record = `${folder}/heshu.reviewed.json`;
const textOf = (path: string): string => {
  const content = memory.files[path]!;
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
};
const initializationOptions = { reviews: true };

const start = async (text = draft, more: Record<string, string> = {}, name = 'draft'): Promise<void> => {
  memory = new MemoryFiles({ ...files(), ...more });
  editor = await startEditor({ files: memory }, { initializationOptions });
  document = editor.open(`${folder}/${name}.zcg`, text);
};

const diagnostics = async (of = document): Promise<Diagnostic[]> => {
  const answer = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: of.uri } });
  return (answer as FullDocumentDiagnosticReport).items;
};
const findings = async (of = document): Promise<string[]> => shown(of, await diagnostics(of));

const at = (words: string) => {
  const offset = document.getText().indexOf(words);
  return { start: document.positionAt(offset), end: document.positionAt(offset + words.length) };
};

const hoverAt = async (words: string): Promise<string> => {
  const position = at(words).start;
  const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri: document.uri }, position });
  return (hover as { contents: MarkupContent }).contents.value;
};

const actionsAt = async (words: string, context = {}): Promise<CodeAction[]> =>
  ((await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: document.uri },
    range: at(words),
    context: { diagnostics: await diagnostics(), ...context },
  })) ?? []) as CodeAction[];

const decide = (decision: Decision): Promise<string | null> =>
  editor.connection.sendRequest(decideRequest, { uri: document.uri, ...decision });
const correct = (params: Omit<CorrectParams, 'uri'>): Promise<Corrected> =>
  editor.connection.sendRequest(correctRequest, { uri: document.uri, ...params });
const overview = async (): Promise<Overview> => (await editor.connection.sendRequest<Overview>(overviewRequest, { uri: document.uri }))!;

/** What the client's command does once it has asked. */
const setAside = async (words: string): Promise<string> => {
  const action = (await actionsAt(words)).find(({ command }) => command?.command === 'heshu.setAside')!;
  const [uri, key] = action.command!.arguments as [string, string];
  expect(uri).toBe(document.uri);
  expect(await decide({ action: 'setAside', key, reason: '同口径', by: '综合科' })).toBeNull();
  return key;
};

describe('code actions', () => {
  it('offer what reviewers decide, at a finding and at a figure', async () => {
    await start();
    expect((await actionsAt('4.8%')).map(({ title }) => title)).toEqual([
      expect.stringContaining('重算'),
      '搁置此问题…（写明理由）',
      '据文件核定4.8%…',
      '基期已修订：录入修订数…（2024年报告“一”第1段 2023年财政总收入248亿元）',
      '基期读错了…（2024年报告“一”第1段 2023年财政总收入248亿元）',
    ]);
    expect((await actionsAt('262亿元')).map(({ title }) => title)).toEqual([
      '据文件核定262亿元…',
      '基期已修订：录入修订数…（2024年报告“一”第1段 2023年财政总收入248亿元）',
      '基期读错了…（2024年报告“一”第1段 2023年财政总收入248亿元）',
    ]);
  });

  it('speak of a base only where it is one: this year’s value on a sheet is not', async () => {
    await start(draft, { [`${folder}/数据表/快报.csv`]: '2024年主要指标\n指标,单位,上年数,本年数\n财政总收入,亿元,249,273\n' });
    const titles = (await actionsAt('262亿元')).map(({ title }) => title);
    expect(titles.filter((title) => /数据表|基期/.test(title))).toEqual([
      '改为数据表的273亿元',
      '数据表读错了…（《2024年主要指标》第3行 2024年财政总收入273亿元）',
    ]);
    const ofBase = (await actionsAt('4.8%')).map(({ title }) => title).filter((title) => title.includes('基期'));
    expect(ofBase.slice(0, 2)).toEqual([
      '基期已修订：录入修订数…（《2024年主要指标》第3行 2023年财政总收入249亿元）',
      '基期读错了…（《2024年主要指标》第3行 2023年财政总收入249亿元）',
    ]);
  });

  it('are not shown behind every figure that the caret passes, nor to a client that cannot ask', async () => {
    await start();
    expect(await actionsAt('262亿元', { triggerKind: CodeActionTriggerKind.Automatic })).toEqual([]);
    editor.stop();
    editor = await startEditor({ files: memory });
    document = editor.open(document.uri, draft);
    expect((await actionsAt('4.8%')).map(({ kind }) => kind)).toEqual(['quickfix']);
  });
});

describe('a finding that is set aside', () => {
  it('goes from the diagnostics into the overview, and comes back from there', async () => {
    await start();
    const before = await findings();
    const key = await setAside('4.8%');
    expect(await findings()).toEqual(before.filter((finding) => finding !== 'growth-rate: 4.8%'));
    const { setAside: aside, findings: open } = await overview();
    expect(aside).toMatchObject([
      { key, rule: 'growth-rate', reason: '同口径', by: '综合科', on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ]);
    expect(open.flatMap(({ items }) => items).map(({ rule }) => rule)).not.toContain('growth-rate');
    expect(await decide({ action: 'restore', key })).toBeNull();
    expect(await findings()).toEqual(before);
  });

  it('stays so in a draft of another name, and comes back when its figure changes', async () => {
    await start();
    await setAside('4.8%');
    const renamed = editor.open(`${folder}/draft-0112.zcg`, draft);
    expect(await findings(renamed)).not.toContain('growth-rate: 4.8%');
    editor.edit(renamed, '4.8%', '4.7%');
    expect(await findings(renamed)).toContain('growth-rate: 4.7%');
  });

  it('follows what another person writes into the file', async () => {
    await start();
    await setAside('4.8%');
    const written = memory.files[record]!;
    const other = new MemoryFiles({ ...files(), [record]: written });
    editor.stop();
    editor = await startEditor({ files: other }, { initializationOptions });
    document = editor.open(document.uri, draft);
    expect(await findings()).not.toContain('growth-rate: 4.8%');
    delete other.files[record];
    void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: record, type: 3 }] });
    expect(await findings()).toContain('growth-rate: 4.8%');
  });

  it('is written into the file as it is by then: what others decided stays', async () => {
    await start();
    await setAside('4.8%');
    const content = JSON.parse(textOf(record));
    content.drafts[0].setAside.push({ ...content.drafts[0].setAside[0], key: 'of another', message: '别人的' });
    memory.files[record] = JSON.stringify(content);
    await setAside('83.1%');
    const after = JSON.parse(textOf(record));
    expect(after.drafts[0].setAside.map(({ key }: { key: string }) => key)).toContain('of another');
    expect(after.drafts[0].setAside).toHaveLength(3);
  });
});

describe('a figure that is confirmed', () => {
  const body = '新增停车泊位2000个。带动消费56亿元。';
  const unevidenced = async (): Promise<string[]> =>
    (await overview()).unevidenced.flatMap(({ items }) => items).map(({ printed }) => printed);

  it('is checked, comes back when it is edited, and can be taken back', async () => {
    await start(draftOf(body));
    expect(await unevidenced()).toEqual(['2000个', '56亿元']);
    const position = at('2000个').start;
    expect(await decide({ action: 'confirm', position, printed: '2000个', paper: '城管局台账', by: '统计局' })).toBeNull();
    expect(await unevidenced()).toEqual(['56亿元']);
    expect((await actionsAt('2000个')).map(({ title }) => title)).toEqual([
      expect.stringMatching(/^撤销核定（统计局，[\d-]+，据城管局台账）$/),
    ]);
    expect(await hoverAt('2000个')).toMatch(/\n\n已核定：统计局据《城管局台账》，\d{4}-\d\d-\d\d。$/);
    editor.edit(document, '2000个', '2100个');
    const [changed] = await diagnostics();
    expect(changed).toMatchObject({
      code: 'confirmed-value',
      severity: 2,
      message: expect.stringContaining('统计局据《城管局台账》核定为2000个'),
    });
    editor.edit(document, '2100个', '2000个');
    expect(await decide({ action: 'withdraw', position, printed: '2000个' })).toBeNull();
    expect(await unevidenced()).toEqual(['2000个', '56亿元']);
  });

  it('is not one that changed meanwhile', async () => {
    await start(draftOf(body));
    const decision = { action: 'confirm', position: at('2000个').start, printed: '2001个', paper: '台账', by: '统计局' } as const;
    expect(await decide(decision)).toContain('请再试一次');
    expect(memory.files[record]).toBeUndefined();
  });
});

describe('a base that was revised or misread', () => {
  const factOf = async (words: string, command: string): Promise<string> =>
    ((await actionsAt(words)).find((action) => action.command?.command === command)!.command!.arguments as string[])[1]!;
  const corrections = (): string => textOf(`${folder}/基期/更正.csv`);

  it('the revised value holds for all that rests on it, and says by which paper', async () => {
    await start();
    const fact = await factOf('4.8%', 'heshu.reviseBase');
    expect(await correct({ fact, revised: { value: '248.4', paper: '2023年决算报告', by: '财政局' } })).toEqual({
      uri: expect.stringContaining('/%E6%9B%B4%E6%AD%A3.csv'),
      line: 1,
    });
    const { message } = (await diagnostics()).find(({ code }) => code === 'growth-rate')!;
    expect(message).toContain('262÷248.4－1＝5.5%');
    expect(message).toContain('见2024年报告“一”第1段（据《2023年决算报告》修订）');
    const again = await factOf('4.8%', 'heshu.reviseBase');
    expect(await correct({ fact: again, revised: { value: '250亿元', paper: '《更新的决算》', by: '财政局' } })).toMatchObject({ line: 1 });
    expect(await findings()).not.toContain('growth-rate: 4.8%');
    expect(corrections().trim().split('\r\n')).toHaveLength(2);
    expect(corrections()).not.toContain('2023年决算报告');
  });

  it('is refused where it is no such amount', async () => {
    await start();
    const fact = await factOf('4.8%', 'heshu.reviseBase');
    for (const value of ['约', '249公里', '249亿元左右'])
      expect(await correct({ fact, revised: { value, paper: '决算报告', by: '财政局' } })).toHaveProperty('problem');
    expect(await correct({ fact: 'nothing' })).toHaveProperty('problem');
  });

  it('the row of one that was misread stands in the file, to be put right there', async () => {
    const old = '\ufeffname,region,low,unit,period,source,note\r\n"利润",云溪区,3,亿元,2023,上年报告,"a,b"\r\n';
    await start(draft, { [`${folder}/基期/更正.csv`]: old });
    const fact = await factOf('4.8%', 'heshu.correctBase');
    const answer = (await correct({ fact })) as { line: number };
    const lines = corrections().replace('\ufeff', '').split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^name,region,low,unit,period,source,note,id,/),
      '利润,云溪区,3,亿元,2023,上年报告,"a,b"',
    ]);
    expect(lines[answer.line]).toMatch(/^财政总收入,云溪区,248,亿元,2023,上年报告,,上年报告-/);
    expect(await findings()).toContain('growth-rate: 4.8%');
    expect(await correct({ fact })).toMatchObject({ line: answer.line });
    memory.files[`${folder}/基期/更正.csv`] = corrections().replace('248,亿元', '250,亿元');
    void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder}/基期/更正.csv`, type: 2 }] });
    expect(await findings()).not.toContain('growth-rate: 4.8%');
  });

  it('a table that is none of facts is left alone', async () => {
    await start(draft, { [`${folder}/基期/更正.csv`]: '序号,说明\r\n1,见附件\r\n' });
    const fact = await factOf('4.8%', 'heshu.correctBase');
    expect(await correct({ fact })).toEqual({ problem: '更正.csv：表头里没有 low、period 两栏，不是依据表，没有改动' });
  });

  it('beside the packaged baseline it makes a folder of sheets, which leaves that baseline in force', async () => {
    memory = new MemoryFiles({});
    editor = await startEditor({ files: memory }, { initializationOptions });
    const text =
      '政府工作报告\n\n2025年1月16日在钱塘区第一届人民代表大会第五次会议上\n\n一、2024年工作回顾\n\n财政总收入262亿元，增长4.8%。\n';
    document = editor.open(`${folder}/draft.zcg`, text);
    const fact = await factOf('4.8%', 'heshu.reviseBase');
    expect(await correct({ fact, revised: { value: '250', paper: '决算报告', by: '财政局' } })).toMatchObject({
      uri: expect.stringContaining(encodeURIComponent('数据表')),
    });
    expect(await findings()).toEqual([]);
    expect((await overview()).sources.length).toBeGreaterThan(1);
  });
});

describe('a file of decisions that cannot be read', () => {
  it('is named in the list of problems, nothing in it holds, and nothing is written over it', async () => {
    const marked = '{\n<<<<<<< HEAD\n}\n';
    const told = signal<Diagnostic[]>();
    memory = new MemoryFiles({ ...files(), [record]: marked });
    editor = await startEditor(
      { files: memory },
      {
        initializationOptions,
        prepare: (connection) =>
          connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics: items }) => {
            if (uri === record) told.give(items);
          }),
      },
    );
    document = editor.open(`${folder}/draft.zcg`, draft);
    const growth = (await diagnostics()).find(({ code }) => code === 'growth-rate')!;
    expect((await told.given)[0]).toMatchObject({ message: expect.stringContaining('冲突标记'), range: { start: { line: 1 } } });
    const { key } = growth.data as { key: string };
    expect(await decide({ action: 'setAside', key, reason: '同口径', by: '综合科' })).toContain('冲突标记');
    expect(memory.files[record]).toBe(marked);
  });
});

it('where the client owns the files it writes them; what it refuses is told', async () => {
  const root = 'vscode-vfs://github/w';
  memory = new MemoryFiles(Object.fromEntries(Object.entries(files()).map(([path, text]) => [path.replace(folder, root), text])));
  let refusal: string | null = null;
  editor = await startEditor(
    {},
    {
      initializationOptions: { servesFiles: true, reviews: true },
      prepare: (connection) => {
        connection.onRequest(readFileRequest, async ({ uri }: UriParams) => {
          const bytes = await memory.read(uri);
          return bytes ? Buffer.from(bytes).toString('base64') : null;
        });
        connection.onRequest(listFolderRequest, async ({ uri }: UriParams) => (await memory.list(uri)) ?? null);
        connection.onRequest(writeFileRequest, async ({ uri, content }: WriteFileParams) => {
          if (refusal === null) await memory.write(uri, Buffer.from(content, 'base64'));
          return refusal;
        });
      },
    },
  );
  document = editor.open(`${root}/draft.zcg`, draft);
  const key = await setAside('4.8%');
  expect(await findings()).not.toContain('growth-rate: 4.8%');
  refusal = '只读';
  expect(await decide({ action: 'restore', key })).toBe('heshu.reviewed.json：写不进去（只读）');
  expect(await findings()).not.toContain('growth-rate: 4.8%');
});

it('a file that is open is changed on the screen', async () => {
  memory = new MemoryFiles({ ...files(), [`${folder}/基期/更正.csv`]: '' });
  let shownText = 'region,name,low,unit,period,source\r\n';
  const path = `${folder}/基期/更正.csv`;
  editor = await startEditor(
    { files: memory },
    {
      initializationOptions,
      prepare: (connection) =>
        connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
          shownText = edit.changes![path]![0]!.newText;
          return { applied: true };
        }),
    },
  );
  editor.open(path, shownText, 'plaintext');
  document = editor.open(`${folder}/draft.zcg`, draft);
  const [, , , action] = await actionsAt('4.8%');
  const [, fact] = action!.command!.arguments as [string, string];
  await correct({ fact, revised: { value: '250', paper: '决算报告', by: '财政局' } });
  expect(shownText).toContain('云溪区,财政总收入,250,亿元,2023,上年报告');
  expect(memory.files[path]).toBe('');
});

it('an unsaved document has no place for decisions', async () => {
  editor = await startEditor({}, { initializationOptions });
  document = editor.open('untitled:Untitled-1', draft);
  const [found] = await diagnostics();
  const { key } = found!.data as { key: string };
  expect(await decide({ action: 'setAside', key, reason: '同口径', by: '综合科' })).toBe('请先把文稿存到一个文件夹里');
});
