import { formatPeriod } from '../claims/period.ts';
import { describePlace } from '../outline/place.ts';
import type { Change, Dependence, PlaceState, SheetDiff } from './diff.ts';

/** Heads of the table of `diffRows`. */
export const diffHeads = ['指标', '时期', '旧表', '新表', '文稿位置', '稿中', '说明', '可改为'];

const stateNames: Record<PlaceState, string> = { stale: '仍是旧数', current: '已是新数', other: '与两表都不同' };
const dependenceNames: Record<Dependence, string> = {
  growth: '增速随之变',
  share: '占比随之变',
  points: '百分点随之变',
  completion: '完成率随之变',
  difference: '差额随之变',
  target: '明年目标请再看',
};

/** One row for each place that a change concerns; what changes stands in the first of them. */
export const diffRows = ({ changes }: SheetDiff): string[][] => changes.flatMap(rowsOf);

const rowsOf = ({ before, after, places, dragged }: Change): string[][] => {
  const what = [
    `${after.claim.action}${after.claim.name}${after.claim.kind === 'change' ? '增速' : ''}`,
    formatPeriod(after.claim.period) ?? '',
    before.printed,
    after.printed,
  ];
  const rows = [
    ...places.map(({ entry, state, restated }) => [describePlace(entry.passage.passage), entry.printed, stateNames[state], restated ?? '']),
    ...dragged.map(({ entry, dependence, recomputed }) => [
      describePlace(entry.passage.passage),
      `${entry.claim.name}${entry.printed}`,
      dependenceNames[dependence],
      recomputed ?? '',
    ]),
  ];
  if (rows.length === 0) return [[...what, '', '', '稿中没有', '']];
  return rows.map((row, i) => (i === 0 ? [...what, ...row] : ['', '', '', '', ...row]));
};

/** How much changes, in one line. */
export const diffSummary = ({ changes, added, removed }: SheetDiff): string => {
  const stale = changes.flatMap(({ places }) => places).filter(({ state }) => state === 'stale').length;
  const dragged = new Set(changes.flatMap((change) => change.dragged.map(({ entry }) => entry))).size;
  return [
    changes.length > 0 ? `新表改了${changes.length}个数：稿中${stale}处仍是旧数，另有${dragged}处随之变动` : '两表都有的数没有改动',
    ...(added.length + removed.length > 0 ? [`新增${added.length}个、减少${removed.length}个`] : []),
  ].join('；');
};
