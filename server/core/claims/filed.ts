import type { Claim } from './claim.ts';
import { shareWithin } from './naming.ts';
import { type Period, yearOf } from './period.ts';

/** The phrase that a statistician files a claim under, as `heshu figures` prints it. */
export const filedName = (claim: Claim): string => {
  const { name, whole, kind, aspect } = claim;
  if (whole && kind !== 'streak' && !claim.carried && !/^全?[国省市区县]$/.test(whole))
    // A share named in one phrase is filed under the whole phrase.
    return aspect === shareWithin ? `${name}在${whole}中的比重` : `${name}占${whole}比重`;
  // Money put into things is filed as 投资.
  if (claim.dimension.startsWith('money') && /^(?:完成)?(?:总|计划总|项目总)?投资$/.test(aspect))
    return aspect.replace(/^(?:完成|计划|项目)/, '');
  return sharedHead(name);
};

/** 省“千项万亿”项目、省重点项目、市重点项目投资完成率: where the items of a list only modify the last noun, that noun. */
const sharedHead = (name: string): string => {
  const items = name.split('、');
  const last = items.at(-1) as string;
  const end = (items[0] as string).slice(-2);
  if (items.length < 2 || !items.slice(0, -1).every((item) => item.endsWith(end))) return name;
  const at = last.indexOf(end);
  return at > 0 && last.length - at - 2 >= 3 ? last.slice(at + 2) : name;
};

/** Growth over an earlier year than the one before covers the years between, as 年均 does: 2003/2007 for 2007年…比2002年增长. */
export const filedPeriod = ({ kind, role, unit, period, comparison }: Claim): Period | null => {
  const base = yearOf(comparison?.period ?? null);
  const grows = kind === 'change' || role === 'difference' || (kind === 'ratio' && /[倍番]/.test(unit));
  if (!period || base === undefined || !grows) return period;
  return Math.floor(period.to / 12) - base > 1 ? { from: (base + 1) * 12, to: period.to } : period;
};
