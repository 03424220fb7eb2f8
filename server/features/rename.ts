import { ResponseError } from 'vscode-jsonrpc';
import type { ChangeAnnotation, PrepareRenameResult, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { changeValue, type Refusal, type ValueChange } from '../core/change-value.ts';
import { figureAt } from '../core/mentions.ts';
import type { Language } from '../core/rules/run.ts';
import { type Check, checkText, lspRange } from '../drafts.ts';
import type { Feature, Session } from '../feature.ts';
import { LSPErrorCodes } from '../rpc/kinds.ts';

/** Renaming a figure changes the value wherever it stands; what it drags along is shown and waits for consent. */
export default {
  capabilities: (client) => ({ renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
  start(session) {
    const { connection, drafts, language } = session;
    connection.onRequest('textDocument/prepareRename', async ({ textDocument: { uri }, position }, token): Promise<PrepareRenameResult> => {
      const check = await drafts.check(uri, token);
      const figure = check && figureAt(check.result.index, check.document.offsetAt(position));
      if (!figure) throw refuse('figure', language);
      return { range: lspRange(check, figure), placeholder: figure.printed };
    });
    connection.onRequest('textDocument/rename', async ({ textDocument: { uri }, position, newName }, token) => {
      const check = await drafts.check(uri, token);
      const figure = check && figureAt(check.result.index, check.document.offsetAt(position));
      if (!figure) throw refuse('figure', language);
      const changes = changeValue(check.result, figure, newName, (text) => checkText(text, check.project, language, check.reviewed));
      if (typeof changes === 'string') throw refuse(changes, language);
      return workspaceEdit(check, changes, session);
    });
  },
} satisfies Feature;

const refusals: Record<Language, Record<Refusal | 'figure', string>> = {
  zh: {
    figure: '光标处没有数据：请停在要改的数上',
    number: '请输入一个数，可以带单位，如 268亿元',
    unit: '单位与原数不是一类：请输入同类单位的数，或直接在文中修改',
  },
  en: {
    figure: 'No figure here: put the caret on the number to change',
    number: 'Enter a number, with its unit or without, such as 268亿元',
    unit: 'That unit measures something else: enter a unit of the same kind, or edit the text itself',
  },
};

const refuse = (reason: Refusal | 'figure', language: Language): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, refusals[language][reason]);

const labels: Record<Language, Record<ValueChange['role'], string>> = {
  zh: {
    here: '此处',
    mention: '同一数据的其他各处',
    dependent: '随之变动的数，按规则重算，请逐处确认',
    left: '没有重算的数：两端的数或年数不明，或按不变价计算；勾选则注上“待核”',
  },
  en: {
    here: 'Here',
    mention: 'Other places that state the same',
    dependent: 'Figures that follow from it, recomputed: confirm each',
    left: 'Not recomputed: an end or the years are unknown, or growth is at constant prices. Tick to mark it 待核',
  },
};

const isSure = (role: ValueChange['role']): boolean => role === 'here' || role === 'mention';

/** A client that cannot ask for consent gets what states the same, and findings for the rest. */
const workspaceEdit = (check: Check, changes: readonly ValueChange[], { client, language }: Session): WorkspaceEdit => {
  const { uri } = check.document;
  const { changeAnnotationSupport, documentChanges } = client.workspace?.workspaceEdit ?? {};
  const editOf = (change: ValueChange): TextEdit => ({ range: lspRange(check, change), newText: change.newText });
  if (!changeAnnotationSupport || !documentChanges) return { changes: { [uri]: changes.filter(({ role }) => isSure(role)).map(editOf) } };
  const annotations = Object.fromEntries(
    changes.map(({ role, name }): [string, ChangeAnnotation] => [
      `${role} ${name}`,
      { label: labels[language][role], description: name, needsConfirmation: !isSure(role) },
    ]),
  );
  const edits = changes.map((change) => ({ ...editOf(change), annotationId: `${change.role} ${change.name}` }));
  return { documentChanges: [{ textDocument: { uri, version: check.version }, edits }], changeAnnotations: annotations };
};
