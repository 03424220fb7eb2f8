import { unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { fromBase64 } from '../../../server/base64.ts';
import {
  checkFolderRequest,
  draftDiffRequest,
  type MadePaper,
  type MarkdownAnswer,
  makePaperRequest,
  type PaperText,
  paperTextRequest,
  type ReadWorksheets,
  readWorksheetsRequest,
} from '../../../server/protocol.ts';
import { readDocx } from '../../../server/readers/docx.ts';
import { readXlsx } from '../../../server/readers/xlsx.ts';
import { writeWorkbook } from '../../../server/writers/workbook.ts';
import { docx, docxOf, p, r } from '../../readers/docx-file.ts';
import { type Editor, MemoryFiles, startEditor } from '../client.ts';
import { draft, draftOf, files, folder } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

const uri = `${folder}/draft.zcg`;
const start = async (more: Record<string, string | Uint8Array> = {}): Promise<MemoryFiles> => {
  const all = new MemoryFiles({
    ...files(),
    ...Object.fromEntries(Object.entries(more).map(([name, content]) => [`${folder}/${name}`, content])),
  });
  editor = await startEditor({ files: all });
  editor.open(uri, draft);
  return all;
};
const at = (name: string): string => `${folder}/${encodeURIComponent(name)}`;
const ask = <Answer>(request: string, params: object): Promise<Answer> => editor.connection.sendRequest<Answer>(request, params);

const made = async (paper: string, of = uri): Promise<Record<string, Uint8Array>> => {
  const answer = await ask<MadePaper>(makePaperRequest, { uri: of, paper });
  if ('problem' in answer) throw new Error(answer.problem);
  return Object.fromEntries(answer.files.map(({ name, content }) => [name, fromBase64(content)]));
};
const commentsIn = (bytes: Uint8Array): string => new TextDecoder().decode(unzipSync(bytes)['word/comments.xml']);

it('makes the commented draft, the worksheet, its parts and the report of a draft on the screen', async () => {
  await start();
  const word = (await made('docx'))['draft-批注稿.docx'] as Uint8Array;
  expect(commentsIn(word)).toContain('财政总收入262亿元、增长4.8%：两数对不上');
  const sheet = (await made('worksheet'))['draft-核数单.xlsx'] as Uint8Array;
  expect(readXlsx(sheet)[0]?.rows[1]?.[3]).toBe('财政总收入');
  expect(Object.keys(await made('departments'))).toContain('draft-核数单-财政局.xlsx');
  const report = (await made('report'))['draft-核对报告.html'] as Uint8Array;
  expect(new TextDecoder().decode(report)).toContain('<a href="#f1">1</a>');
});

it('puts comments into the Word document that the text was made of, while both say the same', async () => {
  const own = docxOf(draft);
  await start({ 'draft.docx': own });
  const marked = (await made('docx'))['draft-批注稿.docx'] as Uint8Array;
  const [before, after] = [unzipSync(own), unzipSync(marked)];
  expect(after['word/styles.xml']).toEqual(before['word/styles.xml']);
  expect(readDocx(marked).text).toBe(readDocx(own).text);
  editor.stop();
  await start({ 'draft.docx': docxOf(draft.replace('262', '268')) });
  const anew = (await made('docx'))['draft-批注稿.docx'] as Uint8Array;
  expect(readDocx(anew).text).toContain('262亿元');
});

it('does the same of a Word document that nobody opened, and gives its words', async () => {
  const changed = docx(
    p(`${r('财政总收入')}<w:ins w:id="1">${r('262亿元', '<w:highlight w:val="yellow"/>')}</w:ins>${r('，增长4.8%。')}`),
    { comments: ['某科'] },
  );
  await start({ '送审稿.docx': docxOf(draft), '改稿.docx': changed, '坏.docx': docxOf(draft).subarray(0, 500) });
  const marked = (await made('docx', at('送审稿.docx')))['送审稿-批注稿.docx'] as Uint8Array;
  expect(commentsIn(marked)).toContain('财政总收入262亿元、增长4.8%：两数对不上');
  expect(await ask<PaperText>(paperTextRequest, { uri: at('送审稿.docx') })).toEqual({ text: readDocx(docxOf(draft)).text, note: null });
  expect(await ask<PaperText>(paperTextRequest, { uri: at('改稿.docx') })).toMatchObject({
    note: '改稿.docx：修订1处按全部接受后的文字读；批注1条没有读；标了颜色的1处（“262亿元”）文本里看不出来',
  });
  const damaged = '坏.docx：文件不完整或已损坏，请用 Word 或 WPS 打开后另存一份再核';
  expect(await ask<PaperText>(paperTextRequest, { uri: at('坏.docx') })).toEqual({ problem: damaged });
  expect(await ask<MadePaper>(makePaperRequest, { uri: at('坏.docx'), paper: 'docx' })).toEqual({ problem: damaged });
  expect(await ask<MadePaper>(makePaperRequest, { uri: at('没有.docx'), paper: 'docx' })).toEqual({
    problem: '没有.docx：读不到，可能已移走、改名或正被占用',
  });
});

it('reads worksheets back, and records what they confirm only when told to', async () => {
  const all = await start();
  const [sheet] = readXlsx((await made('worksheet'))['draft-核数单.xlsx'] as Uint8Array);
  const [heads = [], first = [], second = []] = sheet?.rows ?? [];
  const filled = [first, second].map((row, i) => heads.map((head, column) => (head === '核定数' ? ['262', '5.6'][i] : row[column]) ?? ''));
  const columns = heads.map((head) => ({ head, width: 10 }));
  all.files[`${folder}/财政局.xlsx`] = await writeWorkbook({ sheets: [{ name: '退回', columns, rows: filled }], footer: '' });
  const read = (confirm: boolean): Promise<ReadWorksheets> =>
    ask<ReadWorksheets>(readWorksheetsRequest, { uri, sheets: [at('财政局.xlsx')], confirm });
  expect(await read(false)).toEqual({
    markdown:
      '# draft.zcg：退回的核数单\n\n2行：与核定数不同1 · 已核定1\n\n- 与核定数不同 “一”第1段 **财政总收入增速**：本稿4.8%，核定5.6（财政局，财政局.xlsx第3行）\n- 已核定 “一”第1段 **财政总收入**：本稿262亿元，核定262（财政局，财政局.xlsx第2行）\n',
    confirmed: 1,
  });
  expect(all.files[`${folder}/heshu.reviewed.json`]).toBeUndefined();
  await read(true);
  const written = new TextDecoder().decode(all.files[`${folder}/heshu.reviewed.json`] as Uint8Array);
  expect(written).toContain('"value": "262亿元"');
  all.files[`${folder}/别的.csv`] = '甲,乙\n1,2\n';
  expect(await ask(readWorksheetsRequest, { uri, sheets: [at('别的.csv')], confirm: false })).toEqual({
    nothing: '别的.csv：不是核数单，找不到“编号”“核定数”两栏',
  });
});

it('compares the draft with an older version, a Word document as well', async () => {
  await start({ '旧.docx': docxOf(draft.replace('262亿元，增长4.8%', '260亿元，增长4.8%')) });
  const answer = await ask<MarkdownAnswer>(draftDiffRequest, { uri, before: at('旧.docx') });
  expect(answer).toEqual({
    markdown: expect.stringMatching(
      /^# draft\.zcg：与 旧\.docx 比较\n\n- 改 “一”第1段 \*\*财政总收入\*\* 260亿元 → 262亿元\n {2}- 随之请看：“一”第1段财政总收入增速4\.8%\n/,
    ),
  });
});

it('checks the papers of a folder one by one and against each other', async () => {
  const plan = draftOf('过去一年，财政总收入265亿元。').replace('政府工作报告', '国民经济和社会发展计划报告');
  await start({ '大会/计划报告.docx': docxOf(plan), '大会/工作报告.txt': draft, '大会/坏.pdf': '%PDF-1.4', '大会/表.csv': '' });
  const answer = await ask<MarkdownAnswer>(checkFolderRequest, { uri: at('大会') });
  const markdown = 'markdown' in answer ? answer.markdown : answer.nothing;
  expect(markdown).toMatch(/\| 工作报告\.txt \| 5 \|/);
  expect(markdown).toContain('坏.pdf：PDF 不完整或已损坏');
  expect(markdown).toMatch(/财政总收入262亿元：另一份材料为265亿元/);
  expect(await ask(checkFolderRequest, { uri: at('空') })).toEqual({
    nothing: '空：文件夹里没有文稿（docx、txt、md、zcg、html、pdf）',
  });
});
