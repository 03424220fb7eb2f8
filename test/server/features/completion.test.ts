import { afterEach, describe, expect, it } from 'vitest';
import { type CompletionItem, type CompletionList, CompletionRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { applied, type Editor, MemoryFiles, startEditor } from '../client.ts';
import { draftOf, files, folder } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

interface Completion {
  items: CompletionItem[];
  /** The line at the caret after choosing an item. */
  choose(label: string): string;
}

/** What is offered at `|`. */
const completeAt = async (body: string): Promise<Completion> => {
  editor = await startEditor({ files: new MemoryFiles(files()) });
  const text = draftOf(body);
  const document = editor.open(`${folder}/draft.zcg`, text.replace('|', ''));
  const position = document.positionAt(text.indexOf('|'));
  const list = (await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: document.uri },
    position,
  })) as CompletionList;
  return {
    items: list.items,
    choose(label) {
      const item = list.items.find((candidate) => candidate.label === label);
      if (!item) throw new Error(`${label} is not offered, but ${list.items.map((candidate) => candidate.label).join('、')}`);
      return applied(document, item).split('\n')[position.line] ?? '';
    },
  };
};
const labels = ({ items }: Completion): string[] => items.map(({ label }) => label);

describe('indicator names are completed inside running Chinese', () => {
  it('by the characters before the caret, whatever word they run on from', async () => {
    expect((await completeAt('全区固定资|，形势向好。')).choose('固定资产投资')).toBe('全区固定资产投资，形势向好。');
  });

  it('by initials', async () => {
    expect((await completeAt('全区gdzctz|增长。')).choose('固定资产投资')).toBe('全区固定资产投资增长。');
  });

  it('by full pinyin, begun', async () => {
    expect((await completeAt('全区gudingzichan|')).choose('固定资产投资')).toBe('全区固定资产投资');
  });

  it('by letters in capitals', async () => {
    expect((await completeAt('全区GDZC|')).choose('固定资产投资')).toBe('全区固定资产投资');
  });

  it('by a short form, which gives the standard name', async () => {
    expect((await completeAt('全区gt|')).choose('固定资产投资')).toBe('全区固定资产投资');
  });

  it('of the baseline’s own, which no catalogue has', async () => {
    expect((await completeAt('全区kdgylh|')).choose('口袋公园绿化养护合格率')).toBe('全区口袋公园绿化养护合格率');
  });

  it('not where a whole name stands', async () => {
    expect(labels(await completeAt('财政总收入|'))).toEqual([]);
  });

  it('not for one character, which begins half the catalogue', async () => {
    expect(labels(await completeAt('财|'))).toEqual([]);
  });
});

describe('an offered name', () => {
  it('shows last year’s value and where it stands', async () => {
    const item = (await completeAt('gdzctz|')).items.find(({ label }) => label === '固定资产投资');
    expect(item?.detail).toBe('2023年642.8亿元，+30.8%');
    expect(item?.labelDetails?.description).toBe('2023年642.8亿元，+30.8%');
    expect((item!.documentation as MarkupContent).value).toContain('2024年报告“一”第1段：“');
  });

  it('comes first where last year’s report has it and the draft does not yet', async () => {
    const first = labels(await completeAt('cz|'))[0];
    expect(first).toBe('财政总收入');
    editor.stop();
    expect(labels(await completeAt('地区生产总值868.3亿元。\ngd|'))[0]).toBe('固定资产投资');
  });
});
