import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../server/readers/xlsx.ts';
import { c, row, xlsx } from './xlsx-file.ts';

const only = (bytes: Uint8Array): string[][] => {
  const sheets = readXlsx(bytes);
  expect(sheets).toHaveLength(1);
  return sheets[0]?.rows ?? [];
};

describe('xlsx', () => {
  it.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 1416, '1416'],
    ['0.0%', 0.051, '5.1%'],
    ['0.00%', 0.0512, '5.12%'],
    ['#,##0.00', 12345.678, '12,345.68'],
    ['#,##0', 1086, '1,086'],
    ['0.0_ ', 4.25, '4.3'],
    ['yyyy"年"m"月"d"日"', 45672, '2025年1月15日'],
    ['yyyy/m/d', 45672, '2025/1/15'],
    ['0.0"亿元"', 26.2, '26.2亿元'],
    ['0.00_);[Red]\\(0.00\\)', -3.5, '(3.50)'],
    ['#,##0.0,', 14160, '14.2'],
    ['[DBNum1]General', 3, '3'],
    ['nonsense"', 7, '7'],
  ])('shows %s of %d as %s', (format, value, shown) => {
    expect(only(xlsx([{ name: '表', rows: row(1, [c('A1', value, 1)]) }], [format]))).toEqual([[shown]]);
  });

  it('knows the formats that files name by number, and the other calendar', () => {
    const rows = row(1, [c('A1', 0.0512, 1), c('B1', 45672, 2)]);
    expect(only(xlsx([{ name: '表', rows }]))).toEqual([['5.12%', '2025年1月']]);
    expect(only(xlsx([{ name: '表', rows: row(1, [c('A1', 44210, 2)]) }], [], undefined, true))).toEqual([['2025年1月']]);
  });

  it('reads shared and rich strings without phonetic guides, formulas by their value, errors as shown', () => {
    const strings = '<si><t>财政总收入</t></si><si><r><t>地区</t></r><r><t>生产总值</t></r><rPh><t>ディク</t></rPh></si>';
    const rows = row(1, [
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="B1" t="s"><v>1</v></c>',
      '<c r="C1"><f>SUM(A2:A9)</f><v>26.2</v></c>',
      '<c r="D1" t="str"><f>A1&amp;B1</f><v>合</v></c>',
      '<c r="E1" t="e"><v>#DIV/0!</v></c>',
      '<c r="F1" t="b"><v>1</v></c>',
    ]);
    expect(only(xlsx([{ name: '表', rows }], [], strings))).toEqual([['财政总收入', '地区生产总值', '26.2', '合', '#DIV/0!', 'TRUE']]);
  });

  it('fills merged cells, keeps empty ones and drops empty rows', () => {
    const rows = row(1, [c('A1', '主要指标'), c('C1', '单位')]) + row(2, []) + row(4, [c('B4', 7)]);
    const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:C4"/></mergeCells>';
    expect(only(xlsx([{ name: '表', rows, after }]))).toEqual([
      ['主要指标', '主要指标', '单位'],
      ['', '', '单位'],
      ['', '', '单位'],
      ['', '7', '单位'],
    ]);
  });

  it('gives each visible sheet; hidden sheets, rows and columns are left out, filtered rows are not', () => {
    const rows = row(1, [c('A1', '甲'), c('B1', '藏列'), c('C1', '乙')]) + row(2, [c('A2', '藏行')], 'hidden="1"');
    const columns = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const sheets = readXlsx(
      xlsx([
        { name: '一季度', rows, columns },
        { name: '旧数', rows, state: 'veryHidden' },
        { name: '筛选', rows, after: '<autoFilter ref="A1:C2"/>' },
      ]),
    );
    expect(sheets).toEqual([
      { name: '一季度', rows: [['甲', '乙']] },
      { name: '筛选', rows: [['甲', '藏列', '乙'], ['藏行']] },
    ]);
  });

  it('survives places and merges beyond all bounds', () => {
    const rows = `${row(1, [c('A1', '甲')])}${row(1_048_576, [c('XFD1048576', '乙')])}<row r="x"><c r="?"><v>1</v></c></row>`;
    const after = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:A1"/></mergeCells>';
    expect(only(xlsx([{ name: '表', rows, after }]))).toEqual([['甲']]);
  });
});
