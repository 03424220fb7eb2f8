/** How many items two lists have in common at their starts and at their ends; `isSame` and `isSameAtEnd` get an index of each. */
export const commonEnds = (
  before: number,
  now: number,
  isSame: (before: number, now: number) => boolean,
  isSameAtEnd = isSame,
): { atStart: number; atEnd: number } => {
  const shorter = Math.min(before, now);
  let atStart = 0;
  while (atStart < shorter && isSame(atStart, atStart)) atStart++;
  let atEnd = 0;
  while (atEnd < shorter - atStart && isSameAtEnd(before - 1 - atEnd, now - 1 - atEnd)) atEnd++;
  return { atStart, atEnd };
};
