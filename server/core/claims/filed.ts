import type { Claim } from './claim.ts';
import { shareWithin } from './naming.ts';
import { type Period, yearOf } from './period.ts';

/** The phrase that a statistician files a claim under, as `heshu figures` prints it. */
export const filedName = (claim: Claim): string => {
  const { name, whole, kind, aspect } = claim;
  if (whole && kind !== 'streak' && (!claim.carried || claim.role !== 'value') && /比重|比例|占比/.test(aspect) && !territory.test(whole))
    // A share named in one phrase is filed under the whole phrase.
    return aspect === shareWithin ? `${name}在${whole}中的比重` : `${name}占${whole}比重`;
  // Money put into things is filed as 投资.
  if (claim.dimension.startsWith('money') && /^(?:总|计划总|项目总|年度计划)投资$|^年度投资计划$|^总金额$/.test(aspect))
    return aspect.replace(/^(?:计划|项目)/, '');
  if (claim.dimension.startsWith('money') && aspect === '完成投资') return name.endsWith('投资') ? name : `${name}投资`;
  // A rank of growth is no rank of the level.
  if (kind === 'rank' && /^(?:增速|增幅|增量|提升幅度)$/.test(aspect) && !name.endsWith(aspect)) return sharedHead(name) + aspect;
  return withWork(sharedHead(name).replace(/(?<=.)完成投资$/, '投资'), claim);
};

/** 占全省的比重 tells how large one's own is among others. */
const territory = /^(?:全?[国省市区县]|[东中西]部(?:地区)?|长三角|珠三角|京津冀)$/;

/** What is done to things that exist already belongs to their name: 关闭退出煤矿, 老旧小区改造. */
const work =
  /^(?:改造|更新改造|提升改造|改造提升|整治提升|关闭|关闭退出|退出|关停|拆除|整治|治理|修缮|维修|盘活|腾退|清理|清理注销|注销|查处|破获|侦破|办结|化解|加固|重建|加固重建|除险加固)$/;

const withWork = (name: string, { kind, action, carried, indicator }: Claim): string => {
  const renewal = /^(?:(?:更新|提升|维修|升级|建设|新建)?改造|改造提升)(?=.{4})/.exec(name)?.[0] ?? '';
  const renewed = name.slice(renewal.length) + renewal;
  if (kind !== 'level' || carried || indicator || !work.test(action) || name.includes(action)) return renewed;
  return /改造|提升/.test(action) ? name + action : action + name;
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
