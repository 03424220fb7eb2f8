import { type CompletionItem, type CompletionList, commands, type Disposable, Range, type TextDocument, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Asks for suggestions again once a name that was offered stands there whole, chosen or typed. In running Chinese every
 * character is a word of its own: VS Code goes on with the list that it has, and would never ask what follows the name.
 */
export class CompleteNames {
  private offered: { document: TextDocument; line: number; start: number; names: Set<unknown> } | undefined;

  readonly middleware: Pick<Middleware, 'provideCompletionItem'> = {
    provideCompletionItem: async (document, position, context, token, next) => {
      const answer = await next(document, position, context, token);
      const items = itemsOf(answer);
      const range = items.find(({ filterText }) => filterText !== undefined)?.range;
      const names = new Set<unknown>(items.map(({ insertText }) => insertText));
      this.offered = range instanceof Range ? { document, line: position.line, start: range.start.character, names } : undefined;
      return answer;
    },
  };

  listen(): Disposable {
    return workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
      const { offered } = this;
      if (!offered || document !== offered.document || change?.range.start.line !== offered.line) return;
      const end = change.range.start.translate(0, change.text.length);
      if (!offered.names.has(document.getText(new Range(offered.line, offered.start, offered.line, end.character)))) return;
      this.offered = undefined;
      // The command does nothing while the old list shows; asked for by itself it says nothing where nothing follows.
      void commands.executeCommand('hideSuggestWidget').then(() => commands.executeCommand('editor.action.triggerSuggest', { auto: true }));
    });
  }
}

const itemsOf = (answer: CompletionItem[] | CompletionList | null | undefined): CompletionItem[] =>
  Array.isArray(answer) ? answer : (answer?.items ?? []);
