import { parseArgs } from 'node:util';
import type { Baseline } from '../../core/baseline/baseline.ts';
import { type Conflict, conflictKinds, conflictNames, conflictsAmong } from '../../core/baseline/conflicts.ts';
import { type Authority, authorities, type Fact } from '../../core/baseline/fact.ts';
import type { Status } from '../../core/claims/claim.ts';
import { formatPeriod, yearOf } from '../../core/claims/period.ts';
import { normalizeName } from '../../core/claims/subject.ts';
import type { Vocabulary } from '../../core/indicators/vocabulary.ts';
import { citeFact, format, inUnitOf } from '../../core/rules/support.ts';
import { fold } from '../../core/text/fold.ts';
import type { Files } from '../../files.ts';
import { version } from '../../version.ts';
import { chooseFormat } from '../format.ts';
import { formatTable, type TableFormat, tableFormats } from '../formats/table.ts';
import { Projects, projectOptions } from '../project.ts';
import { type Terminal, UsageError } from '../usage.ts';

export const baselineCommand = async (args: string[], files: Files, terminal: Terminal): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...projectOptions, format: { type: 'string' } },
  });
  const [action, name, ...rest] = positionals;
  const format = chooseFormat(values, tableFormats);
  if (rest.length > 0) throw new UsageError('用法：heshu baseline [show 指标|conflicts]');
  const project = await (await Projects.open(files, terminal, values)).of(terminal.cwd);
  const baseline = inRegion(project.baseline, values.region);
  const print = (table: Printed): number => {
    terminal.out(format === 'json' ? JSON.stringify({ version, ...table.json }) : textOf(table, format));
    return 0;
  };
  if (action === undefined) return print(overview(baseline, project.folders.baseline?.called));
  if (action === 'conflicts' && name === undefined) return print(conflicts(baseline));
  if (action === 'show' && name !== undefined) return print(show(baseline, name, project.vocabulary));
  throw new UsageError('用法：heshu baseline [show 指标|conflicts]');
};

/** A table and its closing line, and the same as JSON. */
interface Printed {
  heads: string[];
  rows: string[][];
  summary: string;
  json: object;
}

const textOf = ({ heads, rows, summary }: Printed, format: Exclude<TableFormat, 'json'>): string =>
  format === 'csv' ? formatTable(format, heads, rows) : `${rows.length > 0 ? `${formatTable(format, heads, rows)}\n\n` : ''}${summary}`;

interface Held {
  facts: readonly Fact[];
  superseded: readonly Fact[];
}

const inRegion = ({ facts, superseded }: Baseline, region: string | undefined): Held => {
  const isIn = (fact: Fact): boolean => region === undefined || fact.region === region;
  return { facts: facts.filter(isIn), superseded: superseded.filter(isIn) };
};

const authorityNames: Record<Authority, string> = {
  sheet: '数据表',
  report: '政府工作报告',
  bulletin: '统计公报',
  plan: '计划、预算报告',
  table: '执行情况表',
  press: '报道',
};
const statusNames: Record<Status, string> = { actual: '实绩', target: '目标', estimate: '预计' };

/** How many facts of each source, region, year and status. */
const overview = ({ facts, superseded }: Held, folder: string | undefined): Printed => {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = [fact.source.id, fact.region, yearOf(fact.claim.period) ?? formatPeriod(fact.claim.period), fact.claim.status].join('|');
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const order = ({ source }: Fact): number => authorities.indexOf(source.authority);
  const listed = [...groups.values()].sort(
    ([a], [b]) => order(a as Fact) - order(b as Fact) || (b as Fact).source.date.localeCompare((a as Fact).source.date),
  );
  const rows = listed.map((group) => {
    const { source, region, claim } = group[0] as Fact;
    return [
      source.title,
      authorityNames[source.authority],
      source.date,
      region || '（文稿所属地区）',
      yearText(claim.period),
      statusNames[claim.status],
      String(group.length),
    ];
  });
  const sources = new Set(facts.map(({ source }) => source.id));
  const replaced = superseded.length > 0 ? `；另有${superseded.length}条已被新表或更正替代` : '';
  return {
    heads: ['来源', '类别', '日期', '地区', '年份', '性质', '条数'],
    rows,
    summary: `${folder === undefined ? '随附基期' : `基期文件夹 ${folder}`}：${sources.size}个来源、${facts.length}条依据${replaced}`,
    json: {
      groups: listed.map((group) => {
        const { source, region, claim } = group[0] as Fact;
        return {
          source: source.id,
          title: source.title,
          authority: source.authority,
          date: source.date,
          region,
          year: yearText(claim.period),
          status: claim.status,
          facts: group.length,
        };
      }),
    },
  };
};

const yearText = (period: Fact['claim']['period']): string => String(yearOf(period) ?? formatPeriod(period) ?? '');

/** All that the sources say of an indicator, newest first, and what has been replaced. */
const show = ({ facts, superseded }: Held, name: string, vocabulary: Vocabulary): Printed => {
  const written = fold(name).replace(/\s/g, '');
  const indicator = vocabulary.byId.get(written) ?? vocabulary.byName.get(written);
  const wanted = normalizeName(written);
  const isWanted = ({ claim }: Fact): boolean =>
    indicator ? claim.indicator === indicator || normalizeName(claim.name) === wanted : normalizeName(claim.name).includes(wanted);
  const series = [
    ...facts.filter(isWanted).map((fact) => ({ fact, replaced: false })),
    ...superseded.filter(isWanted).map((fact) => ({ fact, replaced: true })),
  ].sort((a, b) => (b.fact.claim.period?.to ?? 0) - (a.fact.claim.period?.to ?? 0) || Number(a.replaced) - Number(b.replaced));
  return {
    heads: ['时期', '性质', '指标', '数据', '地区', '出处', '原文', '说明'],
    rows: series.map(({ fact, replaced }) => [
      formatPeriod(fact.claim.period) ?? '',
      statusNames[fact.claim.status],
      `${fact.claim.action}${fact.claim.name}`,
      `${fact.claim.kind === 'change' ? ((fact.claim.values[0] ?? 0) < 0 ? '下降' : '增长') : ''}${fact.printed}`,
      fact.region,
      citeFact(fact),
      fact.evidence,
      replaced ? '已被替代' : fact.confirmed,
    ]),
    summary: series.length === 0 ? `基期材料里没有“${name}”` : `${indicator?.name ?? name}：${series.length}条`,
    json: {
      indicator: indicator?.id ?? null,
      facts: series.map(({ fact, replaced }) => ({
        id: fact.id,
        period: formatPeriod(fact.claim.period),
        status: fact.claim.status,
        kind: fact.claim.kind,
        indicator: fact.claim.name,
        printed: fact.printed,
        region: fact.region,
        source: fact.source.title,
        place: fact.place,
        evidence: fact.evidence,
        replaced,
      })),
    },
  };
};

const kindNames = conflictNames.zh;

const conflicts = ({ facts }: Held): Printed => {
  const list = conflictsAmong(facts);
  const counts = conflictKinds.map((kind) => ({ kind, count: list.filter((conflict) => conflict.kind === kind).length }));
  return {
    heads: ['类别', '指标', '数据', '出处', '另一数据', '另一出处', '相差'],
    rows: list.map(({ kind, a, b, difference, percent }) => [
      kindNames[kind],
      a.claim.indicator?.name ?? a.claim.name,
      printedWithPeriod(a),
      citeFact(a),
      printedWithPeriod(b),
      citeFact(b),
      differenceText({ a, difference, percent }),
    ]),
    summary:
      list.length === 0
        ? '各来源没有对不上的数'
        : `来源之间对不上的数${list.length}处：${counts
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => `${kindNames[kind]}${count}`)
            .join(' · ')}`,
    json: {
      conflicts: list.map(({ kind, a, b, difference, percent }) => ({
        kind,
        indicator: a.claim.indicator?.name ?? a.claim.name,
        a: { printed: a.printed, period: formatPeriod(a.claim.period), source: a.source.title, place: a.place, evidence: a.evidence },
        b: { printed: b.printed, period: formatPeriod(b.claim.period), source: b.source.title, place: b.place, evidence: b.evidence },
        difference: differenceText({ a, difference, percent }),
      })),
    },
  };
};

const printedWithPeriod = ({ claim, printed }: Fact): string =>
  `${formatPeriod(claim.period)}${claim.status === 'estimate' ? '预计' : ''} ${claim.name}${claim.kind === 'change' ? '增长' : ''}${claim.bound === 'over' ? '超' : ''}${printed}`;

const differenceText = ({ a, difference, percent }: Pick<Conflict, 'a' | 'difference' | 'percent'>): string => {
  const sign = difference > 0 ? '+' : '';
  const amount =
    a.claim.kind === 'change' || (a.claim.kind === 'ratio' && a.claim.unit === '%')
      ? `${format(difference, 2)}个百分点`
      : inUnitOf(a.claim, difference, 2);
  return `${sign}${amount}${percent === undefined ? '' : `（${sign}${format(percent)}%）`}`;
};
