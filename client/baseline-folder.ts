import { l10n, Uri, window, workspace } from 'vscode';
import type { AllowedFolders } from './allowed-folders.ts';

/** Lets the user choose the folder of last year's papers and writes it into the `heshu.json` beside the draft. */
export const chooseBaseline = async (allowed: AllowedFolders, chosen?: Uri): Promise<void> => {
  const draft = window.activeTextEditor?.document.uri;
  const beside =
    draft && draft.scheme !== 'untitled' && draft.scheme !== 'heshu' ? Uri.joinPath(draft, '..') : workspace.workspaceFolders?.[0]?.uri;
  if (!beside) {
    window.showInformationMessage(l10n.t('Save the draft in a folder first.'));
    return;
  }
  const [folder] = chosen
    ? [chosen]
    : ((await window.showOpenDialog({
        defaultUri: beside,
        canSelectFolders: true,
        canSelectFiles: false,
        openLabel: l10n.t('Hold Drafts Against These Papers'),
      })) ?? []);
  if (!folder) return;
  // Wherever it lies: the user chose it.
  await allowed.allow(folder);
  const config = Uri.joinPath(beside, 'heshu.json');
  const old = await workspace.fs.readFile(config).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '{\n}\n',
  );
  await workspace.fs.writeFile(config, new TextEncoder().encode(withBaseline(old, relativePath(beside.path, folder.path))));
};

/** The text of a `heshu.json` with its `baseline` set, the rest as it was. */
export const withBaseline = (text: string, folder: string): string => {
  const value = JSON.stringify(folder);
  const entry = /("baseline"\s*:\s*)"(?:[^"\\]|\\.)*"/;
  if (entry.test(text)) return text.replace(entry, (_, key: string) => key + value);
  const isEmpty = /^\s*\{\s*\}\s*$/.test(text);
  return text.replace('{', () => `{\n  "baseline": ${value}${isEmpty ? '' : ','}`);
};

/** A folder as seen from another. */
export const relativePath = (from: string, to: string): string => {
  const [here, there] = [from.split('/').filter(Boolean), to.split('/').filter(Boolean)];
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/') || '.';
};
