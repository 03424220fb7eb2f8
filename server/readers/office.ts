/** The readers of office files and the writers that need them, one bundle that is loaded when a file asks for it. */

export { annotateDocx } from '../writers/word/annotate.ts';
export { draftDocx } from '../writers/word/draft.ts';
export { readDocx } from './docx.ts';
export { readHtml } from './html.ts';
export { readXlsx } from './xlsx.ts';
