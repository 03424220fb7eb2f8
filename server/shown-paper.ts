import type { Language } from './core/rules/run.ts';
import { textColumns } from './core/text/characters.ts';
import { paperScheme } from './protocol.ts';
import { readPaper } from './readers/paper.ts';
import { nameOf, parentOf, withoutEnding } from './uris.ts';

/** A paper that no text editor opens, as it is shown to be read: its words, or the rows of one of its sheets, one a line. */
export interface ShownPaper {
  uri: string;
  text: string;
  /** Of a sheet its rows, and the id of the source that it is. */
  sheet: { id: string; rows: readonly (readonly string[])[] } | undefined;
}

/** What follows a name: `policy-draft` is the language of the first (package.json), which wraps long lines. */
const endings: Record<Language, { words: string; sheet: string }> = {
  zh: { words: '（只读）', sheet: '（表格，只读）' },
  en: { words: ' (read only)', sheet: ' (table, read only)' },
};

/** Name and folder are for people and tell sheets apart; the file stands behind them. */
const addressOf = (name: string, file: string): string => {
  const folder = nameOf(parentOf(file) ?? '');
  const path = [folder, name].filter(Boolean).map(encodeURIComponent).join('/');
  return `${paperScheme}:/${path}?${encodeURIComponent(file)}`;
};

/** The file that is shown at an address; undefined where that is none of these. */
export const fileBehind = (address: string): string | undefined => {
  const file = address.startsWith(`${paperScheme}:`) ? /\?(.+)$/s.exec(address)?.[1] : undefined;
  try {
    return file && decodeURIComponent(file);
  } catch {
    return undefined;
  }
};

/** What is shown of a file, or one line that says why it cannot be read. */
export const shownOf = async (uri: string, bytes: Uint8Array, language: Language): Promise<ShownPaper[] | { problem: string }> => {
  const name = nameOf(uri);
  const paper = await readPaper(name, bytes);
  if ('error' in paper) return { problem: paper.error[language] };
  if ('text' in paper)
    return [{ uri: paper.isPlain ? uri : addressOf(name + endings[language].words, uri), text: paper.text, sheet: undefined }];
  const { sheets } = paper;
  return sheets.map(({ name: sheet, rows }) => {
    const title = sheets.length === 1 ? '' : `“${sheet}”`;
    return {
      uri: addressOf(name + title + endings[language].sheet, uri),
      text: alignedRows(rows),
      sheet: { id: withoutEnding(name) + title, rows },
    };
  });
};

/** Characters of a column; longer cells, notes mostly, push what follows them aside. */
const widestColumn = 20;

/** Rows as lines, their cells below each other. What a merged cell says of the whole row stands once. */
const alignedRows = (rows: readonly (readonly string[])[]): string => {
  const lines = rows.map((row) => {
    const cells = row.map((cell) => cell.replace(/\s+/g, ' ').trim());
    return new Set(cells).size === 1 ? cells.slice(0, 1) : cells;
  });
  // How wide a Chinese character is beside a Latin one is for the font to say: either kind is filled up by blanks of its own.
  const widths: { wide: number; narrow: number }[] = [];
  // Titles and notes stand alone in their rows.
  for (const cells of lines)
    if (cells.filter(Boolean).length > 1)
      for (const [column, cell] of cells.entries()) {
        const { wide = 0, narrow = 0 } = widths[column] ?? {};
        const own = countOf(cell);
        widths[column] = {
          wide: Math.max(wide, Math.min(widestColumn, own.wide)),
          narrow: Math.max(narrow, Math.min(widestColumn, own.narrow)),
        };
      }
  const pad = (cell: string, column: number): string => {
    const { wide = 0, narrow = 0 } = widths[column] ?? {};
    const own = countOf(cell);
    return cell + '\u3000'.repeat(Math.max(0, wide - own.wide)) + ' '.repeat(Math.max(0, narrow - own.narrow));
  };
  return lines.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n');
};

const countOf = (text: string): { wide: number; narrow: number } => {
  const wide = textColumns(text) - [...text].length;
  return { wide, narrow: [...text].length - wide };
};
