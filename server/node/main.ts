import { Console } from 'node:console';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Connection } from '../rpc/connection.ts';
import { startServer } from '../server.ts';
import { hostOf } from './host.ts';
import { transportOf } from './transport.ts';
import { uriFiles } from './uri-files.ts';

// The standard output is the protocol's.
globalThis.console = new Console(process.stderr);

const transport = transportOf(process.argv.slice(2));
if (transport) {
  const connection = new Connection(transport.reader, transport.writer);
  connection.onError(({ message }) => process.stderr.write(`与编辑器的连接出错（connection failed）：${message}\n`));
  // What goes wrong where nobody waits for it (a check after a pause) ends no session.
  process.on('unhandledRejection', (error) => connection.logError('核数内部出错（internal error）', error));
  startServer(connection, {
    ...hostOf(transport),
    files: uriFiles,
    seeds: pathToFileURL(join(__dirname, '../../seeds')).href,
    rulePage: `${pathToFileURL(join(__dirname, '../../docs/rules'))}/{rule}.md`,
  });
} else {
  process.stderr.write('语言服务器要写明怎样通信（how to talk is missing）：--stdio、--node-ipc、--pipe=NAME 或 --socket=PORT\n');
  process.exitCode = 2;
}
