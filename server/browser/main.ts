import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import { Connection } from '../rpc/connection.ts';
import { startServer } from '../server.ts';

declare const self: DedicatedWorkerGlobalScope & { heshuReaders?: string };

startServer(new Connection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  locateReaders(folder) {
    // esbuild.mjs turns the readers' import() into importScripts from here.
    self.heshuReaders = folder;
  },
});
