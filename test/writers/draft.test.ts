import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readDocument } from '../../server/core/document.ts';
import { catalogue } from '../../server/core/generated/catalogue.ts';
import { makeVocabulary } from '../../server/core/indicators/vocabulary.ts';
import { readDocx } from '../../server/readers/docx.ts';
import { draftDocx } from '../../server/writers/word/draft.ts';

const text = `青川县政府工作报告
2025年1月10日在青川县第九届人民代表大会第三次会议上

各位代表：
一、2024年工作回顾
（一）经济稳中有进。全县R&D投入达到16.2亿元，财政总收
入26.2亿元，增长4.8%。

指标\t完成\t增速
财政总收入\t26.2亿元\t4.8%
二、2025年工作安排
力争<新增>停车泊位2000个。`;

it('a text becomes a document in the layout of GB/T 9704, comments on the very words', () => {
  const start = text.indexOf('财政总收\n入26.2亿元');
  const marked = [
    { start, end: start + '财政总收\n入26.2亿元'.length, lines: ['甲'] },
    { start: start + 6, end: text.indexOf('，增长'), lines: ['乙'] },
    { start: text.indexOf('26.2亿元\t'), end: text.indexOf('\t4.8%'), lines: ['丙'] },
  ];
  const bytes = draftDocx(readDocument(text, makeVocabulary(catalogue)), marked, {
    date: '2025-01-05T21:30:00Z',
    index: ['附：核数问题索引', '1. 甲'],
  });
  const { text: read } = readDocx(bytes);
  expect(
    read
      .split('\n')
      .filter(Boolean)
      .map((line) => line.trim()),
  ).toEqual([
    '青川县政府工作报告',
    '2025年1月10日在青川县第九届人民代表大会第三次会议上',
    '各位代表：',
    '一、2024年工作回顾',
    '（一）经济稳中有进。全县R&D投入达到16.2亿元，财政总收入26.2亿元，增长4.8%。',
    '指标 \t完成 \t增速',
    '财政总收入 \t26.2亿元 \t4.8%',
    '二、2025年工作安排',
    '力争<新增>停车泊位2000个。',
  ]);
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const xml = parts['word/document.xml'] as string;
  expect(xml).toContain('附：核数问题索引');
  const words = [0, 1, 2].map((id) =>
    xml
      .split(`commentRangeStart w:id="${id}"/>`)[1]
      ?.split(`<w:commentRangeEnd w:id="${id}"`)[0]
      ?.replace(/<[^>]*>/g, ''),
  );
  expect(words).toEqual(['财政总收入26.2亿元', '26.2亿元', '26.2亿元']);
  expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
  expect(xml).toMatch(/<w:rFonts w:eastAsia="黑体"\/><\/w:rPr><w:t xml:space="preserve">一、2024年工作回顾/);
  expect(xml).toMatch(/<w:rFonts w:eastAsia="楷体_GB2312"\/><\/w:rPr><w:t xml:space="preserve">（一）经济稳中有进。<\/w:t>/);
  expect(parts['word/styles.xml']).toContain('w:line="579" w:lineRule="exact"');
  expect(Object.keys(parts).some((name) => name.startsWith('docProps'))).toBe(false);
});
