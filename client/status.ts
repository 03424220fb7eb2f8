import { Disposable, l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import { type Overview, paperScheme } from '../server/protocol.ts';
import type { Overviews } from './overviews.ts';

/** The coverage line of the draft in front, or behind a paper that it led to; at the pointer, for which region and year it holds and by which sources. */
export const showStatus = (overviews: Overviews): Disposable => {
  const item = window.createStatusBarItem('heshu.coverage', StatusBarAlignment.Left, 1);
  item.name = l10n.t('Heshu: coverage of the check');
  item.command = 'heshu.showReport';
  const update = (): void => {
    const { current } = overviews;
    const inFront = window.activeTextEditor?.document.uri;
    if (!current || (inFront && inFront.scheme !== paperScheme && inFront.toString() !== current.uri.toString())) {
      item.hide();
      return;
    }
    item.text = `$(checklist) ${current.overview.coverage}`;
    item.tooltip = tooltipOf(current.overview);
    item.show();
  };
  return Disposable.from(item, overviews.onDidChange(update), window.onDidChangeActiveTextEditor(update));
};

const tooltipOf = ({ region, year, sources, outside }: Overview): MarkdownString => {
  const text = new MarkdownString();
  text.appendText(`${region ?? l10n.t('region unknown')} · ${year ?? l10n.t('year unknown')}`);
  for (const { title, description, facts } of sources) {
    text.appendMarkdown('\n\n- ');
    text.appendText(l10n.t('{0} ({1}): {2} facts', title, description, facts));
  }
  for (const line of outside) {
    text.appendMarkdown('\n\n');
    text.appendText(line);
  }
  text.appendMarkdown('\n\n');
  text.appendText(l10n.t('A click opens the check report.'));
  return text;
};
