import type { Claim } from './claims/claim.ts';
import type { ClaimIndex } from './claims/claim-index.ts';
import { overlap } from './figures/interval.ts';
import { intervalOf } from './figures/printed.ts';
import { readUnit } from './figures/units.ts';
import type { Finding } from './finding.ts';
import { describePlace } from './outline/place.ts';
import { confirmFigure, type DraftIdentity, type Reviewed } from './reviewed.ts';
import { fold } from './text/fold.ts';
import { hash } from './text/hash.ts';
import type { WorksheetRow } from './worksheet.ts';

/** A row of a worksheet as it came back. */
export interface ReturnedRow {
  id: string;
  /** 数值 as it was sent out. */
  sent: string;
  /** 核定数, 意见, 签名 as filled in. */
  settled: string;
  opinion: string;
  signed: string;
  department: string;
  /** Where it stands: `财政局.xlsx第12行`. */
  at: string;
}

/**
 * `confirmed`: the settled number is the draft's; `differs`: it is not; `unclear`: it cannot be read, or the draft was
 * changed after the row was sent; `remarked`: an opinion and no number; `gone`: the draft has no such figure any more;
 * `pending`: not filled in.
 */
export type AnswerKind = 'confirmed' | 'differs' | 'unclear' | 'remarked' | 'gone' | 'pending';

export interface Answer {
  kind: AnswerKind;
  returned: ReturnedRow;
  /** The draft's figure; undefined where it is gone. */
  row: WorksheetRow | undefined;
}

/** Holds returned rows against the figures of the draft as it is now; `sentOf` gives a row's 数值 as a worksheet has it. */
export const answersOf = (
  returned: readonly ReturnedRow[],
  rows: readonly WorksheetRow[],
  sentOf: (row: WorksheetRow) => string,
): Answer[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return returned.map((item) => {
    const row = byId.get(item.id);
    return { kind: kindOf(item, row, sentOf), returned: item, row };
  });
};

const kindOf = (item: ReturnedRow, row: WorksheetRow | undefined, sentOf: (row: WorksheetRow) => string): AnswerKind => {
  const settled = fold(item.settled).replace(/[\s,]/g, '');
  if (settled === '' && item.opinion.trim() === '') return 'pending';
  if (!row) return 'gone';
  if (settled === '') return 'remarked';
  // A tick confirms what was sent, which the draft may have changed since.
  if (ticks.has(settled)) return item.sent === sentOf(row) ? 'confirmed' : 'unclear';
  // ≥180亿元, as the worksheet has it.
  if (settled === fold(item.sent).replace(/[\s,]/g, '') && item.sent === sentOf(row)) return 'confirmed';
  const same = isSame(settled.replace(/^第(?=\d)/, ''), row.entry.claim, row.entry.printed);
  return same === undefined ? 'unclear' : same ? 'confirmed' : 'differs';
};

const ticks = new Set(['√', '✓', '✔', '☑', '对', '是', '无误', '准确', '一致', '属实', '同意', '无意见', '正确', 'ok', 'OK']);

/** Whether a number as a person writes it (`262`, `262.0亿元`, `2620000万元`) says what the claim says; undefined where that cannot be told. */
const isSame = (settled: string, claim: Claim, printed: string): boolean | undefined => {
  if (settled === fold(printed).replace(/[\s,]/g, '')) return true;
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{1,9}))?(?=\D|$)/.exec(settled);
  if (!match || claim.values.length !== 1) return undefined;
  const [number, sign, , decimals = ''] = match;
  const unit = settled.slice(number.length);
  const read = unit === '' || unit === claim.unit ? claim : readUnit(settled, number.length);
  if (!read || ('end' in read && read.end < settled.length)) return undefined;
  if (read.dimension !== claim.dimension) return false;
  // 下降3.2%: whoever answers 3.2 means the fall.
  const falls = (claim.values[0] as number) < 0 && sign === '';
  const value = Number(number) * (falls ? -1 : 1);
  const isExact = claim.interval.low === claim.interval.high;
  return overlap(intervalOf([value], 10 ** -decimals.length, read.factor, 'exact', isExact), claim.interval);
};

/** The findings of answers that differ from the draft, in its order. */
export const findingsOfAnswers = (answers: readonly Answer[]): Finding[] =>
  answers
    .flatMap(({ kind, row, returned }): Finding[] => {
      if (kind !== 'differs' || !row) return [];
      const { entry, name } = row;
      const who = [returned.department, returned.signed].filter(Boolean).join('、') || '有关部门';
      return [
        {
          key: hash(['worksheet', row.id, returned.settled].join('|')),
          rule: 'worksheet',
          severity: 'error',
          range: { start: entry.start, end: entry.end },
          message: [
            `${name}${entry.printed}：与核定数不同`,
            `${who}核定为${returned.settled}，见${returned.at}；本稿${describePlace(entry.passage.passage)}`,
            `请改为核定数，或请${returned.department || '有关部门'}再核${returned.opinion ? `；附意见：${returned.opinion}` : ''}`,
          ].join('\n'),
          related: [],
        },
      ];
    })
    .sort((a, b) => a.range.start - b.range.start);

/** Records the figures that answers confirm, each as confirmed by who signed its row against the worksheet. */
export const confirmAnswers = (
  reviewed: Reviewed,
  draft: DraftIdentity,
  answers: readonly Answer[],
  index: ClaimIndex,
  on: string,
): Reviewed => {
  let result = reviewed;
  for (const { kind, row, returned } of answers) {
    if (kind !== 'confirmed' || !row) continue;
    const by = [returned.department, returned.signed].filter(Boolean).join('') || '核数单';
    result = confirmFigure(result, draft, row.entry, index, { paper: returned.at.replace(/第\d+行$/, ''), by, on });
  }
  return result;
};
