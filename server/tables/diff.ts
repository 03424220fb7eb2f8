import type { IndexedClaim } from '../core/claims/claim-index.ts';
import type { DraftDiff } from '../core/diff.ts';
import type { Language } from '../core/kept-report.ts';
import { describePlace } from '../core/outline/place.ts';
import { nameOf } from '../core/worksheet.ts';
import type { Table } from './table.ts';

const placeOf = (entry: IndexedClaim): string => describePlace(entry.passage.passage);

interface Texts {
  name: string;
  heads: [what: string, place: string, name: string, before: string, after: string];
  /** Heads of what follows from a change. */
  notes: [stale: string, dependent: string, breaks: string];
  changed: string;
  added: string;
  gone: string;
  before(place: string): string;
  figures(changed: number, added: number, gone: number): string;
  stale(places: number): string;
  confirmed(figures: number): string;
  findings(added: number, solved: number, remaining: number): string;
  separator: string;
}

const texts: Record<Language, Texts> = {
  zh: {
    name: '改动',
    heads: ['改动', '位置', '指标', '原稿', '新稿'],
    notes: ['仍是原数', '随之请看', '引出的问题'],
    changed: '改',
    added: '增',
    gone: '删',
    before: (place) => `原${place}`,
    figures: (changed, added, gone) => `改${changed}个数、增${added}个、删${gone}个`,
    stale: (places) => `仍有${places}处是原数`,
    confirmed: (figures) => `改动了${figures}个已核定的数`,
    findings: (added, solved, remaining) => `问题新增${added}、消除${solved}、还在${remaining}`,
    separator: '；',
  },
  en: {
    name: 'Changes',
    heads: ['Change', 'Place', 'Indicator', 'Before', 'Now'],
    notes: ['Still the old value', 'Look at', 'Findings it brings'],
    changed: 'changed',
    added: 'new',
    gone: 'gone',
    before: (place) => `formerly ${place}`,
    figures: (changed, added, gone) => `${changed} figures changed, ${added} new, ${gone} gone`,
    stale: (places) => `${places} places still have the old value`,
    confirmed: (figures) => `${figures} confirmed figures were changed`,
    findings: (added, solved, remaining) => `findings: ${added} new, ${solved} solved, ${remaining} still there`,
    separator: '; ',
  },
};

/** Heads of what follows from a change. */
export const diffNotes = (language: Language): readonly string[] => texts[language].notes;

const widths = [6, 16, 28, 12, 12];

/** Figures changed, added and gone, by indicator in the order of the draft. */
export const diffTable = ({ changed, added, gone }: DraftDiff, language: Language = 'zh'): Table => {
  const text = texts[language];
  const together = (items: readonly string[]): string => items.join(text.separator);
  return {
    name: text.name,
    columns: [...text.heads.map((head, i) => ({ head, width: widths[i] as number })), ...text.notes.map((head) => ({ head, width: 30 }))],
    rows: [
      ...changed.map(({ before, after, stale, dependent, breaks }) => [
        text.changed,
        placeOf(after),
        nameOf(after.claim),
        before.printed,
        after.printed,
        together(stale.map((entry) => `${placeOf(entry)}${entry.printed}`)),
        together(dependent.map((entry) => `${placeOf(entry)}${nameOf(entry.claim)}${entry.printed}`)),
        together(breaks.map(({ message }) => message.split('\n')[0] as string)),
      ]),
      ...added.map((entry) => [text.added, placeOf(entry), nameOf(entry.claim), '', entry.printed, '', '', '']),
      ...gone.map((entry) => [text.gone, text.before(placeOf(entry)), nameOf(entry.claim), entry.printed, '', '', '', '']),
    ],
  };
};

/** `改3个数、增1个、删2个；仍有1处是原数；问题新增1、消除2、还在5` */
export const diffSummary = ({ changed, added, gone, findings, confirmed }: DraftDiff, language: Language = 'zh'): string => {
  const text = texts[language];
  const stale = new Set(changed.flatMap((change) => change.stale)).size;
  return [
    text.figures(changed.length, added.length, gone.length),
    ...(stale > 0 ? [text.stale(stale)] : []),
    ...(confirmed.length > 0 ? [text.confirmed(confirmed.length)] : []),
    text.findings(findings.added.length, findings.solved.length, findings.remaining.length),
  ].join(text.separator);
};
