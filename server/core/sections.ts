import type { PolicyDocument } from './document.ts';
import type { Range } from './finding.ts';
import type { OutlinePassage } from './outline/outline.ts';

/** A part of a document under one heading, as far as the next heading of its level or above. */
export interface Section extends Range {
  /** 1 is the highest. */
  level: number;
  /** The heading as written, mark included, 40 characters at most. */
  title: string;
  heading: Range;
  children: Section[];
}

const titleLimit = 40;

/** The tree of a document's sections; of appendices only that they are there. */
export const sectionsOf = ({ text, outline, passages }: PolicyDocument): Section[] => {
  const top: Section[] = [];
  const open: Section[] = [];
  const close = (level: number, at: number): void => {
    while ((open.at(-1)?.level ?? 0) >= level) {
      const section = open.pop() as Section;
      section.end = endOfWords(text, section.heading.end, at);
    }
  };
  const add = (passage: OutlinePassage, level: number): void => {
    close(level, passage.start);
    const section = sectionAt(text, passage, level);
    (open.at(-1)?.children ?? top).push(section);
    open.push(section);
  };
  for (const { passage } of passages) {
    if (passage.start >= outline.bodyEnd) {
      add(passage, 1);
      break;
    }
    if (passage.heading) add(passage, passage.heading.level);
  }
  close(1, text.length);
  return top;
};

const sectionAt = (text: string, { start, end }: OutlinePassage, level: number): Section => {
  const from = start + (/^[\s\u200d\p{M}]*/u.exec(text.slice(start, end)) as RegExpExecArray)[0].length;
  const line = text.slice(from, end).split(/[\r\n]/)[0] as string;
  const words = line.trimEnd().replace(/[。：:]$/, '');
  const title = words.length > titleLimit ? `${words.slice(0, titleLimit - 1).replace(/[\ud800-\udbff]$/, '')}…` : words;
  return { level, title, heading: { start: from, end: from + line.trimEnd().length }, start: from, end, children: [] };
};

/** Without the blank lines before the next heading. */
const endOfWords = (text: string, from: number, to: number): number => from + text.slice(from, to).trimEnd().length;
