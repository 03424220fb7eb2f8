import type { Range as Span } from '../../server/core/finding.ts';
import { type MarkedLine, markedLines } from '../../server/reports/marked-lines.ts';
import type { FindingView } from '../messages.ts';
import { el } from './dom.ts';

/** The draft's lines, findings marked in them, and in the margin a link back to each finding that begins there. */
export const draftText = (text: string, findings: readonly FindingView[], back: (number: number) => string): HTMLElement => {
  const body = el('div', { className: 'lines' });
  for (const { start, begin, pieces } of markedLines(text, findings)) {
    const numbers = begin.flatMap((number) => [el('a', { href: `#f${number}`, 'aria-label': back(number) }, String(number)), ' ']);
    const paragraph = el('p', { tabIndex: -1 }, ...pieces.map(pieceOf));
    body.append(el('div', { className: 'line', id: `at${start}` }, el('span', { className: 'margin' }, ...numbers), paragraph));
  }
  return body;
};

/** As long as its words, so that places in the text are places on the page. */
const pieceOf = ({ words, gravest, on }: MarkedLine['pieces'][number]): Node | string => {
  const shown = words.replace(/\t/g, '│');
  return gravest ? el('mark', { className: `${gravest} ${on.map((number) => `m${number}`).join(' ')}` }, shown) : shown;
};

/** The line of the text that an offset lies in. */
export const lineAt = (text: string, offset: number): HTMLElement | null =>
  document.getElementById(`at${text.lastIndexOf('\n', offset - 1) + 1}`);

/** Shows one sentence as the one meant; where the browser knows no highlights, its lines. */
export const showSentence = (text: string, { start, end }: Span, body: HTMLElement): void => {
  for (const old of body.querySelectorAll('.current')) old.classList.remove('current');
  const [first, last] = [spotAt(text, start), spotAt(text, end)];
  if (!first || !last) return;
  if (!('highlights' in CSS)) {
    lineAt(text, start)?.classList.add('current');
    return;
  }
  const range = new Range();
  range.setStart(...first);
  range.setEnd(...last);
  CSS.highlights.set('sentence', new Highlight(range));
};

/** The text node that an offset lies in, and where. */
const spotAt = (text: string, offset: number): [Node, number] | undefined => {
  const paragraph = lineAt(text, offset)?.querySelector('p');
  if (!paragraph) return undefined;
  let rest = offset - (text.lastIndexOf('\n', offset - 1) + 1);
  const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode() as Text | null; node; node = words.nextNode() as Text | null) {
    if (rest <= node.length) return [node, rest];
    rest -= node.length;
  }
  return undefined;
};
