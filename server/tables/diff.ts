import type { IndexedClaim } from '../core/claims/claim-index.ts';
import type { DraftDiff } from '../core/diff.ts';
import { describePlace } from '../core/outline/place.ts';
import { nameOf } from '../core/worksheet.ts';
import type { Table } from './table.ts';

const placeOf = (entry: IndexedClaim): string => describePlace(entry.passage.passage);

/** Heads of what follows from a change. */
export const diffNotes = ['仍是原数', '随之请看', '引出的问题'] as const;

/** Figures changed, added and gone, by indicator in the order of the draft. */
export const diffTable = ({ changed, added, gone }: DraftDiff): Table => ({
  name: '改动',
  columns: [
    { head: '改动', width: 6 },
    { head: '位置', width: 16 },
    { head: '指标', width: 28 },
    { head: '原稿', width: 12 },
    { head: '新稿', width: 12 },
    ...diffNotes.map((head) => ({ head, width: 30 })),
  ],
  rows: [
    ...changed.map(({ before, after, stale, dependent, breaks }) => [
      '改',
      placeOf(after),
      nameOf(after.claim),
      before.printed,
      after.printed,
      stale.map((entry) => `${placeOf(entry)}${entry.printed}`).join('；'),
      dependent.map((entry) => `${placeOf(entry)}${nameOf(entry.claim)}${entry.printed}`).join('；'),
      breaks.map(({ message }) => message.split('\n')[0]).join('；'),
    ]),
    ...added.map((entry) => ['增', placeOf(entry), nameOf(entry.claim), '', entry.printed, '', '', '']),
    ...gone.map((entry) => ['删', `原${placeOf(entry)}`, nameOf(entry.claim), entry.printed, '', '', '', '']),
  ],
});

/** `改3个数、增1个、删2个；仍有1处是原数；问题新增1、消除2、还在5` */
export const diffSummary = ({ changed, added, gone, findings, confirmed }: DraftDiff): string => {
  const stale = new Set(changed.flatMap((change) => change.stale)).size;
  return [
    `改${changed.length}个数、增${added.length}个、删${gone.length}个`,
    ...(stale > 0 ? [`仍有${stale}处是原数`] : []),
    ...(confirmed.length > 0 ? [`改动了${confirmed.length}个已核定的数`] : []),
    `问题新增${findings.added.length}、消除${findings.solved.length}、还在${findings.remaining.length}`,
  ].join('；');
};
