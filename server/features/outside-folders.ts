import type { Language } from '../core/rules/run.ts';
import type { Feature } from '../feature.ts';
import { allowFolderNotification, type UriParams } from '../protocol.ts';
import { MessageType } from '../rpc/kinds.ts';
import { comparable } from '../uris.ts';

const texts = {
  zh: {
    ask: (path: string) => `要读打开的文件夹之外的材料：${path}。若写这份 heshu.json、放这个链接的不是您或同事，请不要允许`,
    allow: '允许读取',
    refuse: '不读',
  },
  en: {
    ask: (path: string) =>
      `heshu.json or a link leads to papers beyond the folders that are open: ${path}. Allow it only if you or a colleague put it there`,
    allow: 'Allow',
    refuse: 'Do Not Read',
  },
} satisfies Record<Language, unknown>;

/** Folders beyond what is open that settings name or links lead to are read once the user has said so. */
export default {
  start({ connection, workspace, language, stale }) {
    const text = texts[language];
    const asked = new Set<string>();
    const allow = (folder: string): void => {
      asked.add(comparable(folder));
      workspace.allow(folder);
      stale();
    };
    connection.onNotification(allowFolderNotification, ({ uri }: UriParams) => allow(uri));
    const ask = async (folder: string): Promise<void> => {
      if (asked.has(comparable(folder))) return;
      asked.add(comparable(folder));
      // A client that cannot ask leaves the folder unread.
      const actions = [{ title: text.allow }, { title: text.refuse }];
      const answer = await connection
        .sendRequest('window/showMessageRequest', { type: MessageType.Warning, message: text.ask(comparable(folder)), actions })
        .catch(() => undefined);
      if (answer?.title !== text.allow) return;
      allow(folder);
      void connection.sendNotification(allowFolderNotification, { uri: folder } satisfies UriParams);
    };
    workspace.onLoad(({ folders }) => {
      for (const { path } of folders.outside ?? []) void ask(path);
    });
  },
} satisfies Feature;
