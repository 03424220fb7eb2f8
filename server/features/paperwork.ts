import { toBase64 } from '../base64.ts';
import { about } from '../core/about.ts';
import type { CheckResult } from '../core/check.ts';
import { type Belonging, originOf, type TableFile } from '../core/own-tables.ts';
import { draftIdentity, type Reviewed } from '../core/reviewed.ts';
import type { Text } from '../core/rules/rule.ts';
import type { Language } from '../core/rules/run.ts';
import { checkText } from '../drafts.ts';
import type { Feature, Session } from '../feature.ts';
import { mayBeDraft, mayBeTables } from '../folders.ts';
import { escapeMarkdown } from '../markdown.ts';
import {
  checkFolderRequest,
  type DraftDiffParams,
  draftDiffRequest,
  type MadePaper,
  type MakePaperParams,
  type MarkdownAnswer,
  makePaperRequest,
  type PaperText,
  paperTextRequest,
  type ReadWorksheets,
  type ReadWorksheetsParams,
  readWorksheetsRequest,
  type UriParams,
} from '../protocol.ts';
import { lostInText, type PaperText as PaperWords, readPaper, wordsOf } from '../readers/paper.ts';
import { readTables } from '../readers/tables.ts';
import { cannotRead, isUnreadable, Unreadable } from '../readers/unreadable.ts';
import { today } from '../reviewed-file.ts';
import { nameOf } from '../uris.ts';
import type { Project } from '../workspace.ts';

/** Makes papers of a check, compares drafts and reads worksheets back. Nothing is written here but what worksheets confirm. */
export default {
  start(session) {
    const { connection } = session;
    connection.onRequest(makePaperRequest, ({ uri, paper }: MakePaperParams) =>
      told(
        session.language,
        async (): Promise<MadePaper> => {
          const checked =
            paper === 'docx' ? ((await originalOf(session, uri)) ?? (await checkedAt(session, uri))) : await checkedAt(session, uri);
          const files = await filesOf(checked, paper);
          return { files: files.map(({ name, bytes }) => ({ name, content: toBase64(bytes) })) };
        },
        (problem) => ({ problem }),
      ),
    );
    connection.onRequest(paperTextRequest, ({ uri }: UriParams) =>
      told(
        session.language,
        async (): Promise<PaperText> => {
          const words = await wordsAt(session, uri);
          const lost = lostInText(words, session.language);
          const colon = session.language === 'zh' ? '：' : ': ';
          return { text: words.text, note: lost === undefined ? null : `${nameOf(uri)}${colon}${lost}` };
        },
        (problem) => ({ problem }),
      ),
    );
    connection.onRequest(readWorksheetsRequest, (params: ReadWorksheetsParams) =>
      told(
        session.language,
        () => readWorksheets(session, params),
        (nothing) => ({ nothing }),
      ),
    );
    connection.onRequest(draftDiffRequest, ({ uri, before }: DraftDiffParams) =>
      told(
        session.language,
        async (): Promise<MarkdownAnswer> => {
          const { diffDrafts, diffMarkdown, draftDiffText } = await import('../writers/paperwork.ts');
          const [old, current] = [(await checkedAt(session, before)).result, (await checkedAt(session, uri)).result];
          const text = draftDiffText(diffDrafts(old, current), old, current, diffMarkdown, session.language);
          const title = texts[session.language].compared(nameOf(uri), nameOf(before));
          return { markdown: `# ${escapeMarkdown(title)}\n\n${text}\n` };
        },
        (nothing) => ({ nothing }),
      ),
    );
    connection.onRequest(checkFolderRequest, ({ uri }: UriParams) =>
      told(
        session.language,
        () => checkFolder(session, uri),
        (nothing) => ({ nothing }),
      ),
    );
  },
} satisfies Feature;

interface Texts {
  compared(draft: string, before: string): string;
  returned(draft: string): string;
  noDrafts(folder: string): string;
}

const texts: Record<Language, Texts> = {
  zh: {
    compared: (draft, before) => `${draft}：与 ${before} 比较`,
    returned: (draft) => `${draft}：退回的核数单`,
    noDrafts: (folder) => `${folder}：文件夹里没有文稿（docx、txt、md、zcg、html、pdf）`,
  },
  en: {
    compared: (draft, before) => `${draft}: compared with ${before}`,
    returned: (draft) => `${draft}: returned worksheets`,
    noDrafts: (folder) => `${folder}: no drafts in this folder (docx, txt, md, zcg, html, pdf)`,
  },
};

const noWorksheet: Text = {
  zh: '不是核数单，找不到“编号”“核定数”两栏',
  en: 'no worksheet, since it has no columns “编号” and “核定数”',
};

/** An answer, or one line on what stands in its way. */
const told = async <Answer>(language: Language, answer: () => Promise<Answer>, instead: (problem: string) => Answer): Promise<Answer> => {
  try {
    return await answer();
  } catch (error) {
    if (isUnreadable(error)) return instead(error.text[language]);
    throw error;
  }
};

interface Checked {
  name: string;
  /** The file's, of a paper that was checked as it lies there. */
  bytes: Uint8Array | undefined;
  result: CheckResult;
  project: Project;
  reviewed: Reviewed | undefined;
}

/**
 * The check of a draft that is open, as it is on the screen, else of the paper that lies at the address; where that does not say
 * whose it is, of whom it belongs to. Throws `Unreadable`.
 */
const checkedAt = async (session: Session, uri: string, belonging?: Belonging): Promise<Checked> => {
  const { drafts, workspace, language } = session;
  const check = await drafts.check(uri);
  const name = nameOf(uri);
  if (check) return { name, bytes: undefined, result: check.result, project: check.project, reviewed: check.reviewed };
  const { text, highlights, bytes } = await wordsAt(session, uri);
  const [project, reviewed] = [await workspace.projectOf(uri), await workspace.reviewedOf(uri)];
  const origin = originOf(belonging);
  return { name, bytes, result: checkText(text, project, language, reviewed, undefined, { ...origin, highlights }), project, reviewed };
};

/** The Word document beside a text that was made of it and still says the same. */
const originalOf = async (session: Session, uri: string): Promise<Checked | undefined> => {
  const check = await session.drafts.check(uri);
  const word = uri.replace(/\.[^./]+$/, '.docx');
  if (!check || word === uri) return undefined;
  const paper = await wordsAt(session, word).catch(() => undefined);
  return paper && flat(paper.text) === flat(check.result.document.text) ? checkedAt(session, word) : undefined;
};

const flat = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

type Words = PaperWords & { bytes: Uint8Array };

/** The words of a file; of a workbook or CSV file its tables as a document has them. Throws `Unreadable`. */
const wordsAt = async ({ workspace }: Session, uri: string): Promise<Words> => {
  const bytes = await workspace.filesOf(uri)?.read(uri);
  const name = nameOf(uri);
  if (!bytes) throw new Unreadable(about(name, cannotRead));
  const paper = await readPaper(name, bytes);
  if ('error' in paper) throw new Unreadable(about(name, paper.error));
  return { ...wordsOf(paper), bytes };
};

const filesOf = async (
  { name, bytes, result, project }: Checked,
  paper: MakePaperParams['paper'],
): Promise<{ name: string; bytes: Uint8Array }[]> => {
  const papers = await import('../writers/paperwork.ts');
  const stem = name.replace(/\.[^.]+$/, '');
  switch (paper) {
    case 'docx':
      return [{ name: `${stem}-批注稿.docx`, bytes: await papers.commentedDocx(name, bytes, result, { hasIndex: false }) }];
    case 'report':
      return [{ name: `${stem}-核对报告.html`, bytes: new TextEncoder().encode(papers.printedReport(name, result)) }];
    case 'worksheet': {
      const { rows, check, commitments } = papers.worksheetFor(result, project.config.departments);
      return [{ name: `${stem}-核数单.xlsx`, bytes: await papers.workbookOf(...papers.worksheetTables(rows, check, commitments)) }];
    }
    case 'departments': {
      const parts = papers.worksheetParts(`${stem}-核数单.xlsx`, papers.worksheetFor(result, project.config.departments));
      return Promise.all(parts.map(async (part) => ({ name: part.name, bytes: await papers.workbookOf(...part.tables) })));
    }
  }
};

const readWorksheets = async (session: Session, { uri, sheets, confirm }: ReadWorksheetsParams): Promise<ReadWorksheets> => {
  const { workspace } = session;
  const papers = await import('../writers/paperwork.ts');
  const { name, result, project } = await checkedAt(session, uri);
  const returned = [];
  for (const sheet of sheets) {
    const bytes = await workspace.filesOf(sheet)?.read(sheet);
    const read = bytes ? await readTables(nameOf(sheet), bytes) : { error: cannotRead };
    if ('error' in read) throw new Unreadable(about(nameOf(sheet), read.error));
    const rows = papers.returnedRows(nameOf(sheet), read.sheets);
    if (rows.length === 0) throw new Unreadable(about(nameOf(sheet), noWorksheet));
    returned.push(...rows);
  }
  const answers = papers.answersOf(returned, papers.worksheetFor(result, project.config.departments).rows, papers.sentOf);
  if (confirm) {
    const record = (known: Reviewed): Reviewed =>
      papers.confirmAnswers(known, draftIdentity(result.document), answers, result.index, today());
    await workspace.decide(uri, record);
    session.stale();
  }
  const list = papers.answersList(answers, result, session.language);
  return {
    markdown: `${[`# ${texts[session.language].returned(escapeMarkdown(name))}`, papers.answersSummary(answers, session.language), ...(list ? [list] : [])].join('\n\n')}\n`,
    confirmed: answers.filter(({ kind }) => kind === 'confirmed').length,
  };
};

const checkFolder = async (session: Session, folder: string): Promise<MarkdownAnswer> => {
  const files = session.workspace.filesOf(folder);
  const listed = (await files?.list(folder)) ?? [];
  const names = listed.filter(mayBeDraft);
  if (!files || names.length === 0) return { nothing: texts[session.language].noDrafts(nameOf(folder)) };
  const problems: Text[] = [];
  const read: { uri: string; checked: Checked }[] = [];
  for (const name of names) {
    const uri = files.join(folder, name);
    try {
      read.push({ uri, checked: await checkedAt(session, uri) });
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      problems.push(error.text);
    }
  }
  const { acrossPapers, belongingOf, folderText, isNobodys, readTableFile } = await import('../writers/paperwork.ts');
  const belonging = belongingOf(read.map(({ checked }) => checked.result.document));
  for (const paper of belonging ? read : [])
    if (isNobodys(paper.checked.name, paper.checked.result.document)) paper.checked = await checkedAt(session, paper.uri, belonging);
  const tables: TableFile[] = [];
  for (const name of listed.filter(mayBeTables)) {
    const uri = files.join(folder, name);
    const table = await readTableFile(uri, name, await files.read(uri));
    if (table && 'file' in table) tables.push(table.file);
    else if (table) problems.push(table.problem);
  }
  const results = acrossPapers(
    read.map(({ checked: { name, result, project, reviewed } }) => ({
      name,
      check: result,
      severity: project.config.severities.restatement ?? 'error',
      reviewed,
    })),
    tables,
  );
  const papers = read.map(({ uri, checked: { name } }, i) => ({ name, uri, result: results[i] as CheckResult }));
  return {
    markdown: folderText(
      nameOf(folder),
      papers,
      problems.map((problem) => problem[session.language]),
      session.language,
    ),
  };
};
