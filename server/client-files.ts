import type { Connection } from 'vscode-languageserver';
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
      return base64 === null ? undefined : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
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

const toBase64 = (bytes: Uint8Array): string => {
  // Few enough at a time to be arguments of one call.
  const step = 0x8000;
  let binary = '';
  for (let i = 0; i < bytes.length; i += step) binary += String.fromCharCode(...bytes.subarray(i, i + step));
  return btoa(binary);
};
