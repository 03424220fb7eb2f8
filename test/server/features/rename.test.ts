import { afterEach, describe, expect, it } from 'vitest';
import { PrepareRenameRequest, RenameRequest, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { able, type Editor } from '../client.ts';
import { openAt } from '../marked.ts';
import { folder, lastYear } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

const previewing = {
  ...able,
  workspace: { ...able.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } } },
};

interface Renamed {
  /** The body after all edits. */
  all: string;
  /** The body after those that need no consent. */
  sure: string;
  /** What is said to stay as it is, and may follow. */
  left: string[];
}

const rename = async (body: string, newName: string, capabilities: object = previewing, more = {}): Promise<Renamed> => {
  const opened = await openAt(body, { capabilities }, more);
  ({ editor } = opened);
  const edit = (await editor.connection.sendRequest(RenameRequest.type, { ...opened, newName })) as WorkspaceEdit;
  const { document } = opened;
  const bodyOf = (edits: Parameters<typeof TextDocument.applyEdits>[1]): string =>
    TextDocument.applyEdits(document, edits).split('\n').slice(5).join('\n').trimEnd();
  if (edit.changes) return { all: bodyOf(edit.changes[document.uri]!), sure: bodyOf(edit.changes[document.uri]!), left: [] };
  const [{ edits }] = edit.documentChanges as [TextDocumentEdit];
  const isSure = (id: string): boolean => !edit.changeAnnotations![id]!.needsConfirmation;
  const annotated = edits as ({ annotationId: string } & Parameters<typeof TextDocument.applyEdits>[1][0])[];
  const left = annotated.filter(({ annotationId }) => edit.changeAnnotations![annotationId]!.label.startsWith('没有重算'));
  return {
    all: bodyOf(annotated),
    sure: bodyOf(annotated.filter(({ annotationId }) => isSure(annotationId))),
    left: left.map(({ annotationId }) => edit.changeAnnotations![annotationId]!.description!),
  };
};

describe('changing a value', () => {
  it('changes it wherever it stands, each place in its own unit, precision and bound', async () => {
    const { sure, all } = await rename(
      '固定资产投资70|9亿元。\n固定资产投资达709.0亿元，即固定资产投资7090000万元。\n固定资产投资超700亿元，固定资产投资近710亿元，固定资产投资突破709亿元。',
      '685亿元',
    );
    expect(sure).toBe(
      '固定资产投资685亿元。\n固定资产投资达685.0亿元，即固定资产投资6850000万元。\n固定资产投资超600亿元，固定资产投资近710亿元，固定资产投资突破685亿元。',
    );
    expect(all).toBe(sure.replace('近710', '近690'));
  });

  it('takes a number without its unit, and one in another unit', async () => {
    expect((await rename('财政总收入26|2亿元。\n财政总收入262亿元。', '263')).sure).toBe('财政总收入263亿元。\n财政总收入263亿元。');
    editor.stop();
    expect((await rename('固定资产投资70|9亿元。\n固定资产投资709亿元。', '0.0685万亿元')).sure).toBe(
      '固定资产投资0.0685万亿元。\n固定资产投资685亿元。',
    );
  });

  it('recomputes growth, and waits for consent', async () => {
    const { sure, all } = await rename('财政总收入26|2亿元，增长5.6%。\n财政总收入增长5.6%，为近年新高。', '268');
    expect(sure).toBe('财政总收入268亿元，增长5.6%。\n财政总收入增长5.6%，为近年新高。');
    expect(all).toBe('财政总收入268亿元，增长8.1%。\n财政总收入增长8.1%，为近年新高。');
  });

  it('recomputes a rate of completion and a share', async () => {
    expect((await rename('完成投资18|6亿元，为年度计划120亿元的155%。', '180')).all).toBe('完成投资180亿元，为年度计划120亿元的150%。');
    editor.stop();
    expect((await rename('财政总收入26|2亿元，其中：税收收入131亿元，占财政总收入的50%。', '280')).all).toContain('占财政总收入的47%');
  });

  it('recomputes the difference of a rate', async () => {
    const { all } = await rename('规上工业企业数字化改造覆盖率达86.|5%，比上年提高5.2个百分点。', '88.3');
    expect(all).toBe('规上工业企业数字化改造覆盖率达88.3%，比上年提高7.0个百分点。');
  });

  it('recomputes how many points faster a rate is than another, and than last year’s', async () => {
    const { all } = await rename('固定资产投资增长6.2%，工业投资增长9.|8%，快于固定资产投资3.6个百分点。', '10.8%');
    expect(all).toBe('固定资产投资增长6.2%，工业投资增长10.8%，快于固定资产投资4.6个百分点。');
    editor.stop();
    const faster = '财政总收入增长8.|1%，完成年初5%的目标，增速比上年加快0.6个百分点。';
    expect((await rename(faster, '8.4%')).all).toBe('财政总收入增长8.4%，完成年初5%的目标，增速比上年加快0.9个百分点。');
  });

  it('recomputes the mean growth over years between two ends that are known', async () => {
    const fromTo = '五年来，财政总收入由2019年的200亿元增加到26|8亿元，年均增长6.0%。';
    expect(await rename(fromTo, '260')).toMatchObject({
      sure: fromTo.replace('26|8', '260'),
      all: fromTo.replace('26|8', '260').replace('6.0', '5.4'),
      left: [],
    });
    editor.stop();
    // 2021 to 2024 are four years.
    const apart = '财政总收入26|8亿元。“十四五”以来，财政总收入年均增长6.04%。2020年财政总收入212亿元。';
    expect((await rename(apart, '250')).all).toContain('年均增长4.21%');
    editor.stop();
    const earlier = lastYear.replace('2024年2月6日', '2023年2月6日').replace('2023年工作', '2022年工作').replace('248亿元', '243亿元');
    const inPapers = '财政总收入26|8亿元。近两年，财政总收入年均增长5.0%。';
    expect((await rename(inPapers, '260', previewing, { [`${folder}/基期/前年报告.txt`]: earlier })).all).toContain('年均增长3.4%');
    editor.stop();
    expect((await rename(inPapers, '260')).left).toEqual(['财政总收入年均增长5.0%']);
  });

  it('leaves a mean growth that a changed end does not make wrong, and says which it cannot recompute', async () => {
    const still = '五年来，财政总收入由2019年的200亿元增加到26|8亿元，年均增长6%。';
    expect(await rename(still, '269')).toMatchObject({ all: still.replace('26|8', '269'), left: [] });
    editor.stop();
    const unknown = '固定资产投资70|9亿元，年均增长6.0%。';
    expect(await rename(unknown, '720')).toMatchObject({ sure: unknown.replace('70|9', '720'), left: ['固定资产投资年均增长6.0%'] });
    editor.stop();
    const constant = '五年来，地区生产总值由2019年的700亿元增加到86|8亿元，年均增长5.5%。';
    expect(await rename(constant, '880')).toMatchObject({
      all: constant.replace('86|8', '880').replace('5.5%', '5.5%（待核）'),
      left: ['地区生产总值年均增长5.5%'],
    });
    editor.stop();
    const other = '过去五年，固定资产投资年均增长6.5%。财政总收入26|8亿元。';
    expect((await rename(other, '260')).left).toEqual([]);
  });

  it('leaves a bound that did not follow the old value either', async () => {
    const body = '固定资产投资70|9亿元。\n固定资产投资稳定在500亿元以上。';
    expect((await rename(body, '720')).all).toBe('固定资产投资720亿元。\n固定资产投资稳定在500亿元以上。');
  });

  it('leaves other periods, plans and kinds alone', async () => {
    const body = '财政总收入26|2亿元；第一季度财政总收入262亿元；新增城镇就业262人。\n二、2025年重点工作安排\n财政总收入262亿元。';
    expect((await rename(body, '263')).all).toBe(body.replace('26|2', '263'));
  });

  it('without a preview changes only what states the same', async () => {
    const { all } = await rename('财政总收入26|2亿元，增长5.6%。', '268', able);
    expect(all).toBe('财政总收入268亿元，增长5.6%。');
  });

  it('refuses what is no number and a unit of another kind', async () => {
    await expect(rename('财政总收入26|2亿元。', '很多')).rejects.toThrow('请输入一个数');
    editor.stop();
    await expect(rename('财政总收入26|2亿元。', '268万人')).rejects.toThrow('单位与原数不是一类');
  });

  it('is offered on figures only', async () => {
    const opened = await openAt('财政总|收入262亿元。');
    ({ editor } = opened);
    await expect(editor.connection.sendRequest(PrepareRenameRequest.type, opened)).rejects.toThrow('光标处没有数据');
    const position = { ...opened.position, character: 6 };
    const at = await editor.connection.sendRequest(PrepareRenameRequest.type, { ...opened, position });
    expect(at).toMatchObject({ placeholder: '262亿元' });
  });
});
