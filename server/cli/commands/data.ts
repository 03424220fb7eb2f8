import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fact } from '../../core/baseline/fact.ts';
import { ClaimIndex, type IndexedClaim } from '../../core/claims/claim-index.ts';
import { formatPeriod } from '../../core/claims/period.ts';
import { diffSheets, type SheetDiff } from '../../core/sheets/diff.ts';
import { diffHeads, diffRows, diffSummary } from '../../core/sheets/diff-table.ts';
import { LineTable } from '../../core/text/lines.ts';
import type { Files } from '../../files.ts';
import { readSheetFile } from '../../materials.ts';
import { version } from '../../version.ts';
import { chooseFormat } from '../format.ts';
import { formatTable, tableFormats } from '../formats/table.ts';
import { type Draft, Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';

export const data = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...projectOptions, format: { type: 'string' } },
  });
  const [action, before, after, path, ...rest] = positionals;
  if (action !== 'diff' || !before || !after || !path || rest.length > 0)
    throw new UsageError('用法：heshu data diff 旧数据表 新数据表 文稿');
  const format = chooseFormat(values, tableFormats);
  const project = await (await Projects.open(files, terminal, values)).draft(path);
  const { document } = project;
  const [old, current] = [await factsOf(before, project, files, terminal), await factsOf(after, project, files, terminal)];
  const diff = diffSheets(old, current, new ClaimIndex(document), document.text);
  if (format === 'json') {
    const lines = new LineTable(document.text);
    terminal.out(JSON.stringify({ version, path, ...jsonOf(diff, (entry) => lines.span(entry)) }));
    return 0;
  }
  if (diff.changes.length > 0) terminal.out(formatTable(format, diffHeads(), diffRows(diff)));
  if (format !== 'csv') terminal.out(`${diff.changes.length > 0 ? '\n' : ''}${diffSummary(diff)}`);
  return 0;
};

const factsOf = async (path: string, { vocabulary, document }: Draft, files: Files, terminal: Terminal): Promise<Fact[]> => {
  const at = resolve(terminal.cwd, path);
  const { facts, problems } = await readSheetFile(files, dirname(at), basename(at), vocabulary, document.outline);
  for (const problem of problems) terminal.err(problem.zh);
  if (facts.length === 0) throw new UsageError(`${path}：没有读出数据`);
  return facts;
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
