import { type Range as Span, severities } from '../../server/core/finding.ts';
import type { FindingView } from '../messages.ts';
import { el } from './dom.ts';

interface Numbered extends FindingView {
  number: number;
}

/** The draft's lines, findings marked in them, and in the margin a link back to each finding that begins there. */
export const draftText = (text: string, findings: readonly FindingView[], back: (number: number) => string): HTMLElement => {
  const numbered = findings.map((finding, i): Numbered => ({ ...finding, number: i + 1 }));
  const body = el('div', { className: 'lines' });
  let from = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    if (line.trim()) {
      const here = numbered.filter(({ range }) => range.start < to && from < range.end);
      const numbers = here
        .filter(({ range }) => range.start >= from)
        .flatMap(({ number }) => [el('a', { href: `#f${number}`, 'aria-label': back(number) }, String(number)), ' ']);
      const paragraph = el('p', { tabIndex: -1 }, ...pieces(line, from, here));
      const row = el('div', { className: 'line', id: `at${from}` }, el('span', { className: 'margin' }, ...numbers), paragraph);
      body.append(row);
    }
    from = to + 1;
  }
  return body;
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

/** A line cut where marks begin and end; of several marks on the same words the gravest shows. */
const pieces = (line: string, from: number, here: readonly Numbered[]): (Node | string)[] => {
  const cuts = new Set([0, line.length]);
  for (const { range } of here) {
    cuts.add(Math.max(0, range.start - from));
    cuts.add(Math.min(line.length, range.end - from));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => {
    const start = places[i] as number;
    const words = line.slice(start, end).replace(/\t/g, '│');
    const over = here.filter(({ range }) => range.start < from + end && from + start < range.end);
    const grave = severities.find((severity) => over.some((finding) => finding.severity === severity));
    if (!grave) return words;
    return el('mark', { className: `${grave} ${over.map(({ number }) => `m${number}`).join(' ')}` }, words);
  });
};
