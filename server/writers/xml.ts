/** XML has no place for these. */
export const withoutControls = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For character data and for attributes in double quotes. */
export const escapeXml = (text: string): string => withoutControls(text).replace(/[&<>"]/g, (character) => entities[character] as string);
