import { commands, type Disposable, l10n, window } from 'vscode';
import type { Overviews } from './overviews.ts';

/** Says once what a check could not do, with the button that helps where one does. */
export const showNotices = (overviews: Overviews): Disposable => {
  const said = new Set<string>();
  const once = (key: string): boolean => !said.has(key) && said.add(key) !== undefined;
  return overviews.onDidChange(() => {
    const { uri, overview } = overviews.current ?? {};
    if (!uri || !overview) return;
    if (overview.garbled) {
      if (once(`garbled ${uri}`))
        void offer(l10n.t('This text looks garbled: it is probably in GB18030.'), l10n.t('Reopen as GB18030'), 'heshu.reopenWithEncoding');
      return;
    }
    // A hardly begun document need not say yet whose it is.
    if (overview.counts.figures < 5) return;
    if (overview.start !== null) {
      if (once(`start ${uri}`)) void offer(overview.start, l10n.t('Choose the Folder…'), 'heshu.chooseBaseline');
      return;
    }
    for (const line of overview.outside) if (once(`${uri} ${line}`)) void window.showInformationMessage(line);
  });
};

const offer = async (message: string, button: string, command: string): Promise<void> => {
  if ((await window.showInformationMessage(message, button)) === button) await commands.executeCommand(command);
};
