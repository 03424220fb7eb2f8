/** Whether a spreadsheet takes a cell's text for a formula; some do so for the full-width signs too. */
const startsFormula = (text: string): boolean => /^[=+\-@＝＋－＠\t\r\n]/.test(text);

/** A text cell with an apostrophe in front where a spreadsheet would take it for a formula. */
export const neutralize = (text: string): string => (startsFormula(text) ? `'${text}` : text);

/** The text of such a cell. */
export const denature = (text: string): string => (text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text);
