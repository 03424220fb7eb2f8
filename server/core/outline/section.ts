import { type Period, yearPeriod, yearsPeriod } from '../claims/period.ts';

/** What a part of a document speaks of: past results or plans, and of which years. */
export interface Setting {
  period: Period | null;
  status: 'actual' | 'target' | 'estimate';
  /** The part speaks of a plan period and of single years in turn; its paragraphs say which. */
  mixed?: boolean;
}

export const sameSetting = (a: Setting, b: Setting): boolean =>
  a === b || (a.status === b.status && a.mixed === b.mixed && a.period?.from === b.period?.from && a.period?.to === b.period?.to);

const review = /回顾|总结|成就|成效|成绩|(?:工作|执行|完成|推进|进展|运行|基本|落实)情况|过去|工作进展/;
const lastYear = /去年|上一?年/;
const plan =
  /安排|部署|任务|目标|打算|计划|建议|总体要求|工作要求|总体思路|工作思路|展望|下一步|今后|重点工作|工作重点|主要预期|工作总体|做好.{0,12}工作|工作$/;

const plans: readonly (readonly [pattern: RegExp, from: number, to: number])[] = [
  [/十五五/, 2026, 2030],
  [/十四五/, 2021, 2025],
  [/十三五/, 2016, 2020],
  [/十二五/, 2011, 2015],
  [/十一五/, 2006, 2010],
];

/**
 * The setting that a heading announces (一、2023年工作回顾 → 2023, actual), or undefined where it says nothing of it.
 * `year` is the report's own year, the one that 今年 means; one `byTime` need only name a time (三、面向2030年).
 */
export const settingOf = (heading: string, year: number | null, byTime = false): Setting | undefined => {
  const years = [...heading.matchAll(/((?:19|20)\d\d)年/g)].map((match) => Number(match[1]));
  const single = years.at(-1);
  const planned = /今年|当年/.test(heading) ? undefined : plans.find(([pattern]) => pattern.test(heading));
  const [, from, to] = planned ?? [undefined, single, single];
  const isPast = year !== null && to !== undefined && to < year;
  const isAhead = year !== null && from !== undefined && from >= year;
  // 一、2024年主要工作 in the report of 2025: nobody plans a year that is over. 在去年基础上做好2025年工作 plans all the same.
  const tellsPast = (isPast && !planned && plan.test(heading)) || (byTime && isPast) || (lastYear.test(heading) && !isAhead);
  const isReview = review.test(heading) || tellsPast;
  const isPlan = !isReview && (plan.test(heading) || (byTime && isAhead));
  if (!isReview && !isPlan) return undefined;
  const status = isReview ? 'actual' : 'target';
  if (planned) {
    // 2025年及“十四五”时期: what is named first comes first.
    const yearFirst = single !== undefined && heading.indexOf(String(single)) < heading.search(planned[0]);
    return { period: yearFirst ? yearPeriod(single) : yearsPeriod(planned[1], planned[2]), status, mixed: true };
  }
  if (single !== undefined) return { period: yearPeriod(single), status };
  if (year === null) return { period: null, status };
  if (isReview) {
    if (/五年|本届/.test(heading)) return { period: yearsPeriod(year - 5, year - 1), status, mixed: true };
    if (/三年/.test(heading)) return { period: yearsPeriod(year - 3, year - 1), status, mixed: true };
    return { period: yearPeriod(year - 1), status };
  }
  if (/今后五年|未来五年/.test(heading)) return { period: yearsPeriod(year, year + 4), status };
  return { period: yearPeriod(year), status };
};

/**
 * In a mixed part, the period that the opening words of a paragraph turn to (刚刚过去的2025年…; 五年来…), or undefined
 * where they turn to none.
 */
export const turnOf = (opening: string, setting: Setting, year: number | null): Setting | undefined => {
  if (!setting.mixed || year === null) return undefined;
  const head = opening.replace(/^各位代表[!,:]?/, '').slice(0, 24);
  const planned = plans.find(([pattern]) => pattern.test(head));
  const single = /(?:^|过去的|总结|回顾|一是|的)((?:19|20)\d\d)年(?!以来|底|末)/.exec(head);
  if (single && !(planned && head.search(planned[0]) < single.index)) {
    const named = Number(single[1]);
    return named <= year && named >= year - 1 ? { ...setting, period: yearPeriod(named) } : undefined;
  }
  if (planned && setting.status === 'actual' && planned[2] < year) return { ...setting, period: yearsPeriod(planned[1], planned[2]) };
  if (/^(?:过去五年|五年来|这五年|过去的五年|回顾五年)/.test(head)) return { ...setting, period: yearsPeriod(year - 5, year - 1) };
  // What is wanting is told of the year under review.
  if (
    setting.status === 'actual' &&
    /^(?:在(?:肯定|总结|看到|取得)|肯定|看到|同时|与此同时|当然|我们也|但|当前)/.test(head) &&
    /不足|问题|困难|短板|挑战|差距|清醒/.test(opening.slice(0, 60))
  )
    return { ...setting, period: yearPeriod(year - 1) };
  if (/^(?:过去一年|一年来|这一年|过去的一年|刚刚过去的一年)/.test(head)) return { ...setting, period: yearPeriod(year - 1) };
  return undefined;
};
