import * as vscode from 'vscode';
import { papers } from './cases-papers.ts';
import { reviewing } from './cases-reviewing.ts';
import {
  after,
  codeOf,
  contains,
  equal,
  eventually,
  expectFindings,
  findings,
  open,
  replace,
  revert,
  typeAfter,
  uriOf,
} from './editing.ts';
import type { CaseResult, Report } from './report.ts';

const folder = '云溪区';
const draft = `${folder}/2025年政府工作报告.zcg`;
const paper = `${folder}/基期/2024年政府工作报告.txt`;
const all = ['growth-rate: 4.8%', 'baseline-value: 83.1%', 'streak: 连续3年', 'approximation: 近56亿元左右'];

/** Put in by the bundler: the sample's place in the workspace, and what `heshu check` says of it. */
declare const SAMPLE: { path: string; findings: string[] };
const sample = SAMPLE;

const times: Report['times'] = {};

/** What the extension does in an editor; the same on the desktop and on the web. */
const cases: Record<string, () => Promise<void>> = {
  async 'a draft is a 政策文稿: wrapped, without boxes around full-width characters'() {
    const { document } = await open(draft);
    equal(document.languageId, 'policy-draft');
    const settings = vscode.workspace.getConfiguration('editor', document);
    equal([settings.get('wordWrap'), settings.get('unicodeHighlight.ambiguousCharacters')], ['on', false]);
  },

  async 'findings mark the words that do not hold, and lead to the rule and to the paper'() {
    const started = performance.now();
    const { document } = await open(draft);
    await expectFindings(document, all);
    times['draft opened → findings'] ??= performance.now() - started;
    const [growth] = vscode.languages.getDiagnostics(document.uri);
    contains(growth!.message, '财政总收入262亿元、增长4.8%');
    const [related] = growth!.relatedInformation ?? [];
    equal(related?.location.uri.toString(), uriOf(paper).toString());
    const cited = await vscode.workspace.openTextDocument(related!.location.uri);
    equal(cited.getText(related!.location.range), '248亿元');
    // What a click on the rule's name in the editor does.
    const { target } = growth!.code as { target: vscode.Uri };
    await vscode.commands.executeCommand(target.path, ...(JSON.parse(target.query) as string[]));
    await eventually(
      'the rule’s page',
      () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('growth-rate'))) || undefined,
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  },

  async 'the sample is told what the command line tells, out of the packaged baseline'() {
    const { document } = await open(sample.path);
    await expectFindings(document, sample.findings);
  },

  async 'papers in Word and PDF are read, each by a bundle that is loaded on use'() {
    const { document } = await open('清河县/稿.zcg');
    await expectFindings(document, ['growth-rate: 4.8%', 'baseline-value: 1500个']);
    const [growth] = vscode.languages.getDiagnostics(document.uri);
    contains(growth!.message, '见2024年报告“一”第1段');
  },

  async 'a hover shows last year’s value, the target and the arithmetic'() {
    const { document } = await open(draft);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      after(document, '财政总收入26'),
    );
    // Without the blanks that keep columns apart.
    const text = (hover!.contents[0] as vscode.MarkdownString).value.replaceAll('\u2060\u3000', '');
    contains(text, '| 2023年 | 248亿元 | ＋7.5% | 2024年报告“一”第1段 |');
    contains(text, '262亿元÷248亿元－1＝**5.6%**');
  },

  ...Object.fromEntries(
    (
      [
        ['by prefix inside running Chinese', '固定资'],
        ['by full pinyin', 'gudingzichan'],
        ['by initials', 'gdzctz'],
      ] as const
    ).map(([how, typed]) => [
      `an indicator’s name is completed ${how}`,
      async () => {
        const editor = await open(draft);
        await expectFindings(editor.document, all);
        await typeAfter(editor, '我们坚持稳中求进，全区', typed);
        await eventually('the suggestion', async () => {
          await vscode.commands.executeCommand('acceptSelectedSuggestion');
          return editor.document.getText().includes(`全区${typed}地区`) ? undefined : true;
        });
        const line = editor.document.lineAt(after(editor.document, '我们坚持').line).text;
        await revert();
        contains(line, '我们坚持稳中求进，全区固定资产投资地区生产总值');
      },
    ]),
  ),

  async 'behind a name that was typed whole comes what follows it, without a key in between'() {
    const editor = await open(draft);
    await expectFindings(editor.document, all);
    await typeAfter(editor, '我们坚持稳中求进，全区', '固定资产投资');
    await eventually('the frame', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('全区固定资产投资亿元，增长%') || undefined;
    });
    await vscode.commands.executeCommand('leaveSnippet');
    await revert();
  },

  async 'a quick fix changes the figure and solves the finding'() {
    const { document } = await open(draft);
    await expectFindings(document, all);
    const finding = vscode.languages.getDiagnostics(document.uri).find((diagnostic) => codeOf(diagnostic) === 'baseline-value');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ title }) => title === '改为往年文件的81.3%');
    await vscode.workspace.applyEdit(action!.edit!);
    contains(document.getText(), '由上年的81.3%提高到86.5%');
    await expectFindings(document, [all[0]!, ...all.slice(2)]);
    await revert();
  },

  async 'fixes are not asked for at the other findings of a paragraph'() {
    const editor = await open(draft);
    const { document } = editor;
    await expectFindings(document, all);
    const end = after(document, '增长4.8%');
    // As VS Code asks where the caret's own place has no fix.
    const ask = (): Thenable<vscode.CodeAction[]> =>
      vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(end, end), 'quickfix');
    const start = after(document, '财政总收入');
    editor.selection = new vscode.Selection(start, start);
    equal((await ask()).length, 0);
    editor.selection = new vscode.Selection(end, end);
    await eventually('the fix', async () => ((await ask()).some(({ title }) => title.includes('重算')) ? true : undefined));
  },

  async 'findings follow an edit'() {
    const editor = await open(draft);
    await expectFindings(editor.document, all);
    const started = performance.now();
    await replace(editor, '近56亿元左右', '近56亿元');
    await expectFindings(editor.document, all.slice(0, 3));
    times['keystroke → findings'] = performance.now() - started;
    await revert();
    await expectFindings(editor.document, all);
  },

  async 'plain text is checked where heshu.json names it, and nowhere else'() {
    const named = await open(`${folder}/送审/送审稿.txt`);
    equal(named.document.languageId, 'plaintext');
    await expectFindings(named.document, all);
    const { document } = await open(`${folder}/便条.txt`);
    // Time enough for findings to come, had it been checked.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    equal(findings(document), []);
  },

  async 'a text whose name says that it is the draft of a report is one; last year’s report is not'() {
    const named = uriOf(`${folder}/云溪区政府工作报告（送审稿）.txt`);
    await vscode.workspace.fs.copy(uriOf(draft), named);
    const { document } = await open(`${folder}/云溪区政府工作报告（送审稿）.txt`);
    equal(document.languageId, 'policy-draft');
    await expectFindings(document, all);
    await vscode.workspace.fs.delete(named);
    equal((await open(paper)).document.languageId, 'plaintext');
  },

  async 'a changed paper of the baseline rechecks the draft'() {
    const { document } = await open(draft);
    await expectFindings(document, all);
    const { fs } = vscode.workspace;
    const text = new TextDecoder().decode(await fs.readFile(uriOf(paper)));
    await fs.writeFile(uriOf(paper), new TextEncoder().encode(text.replace('248亿元', '250亿元')));
    await expectFindings(document, all.slice(1));
    await fs.writeFile(uriOf(paper), new TextEncoder().encode(text));
    await expectFindings(document, all);
  },

  async 'the command checks any text, which becomes a 政策文稿'() {
    const { document } = await open(`${folder}/便条.txt`);
    await vscode.commands.executeCommand('heshu.check');
    equal(document.languageId, 'policy-draft');
    await expectFindings(document, ['approximation: 近56亿元左右']);
  },

  ...reviewing(draft, paper, SAMPLE),

  ...papers(draft),

  async 'a restart goes on where it was'() {
    const { document } = await open(draft);
    await expectFindings(document, all);
    await vscode.commands.executeCommand('heshu.restart');
    await expectFindings(document, all);
  },
};

/** No case takes so long, unless it waits for somebody to click. */
const limit = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('not done within 30 s')), 30_000);
  });

/** Runs all cases, one after the other. */
export const runCases = async (): Promise<Report> => {
  const results: CaseResult[] = [];
  for (const [name, run] of Object.entries(cases)) {
    try {
      await Promise.race([run(), limit()]);
      results.push({ name });
    } catch (error) {
      results.push({ name, error: error instanceof Error ? error.message : String(error) });
    }
  }
  return { cases: results, times };
};
