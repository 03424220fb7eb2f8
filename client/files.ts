import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fromBase64, toBase64 } from '../server/base64.ts';
import { listFolderRequest, readFileRequest, type UriParams, type WriteFileParams, writeFileRequest } from '../server/protocol.ts';

/** Reads and writes files for a server that cannot: one in a web worker, or any file of a virtual workspace. */
export const serveFiles = (client: BaseLanguageClient): void => {
  client.onRequest(readFileRequest, async ({ uri }: UriParams): Promise<string | null> => {
    try {
      return toBase64(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
    }
  });
  client.onRequest(writeFileRequest, async ({ uri, content }: WriteFileParams): Promise<string | null> => {
    try {
      await workspace.fs.writeFile(Uri.parse(uri), fromBase64(content));
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
  client.onRequest(listFolderRequest, async ({ uri }: UriParams): Promise<string[] | null> => {
    try {
      const entries = await workspace.fs.readDirectory(Uri.parse(uri));
      return entries
        .filter(([, type]) => type & FileType.File)
        .map(([name]) => name)
        .sort();
    } catch {
      return null;
    }
  });
};
