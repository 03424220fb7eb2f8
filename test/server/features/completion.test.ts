import { afterEach, describe, expect, it } from 'vitest';
import { type CompletionItem, type CompletionList, CompletionRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { able, applied, type Editor, MemoryFiles, startEditor } from '../client.ts';
import { draftOf, files, folder } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

interface Completion {
  items: CompletionItem[];
  /** The line at the caret after choosing an item. */
  choose(label: string): string;
}

const snippets = {
  ...able,
  textDocument: { ...able.textDocument, completion: { completionItem: { labelDetailsSupport: true, snippetSupport: true } } },
};

/** What is offered at `|`. */
const completeAt = async (body: string, more: Record<string, string> = {}, language: 'zh' | 'en' = 'zh'): Promise<Completion> => {
  const memory = new MemoryFiles({ ...files(), ...more });
  editor = await startEditor({ files: memory }, { capabilities: snippets, initializationOptions: { language } });
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
    expect(labels(await completeAt('财政总收入，|'))).toEqual([]);
  });

  it('not from the unit of a number', async () => {
    expect(labels(await completeAt('引进外资268亿元|'))).toEqual([]);
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

const sheet = (...rows: string[]): Record<string, string> => ({
  [`${folder}/基期/sources.csv`]: 'id,title,region,year,authority\n快报,2024年统计快报,云溪区,2025,sheet\n',
  [`${folder}/基期/快报.csv`]: ['id,region,indicator,name,kind,low,printed,unit,bound,period,status,source', ...rows].join('\n'),
});
const revenue = (value: string): Record<string, string> =>
  sheet(
    `s-1,云溪区,total-fiscal-revenue,财政总收入,level,${value},${value}亿元,亿元,exact,2024,actual,快报`,
    's-2,云溪区,total-fiscal-revenue,财政总收入,change,5.6,5.6%,%,exact,2024,actual,快报',
  );
const lastReport = (body: string): Record<string, string> => ({
  [`${folder}/基期/上年报告.txt`]: `政府工作报告\n——2024年2月6日在云溪区第五届人民代表大会第三次会议上\n一、2023年工作回顾\n${body}\n`,
});

describe('what follows a name', () => {
  it('is a frame to fill in, with the unit and precision of last year’s report and growth where that has it', async () => {
    const { items } = await completeAt('全区财政总收入|');
    expect(items[0]).toMatchObject({
      label: '＿亿元，增长＿.＿%',
      detail: '2023年248亿元，增速7.5%',
      insertTextFormat: 2,
      filterText: '财政总收入',
      textEdit: { newText: '财政总收入$1亿元，增长$2%' },
    });
  });

  it.each([
    ['财政总收入248.3亿元、同比增长7.5%。', '财政总收入', '＿.＿亿元、同比增长＿.＿%'],
    ['财政总收入248亿元，比上年下降7.5%。', '财政总收入', '＿亿元，比上年下降＿.＿%'],
    ['城镇化率71.2%，比上年提高0.8个百分点。', '城镇化率', '＿.＿%，比上年提高＿.＿个百分点'],
    ['居民消费价格上涨0.2%。', '居民消费价格指数', '上涨＿.＿%'],
    ['规上工业增加值增长7.2%。', '规上工业增加值', '增长＿.＿%'],
    ['口袋公园绿化养护合格率达72%。', '口袋公园绿化养护合格率', '＿%'],
  ])('is a frame in the words of last year’s report: %s', async (body, name, label) => {
    expect(labels(await completeAt(`全区${name}|`, lastReport(body)))[0]).toBe(label);
  });

  it.each([
    ['财政总收入增长5%左右', '财政总收入', '增长＿%左右', '2024年目标5%'],
    ['新增城镇就业1.5万人以上', '新增城镇就业', '＿.＿万人以上', '2024年目标1.5万人'],
  ])('is in a plan what the last one set: %s', async (target, name, label, detail) => {
    const plan = lastReport(`略。\n二、2024年重点工作安排\n主要预期目标是：${target}。`);
    const { items } = await completeAt(`略。\n二、2025年重点工作安排\n${name}|`, plan);
    expect(items[0]).toMatchObject({ label, detail });
  });

  it('is this year’s value where a data sheet has it', async () => {
    const completion = await completeAt('全区财政总收入|。', revenue('262'));
    expect(completion.choose('262亿元，增长5.6%')).toBe('全区财政总收入262亿元，增长5.6%。');
  });

  it('is that value first as precise as reports print it', async () => {
    const completion = await completeAt('全区财政总收入|。', revenue('262.37'));
    expect(completion.items.slice(0, 2)).toMatchObject([
      { label: '262亿元，增长5.6%', detail: '《2024年统计快报》262.37亿元' },
      { label: '262.37亿元，增长5.6%' },
    ]);
  });

  it('comes before longer names, and no other name of the same indicator does', async () => {
    const { items } = await completeAt('全区固定资产投资|');
    expect(items[0]).toMatchObject({ label: '＿.＿亿元，增长＿.＿%', sortText: '000', filterText: '固定资产投资' });
    expect(items.map(({ label }) => label)).not.toContain('固定资产投资(不含农户)');
  });

  it('is the unit, behind the number', async () => {
    expect((await completeAt('全区财政总收入262|。')).choose('亿元')).toBe('全区财政总收入262亿元。');
  });

  it('is the value that the number begins, before the unit', async () => {
    const completion = await completeAt('全区财政总收入26|。', revenue('262'));
    expect(labels(completion).slice(0, 2)).toEqual(['262亿元，增长5.6%', '亿元']);
    expect(completion.choose('262亿元，增长5.6%')).toBe('全区财政总收入262亿元，增长5.6%。');
    editor.stop();
    expect(labels(await completeAt('全区财政总收入27|。', revenue('262')))[0]).toBe('亿元');
  });

  it('says in English what it rests on', async () => {
    const { items } = await completeAt('全区财政总收入|', {}, 'en');
    expect(items[0]).toMatchObject({ detail: '2023 248亿元，growth 7.5%' });
  });
});

describe('the rate that follows from the level just typed', () => {
  it('behind 增长', async () => {
    const completion = await completeAt('财政总收入262亿元，增长|。');
    expect(completion.items[0]?.detail).toBe('262亿元÷248亿元－1＝5.6%（计四舍五入5.2%～6.1%）');
    expect(completion.choose('5.6%')).toBe('财政总收入262亿元，增长5.6%。');
  });

  it('behind 较上年, with the word', async () => {
    expect((await completeAt('财政总收入240亿元，较上年|。')).choose('下降3.2%')).toBe('财政总收入240亿元，较上年下降3.2%。');
    editor.stop();
    expect((await completeAt('规上工业企业数字化改造覆盖率达86.5%，比上年|。')).choose('提高5.2个百分点')).toContain(
      '比上年提高5.2个百分点',
    );
  });

  it('not where the direction is another, nor where prices forbid to divide', async () => {
    expect(labels(await completeAt('财政总收入240亿元，增长|。'))).toEqual([]);
    editor.stop();
    expect(labels(await completeAt('地区生产总值868.3亿元，增长|。'))).toEqual([]);
  });
});

describe('the rate of the data sheet', () => {
  const gdp = sheet('s-1,云溪区,gdp,地区生产总值,change,5.7,5.7%,%,exact,2024,actual,快报');

  it('stands behind a name and 增长, and behind a level whose rate cannot be divided', async () => {
    expect((await completeAt('地区生产总值增长|。', gdp)).items[0]).toMatchObject({ label: '5.7%', detail: '《2024年统计快报》' });
    editor.stop();
    expect((await completeAt('地区生产总值868.3亿元，同比|。', gdp)).choose('增长5.7%')).toBe('地区生产总值868.3亿元，同比增长5.7%。');
  });

  it('comes before the one that follows from the level, once where both are the same', async () => {
    expect(labels(await completeAt('财政总收入262亿元，增长|。', revenue('262')))).toEqual(['5.6%']);
    editor.stop();
    expect(labels(await completeAt('财政总收入263亿元，增长|。', revenue('262')))).toEqual(['5.6%', '6.0%']);
  });

  it('is that of the name, not of what the sentence told before, and none of another direction', async () => {
    expect(labels(await completeAt('财政总收入262亿元，地区生产总值增长|。', gdp))).toEqual(['5.7%']);
    editor.stop();
    expect(labels(await completeAt('地区生产总值下降|。', gdp))).toEqual([]);
    editor.stop();
    expect(labels(await completeAt('财政总收入262亿元，固定资产投资增长|。'))).toEqual([]);
  });
});

it('what last year’s paragraph told beside the sentence’s other figures comes first', async () => {
  const last =
    '政府工作报告\n——2024年2月6日在云溪区第五届人民代表大会第三次会议上\n一、2023年工作回顾\n新增城镇就业1.86万人，城镇居民人均可支配收入62000元。\n城镇登记失业率2.1%。';
  const paper = { [`${folder}/基期/上年报告.txt`]: last };
  expect(labels(await completeAt('新增城镇就业2万人，cz|', paper)).slice(0, 2)).toEqual(['城镇居民人均可支配收入', '城镇登记失业率']);
});
