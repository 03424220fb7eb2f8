import { type Period, yearPeriod, yearsPeriod } from '../claims/period.ts';

/** What a part of a document speaks of: past results or plans, and of which years. */
export interface Setting {
  period: Period | null;
  status: 'actual' | 'target' | 'estimate';
}

const review = /回顾|总结|成就|成效|成绩|(?:工作|执行|完成|推进|进展|运行|基本|落实)情况|过去|主要工作$|工作进展/;
const plan =
  /安排|部署|任务|目标|打算|计划|建议|总体要求|工作要求|总体思路|工作思路|展望|下一步|今后|重点工作|工作重点|主要预期|工作总体|做好.{0,12}工作|工作$/;

const plans: [RegExp, number, number][] = [
  [/十五五/, 2026, 2030],
  [/十四五/, 2021, 2025],
  [/十三五/, 2016, 2020],
  [/十二五/, 2011, 2015],
  [/十一五/, 2006, 2010],
];

/**
 * The setting that a heading announces (一、2023年工作回顾 → 2023, actual), or undefined where it says nothing of it.
 * `year` is the report's own year, the one that 今年 means.
 */
export const settingOf = (heading: string, year: number | null): Setting | undefined => {
  const isReview = review.test(heading);
  const isPlan = !isReview && plan.test(heading);
  if (!isReview && !isPlan) return undefined;
  const status = isReview ? 'actual' : 'target';
  const years = [...heading.matchAll(/((?:19|20)\d\d)年/g)].map((match) => Number(match[1]));
  const single = years.at(-1);
  if (single !== undefined) return { period: yearPeriod(single), status };
  const planned = plans.find(([pattern]) => pattern.test(heading));
  if (planned && !/今年|当年/.test(heading)) return { period: yearsPeriod(planned[1], planned[2]), status };
  if (year === null) return { period: null, status };
  if (isReview) {
    if (/五年|本届/.test(heading)) return { period: yearsPeriod(year - 5, year - 1), status };
    if (/三年/.test(heading)) return { period: yearsPeriod(year - 3, year - 1), status };
    return { period: yearPeriod(year - 1), status };
  }
  if (/今后五年|未来五年/.test(heading)) return { period: yearsPeriod(year, year + 4), status };
  return { period: yearPeriod(year), status };
};
