import { fromBase64, toBase64 } from './base64.ts';
import type { Files } from './files.ts';
import { listFolderRequest, readFileRequest, writeFileRequest } from './protocol.ts';
import type { Connection } from './rpc/connection.ts';
import { joinUri, parentOf } from './uris.ts';

/** Files by requests to the client: virtual workspaces, and all files of a server in a web worker. Paths are URIs. */
export const clientFiles = (connection: Connection): Files => ({
  async list(folder) {
    return (await connection.sendRequest(listFolderRequest, { uri: folder })) ?? undefined;
  },
  async read(path) {
    const base64 = await connection.sendRequest(readFileRequest, { uri: path });
    return base64 === null ? undefined : fromBase64(base64);
  },
  async write(path, bytes) {
    const problem = await connection.sendRequest(writeFileRequest, { uri: path, content: toBase64(bytes) });
    if (problem !== null) throw new Error(problem);
  },
  join: joinUri,
  parent: parentOf,
});
