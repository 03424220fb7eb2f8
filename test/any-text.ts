import fc from 'fast-check';
import { pages } from '../server/core/generated/rule-pages.ts';
import { words } from './fuzz/words.ts';
import { draft, lastYear } from './server/papers.ts';

/** Runs of a property: the same at every run of the tests, named by its seed where it fails. */
export const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_261_122 });

/** Sentences that rules have something to say of, so that findings and fixes come up as well as figures. */
const sentences = [
  ...Object.values(pages).flatMap(({ examples }) => [examples.wrong.draft, examples.right.draft]),
  ...draft.split('\n'),
  ...lastYear.split('\n'),
];

/** What editors, web pages and keyboards leave between the characters of a text. */
const debris = fc.constantFrom(
  ...[
    '\r\n',
    '\r',
    '\n',
    '\t',
    '\u200b',
    '\u200d',
    '\ufeff',
    '　',
    '\u00a0',
    '\u0301',
    '\ufe0f',
    '\u20e3',
    '😀',
    '𠮷',
    '\u2028',
    '\ud83d',
    '\udc00',
    '\0',
  ],
);

/** Sentences with things in between, words in any order, or any characters at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...sentences, ...words), { maxLength: 8 }).chain((parts) => littered(parts.join(''))) },
  { weight: 2, arbitrary: fc.array(fc.oneof(fc.constantFrom(...words), debris), { maxLength: 60 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

/** A text with something put between any of its characters. */
const littered = (text: string): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.nat(text.length), debris), { maxLength: 6 }).map((places) => {
    let result = text;
    for (const [at, character] of places) result = result.slice(0, at) + character + result.slice(at);
    return result;
  });

/** The offsets at which a caret can stand. */
export const bordersOf = (text: string): ReadonlySet<number> => {
  const borders = new Set([text.length]);
  for (const { index } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) borders.add(index);
  return borders;
};
