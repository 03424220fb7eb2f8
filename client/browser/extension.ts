import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { clientId, clientName, startClient } from '../extension.ts';

export const activate = (context: ExtensionContext): Promise<void> => {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'worker.js').toString(true);
  let worker: Worker | undefined;
  // A new worker at every start. As transports, since the web host's workers are none of the class that the client expects.
  const connect = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return startClient(context, (options) => new LanguageClient(clientId, clientName, connect, options));
};
