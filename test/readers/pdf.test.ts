import { describe, expect, it } from 'vitest';
import { readPaper } from '../../server/readers/paper.ts';
import { pdf, typeset } from './pdf-file.ts';

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const paper = await readPaper('报告.pdf', bytes);
  return 'text' in paper ? paper.text : 'error' in paper ? paper.error.zh : '';
};

const paragraph = (start: string): string =>
  `${start}，全县上下坚定信心、迎难而上，财政总收入26.2亿元，增长4.8%，一般公共预算收入13.5亿元，增长5.1%，新增停车泊位2000个，改造老旧小区12个。`;

/** Where a word begins that stands a quarter of a square behind the one before. */
const placeOf = (words: readonly string[], index: number): number =>
  words.slice(0, index).reduce((x, text) => x + 4 + [...text].reduce((sum, character) => sum + (character < '\x80' ? 8 : 16), 0), 72);

describe('pdf', () => {
  it('joins the lines that the width of the page has broken, over pages too', async () => {
    const paragraphs = ['云溪县政府工作报告', '一、2024年工作回顾', ...[...Array(12).keys()].map((i) => paragraph(`这是第${i}段`))];
    expect((await textOf(pdf(typeset(paragraphs, '云溪县人民政府文件')))).split('\n')).toEqual(paragraphs);
  });

  it('parts the cells of rows that stand below one another', async () => {
    const at = (text: string, x: number, y: number) => ({ text, x, y });
    const page = [at('指标', 72, 700), at('2024年', 300, 700), at('财政总收入', 72, 660), at('26.2亿元', 300, 660)];
    const alone = [at('没有空当的一行', 72, 630), at('附件', 72, 600), at('说明', 300, 600)];
    expect((await textOf(pdf([[...page, ...alone]]))).split('\n')).toEqual([
      '指标\t2024年',
      '财政总收入\t26.2亿元',
      '没有空当的一行',
      '附件  说明',
    ]);
  });

  it('parts cells that stand close together where those below begin at the same place', async () => {
    const at = (text: string, x: number, y: number) => ({ text, x, y });
    const page = [
      at('新增停车泊位1000个，其中', 72, 700),
      at('新增停车泊位1200个，其', 276, 700),
      at('公共泊位300个', 72, 680),
      at('中公共泊位350个。', 276, 680),
    ];
    expect((await textOf(pdf([page]))).split('\n')).toEqual([
      '新增停车泊位1000个，其中\t新增停车泊位1200个，其',
      '公共泊位300个\t中公共泊位350个。',
    ]);
  });

  it('takes out the narrow blanks between numbers and Chinese', async () => {
    const words = ['一、', '2024', '年工作回顾', 'PM2.5', '达标', '3 A'];
    const line = words.map((text, index) => ({ text, x: placeOf(words, index), y: 700 }));
    expect(await textOf(pdf([line]))).toBe('一、2024年工作回顾PM2.5达标3 A');
  });

  it('says what is wrong in one line', async () => {
    expect(await textOf(pdf([[]]))).toBe('PDF 没有文字（多半是扫描件），请识别成文字，或用 Word、WPS 文稿来核');
    const whole = pdf(typeset(['云溪县政府工作报告']));
    expect(await textOf(whole.slice(0, 300))).toMatch(/^PDF (?:不完整或已损坏|没有文字)/);
    const locked =
      '/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> >>';
    expect(await textOf(pdf([[]], locked))).toBe('PDF 有密码，请取消密码后再核');
  });
});
