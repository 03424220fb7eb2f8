import { about } from './core/about.ts';
import { Baseline } from './core/baseline/baseline.ts';
import { isFactTable, isSourceTable } from './core/baseline/fact-file.ts';
import { type CheckResult, checkDocument } from './core/check.ts';
import { acrossPapers, type Paper } from './core/congress.ts';
import { type PolicyDocument, readDocument } from './core/document.ts';
import type { Vocabulary } from './core/indicators/vocabulary.ts';
import { type Belonging, originOf, TableFile } from './core/own-tables.ts';
import type { Text } from './core/rules/rule.ts';
import type { Files } from './files.ts';
import { attachmentWords, isAttachment, mayBeDraft, mayBeTables } from './folders.ts';
import { readPaper } from './readers/paper.ts';
import { readTables } from './readers/tables.ts';
import { cannotRead } from './readers/unreadable.ts';
import { returnedRows } from './tables/returned.ts';

/** A file of tables beside papers. Undefined where it is something else: a worksheet of ours, facts, a list without figures. */
export const readTableFile = async (
  name: string,
  called: string,
  bytes: Uint8Array | undefined,
): Promise<{ file: TableFile } | { problem: Text; isUnreadable: boolean } | undefined> => {
  const read = bytes ? await readTables(called, bytes) : { error: cannotRead };
  if ('error' in read) return { problem: about(called, read.error), isUnreadable: true };
  const { sheets } = read;
  if (returnedRows(called, sheets).length > 0) return undefined;
  const tables = sheets
    .map((sheet) => ({ name: sheets.length === 1 ? called : sheet.name, rows: sheet.rows }))
    .filter((table) => !isFactTable(table) && !isSourceTable(table));
  const file = new TableFile(name, called, tables);
  if (file.hasFigures) return { file };
  return isAttachment(called) ? { problem: about(called, noFigures), isUnreadable: false } : undefined;
};

const noFigures: Text = {
  zh: '表头里看不出“指标”和数值两栏，没有与文稿核对',
  en: 'its head shows no columns for indicator and value: it was not held against the draft',
};

/** The region and the year of papers that lie together, where they are of one. */
export const belongingOf = (documents: readonly PolicyDocument[]): Belonging | undefined => {
  const [first, ...others] = documents.map(({ outline: { region, year } }) => ({ region, year })).filter(isWhole);
  return first && others.every(({ region, year }) => region === first.region && year === first.year) ? first : undefined;
};

const isWhole = ({ region, year }: Belonging): boolean => region !== null && year !== null;

/** Whether a paper is an attachment that does not say whose it is. */
export const isNobodys = (name: string, { outline }: PolicyDocument): boolean =>
  !isWhole(outline) && (attachmentWords.test(name) || attachmentWords.test(outline.title ?? ''));

const stemOf = (path: string): string => path.replace(/\.[^./\\]+$/, '');

/** A file that was not held against the draft, or not all of it; `message` begins with its name. */
export interface AttachmentProblem {
  path: string;
  message: Text;
  isUnreadable: boolean;
}

/** What lies beside a draft and belongs to it, as files of their own: tables and notes (附表, 名词解释). */
export class Attachments {
  private papers: { of: Belonging; vocabulary: Vocabulary; read: Paper[] } | undefined;

  private constructor(
    private readonly tables: readonly TableFile[],
    private readonly texts: readonly { name: string; text: string }[],
    readonly problems: readonly AttachmentProblem[],
  ) {}

  /** @param names Of files of the folder that are called so. */
  static async read(files: Files, folder: string, names: readonly string[]): Promise<Attachments> {
    const tables: TableFile[] = [];
    const texts: { name: string; text: string }[] = [];
    const problems: AttachmentProblem[] = [];
    for (const name of names) {
      const path = files.join(folder, name);
      const bytes = await files.read(path);
      if (mayBeTables(name)) {
        const read = await readTableFile(path, name, bytes);
        if (read && 'file' in read) tables.push(read.file);
        else if (read) problems.push({ path, message: read.problem, isUnreadable: read.isUnreadable });
      } else if (mayBeDraft(name)) {
        const paper = bytes ? await readPaper(name, bytes) : { error: cannotRead };
        if ('text' in paper) texts.push({ name: path, text: paper.text });
        else if ('error' in paper) problems.push({ path, message: about(name, paper.error), isUnreadable: true });
      }
    }
    return new Attachments(tables, texts, problems);
  }

  /** The check of a draft, with what these say otherwise. The Word document that a text was made of is the same paper. */
  check(draft: Paper): CheckResult {
    const papers = this.papersOf(draft.check.document).filter(({ name }) => stemOf(name) !== stemOf(draft.name));
    return acrossPapers([draft, ...papers], this.tables)[0] as CheckResult;
  }

  /** The texts as papers beside a draft, for what they say and not for what is to be said of them. */
  private papersOf({ outline: { region, year }, vocabulary }: PolicyDocument): readonly Paper[] {
    const { papers } = this;
    if (papers?.of.region === region && papers.of.year === year && papers.vocabulary === vocabulary) return papers.read;
    const read = this.texts.map(
      ({ name, text }): Paper => ({
        name,
        check: checkDocument(readDocument(text, vocabulary, originOf({ region, year })), new Baseline([]), []),
        severity: 'off',
      }),
    );
    this.papers = { of: { region, year }, vocabulary, read };
    return read;
  }
}
