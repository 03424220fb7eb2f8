import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/protocol.ts';
import { registerCommands } from './commands.ts';
import { serveFiles } from './files.ts';

export const clientId = 'heshu';
export const clientName = '核数 Heshu';

/** Starts the client that the host makes; everything here is the same on the desktop and on the web. */
export const startClient = async (
  context: ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> => {
  const output = window.createOutputChannel(clientName, { log: true });
  // Texts on screen that are no files (output, comparisons with older versions) are left alone.
  const schemes = new Set(['file', 'untitled', ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  const client = makeClient({
    // Which plain texts are drafts is for heshu.json to say, and so for the server to tell.
    documentSelector: [...schemes].flatMap((scheme) => ['policy-draft', 'plaintext', 'markdown'].map((language) => ({ scheme, language }))),
    outputChannel: output,
    diagnosticPullOptions: { onChange: true },
    initializationOptions: (): InitializationOptions => ({
      language: workspace.getConfiguration('heshu').get('language') === 'en' ? 'en' : 'zh',
      rulePage: 'command:heshu.explainRule?%5B%22{rule}%22%5D',
      servesFiles: true,
      readers: Uri.joinPath(context.extensionUri, 'dist', 'readers').toString(true),
    }),
  });
  const restart = async (): Promise<void> => {
    await client.stop();
    await client.start();
  };
  serveFiles(client);
  registerCommands(context, client, restart, output);
  context.subscriptions.push(
    output,
    client,
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('heshu.language')) void restart();
    }),
  );
  await client.start();
};
