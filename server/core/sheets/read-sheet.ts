import type { Fact, Source } from '../baseline/fact.ts';
import type { RowProblem } from '../baseline/fact-file.ts';
import type { Status } from '../claims/claim.ts';
import type { Period } from '../claims/period.ts';
import { readUnit } from '../figures/units.ts';
import type { Vocabulary } from '../indicators/vocabulary.ts';
import { regionIn } from '../outline/origin.ts';
import type { Text } from '../rules/rule.ts';
import { isBlank, plain, readName, readNumber, unitOf } from './cells.ts';
import { type Column, columnOf, periodOf, statusOf, whenOf } from './columns.ts';
import { type LaidOut, layOut } from './layout.ts';
import { readStatement } from './row-claim.ts';
import { dateIn, yearOfDate } from './sheet-date.ts';
import type { Table } from './table.ts';

interface SheetOptions {
  region?: string;
  /** The year that the sheets tell of, where neither title nor heads do. */
  year?: number;
}

export interface Sheet {
  source: Source;
  facts: Fact[];
  problems: RowProblem[];
}

/** Reads a data sheet of whatever head and order. Undefined where the table has no head of figures. */
export const readSheet = (table: Table, vocabulary: Vocabulary, options: SheetOptions = {}): Sheet | undefined => {
  const laidOut = layOut(table);
  return laidOut && new SheetReader(table.name, laidOut, vocabulary, options).read();
};

/** Title, unit and date as the whole sheet gives them. */
const footNote = /^(?:注|说明|备注|数据来源|资料来源|填报|制表|审核|联系|报送|\*)/;

class SheetReader {
  private readonly problems: RowProblem[] = [];
  private readonly facts: Fact[] = [];
  private readonly caption: string;
  /** The year and the months that columns without their own speak of. */
  private readonly year: number | undefined;
  private readonly months: [number, number] | undefined;
  private readonly unit: string;
  private readonly status: Status;
  private readonly source: Source;

  constructor(
    name: string,
    private readonly laidOut: LaidOut,
    private readonly vocabulary: Vocabulary,
    options: SheetOptions,
  ) {
    const { table, layout, caption } = laidOut;
    const notes = table.rows.map((row) => plain(row[0])).filter((cell) => footNote.test(cell));
    this.caption = caption.join(' ');
    const date = dateIn([this.caption, ...notes].join(' ').replace(/(20\d\d)年(\d{1,2})月(?!\d{1,2}日)/g, '')) || dateIn(plain(name));
    const titled = whenOf(this.caption);
    const named = whenOf(plain(name));
    const own = layout.columns.filter((column): column is Column => column?.role === 'level' && column.status !== 'target');
    const stated = own.flatMap(({ year }) => year ?? []);
    this.year =
      (stated.length > 0 ? Math.max(...stated) : undefined) ??
      titled.year ??
      named.year ??
      this.timedYear() ??
      options.year ??
      yearOfDate(date);
    this.months = titled.months ?? named.months;
    // 指标（亿元）; 累计（亿元）, 上年同期: a unit in one head holds for the others.
    this.unit =
      [this.caption, layout.columns[layout.name]?.head ?? '', ...own.map(({ head }) => head)]
        .map((text) => unitOf(text, (word) => this.isUnit(word)))
        .find(Boolean) ?? '';
    this.status = statusOf(this.caption) === 'estimate' ? 'estimate' : 'actual';
    this.source = {
      id: name.replace(/\.[^.]+$/, ''),
      title: caption.find((line) => line.length >= 4 && !/^\(?单位/.test(line))?.split(' ')[0] ?? name.replace(/\.[^.]+$/, ''),
      region: caption.map(regionIn).find(Boolean) ?? regionIn(plain(name)) ?? options.region ?? '',
      year: this.year === undefined ? null : this.year + 1,
      date,
      authority: 'sheet',
      covers: '',
    };
  }

  read(): Sheet {
    const { table, layout } = this.laidOut;
    if (this.year === undefined && layout.columns.some((column) => isValue(column) && column?.year === undefined)) {
      this.complain(layout.head, undefined, {
        zh: '看不出是哪一年的数：请在标题、表头或文件名里写明年份',
        en: 'the year of its figures is not to be seen: name it in the title, the head or the name of the file',
      });
      return this.result();
    }
    for (let row = layout.body; row < table.rows.length; row++) this.readRow(row, table.rows[row] as readonly string[]);
    return this.result();
  }

  private result(): Sheet {
    return { source: this.source, facts: this.facts, problems: this.problems };
  }

  private readRow(row: number, cells: readonly string[]): void {
    const { layout } = this.laidOut;
    const first = plain(cells.find((cell) => plain(cell)));
    if (!first || footNote.test(first) || columnOf(cells[layout.name] ?? '')?.role === 'name') return;
    const values = layout.columns.flatMap((column, index) => (isValue(column) && !isBlank(cells[index]) ? [{ column, index }] : []));
    if (values.length === 0) return;
    const { name, part } = readName(cells[layout.name] ?? '');
    if (!name) {
      this.complain(row, layout.name, { zh: '缺少指标名称', en: 'no name of the indicator' });
      return;
    }
    for (const { column, index } of values) this.readCell(row, cells, { name, part }, column, index);
  }

  private readCell(row: number, cells: readonly string[], named: { name: string; part: boolean }, column: Column, index: number): void {
    const cell = cells[index] as string;
    const number = readNumber(cell);
    if (!number) {
      const given = `“${plain(cell).slice(0, 12)}”`;
      this.complain(row, index, { zh: `${given}不是数`, en: `${given} is no number` });
      return;
    }
    const unit = this.unitOfCell(cells, column, number.unit);
    if (number.unit && !this.isUnit(number.unit)) {
      this.complain(row, index, { zh: `单位“${number.unit}”读不懂`, en: `unknown unit “${number.unit}”` });
      return;
    }
    if (!unit) {
      this.complain(row, index, { zh: '没有写明单位', en: 'no unit is given' });
      return;
    }
    const measure = column.role === 'growth' && unit === '个百分点' ? 'points' : (column.role as 'level' | 'growth' | 'points');
    const { period, isOwn } = this.periodOfCell(cells, column, index);
    const status = column.status ?? (isOwn ? (statusOf(this.cellOf(cells, 'status')) ?? this.status) : 'actual');
    const statement = readStatement({ ...named, measure, number, unit, period, status }, this.vocabulary);
    if (!statement) {
      this.complain(row, index, { zh: `“${named.name}”读不懂`, en: `“${named.name}” is not understood` });
      return;
    }
    const { claim, printed } = statement;
    const office = this.cellOf(cells, 'office');
    const date = dateIn(this.cellOf(cells, 'time'));
    this.facts.push({
      id: `${this.source.id}-${String(this.facts.length + 1).padStart(4, '0')}`,
      claim,
      region: this.source.region,
      source: date && isOwn ? { ...this.source, date } : this.source,
      place: this.laidOut.turned ? `第${row + 1}列` : `第${row + 1}行`,
      printed,
      evidence: `${named.name.slice(0, 23 - Math.min(12, printed.length))} ${printed}`.slice(0, 24),
      confirmed: '',
      ...(office && { office }),
    });
  }

  /** The year that most rows give in a column of their own: 时点 2025年末. */
  private timedYear(): number | undefined {
    const counts = new Map<number, number>();
    for (const row of this.laidOut.table.rows) {
      const { year } = whenOf(this.cellOf(row, 'time'));
      if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  }

  /** The cell of the first column of a role. */
  private cellOf(cells: readonly string[], role: Column['role']): string {
    const index = this.laidOut.layout.columns.findIndex((column) => column?.role === role);
    return index < 0 || isBlank(cells[index]) ? '' : plain(cells[index]);
  }

  /** A rate is in per cent whatever the row's unit; else the nearest unit counts: cell, row, name, head, title. */
  private unitOfCell(cells: readonly string[], column: Column, own: string): string {
    if (column.role === 'points') return '个百分点';
    if (column.role === 'growth') return /百分点/.test(own + this.cellOf(cells, 'unit')) ? '个百分点' : '%';
    const isUnit = (word: string): boolean => this.isUnit(word);
    return (
      own ||
      this.cellOf(cells, 'unit')
        .split(/[、,;]/)
        .find(isUnit) ||
      unitOf(plain(cells[this.laidOut.layout.name]), isUnit) ||
      unitOf(column.head, isUnit) ||
      this.unit
    );
  }

  /** `isOwn`: the sheet's own time, as against last year's. */
  private periodOfCell(cells: readonly string[], column: Column, index: number): { period: Period; isOwn: boolean } {
    const year = this.year ?? (column.year as number);
    const of = column.role === 'level' ? column : this.levelOf(column, index);
    const isOwn = (of.year ?? year + (of.shift ?? 0)) === year;
    const time = this.cellOf(cells, 'time').replace(/^(?:20\d\d年)?(\d{1,2})月$/, '$1月底');
    const months = (isOwn && time ? whenOf(time).months : undefined) ?? this.months;
    return { period: periodOf(of, year, months), isOwn };
  }

  /** The level that a rate without a time of its own belongs to: of several rates the one before it, else the newest. */
  private levelOf(column: Column, index: number): Column {
    if (column.year !== undefined || column.shift !== undefined || column.months) return column;
    const { columns } = this.laidOut.layout;
    const isLevel = (other: Column | undefined): other is Column => other?.role === 'level' && other.status !== 'target';
    const rates = columns.filter((other) => other?.role === 'growth');
    const before = columns.slice(0, index).findLast(isLevel);
    if (rates.length > 1 && before) return before;
    const time = ({ year, shift }: Column): number => year ?? (this.year ?? 0) + (shift ?? 0);
    return columns.filter(isLevel).sort((a, b) => time(b) - time(a))[0] ?? column;
  }

  private isUnit(word: string): boolean {
    const unit = word ? readUnit(word, 0) : undefined;
    return unit !== undefined && unit.end === word.length;
  }

  /** Rows and columns as people count them, the sheet's first being 1. */
  private complain(row: number, column: number | undefined, message: Text): void {
    const head = column === undefined ? undefined : this.laidOut.layout.columns[column]?.head;
    const name: Text =
      column === undefined
        ? { zh: '表头', en: 'head' }
        : head
          ? { zh: head, en: head }
          : { zh: `第${column + 1}列`, en: String(column + 1) };
    this.problems.push({ row: row + 1, column: name, message });
  }
}

const isValue = (column: Column | undefined): column is Column =>
  column?.role === 'level' || column?.role === 'growth' || column?.role === 'points';
