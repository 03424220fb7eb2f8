import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';

/** What carries messages from and to the client. */
export interface Transport {
  reader: MessageReader;
  writer: MessageWriter;
  /** Listens no longer, so that nothing but what is being said keeps the process. */
  close(): void;
}

/** How the server is started decides how it talks; undefined where that is not told. */
export const transportOf = (args: readonly string[]): Transport | undefined => {
  for (const [index, arg] of args.entries()) {
    const [name, value = args[index + 1] ?? ''] = arg.split(/=(.*)/s);
    if (name === '--stdio') return standardStreams();
    if (name === '--node-ipc' && process.send) return channel();
    if (name === '--pipe' && value) return socket(createServerPipeTransport(value));
    if (name === '--socket' && isPort(value)) return socket(createServerSocketTransport(Number(value)));
  }
  return undefined;
};

const isPort = (value: string): boolean => /^\d+$/.test(value) && Number(value) > 0 && Number(value) < 65_536;

const standardStreams = (): Transport => ({
  reader: new StreamMessageReader(process.stdin),
  writer: new StreamMessageWriter(process.stdout),
  close: () => void process.stdin.destroy(),
});

const channel = (): Transport => ({
  reader: new IPCMessageReader(process),
  writer: new IPCMessageWriter(process),
  close: () => void (process.connected && process.disconnect()),
});

const socket = ([reader, writer]: [MessageReader, MessageWriter]): Transport => ({ reader, writer, close: () => writer.end() });
