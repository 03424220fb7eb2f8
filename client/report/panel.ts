import { commands, Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Overview } from '../../server/protocol.ts';
import type { Overviews } from '../overviews.ts';
import { type RevealArguments, revealCommand } from '../reveal.ts';
import { verdicts } from '../views/headline.ts';
import { type ReportTexts, reportPage } from './html.ts';

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
      });
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    panel.title = l10n.t('Check report: {0}', overview.name);
    const link = ({ range }: { range: RevealArguments[1] }): string =>
      `command:${revealCommand}?${encodeURIComponent(JSON.stringify([draft.toString(), range] satisfies RevealArguments))}`;
    panel.webview.html = reportPage(overview, textsOf(overview), { nonce: newNonce(), link });
    panel.reveal(undefined, false);
  };
  /** As a page of its own, which any browser prints. */
  const save = async (target?: Uri): Promise<void> => {
    if (!shown) return;
    const { draft, overview } = shown;
    const proposed = Uri.joinPath(draft, '..', `${overview.name.replace(/\.[^.]+$/, '')}-${l10n.t('check report')}.html`);
    const place =
      target ??
      (await window.showSaveDialog({
        ...(draft.scheme !== 'untitled' && { defaultUri: proposed }),
        filters: { HTML: ['html'] },
      }));
    if (!place) return;
    const page = reportPage(overview, textsOf(overview), { nonce: newNonce(), link: undefined });
    await workspace.fs.writeFile(place, new TextEncoder().encode(page));
    const open = l10n.t('Open in the Browser');
    if (place.scheme === 'file' && (await window.showInformationMessage(l10n.t('Saved; a browser can print it.'), open)) === open)
      await env.openExternal(place);
  };
  return Disposable.from(
    commands.registerCommand('heshu.showReport', show),
    commands.registerCommand('heshu.saveReport', save),
    new Disposable(() => panel?.dispose()),
  );
};

const current = ({ current: of }: Overviews): { draft: Uri; overview: Overview } | undefined =>
  of && { draft: of.uri, overview: of.overview };

const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const textsOf = ({ name, title, region, year }: Overview): ReportTexts => ({
  language: env.language,
  title: l10n.t('Check report: {0}', title ?? name),
  subtitle: [region ?? l10n.t('region unknown'), year ?? l10n.t('year unknown'), name, new Date().toLocaleString(env.language)].join(' · '),
  sources: l10n.t('Sources'),
  noSources: l10n.t('None: the draft was checked against itself only.'),
  headline: l10n.t('Headline indicators'),
  headlineColumns: [
    l10n.t('Indicator'),
    l10n.t('Last year'),
    l10n.t('Target'),
    l10n.t('This year'),
    l10n.t('Next target'),
    l10n.t('Verdict'),
  ],
  chart: l10n.t('This year against last, each pair to its own scale'),
  lastYear: l10n.t('Last year'),
  thisYear: l10n.t('This year'),
  findings: l10n.t('Findings'),
  noFindings: l10n.t('None.'),
  unevidenced: l10n.t('Figures without evidence, to be checked by a person'),
  noUnevidenced: l10n.t('None.'),
  severity: { error: '必核', warning: '请核', information: '提示', hint: '文字' },
  verdict: verdicts(),
  beforeFirst: l10n.t('Before the first heading'),
  counts: {
    figures: l10n.t('figures'),
    agree: l10n.t('agree'),
    conflict: l10n.t('to check'),
    notComparable: l10n.t('not comparable'),
    withoutEvidence: l10n.t('without evidence'),
  },
});
