import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../server/cli/formats/table.ts';
import { readCsv } from '../../../server/readers/csv.ts';
import { runs } from '../../any-text.ts';

const csv = (rows: readonly string[][]): string[][] => readCsv(formatTable('csv', ['甲', '乙'], rows)).slice(1);

describe('a CSV table for spreadsheets', () => {
  it.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', '\t=1', '\r=1', '-', '=', '+5.1%左右', '-3.2亿元'])(
    '%j becomes a text',
    (cell) => expect(csv([[cell, '']])).toEqual([[`'${cell}`, '']]),
  );

  it.each(['-3.2', '+5.1%', '-29.8%', '1270', '0', '财政总收入', '5—6%', "'甲"])('%j stays as it is', (cell) =>
    expect(csv([[cell, '']])).toEqual([[cell, '']]),
  );

  it('holds no formula, whatever its cells, and loses nothing', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'=+-@＝＋\t\n\r",;\'1.5%甲') }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = csv(rows);
        expect(read).toHaveLength(rows.length);
        for (const [i, row] of rows.entries())
          for (const [j, written] of row.entries()) {
            const shown = read[i]?.[j] as string;
            expect([written, `'${written}`]).toContain(shown);
            if (/^[=+\-@＝＋－＠\t\r\n]/.test(shown)) expect(shown).toMatch(/^[+-]\d+(?:\.\d+)?%?$/);
          }
      }),
      runs(1000),
    );
  });
});
