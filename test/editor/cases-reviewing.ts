import * as vscode from 'vscode';
import { after, codeOf, contains, equal, eventually, expectFindings, findings, open, replace, revert, uriOf } from './editing.ts';

const { executeCommand } = vscode.commands;
const wordsAt = (document: vscode.TextDocument, ranges: readonly { range: vscode.Range }[]): string[] =>
  ranges.map(({ range }) => document.getText(range));

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('heshu').update(name, value, vscode.ConfigurationTarget.Global);

/** Where decisions on the draft are kept. */
const record = '云溪区/heshu.reviewed.json';

/** Runs the code action of a command at some words, with what its user would be asked for; gives the action's arguments. */
const decide = async (document: vscode.TextDocument, words: string, command: string, answers: object): Promise<string[]> => {
  const end = after(document, words);
  const range = new vscode.Range(end.translate(0, -words.length), end);
  const actions = await executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
  const action = actions.find((one) => one.command?.command === command);
  if (!action?.command) throw new Error(`no ${command} among ${actions.map(({ title }) => title).join('、')}`);
  await executeCommand(command, ...(action.command.arguments as unknown[]), answers);
  return action.command.arguments as string[];
};

/** What reviewers do with a draft, and how one starts. */
export const reviewing = (
  draft: string,
  paper: string,
  sample: { path: string; findings: string[] },
): Record<string, () => Promise<void>> => ({
  async 'the outline has the headings with the figures under each, and folds'() {
    const { document } = await open(draft);
    const symbols = await executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    equal(symbols[0]?.name, '一、2024年工作回顾');
    contains(symbols[0]!.detail, '个数据 · 请核3');
    const folds = await executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    equal(folds[0]?.start, symbols[0]!.range.start.line);
  },

  async 'a figure leads to the sentence of last year’s report, and to all places that state it'() {
    const editor = await open(draft);
    const { document } = editor;
    await replace(editor, '近56亿元左右', '近56亿元，财政总收入达到262.0亿元');
    const at = after(document, '财政总收入26');
    const links = await executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, at);
    equal(links[0]?.targetUri.toString(), uriOf(paper).toString());
    const cited = await vscode.workspace.openTextDocument(links[0]!.targetUri);
    equal(cited.getText(links[0]!.targetRange), '248亿元');
    const references = await executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
    equal(wordsAt(document, references), ['262亿元', '262.0亿元']);
    const highlights = await executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, at);
    equal(wordsAt(document, highlights), ['262亿元', '262.0亿元']);
    await revert();
  },

  async 'a value is changed wherever it stands, and what follows from it waits for consent'() {
    const editor = await open(draft);
    const { document } = editor;
    await replace(editor, '近56亿元左右', '近56亿元，财政总收入达到262.0亿元');
    const at = after(document, '财政总收入26');
    const edit = await executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, '268');
    const edits = edit.get(document.uri);
    equal(
      edits.map(({ range, newText }) => `${document.getText(range)} → ${newText}`),
      ['262亿元 → 268亿元', '4.8% → 8.1%', '262.0亿元 → 268.0亿元'],
    );
    await revert();
  },

  async 'all wording is put right by one command'() {
    const { document } = await open(draft);
    await expectFindings(document, findings(document));
    await executeCommand('heshu.fixWording');
    await eventually('the wording', () => (document.getText().includes('近56亿元左右') ? undefined : true));
    await revert();
  },

  async 'figures and indicators are marked'() {
    const { document } = await open(draft);
    const legend = await executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    equal(legend.tokenTypes, ['figure', 'indicator']);
    const { data } = await executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    if (data.length < 50) throw new Error(`only ${data.length / 5} tokens`);
  },

  async 'claims are found by name across the open drafts'() {
    await open(draft);
    const symbols = await executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '财政总收入262');
    contains(symbols.map(({ name }) => name).join('\n'), '财政总收入 262亿元');
  },

  async 'hints and lenses follow the settings'() {
    const { document } = await open(draft);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<string[]> =>
      (await executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all)).map(({ label }) => String(label));
    const lenses = (): Thenable<vscode.CodeLens[]> => executeCommand('vscode.executeCodeLensProvider', document.uri);
    equal([(await hints()).length, (await lenses()).length], [0, 0]);
    await set('inlayHints', 'conflicts');
    await set('codeLens', true);
    await eventually('the hint', async () => ((await hints()).join() === '按两数为5.6%' ? true : undefined));
    await eventually('the lenses', async () => ((await lenses()).length > 0 ? true : undefined));
    await set('inlayHints', undefined);
    await set('codeLens', undefined);
    await eventually('quiet', async () => ((await hints()).length + (await lenses()).length === 0 ? true : undefined));
  },

  async 'a finding is set aside with a reason, and taken up again from the view'() {
    const { document } = await open(draft);
    const before = await eventually('findings', () => (findings(document).length > 0 ? findings(document) : undefined));
    const [, key] = await decide(document, '4.8%', 'heshu.setAside', { reason: '同口径', by: '综合科' });
    await expectFindings(document, before.slice(1));
    const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(record)));
    contains(written, '"reason": "同口径"');
    const item = { menu: { kind: 'setAside', of: { key } } };
    await eventually('the finding', async () => {
      await executeCommand('heshu.restoreItem', item);
      return findings(document).length === before.length || undefined;
    });
    await expectFindings(document, before);
    await vscode.workspace.fs.delete(uriOf(record));
  },

  async 'a figure is confirmed against a paper, and comes back when it is edited'() {
    const editor = await open(draft);
    const { document } = editor;
    const before = await eventually('findings', () => (findings(document).length > 0 ? findings(document) : undefined));
    await decide(document, '36场', 'heshu.confirm', { paper: '活动台账', by: '商务局' });
    await replace(editor, '36场', '37场');
    const changed = await eventually('the finding', () =>
      vscode.languages.getDiagnostics(document.uri).find((one) => codeOf(one) === 'confirmed-value'),
    );
    contains(changed.message, '商务局据《活动台账》核定为36场');
    await revert();
    await expectFindings(document, before);
    await vscode.workspace.fs.delete(uriOf(record));
  },

  async 'a revised base is used, and a misread one opens in the file of corrections'() {
    const { document } = await open(draft);
    const before = await eventually('findings', () => (findings(document).length > 0 ? findings(document) : undefined));
    const corrections = uriOf(paper.replace(/[^/]+$/, '更正.csv'));
    await decide(document, '4.8%', 'heshu.correctBase', {});
    const editor = await eventually('the row', () =>
      vscode.window.visibleTextEditors.find((shown) => shown.document.uri.toString() === corrections.toString()),
    );
    contains(editor.document.getText(editor.selection), '财政总收入');
    await executeCommand('workbench.action.closeActiveEditor');
    await open(draft);
    await decide(document, '4.8%', 'heshu.reviseBase', { value: '250', paper: '决算报告', by: '财政局' });
    await expectFindings(document, before.slice(1));
    await vscode.workspace.fs.delete(corrections);
    await expectFindings(document, before);
  },

  async 'the views open, and the report shows what they list'() {
    const { document } = await open(draft);
    await expectFindings(document, findings(document));
    for (const view of ['findings', 'commitments', 'headline', 'unevidenced', 'sources']) await executeCommand(`heshu.${view}.focus`);
    await open(draft);
    await executeCommand('heshu.showReport');
    await eventually(
      'the report',
      () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('核对报告'))) || undefined,
    );
    const saved = uriOf('核对报告.html');
    await executeCommand('heshu.saveReport', saved);
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(saved));
    for (const part of [
      "default-src 'none'",
      '财政总收入262亿元、增长4.8%：两数对不上',
      '<th scope="col">2024年目标</th>',
      'role="img"',
      '去年目标兑现',
    ])
      contains(page, part);
    await executeCommand('workbench.action.closeActiveEditor');
  },

  async 'a sentence for a target that the draft does not speak of is put in at the cursor'() {
    const editor = await open(draft);
    await expectFindings(editor.document, findings(editor.document));
    const end = after(editor.document, '带动消费近56亿元左右。');
    editor.selection = new vscode.Selection(end, end);
    const item = { menu: { kind: 'unmentioned', of: { frame: '新增城镇就业$1万人' } } };
    await eventually('the sentence', async () => {
      await executeCommand('heshu.insertFrame', item);
      return editor.document.getText().includes('左右。新增城镇就业万人') || undefined;
    });
    await executeCommand('leaveSnippet');
    await revert();
  },

  async 'the sample opens as a copy in memory, and is checked'() {
    await executeCommand('heshu.openSample');
    const { document } = vscode.window.activeTextEditor!;
    equal([document.uri.scheme, document.languageId], ['heshu', 'policy-draft']);
    await expectFindings(document, sample.findings);
    const at = after(document, '财政总收入26');
    const links = await executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, at);
    const row = await vscode.workspace.openTextDocument(links[0]!.targetUri);
    contains(row.getText(links[0]!.targetRange), '财政总收入');
    await executeCommand('workbench.action.closeActiveEditor');
  },

  async 'a folder of papers is chosen once, and the draft is held against it'() {
    const { fs } = vscode.workspace;
    const write = (path: string, text: string): Thenable<void> => fs.writeFile(uriOf(path), new TextEncoder().encode(text));
    const head = (year: number): string =>
      `政府工作报告\n${year}年1月10日在清溪县第九届人民代表大会第${year === 2025 ? '四' : '三'}次会议上\n一、${year - 1}年工作回顾\n`;
    await write('清溪县/去年/报告.txt', `${head(2024)}财政总收入24.8亿元，增长7.5%。`);
    await write('清溪县/稿.zcg', `${head(2025)}财政总收入26.2亿元，增长4.8%。`);
    const { document } = await open('清溪县/稿.zcg');
    await executeCommand('heshu.chooseBaseline', uriOf('清溪县/去年'));
    await expectFindings(document, ['growth-rate: 4.8%']);
    const config = new TextDecoder().decode(await fs.readFile(uriOf('清溪县/heshu.json')));
    equal(JSON.parse(config), { baseline: '去年' });
  },

  async 'what a new data sheet changes is shown beside the draft'() {
    const sheet = (level: string): Uint8Array =>
      new TextEncoder().encode(`2024年主要指标\n指标,单位,上年数,本年数\n财政总收入,亿元,248,${level}\n`);
    const sheets = [uriOf('新旧数据表/旧.csv'), uriOf('新旧数据表/新.csv')] as const;
    await vscode.workspace.fs.writeFile(sheets[0], sheet('262'));
    await vscode.workspace.fs.writeFile(sheets[1], sheet('265'));
    const { document } = await open(draft);
    await expectFindings(document, findings(document));
    await executeCommand('heshu.dataDiff', ...sheets);
    const page = await eventually('the table', () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'heshu-answer'));
    contains(page.getText(), '| 财政总收入 | 2024 | 262亿元 | 265亿元 |');
    await eventually('a place beside the draft', () => (vscode.window.tabGroups.all.length > 1 ? true : undefined));
    await executeCommand('workbench.action.closeEditorsInOtherGroups');
    await vscode.workspace.fs.delete(uriOf('新旧数据表'), { recursive: true });
  },

  async 'a text in GB18030 that opened as rubbish is reopened as it was written'() {
    // 财政总收入 in GB18030, many times.
    const bytes = [0xb2, 0xc6, 0xd5, 0xfe, 0xd7, 0xdc, 0xca, 0xd5, 0xc8, 0xeb];
    const path = uriOf('乱码.zcg');
    await vscode.workspace.fs.writeFile(path, Uint8Array.from(Array(20).fill(bytes).flat()));
    const { document } = await open('乱码.zcg');
    contains(document.getText(), '\ufffd');
    // Older editors let the user choose.
    if (!('encoding' in document)) return;
    await executeCommand('heshu.reopenWithEncoding');
    await eventually('the text', () => (vscode.window.activeTextEditor?.document.getText().startsWith('财政总收入') ? true : undefined));
  },

  async 'language models get facts only where the user allows it'() {
    // VS Code 1.95 and newer.
    if (!('LanguageModelToolResult' in vscode)) return;
    const { lm } = vscode as unknown as { lm: { invokeTool: unknown } };
    await open(draft);
    const invoke = lm.invokeTool as (name: string, options: object) => Thenable<{ content: { value: string }[] }>;
    const ask = async (): Promise<string | undefined> => {
      try {
        const { content } = await invoke('heshu_lookUp', { input: { indicator: '财政总收入' }, toolInvocationToken: undefined });
        return content.map(({ value }) => value).join('\n');
      } catch {
        return undefined;
      }
    };
    equal(await ask(), undefined);
    await set('languageModelTools', true);
    contains(await eventually('the tool', ask), '2023实绩：248亿元，增速＋7.5%');
    await set('languageModelTools', undefined);
  },
});
