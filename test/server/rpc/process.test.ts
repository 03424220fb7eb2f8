import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type ClientCapabilities,
  createClientPipeTransport,
  createClientSocketTransport,
  createProtocolConnection,
  ErrorCodes,
  ExitNotification,
  generateRandomPipeName,
  HoverRequest,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

import { isBuilt } from '../process.ts';

const script = join(import.meta.dirname, '../../../dist/server/node.js');
const started: ChildProcess[] = [];
afterEach(() => {
  for (const process of started.splice(0)) process.kill('SIGKILL');
});

const start = (args: readonly string[], before: readonly string[] = []) => {
  const server = spawn(process.execPath, [...before, script, ...args]);
  started.push(server);
  // A server that has ended has closed its end.
  server.stdin.on('error', () => {});
  const said = { out: '', err: '' };
  server.stderr.on('data', (data) => {
    said.err += data;
  });
  return { server, said, ended: endOf(server) };
};
const endOf = (server: ChildProcess): Promise<number | string | null> =>
  new Promise((resolve) => server.on('exit', (code, signal) => resolve(signal ?? code)));

const talk = (reader: MessageReader, writer: MessageWriter): ProtocolConnection => {
  const connection = createProtocolConnection(reader, writer);
  connection.onError(() => {});
  connection.listen();
  return connection;
};
const initialize = (connection: ProtocolConnection, processId: number | null = null, capabilities: ClientCapabilities = {}) =>
  connection.sendRequest(InitializeRequest.type, { processId, rootUri: null, capabilities });
const hover = (connection: ProtocolConnection): Promise<unknown> =>
  connection
    .sendRequest(HoverRequest.type, { textDocument: { uri: 'file:///w/draft.zcg' }, position: { line: 0, character: 0 } })
    .catch(({ code }) => code);
const shutDown = async (connection: ProtocolConnection): Promise<void> => {
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
};
const bytes = (...messages: object[]): string =>
  messages
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .reduce((all, body) => `${all}Content-Length: ${body.length}\r\n\r\n${body}`, '');
const begin = { id: 1, method: 'initialize', params: { processId: null, capabilities: {} } };
const shutdown = { id: 2, method: 'shutdown' };
const exit = { method: 'exit' };

describe.skipIf(!isBuilt)('the language server', () => {
  it('answers after initialize and until shutdown', async () => {
    const { server, ended } = start(['--stdio']);
    const connection = talk(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    expect(await hover(connection)).toBe(ErrorCodes.ServerNotInitialized);
    await expect(connection.sendRequest(ShutdownRequest.type)).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
    await initialize(connection);
    await expect(initialize(connection)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    expect(await hover(connection)).toBeNull();
    await connection.sendRequest(ShutdownRequest.type);
    expect(await hover(connection)).toBe(ErrorCodes.InvalidRequest);
    await connection.sendNotification(ExitNotification.type);
    expect(await ended).toBe(0);
  });

  it.each([
    [0, 'shutdown and exit', bytes(begin, shutdown, exit)],
    [0, 'shutdown and the end', bytes(begin, shutdown)],
    [1, 'exit alone', bytes(begin, exit)],
    [1, 'the end alone', bytes(begin)],
    [1, 'exit before anything', bytes(exit)],
    [1, 'half a message', bytes(begin).slice(0, -3)],
    [1, 'nothing', ''],
  ])('ends with %i after %s in one go', async (status, _, said) => {
    const { server, ended } = start(['--stdio']);
    let answers = '';
    server.stdout.on('data', (data) => {
      answers += data;
    });
    const closed = new Promise((resolve) => server.stdout.on('close', resolve));
    server.stdin.end(said);
    expect(await ended).toBe(status);
    await closed;
    // What was asked before the end is answered.
    expect(answers.includes('"serverInfo"')).toBe(said.startsWith(bytes(begin)));
    expect(answers.includes('"id":2,"result":null')).toBe(status === 0);
  });

  it.each(['--stdio', '--node-ipc'])(
    'ends when the process of its client is gone, whatever still holds its %s',
    async (how) => {
      const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      const server = fork(script, [how], { execArgv: [], silent: true });
      started.push(client, server);
      const connection =
        how === '--stdio'
          ? talk(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!))
          : talk(new IPCMessageReader(server), new IPCMessageWriter(server));
      const ended = endOf(server);
      await initialize(connection, client.pid);
      expect(await hover(connection)).toBeNull();
      client.kill('SIGKILL');
      expect(await ended).toBe(1);
    },
    15_000,
  );

  it('talks over the channel of a fork, and ends with it', async () => {
    const server = fork(script, ['--node-ipc', `--clientProcessId=${process.pid}`], { execArgv: [], silent: true });
    started.push(server);
    const ended = endOf(server);
    const connection = talk(new IPCMessageReader(server), new IPCMessageWriter(server));
    expect((await initialize(connection)).serverInfo?.name).toBe('heshu');
    await connection.sendRequest(ShutdownRequest.type);
    server.disconnect();
    expect(await ended).toBe(0);
  });

  it.each(['--socket=', '--socket ', '--pipe=', '--pipe '])('talks over %s', async (option) => {
    const name = generateRandomPipeName();
    const [transport, address] = option.includes('socket')
      ? await createClientSocketTransport(0).then((made) => [made, made.port()] as const)
      : [await createClientPipeTransport(name), name];
    const { ended } = start(`${option}${address}`.split(' '));
    const connection = talk(...(await transport.onConnected()));
    expect((await initialize(connection)).serverInfo?.name).toBe('heshu');
    expect(await hover(connection)).toBeNull();
    await shutDown(connection);
    expect(await ended).toBe(0);
  });

  it('ends with its socket', async () => {
    const transport = await createClientSocketTransport(0);
    const { ended } = start([`--socket=${transport.port()}`]);
    const [reader, writer] = await transport.onConnected();
    await initialize(talk(reader, writer));
    writer.dispose();
    expect(await ended).toBe(1);
  });

  it('says so where nobody waits for it', async () => {
    const { said, ended } = start([`--pipe=${generateRandomPipeName()}`]);
    expect(await ended).toBe(1);
    expect(said.err).toMatch(/^与编辑器的连接出错/);
  });

  it.each([[[]], [['--node-ipc']], [['--socket']], [['--socket=99999']], [['--pipe=']], [['--nothing']]])(
    'says what is missing: %j',
    async (args) => {
      const { said, ended } = start(args);
      expect(await ended).toBe(2);
      expect(said.err).toMatch(/^语言服务器要写明怎样通信.*--stdio/);
    },
  );

  it('keeps what is printed in its process out of the conversation', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heshu-print-'));
    try {
      const printing = join(folder, 'printing.cjs');
      writeFileSync(printing, `setInterval(() => { console.log('印出'); console.info('印出'); console.table([1]); }, 1).unref();`);
      const { server, said, ended } = start(['--stdio'], ['--require', printing]);
      const connection = talk(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      const errors: unknown[] = [];
      connection.onError((error) => errors.push(error));
      await initialize(connection);
      while (!said.err.includes('印出')) expect(await hover(connection)).toBeNull();
      await shutDown(connection);
      expect(await ended).toBe(0);
      expect(errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says what it cannot answer', async () => {
    const { server } = start(['--stdio']);
    const connection = talk(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    await initialize(connection);
    await expect(connection.sendRequest('textDocument/moniker', {})).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
    await expect(connection.sendRequest('textDocument/hover')).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
    await expect(connection.sendRequest('textDocument/hover', [1])).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
    await expect(connection.sendRequest('textDocument/hover', {})).rejects.toMatchObject({ code: ErrorCodes.InternalError });
    expect(await hover(connection)).toBeNull();
  });

  it('goes on after the client has refused what it said that it can do, and logs it', async () => {
    const { server } = start(['--stdio']);
    const connection = talk(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const logged = new Promise((resolve) => connection.onNotification('window/logMessage', ({ message }) => resolve(message)));
    await initialize(connection, null, { workspace: { diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } });
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    expect(await logged).toContain('客户端未接受 workspace/diagnostic/refresh');
    expect(await hover(connection)).toBeNull();
  });

  it('goes on after a failure that nobody waited for, and logs it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heshu-failure-'));
    try {
      const failing = join(folder, 'failing.cjs');
      writeFileSync(failing, `setTimeout(() => Promise.reject(new Error('没人等')), 300).unref();`);
      const { server } = start(['--stdio'], ['--require', failing]);
      const connection = talk(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      const logged = new Promise((resolve) => connection.onNotification('window/logMessage', ({ message }) => resolve(message)));
      await initialize(connection);
      expect(await logged).toContain('没人等');
      expect(await hover(connection)).toBeNull();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
