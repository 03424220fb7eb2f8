import { child, childrenOf, type Element, valOf } from '../markup.ts';

const longestChain = 11;

/** The styles of a document, as far as they bear on its text. */
export class Styles {
  private readonly byId = new Map<string, Element>();
  private readonly standard: string | undefined;

  constructor(styles: Element | undefined) {
    for (const style of childrenOf(styles, 'style')) {
      const id = style.attributes.styleId;
      if (id === undefined) continue;
      this.byId.set(id, style);
      if (style.attributes.type === 'paragraph' && /^(?:1|true|on)$/.test(style.attributes.default ?? '')) this.standard = id;
    }
  }

  /** The style of a paragraph that names this one or none. */
  paragraph(id: string | undefined): string | undefined {
    return id !== undefined && this.byId.has(id) ? id : this.standard;
  }

  /** The list that a paragraph style belongs to, and its level where one is stated. */
  numbering(id: string | undefined): { id: string; level: string | undefined } | undefined {
    for (const style of this.chain(id)) {
      const numbering = child(child(style, 'pPr'), 'numPr');
      const list = valOf(numbering, 'numId');
      if (list !== undefined) return { id: list, level: valOf(numbering, 'ilvl') };
    }
    return undefined;
  }

  /** A property of runs in a style, from the style itself or the nearest one it is based on. */
  runProperty(id: string | undefined, name: string): Element | undefined {
    for (const style of this.chain(id)) {
      const property = child(child(style, 'rPr'), name);
      if (property) return property;
    }
    return undefined;
  }

  /** 目录 1, toc 1: lines of a table of contents. */
  isContents(id: string | undefined): boolean {
    const style = id === undefined ? undefined : this.byId.get(id);
    return /^(?:toc|目录) ?\d$/i.test(valOf(style, 'name') ?? '');
  }

  private *chain(id: string | undefined): Generator<Element> {
    const seen = new Set<string>();
    // Word allows no longer chains; one that leads back to itself is damage.
    for (let at = id; at !== undefined && !seen.has(at) && seen.size < longestChain; ) {
      seen.add(at);
      const style = this.byId.get(at);
      if (!style) return;
      yield style;
      at = valOf(style, 'basedOn');
    }
  }
}

/** Whether a switch such as `vanish` is on. */
export const isOn = (property: Element | undefined): boolean =>
  property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes.val ?? '');
