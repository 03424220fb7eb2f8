import { afterEach, describe, expect, it } from 'vitest';
import { type Hover, HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { type Editor, MemoryFiles, startEditor } from '../client.ts';
import { draftOf, files, folder } from '../papers.ts';

let editor: Editor;
afterEach(() => editor.stop());

/** The hover at `|`. */
const hoverAt = async (
  body: string,
  language: 'zh' | 'en' = 'zh',
  more: Record<string, string> = {},
): Promise<{ markdown: string; on: string } | null> => {
  editor = await startEditor({ files: new MemoryFiles({ ...files(), ...more }) }, { initializationOptions: { language } });
  const text = draftOf(body);
  const document = editor.open(`${folder}/draft.zcg`, text.replace('|', ''));
  const hover: Hover | null = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: document.uri },
    position: document.positionAt(text.indexOf('|')),
  });
  // Without the blanks that keep columns apart.
  return hover && { markdown: (hover.contents as MarkupContent).value.replaceAll('\u2060\u3000', ''), on: document.getText(hover.range) };
};

describe('hover on a figure', () => {
  it('shows value, target and last year side by side, and that a nominal rate does not follow', async () => {
    const hover = await hoverAt('财政总收入2|62亿元，增长4.8%。');
    expect(hover?.on).toBe('262亿元');
    expect(hover?.markdown).toBe(`| **财政总收入** | 数值 | 增速 | 出处 |
| :-- | --: | --: | :-- |
| **本稿** 2024年 | **262亿元** | ＋4.8% | “一”第1段 |
| 2024年目标 |  | ＋5% | 2024年报告“二”第1段 |
| 2023年 | 248亿元 | ＋7.5% | 2024年报告“一”第1段 |

262亿元÷248亿元－1＝**5.6%**（计四舍五入5.2%～6.1%），与文中“增长4.8%”**不符**

> 2024年报告“二”第1段：“财政总收入增长5%，新增城镇就业1.5万人”  
> 2024年报告“一”第1段：“财政总收入248亿元，增长7.5%”`);
  });

  it('says why GDP at current prices and its real growth need not agree', async () => {
    const hover = await hoverAt('地区生产总值868.3亿元，增长5.|7%。');
    expect(hover?.on).toBe('5.7%');
    expect(hover?.markdown).toContain('，仅供参考');
    expect(hover?.markdown).toContain('公布的增速按不变价计算');
    expect(hover?.markdown).toContain('| 2023年 | 812.4亿元 | ＋5.6% |');
  });

  it('gives the difference of shares in points', async () => {
    const hover = await hoverAt('规上工业企业数字化改造覆盖率达8|6.5%。');
    expect(hover?.markdown).toContain('86.5%－81.3%＝**5.2个百分点**');
  });

  it('divides by the value that a base was revised to, not by the one it had', async () => {
    const hover = await hoverAt('根据核定数据，2023年财政总收入由248亿元修订为250亿元。2024年财政总收入2|62亿元。');
    expect(hover?.markdown).toContain('262亿元÷250亿元－1＝**4.8%**');
  });

  it('says that a figure follows from others of the draft, where the papers have none', async () => {
    const hover = await hoverAt('完成投资186.3亿元，为年度计划120.5亿元的15|4.6%。');
    expect(hover?.markdown).toContain('往年材料中没有，与文中其他数据核算相符。');
    editor.stop();
    expect((await hoverAt('完成投资186.3亿元，为年度计划120.5亿元的14|5.6%。'))?.markdown).not.toContain('往年材料');
  });

  it('counts are exact: nothing to say of rounding', async () => {
    const paper = '政府工作报告\n——2024年2月6日在云溪区第五届人民代表大会第三次会议上\n一、2023年工作回顾\n新增停车泊位2000个。\n';
    const hover = await hoverAt('新增停车泊位21|00个。', 'zh', { [`${folder}/基期/上年报告.txt`]: paper });
    expect(hover?.markdown).toContain('2100个÷2000个－1＝**5%**\n');
  });

  it('says in one line that sources disagree', async () => {
    const press = '云溪区2023年经济运行综述\n\n2023年，全区经济稳中有进。\n\n财政总收入246.1亿元。';
    const hover = await hoverAt('财政总收入2|62亿元，增长4.8%。', 'zh', { [`${folder}/基期/综述.txt`]: press });
    expect(hover?.markdown).toContain(
      '来源不一（两数矛盾）：2023年，2024年报告“一”第1段 248亿元，《云溪区2023年经济运行综述》正文第3段 246.1亿元',
    );
  });

  it('shows this year’s sheet, and last year’s value as it has been revised since', async () => {
    const sheet = '指标,单位,本年数,上年数（修订）\n财政总收入,亿元,261.7,249.6\n';
    const hover = await hoverAt('财政总收入2|62亿元，增长4.8%。', 'zh', { [`${folder}/数据表/2024年数据表.csv`]: sheet });
    expect(hover?.markdown).toContain('| 2024年 | 261.7亿元 |  | 《2024年数据表》第2行 |');
    expect(hover?.markdown).toContain('262亿元÷249.6亿元－1＝**5%**');
  });

  it('says so where nothing is known', async () => {
    const hover = await hoverAt('共有口袋公园1|2个。');
    expect(hover?.markdown).toContain('往年材料中没有可比的数据');
  });

  it('speaks English where asked', async () => {
    const hover = await hoverAt('财政总收入2|62亿元，增长4.8%。', 'en');
    expect(hover?.markdown).toContain('**does not agree** with “增长4.8%” in the text');
  });
});

describe('hover on an indicator', () => {
  it('shows what last year’s paper says of it and where the draft does', async () => {
    const hover = await hoverAt('固定资|产投资709亿元。');
    expect(hover?.on).toBe('固定资产投资');
    expect(hover?.markdown).toContain('| **本稿** 2024年 | 709亿元 |  | “一”第1段 |');
    expect(hover?.markdown).toContain('| 2024年目标 |  | ＋8% | 2024年报告“二”第1段 |');
    expect(hover?.markdown).toContain('公布的增速按可比口径计算');
  });

  it('stays silent elsewhere', async () => {
    expect(await hoverAt('过去|一年，财政总收入262亿元。')).toBeNull();
  });
});
