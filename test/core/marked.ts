import type { Claim } from '../../server/core/claims/claim.ts';
import { readDocument } from '../../server/core/document.ts';
import { rangeOf } from '../../server/core/outline/passage.ts';
import { vocabularyWith } from '../../server/project.ts';

/** A figure of a text and where it stands. */
export interface Placed {
  text: string;
  start: number;
  end: number;
  claim: Claim;
}

/** Wraps sentences into a report of 2025 (it reviews 2024), so that sections and years are known. */
export const inReview = (sentences: string): string =>
  `政府工作报告\n\n2025年1月16日在青川县第九届人民代表大会第四次会议上\n\n一、2024年工作回顾\n\n${sentences}`;

export const inPlan = (sentences: string): string => `${inReview('略。')}\n\n二、2025年工作安排\n\n${sentences}`;

/** All figures of a text, in reading order. */
export const figuresOf = (text: string): Placed[] => {
  const document = readDocument(text, vocabularyWith([]));
  return document.passages.flatMap(({ passage, claims }) =>
    claims.map((claim) => {
      const { start, end } = rangeOf(passage, claim.start, claim.end);
      return { text: text.slice(start, end), start, end, claim };
    }),
  );
};

/** The figures marked « » in a text, and whether exactly these were found; the marks are taken out before reading. */
export const markedFigures = (
  marked: string,
  wrap: (text: string) => string = inReview,
): { expected: string[]; found: Placed[]; missing: string[]; extra: string[] } => {
  const wrapped = wrap(marked);
  const places: { start: number; text: string }[] = [];
  let text = '';
  let open = -1;
  for (const character of wrapped) {
    if (character === '«') open = text.length;
    else if (character === '»') places.push({ start: open, text: text.slice(open) });
    else text += character;
  }
  const found = figuresOf(text).filter((figure) => figure.claim.kind !== 'threshold');
  return {
    expected: places.map((place) => place.text),
    found,
    missing: places
      .filter((place) => !found.some((figure) => figure.start === place.start && figure.text === place.text))
      .map((place) => place.text),
    extra: found
      .filter((figure) => !places.some((place) => figure.start === place.start && figure.text === place.text))
      .map((figure) => figure.text),
  };
};
