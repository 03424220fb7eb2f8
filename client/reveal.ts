import {
  commands,
  type Disposable,
  l10n,
  Position,
  Range,
  Selection,
  SnippetString,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Placed } from '../server/protocol.ts';
import type { Overviews } from './overviews.ts';
import type { Node } from './views/tree.ts';

/** A command that leads to a place of a draft: for items of views and links of the report. */
export const revealCommand = 'heshu.reveal';
/** The command's arguments as JSON has them. */
export type RevealArguments = [uri: string, range: Placed['range']];

/** Puts words for the figure of a target that the draft does not speak of in at its cursor. */
export const registerInsertFrame = (overviews: Overviews): Disposable =>
  commands.registerCommand('heshu.insertFrame', async ({ menu }: Node) => {
    if (!overviews.current || menu?.kind !== 'unmentioned') return;
    const document = await workspace.openTextDocument(overviews.current.uri);
    const editor = await window.showTextDocument(document);
    // Nobody has put it anywhere yet: above the title is no place for a sentence.
    if (editor.selection.isEmpty && editor.selection.active.isEqual(new Position(0, 0))) {
      window.showInformationMessage(l10n.t('Put the cursor where the sentence belongs, then choose again.'));
      return;
    }
    await editor.insertSnippet(new SnippetString(menu.of.frame ?? ''));
  });

export const registerReveal = (): Disposable =>
  commands.registerCommand(revealCommand, async (...[uri, { start, end }]: RevealArguments) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    const document = await workspace.openTextDocument(Uri.parse(uri));
    // From a report the draft opens beside it, where it is open already.
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    // Not as a preview, whose tab may be the draft's: it would be closed.
    const editor = await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? ViewColumn.One, preview: false });
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  });
