import { describe, expect, it } from 'vitest';
import { readHtml } from '../../server/readers/html.ts';
import { gb18030 } from './encodings.ts';

const linesOf = (html: string): string[] => readHtml(new TextEncoder().encode(html)).split('\n');

describe('html', () => {
  it('gives a line a paragraph, heading or item, without what is no text', () => {
    const page = `<!doctype html><html><head><title>网站名</title><style>p{}</style></head><body><script>var 甲 = 1;</script>
      <h1>政府工作报告</h1><div><p>一、2024年
        工作回顾</p><p>财政总收入&nbsp;26.2亿元，<b>增长</b>4.8&#37;。<br>下一行&lt;注&gt;</p></div>
      <p style="display: none">藏</p><ol start="3"><li>甲<li>乙</ol><ul><li>丙</li></ul><!-- 注释 --></body></html>`;
    expect(linesOf(page)).toEqual([
      '政府工作报告',
      '一、2024年 工作回顾',
      '财政总收入\u00a026.2亿元，增长4.8%。',
      '下一行<注>',
      '3. 甲',
      '4. 乙',
      '• 丙',
    ]);
  });

  it('gives a line a row of a table, merged cells in their columns', () => {
    const table = `<table><caption>表1</caption><thead><tr><th>指标<th colspan=2>目标</tr></thead>
      <tr><td rowspan="2">总量</td><td><p>甲</p><p>乙</p></td><td>丙</td></tr><tr><td>丁</td><td></td></tr></table>`;
    expect(linesOf(table)).toEqual(['表1', '指标\t目标\t', '总量\t甲 乙\t丙', '同上\t丁\t']);
  });

  it('reads tables that only lay out a page as text', () => {
    expect(linesOf('<table><tr><td>菜单</td><td><table><tr><td>一、甲</td></tr></table><p>乙。</p></td></tr></table>')).toEqual([
      '菜单',
      '一、甲',
      '乙。',
    ]);
  });

  it.each(['<meta charset="gb2312">', '<meta http-equiv="Content-Type" content="text/html; charset=GBK">', ''])(
    'decodes GB18030 under “%s”',
    (meta) => {
      expect(readHtml(gb18030(`<html>${meta}<p>财政总收入26.2亿元。</p>`))).toBe('财政总收入26.2亿元。');
    },
  );

  it('believes UTF-8 that is right, whatever the page says, and other encodings that it names', () => {
    expect(linesOf('<meta charset=gb2312><p>财政总收入</p>')).toEqual(['财政总收入']);
    const big5 = new Uint8Array([...new TextEncoder().encode('<meta charset=big5><p>'), 0xb0, 0x5d, 0xac, 0x46]);
    expect(readHtml(big5)).toBe('財政');
  });
});
