import { Parser } from 'htmlparser2';
import { Unreadable } from './unreadable.ts';

/** An element of XML or HTML; names without prefix. Offsets are UTF-16 units of the markup. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | Words)[];
  start: number;
  end: number;
}

/** Character data, entities decoded. */
export interface Words {
  words: string;
}

export const isElement = (node: Element | Words): node is Element => 'name' in node;

/** What `scanXml` tells of; names without prefix. */
export interface XmlEvents {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  words(words: string): void;
}

const deepest = 1000;
const broken = {
  zh: '文件内部结构不完整，请用 Word 或 WPS 打开后另存一份再核',
  en: 'the file is incomplete inside: open it in Word or WPS and save it anew',
};

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

const bareAttributes = (attributes: Record<string, string>): Record<string, string> => {
  const result: Record<string, string> = {};
  // The first of a name counts: w:val before w14:val.
  for (const [name, value] of Object.entries(attributes)) result[bare(name)] ??= value;
  return result;
};

/** Reads XML as events; throws `Unreadable` where it ends too early or is nested beyond reason. */
export const scanXml = (xml: string, events: XmlEvents): void => {
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) throw new Unreadable(broken);
        elements++;
        events.open(bare(name), bareAttributes(attributes));
      },
      onclosetag(name) {
        depth--;
        events.close(bare(name));
      },
      ontext: events.words,
    },
    { xmlMode: true },
  );
  parser.write(xml);
  if (depth > 0 || elements === 0) throw new Unreadable(broken);
};

/** The root of an XML document; throws `Unreadable` as `scanXml` does. */
export const parseXml = (xml: string): Element => {
  const root = parse(xml, true).children.find(isElement);
  if (!root) throw new Unreadable(broken);
  return root;
};

/** A made-up element around all of an HTML document; whatever the mistakes in it. */
export const parseHtml = (html: string): Element => parse(html, false);

const parse = (markup: string, isXml: boolean): Element => {
  const top: Element = { name: '', attributes: {}, children: [], start: 0, end: markup.length };
  const path = [top];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (path.length > deepest) throw new Unreadable(broken);
        const element: Element = {
          name: bare(name),
          attributes: bareAttributes(attributes),
          children: [],
          // Behind an instruction the parser counts from its last character.
          start: parser.startIndex + (markup[parser.startIndex] === '>' ? 1 : 0),
          end: parser.endIndex + 1,
        };
        (path.at(-1) as Element).children.push(element);
        path.push(element);
      },
      onclosetag() {
        (path.pop() as Element).end = parser.endIndex + 1;
      },
      ontext(words) {
        const { children } = path.at(-1) as Element;
        const last = children.at(-1);
        if (last && !isElement(last)) last.words += words;
        else children.push({ words });
      },
    },
    { xmlMode: isXml },
  );
  parser.write(markup);
  // A document that was cut off.
  if (isXml && path.length > 1) throw new Unreadable(broken);
  parser.end();
  return top;
};

/** The first child of a name. */
export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((node): node is Element => isElement(node) && node.name === name);

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((node): node is Element => isElement(node) && node.name === name) ?? [];

/** The value of the attribute `val` of the first child of a name. */
export const valOf = (element: Element | undefined, name: string): string | undefined => child(element, name)?.attributes.val;

/** All character data inside. */
export const wordsOf = (element: Element): string =>
  element.children.map((node) => (isElement(node) ? wordsOf(node) : node.words)).join('');
