import type { Position } from 'vscode-languageserver-protocol/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, MemoryFiles, startEditor } from './client.ts';
import { draftOf, files, folder } from './papers.ts';

/** A draft that an editor has open, and the place of `|` in it. */
export interface OpenAt {
  editor: Editor;
  document: TextDocument;
  textDocument: { uri: string };
  position: Position;
}

/** Opens a draft with the given body; the mark is taken out. */
export const openAt = async (body: string, options: Parameters<typeof startEditor>[1] = {}, more = {}): Promise<OpenAt> => {
  const editor = await startEditor({ files: new MemoryFiles({ ...files(), ...more }) }, options);
  const marked = draftOf(body);
  const document = editor.open(`${folder}/draft.zcg`, marked.replace('|', ''));
  const position = document.positionAt(Math.max(0, marked.indexOf('|')));
  return { editor, document, textDocument: { uri: document.uri }, position };
};
