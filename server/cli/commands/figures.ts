import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../../config.ts';
import { regionOf } from '../../core/baseline/facts-of.ts';
import { filedName, filedPeriod } from '../../core/claims/filed.ts';
import { formatPeriod } from '../../core/claims/period.ts';
import { readDocument } from '../../core/document.ts';
import { rangeOf } from '../../core/outline/passage.ts';
import { LineTable } from '../../core/text/lines.ts';
import type { Files } from '../../files.ts';
import { withoutLinksOut } from '../../folders.ts';
import { vocabularyWith } from '../../project.ts';
import { chooseFormat } from '../format.ts';
import { alignedTable } from '../formats/table.ts';
import { readText } from '../read.ts';
import { type Terminal, UsageError } from '../usage.ts';
import { parseYear } from '../year.ts';

/** A figure as `heshu figures` prints it (DESIGN §7). */
interface FigureRow {
  line: number;
  column: number;
  text: string;
  kind: string;
  number: number | number[];
  unit: string;
  indicator: string;
  indicatorId: string | null;
  qualifier: string;
  bound: string;
  period: string | null;
  status: string;
  scope?: string;
  region: string;
}

export const figures = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: 'string' }, region: { type: 'string' }, year: { type: 'string' } },
  });
  const [path, ...rest] = positionals;
  if (!path || rest.length > 0) throw new UsageError('heshu figures 要一个文稿：heshu figures 文稿.txt');
  const format = chooseFormat(values, ['table', 'jsonl']);
  const { text, note } = await readText(files, terminal.cwd, path);
  if (note !== undefined) terminal.err(`${path}：${note.zh}`);
  const { config } = await loadConfig(
    withoutLinksOut(files, () => [terminal.cwd]),
    dirname(resolve(terminal.cwd, path)),
  );
  const region = values.region ?? config.region;
  const year = parseYear(values.year) ?? config.year;
  const rows = figureRows(
    text,
    readDocument(text, vocabularyWith(config.indicators), { ...(region !== undefined && { region }), ...(year !== undefined && { year }) }),
  );
  if (format === 'jsonl') for (const row of rows) terminal.out(JSON.stringify(row));
  else terminal.out(table(rows));
  return 0;
};

export const figureRows = (text: string, document: ReturnType<typeof readDocument>): FigureRow[] => {
  const lines = new LineTable(text);
  return document.passages.flatMap(({ passage, claims }) =>
    claims.map((claim): FigureRow => {
      const { start, end } = rangeOf(passage, claim.start, claim.end);
      const [only, ...more] = claim.values;
      return {
        ...lines.at(start),
        text: text.slice(start, end),
        kind: claim.kind,
        number: more.length === 0 ? (only as number) : claim.values,
        unit: claim.unit,
        indicator: filedName(claim),
        indicatorId: claim.indicator?.id ?? null,
        qualifier: [
          claim.action,
          claim.per ? `每${claim.per}` : '',
          claim.part ? '其中' : '',
          claim.whole && claim.kind !== 'streak' ? `占${claim.whole}` : '',
          claim.aspect,
        ]
          .filter(Boolean)
          .join(';'),
        bound: claim.bound,
        period: formatPeriod(filedPeriod(claim)),
        status: claim.status,
        ...(claim.kind === 'rank' && claim.scope && { scope: claim.scope }),
        region: regionOf(claim.region, document.outline.region ?? ''),
      };
    }),
  );
};

const heads = ['位置', '数据', '类别', '指标', '限定', '界', '时期', '性质', '地区'];

const table = (rows: FigureRow[]): string => {
  const cells = rows.map((row) => [
    `${row.line}:${row.column}`,
    row.text.replace(/\s+/g, ''),
    row.kind,
    `${row.indicatorId ? '＊' : ''}${row.indicator}${row.scope ? `（${row.scope}）` : ''}`,
    row.qualifier,
    row.bound,
    row.period ?? '',
    row.status,
    row.region,
  ]);
  return [alignedTable(heads, cells), '', `${rows.length}个数据；＊为目录内指标`].join('\n');
};
