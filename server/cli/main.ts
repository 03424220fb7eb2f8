import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { nodeFiles } from '../node/files.ts';
import { run } from './run.ts';
import { checkOnThreads, serveChecks } from './threads.ts';

const start = (): void => {
  const { stdout } = process;

  // A reader that closes early (head, less) is no error of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

  const terminal = {
    out: (text: string) => void stdout.write(`${text}\n`),
    err: (text: string) => void process.stderr.write(`${text}\n`),
    colour: stdout.isTTY === true && !process.env.NO_COLOR,
    columns: stdout.columns ?? 100,
    cwd: process.cwd(),
  };

  // The server is a bundle of its own, loaded only when asked for.
  const startServer = (): void => void require(join(__dirname, '../server/node.js'));

  run(process.argv.slice(2), nodeFiles, terminal, startServer, checkOnThreads).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      process.stderr.write(`heshu 内部出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 2;
    },
  );
};

if (isMainThread) start();
else serveChecks(nodeFiles);
