import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../server.ts';

declare const self: DedicatedWorkerGlobalScope & { heshuReaders?: string };

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  locateReaders(folder) {
    // esbuild.mjs turns the readers' import() into importScripts from here.
    self.heshuReaders = folder;
  },
});
