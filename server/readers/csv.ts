import Papa from 'papaparse';

/**
 * The rows of a CSV or tab-separated text, blank ones too, so that rows keep their numbers; cells are trimmed of nothing. Where a quotation mark is never closed, it is a
 * character like others, so that it does not swallow the rows behind it.
 */
export const readCsv = (text: string): string[][] => {
  const content = text.replace(/^\ufeff/, '');
  const { data, errors, meta } = Papa.parse<string[]>(content);
  if (!errors.some(({ type }) => type === 'Quotes')) return data;
  return content.split(/\r\n|\r|\n/).flatMap((line) => {
    if (line === '') return [['']];
    const options = { delimiter: meta.delimiter };
    const read = Papa.parse<string[]>(line, options);
    const isBroken = read.errors.some(({ type }) => type === 'Quotes');
    return isBroken ? Papa.parse<string[]>(line, { ...options, quoteChar: '\0' }).data : read.data;
  });
};

/** A CSV text that spreadsheet programs read rightly: byte-order mark, CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n' },
  )}\r\n`;
