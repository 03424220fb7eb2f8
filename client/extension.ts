import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/protocol.ts';
import { AllowedFolders } from './allowed-folders.ts';
import { Answers } from './answers.ts';
import { registerCommands } from './commands.ts';
import { CompleteNames } from './completion.ts';
import { registerDataDiff } from './data-diff.ts';
import { serveFiles } from './files.ts';
import { offerTools } from './language-model.ts';
import { showNotices } from './notices.ts';
import { Overviews } from './overviews.ts';
import { registerPapers } from './papers.ts';
import { fixesOfPlace } from './quick-fixes.ts';
import { registerReport } from './report/panel.ts';
import { registerInsertFrame, registerReveal } from './reveal.ts';
import { registerReview } from './review.ts';
import { sampleScheme, serveSample } from './sample.ts';
import { showStatus } from './status.ts';
import { showCommitments } from './views/commitments.ts';
import { showFindings } from './views/findings.ts';
import { showHeadline } from './views/headline.ts';
import { showSources } from './views/sources.ts';
import { showUnevidenced } from './views/unevidenced.ts';

export const clientId = 'heshu';
export const clientName = '核数 Heshu';

/** Starts the client that the host makes; everything here is the same on the desktop and on the web. */
export const startClient = async (
  context: ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> => {
  const output = window.createOutputChannel(clientName, { log: true });
  // Texts on screen that are no files (output, comparisons with older versions) are left alone.
  const schemes = new Set(['file', 'untitled', sampleScheme, ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme)]);
  const completeNames = new CompleteNames();
  const client = makeClient({
    // Which plain texts are drafts is for heshu.json to say, and so for the server to tell.
    documentSelector: [...schemes].flatMap((scheme) => ['policy-draft', 'plaintext', 'markdown'].map((language) => ({ scheme, language }))),
    outputChannel: output,
    diagnosticPullOptions: { onChange: true },
    middleware: { ...completeNames.middleware, ...fixesOfPlace },
    initializationOptions: (): InitializationOptions => ({
      language: workspace.getConfiguration('heshu').get('language') === 'en' ? 'en' : 'zh',
      rulePage: 'command:heshu.explainRule?%5B%22{rule}%22%5D',
      servesFiles: true,
      readers: Uri.joinPath(context.extensionUri, 'dist', 'readers').toString(true),
      seeds: Uri.joinPath(context.extensionUri, 'seeds').toString(),
      allowedFolders: AllowedFolders.kept(context),
      showsChecks: true,
      reviews: true,
    }),
    synchronize: { configurationSection: 'heshu' },
  });
  const restart = async (): Promise<void> => {
    await client.stop();
    await client.start();
  };
  serveFiles(client);
  registerCommands(context, client, restart, output);
  const overviews = new Overviews(client);
  const answers = new Answers();
  context.subscriptions.push(
    output,
    client,
    overviews,
    serveSample(context),
    completeNames.listen(),
    registerReveal(),
    registerInsertFrame(overviews),
    registerReport(overviews),
    registerReview(context, client, overviews),
    answers,
    registerDataDiff(client, overviews, answers),
    registerPapers(context, client, overviews, answers),
    showStatus(overviews),
    showNotices(overviews),
    showFindings(overviews),
    showCommitments(overviews),
    showHeadline(overviews),
    showUnevidenced(overviews),
    showSources(overviews),
    offerTools(client, overviews),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('heshu.language')) void restart();
    }),
  );
  await client.start();
  overviews.refreshSoon();
};
