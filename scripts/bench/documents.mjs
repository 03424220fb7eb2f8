import { readFileSync } from 'node:fs';

const moxi = (name) => readFileSync(new URL(`../../test/documents/moxi/${name}`, import.meta.url), 'utf8');

/** Last year's report, which the drafts are held against. */
export const base = moxi('report-2025.txt');
const draft = moxi('draft-2026-clean.txt');

/** One figure in forty is changed, another one in every copy: a draft with findings, though not one at every line. */
const vary = (text, copy) => {
  let count = 0;
  return text.replace(/(?:19|20)\d\d|\d+(?=[.\d]*(?:亿元|%|万|家|个))/g, (number) =>
    number.length === 4 || ++count % 40 !== copy % 40 ? number : String(Number(number) + 1),
  );
};

/** A draft of so many characters: the composed one again and again. */
export const draftOf = (characters) => {
  let text = '';
  for (let copy = 1; text.length < characters; copy++) text += `${vary(draft, copy)}\n`;
  return text.slice(0, characters);
};

/** A draft of its own for each number. */
export const draftNumber = (number) => vary(draft, number);

/** One table, 20 characters a row. */
const table = (characters) => Array.from({ length: characters / 20 }, (_, row) => `${row + 10_000}\t完成投资30亿元\t投资31亿\n`).join('');

/** Lines as no one writes them. */
export const hostile = (characters) => ({
  digits: '1234567890'.repeat(characters / 10),
  'one character': '数'.repeat(characters),
  'Chinese characters': '全区经济社会发展取得新成效'.repeat(characters).slice(0, characters),
  brackets: '（'.repeat(characters / 2) + '）'.repeat(characters / 2),
  分别: '分别'.repeat(characters / 2),
  'numbers with commas': '增长5%，'.repeat(characters / 5),
  'numbers with 、': '3个、'.repeat(characters / 3),
  其中: '其中5个'.repeat(characters / 4),
  'opening quotes': '“'.repeat(characters),
  blanks: '5 '.repeat(characters / 2),
  tabs: '5\t'.repeat(characters / 2),
  'a table': table(characters),
});
