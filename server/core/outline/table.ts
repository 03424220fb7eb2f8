import { type Period, type PeriodBase, readPeriod, yearPeriod } from '../claims/period.ts';
import type { Block } from './blocks.ts';
import type { Origin } from './origin.ts';
import type { Setting } from './section.ts';

/** What a cell is in its row: a target or its progress set period and status; the rest names the task. */
export interface CellRole {
  kind: 'head' | 'label' | 'target' | 'progress';
  setting: Setting;
  /** Row, from 1; the number that the row gives itself where it has one. */
  place: number;
  numbered: boolean;
}

/** What the head of a table says of its columns. */
export interface TableHead {
  /** Its words: two heads with the same say the same. */
  words: string;
  /** By column; columns that name or number the row are left out. */
  columns: ReadonlyMap<number, Pick<CellRole, 'kind' | 'setting'>>;
  /** The last column that it names. */
  last: number;
}

const headWord =
  /^(?:序号|编号|指标|项目|单位|任务|重点工作|工作任务|年度目标|具体目标|目标|进展|完成|责任|牵头|备注|建设内容|总投资|资金来源)[^\d%]{0,10}$/;
/** 2025年计划, 1—9月完成情况, 上年实际 */
const datedHead =
  /^(?:(?:19|20)\d\d年?|[今明本去上]年|截至\d{1,2}月底?|\d{1,2}[—-]\d{1,2}月|[上下]半年|前?[一二三四]季度)[^\d%]{0,8}(?:目标|计划|任务|实际|完成|进展|预计|预期|实绩|情况|数|投资)$/;
const progressWord = /进展|完成|执行|落实|实绩|实际|实现/;
const targetWord = /目标|计划|指标值|预期|年度任务|具体任务/;
const estimateWord = /预计/;
/** 序号 and what names who does it or where the money comes from. */
const aside = /^(?:序号|编号|责任|牵头|备注|单位|资金来源)/;

/** Gives the cells of tables their roles by the table's head. */
export class TableReader {
  private readonly setting: Setting;
  private readonly base: PeriodBase;

  constructor(
    private readonly text: string,
    { isReport, now }: Origin,
  ) {
    const year = isReport && now !== null ? now - 1 : now;
    this.setting = { period: year === null ? null : yearPeriod(year), status: 'actual' };
    this.base = { year, now, reviewed: isReport ? year : null, section: this.setting.period };
  }

  /** The roles of a row's cells, and the head that holds for the rows below it; `head` is the one that stands above. */
  readRow(row: readonly Block[], head: TableHead | undefined): { roles: CellRole[]; head: TableHead | undefined } {
    const { setting } = this;
    const words = row.map((cell) => this.text.slice(cell.start, cell.end).replace(/\s/g, ''));
    const numbered = /^\d{1,4}$/.test(words[0] as string);
    const place = numbered ? Number(words[0]) : row[0]?.row === undefined ? 0 : row[0].row + 1;
    if (words.filter((word) => headWord.test(word) || datedHead.test(word)).length >= 2)
      return { roles: row.map(() => ({ kind: 'head', setting, place, numbered })), head: this.readHead(row, words) };
    const shift = head ? shiftOf(row, head) : 0;
    const roles = row.map(({ column = 0 }, i): CellRole => {
      const role = i === 0 && numbered ? undefined : head?.columns.get(column + shift);
      return { kind: 'label', setting, ...role, place, numbered };
    });
    return { roles, head };
  }

  private readHead(row: readonly Block[], words: readonly string[]): TableHead | undefined {
    const columns = new Map<number, Pick<CellRole, 'kind' | 'setting'>>();
    const isProgress = (word: string): boolean => !aside.test(word) && progressWord.test(word);
    const isTarget = (word: string): boolean => !aside.test(word) && !isProgress(word) && targetWord.test(word);
    // 任务 names a row unless no other column states what is to be reached.
    const task = words.some(isTarget) || !words.some(isProgress) ? -1 : words.findLastIndex((word) => /任务/.test(word));
    row.forEach(({ column = 0 }, i) => {
      const word = words[i] as string;
      const period = this.periodIn(word) ?? this.setting.period;
      if (isProgress(word))
        columns.set(column, { kind: 'progress', setting: { period, status: estimateWord.test(word) ? 'estimate' : 'actual' } });
      else if (isTarget(word) || i === task) columns.set(column, { kind: 'target', setting: { period, status: 'target' } });
    });
    return columns.size > 0 ? { words: words.join('\t'), columns, last: row.at(-1)?.column ?? 0 } : undefined;
  }

  /** 2025年计划, 1—9月完成情况 */
  private periodIn(word: string): Period | undefined {
    for (let i = 0; i < word.length; i++) {
      const time = readPeriod(word, i, this.base);
      if (time && !time.average) return time.periods[0] ?? undefined;
    }
    return undefined;
  }
}

/**
 * By how many columns a row stands left of its head. Where cells are merged with those above, some programs leave them out:
 * a row of a target and its progress that does not fill both columns counts from its end.
 */
const shiftOf = (row: readonly Block[], { columns, last }: TableHead): number => {
  const own = row.map(({ column = 0 }) => column);
  const end = own.at(-1) as number;
  const stated = [...columns.keys()];
  if (stated.length !== 2 || (end <= last && (own[0] !== 0 || stated.every((column) => own.includes(column))))) return 0;
  return row.length === 1 ? Math.min(...stated) - end : last - end;
};

/** The cells of the row that begins at `index`. */
export const rowAt = (blocks: readonly Block[], index: number): Block[] => {
  const { row } = blocks[index] as Block;
  let end = index + 1;
  while (end < blocks.length && (blocks[end] as Block).row === row) end++;
  return blocks.slice(index, end);
};
