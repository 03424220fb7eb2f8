import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fact } from '../../core/baseline/fact.ts';
import { ClaimIndex, type IndexedClaim } from '../../core/claims/claim-index.ts';
import { formatPeriod } from '../../core/claims/period.ts';
import { describePlace } from '../../core/outline/place.ts';
import { type Change, type Dependence, diffSheets, type PlaceState, type SheetDiff } from '../../core/sheets/diff.ts';
import { LineTable } from '../../core/text/lines.ts';
import type { Files } from '../../files.ts';
import { readSheetFile } from '../../materials.ts';
import { parseTableFormat } from '../format.ts';
import { formatTable } from '../formats/table.ts';
import { type Project, Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';
import { version } from '../version.ts';

export const data = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...projectOptions, format: { type: 'string', default: 'table' } },
  });
  const [action, before, after, path, ...rest] = positionals;
  if (action !== 'diff' || !before || !after || !path || rest.length > 0)
    throw new UsageError('用法：heshu data diff 旧数据表 新数据表 文稿');
  const format = parseTableFormat(values.format);
  const project = await (await Projects.open(files, terminal, values)).draft(path);
  const { document } = project;
  const [old, current] = [await factsOf(before, project, files, terminal), await factsOf(after, project, files, terminal)];
  const diff = diffSheets(old, current, new ClaimIndex(document), document.text);
  if (format === 'json') {
    const lines = new LineTable(document.text);
    terminal.out(JSON.stringify({ version, path, ...jsonOf(diff, (entry) => place(lines, entry)) }));
    return 0;
  }
  if (diff.changes.length > 0) terminal.out(formatTable(format, heads, diff.changes.flatMap(rowsOf)));
  if (format !== 'csv') terminal.out(`${diff.changes.length > 0 ? '\n' : ''}${summary(diff)}`);
  return 0;
};

const factsOf = async (
  path: string,
  { vocabulary, document }: Project & { document: { outline: { region: string | null; year: number | null } } },
  files: Files,
  terminal: Terminal,
): Promise<Fact[]> => {
  const at = resolve(terminal.cwd, path);
  const { region, year } = document.outline;
  const read = await readSheetFile(files, dirname(at), basename(at), vocabulary, {
    ...(region !== null && { region }),
    ...(year !== null && { year }),
  });
  for (const problem of read.problems) terminal.err(problem);
  if (read.facts.length === 0) throw new UsageError(`${path}：没有读出数据`);
  // A sheet that names no region is the draft's own.
  return read.facts.map((fact) => ({ ...fact, region: fact.region || (region ?? '') }));
};

const heads = ['指标', '时期', '旧表', '新表', '文稿位置', '稿中', '说明', '可改为'];

const stateNames: Record<PlaceState, string> = { stale: '仍是旧数', current: '已是新数', other: '与两表都不同' };
const dependenceNames: Record<Dependence, string> = {
  growth: '增速随之变',
  share: '占比随之变',
  points: '百分点随之变',
  completion: '完成率随之变',
  difference: '差额随之变',
  target: '明年目标请再看',
};

const rowsOf = ({ before, after, places, dragged }: Change): string[][] => {
  const what = [
    `${after.claim.action}${after.claim.name}${after.claim.kind === 'change' ? '增速' : ''}`,
    formatPeriod(after.claim.period) ?? '',
    before.printed,
    after.printed,
  ];
  const rows = [
    ...places.map(({ entry, state, restated }) => [describePlace(entry.passage.passage), entry.printed, stateNames[state], restated ?? '']),
    ...dragged.map(({ entry, dependence, recomputed }) => [
      describePlace(entry.passage.passage),
      `${entry.claim.name}${entry.printed}`,
      dependenceNames[dependence],
      recomputed ?? '',
    ]),
  ];
  if (rows.length === 0) return [[...what, '', '', '稿中没有', '']];
  return rows.map((row, i) => (i === 0 ? [...what, ...row] : ['', '', '', '', ...row]));
};

const summary = ({ changes, added, removed }: SheetDiff): string => {
  const stale = changes.flatMap(({ places }) => places).filter(({ state }) => state === 'stale').length;
  const dragged = new Set(changes.flatMap((change) => change.dragged.map(({ entry }) => entry))).size;
  return [
    `新表改了${changes.length}个数：稿中${stale}处仍是旧数，另有${dragged}处随之变动`,
    ...(added.length + removed.length > 0 ? [`新增${added.length}个、减少${removed.length}个`] : []),
  ].join('；');
};

const place = (lines: LineTable, { start, end }: IndexedClaim): object => {
  const [from, to] = [lines.at(start), lines.at(end)];
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
};

const jsonOf = ({ changes, added, removed }: SheetDiff, at: (entry: IndexedClaim) => object): object => {
  const side = (fact: Fact): object => ({ printed: fact.printed, source: fact.source.title, place: fact.place });
  const named = (fact: Fact): object => ({
    indicator: fact.claim.name,
    indicatorId: fact.claim.indicator?.id ?? null,
    kind: fact.claim.kind,
    period: formatPeriod(fact.claim.period),
  });
  return {
    changes: changes.map(({ before, after, places, dragged }) => ({
      ...named(after),
      before: side(before),
      after: side(after),
      places: places.map(({ entry, state, restated }) => ({ ...at(entry), printed: entry.printed, state, restated: restated ?? null })),
      dragged: dragged.map(({ entry, dependence, recomputed }) => ({
        ...at(entry),
        indicator: entry.claim.name,
        printed: entry.printed,
        dependence,
        recomputed: recomputed ?? null,
      })),
    })),
    added: added.map((fact) => ({ ...named(fact), ...side(fact) })),
    removed: removed.map((fact) => ({ ...named(fact), ...side(fact) })),
  };
};
