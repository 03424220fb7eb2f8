import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readXlsx } from '../../server/readers/xlsx.ts';
import type { Table } from '../../server/tables/table.ts';
import { writeWorkbook } from '../../server/writers/workbook.ts';

const sheet: Table = {
  name: '核数单',
  columns: [
    { head: '指标', width: 20 },
    { head: '数', width: 10 },
  ],
  frozenColumns: 1,
  rows: [
    ['=HYPERLINK("x")', { value: 9, decimals: 1 }],
    ['+1', '1-11'],
    ['0012', '一\n二\u0001'],
  ],
};
const second: Table = { name: '无依据', columns: [{ head: 'R&D', width: 10 }], rows: [] };

it('reads back as written: numbers with their decimals, all else as text', async () => {
  expect(readXlsx(await writeWorkbook({ sheets: [sheet, second], footer: '核数' }))).toEqual([
    {
      name: '核数单',
      rows: [
        ['指标', '数'],
        ['=HYPERLINK("x")', '9.0'],
        ['+1', '1-11'],
        ['0012', '一\n二'],
      ],
    },
    { name: '无依据', rows: [['R&D']] },
  ]);
});

it('is set up for screen and paper, holds no formula and names nobody', async () => {
  const parts = unzipSync(await writeWorkbook({ sheets: [sheet, second], footer: '核数 1.0 A&B · 2025-01-05 21:30' }));
  const text = (name: string): string => strFromU8(parts[name] as Uint8Array);
  const xml = text('xl/worksheets/sheet1.xml');
  for (const piece of [
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"',
    '<autoFilter ref="A1:B4"/>',
    'paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"',
    '&amp;L核数 1.0 A&amp;&amp;B · 2025-01-05 21:30&amp;R第&amp;P页，共&amp;N页',
    '<v>9</v>',
  ])
    expect(xml).toContain(piece);
  expect(xml).not.toContain('<f');
  expect(text('xl/workbook.xml')).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="1">无依据!$1:$1</definedName>');
  expect(text('xl/styles.xml')).toContain('formatCode="@"');
  expect(text('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/);
});
