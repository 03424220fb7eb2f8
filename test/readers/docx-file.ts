import { strToU8, zipSync } from 'fflate';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'xmlns="http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A run. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of one run, or of XML. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`;

/** A paragraph's list and level. */
export const list = (id: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

/** A table's cell. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`;

export const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

export interface Level {
  format: string;
  text: string;
  start?: number;
  /** Further elements. */
  more?: string;
}

/** A list definition of these levels. */
export const definition = (id: number, levels: Level[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels
    .map(
      ({ format, text, start = 1, more: own = '' }, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${own}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;

export const instance = (id: number, definitionId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definitionId}"/>${overrides}</w:num>`;

export interface DocxParts {
  /** Of each comment, who wrote it. */
  comments?: string[];
  numbering?: string;
  styles?: string;
}

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${word} xmlns:mc="m" xmlns:wps="s" xmlns:wp="d" xmlns:v="v"><w:body>${body}<w:sectPr/></w:body></w:document>`;

/** The parts of a Word document by name. */
export const docxParts = (body: string, { comments, numbering, styles }: DocxParts = {}): Record<string, string> => ({
  '[Content_Types].xml': `<Types ${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['numbering', 'numbering'],
  ]
    .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${contentType}.${type}+xml"/>`)
    .join('')}</Types>`,
  '_rels/.rels': `<Relationships ${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': documentXml(body),
  'word/_rels/document.xml.rels': `<Relationships ${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/numbering" Target="/word/numbering.xml"/>${comments ? `<Relationship Id="rId3" Type="${relations}/comments" Target="comments.xml"/>` : ''}</Relationships>`,
  ...(comments && {
    'word/comments.xml': `<w:comments ${word}>${comments.map((author, id) => `<w:comment w:id="${id}" w:author="${author}"><w:p/></w:comment>`).join('')}</w:comments>`,
  }),
  ...(styles !== undefined && { 'word/styles.xml': `<w:styles ${word}>${styles}</w:styles>` }),
  ...(numbering !== undefined && { 'word/numbering.xml': `<w:numbering ${word}>${numbering}</w:numbering>` }),
});

export const zipOf = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])));

/** A Word document of these paragraphs and tables. */
export const docx = (body: string, parts?: DocxParts): Uint8Array => zipOf(docxParts(body, parts));

/** A Word document of a text, a paragraph a line. */
export const docxOf = (text: string): Uint8Array =>
  docx(
    text
      .trim()
      .split('\n')
      .map((line) => p(line))
      .join(''),
  );
