import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { listFolderRequest, readFileRequest, type UriParams } from '../server/protocol.ts';

/** Reads files for a server that cannot: one in a web worker, or any file of a virtual workspace. */
export const serveFiles = (client: BaseLanguageClient): void => {
  client.onRequest(readFileRequest, async ({ uri }: UriParams): Promise<string | null> => {
    try {
      return toBase64(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
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

const toBase64 = (bytes: Uint8Array): string => {
  // Few enough at a time to be arguments of one call.
  const step = 0x8000;
  let binary = '';
  for (let i = 0; i < bytes.length; i += step) binary += String.fromCharCode(...bytes.subarray(i, i + step));
  return btoa(binary);
};
