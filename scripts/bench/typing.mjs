import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { summary } from './measure.mjs';

const typed = '全面贯彻落实决策部署坚持稳中求进';
const pace = 50;
/** Keystrokes before the first that is timed, without pauses: a writer types for hours, and V8 has compiled the code by then. */
const warm = 800;

/** A server of its own process with one document open, and a place in it where somebody types. */
class Typist {
  version = 1;
  times = [];
  offset = 0;

  constructor(script, args, text, uri) {
    this.process = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.connection = createProtocolConnection(new StreamMessageReader(this.process.stdout), new StreamMessageWriter(this.process.stdin));
    this.connection.onUnhandledNotification(() => {});
    this.connection.listen();
    this.uri = uri;
    this.text = text;
    const at = text.indexOf('，', text.length >> 1) + 1;
    this.position = TextDocument.create(uri, 'policy-draft', 1, text).positionAt(at);
  }

  async open() {
    const capabilities = { textDocument: { diagnostic: { relatedInformation: true } } };
    await this.connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities });
    await this.connection.sendNotification(InitializedNotification.type, {});
    const textDocument = { uri: this.uri, languageId: 'policy-draft', version: 1, text: this.text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    return this.diagnose();
  }

  async diagnose() {
    const { previousResultId } = this;
    const answer = await this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri },
      identifier: 'heshu',
      // As editors do.
      ...(previousResultId !== undefined && { previousResultId }),
    });
    this.previousResultId = answer.resultId;
    return answer;
  }

  /** One keystroke: words are typed and taken back. */
  async type(index) {
    const { line, character } = this.position;
    const isBack = index % 32 >= 16;
    const from = { line, character: character + this.offset - (isBack ? 1 : 0) };
    const change = { range: { start: from, end: { line, character: character + this.offset } }, text: isBack ? '' : typed[index % 16] };
    this.offset += isBack ? -1 : 1;
    const start = performance.now();
    this.version++;
    void this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [change],
    });
    await this.diagnose();
    this.times.push(performance.now() - start);
  }

  memory() {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.process.pid)], { encoding: 'utf8' })) / 1024;
  }

  stop() {
    this.connection.dispose();
    this.process.kill();
  }
}

/** Keystroke to diagnostics, against a server that finds nothing; memory of both in MB. */
export const typing = async (text, uri, keystrokes) => {
  const heshu = new Typist('../../dist/server/node.js', ['--stdio'], text, uri);
  const empty = new Typist('./empty-server.mjs', ['--stdio'], text, uri);
  try {
    const { items } = await heshu.open();
    await empty.open();
    for (let i = 0; i < warm + keystrokes; i++) {
      for (const typist of [empty, heshu]) {
        await typist.type(i);
        if (i >= warm) await sleep(pace / 2);
      }
    }
    const of = (typist) => summary(typist.times.slice(warm));
    return { heshu: of(heshu), empty: of(empty), findings: items.length, memory: { heshu: heshu.memory(), empty: empty.memory() } };
  } finally {
    heshu.stop();
    empty.stop();
  }
};
