/** The readers of office files, one bundle that is loaded when a file asks for it. */
export { readDocx } from './docx.ts';
export { readHtml } from './html.ts';
export { readXlsx } from './xlsx.ts';
