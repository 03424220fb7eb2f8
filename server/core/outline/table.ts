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

/** Gives each cell its role by the table's head; merged cells shift columns, so roles count from the row's end. */
export const readTables = (text: string, blocks: Block[], origin: Origin): Map<Block, CellRole> => {
  const roles = new Map<Block, CellRole>();
  const year = origin.now;
  const dataYear = origin.isReport && year !== null ? year - 1 : year;
  const actual: Setting = { period: dataYear === null ? null : yearPeriod(dataYear), status: 'actual' };
  const target: Setting = { ...actual, status: 'target' };
  let hasProgress = false;
  for (const row of rowsOf(blocks)) {
    const words = row.map((cell) => text.slice(cell.start, cell.end).replace(/\s/g, ''));
    const numbered = /^\d{1,4}$/.test(words[0] as string);
    const place = numbered ? Number(words[0]) : row[0]?.row === undefined ? 0 : row[0].row + 1;
    if (words.filter((word) => word.length <= 12 && headWord.test(word)).length >= 2) {
      hasProgress = words.some((word) => progressWord.test(word)) && words.some((word) => targetWord.test(word));
      for (const cell of row) roles.set(cell, { kind: 'head', setting: actual, place, numbered });
      continue;
    }
    row.forEach((cell, index) => {
      const fromEnd = row.length - 1 - index;
      const isNumber = /^\d+$/.test(words[index] as string);
      if (!hasProgress || isNumber || fromEnd > 1) roles.set(cell, { kind: 'label', setting: actual, place, numbered });
      else if (fromEnd === 0 && row.length > 1) roles.set(cell, { kind: 'progress', setting: actual, place, numbered });
      else roles.set(cell, { kind: 'target', setting: target, place, numbered });
    });
  }
  return roles;
};

const rowsOf = function* (blocks: Block[]): Generator<Block[]> {
  let row: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'cell' && (row.length === 0 || (row[0]?.row === block.row && (block.column ?? 0) > (row.at(-1)?.column ?? -1)))) {
      row.push(block);
      continue;
    }
    if (row.length) yield row;
    row = block.kind === 'cell' ? [block] : [];
  }
  if (row.length) yield row;
};
