import { yearPeriod } from '../claims/period.ts';
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

const headWord =
  /^(?:序号|编号|指标|项目|单位|任务|重点工作|工作任务|具体目标|目标|进展|完成|责任|备注|重点工作任务|具体目标任务|进展情况|完成情况)/;
const progressWord = /进展|完成|执行|落实|实绩|实际/;
const targetWord = /目标|任务|计划|指标值/;

/** Gives the cells of tables their roles by the table's head. */
export class TableReader {
  private readonly actual: Setting;
  private readonly target: Setting;

  constructor(
    private readonly text: string,
    { isReport, now }: Origin,
  ) {
    const year = isReport && now !== null ? now - 1 : now;
    this.actual = { period: year === null ? null : yearPeriod(year), status: 'actual' };
    this.target = { ...this.actual, status: 'target' };
  }

  /**
   * The roles of a row's cells, and whether the rows below it tell of targets and progress; `tellsProgress` says so of the
   * row itself. Merged cells shift columns, so roles count from the row's end.
   */
  readRow(row: readonly Block[], tellsProgress: boolean): { roles: CellRole[]; tellsProgress: boolean } {
    const { actual, target } = this;
    const words = row.map((cell) => this.text.slice(cell.start, cell.end).replace(/\s/g, ''));
    const numbered = /^\d{1,4}$/.test(words[0] as string);
    const place = numbered ? Number(words[0]) : row[0]?.row === undefined ? 0 : row[0].row + 1;
    if (words.filter((word) => word.length <= 12 && headWord.test(word)).length >= 2) {
      const announces = words.some((word) => progressWord.test(word)) && words.some((word) => targetWord.test(word));
      return { roles: row.map(() => ({ kind: 'head', setting: actual, place, numbered })), tellsProgress: announces };
    }
    const roles = row.map((_, index): CellRole => {
      const fromEnd = row.length - 1 - index;
      const isNumber = /^\d+$/.test(words[index] as string);
      if (!tellsProgress || isNumber || fromEnd > 1) return { kind: 'label', setting: actual, place, numbered };
      if (fromEnd === 0 && row.length > 1) return { kind: 'progress', setting: actual, place, numbered };
      return { kind: 'target', setting: target, place, numbered };
    });
    return { roles, tellsProgress };
  }
}

/** The cells of the row that begins at `index`. */
export const rowAt = (blocks: readonly Block[], index: number): Block[] => {
  const { row } = blocks[index] as Block;
  let end = index + 1;
  while (end < blocks.length && (blocks[end] as Block).row === row) end++;
  return blocks.slice(index, end);
};
