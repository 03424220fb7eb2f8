import { commands, Disposable, type ExtensionContext, env, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fromBase64 } from '../server/base64.ts';
import {
  checkFolderRequest,
  type DraftDiffParams,
  draftDiffRequest,
  type MadePaper,
  type MakePaperParams,
  type MarkdownAnswer,
  makePaperRequest,
  type PaperKind,
  type PaperText,
  paperTextRequest,
  type ReadWorksheets,
  type ReadWorksheetsParams,
  readWorksheetsRequest,
  type UriParams,
} from '../server/protocol.ts';
import { nameOf } from '../server/uris.ts';
import type { Answers } from './answers.ts';
import type { Overviews } from './overviews.ts';

/** Endings of what can be read as a draft. */
const draftEndings = ['docx', 'docm', 'zcg', 'txt', 'md', 'html', 'pdf'];

/** The commands for papers in and out; callers that know a file or a place may give it. */
export const registerPapers = (
  context: ExtensionContext,
  client: BaseLanguageClient,
  overviews: Overviews,
  answers: Answers,
): Disposable => {
  const { asUri } = client.code2ProtocolConverter;
  const ask = <Answer>(request: string, params: object): Promise<Answer> => client.sendRequest<Answer>(request, params);

  const make = async (
    paper: PaperKind,
    given: Uri | undefined,
  ): Promise<{ draft: Uri; files: { name: string; bytes: Uint8Array }[] } | undefined> => {
    const draft = given ?? (await overviews.draft());
    if (!draft) return undefined;
    const answer = await ask<MadePaper>(makePaperRequest, { uri: asUri(draft), paper } satisfies MakePaperParams);
    if ('files' in answer) return { draft, files: answer.files.map(({ name, content }) => ({ name, bytes: fromBase64(content) })) };
    void window.showErrorMessage(answer.problem);
    return undefined;
  };

  /** One file, where the user says; the dialog asks before it takes the place of another. */
  const save = async (paper: PaperKind, given: Uri | undefined, target: Uri | undefined): Promise<Uri | undefined> => {
    const made = await make(paper, given);
    const file = made?.files[0];
    if (!made || !file) return undefined;
    const ending = file.name.slice(file.name.lastIndexOf('.') + 1);
    const place =
      target ??
      (await window.showSaveDialog({
        ...besides(made.draft, file.name),
        filters: { [ending]: [ending] },
      }));
    return place && (await write(place, file.bytes)) ? place : undefined;
  };

  const saveAndOffer = async (paper: PaperKind, given: Uri | undefined, target: Uri | undefined): Promise<void> => {
    const place = await save(paper, given, target);
    if (place && !target) offerToOpen(place);
  };

  const saveParts = async (given: Uri | undefined, folder: Uri | undefined): Promise<void> => {
    const made = await make('departments', given);
    if (!made) return;
    const [place] = folder
      ? [folder]
      : ((await window.showOpenDialog({
          ...besides(made.draft, '.'),
          canSelectFolders: true,
          canSelectFiles: false,
          openLabel: l10n.t('Save the Worksheets Here'),
        })) ?? []);
    if (!place) return;
    const files = made.files.map(({ name, bytes }) => ({ at: Uri.joinPath(place, name), bytes }));
    const there = await Promise.all(files.map(({ at }) => exists(at)));
    if (there.includes(true) && !(await overwrites(l10n.t('Some of the worksheets are there already.')))) return;
    for (const { at, bytes } of files) if (!(await write(at, bytes))) return;
    void window.showInformationMessage(l10n.t('{0} worksheets saved.', files.length));
  };

  /** A paper becomes a text beside it, which is checked as it is written. */
  const openWord = async (given?: Uri): Promise<void> => {
    const paper = given ?? (await chooseFiles(l10n.t('The draft'), undefined, draftEndings, false))?.[0];
    if (!paper) return;
    const answer = await ask<PaperText>(paperTextRequest, { uri: asUri(paper) } satisfies UriParams);
    if ('problem' in answer) {
      void window.showErrorMessage(answer.problem);
      return;
    }
    if (answer.note !== null) void window.showInformationMessage(answer.note);
    const text = paper.with({ path: paper.path.replace(/(?:\.[^./]+)?$/, '.zcg') });
    const old = await workspace.fs.readFile(text).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    );
    if (old !== undefined && old !== answer.text) {
      const [open, replace] = [l10n.t('Open It'), l10n.t('Make It Anew')];
      const question = l10n.t('{0} is there already and says something else.', nameOf(text.toString()));
      const chosen = await window.showWarningMessage(question, { modal: true }, open, replace);
      if (chosen === undefined) return;
      if (chosen === replace && !(await write(text, new TextEncoder().encode(answer.text)))) return;
    }
    const isThere =
      old !== undefined ||
      (await workspace.fs.writeFile(text, new TextEncoder().encode(answer.text)).then(
        () => true,
        () => false,
      ));
    // Where nothing may be written, a text without a file.
    const document = isThere
      ? await workspace.openTextDocument(text)
      : await workspace.openTextDocument({ language: 'policy-draft', content: answer.text });
    await window.showTextDocument(document, { viewColumn: ViewColumn.Active, preview: false });
  };

  const readWorksheets = async (...given: (Uri | undefined)[]): Promise<void> => {
    const draft = await overviews.draft();
    if (!draft) return;
    const named = given.filter((uri) => uri !== undefined);
    const sheets = named.length > 0 ? named : await chooseFiles(l10n.t('The worksheets that came back'), draft, ['xlsx', 'csv'], true);
    if (!sheets || sheets.length === 0) return;
    const read = (confirm: boolean): Promise<ReadWorksheets> =>
      ask<ReadWorksheets>(readWorksheetsRequest, { uri: asUri(draft), sheets: sheets.map(asUri), confirm } satisfies ReadWorksheetsParams);
    const answer = await read(false);
    if ('nothing' in answer) {
      void window.showErrorMessage(answer.nothing);
      return;
    }
    await answers.show(l10n.t('Returned worksheets'), answer.markdown);
    if (answer.confirmed === 0) return;
    const record = l10n.t('Record Them as Confirmed');
    void window
      .showInformationMessage(l10n.t('{0} figures came back as they stand in the draft.', answer.confirmed), record)
      .then(async (chosen) => {
        const recorded = chosen === record ? await read(true) : undefined;
        if (recorded && 'nothing' in recorded) void window.showErrorMessage(recorded.nothing);
      });
  };

  const diff = async (given?: Uri): Promise<void> => {
    const draft = await overviews.draft();
    const before = draft && (given ?? (await chooseFiles(l10n.t('The older version'), draft, draftEndings, false))?.[0]);
    if (!draft || !before) return;
    await show(l10n.t('What changed'), await ask(draftDiffRequest, { uri: asUri(draft), before: asUri(before) } satisfies DraftDiffParams));
  };

  const checkFolder = async (given?: Uri): Promise<void> => {
    const [folder] = given
      ? [given]
      : ((await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: l10n.t('Check This Folder') })) ?? []);
    if (folder) await show(l10n.t('Check of a folder'), await ask(checkFolderRequest, { uri: asUri(folder) } satisfies UriParams));
  };

  const show = async (title: string, answer: MarkdownAnswer): Promise<void> => {
    if ('markdown' in answer) await answers.show(title, answer.markdown);
    else void window.showInformationMessage(answer.nothing);
  };

  const printReport = async (given?: Uri, target?: Uri): Promise<void> => {
    const page = await save('report', given, target);
    if (page && !target) await env.openExternal(page);
  };

  /** The offline page, for reviewers who have a browser and nothing else. */
  const savePage = async (target?: Uri): Promise<void> => {
    const name = '核数.html';
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const place =
      target ?? (await window.showSaveDialog({ ...(folder && { defaultUri: Uri.joinPath(folder, name) }), filters: { HTML: ['html'] } }));
    if (place) await write(place, await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name)));
  };

  const register = (id: string, run: (...args: never[]) => unknown): Disposable => commands.registerCommand(id, run);
  return Disposable.from(
    register('heshu.openWord', openWord),
    register('heshu.saveCommented', (given?: Uri, target?: unknown) => saveAndOffer('docx', given, uriIn(target))),
    register('heshu.saveWorksheet', (given?: Uri, target?: unknown) => saveAndOffer('worksheet', given, uriIn(target))),
    register('heshu.saveWorksheets', (given?: Uri, folder?: unknown) => saveParts(given, uriIn(folder))),
    register('heshu.readWorksheets', readWorksheets),
    register('heshu.diffDraft', diff),
    register('heshu.checkFolder', checkFolder),
    register('heshu.printReport', (given?: Uri, target?: unknown) => printReport(given, uriIn(target))),
    register('heshu.savePage', savePage),
  );
};

/** What follows the file in the arguments of a menu's command is the whole selection, not a place. */
const uriIn = (argument: unknown): Uri | undefined => (argument instanceof Uri ? argument : undefined);

const besides = (draft: Uri, name: string): { defaultUri?: Uri } =>
  draft.scheme === 'untitled' || draft.scheme === 'heshu' ? {} : { defaultUri: Uri.joinPath(draft, '..', name) };

const exists = (place: Uri): Thenable<boolean> =>
  workspace.fs.stat(place).then(
    () => true,
    () => false,
  );

const overwrites = async (question: string): Promise<boolean> => {
  const overwrite = l10n.t('Overwrite');
  return (await window.showWarningMessage(question, { modal: true }, overwrite)) === overwrite;
};

const write = async (place: Uri, bytes: Uint8Array): Promise<boolean> => {
  try {
    await workspace.fs.writeFile(place, bytes);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('Cannot be written: {0}. Close it where it is open in Word, WPS or Excel.', reason));
    return false;
  }
};

const offerToOpen = (place: Uri): void => {
  const open = l10n.t('Open');
  const buttons = place.scheme === 'file' ? [open] : [];
  void window
    .showInformationMessage(l10n.t('Saved: {0}', nameOf(place.toString())), ...buttons)
    .then((chosen) => chosen === open && env.openExternal(place));
};

/** A dialog of the machine's files cannot show those of a virtual workspace: there, files of the workspace are picked. */
const chooseFiles = async (title: string, draft: Uri | undefined, endings: string[], many: boolean): Promise<Uri[] | undefined> => {
  const scheme = draft?.scheme ?? workspace.workspaceFolders?.[0]?.uri.scheme;
  if (scheme === undefined || scheme === 'file' || scheme === 'untitled' || scheme === 'heshu')
    return window.showOpenDialog({
      title,
      openLabel: title,
      canSelectMany: many,
      filters: { [title]: endings },
      ...(draft && besides(draft, '.')),
    });
  const files = await workspace.findFiles(`**/*.{${endings.join(',')}}`, undefined, 500);
  const items = files
    .filter((file) => file.toString() !== draft?.toString())
    .map((file) => ({ label: workspace.asRelativePath(file), file }));
  const options = { title, placeHolder: title, ignoreFocusOut: true };
  if (many) return (await window.showQuickPick(items, { ...options, canPickMany: true }))?.map(({ file }) => file);
  const chosen = await window.showQuickPick(items, options);
  return chosen && [chosen.file];
};
