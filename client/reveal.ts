import {
  commands,
  type Disposable,
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
    await editor.insertSnippet(new SnippetString(menu.of.frame ?? ''));
  });

export const registerReveal = (): Disposable =>
  commands.registerCommand(revealCommand, async (...[uri, { start, end }]: RevealArguments) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    const document = await workspace.openTextDocument(Uri.parse(uri));
    // From a report the draft opens beside it, where it is open already.
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? ViewColumn.One });
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  });
