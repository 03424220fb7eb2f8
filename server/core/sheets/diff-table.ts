import { formatPeriod } from '../claims/period.ts';
import type { Language } from '../kept-report.ts';
import { describePlace } from '../outline/place.ts';
import type { Change, Dependence, PlaceState, SheetDiff } from './diff.ts';

interface Texts {
  heads: string[];
  growth: string;
  absent: string;
  states: Record<PlaceState, string>;
  dependences: Record<Dependence, string>;
  changed(figures: number, stale: number, dragged: number): string;
  unchanged: string;
  more(added: number, removed: number): string;
  separator: string;
}

const texts: Record<Language, Texts> = {
  zh: {
    heads: ['指标', '时期', '旧表', '新表', '文稿位置', '稿中', '说明', '可改为'],
    growth: '增速',
    absent: '稿中没有',
    states: { stale: '仍是旧数', current: '已是新数', other: '与两表都不同' },
    dependences: {
      growth: '增速随之变',
      share: '占比随之变',
      points: '百分点随之变',
      completion: '完成率随之变',
      difference: '差额随之变',
      target: '明年目标请再看',
    },
    changed: (figures, stale, dragged) => `新表改了${figures}个数：稿中${stale}处仍是旧数，另有${dragged}处随之变动`,
    unchanged: '两表都有的数没有改动',
    more: (added, removed) => `新增${added}个、减少${removed}个`,
    separator: '；',
  },
  en: {
    heads: ['Indicator', 'Period', 'Old sheet', 'New sheet', 'Place', 'Draft', 'Note', 'Change to'],
    growth: ' growth',
    absent: 'not in the draft',
    states: { stale: 'still the old value', current: 'the new value', other: 'neither value' },
    dependences: {
      growth: 'growth follows',
      share: 'share follows',
      points: 'points follow',
      completion: 'completion follows',
      difference: 'difference follows',
      target: 'look at the next target again',
    },
    changed: (figures, stale, dragged) =>
      `${figures} figures changed: the draft has ${stale} of the old values, and ${dragged} figures that follow from them`,
    unchanged: 'No figure that both sheets have was changed',
    more: (added, removed) => `${added} added, ${removed} gone`,
    separator: '; ',
  },
};

/** Heads of the table of `diffRows`. */
export const diffHeads = (language: Language = 'zh'): string[] => texts[language].heads;

/** One row for each place that a change concerns; what changes stands in the first of them. */
export const diffRows = ({ changes }: SheetDiff, language: Language = 'zh'): string[][] =>
  changes.flatMap((change) => rowsOf(change, texts[language]));

const rowsOf = ({ before, after, places, dragged }: Change, text: Texts): string[][] => {
  const what = [
    `${after.claim.action}${after.claim.name}${after.claim.kind === 'change' ? text.growth : ''}`,
    formatPeriod(after.claim.period) ?? '',
    before.printed,
    after.printed,
  ];
  const rows = [
    ...places.map(({ entry, state, restated }) => [
      describePlace(entry.passage.passage),
      entry.printed,
      text.states[state],
      restated ?? '',
    ]),
    ...dragged.map(({ entry, dependence, recomputed }) => [
      describePlace(entry.passage.passage),
      `${entry.claim.name}${entry.printed}`,
      text.dependences[dependence],
      recomputed ?? '',
    ]),
  ];
  if (rows.length === 0) return [[...what, '', '', text.absent, '']];
  return rows.map((row, i) => (i === 0 ? [...what, ...row] : ['', '', '', '', ...row]));
};

/** How much changes, in one line. */
export const diffSummary = ({ changes, added, removed }: SheetDiff, language: Language = 'zh'): string => {
  const text = texts[language];
  const stale = changes.flatMap(({ places }) => places).filter(({ state }) => state === 'stale').length;
  const dragged = new Set(changes.flatMap((change) => change.dragged.map(({ entry }) => entry))).size;
  return [
    changes.length > 0 ? text.changed(changes.length, stale, dragged) : text.unchanged,
    ...(added.length + removed.length > 0 ? [text.more(added.length, removed.length)] : []),
  ].join(text.separator);
};
