import { child, type Element, isElement, valOf, wordsOf } from '../markup.ts';
import { Fields, isContents } from './fields.ts';
import type { Numbering } from './numbering.ts';
import { isOn, type Styles } from './styles.ts';
import { symbol } from './symbols.ts';
import { readTable } from './table.ts';
import type { TextBuilder } from './text-builder.ts';

/** Dropped with all they hold: what tracked changes took away, what is no text, and the notes of others. */
const dropped = new Set(['del', 'moveFrom', 'instrText', 'delText', 'delInstrText', 'rt', 'pPr', 'rPr', 'sdtPr', 'customXmlPr', 'tblPr']);

/** Reads the content of a document's part into text, as it reads with all changes accepted. */
export class Body {
  private readonly fields = new Fields();
  /** Text boxes that are anchored in the block being read. */
  private boxes: Element[] = [];

  constructor(
    readonly builder: TextBuilder,
    private readonly numbering: Numbering,
    private readonly styles: Styles,
  ) {}

  /** Paragraphs and tables inside an element, in reading order; text boxes after the block that they hang on. */
  readBlocks(parent: Element): void {
    for (const node of parent.children) {
      if (!isElement(node) || dropped.has(node.name)) continue;
      if (indexStart(node)) return;
      if (node.name === 'p') this.readParagraph(node);
      else if (node.name === 'tbl') readTable(node, this);
      else if (node.name === 'AlternateContent') this.readBlocks(chosen(node));
      else if (!(node.name === 'sdt' && isContentsGallery(node))) this.readBlocks(node);
      if (this.builder.cells === 0) this.readBoxes();
    }
  }

  private readBoxes(): void {
    while (this.boxes.length > 0) {
      const boxes = this.boxes;
      this.boxes = [];
      for (const box of boxes) this.readBlocks(box);
    }
  }

  private readParagraph(paragraph: Element): void {
    const properties = child(paragraph, 'pPr');
    const mark = child(properties, 'rPr');
    const label = this.numbering.next(properties);
    const content = this.styles.isContents(valOf(properties, 'pStyle')) ? [] : this.contentsOf(paragraph);
    // A number of its own is the whole content of a cell in a column 序号.
    if (label && (content.some(({ text }) => text.trim()) || this.builder.cells > 0)) this.builder.add(label);
    for (const { text, run, element, isMarked } of content) this.builder.addContent(text, paragraph, run, element, isMarked);
    this.fields.endParagraph();
    // A mark that was taken away joins the paragraph to the next one.
    if (!child(mark, 'del') && !child(mark, 'moveFrom')) this.builder.endParagraph();
  }

  private contentsOf(paragraph: Element): RunContent[] {
    const contents: RunContent[] = [];
    const style = this.styles.paragraph(valOf(child(paragraph, 'pPr'), 'pStyle'));
    const visit = (element: Element): void => {
      if (element.name === 'r') {
        this.readRun(element, style, contents, visit);
        return;
      }
      for (const node of element.children) if (isElement(node)) enter(node);
    };
    const enter = (node: Element): void => {
      if (dropped.has(node.name)) return;
      if (node.name === 'AlternateContent') visit(chosen(node));
      else if (node.name === 'txbxContent') this.boxes.push(node);
      else if (!(node.name === 'fldSimple' && isContents(node.attributes.instr ?? ''))) visit(node);
    };
    visit(paragraph);
    return contents;
  }

  private readRun(run: Element, style: string | undefined, contents: RunContent[], visit: (element: Element) => void): void {
    const properties = child(run, 'rPr');
    const property = (name: string): Element | undefined =>
      child(properties, name) ?? this.styles.runProperty(valOf(properties, 'rStyle'), name);
    const isHidden = isOn(property('vanish') ?? this.styles.runProperty(style, 'vanish'));
    const isMarked = isColoured(property('highlight'), property('shd'));
    for (const element of run.children) {
      if (!isElement(element)) continue;
      if (element.name === 'fldChar') this.fields.mark(element.attributes.fldCharType);
      else if (element.name === 'instrText') this.fields.instruct(wordsOf(element));
      else if (Object.hasOwn(texts, element.name)) {
        if (isHidden || !this.fields.isShown) continue;
        const text = (texts[element.name] as (element: Element) => string)(element);
        if (text) contents.push({ text, run, element, isMarked });
      } else if (element.name === 'AlternateContent') visit(chosen(element));
      else if (!dropped.has(element.name)) visit(element);
    }
  }
}

interface RunContent {
  text: string;
  run: Element;
  element: Element;
  isMarked: boolean;
}

/** What the elements of a run say. A tab would make a table's row of the line: it is a gap. */
const texts: Record<string, (element: Element) => string> = {
  t: (element) => wordsOf(element).replace(/[\t\r\n]/g, ' '),
  tab: () => '  ',
  ptab: () => '  ',
  br: () => '\n',
  cr: () => '\n',
  noBreakHyphen: () => '-',
  sym: symbol,
};

/** Of several ways to show something the first is Word's own; the others say the same once more. */
const chosen = (alternatives: Element): Element => child(alternatives, 'Choice') ?? child(alternatives, 'Fallback') ?? nothing;
const nothing: Element = { name: '', attributes: {}, children: [], start: 0, end: 0 };

const isContentsGallery = (control: Element): boolean =>
  /^(?:Table of Contents|目录)$/i.test(valOf(child(child(control, 'sdtPr'), 'docPartObj'), 'docPartGallery') ?? '');

/** A bookmark, which every program keeps, tells where the index of findings begins that a check wrote behind the draft. */
export const indexBookmark = 'heshu_index';
export const indexStart = (node: Element): Element | undefined =>
  [node, ...node.children.filter(isElement)].find(({ name, attributes }) => name === 'bookmarkStart' && attributes.name === indexBookmark);

/** Marked by hand: a highlighter other than white, or a shade that is a colour and no grey. */
const isColoured = (highlight: Element | undefined, shade: Element | undefined): boolean => {
  const marker = highlight?.attributes.val;
  if (marker !== undefined && marker !== 'none' && marker !== 'white') return true;
  const fill = /^([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/i.exec(shade?.attributes.fill ?? '');
  if (!fill) return false;
  const [red, green, blue] = fill.slice(1).map((part) => Number.parseInt(part, 16)) as [number, number, number];
  return Math.max(red, green, blue) - Math.min(red, green, blue) > 32;
};
