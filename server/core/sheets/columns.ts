import type { Status } from '../claims/claim.ts';
import { type Period, yearPeriod } from '../claims/period.ts';
import { plain } from './cells.ts';

/** Which year a column or title speaks of: in figures, or counted from the sheet's own. */
interface When {
  year: number | undefined;
  /** −1 for 上年. */
  shift: number | undefined;
  /** Months of the year, from 1; the whole year where undefined. */
  months: [number, number] | undefined;
}

export type Role = 'name' | 'unit' | 'level' | 'growth' | 'points' | 'time' | 'status' | 'office' | 'other';

/** A column of a sheet by what its head says. */
export interface Column extends When {
  role: Role;
  head: string;
  status: Status | undefined;
}

const roles: [Role, RegExp][] = [
  ['name', /^(?:主要|统计|经济|具体|核心)*(?:指标|项目|指标名称|项目名称|指标项目|名称)(?:名称)?(?:\([^)]*\))?$/],
  ['unit', /^(?:计量)?单位$/],
  ['time', /^(?:时点|截止|截至|截止时间|截止日期|数据期|数据时点|数据时间|所属期|统计期|报告期间|日期)$/],
  ['status', /^(?:性质|数据性质|口径|数据口径|数据类型|类型|状态)$/],
  ['office', /^(?:责任|牵头|提供|填报|报送|主管|数据)?(?:部门|单位|来源)(?:\(单位\))?$|^数据提供|^来源/],
  ['other', /备注|说明|增减额?$|填报人|联系人|审核|序号|编号|代码|电话|位次|排名|完成率|进度|比重|占比|负责人|签字|核对/],
];

/** 比上年增减 without % may be an amount. */
const growthHead = /增速|增幅|同比|增长|±|(?:升降|增减).*(?:%|百分点)/;
const levelHead =
  /绝对[额数量值]|总量|数值|实绩|实际|金额|数量|指标值|完成[额数值]|完成(?:情况)?(?:\(|$)|累计|本年|今年|本期|当年|全年|上年|去年|上期|同期|基期|前年|预计|快报|决算|初步|数据$|年数?$|目标|计划|预期/;

/** What a column is, by its head; for heads over two rows, both joined. Undefined where the words say nothing. */
export const columnOf = (cell: string): Column | undefined => {
  const head = plain(cell);
  if (!head || head.length > 24) return undefined;
  const when = whenOf(head);
  const column = (role: Role): Column => ({ ...when, role, head, status: statusOf(head) });
  const named = roles.find(([, pattern]) => pattern.test(head));
  if (named) return column(named[0]);
  if (growthHead.test(head))
    return column(/百分点/.test(head) ? 'points' : /额|量\)?$/.test(head.replace(/[(].*/, '')) ? 'other' : 'growth');
  return levelHead.test(head) || when.year !== undefined || when.months ? column('level') : undefined;
};

/** 预计 and its kin are estimates; 初步核算, 快报 and 决算 are results, of one or another firmness. */
export const statusOf = (text: string): Status | undefined =>
  /目标|计划数|计划值|预期/.test(text)
    ? 'target'
    : /预计|预测|估算|测算|预估/.test(text)
      ? 'estimate'
      : /初步|快报|决算|核定|核实|实绩|实际|正式|最终|年报/.test(text)
        ? 'actual'
        : undefined;

/** A full date is when a sheet was made, not what it speaks of. */
const date = /(?:19|20)\d\d(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?|(?<!\d)20\d{6}(?!\d)/g;

export const whenOf = (text: string): When => {
  const rest = text.replace(date, '');
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(rest)?.[1];
  const shift = /前年/.test(rest)
    ? -2
    : /上年|去年|上期|同期|基期/.test(rest)
      ? -1
      : /本年|今年|本期|当年|报告期/.test(rest)
        ? 0
        : undefined;
  // 比上年增长 compares; it is this year's growth.
  const compares = /[比较](?:上年|去年|上期|同期)|同比/.test(rest);
  return { year: year ? Number(year) : undefined, shift: compares ? undefined : shift, months: monthsOf(rest) };
};

const monthsOf = (text: string): [number, number] | undefined => {
  const range = /(?<!\d)(\d{1,2})(?:月份?)?[-—~至到]{1,2}(\d{1,2})月/.exec(text);
  if (range && Number(range[2]) > Number(range[1]) && Number(range[2]) <= 12) return [Number(range[1]), Number(range[2])];
  if (/上半年/.test(text)) return [1, 6];
  if (/前三季度|1-3季度|一至三季度/.test(text)) return [1, 9];
  if (/一季度/.test(text)) return [1, 3];
  const until = /(?:截至|截止到?)?(?<!\d)(\d{1,2})月(?:底|末|累计)/.exec(text);
  return until && Number(until[1]) < 12 && Number(until[1]) > 0 ? [1, Number(until[1])] : undefined;
};

/** The months that a column speaks of, on a sheet of `year`; `months` where the sheet as a whole tells of a part. */
export const periodOf = (when: When, year: number, months: [number, number] | undefined): Period => {
  const own = when.year ?? year + (when.shift ?? 0);
  const span = when.months ?? months;
  return span ? { from: own * 12 + span[0] - 1, to: own * 12 + span[1] - 1 } : yearPeriod(own);
};
