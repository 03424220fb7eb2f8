/** The public face of the core: text and rows in, data out; synchronous, without any environment. */
export { Baseline } from './baseline/baseline.ts';
export { conflictsAmong } from './baseline/conflicts.ts';
export { factColumns, factRow, parseFacts, parseSources, sourceColumns, sourceRow } from './baseline/fact-file.ts';
export { authorityOf, factsOf, regionOf } from './baseline/facts-of.ts';
export { checkDocument } from './check.ts';
export { commitmentsOf } from './commitments.ts';
export { confirmationOf, followConfirmed } from './confirmation.ts';
export { acrossPapers } from './congress.ts';
export { coverageLine, outsideLine } from './coverage.ts';
export { diffDrafts } from './diff.ts';
export { readDocument } from './document.ts';
export { catalogue } from './generated/catalogue.ts';
export { rules } from './generated/rules.ts';
export { makeVocabulary } from './indicators/vocabulary.ts';
export {
  applySetAside,
  confirm,
  confirmFigure,
  decisionsOn,
  draftIdentity,
  formatReviewed,
  parseReviewed,
  prune,
  restore,
  setAside,
  staleIn,
  withdraw,
} from './reviewed.ts';
export { diffSheets } from './sheets/diff.ts';
export { readSheet } from './sheets/read-sheet.ts';
export { worksheetOf } from './worksheet.ts';
export { answersOf, findingsOfAnswers } from './worksheet-answers.ts';
