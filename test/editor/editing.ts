import * as vscode from 'vscode';

export const equal = (actual: unknown, expected: unknown): void => {
  const [a, b] = [JSON.stringify(actual, undefined, 1), JSON.stringify(expected, undefined, 1)];
  if (a !== b) throw new Error(`expected ${b}\nbut got ${a}`);
};

export const contains = (text: string, part: string): void => {
  if (!text.includes(part)) throw new Error(`expected “${part}” in\n${text}`);
};

/** What `look` gives once it gives something, or an error that says what was waited for. */
export const eventually = async <Value>(what: string, look: () => Value | undefined | Promise<Value | undefined>): Promise<Value> => {
  for (const started = Date.now(); Date.now() - started < 20_000; ) {
    const value = await look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
};

export const uriOf = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);

export const open = async (path: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)));

/** `rule: words marked` */
export const findings = ({ uri, getText }: vscode.TextDocument): string[] =>
  vscode.languages.getDiagnostics(uri).map((diagnostic) => `${codeOf(diagnostic)}: ${getText(diagnostic.range)}`);

export const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** Waits until the findings are these. */
export const expectFindings = async (document: vscode.TextDocument, expected: string[]): Promise<void> => {
  try {
    await eventually('findings', () => (JSON.stringify(findings(document)) === JSON.stringify(expected) ? true : undefined));
  } catch {
    equal(findings(document), expected);
  }
};

/** The place right after some words. */
export const after = (document: vscode.TextDocument, words: string): vscode.Position => {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`“${words}” does not stand in ${document.uri.path}`);
  return document.positionAt(at + words.length);
};

export const replace = async (editor: vscode.TextEditor, old: string, text: string): Promise<void> => {
  const end = after(editor.document, old);
  const start = editor.document.positionAt(editor.document.offsetAt(end) - old.length);
  await editor.edit((edit) => edit.replace(new vscode.Range(start, end), text));
};

/** Types as a person does, one character after the other, after some words. */
export const typeAfter = async (editor: vscode.TextEditor, words: string, typed: string): Promise<void> => {
  const place = after(editor.document, words);
  editor.selection = new vscode.Selection(place, place);
  for (const character of typed) {
    await vscode.commands.executeCommand('type', { text: character });
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
};

/** Takes back all changes. */
export const revert = (): Thenable<void> => vscode.commands.executeCommand('workbench.action.files.revert');
