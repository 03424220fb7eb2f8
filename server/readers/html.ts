import { decode } from './decode.ts';
import { child, type Element, isElement, parseHtml, type Words } from './markup.ts';
import { saveAs } from './save-as.ts';
import { Unreadable } from './unreadable.ts';

const dropped = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'select', 'textarea', 'del', 'title']);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr o:p q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The text of a web page or a document saved as one: a line a paragraph or a table's row. Throws `Unreadable`. */
export const readHtml = (bytes: Uint8Array): string => {
  const reading = new PageText();
  reading.readBlock(parseHtml(decodePage(bytes)));
  return reading.text;
};

/** By its mark, else as the page says, else as any text. */
const decodePage = (bytes: Uint8Array): string => {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0xef;
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1]?.toLowerCase();
  // A page that a program saved anew may still name the old encoding: UTF-8 that is right is no accident.
  const decoded = decode(bytes);
  if (!('error' in decoded) && (hasMark || named === undefined || decoded.encoding === 'utf-8' || /^gb/.test(named))) return decoded.text;
  if (named !== undefined) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // An encoding that nobody knows: as any text.
    }
  }
  if ('error' in decoded) throw new Unreadable(saveAs(decoded.error, '.docx 或 .txt 再核', '.docx or .txt'));
  return decoded.text;
};

/** Layout tables of old sites hold whole articles in a cell. */
const longestCell = 4000;

class PageText {
  private readonly lines: string[] = [];
  private line = '';
  /** Numbers of the lists around; NaN where a list has none. */
  private readonly lists: number[] = [];

  get text(): string {
    this.endLine();
    return this.lines.join('\n');
  }

  readBlock(element: Element): void {
    for (const node of element.children) this.read(node);
  }

  private read(node: Element | Words): void {
    if (!isElement(node)) {
      this.line += node.words.replace(/[ \t\r\n\f]+/g, ' ');
      return;
    }
    const { name, attributes } = node;
    if (dropped.has(name) || /display\s*:\s*none/i.test(attributes.style ?? '') || attributes.hidden !== undefined) return;
    if (name === 'br') this.endLine();
    else if (inline.has(name)) this.readBlock(node);
    else if (name === 'table') this.readTable(node);
    else {
      this.endLine();
      if (name === 'pre') this.readPreformatted(node);
      else if (name === 'ul' || name === 'ol') this.readList(node);
      else {
        if (name === 'li') this.line = this.itemMark(attributes.value);
        this.readBlock(node);
      }
      this.endLine();
    }
  }

  private endLine(): void {
    const line = this.line.trim();
    if (line) this.lines.push(line);
    this.line = '';
  }

  private readList(list: Element): void {
    const start = Number(list.attributes.start ?? 1);
    this.lists.push(list.name === 'ol' && Number.isInteger(start) ? start : Number.NaN);
    this.readBlock(list);
    this.lists.pop();
  }

  private itemMark(value: string | undefined): string {
    const own = Number(value ?? Number.NaN);
    const number = Number.isInteger(own) ? own : (this.lists.at(-1) ?? Number.NaN);
    if (Number.isNaN(number)) return '• ';
    this.lists[this.lists.length - 1] = number + 1;
    return `${number}. `;
  }

  private readPreformatted(element: Element): void {
    for (const line of contentOf(element).split('\n')) {
      this.line = line;
      this.endLine();
    }
  }

  private readTable(table: Element): void {
    this.endLine();
    const caption = child(table, 'caption');
    if (caption) this.readBlock(caption);
    this.endLine();
    const rows = rowsOf(table);
    const isLayout =
      rows.every((row) => row.length <= 1) ||
      rows.some((row) => row.some((cell) => hasTable(cell) || contentOf(cell).length > longestCell));
    if (isLayout) {
      for (const row of rows) for (const cell of row) this.read({ ...cell, name: 'div' });
      return;
    }
    for (const row of gridOf(rows)) this.lines.push(row.join('\t'));
  }
}

/** A cell's content on one line. */
const cellText = (cell: Element): string => {
  const reading = new PageText();
  reading.readBlock(cell);
  return reading.text.replace(/\s+/g, ' ');
};

/** Stands in a cell that is merged with the one above: no cell of a row may be missing. */
const ditto = '同上';
const mostColumns = 200;

const gridOf = (rows: readonly Element[][]): string[][] => {
  const below: { rows: number; filled: boolean }[] = [];
  return rows.map((cells) => {
    const row: string[] = [];
    const skipMerged = (): void => {
      for (let merged = below[row.length]; merged && merged.rows > 0; merged = below[row.length]) {
        merged.rows--;
        row.push(merged.filled ? ditto : '');
      }
    };
    for (const cell of cells) {
      skipMerged();
      const text = cellText(cell);
      const span = spanOf(cell.attributes.colspan, mostColumns);
      const height = spanOf(cell.attributes.rowspan, 1000);
      for (let i = 0; i < span && row.length < mostColumns; i++) {
        below[row.length] = { rows: height - 1, filled: i === 0 && text !== '' };
        row.push(i === 0 ? text : '');
      }
    }
    skipMerged();
    return row;
  });
};

const spanOf = (written: string | undefined, most: number): number => Math.min(most, Math.max(1, Math.floor(Number(written ?? 1)) || 1));

const rowsOf = (table: Element): Element[][] =>
  table.children.filter(isElement).flatMap((node) => {
    if (node.name === 'tr') return [node.children.filter((cell): cell is Element => isElement(cell) && /^t[dh]$/.test(cell.name))];
    return /^t(?:head|body|foot)$/.test(node.name) ? rowsOf(node) : [];
  });

const hasTable = (element: Element): boolean =>
  element.children.some((node) => isElement(node) && (node.name === 'table' || hasTable(node)));

const contentOf = (element: Element): string =>
  element.children.map((node) => (isElement(node) ? (dropped.has(node.name) ? '' : contentOf(node)) : node.words)).join('');
