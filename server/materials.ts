import { configName } from './config.ts';
import { about } from './core/about.ts';
import { Baseline } from './core/baseline/baseline.ts';
import type { Fact, Source } from './core/baseline/fact.ts';
import { isFactTable, isSourceTable, parseFacts, parseSources, type RowProblem } from './core/baseline/fact-file.ts';
import type { Vocabulary } from './core/indicators/vocabulary.ts';
import { append } from './core/lists.ts';
import type { OriginOptions } from './core/outline/origin.ts';
import type { Text } from './core/rules/rule.ts';
import { readSheet } from './core/sheets/read-sheet.ts';
import type { Table } from './core/sheets/table.ts';
import type { Files } from './files.ts';
import type { Folder, Folders } from './folders.ts';
import { factsOfText, packagedFacts } from './project.ts';
import { readPaper, textOfRows } from './readers/paper.ts';
import { cannotRead } from './readers/unreadable.ts';
import { withoutEnding } from './uris.ts';

/** Facts of a folder, with what could not be read of it, one line each. */
export interface Materials {
  facts: Fact[];
  problems: Text[];
}

/** More papers than any office lays beside a draft: a wrong folder. */
const filesRead = 200;

/** Endings of the files that readers know, if only to say how to save them anew. */
const known = /\.(?:csv|txt|md|zcg|docx?|docm|wps|xlsx?|xlsm|et|html?|mht|pdf|rtf|ofd)$/i;
/** Hidden files, what office programs keep beside a file that is open, and our own. */
const isNoPaper = (name: string): boolean => /^(?:\.|~\$)|^heshu(?:\.reviewed)?\.json$/.test(name);

/** Files by the id of the source that they are: the name without ending, or all of it where another one has the former. */
export const papersById = (names: readonly string[]): Map<string, string> => {
  const byId = new Map<string, string>();
  for (const name of names) {
    const id = withoutEnding(name);
    byId.set(byId.has(id) ? name : id, name);
  }
  return byId;
};

/** What a file holds; which of the two decides its content, not the folder it lies in. */
type Content = { text: string; note: Text | undefined } | { tables: Table[] } | { problem: Text };

const contentOf = async (name: string, bytes: Uint8Array | undefined): Promise<Content> => {
  if (!known.test(name))
    return {
      problem: { zh: '这种文件还读不了，请另存为 docx、txt 或 csv', en: 'files of this kind are not read: save it as docx, txt or csv' },
    };
  const paper = bytes ? await readPaper(name, bytes) : { error: cannotRead };
  if ('error' in paper) return { problem: paper.error };
  if ('text' in paper) return paper;
  const { sheets } = paper;
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
  const ofSheet = (sheet: string): string => `${name.slice(0, name.length - ending.length)}“${sheet}”${ending}`;
  return { tables: sheets.map((sheet) => ({ name: sheets.length === 1 ? name : ofSheet(sheet.name), rows: sheet.rows })) };
};

/**
 * Reads a folder of papers: texts through the same pipeline as a draft, fact files as they are, data sheets by their
 * heads. `called` is how people know the folder; its corrections may name `known` sources beside those in it.
 */
export const readMaterials = async (
  files: Files,
  folder: string,
  called: string,
  vocabulary: Vocabulary,
  options: OriginOptions = {},
  known: readonly Source[] = [],
): Promise<Materials> => {
  const listed = await files.list(folder);
  if (!listed) return { facts: [], problems: [{ zh: `找不到文件夹 ${called}`, en: `there is no folder ${called}` }] };
  const problems: Text[] = [];
  const names = listed.filter((name) => !isNoPaper(name));
  if (names.length > filesRead)
    problems.push(
      about(called, {
        zh: `有 ${names.length} 个文件，只读前 ${filesRead} 个`,
        en: `of ${names.length} files only the first ${filesRead} are read`,
      }),
    );
  const facts: Fact[] = [];
  const tables: Table[] = [];
  for (const [id, name] of papersById(names.slice(0, filesRead))) {
    const content = await contentOf(name, await files.read(files.join(folder, name)));
    if ('problem' in content) problems.push(about(name, content.problem));
    else if ('tables' in content) append(tables, content.tables);
    else {
      const read = readPaperText(id, name, content.text, vocabulary, options);
      append(facts, read.facts);
      problems.push(...read.problems);
      if (content.note !== undefined) problems.push(about(name, content.note));
    }
  }
  const ofTables = readTables(tables, [...new Set([...known, ...facts.map((fact) => fact.source)])], vocabulary, options);
  return { facts: [...facts, ...ofTables.facts], problems: [...problems, ...ofTables.problems] };
};

/** The facts of one data sheet or fact file, for a draft: a sheet that names no region is the draft's own. */
export const readSheetFile = async (
  files: Files,
  folder: string,
  name: string,
  vocabulary: Vocabulary,
  { region, year }: { region: string | null; year: number | null },
): Promise<Materials> => {
  const content = await contentOf(name, await files.read(files.join(folder, name)));
  if ('problem' in content) return { facts: [], problems: [about(name, content.problem)] };
  if ('text' in content) return { facts: [], problems: [about(name, { zh: '不是表格', en: 'no table' })] };
  const read = readTables(content.tables, [], vocabulary, { ...(region !== null && { region }), ...(year !== null && { year }) });
  return { ...read, facts: read.facts.map((fact) => ({ ...fact, region: fact.region || (region ?? '') })) };
};

/** The facts of a text. The year of a draft says nothing of its papers'. */
const readPaperText = (id: string, name: string, text: string, vocabulary: Vocabulary, { region }: OriginOptions): Materials => {
  const facts = factsOfText(id, text, vocabulary, region === undefined ? {} : { region });
  const isNobodys = facts.length > 0 && facts.every((fact) => fact.region === '');
  return {
    facts,
    problems: isNobodys ? [about(name, nobodys)] : [],
  };
};

const nobodys: Text = {
  zh: '看不出是哪个地区的材料，未作依据；请在标题里写明地区，或在 heshu.json 里写明 region',
  en: 'does not say of which region it is and is left out: name the region in its title, or as region in heshu.json',
};

/** Fact files may correct `papers` that lie beside them. */
const readTables = (tables: readonly Table[], papers: readonly Source[], vocabulary: Vocabulary, options: OriginOptions): Materials => {
  const facts: Fact[] = [];
  const problems: Text[] = [];
  const sources = [...papers];
  for (const table of tables.filter(isSourceTable)) {
    const read = parseSources(table.rows);
    append(sources, read.sources);
    problems.push(...describeProblems(table.name, read.problems));
  }
  for (const table of tables) {
    if (isSourceTable(table)) continue;
    if (isFactTable(table)) {
      const read = parseFacts(table.rows, sources, vocabulary, { correction: isCorrection(table.name) });
      append(facts, read.facts);
      problems.push(...describeProblems(table.name, read.problems));
      continue;
    }
    const { region, year } = options;
    const sheet = readSheet(table, vocabulary, { ...(region !== undefined && { region }), ...(year !== undefined && { year: year - 1 }) });
    if (!sheet) {
      // A table of tasks with targets and progress, a list: read as a document's tables are.
      const read = readPaperText(withoutEnding(table.name), table.name, textOfRows(table.rows), vocabulary, options);
      append(facts, read.facts);
      problems.push(...read.problems);
      if (read.facts.length === 0) problems.push(about(table.name, noFigures));
    } else {
      append(facts, sheet.facts);
      problems.push(...describeProblems(table.name, sheet.problems));
    }
  }
  return { facts, problems };
};

const noFigures: Text = {
  zh: '表头里看不出“指标”和数值两栏，也没有读出数据',
  en: 'its head shows no columns for indicator and value, and no figures could be read',
};

/** 更正.csv: its rows are a person's word. */
const isCorrection = (name: string): boolean => /更正|勘误|修正|correction/i.test(name);

const describeProblems = (name: string, problems: readonly RowProblem[]): Text[] => {
  const shown = problems.slice(0, 5).map(({ row, column, message: { zh, en } }) => ({
    zh: `${name} 第${row}行“${column.zh}”列：${zh}`,
    en: `${name}, row ${row}, column “${column.en}”: ${en}`,
  }));
  const more = problems.length - shown.length;
  return more > 0 ? [...shown, { zh: `${name} 另有 ${more} 行有问题`, en: `${name}: ${more} more rows with problems` }] : shown;
};

/** What a person can do who wants a folder read that settings name elsewhere. */
const wayOut: Text = {
  zh: '请移进来，或由本人选定（编辑器里“选定上年材料所在文件夹”，命令行 --baseline、--data）',
  en: 'move it here, or choose it yourself (“Choose the Folder of Last Year’s Papers” in the editor, --baseline and --data on the command line)',
};

/** What a draft is held against, with what could not be read of it. */
export interface LoadedBaseline {
  baseline: Baseline;
  problems: Text[];
}

/** Last year's papers, or the packaged seeds where there are none, and this year's data sheets. */
export const loadBaseline = async (
  files: Files | undefined,
  folders: Folders,
  vocabulary: Vocabulary,
  options: OriginOptions = {},
): Promise<LoadedBaseline> => {
  const read = async (folder: Folder | undefined, known: readonly Source[] = []): Promise<Materials> =>
    files && folder ? readMaterials(files, folder.path, folder.called, vocabulary, options, known) : { facts: [], problems: [] };
  const papers = folders.baseline ? await read(folders.baseline) : { facts: await packagedFacts(vocabulary), problems: [] };
  const sheets =
    folders.data?.path === folders.baseline?.path
      ? { facts: [], problems: [] }
      : await read(folders.data, [...new Set(papers.facts.map(({ source }) => source))]);
  const outside = (folders.outside ?? []).map(({ called, isLink }): Text => {
    const where: Text = isLink
      ? {
          zh: `${called} 是链接，指向文稿和打开的文件夹之外`,
          en: `${called} is a link that leads beyond the draft and the folders that are open`,
        }
      : about(configName, { zh: `${called} 在它所在的文件夹之外`, en: `${called} lies beyond its own folder` });
    return { zh: `${where.zh}，没有读；${wayOut.zh}`, en: `${where.en}; not read: ${wayOut.en}` };
  });
  return { baseline: new Baseline([...papers.facts, ...sheets.facts]), problems: [...outside, ...papers.problems, ...sheets.problems] };
};
