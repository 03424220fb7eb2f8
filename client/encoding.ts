import { commands, type TextDocument, type Uri, window, workspace } from 'vscode';

const encoding = 'gb18030';

/** Reopens the text in front in the encoding of older Chinese office software. */
export const reopenWithEncoding = async (): Promise<void> => {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  // VS Code 1.100 and newer; older ones ask the user.
  if (!('encoding' in document)) {
    await commands.executeCommand('workbench.action.editor.changeEncoding');
    return;
  }
  const open = workspace.openTextDocument as unknown as (uri: Uri, options: { encoding: string }) => Thenable<TextDocument>;
  await window.showTextDocument(await open(document.uri, { encoding }));
};
