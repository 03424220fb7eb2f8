import { commands, type Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';

/** Where answers are open, to be read only. */
const scheme = 'heshu-answer';

/** Shows answers of the server, texts in Markdown, each in a page beside the draft. */
export class Answers implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: this.changed.event,
    provideTextDocumentContent: ({ path }) => this.texts.get(path) ?? '',
  });

  async show(title: string, markdown: string): Promise<void> {
    const page = Uri.from({ scheme, path: `/${title}.md` });
    this.texts.set(page.path, markdown);
    this.changed.fire(page);
    const document = await workspace.openTextDocument(page);
    try {
      await commands.executeCommand('markdown.showPreviewToSide', page);
    } catch {
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
    }
  }

  dispose(): void {
    this.provider.dispose();
    this.changed.dispose();
  }
}
