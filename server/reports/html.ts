import { escapeXml } from '../writers/xml.ts';

/** A random word for one page. */
export const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A page of its own: it runs no script, loads nothing from elsewhere, and the random `nonce` lets in no style but its own. */
export const htmlPage = (
  { language, title, nonce, styles }: Record<'language' | 'title' | 'nonce' | 'styles', string>,
  body: string,
): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** A part of a report under its heading; nothing where there is no content. */
export const section = (title: string, content: string): string =>
  content === '' ? '' : `<section>\n<h2>${escapeXml(title)}</h2>\n${content}\n</section>`;

/** A table; its rows are HTML (`<tr>…`) already. */
export const htmlTable = (heads: readonly string[], rows: readonly string[]): string =>
  `<table>
<thead><tr>${heads.map((head) => `<th scope="col">${escapeXml(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
