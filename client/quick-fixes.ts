import { CodeActionKind, window } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Quick fixes are those of the place. Where it has none, VS Code asks at the end of each finding of the line and shows
 * all it gets: in a draft a line is a whole paragraph. Its setting against that heeds no language.
 */
export const fixesOfPlace: Pick<Middleware, 'provideCodeActions'> = {
  provideCodeActions: (document, range, context, token, next) => {
    const editor = window.activeTextEditor;
    const isElsewhere = editor?.document === document && range.isEmpty && !editor.selection.contains(range);
    return isElsewhere && context.only?.value === CodeActionKind.QuickFix.value ? [] : next(document, range, context, token);
  },
};
