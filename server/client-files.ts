import type { Connection } from 'vscode-languageserver';
import { fromBase64, toBase64 } from './base64.ts';
import type { Files } from './files.ts';
import { listFolderRequest, readFileRequest, type UriParams, type WriteFileParams, writeFileRequest } from './protocol.ts';
import { joinUri, parentOf } from './uris.ts';

/** Files by requests to the client: virtual workspaces, and all files of a server in a web worker. Paths are URIs. */
export const clientFiles = (connection: Connection): Files => {
  const ask = <Answer>(method: string, uri: string): Promise<Answer | null> =>
    connection.sendRequest<Answer | null>(method, { uri } satisfies UriParams);
  return {
    async list(folder) {
      return (await ask<string[]>(listFolderRequest, folder)) ?? undefined;
    },
    async read(path) {
      const base64 = await ask<string>(readFileRequest, path);
      return base64 === null ? undefined : fromBase64(base64);
    },
    async write(path, bytes) {
      const problem = await connection.sendRequest<string | null>(writeFileRequest, {
        uri: path,
        content: toBase64(bytes),
      } satisfies WriteFileParams);
      if (problem !== null) throw new Error(problem);
    },
    join: joinUri,
    parent: parentOf,
  };
};
