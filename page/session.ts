import { strToU8, zipSync } from 'fflate';
import { belongingOf, isNobodys, readTableFile } from '../server/attachments.ts';
import { configName, emptyConfig, parseConfig } from '../server/config.ts';
import { about } from '../server/core/about.ts';
import { type CheckResult, checkDocument } from '../server/core/check.ts';
import { acrossPapers } from '../server/core/congress.ts';
import { readDocument } from '../server/core/document.ts';
import type { Finding, Range, Severity } from '../server/core/finding.ts';
import { rules } from '../server/core/generated/rules.ts';
import { readBlocks } from '../server/core/outline/blocks.ts';
import { type OriginOptions, readOrigin } from '../server/core/outline/origin.ts';
import { passageAt, placeAt } from '../server/core/outline/place.ts';
import { originOf, type TableFile } from '../server/core/own-tables.ts';
import { unnamed } from '../server/core/printed.ts';
import { parseReviewed, reviewedName } from '../server/core/reviewed.ts';
import type { Text } from '../server/core/rules/rule.ts';
import type { Language } from '../server/core/rules/run.ts';
import { fold } from '../server/core/text/fold.ts';
import { type Departments, worksheetOf } from '../server/core/worksheet.ts';
import type { Files } from '../server/files.ts';
import { type Folder, isAttachment, mayBeTables } from '../server/folders.ts';
import { loadBaseline } from '../server/materials.ts';
import { commentedDocx, commitmentsIn, printedReport, workbookOf, worksheetFor, worksheetParts } from '../server/outputs.ts';
import { vocabularyWith } from '../server/project.ts';
import { decode } from '../server/readers/decode.ts';
import { type PaperText, readPaper, wordsOf } from '../server/readers/paper.ts';
import { commitmentsTable, placeColumn } from '../server/tables/commitments.ts';
import { cellText } from '../server/tables/table.ts';
import { worksheetTables } from '../server/tables/worksheet.ts';
import type { CheckAnswer, CheckInput, DraftResult, FindingView, InputFile, Paper, Role, TableView } from './messages.ts';

/** What was checked last: the papers to be saved are made of it. */
export class Session {
  private checked: { file: InputFile; result: CheckResult; departments: Departments }[] = [];

  /**
   * Tells what files are: tables are data sheets, of texts the newest report is the draft; what is attached to it (附表, 名词解释)
   * goes with it.
   */
  async sort(files: readonly { name: string; bytes: Uint8Array }[]): Promise<Role[]> {
    const years: (number | undefined)[] = [];
    for (const { name, bytes } of files) {
      const paper = await readPaper(name, bytes);
      const text = 'text' in paper ? fold(paper.text) : undefined;
      years.push(text === undefined ? undefined : (readOrigin(text, readBlocks(text)).year ?? 0));
    }
    const newest = Math.max(...years.flatMap((year) => year ?? []));
    const drafts = years.flatMap((year, i) => (year === newest ? [i] : []));
    return files.map(({ name }, i): Role => {
      if (name === configName || name === reviewedName) return 'setting';
      if (isAttachment(name) && !years[i]) return isOlder(name, newest) ? 'paper' : 'draft';
      if (mayBeTables(name)) return 'sheet';
      // Where no text names its year, one of them is the draft.
      return drafts.includes(i) && (newest > 0 || i === drafts[0]) ? 'draft' : 'paper';
    });
  }

  async check({ files, region, year, language }: CheckInput): Promise<CheckAnswer> {
    this.checked = [];
    const problems: Text[] = [];
    const setting = (name: string): string | undefined => {
      const file = files.find((known) => known.role === 'setting' && known.name === name);
      const decoded = file && decode(file.bytes);
      if (decoded && 'error' in decoded) problems.push(about(name, decoded.error));
      return decoded && 'text' in decoded ? decoded.text : undefined;
    };
    const configText = setting(configName);
    const { config, problems: wrong } = configText === undefined ? { config: emptyConfig, problems: [] } : parseConfig(configText);
    const reviewedText = setting(reviewedName);
    const reading = reviewedText === undefined ? { reviewed: undefined, problems: [] } : parseReviewed(reviewedText);
    problems.push(...wrong, ...reading.problems);

    const vocabulary = vocabularyWith(config.indicators);
    const [ofRegion, ofYear] = [region || config.region, year ?? config.year];
    const origin: OriginOptions = { ...(ofRegion !== undefined && { region: ofRegion }), ...(ofYear !== undefined && { year: ofYear }) };
    const folderOf = (role: Role, called: string): Folder | undefined =>
      files.some((file) => file.role === role) ? { path: role, called } : undefined;
    const [papers, sheets] = language === 'zh' ? ['上年材料', '数据表'] : ['last year’s papers', 'data sheets'];
    const folders = { baseline: folderOf('paper', papers), data: folderOf('sheet', sheets) };
    const loaded = await loadBaseline(filesIn(files), folders, vocabulary, origin);
    problems.push(...loaded.problems);

    const readDraft = (paper: PaperText, given: OriginOptions = {}): CheckResult => {
      const document = readDocument(paper.text, vocabulary, { ...given, ...origin, highlights: paper.highlights });
      return checkDocument(document, loaded.baseline, rules, { severities: config.severities, language, reviewed: reading.reviewed });
    };
    const read: { file: InputFile; paper: PaperText; result: CheckResult }[] = [];
    const tables: TableFile[] = [];
    for (const file of files) {
      if (file.role !== 'draft') continue;
      if (mayBeTables(file.name)) {
        const table = await readTableFile(file.name, file.name, file.bytes);
        if (table && 'file' in table) tables.push(table.file);
        else
          problems.push(
            table?.problem ??
              about(file.name, { zh: '不是附表，没有与文稿核对', en: 'no tables of figures: it was not held against the draft' }),
          );
        continue;
      }
      const given = await readPaper(file.name, file.bytes);
      if ('error' in given) {
        problems.push(about(file.name, given.error));
        continue;
      }
      const paper = wordsOf(given);
      for (const line of [paper.note, paper.aside]) if (line !== undefined) problems.push(about(file.name, line));
      read.push({ file, paper, result: readDraft(paper) });
    }
    const belonging = belongingOf(read.map(({ result }) => result.document));
    for (const draft of belonging ? read : [])
      if (isNobodys(draft.file.name, draft.result.document)) draft.result = readDraft(draft.paper, originOf(belonging));
    const severity: Severity | 'off' = config.severities.restatement ?? 'error';
    const results = acrossPapers(
      read.map(({ file, result }) => ({
        name: file.name,
        check: result,
        severity,
        reviewed: reading.reviewed,
      })),
      tables,
    );
    this.checked = read.map(({ file }, i) => ({ file, result: results[i] as CheckResult, departments: config.departments }));
    return {
      drafts: this.checked.map(({ file, result }) => viewOf(file.name, result, language)),
      problems: problems.map((problem) => problem[language]),
    };
  }

  /** The bytes of a paper on a draft of the last check; `hasIndex` adds a last page to a commented draft. Throws `Unreadable`. */
  async paper(draft: number, paper: Paper, { hasIndex }: { hasIndex: boolean }): Promise<Uint8Array> {
    const checked = this.checked[draft];
    if (!checked) throw new Error('no such draft');
    const { file, result, departments } = checked;
    switch (paper) {
      case 'docx':
        return commentedDocx(file.name, file.bytes, result, { hasIndex });
      case 'report':
        return strToU8(printedReport(file.name, result));
      case 'worksheet': {
        const { rows, check, commitments } = worksheetFor(result, departments);
        return workbookOf(...worksheetTables(rows, check, commitments));
      }
      case 'departments': {
        const parts: Record<string, Uint8Array> = {};
        for (const { name, tables } of worksheetParts('核数单.xlsx', worksheetFor(result, departments)))
          parts[name] = await workbookOf(...tables);
        return zipSync(parts, { level: 0 });
      }
    }
  }
}

/** Whether a name gives a year before those that a report of the `newest` year tells of. */
const isOlder = (name: string, newest: number): boolean => {
  const years = [...name.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year));
  return years.length > 0 && Math.max(...years) < newest - 1;
};

/** The files that were given, by role as by folder. */
const filesIn = (given: readonly InputFile[]): Files => ({
  list: async (folder) => given.filter(({ role }) => role === folder).map(({ name }) => name),
  read: async (path) => given.find(({ role, name }) => `${role}/${name}` === path)?.bytes,
  write: () => Promise.reject(new Error('the page writes no files')),
  join: (folder, name) => `${folder}/${name}`,
  parent: () => undefined,
});

const viewOf = (name: string, result: CheckResult, language: Language): DraftResult => {
  const { document, baseline, coverage, leftOut } = result;
  const { title, region, year } = document.outline;
  const finding = (found: Finding): FindingView => findingView(found, result, language);
  const facts = new Map<string, DraftResult['sources'][number]>();
  for (const { source } of baseline.facts) {
    const known = facts.get(source.id) ?? { title: source.title, date: source.date, facts: 0 };
    facts.set(source.id, { ...known, facts: known.facts + 1 });
  }
  return {
    name,
    title: title ?? null,
    region,
    year,
    text: document.text,
    coverage,
    known: region === null ? undefined : baseline.knows(region),
    leftOut: leftOut.map((source) => source.title),
    findings: result.findings.map(finding),
    setAside: result.setAside.map(({ finding: found, decision: { reason, by, on } }) => ({
      ...finding(found),
      decision: `${reason}（${by}，${on}）`,
    })),
    commitments: commitmentsView(result, language),
    unevidenced: unevidencedView(result, language),
    sources: [...facts.values()],
  };
};

const findingView = (found: Finding, result: CheckResult, language: Language): FindingView => {
  const { rule, severity, message, related, fix, range } = found;
  return {
    rule: rules.find(({ id }) => id === rule)?.title[language] ?? rule,
    severity,
    message,
    evidence: related.map((place) => place.message),
    fix: fix?.title ?? '',
    range,
    sentence: sentenceAt(result, range.start),
    place: placeAt(result.document, range.start),
  };
};

const sentenceAt = ({ document }: CheckResult, offset: number): Range => {
  const { start, end } = passageAt(document, offset) ?? { start: offset, end: offset };
  return { start, end };
};

const commitmentsView = (result: CheckResult, language: Language): TableView => {
  const list = commitmentsIn(result);
  const { columns, rows } = commitmentsTable(list, result.document, language);
  return {
    heads: columns.map(({ head }) => head),
    place: placeColumn,
    rows: rows.map((row, i) => {
      const at = list[i]?.reported ?? list[i]?.mention;
      return { cells: row.map(cellText), sentence: at && sentenceAt(result, at.start) };
    }),
  };
};

const unevidencedHeads: Record<Language, string[]> = {
  zh: ['位置', '指标', '数据', '部门'],
  en: ['Place', 'Indicator', 'Figure', 'Department'],
};

const unevidencedView = (result: CheckResult, language: Language): TableView => ({
  heads: unevidencedHeads[language],
  place: 0,
  rows: worksheetOf(result)
    .filter(({ standing }) => standing === 'withoutEvidence')
    .map(({ entry, name, department }) => ({
      cells: [placeAt(result.document, entry.start), name || unnamed[language], entry.printed, department],
      sentence: sentenceAt(result, entry.start),
    })),
});
