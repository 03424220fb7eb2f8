const full = /(20\d\d)(?:年|[-./_])(\d{1,2})(?:月|[-./_])(\d{1,2})日?|(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/g;
const month = /(20\d\d)(?:年|[-._])(\d{1,2})月?(?!\d|[-—~至]\d)/;

/** The day, or at least the month, that a text names as its own: `2025-01-10`, `2025-01`; empty where it names none. */
export const dateIn = (text: string): string => {
  for (const match of text.matchAll(full)) {
    const [year, months, days] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(Number) as [number, number, number];
    if (months >= 1 && months <= 12 && days >= 1 && days <= 31) return `${year}-${two(months)}-${two(days)}`;
  }
  const found = month.exec(text);
  return found && Number(found[2]) >= 1 && Number(found[2]) <= 12 ? `${found[1]}-${two(Number(found[2]))}` : '';
};

const two = (number: number): string => String(number).padStart(2, '0');

/** A sheet made in the first half of a year tells of the year before. */
export const yearOfDate = (date: string): number | undefined => {
  if (date === '') return undefined;
  const [year = 0, months = 12] = date.split('-').map(Number);
  return months <= 6 ? year - 1 : year;
};
