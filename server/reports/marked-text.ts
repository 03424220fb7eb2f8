import type { Finding } from '../core/finding.ts';
import { escapeXml } from '../writers/xml.ts';
import { type MarkedLine, markedLines } from './marked-lines.ts';

/** The draft's lines with their findings marked, and the numbers of those that begin there in the margin. */
export const markedText = (text: string, findings: readonly Finding[]): string =>
  markedLines(text, findings)
    .map((line) => {
      const numbers = line.begin.map((number) => `<a href="#f${number}">${number}</a>`);
      return `<div class="line"><span class="margin">${numbers.join(' ')}</span><p>${line.pieces.map(pieceOf).join('')}</p></div>`;
    })
    .join('\n');

const pieceOf = ({ words, gravest, ends }: MarkedLine['pieces'][number]): string => {
  const shown = escapeXml(words).replace(/\t/g, ' │ ');
  return gravest ? `<mark class="${gravest}">${shown}</mark>${ends.length > 0 ? `<sup>${ends.join(',')}</sup>` : ''}` : shown;
};
