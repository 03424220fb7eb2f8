import { commands, Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Overview } from '../../server/protocol.ts';
import { newNonce } from '../../server/reports/html.ts';
import type { Overviews } from '../overviews.ts';
import { type RevealArguments, revealCommand } from '../reveal.ts';
import { type ReportShape, reportPage } from './html.ts';
import { type ReportTexts, texts } from './texts.ts';

/** The check report: as of the moment it is asked for, so that it does not move under the reader's eyes. */
export const registerReport = (overviews: Overviews): Disposable => {
  let panel: WebviewPanel | undefined;
  let shown: { draft: Uri; overview: Overview } | undefined;
  const show = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const fresh = document && (await overviews.of(document));
    const subject = document && fresh ? { draft: document.uri, overview: fresh } : current(overviews);
    if (!subject) {
      window.showInformationMessage(l10n.t('Open a draft first.'));
      return;
    }
    shown = subject;
    const { draft, overview } = subject;
    if (!panel) {
      panel = window.createWebviewPanel('heshu.report', '', ViewColumn.Beside, {
        enableCommandUris: [revealCommand],
        enableFindWidget: true,
        localResourceRoots: [],
      });
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    panel.title = words().title(overview.name);
    const link = ({ range }: { range: RevealArguments[1] }): string =>
      `command:${revealCommand}?${encodeURIComponent(JSON.stringify([draft.toString(), range] satisfies RevealArguments))}`;
    panel.webview.html = pageOf(overview, link);
    panel.reveal(undefined, false);
  };
  /** As a page of its own, which any browser prints. */
  const save = async (target?: Uri): Promise<void> => {
    if (!shown) return;
    const { draft, overview } = shown;
    const proposed = Uri.joinPath(draft, '..', `${overview.name.replace(/\.[^.]+$/, '')}-${words().fileName}.html`);
    const place =
      target ??
      (await window.showSaveDialog({
        ...(draft.scheme !== 'untitled' && { defaultUri: proposed }),
        filters: { HTML: ['html'] },
      }));
    if (!place) return;
    const page = pageOf(overview, undefined);
    await workspace.fs.writeFile(place, new TextEncoder().encode(page));
    if (place.scheme === 'file') void offerBrowser(place);
  };
  return Disposable.from(
    commands.registerCommand('heshu.showReport', show),
    commands.registerCommand('heshu.saveReport', save),
    new Disposable(() => panel?.dispose()),
  );
};

const current = ({ current: of }: Overviews): { draft: Uri; overview: Overview } | undefined =>
  of && { draft: of.uri, overview: of.overview };

const offerBrowser = async (page: Uri): Promise<void> => {
  const open = l10n.t('Open in the Browser');
  if ((await window.showInformationMessage(l10n.t('Saved; a browser can print it.'), open)) === open) await env.openExternal(page);
};

const words = (): ReportTexts => texts[workspace.getConfiguration('heshu').get('language') === 'en' ? 'en' : 'zh'];

const pageOf = (overview: Overview, link: ReportShape['link']): string =>
  reportPage(overview, words(), { nonce: newNonce(), link, time: new Date().toLocaleString(words().language) });
