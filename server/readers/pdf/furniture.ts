import type { PageLine } from './lines.ts';

/** Lines at a page's top or bottom that may be its furniture. */
const reach = 2;
const pageNumber = /^[\s—–\-－·•.第/]*\d{1,4}[\s—–\-－·•.页]*(?:[/共]\s*\d{1,4}\s*页?)?$|^第\s*[一二三四五六七八九十百]{1,5}\s*页$/;

/** Takes out page numbers, and what stands at the top or bottom of most pages. */
export const dropRepeated = (pages: readonly PageLine[][]): PageLine[][] => {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const seen = new Set(page.filter((_, index) => isEdge(index, page.length)).map(shapeOf));
    for (const shape of seen) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const isRepeated = (line: PageLine): boolean => {
    const count = counts.get(shapeOf(line)) ?? 0;
    return count >= 2 && count > pages.length / 3 && line.text.length <= 60;
  };
  return pages.map((page) =>
    page.filter(
      (line, index) =>
        !isEdge(index, page.length) || !(isRepeated(line) || (isOutermost(index, page.length) && pageNumber.test(line.text))),
    ),
  );
};

const isEdge = (index: number, length: number): boolean => index < reach || index >= length - reach;
const isOutermost = (index: number, length: number): boolean => index === 0 || index === length - 1;

/** Words at their height; page numbers differ from page to page. */
const shapeOf = ({ text, y }: PageLine): string => `${Math.round(y / 2)} ${text.replace(/\s+/g, '').replace(/\d+/g, '0')}`;
