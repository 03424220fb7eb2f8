import { child, type Element, isElement, valOf } from '../markup.ts';
import type { Body } from './body.ts';

/** Stands in a cell that is merged with the one above: roles in a row count from its end, so no cell may be missing. */
const ditto = '同上';

interface Cell {
  element: Element;
  /** Columns of the grid that it takes. */
  span: number;
  continues: boolean;
}

/** Reads a table: one line a row, tabs between the columns of the grid. A frame of one column reads as plain text. */
export const readTable = (table: Element, body: Body): void => {
  const rows = elementsOf(table, 'tr')
    .filter((row) => !child(child(row, 'trPr'), 'del'))
    .map((row) => ({ cells: cellsOf(row), before: countOf(child(row, 'trPr'), 'gridBefore', 0) }));
  const { builder } = body;
  if (rows.every(({ cells }) => cells.length <= 1) || builder.cells > 0) {
    // A table inside a cell is more text of that cell.
    for (const { cells } of rows) for (const { element } of cells) body.readBlocks(element);
    return;
  }
  const isFilled: boolean[] = [];
  for (const { cells, before } of rows) {
    builder.cells++;
    builder.add('\t'.repeat(before));
    let column = before;
    cells.forEach(({ element, span, continues }, index) => {
      if (index > 0) builder.add('\t');
      if (continues) {
        if (isFilled[column]) builder.add(ditto);
      } else {
        const start = builder.places.length;
        body.readBlocks(element);
        isFilled[column] = builder.places.length > start;
      }
      builder.add('\t'.repeat(span - 1));
      column += span;
    });
    builder.cells--;
    builder.add('\n');
  }
};

const cellsOf = (row: Element): Cell[] =>
  elementsOf(row, 'tc').flatMap((element): Cell[] => {
    const properties = child(element, 'tcPr');
    if (child(properties, 'cellDel')) return [];
    const merge = child(properties, 'vMerge');
    return [{ element, span: countOf(properties, 'gridSpan', 1), continues: merge !== undefined && merge.attributes.val !== 'restart' }];
  });

/** No table has more columns than this; a larger number is a slip or an attack. */
const mostColumns = 63;
const countOf = (properties: Element | undefined, name: string, least: number): number => {
  const count = Number(valOf(properties, name) ?? least);
  return Number.isInteger(count) ? Math.min(mostColumns, Math.max(least, count)) : least;
};

/** Rows or cells, also those inside content controls and tracked insertions. */
const elementsOf = (parent: Element, name: string): Element[] =>
  parent.children.filter(isElement).flatMap((node) => {
    if (node.name === name) return [node];
    return /^(?:sdt|sdtContent|ins|moveTo|customXml|smartTag)$/.test(node.name) ? elementsOf(node, name) : [];
  });
