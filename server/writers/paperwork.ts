/** All that makes papers of a check, compares them and reads them back: a bundle that is loaded when somebody asks for one. */

export { Attachments, belongingOf, isNobodys, readTableFile } from '../attachments.ts';
export { acrossPapers } from '../core/congress.ts';
export { diffDrafts } from '../core/diff.ts';
export { diffSheets } from '../core/sheets/diff.ts';
export { diffHeads, diffRows, diffSummary } from '../core/sheets/diff-table.ts';
export { answersOf, confirmAnswers } from '../core/worksheet-answers.ts';
export { markdownTable } from '../markdown.ts';
export { commentedDocx, printedReport, workbookOf, worksheetFor, worksheetParts } from '../outputs.ts';
export { diffMarkdown, draftDiffText } from '../reports/draft-diff.ts';
export { folderText } from '../reports/folder.ts';
export { answersList, answersSummary } from '../tables/answers.ts';
export { returnedRows } from '../tables/returned.ts';
export { sentOf, worksheetTables } from '../tables/worksheet.ts';
