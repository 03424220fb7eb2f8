import { Baseline } from './core/baseline/baseline.ts';
import type { Fact, Source } from './core/baseline/fact.ts';
import { factColumns, parseFacts, parseSources, type RowProblem, sourceColumns } from './core/baseline/fact-file.ts';
import { authorityOf, factsOf } from './core/baseline/facts-of.ts';
import { readDocument } from './core/document.ts';
import { catalogue } from './core/generated/catalogue.ts';
import { seeds } from './core/generated/seeds.ts';
import { makeVocabulary, type Vocabulary } from './core/indicators/vocabulary.ts';
import type { OriginOptions } from './core/outline/origin.ts';
import type { Files } from './files.ts';
import { readPaper, textOfRows } from './readers/paper.ts';

/** A baseline with what could not be read of it, one line each. */
export interface LoadedBaseline {
  baseline: Baseline;
  problems: string[];
}

export const sourcesName = 'sources.csv';

/** The vocabulary of the catalogue and a workspace's own indicators; an own entry replaces one of the same id. */
export const vocabularyWith = (own: Parameters<typeof makeVocabulary>[0]): Vocabulary => {
  if (own.length === 0) return defaultVocabulary();
  const ids = new Set(own.map((indicator) => indicator.id));
  return makeVocabulary([...catalogue.filter((indicator) => !ids.has(indicator.id)), ...own]);
};

let shared: Vocabulary | undefined;
const defaultVocabulary = (): Vocabulary => {
  shared ??= makeVocabulary(catalogue);
  return shared;
};

/** The facts that Heshu brings along. */
export const packagedBaseline = (vocabulary: Vocabulary): Baseline => {
  const { sources } = parseSources(seeds[sourcesName] ?? []);
  const facts = Object.entries(seeds).flatMap(([name, rows]) => (name === sourcesName ? [] : parseFacts(rows, sources, vocabulary).facts));
  return new Baseline(facts);
};

/** Endings of the files that readers know, if only to say how to save them anew. */
const known = /\.(?:csv|txt|md|zcg|docx?|docm|wps|xlsx?|xlsm|et|html?|mht|pdf|rtf|ofd)$/i;
/** Hidden files, what office programs keep beside a file that is open, and our own. */
const notAPaper = /^(?:\.|~\$)|^heshu(?:\.reviewed)?\.json$/;

/** Reads a folder of papers: fact files (CSV, workbooks) as they are, all else through the same pipeline as a draft. */
export const loadBaseline = async (
  files: Files,
  folder: string,
  vocabulary: Vocabulary,
  options: OriginOptions = {},
): Promise<LoadedBaseline> => {
  const names = await files.list(folder);
  if (!names) return { baseline: new Baseline([]), problems: [`找不到基期文件夹 ${folder}`] };
  const { tables, texts, problems } = await readPapers(files, folder, names);
  const sources: Source[] = [];
  for (const { name, rows } of tables.filter(isSources)) {
    const read = parseSources(rows);
    sources.push(...read.sources);
    problems.push(...describeProblems(name, read.problems));
  }
  const facts: Fact[] = [];
  for (const table of tables.filter((table) => !isSources(table))) {
    const { id, name, rows } = table;
    if (!isFactFile(table)) {
      texts.push({ id, text: textOfRows(rows) });
      continue;
    }
    const read = parseFacts(rows, sources, vocabulary);
    facts.push(...read.facts);
    problems.push(...describeProblems(name, read.problems));
  }
  for (const { id, text } of texts) facts.push(...factsOfText(id, text, vocabulary, options));
  return { baseline: new Baseline(facts), problems };
};

interface Table {
  id: string;
  /** The file's name, with that of the sheet where it has several. */
  name: string;
  rows: string[][];
}

/** What the papers of a folder hold, and one line for each that cannot be read. */
const readPapers = async (files: Files, folder: string, names: readonly string[]) => {
  const problems: string[] = [];
  const tables: Table[] = [];
  const texts: { id: string; text: string }[] = [];
  for (const [id, name] of papersById(names)) {
    if (notAPaper.test(name)) continue;
    if (!known.test(name)) {
      problems.push(`${name}：这种文件还读不了，请另存为 docx、txt 或 csv`);
      continue;
    }
    const bytes = await files.read(files.join(folder, name));
    const paper = bytes ? await readPaper(name, bytes) : { error: '读不到' };
    if ('error' in paper) problems.push(`${name}：${paper.error}`);
    else if ('sheets' in paper) {
      const isOne = paper.sheets.length === 1;
      for (const sheet of paper.sheets)
        tables.push({ id: isOne ? id : `${id}“${sheet.name}”`, name: isOne ? name : `${name}“${sheet.name}”`, rows: sheet.rows });
    } else {
      texts.push({ id, text: paper.text });
      if (paper.note !== undefined) problems.push(`${name}：${paper.note}`);
    }
  }
  return { tables, texts, problems };
};

/** Files by the id of the source that they are: the name without ending, or all of it where another one has the former. */
export const papersById = (names: readonly string[]): Map<string, string> => {
  const byId = new Map<string, string>();
  for (const name of names) {
    const id = name.replace(/\.[^.]+$/, '');
    byId.set(byId.has(id) ? name : id, name);
  }
  return byId;
};

/** Whether a table's head names most of these columns; one that is missing is for the file's reading to tell. */
const hasColumns = (rows: readonly string[][], columns: readonly string[]): boolean => {
  const head = new Set((rows[0] ?? []).map((cell) => cell.trim()));
  return columns.filter((column) => head.has(column)).length > columns.length / 2;
};

const isSources = ({ name, rows }: Table): boolean => name === sourcesName || hasColumns(rows, sourceColumns);
/** Whether a table is a fact file (DESIGN §8) rather than a document's. */
export const isFactFile = ({ rows }: { rows: string[][] }): boolean => hasColumns(rows, factColumns);

const describeProblems = (name: string, problems: readonly RowProblem[]): string[] => {
  const shown = problems.slice(0, 5).map(({ row, column, message }) => `${name} 第${row}行“${column}”列：${message}`);
  return problems.length > 5 ? [...shown, `${name} 另有 ${problems.length - 5} 行有问题`] : shown;
};

/** The facts of a paper; `options` say whose it is where the paper does not. */
export const factsOfText = (id: string, text: string, vocabulary: Vocabulary, options: OriginOptions = {}, title?: string): Fact[] => {
  const document = readDocument(text, vocabulary, options);
  const source: Source = {
    id,
    title: title ?? document.outline.title ?? id,
    region: document.outline.region ?? '',
    year: document.outline.year,
    date: document.outline.date ?? '',
    authority: authorityOf(document),
    covers: '',
  };
  return factsOf(document, source);
};
