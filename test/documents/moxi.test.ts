import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filedName, filedPeriod } from '../../server/core/claims/filed.ts';
import { formatPeriod } from '../../server/core/claims/period.ts';
import { readDocument } from '../../server/core/document.ts';
import { rangeOf } from '../../server/core/outline/passage.ts';
import { readSheet } from '../../server/core/sheets/read-sheet.ts';
import { LineTable } from '../../server/core/text/lines.ts';
import { vocabularyWith } from '../../server/project.ts';
import { readTables } from '../../server/readers/tables.ts';

const folder = join(import.meta.dirname, 'moxi');
const vocabulary = vocabularyWith([]);

interface ListedFigure {
  line: number;
  text: string;
  kind: string;
  values: number[];
  unit: string;
  indicator: string;
  bound: string;
  period: string | null;
  status: string;
  scope: string;
}

const figuresOf = (name: string): ListedFigure[] => {
  const text = readFileSync(join(folder, name), 'utf8');
  const lines = new LineTable(text);
  return readDocument(text, vocabulary).passages.flatMap(({ passage, claims }) =>
    claims.map((claim) => {
      const { start, end } = rangeOf(passage, claim.start, claim.end);
      return {
        line: lines.at(start).line,
        text: text.slice(start, end),
        kind: claim.kind,
        values: claim.values,
        unit: claim.unit,
        indicator: filedName(claim),
        bound: claim.bound,
        period: formatPeriod(filedPeriod(claim)),
        status: claim.status,
        scope: claim.scope,
      };
    }),
  );
};

const print = ({ line, text, kind, values, unit, indicator, bound, period, status, scope }: ListedFigure): string =>
  `${line} ${text} · ${kind} ${values.map((value) => Number(value.toFixed(4))).join('~')}${unit} · ${indicator} · ${[bound === 'exact' ? '' : bound, period, status === 'actual' ? '' : status, scope].filter(Boolean).join(' ')}`;

describe('every figure of a report, a plan report, a table and a press piece, as a person has read and approved', () => {
  it.each(['draft-2026-clean', 'plan', 'table', 'press'])('%s', async (name) => {
    await expect(`${figuresOf(`${name}.txt`).map(print).join('\n')}\n`).toMatchFileSnapshot(`moxi/${name}.figures.txt`);
  });
});

interface Annotated {
  line: number;
  text: string;
  kind: string;
  number: number | number[];
  unit: string;
  bound: string;
  period: string | null;
  status: string;
}

describe('figures that an annotator recorded without seeing the program', () => {
  it.each(['gold-draft', 'gold-press'])('%s: all but the structure of industries are read alike', (name) => {
    const [head, ...records] = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    const { source } = head as { source: string };
    const read = figuresOf(source).map(
      ({ line, text, kind, unit, bound, period, status }) => `${line} ${text} ${kind} ${unit} ${bound} ${period} ${status}`,
    );
    const differing = (records as Annotated[])
      .filter(({ kind, text }) => kind !== 'threshold' && !/^(?:19\.8|37\.0|43\.2)$/.test(text))
      .map(({ line, text, kind, unit, bound, period, status }) => `${line} ${text} ${kind} ${unit} ${bound} ${period} ${status}`)
      .filter((record) => !read.includes(record));
    expect(differing).toEqual([]);
  });
});

describe('a data sheet of forty rows in three layouts by another hand', () => {
  const statementsOf = async (name: string): Promise<string[]> => {
    const tables = await readTables(name, new Uint8Array(readFileSync(join(folder, name))));
    if ('error' in tables) throw new Error(tables.error.zh);
    return tables.sheets.flatMap((sheet) => {
      const { facts, problems } = readSheet(sheet, vocabulary) ?? { facts: [], problems: [] };
      expect(problems).toEqual([]);
      return facts.map(({ claim }) =>
        [
          claim.indicator?.id ?? claim.name,
          claim.kind,
          formatPeriod(claim.period),
          ...claim.values.map((value) => Number((value * claim.factor).toPrecision(10))),
        ].join(' '),
      );
    });
  };

  it('states the same in each', async () => {
    const plain = await statementsOf('sheet-a.csv');
    expect(plain.length).toBeGreaterThan(80);
    const sorted = [...plain].sort();
    // One leaves a rate of last year out; the other two levels of last year, and adds a rise in points.
    const leftOut = (...statements: string[]): string[] => sorted.filter((statement) => !statements.includes(statement));
    expect((await statementsOf('sheet-b.csv')).sort()).toEqual(leftOut('industrial-value-added-above-scale change 2024 6.4'));
    expect((await statementsOf('sheet-c.csv')).sort()).toEqual(
      [
        ...leftOut('online-retail-sales level 2024 980000000', '石墨新材料产业产值 level 2024 2240000000'),
        'urbanisation-rate point_change 2025 0.9',
      ].sort(),
    );
  });
});
