import type { Table } from '../tables/table.ts';
import { version } from './version.ts';

/** Tables as the bytes of a workbook; its foot names version and time. */
export const workbookOf = async (...sheets: Table[]): Promise<Uint8Array> =>
  (await import('../writers/workbook.ts')).writeWorkbook({ sheets, footer: `核数 ${version} · ${timeNow()}` });

/** `2025-01-05 21:30`, local time. */
export const timeNow = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16).replace('T', ' ');
};
