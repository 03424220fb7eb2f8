import { type Finding, severities } from '../core/finding.ts';
import { escapeXml } from '../writers/xml.ts';

/** The draft's lines with their findings marked, and the numbers of those that begin there in the margin. */
export const markedText = (text: string, findings: readonly Finding[]): string => {
  const lines: string[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    const here = findings
      .map((finding, i) => ({ finding, number: i + 1 }))
      .filter(({ finding: { range } }) => range.start < to && from < range.end);
    if (line.trim()) {
      const numbers = here.filter(({ finding }) => finding.range.start >= from).map(({ number }) => `<a href="#f${number}">${number}</a>`);
      lines.push(`<div class="line"><span class="margin">${numbers.join(' ')}</span><p>${pieces(line, from, here)}</p></div>`);
    }
    from = to + 1;
  }
  return lines.join('\n');
};

interface Numbered {
  finding: Finding;
  number: number;
}

/** A line cut where marks begin and end; of several marks on the same words the gravest shows. */
const pieces = (line: string, from: number, here: readonly Numbered[]): string => {
  const cuts = new Set([0, line.length]);
  for (const { finding } of here) {
    cuts.add(Math.max(0, finding.range.start - from));
    cuts.add(Math.min(line.length, finding.range.end - from));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places
    .slice(1)
    .map((end, i) => {
      const start = places[i] as number;
      const words = escapeXml(line.slice(start, end)).replace(/\t/g, ' │ ');
      const over = here.filter(({ finding: { range } }) => range.start < from + end && from + start < range.end);
      if (over.length === 0) return words;
      const grave = severities.find((severity) => over.some(({ finding }) => finding.severity === severity));
      const ends = over.filter(({ finding: { range } }) => range.end === from + end).map(({ number }) => number);
      return `<mark class="${grave}">${words}</mark>${ends.length > 0 ? `<sup>${ends.join(',')}</sup>` : ''}`;
    })
    .join('');
};
