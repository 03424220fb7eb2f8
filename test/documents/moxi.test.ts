import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filedName, filedPeriod } from '../../server/core/claims/filed.ts';
import { formatPeriod } from '../../server/core/claims/period.ts';
import { readDocument } from '../../server/core/document.ts';
import { rangeOf } from '../../server/core/outline/passage.ts';
import { LineTable } from '../../server/core/text/lines.ts';
import { vocabularyWith } from '../../server/project.ts';

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
