import type { ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { allowFolderNotification, type UriParams } from '../server/protocol.ts';

const key = 'allowedFolders';

/** Folders beyond the open ones that the user let settings name; kept on this machine. */
export class AllowedFolders {
  constructor(
    private readonly context: ExtensionContext,
    private readonly client: BaseLanguageClient,
  ) {
    client.onNotification(allowFolderNotification, ({ uri }: UriParams) => this.keep(uri));
  }

  static kept(context: ExtensionContext): readonly string[] {
    return context.globalState.get<readonly string[]>(key, []);
  }

  async allow(folder: Uri): Promise<void> {
    const uri = this.client.code2ProtocolConverter.asUri(folder);
    await this.keep(uri);
    await this.client.sendNotification(allowFolderNotification, { uri } satisfies UriParams);
  }

  private async keep(uri: string): Promise<void> {
    await this.context.globalState.update(key, [...new Set([...AllowedFolders.kept(this.context), uri])]);
  }
}
