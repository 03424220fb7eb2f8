import { commands, type Disposable, l10n, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DataDiff, type DataDiffParams, dataDiffRequest, dataSheetsRequest, type UriParams } from '../server/protocol.ts';
import { nameOf } from '../server/uris.ts';
import type { Answers } from './answers.ts';
import type { Overviews } from './overviews.ts';

/** The command that shows what a new data sheet changes; a caller that knows the old and the new one may give them. */
export const registerDataDiff = (client: BaseLanguageClient, overviews: Overviews, answers: Answers): Disposable => {
  const compare = async (...given: (Uri | undefined)[]): Promise<void> => {
    const draft = await overviews.draft();
    if (!draft) return;
    const { asUri } = client.code2ProtocolConverter;
    const uri = asUri(draft);
    const sheets = (await client.sendRequest<string[]>(dataSheetsRequest, { uri } satisfies UriParams)).map((sheet) => Uri.parse(sheet));
    const before = given[0] ?? (await ask(l10n.t('The old data sheet'), draft, sheets));
    if (!before) return;
    const others = sheets.filter((sheet) => sheet.toString() !== before.toString());
    const after = given[1] ?? (await ask(l10n.t('The new data sheet'), draft, others));
    if (!after) return;
    const params: DataDiffParams = { uri, before: asUri(before), after: asUri(after) };
    const answer = await client.sendRequest<DataDiff>(dataDiffRequest, params);
    if ('markdown' in answer) await answers.show(l10n.t('What the new data sheet changes'), answer.markdown);
    else void window.showInformationMessage(answer.nothing);
  };
  return commands.registerCommand('heshu.dataDiff', compare);
};

/** A dialog of the machine's files cannot show those of a virtual workspace: there, one of the sheets is picked. */
const ask = async (title: string, draft: Uri, sheets: readonly Uri[]): Promise<Uri | undefined> => {
  if (draft.scheme !== 'file' && sheets.length > 0) {
    const items = sheets.map((sheet) => ({ label: nameOf(sheet.toString()), sheet }));
    return (await window.showQuickPick(items, { title, placeHolder: title, ignoreFocusOut: true }))?.sheet;
  }
  const beside = sheets[0] ?? (draft.scheme === 'untitled' ? undefined : draft);
  const chosen = await window.showOpenDialog({
    title,
    openLabel: title,
    filters: { [l10n.t('Data sheets')]: ['csv', 'xlsx'] },
    ...(beside && { defaultUri: Uri.joinPath(beside, '..') }),
  });
  return chosen?.[0];
};
