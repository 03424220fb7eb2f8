import Papa from 'papaparse';

/** The rows of a CSV or tab-separated text; cells are trimmed of nothing. */
export const readCsv = (text: string): string[][] => Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' }).data;

/** A CSV text that spreadsheet programs read rightly: byte-order mark, CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n' },
  )}\r\n`;
