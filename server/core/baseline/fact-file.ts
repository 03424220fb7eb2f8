import type { Claim, Status } from '../claims/claim.ts';
import { perTimeOf } from '../claims/per-time.ts';
import { formatFactPeriod, parsePeriod } from '../claims/period.ts';
import type { Bound, Kind } from '../figures/figure.ts';
import { intervalOf } from '../figures/printed.ts';
import { readUnit } from '../figures/units.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import type { Text } from '../rules/rule.ts';
import { denature, neutralize } from '../text/formula.ts';
import { type Authority, authorities, type Fact, type Source } from './fact.ts';

/** Columns of a fact file, in order (DESIGN §8). */
export const factColumns = [
  'id',
  'region',
  'indicator',
  'name',
  'qualifier',
  'kind',
  'low',
  'high',
  'printed',
  'unit',
  'bound',
  'period',
  'status',
  'scope',
  'source',
  'place',
  'evidence',
  'confirmed',
] as const;
export const sourceColumns = ['id', 'title', 'region', 'year', 'date', 'authority', 'covers'] as const;

/** A row that could not be read; the others go on. Rows count from 1, the head being row 1. */
export interface RowProblem {
  row: number;
  column: Text;
  message: Text;
}

const kinds = new Set<string>(['level', 'change', 'point_change', 'ratio', 'rank', 'streak', 'ordinal']);
const bounds = new Set<string>(['exact', 'over', 'under', 'about', 'within']);
const statuses = new Set<string>(['actual', 'target', 'estimate']);

/** What a claim says beside its value, as one cell: `新增;其中;占规上工业增加值;年均;同口径;[增速]`. */
const formatQualifier = (claim: Claim): string =>
  [
    claim.action,
    claim.part ? '其中' : '',
    // Of a run of years: what was achieved year by year.
    claim.whole ? (claim.kind === 'streak' ? `{${claim.whole}}` : `占${claim.whole}`) : '',
    claim.per ? `每${claim.per}` : '',
    claim.comparison?.average ? '年均' : '',
    claim.comparison?.adjusted ? '同口径' : '',
    claim.comparison?.other ? '对比' : '',
    claim.comparison?.period ? `比${formatFactPeriod(claim.comparison.period)}` : '',
    claim.aspect ? `[${claim.aspect}]` : '',
  ]
    .filter(Boolean)
    .join(';');

interface Qualifier {
  action: string;
  part: boolean;
  whole: string;
  aspect: string;
  per: string;
  average: boolean;
  adjusted: boolean;
  other: boolean;
  compared: string;
}

const parseQualifier = (cell: string): Qualifier => {
  const qualifier: Qualifier = {
    action: '',
    part: false,
    whole: '',
    aspect: '',
    per: '',
    average: false,
    adjusted: false,
    other: false,
    compared: '',
  };
  for (const word of cell
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    if (word === '其中') qualifier.part = true;
    else if (word === '年均') qualifier.average = true;
    else if (/^每[年月日周季均]$/.test(word)) qualifier.per = word.slice(1);
    else if (word === '同口径') qualifier.adjusted = true;
    else if (word === '对比') qualifier.other = true;
    else if (word.startsWith('{')) qualifier.whole = word.replace(/[{}]/g, '');
    else if (word.startsWith('占')) qualifier.whole = word.slice(1);
    else if (/^比\d/.test(word)) qualifier.compared = word.slice(1);
    else if (word.startsWith('[')) qualifier.aspect = word.replace(/[[\]]/g, '');
    else qualifier.action = word;
  }
  return qualifier;
};

export const factRow = (fact: Fact): string[] => {
  const { claim } = fact;
  const low = Math.min(...claim.values);
  const high = Math.max(...claim.values);
  // A structure a:b:c has more values than two ends.
  const [lowCell, highCell] = claim.values.length > 2 ? [claim.values.join(':'), ''] : [String(low), String(high)];
  return [
    fact.id,
    neutralize(fact.region),
    claim.indicator?.id ?? '',
    neutralize(claim.name),
    neutralize(formatQualifier(claim)),
    claim.kind,
    lowCell,
    highCell,
    neutralize(fact.printed),
    neutralize(claim.unit),
    claim.bound,
    formatFactPeriod(claim.period),
    claim.status,
    neutralize(claim.scope),
    fact.source.id,
    neutralize(fact.place),
    neutralize(fact.evidence),
    neutralize(fact.confirmed),
  ];
};

export const sourceRow = (source: Source): string[] => [
  source.id,
  neutralize(source.title),
  neutralize(source.region),
  source.year === null ? '' : String(source.year),
  source.date,
  source.authority,
  neutralize(source.covers),
];

interface HeadedTable {
  rows: readonly (readonly string[])[];
}

const headOf = ({ rows }: HeadedTable): string[] => (rows[0] ?? []).map((name) => name.trim().replace(/^\ufeff/, ''));

/** Fact files and lists of sources are known by their heads. */
export const isFactTable = (table: HeadedTable): boolean => ['low', 'period'].some((column) => headOf(table).includes(column));
export const isSourceTable = (table: HeadedTable): boolean => headOf(table).includes('authority');

/** Reads the rows of `sources.csv`, head included. */
export const parseSources = (rows: readonly (readonly string[])[]): { sources: Source[]; problems: RowProblem[] } => {
  const problems: RowProblem[] = [];
  const sources: Source[] = [];
  forEachRow(rows, sourceColumns, problems, (cell, complain) => {
    const year = cell('year');
    const authority = cell('authority');
    if (!cell('id')) return complain('id', '缺少来源编号', 'no id of the source');
    if (year && !/^\d{4}$/.test(year)) return complain('year', `“${year}”不是年份`, `“${year}” is no year`);
    if (!authorities.includes(authority as Authority)) return complainOf('authority', authority, authorities, complain);
    sources.push({
      id: cell('id'),
      title: cell('title'),
      region: cell('region'),
      year: year ? Number(year) : null,
      date: cell('date'),
      authority: authority as Authority,
      covers: cell('covers'),
    });
    return undefined;
  });
  return { sources, problems };
};

/**
 * Reads the rows of a fact file, head included. A source that `sources` does not list is made up from its id; of a
 * correction, which is a person's word, it has the weight of a data sheet.
 */
export const parseFacts = (
  rows: readonly (readonly string[])[],
  sources: readonly Source[],
  vocabulary: Vocabulary,
  { correction = false } = {},
): { facts: Fact[]; problems: RowProblem[] } => {
  const problems: RowProblem[] = [];
  const facts: Fact[] = [];
  const byId = new Map(sources.map((source) => [source.id, source]));
  forEachRow(rows, factColumns, problems, (cell, complain) => {
    const claim = parseClaim(cell, complain, vocabulary);
    if (!claim) return undefined;
    const id = cell('source');
    const source = byId.get(id) ?? {
      id,
      title: id || (correction ? '更正' : '未注明来源'),
      region: cell('region'),
      year: null,
      date: '',
      authority: correction ? ('sheet' as const) : ('press' as const),
      covers: '',
    };
    byId.set(id, source);
    facts.push({
      id: cell('id'),
      claim,
      region: cell('region') || source.region,
      source,
      place: cell('place'),
      printed: cell('printed') || `${cell('low')}${cell('unit')}`,
      evidence: cell('evidence'),
      confirmed: cell('confirmed') || (correction ? '更正' : ''),
    });
    return undefined;
  });
  return { facts, problems };
};

type Cell = (name: string) => string;
const both = (word: string): Text => ({ zh: word, en: word });
type Complain = (column: string, zh: string, en: string) => undefined;

/** A cell that holds none of the words that may stand in it. */
const complainOf = (column: string, given: string, words: Iterable<string>, complain: Complain): undefined => {
  const known = [...words];
  return complain(column, `“${given}”应为 ${known.join('、')} 之一`, `“${given}” should be one of ${known.join(', ')}`);
};

const complainOfPeriod = (given: string, complain: Complain): undefined => {
  const forms = '2023、2023Q3、2023M01..M11、2021..2025';
  return complain('period', `“${given}”不是时期（写法：${forms}）`, `“${given}” is no period (forms: ${forms.replaceAll('、', ', ')})`);
};

const parseClaim = (cell: Cell, complain: Complain, vocabulary: Vocabulary): Claim | undefined => {
  const kind = cell('kind') || 'level';
  if (!kinds.has(kind)) return complainOf('kind', kind, kinds, complain);
  const name = cell('name');
  const indicator = cell('indicator') ? vocabulary.byId.get(cell('indicator')) : vocabulary.byName.get(name);
  if (!name && !indicator) return complain('name', '缺少指标名称', 'no name of the indicator');
  const lowText = cell('low');
  const values = parseValues(lowText, cell('high'));
  if (!values) {
    const given = `“${lowText}${cell('high') ? `、${cell('high')}` : ''}”`;
    return complain('low', `${given}不是数`, `${given} is no number`);
  }
  const bound = cell('bound') || 'exact';
  if (!bounds.has(bound)) return complainOf('bound', bound, bounds, complain);
  const status = cell('status') || 'actual';
  if (!statuses.has(status)) return complainOf('status', status, statuses, complain);
  const period = parsePeriod(cell('period'));
  if (!period) return complainOfPeriod(cell('period'), complain);
  const unitText = cell('unit');
  const unit = kind === 'rank' || kind === 'streak' || kind === 'ordinal' ? undefined : readUnit(unitText, 0);
  if (unit && unit.end !== unitText.length) return complain('unit', `单位“${unitText}”读不懂`, `unknown unit “${unitText}”`);
  const printed = cell('printed');
  const step = stepOf(printed || lowText);
  const more = /[余多]/.test(printed);
  const factor = unit?.factor ?? 1;
  const exact =
    step === 1 && unit?.magnitude === 1 && !/^(?:money|area|length|mass|volume|power|energy|percent|point|ratio)/.test(unit.dimension);
  const { action, part, whole, aspect, per, average, adjusted, other, compared } = parseQualifier(cell('qualifier'));
  const compares = kind === 'change' || kind === 'point_change' || average || adjusted || other || compared !== '';
  return {
    start: 0,
    end: 0,
    kind: kind as Kind,
    values,
    unit: unitText,
    dimension: unit?.dimension ?? kind,
    factor,
    bound: bound as Bound,
    step,
    interval: intervalOf(values, step, factor, bound as Bound, exact, more),
    name: name || (indicator?.name ?? ''),
    indicator,
    action,
    aspect,
    whole,
    wholeIndicator: vocabulary.byName.get(whole),
    part,
    role: 'value',
    // Files written before the mark was kept have it in the words alone.
    per: per || (kind === 'level' ? perTimeOf(cell('evidence'), cell('evidence').lastIndexOf(printed), name) : ''),
    comparison: compares ? { period: parsePeriod(compared) ?? null, average, other, adjusted } : undefined,
    period,
    status: status as Status,
    scope: cell('scope'),
    region: '',
    carried: false,
  };
};

/** One value, both ends of a range, or shares like 15.4:37.5:47.1; undefined where one of them is no number. */
const parseValues = (low: string, high: string): number[] | undefined => {
  const values = low.includes(':') ? low.split(':').map(Number) : [Number(low), Number(high || low)];
  if (!low || values.some((value) => !Number.isFinite(value))) return undefined;
  return values.length === 2 && values[0] === values[1] ? values.slice(1) : values;
};

/** Place value of the last digit of a printed number: 0.1 for `9.0%`, 1 for `1270亿元`. */
const stepOf = (printed: string): number => {
  const decimals = /[.．·](\d+)/.exec(printed)?.[1]?.length ?? 0;
  return decimals ? Number(`1e-${decimals}`) : 1;
};

/** Columns that may be left out: what they say is empty or follows from the others. */
const optional = new Set(
  'id region indicator name kind bound status source confirmed evidence place scope qualifier printed high covers date title year'.split(
    ' ',
  ),
);

const forEachRow = (
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  problems: RowProblem[],
  read: (cell: Cell, complain: Complain) => undefined,
): void => {
  const [head = [], ...body] = rows;
  const at = new Map(head.map((name, index) => [name.trim().replace(/^\ufeff/, ''), index]));
  const missing = columns.filter((column) => !at.has(column) && !optional.has(column));
  if (missing.length > 0) {
    problems.push({
      row: 1,
      column: both(missing[0] as string),
      message: { zh: `缺少列 ${missing.join('、')}`, en: `columns are missing: ${missing.join(', ')}` },
    });
    return;
  }
  body.forEach((row, index) => {
    const cell: Cell = (name) => denature((row[at.get(name) ?? -1] ?? '').trim());
    const complain: Complain = (column, zh, en) => {
      problems.push({ row: index + 2, column: both(column), message: { zh, en } });
      return undefined;
    };
    if (row.every((value) => !value.trim())) return;
    const more = row.length - head.length;
    if (more > 0) complain(head.at(-1) ?? '', `多出 ${more} 格`, `${more} cells too many`);
    else read(cell, complain);
  });
};
