import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../server.ts';
import { uriFiles } from './uri-files.ts';

// How to talk (--stdio, --node-ipc, --socket) is read off the process's arguments.
startServer(createConnection(), {
  files: uriFiles,
  seeds: pathToFileURL(join(__dirname, '../../seeds')).href,
  rulePage: `${pathToFileURL(join(__dirname, '../../docs/rules'))}/{rule}.md`,
});
