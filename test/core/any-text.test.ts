import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { checkDocument } from '../../server/core/check.ts';
import { namedIndicators } from '../../server/core/claims/named-indicators.ts';
import { readDocument } from '../../server/core/document.ts';
import type { Range } from '../../server/core/finding.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { rangeOf } from '../../server/core/outline/passage.ts';
import { type Section, sectionsOf } from '../../server/core/sections.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';
import { anyText, bordersOf, runs } from '../any-text.ts';
import { lastYear } from '../server/papers.ts';

const vocabulary = vocabularyWith([]);
const baseline = new Baseline(factsOfText('上年', lastYear, vocabulary));
const check = (text: string) => checkDocument(readDocument(text, vocabulary), baseline, rules);

const loneSurrogate = /\p{Cs}/u;

const flat = (section: Section): Section[] => [section, ...section.children.flatMap(flat)];

/** All ranges that a check gives, with what they are of. */
const rangesOf = (text: string): [what: string, range: Range][] => {
  const { document, index, findings } = check(text);
  const of = (what: string, ranges: readonly Range[]): [string, Range][] => ranges.map((range) => [what, range]);
  return [
    ...of('figure', index.claims),
    ...document.passages.flatMap(({ passage }) =>
      of(
        'indicator',
        namedIndicators(passage, vocabulary).map(({ start, end }) => rangeOf(passage, start, end)),
      ),
    ),
    ...findings.flatMap(({ rule, range, related }) => [
      ...of(`finding ${rule}`, [range]),
      ...of(
        `related of ${rule}`,
        related.flatMap((place) => place.range ?? []),
      ),
    ]),
    ...sectionsOf(document)
      .flatMap(flat)
      .flatMap((section) => [...of('section', [section]), ...of('heading', [section.heading])]),
  ];
};

it('every range lies in the text, is not empty, and begins and ends between characters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const borders = bordersOf(text);
      for (const [what, { start, end }] of rangesOf(text)) {
        const told = `${what} [${start}, ${end}) ${JSON.stringify(text.slice(start, end))}`;
        expect(start < end, told).toBe(true);
        expect(borders.has(start) && borders.has(end), told).toBe(true);
      }
    }),
    runs(1500),
  );
}, 240_000);

it('a fix lies in the text, makes a valid text, and its finding does not come back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const borders = bordersOf(text);
      const { findings } = check(text);
      for (const { rule, key, fix } of findings) {
        if (!fix) continue;
        const told = `${rule} ${JSON.stringify(fix.edits)}`;
        let fixed = '';
        let at = 0;
        for (const { start, end, newText } of fix.edits.toSorted((a, b) => a.start - b.start)) {
          expect(at <= start && start <= end && end <= text.length, told).toBe(true);
          expect(borders.has(start) && borders.has(end), told).toBe(true);
          expect(newText, told).not.toMatch(/NaN|Infinity|undefined|null|\d[eE][+-]?\d|[\p{Cc}\p{Cs}]/u);
          fixed += text.slice(at, start) + newText;
          at = end;
        }
        fixed += text.slice(at);
        expect(fixed, told).not.toBe(text);
        expect(loneSurrogate.test(fixed), told).toBe(loneSurrogate.test(text));
        // Of several alike one is gone, and the next takes its key.
        const left = check(fixed).findings.filter((finding) => finding.rule === rule);
        const count = findings.filter((finding) => finding.rule === rule).length;
        expect(left.length < count || left.every((finding) => finding.key !== key), told).toBe(true);
      }
    }),
    runs(1500),
  );
}, 240_000);
