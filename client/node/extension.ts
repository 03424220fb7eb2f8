import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName, startClient } from '../extension.ts';

export const activate = (context: ExtensionContext): Promise<void> => {
  const module = context.asAbsolutePath('dist/server/node.js');
  return startClient(context, (options) => new LanguageClient(clientId, clientName, { module, transport: TransportKind.ipc }, options));
};
