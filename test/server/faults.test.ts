import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  HoverRequest,
  LSPErrorCodes,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import {
  type CheckSummary,
  checkRequest,
  type DecideParams,
  decideRequest,
  type Overview,
  overviewRequest,
} from '../../server/protocol.ts';
import { docxOf } from '../readers/docx-file.ts';
import { MemoryFiles, signal } from './client.ts';
import { config, draft, draftOf, lastYear } from './papers.ts';
import { isBuilt, type ProcessOptions, type ServerProcess, startProcess } from './process.ts';

// The client serves these files, so that a test decides what happens while the server waits for one.
const folder = 'vscode-vfs://offices/w';
const draftUri = `${folder}/draft.zcg`;
const paperUri = `${folder}/基期/上年报告.txt`;
const filesWith = (more: Record<string, string | Uint8Array> = {}): MemoryFiles =>
  new MemoryFiles({ [`${folder}/heshu.json`]: config, [paperUri]: lastYear, ...more });

let server: ServerProcess;
const start = async (options: ProcessOptions = {}): Promise<void> => {
  server = await startProcess({ files: filesWith(), ...options });
};
afterEach(() => server.end());

/** Starts a server that waits for the first file of this name until `served` is given; `asked` tells that it does. */
const startHeld = async (name: string, options: ProcessOptions = {}) => {
  const [asked, served] = [signal(), signal()];
  let isHeld = true;
  await start({
    ...options,
    beforeRead: async (uri) => {
      if (!isHeld || !decodeURIComponent(uri).includes(name)) return;
      isHeld = false;
      asked.give();
      await served.given;
    },
  });
  return { asked, served };
};

const rulesOf = async (uri = draftUri): Promise<unknown[]> => (await server.diagnose(uri)).map(({ code }) => code);
/** What a server that nothing happened to says of the draft. */
const whole = ['growth-rate', 'baseline-value', 'approximation'];

const change = (text: string, version = 2) =>
  server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: draftUri, version },
    contentChanges: [{ text }],
  });
const close = (uri = draftUri) => server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });

describe.skipIf(!isBuilt)('the language server goes on after a malformed message: one that', () => {
  const message = (body: string | Uint8Array, header = `Content-Length: ${Buffer.byteLength(body)}`): Buffer =>
    Buffer.concat([Buffer.from(`${header}\r\n\r\n`), Buffer.from(body)]);
  const call = (params: unknown, method = 'textDocument/hover', more = {}): string =>
    JSON.stringify({ jsonrpc: '2.0', id: 9999, method, params, ...more });

  it.each<[string, Buffer]>([
    ['is no JSON', message('{"jsonrpc": "2.0", ')],
    ['is no UTF-8', message(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))],
    ['is null', message('null')],
    ['is a number', message('7')],
    ['is a list', message('[1, "二", {}]')],
    ['is empty', message('')],
    ['is of another protocol', message('{"id": {"a": 1}, "method": 5, "jsonrpc": "1.0"}')],
    ['answers what nobody asked', message('{"jsonrpc": "2.0", "id": 424242, "result": {}}')],
    ['has a header of an unknown kind', message(call({}), `X-Anything: 一\r\nContent-Length: ${Buffer.byteLength(call({}))}`)],
    ['has a method that nobody knows', message(call({}, 'textDocument/无'))],
    ['has no parameters', message(call(undefined))],
    ['has a list for parameters', message(call([1, 2]))],
    ['has a number for a document', message(call({ textDocument: 5, position: 'x' }))],
    ['names no document', message(call({ textDocument: {}, position: {} }))],
    ['names a document that is no URI', message(call({ textDocument: { uri: '%E0%A4%A 稿' }, position: { line: -1, character: 1e99 } }))],
    [
      'opens a document without text',
      message(call({ textDocument: { uri: draftUri, languageId: 'policy-draft', version: 1 } }, 'textDocument/didOpen', { id: undefined })),
    ],
    [
      'changes a document without a version',
      message(call({ textDocument: { uri: draftUri }, contentChanges: [{ text: '' }] }, 'textDocument/didChange', { id: undefined })),
    ],
    [
      'changes a document by nothing',
      message(call({ textDocument: { uri: draftUri, version: 2 } }, 'textDocument/didChange', { id: undefined })),
    ],
    ['decides nothing', message(call({ uri: draftUri }, decideRequest))],
    ['decides on nothing', message(call(undefined, decideRequest))],
    ['asks for an overview of nothing', message(call(undefined, overviewRequest))],
  ])('%s', async (_, bytes) => {
    await start();
    server.process.stdin.write(bytes);
    await server.open(draftUri, draft);
    expect(await rulesOf()).toEqual(whole);
  });
});

describe.skipIf(!isBuilt)('the language server goes on after', () => {
  it('a document opened twice', async () => {
    await start();
    await server.open(draftUri, draftOf('带动消费近56亿元左右。'));
    await server.open(draftUri, draft);
    expect(await rulesOf()).toEqual(whole);
    await close();
    await close();
    expect(await rulesOf()).toEqual([]);
  });

  it('a document opened twice in mid-check', async () => {
    const { asked, served } = await startHeld('heshu.json');
    await server.open(draftUri, '');
    const early = server.diagnose(draftUri).catch((error: { code: number }) => error.code);
    await asked.given;
    await server.open(draftUri, draft);
    served.give();
    expect(await early).toBe(LSPErrorCodes.ServerCancelled);
    expect(await rulesOf()).toEqual(whole);
  });

  it('edits after close', async () => {
    await start();
    await server.open(draftUri, draft);
    await close();
    await change('财政总收入1亿元。');
    expect(await rulesOf()).toEqual([]);
    expect(
      await server.connection.sendRequest(HoverRequest.type, { textDocument: { uri: draftUri }, position: { line: 0, character: 0 } }),
    ).toBeNull();
    await server.open(draftUri, draft);
    expect(await rulesOf()).toEqual(whole);
  });

  it.each([null, 1, '2'])('edits that all have the version %j', async (version) => {
    await start();
    await server.open(draftUri, '甲');
    for (const text of ['乙', draft]) {
      await change(text, version as number);
      expect(await rulesOf()).toEqual(text === draft ? whole : []);
    }
  });

  it('edits that reach beyond the end of the document', async () => {
    await start();
    await server.open(draftUri, '甲');
    const far = { line: 9_000_000, character: 9_000_000 };
    await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: draftUri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: far }, text: '' },
        { range: { start: far, end: far }, text: draft },
      ],
    });
    expect(await rulesOf()).toEqual(whole);
  });

  describe('a baseline that, in mid-check,', () => {
    /** Opens the draft, lets something happen while the baseline is being read, and gives what is said in the end. */
    const inMidCheck = async (files: MemoryFiles, meanwhile: () => Promise<void>): Promise<unknown[]> => {
      const { asked, served } = await startHeld('上年报告', { files });
      await server.open(draftUri, draft);
      const early = server.diagnose(draftUri);
      await asked.given;
      await meanwhile();
      served.give();
      await early.catch(() => undefined);
      return rulesOf();
    };

    it('is deleted', async () => {
      const files = filesWith();
      const rules = await inMidCheck(files, () => {
        delete files.files[paperUri];
        return server.changed(paperUri, FileChangeType.Deleted);
      });
      expect(rules).toEqual(['approximation']);
    });

    it('is replaced', async () => {
      const files = filesWith();
      const rules = await inMidCheck(files, () => {
        files.files[paperUri] = lastYear.replace('248亿元', '250亿元');
        return server.changed(paperUri);
      });
      expect(rules).toEqual(['baseline-value', 'approximation']);
    });

    it('is replaced before anybody is told', async () => {
      const files = filesWith();
      await inMidCheck(files, async () => {
        files.files[paperUri] = lastYear.replace('248亿元', '250亿元');
      });
      await server.changed(paperUri);
      expect(await rulesOf()).toEqual(['baseline-value', 'approximation']);
    });

    it('is half-written, and whole a little later', async () => {
      const name = `${folder}/基期/上年报告.docx`;
      const bytes = docxOf(lastYear);
      const files = filesWith({ [name]: bytes });
      delete files.files[paperUri];
      const rules = await inMidCheck(files, async () => {
        files.files[name] = bytes.subarray(0, bytes.length / 2);
      });
      expect(rules).toEqual(['approximation']);
      expect(server.published.get(`${folder}/heshu.json`)?.map(({ message }) => message)).toEqual([
        '上年报告.docx：文件不完整或已损坏，请用 Word 或 WPS 打开后另存一份再核',
      ]);
      files.files[name] = bytes;
      await server.changed(name);
      expect(await rulesOf()).toEqual(whole);
      expect(server.published.get(`${folder}/heshu.json`)).toEqual([]);
    });

    it('is taken away with its folder', async () => {
      const files = filesWith();
      const rules = await inMidCheck(files, () => {
        files.files[`${folder}/heshu.json`] = '{ "region": "云溪区", "baseline": "旧基期" }';
        return server.changed(`${folder}/heshu.json`);
      });
      expect(rules).toEqual(['approximation']);
    });
  });

  it.each([
    ['has errors', '{ "region": "云溪区", "baseline": "基期", "year": "明年", "无": 1, "rules": { "sum": "loud" }, }', /year 应为年份/],
    ['breaks off', '{ "region": "云溪区", "baseline": "基期", "drafts": [', /第1行：JSON 写法有误/],
    ['is nested without end', '['.repeat(100_000), /JSON 写法有误（括号嵌套太深）/],
    ['is a list', '[]', /应为一个对象/],
    ['is empty', '', /第1行/],
    ['names what every object knows', '{ "constructor": {}, "baseline": "基期", "region": "云溪区" }', /不认识的设置 constructor/],
    ['is no text', '\u0000\u0001\u0002', /不是文本文件/],
    ['is far too large', ' '.repeat(2_000_000), /太大/],
  ])('a settings file that %s', async (_, text, problem) => {
    await start({ files: filesWith({ [`${folder}/heshu.json`]: text }) });
    await server.open(draftUri, draft);
    expect(await rulesOf()).toEqual(whole);
    const problems = server.published.get(`${folder}/heshu.json`)?.map(({ message }) => message) ?? [];
    expect(problems.join('\n')).toMatch(problem);
    await server.changed(`${folder}/heshu.json`);
    expect(await rulesOf()).toEqual(whole);
  });

  it('10,000 open documents', async () => {
    await start();
    const count = 10_000;
    const uriOf = (i: number): string => `${folder}/稿${i}.zcg`;
    for (let i = 0; i < count; i++) await server.open(uriOf(i), draft);
    expect(await rulesOf(uriOf(0))).toEqual(whole);
    expect(await rulesOf(uriOf(count - 1))).toEqual(whole);
    await server.changed(paperUri);
    expect(await rulesOf(uriOf(count / 2))).toEqual(whole);
    for (let i = 0; i < count - 1; i++) await close(uriOf(i));
    expect(await rulesOf(uriOf(count - 1))).toEqual(whole);
  });

  it('a file of 20 MB, of which it says what it does not check', async () => {
    await start();
    const paragraph = '全区深入推进各项工作，取得新的成效。\n';
    const text = `${draft}${paragraph.repeat(Math.ceil(20_000_000 / Buffer.byteLength(paragraph)))}带动消费近56亿元左右。`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(20_000_000);
    await server.open(draftUri, text);
    expect(await rulesOf()).toEqual(whole);
    const summary = await server.connection.sendRequest<CheckSummary>(checkRequest, { uri: draftUri });
    expect(summary.outside).toContain('超过200万字，只核对到这里，其余请另成一份再核');
  });

  it('cancelled requests', async () => {
    await start();
    await server.open(draftUri, draft);
    const cancelled = [];
    for (let i = 0; i < 200; i++) {
      const source = new CancellationTokenSource();
      cancelled.push(
        server.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: draftUri } }, source.token).then(
          () => 'answered',
          ({ code }: { code: number }) => code,
        ),
      );
      source.cancel();
    }
    const known: unknown[] = ['answered', LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled];
    for (const outcome of await Promise.all(cancelled)) expect(known).toContain(outcome);
    expect(await rulesOf()).toEqual(whole);
  });

  it('a cancelled request in mid-check', async () => {
    const { asked, served } = await startHeld('heshu.json');
    await server.open(draftUri, draft);
    const source = new CancellationTokenSource();
    const answer = server.connection
      .sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: draftUri } }, source.token)
      .catch(({ code }: { code: number }) => code);
    await asked.given;
    source.cancel();
    served.give();
    expect([LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled]).toContain(await answer);
    expect(await rulesOf()).toEqual(whole);
  });

  afterEach(() => expect(server.complaints).toEqual([]));
});

describe.skipIf(!isBuilt)('the language server ends', () => {
  it('when shut down in mid-check', async () => {
    const asked = signal();
    await start({
      beforeRead: async () => {
        asked.give();
        // Never served.
        await new Promise(() => {});
      },
    });
    await server.open(draftUri, draft);
    server.diagnose(draftUri).catch(() => undefined);
    await asked.given;
    await server.connection.sendRequest(ShutdownRequest.type);
    await server.connection.sendNotification(ExitNotification.type);
    expect(await server.ended).toBe(0);
    expect(server.complaints).toEqual([]);
  });

  it('when its client is gone', async () => {
    await start();
    await server.open(draftUri, draft);
    server.process.stdin.end();
    expect(await server.ended).toBe(1);
    expect(server.complaints).toEqual([]);
  });
});

describe.skipIf(!isBuilt)('a crash', () => {
  let place: string;
  const uriOf = (name: string): string => pathToFileURL(join(place, name)).href;
  const startHere = async (): Promise<void> => {
    server = await startProcess({});
    await server.open(uriOf('draft.zcg'), draft);
  };
  const decide = (decision: Omit<Extract<DecideParams, { action: 'setAside' }>, 'uri'>): Promise<string | null> =>
    server.connection.sendRequest(decideRequest, { uri: uriOf('draft.zcg'), ...decision });
  const overview = (): Promise<Overview> => server.connection.sendRequest(overviewRequest, { uri: uriOf('draft.zcg') });

  it('keeps the findings that were set aside, and leaves no half-written file', async () => {
    place = await mkdtemp(join(tmpdir(), 'heshu-crash-'));
    try {
      await writeFile(join(place, 'heshu.json'), '{ "region": "云溪区" }');
      await startHere();
      const keys = (await overview()).findings.flatMap(({ items }) => items.map(({ key }) => key));
      expect(keys.length).toBeGreaterThan(0);
      const record = join(place, 'heshu.reviewed.json');
      const reason = '同口径。'.repeat(20_000);
      expect(await decide({ action: 'setAside', key: keys[0]!, reason, by: '综合科' })).toBeNull();
      // Killed while it writes, over and over.
      for (let round = 0; round < 5; round++) {
        for (let i = 0; i < 10; i++)
          void decide({ action: 'setAside', key: keys[0]!, reason: `${reason}${round}.${i}`, by: '综合科' }).catch(() => undefined);
        await decide({ action: 'setAside', key: keys[0]!, reason, by: '综合科' });
        void decide({ action: 'setAside', key: keys[0]!, reason: `${reason}${round}`, by: '综合科' }).catch(() => undefined);
        await server.end();
        expect(JSON.parse(await readFile(record, 'utf8')).drafts[0].setAside[0].reason).toContain('同口径');
        await startHere();
        const { setAside, findings } = await overview();
        expect(setAside.map(({ key }) => key)).toEqual([keys[0]]);
        expect(findings.flatMap(({ items }) => items.map(({ key }) => key))).toEqual(keys.slice(1));
      }
      const left = (await readdir(place)).filter((name) => !name.startsWith('.heshu-'));
      expect(left.sort()).toEqual(['heshu.json', 'heshu.reviewed.json']);
    } finally {
      await rm(place, { recursive: true });
    }
  });
});
