import type { CheckResult } from './core/check.ts';
import { type Commitment, commitmentsOf } from './core/commitments.ts';
import { type Departments, type WorksheetRow, worksheetOf } from './core/worksheet.ts';
import { sniff } from './readers/sniff.ts';
import { newNonce } from './reports/html.ts';
import { reportPage } from './reports/page.ts';
import type { Table } from './tables/table.ts';
import { partOf } from './tables/worksheet.ts';
import { version } from './version.ts';
import { commentsOf, indexLines } from './writers/word/finding-comments.ts';

// The papers that a check gives out: one place for command line, editor and offline page.

/** `2025-01-05 21:30`, local time. */
const timeNow = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace('T', ' ');
};

/** What a paper says of its making: program, version and time, and never whose machine it was. */
const stamp = (): string => `核数 ${version} · ${timeNow()}`;

/** Tables as the bytes of a workbook. */
export const workbookOf = async (...sheets: Table[]): Promise<Uint8Array> =>
  (await import('./writers/workbook.ts')).writeWorkbook({ sheets, footer: stamp() });

/**
 * The draft with its findings as comments: its own document where `bytes` are one, else its text in the layout of
 * GB/T 9704. Throws `Unreadable`.
 */
export const commentedDocx = async (
  name: string,
  bytes: Uint8Array | undefined,
  result: CheckResult,
  { hasIndex }: { hasIndex: boolean },
): Promise<Uint8Array> => {
  const { annotateDocx, draftDocx } = await import('./readers/office.ts');
  const options = {
    date: `${new Date().toISOString().slice(0, 19)}Z`,
    ...(hasIndex && { index: indexLines(result) }),
  };
  return bytes && sniff(name, bytes) === 'docx'
    ? annotateDocx(bytes, commentsOf(result.findings), options)
    : draftDocx(result.document, commentsOf(result.findings), options);
};

/** The printed check report; `name` is the draft's file. */
export const printedReport = (name: string, result: CheckResult): string =>
  reportPage(result, commitmentsIn(result), { name, time: stamp(), nonce: newNonce() });

export const commitmentsIn = ({ document, index, baseline }: CheckResult): Commitment[] => commitmentsOf(document, index, baseline);

/** What a worksheet shows of a draft. */
export interface Worksheet {
  rows: WorksheetRow[];
  check: CheckResult;
  commitments: Commitment[];
  departments: Departments;
}

export const worksheetFor = (check: CheckResult, departments: Departments): Worksheet => ({
  rows: worksheetOf(check, departments),
  check,
  commitments: commitmentsIn(check),
  departments,
});

/** A worksheet split by who answers for its rows: file names beside `name`, each with its tables. */
export const worksheetParts = (name: string, sheet: Worksheet): { name: string; tables: [Table, ...Table[]] }[] => {
  const [, stem, ending] = /^(.*?)(\.[^./\\]+)?$/s.exec(name) as unknown as [string, string, string | undefined];
  return [...new Set(sheet.rows.map(({ department }) => department))].map((department) => ({
    name: `${stem}-${fileNameOf(department || '未定部门')}${ending ?? ''}`,
    tables: partOf(department, sheet),
  }));
};

/** No name of a department may lead elsewhere. */
const fileNameOf = (department: string): string => department.replace(/[\\/:*?"<>|\s]/g, '_');
