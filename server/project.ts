import { Baseline } from './core/baseline/baseline.ts';
import type { Fact, Source } from './core/baseline/fact.ts';
import { parseFacts, parseSources, type RowProblem } from './core/baseline/fact-file.ts';
import { authorityOf, factsOf } from './core/baseline/facts-of.ts';
import { readDocument } from './core/document.ts';
import { catalogue } from './core/generated/catalogue.ts';
import { seeds } from './core/generated/seeds.ts';
import { makeVocabulary, type Vocabulary } from './core/indicators/vocabulary.ts';
import type { OriginOptions } from './core/outline/origin.ts';
import type { Files } from './files.ts';
import { readCsv } from './readers/csv.ts';
import { decode } from './readers/decode.ts';

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

/** Reads a folder of papers: fact files (CSV) as they are, texts through the same pipeline as a draft. */
export const loadBaseline = async (
  files: Files,
  folder: string,
  vocabulary: Vocabulary,
  options: OriginOptions = {},
): Promise<LoadedBaseline> => {
  const names = await files.list(folder);
  if (!names) return { baseline: new Baseline([]), problems: [`找不到基期文件夹 ${folder}`] };
  const problems: string[] = [];
  const rows = new Map<string, string[][]>();
  const texts = new Map<string, string>();
  for (const name of names) {
    const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
    if (!['csv', 'txt', 'md', 'zcg'].includes(extension)) {
      if (!name.startsWith('.') && !/^heshu(?:\.reviewed)?\.json$/.test(name))
        problems.push(`${name}：这种文件还读不了，请另存为 txt 或 csv`);
      continue;
    }
    const bytes = await files.read(files.join(folder, name));
    const decoded = bytes ? decode(bytes) : { error: '读不到' };
    if ('error' in decoded) problems.push(`${name}：${decoded.error}`);
    else if (extension === 'csv') rows.set(name, readCsv(decoded.text));
    else texts.set(name, decoded.text);
  }
  const { sources, problems: sourceProblems } = parseSources(rows.get(sourcesName) ?? [['id', 'title', 'region', 'year', 'authority']]);
  problems.push(...describeProblems(sourcesName, sourceProblems));
  const facts: Fact[] = [];
  for (const [name, table] of rows) {
    if (name === sourcesName) continue;
    const read = parseFacts(table, sources, vocabulary);
    facts.push(...read.facts);
    problems.push(...describeProblems(name, read.problems));
  }
  for (const [name, text] of texts) facts.push(...factsOfText(name, text, vocabulary, options));
  return { baseline: new Baseline(facts), problems };
};

const describeProblems = (name: string, problems: readonly RowProblem[]): string[] => {
  const shown = problems.slice(0, 5).map(({ row, column, message }) => `${name} 第${row}行“${column}”列：${message}`);
  return problems.length > 5 ? [...shown, `${name} 另有 ${problems.length - 5} 行有问题`] : shown;
};

/** The facts of a paper; `options` say whose it is where the paper does not. */
export const factsOfText = (name: string, text: string, vocabulary: Vocabulary, options: OriginOptions = {}, title?: string): Fact[] => {
  const document = readDocument(text, vocabulary, options);
  const source: Source = {
    id: name.replace(/\.[^.]+$/, ''),
    title: title ?? document.outline.title ?? name,
    region: document.outline.region ?? '',
    year: document.outline.year,
    date: document.outline.date ?? '',
    authority: authorityOf(document),
    covers: '',
  };
  return factsOf(document, source);
};
