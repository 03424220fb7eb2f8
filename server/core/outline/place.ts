import { bisect } from '../text/bisect.ts';
import type { OutlinePassage } from './outline.ts';

/** A place in words that a reader can follow: “一（三）”第2段, 表第12行. */
export const describePlace = (passage: OutlinePassage): string => {
  const { section, paragraph } = passage.place;
  if (passage.cell) return passage.cell.numbered ? `表第${paragraph}项` : `表第${paragraph}行`;
  const labels = section.map((label, index) => (index > 0 && /^\d/.test(label) ? `、${label}` : label)).join('');
  const numbered = paragraph > 0 ? `第${paragraph}段` : '标题';
  return labels ? `“${labels}”${numbered}` : `正文${numbered}`;
};

interface WithPassages {
  passages: readonly { passage: OutlinePassage }[];
}

/** The passage that an offset lies in or behind; none before the first. */
export const passageAt = ({ passages }: WithPassages, offset: number): OutlinePassage | undefined =>
  passages[bisect(passages.length, (count) => (passages[count - 1]?.passage.start ?? 0) <= offset) - 1]?.passage;

/** The same of an offset of a document. */
export const placeAt = (document: WithPassages, offset: number): string => {
  const at = passageAt(document, offset);
  return at ? describePlace(at) : '';
};
