import { commands, Disposable, type ExtensionContext, l10n, Range, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type Corrected,
  type CorrectParams,
  correctRequest,
  type DecideParams,
  decideRequest,
  type Placed,
  reviewCommands,
} from '../server/protocol.ts';
import type { Overviews } from './overviews.ts';
import type { Node } from './views/tree.ts';

/** Who decides, as given last; kept on this machine. */
const reviewerKey = 'reviewer';

/** What a reviewer is asked for; a caller that knows may give it. */
type Answers = Partial<Record<'reason' | 'paper' | 'value' | 'by', string>>;

/** The commands of reviewers: they ask for reason, paper and name; the server writes what was decided. */
export const registerReview = (context: ExtensionContext, client: BaseLanguageClient, overviews: Overviews): Disposable => {
  const decide = async (params: DecideParams): Promise<void> => {
    const problem = await client.sendRequest<string | null>(decideRequest, params);
    if (problem !== null) void window.showErrorMessage(problem);
  };
  const correct = async (params: CorrectParams): Promise<{ uri: Uri; line: number } | undefined> => {
    const answer = await client.sendRequest<Corrected>(correctRequest, params);
    if ('uri' in answer) return { uri: client.protocol2CodeConverter.asUri(answer.uri), line: answer.line };
    void window.showErrorMessage(answer.problem);
    return undefined;
  };
  /** Asks for what is not known yet, the name last; undefined where the user gives up. */
  const ask = async (title: string, known: Answers, ...questions: (keyof Answers)[]): Promise<Required<Answers> | undefined> => {
    const answers: Answers = { ...known };
    for (const question of [...questions, 'by' as const]) {
      const given =
        answers[question] ??
        (await window.showInputBox({
          title,
          prompt: prompts()[question],
          ignoreFocusOut: true,
          value: question === 'by' ? context.globalState.get<string>(reviewerKey, '') : '',
          validateInput: (text) => (text.trim() ? undefined : prompts()[question]),
        }));
      if (!given?.trim()) return undefined;
      answers[question] = given.trim();
    }
    await context.globalState.update(reviewerKey, answers.by);
    return answers as Required<Answers>;
  };

  const setAside = async (uri: string, key: string, what: string, known: Answers = {}): Promise<void> => {
    const answers = await ask(l10n.t('Set aside: {0}', what), known, 'reason');
    if (answers) await decide({ uri, action: 'setAside', key, reason: answers.reason, by: answers.by });
  };
  const restore = (uri: string, key: string): Promise<void> => decide({ uri, action: 'restore', key });
  const confirm = async (uri: string, position: Placed['range']['start'], printed: string, known: Answers = {}): Promise<void> => {
    const answers = await ask(l10n.t('Confirm {0} against a paper', printed), known, 'paper');
    if (answers) await decide({ uri, action: 'confirm', position, printed, paper: answers.paper, by: answers.by });
  };
  const withdraw = (uri: string, position: Placed['range']['start'], printed: string): Promise<void> =>
    decide({ uri, action: 'withdraw', position, printed });
  const reviseBase = async (uri: string, fact: string, what: string, known: Answers = {}): Promise<void> => {
    const answers = await ask(l10n.t('The base was revised: {0}', what), known, 'value', 'paper');
    if (!answers) return;
    const { value, paper, by } = answers;
    const row = await correct({ uri, fact, revised: { value, paper, by } });
    if (!row) return;
    const open = l10n.t('Open');
    void window.showInformationMessage(l10n.t('Recorded among the corrections; all is held against it now.'), open).then((chosen) => {
      if (chosen === open) void show(row);
    });
  };
  const correctBase = async (uri: string, fact: string): Promise<void> => {
    const row = await correct({ uri, fact });
    if (row) await show(row);
  };

  /** From an item of a view. */
  const ofItem =
    (run: (uri: string, menu: NonNullable<Node['menu']>) => Promise<void>) =>
    async ({ menu }: Node): Promise<void> => {
      const { current } = overviews;
      if (current && menu) await run(client.code2ProtocolConverter.asUri(current.uri), menu);
    };
  return Disposable.from(
    commands.registerCommand(reviewCommands.setAside, setAside),
    commands.registerCommand(reviewCommands.confirm, confirm),
    commands.registerCommand(reviewCommands.withdraw, withdraw),
    commands.registerCommand(reviewCommands.reviseBase, reviseBase),
    commands.registerCommand(reviewCommands.correctBase, correctBase),
    commands.registerCommand('heshu.review', () => commands.executeCommand('editor.action.codeAction', { kind: 'heshu.review' })),
    commands.registerCommand(
      'heshu.setAsideItem',
      ofItem(async (uri, menu) => {
        if (menu.kind === 'finding') await setAside(uri, menu.of.key, menu.of.message.split('\n')[0] as string);
      }),
    ),
    commands.registerCommand(
      'heshu.restoreItem',
      ofItem(async (uri, menu) => {
        if (menu.kind === 'setAside') await restore(uri, menu.of.key);
      }),
    ),
    commands.registerCommand(
      'heshu.confirmItem',
      ofItem(async (uri, menu) => {
        if (menu.kind === 'figure') await confirm(uri, menu.of.range.start, menu.of.printed);
      }),
    ),
  );
};

const prompts = (): Record<keyof Answers, string> => ({
  reason: l10n.t('Why it need not be settled: scope, a revised base, a paper…'),
  paper: l10n.t('By which paper: its title and date'),
  value: l10n.t('The revised value, such as 249.6亿元'),
  by: l10n.t('Who decides: name or office; it stays in the file beside the draft'),
});

/** Opens a file of corrections with a row selected. */
const show = async ({ uri, line }: { uri: Uri; line: number }): Promise<void> => {
  const document = await workspace.openTextDocument(uri);
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  await window.showTextDocument(document, { selection: new Range(range.start, range.end) });
};
