import type { OutlinePassage } from './outline.ts';

/** A place in words that a reader can follow: “一（三）”第2段, 表第12行. */
export const describePlace = (passage: OutlinePassage): string => {
  const { section, paragraph } = passage.place;
  if (passage.cell) return passage.cell.numbered ? `表第${paragraph}项` : `表第${paragraph}行`;
  const labels = section.map((label, index) => (index > 0 && /^\d/.test(label) ? `、${label}` : label)).join('');
  const numbered = paragraph > 0 ? `第${paragraph}段` : '标题';
  return labels ? `“${labels}”${numbered}` : `正文${numbered}`;
};

/** The same of an offset of a document. */
export const placeAt = ({ passages }: { passages: readonly { passage: OutlinePassage }[] }, offset: number): string => {
  const at = passages.findLast(({ passage }) => passage.start <= offset);
  return at ? describePlace(at.passage) : '';
};
