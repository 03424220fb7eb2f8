import { mostCharacters, readableOf } from '../core/document.ts';
import type { Range } from '../core/finding.ts';
import type { Language } from '../core/kept-report.ts';
import type { Text } from '../core/rules/rule.ts';
import { decode } from './decode.ts';
import { guarded } from './guarded.ts';
import { saveAs } from './save-as.ts';
import { sniff } from './sniff.ts';
import { readTables, type Sheet } from './tables.ts';

/** The words of a paper. */
export interface PaperText {
  text: string;
  /** Stretches that somebody marked with colour. */
  highlights: Range[];
  /** The text is the file's own, so that its places are places in the file. */
  isPlain: boolean;
  /** What could not be read of it, in one line; undefined where all was. */
  note: Text | undefined;
  /** What else a Word document holds beside the words, for those who check it: tracked changes, comments, notes, pictures. */
  aside: Text | undefined;
}

/** What a file holds, or one line that says why it cannot be read and what to do. */
export type Paper = PaperText | { sheets: Sheet[] } | { error: Text };

/** Reads a paper in whatever format its bytes are; tables of CSV files and workbooks as sheets. Never throws. */
export const readPaper = (name: string, bytes: Uint8Array): Promise<Paper> =>
  guarded<Paper>(async () => {
    switch (sniff(name, bytes)) {
      case 'csv':
      case 'xlsx':
        return readTables(name, bytes);
      case 'docx': {
        const { text, highlights, aside } = (await import('./office.ts')).readDocx(bytes);
        return { ...paperOf(text, highlights), aside };
      }
      case 'html':
        return paperOf((await import('./office.ts')).readHtml(bytes));
      case 'pdf': {
        const { text, note } = await (await import('./pdf.ts')).readPdf(bytes);
        const paper = paperOf(text);
        return { ...paper, note: note ?? paper.note };
      }
      case 'text': {
        const decoded = decode(bytes);
        return 'error' in decoded ? { error: saveAs(decoded.error, 'txt 再核', '.txt') } : { ...paperOf(decoded.text), isPlain: true };
      }
    }
  });

const paperOf = (text: string, highlights: Range[] = []): PaperText =>
  text.length <= mostCharacters
    ? { text, highlights, isPlain: false, note: undefined, aside: undefined }
    : {
        text: readableOf(text),
        highlights,
        isPlain: false,
        note: {
          zh: `超过${mostCharacters / 10_000}万字，只读到这里，其余请另成一份再核`,
          en: `more than ${mostCharacters.toLocaleString('en')} characters: read up to there, put the rest into another file`,
        },
        aside: undefined,
      };

/** The words of a paper; of tables as a document has them. */
export const wordsOf = (paper: PaperText | { sheets: Sheet[] }): PaperText =>
  'text' in paper ? paper : paperOf(paper.sheets.map(({ rows }) => textOfRows(rows)).join('\n\n'));

/** A table as a document reads one: a line a row, tabs between cells. */
export const textOfRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t')).join('\n');

/** What a person should know who goes on with a paper as a text: also where it was marked with colour. */
export const lostInText = ({ text, highlights, note, aside }: PaperText, language: Language): string | undefined => {
  const shown = highlights.slice(0, 3).map(({ start, end }) => {
    const words = text.slice(start, end).replace(/\s+/g, '');
    return `“${words.length > 12 ? `${words.slice(0, 11)}…` : words}”`;
  });
  const more = highlights.length > 3;
  const marked: Text | undefined =
    shown.length > 0
      ? {
          zh: `标了颜色的${highlights.length}处（${shown.join('、')}${more ? '等' : ''}）文本里看不出来`,
          en: `${highlights.length} places marked with colour (${shown.join(', ')}${more ? ', …' : ''}) do not show in the text`,
        }
      : undefined;
  const lines = [note, aside, marked].flatMap((line) => line?.[language] ?? []);
  return lines.join(language === 'zh' ? '；' : '; ') || undefined;
};
