import { commands, type ExtensionContext, type LogOutputChannel, l10n, languages, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckSummary, checkRequest, paperScheme, type UriParams } from '../server/protocol.ts';
import { AllowedFolders } from './allowed-folders.ts';
import { chooseBaseline } from './baseline-folder.ts';
import { reopenWithEncoding } from './encoding.ts';
import { openSample } from './sample.ts';

export const registerCommands = (
  context: ExtensionContext,
  client: BaseLanguageClient,
  restart: () => Promise<void>,
  output: LogOutputChannel,
): void => {
  const register = (id: string, run: (...args: never[]) => unknown): void =>
    void context.subscriptions.push(commands.registerCommand(id, run));
  register('heshu.check', () => check(client));
  register('heshu.restart', restart);
  register('heshu.showOutput', () => output.show());
  register('heshu.explainRule', (rule: string) => explainRule(context, rule));
  register('heshu.changeValue', () => commands.executeCommand('editor.action.rename'));
  register('heshu.fixWording', () => commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.heshu', apply: 'first' }));
  const allowed = new AllowedFolders(context, client);
  register('heshu.chooseBaseline', (chosen?: Uri) => chooseBaseline(allowed, chosen));
  register('heshu.openSample', openSample);
  register('heshu.reopenWithEncoding', reopenWithEncoding);
};

/** Checks the document in front, whatever it is: who asks for it has said that it is a draft. */
const check = async (client: BaseLanguageClient): Promise<void> => {
  let document = window.activeTextEditor?.document;
  // A paper that is shown to be read is no draft.
  if (!document || document.uri.scheme === paperScheme) {
    window.showInformationMessage(l10n.t('Open a draft first.'));
    return;
  }
  const summarize = (): Promise<CheckSummary | null> =>
    client.sendRequest(checkRequest, { uri: client.code2ProtocolConverter.asUri(document!.uri) } satisfies UriParams);
  let summary = await summarize();
  if (!summary) {
    document = await languages.setTextDocumentLanguage(document, 'policy-draft');
    summary = await summarize();
  }
  if (!summary) return;
  await commands.executeCommand('workbench.actions.view.problems');
  window.showInformationMessage([summary.coverage, ...summary.outside].join('　'));
};

/** The page that tells why a rule exists, as a preview where Markdown can be shown. */
const explainRule = async ({ extensionUri }: ExtensionContext, rule: string): Promise<void> => {
  if (!/^[a-z-]+$/.test(rule)) return;
  const page = Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
  try {
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    await window.showTextDocument(page);
  }
};
