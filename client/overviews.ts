import { commands, type Disposable, EventEmitter, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkedNotification, type Overview, overviewRequest, type UriParams } from '../server/protocol.ts';

/** How long checks must pause before the views follow. */
const rest = 300;

/** What is known of the draft in front. It stays while the user is in a view, a report or another text. */
export class Overviews implements Disposable {
  /** The draft and its overview; undefined where none has been opened. */
  current: { uri: Uri; overview: Overview } | undefined;
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly disposables: Disposable[];
  private timer: unknown;

  constructor(private readonly client: BaseLanguageClient) {
    client.onNotification(checkedNotification, ({ uri }: UriParams) => {
      const shown = this.current?.uri ?? window.activeTextEditor?.document.uri;
      if (shown && Uri.parse(uri).toString() === shown.toString()) this.refreshSoon();
    });
    this.disposables = [
      this.changed,
      window.onDidChangeActiveTextEditor(() => this.refreshSoon()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.current?.uri.toString() === uri.toString()) this.show(undefined);
      }),
    ];
  }

  /** Asks for a document's overview; undefined where it is no draft or changes meanwhile. */
  async of(document: TextDocument): Promise<Overview | undefined> {
    try {
      const params: UriParams = { uri: this.client.code2ProtocolConverter.asUri(document.uri) };
      return (await this.client.sendRequest<Overview | null>(overviewRequest, params)) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** The draft that a command is about: the one in front, else the one that the views show; where there is none, says so. */
  async draft(): Promise<Uri | undefined> {
    const front = window.activeTextEditor?.document;
    const draft = front && (await this.of(front)) ? front.uri : this.current?.uri;
    if (!draft) void window.showInformationMessage(l10n.t('Open a draft first.'));
    return draft;
  }

  refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), rest);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async refresh(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const overview = document && (await this.of(document));
    if (!document || !overview || document.isClosed) return;
    this.show({ uri: document.uri, overview });
  }

  private show(current: Overviews['current']): void {
    this.current = current;
    void commands.executeCommand('setContext', 'heshu.hasDraft', current !== undefined);
    this.changed.fire();
  }
}
