import * as vscode from 'vscode';
import { docxOf } from '../readers/docx-file.ts';
import { after, contains, equal, eventually, expectFindings, findings, open, uriOf } from './editing.ts';

const { executeCommand } = vscode.commands;
const { fs } = vscode.workspace;

const bytesAt = async (path: string): Promise<Uint8Array> => fs.readFile(uriOf(path));
const textAt = async (path: string): Promise<string> => new TextDecoder().decode(await bytesAt(path));
/** What begins a zip file, and so any office file. */
const zipMark = [0x50, 0x4b, 3, 4];
const isOffice = async (path: string): Promise<void> => equal([...(await bytesAt(path)).subarray(0, 4)], zipMark);

/** The answer that a command shows, once it says something. */
const answer = (words: string): Promise<string> =>
  eventually(`an answer with ${words}`, () =>
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === 'heshu-answer')
      .map((page) => page.getText())
      .find((text) => text.includes(words)),
  );

/** Papers in and out, on both hosts. */
export const papers = (draft: string): Record<string, () => Promise<void>> => ({
  async 'papers are made of the draft: comments, worksheets, the printed report, and the offline page'() {
    const { document } = await open(draft);
    await expectFindings(document, findings(document));
    await executeCommand('heshu.saveCommented', document.uri, uriOf('出/批注稿.docx'));
    await isOffice('出/批注稿.docx');
    await executeCommand('heshu.saveWorksheet', document.uri, uriOf('出/核数单.xlsx'));
    await isOffice('出/核数单.xlsx');
    await executeCommand('heshu.saveWorksheets', document.uri, uriOf('出/分'));
    const parts = (await fs.readDirectory(uriOf('出/分'))).map(([name]) => name);
    contains(parts.join('\n'), '2025年政府工作报告-核数单-财政局.xlsx');
    await executeCommand('heshu.printReport', document.uri, uriOf('出/报告.html'));
    contains(await textAt('出/报告.html'), '<span class="margin"><a href="#f1">1</a></span>');
    await executeCommand('heshu.savePage', uriOf('出/核数.html'));
    contains(await textAt('出/核数.html'), "default-src 'none'");
    await executeCommand('heshu.readWorksheets', uriOf('出/核数单.xlsx'));
    contains(await answer('退回的核数单'), '未填');
    await fs.delete(uriOf('出'), { recursive: true });
    await executeCommand('workbench.action.closeEditorsInOtherGroups');
  },

  async 'a Word document becomes a text beside it, and takes its comments itself'() {
    const lines = (await textAt(draft)).replaceAll('近56亿元左右', '近56亿元');
    await fs.writeFile(uriOf('云溪区/送审稿.docx'), docxOf(lines));
    await executeCommand('heshu.openWord', uriOf('云溪区/送审稿.docx'));
    const { document } = vscode.window.activeTextEditor!;
    equal([document.languageId, document.uri.toString()], ['policy-draft', uriOf('云溪区/送审稿.zcg').toString()]);
    await expectFindings(document, ['growth-rate: 4.8%', 'baseline-value: 83.1%', 'streak: 连续3年']);
    await executeCommand('heshu.saveCommented', uriOf('云溪区/送审稿.docx'), uriOf('云溪区/批注.docx'));
    await isOffice('云溪区/批注.docx');
    // A second time it is opened as it is.
    await executeCommand('heshu.openWord', uriOf('云溪区/送审稿.docx'));
    equal(vscode.window.activeTextEditor!.document.uri.toString(), document.uri.toString());

    await open(draft);
    await executeCommand('heshu.diffDraft', uriOf('云溪区/送审稿.docx'));
    contains(await answer('送审稿.docx 比较'), '新增的问题');
    await executeCommand('heshu.checkFolder', uriOf('云溪区'));
    const report = await answer('云溪区：核对结果');
    contains(report, '## [送审稿.docx]');
    contains(report, '财政总收入262亿元、增长4.8%：两数对不上');
    for (const name of ['送审稿.docx', '送审稿.zcg', '批注.docx']) await fs.delete(uriOf(`云溪区/${name}`));
    await executeCommand('workbench.action.closeEditorsInOtherGroups');
  },

  async 'a figure whose evidence is a Word document or a PDF file leads to its words, to be read only'() {
    for (const [words, name, cited] of [
      ['财政总收入26', '报告.docx（只读）', '24.8亿元'],
      ['停车泊位2000个，上年为15', '补充.pdf（只读）', '1200个'],
    ] as const) {
      const { document } = await open('清河县/稿.zcg');
      const at = after(document, words);
      const links = await executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, at);
      const shown = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(links[0]!.targetUri));
      equal([shown.document.uri.path, shown.document.getText(links[0]!.targetRange)], [`/基期/${name}`, cited]);
      equal(shown.document.languageId, 'policy-draft');
      await executeCommand('workbench.action.closeActiveEditor');
    }
  },
});
