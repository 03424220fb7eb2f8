/** A paper's title as somebody typed it, in title marks once: `《统计公报》第3页` stays as it is. */
export const inTitleMarks = (paper: string): string => (/^《.*》/.test(paper) ? paper : `《${paper}》`);
