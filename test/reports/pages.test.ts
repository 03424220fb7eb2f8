import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { reportPage as viewPage } from '../../client/report/html.ts';
import { texts } from '../../client/report/texts.ts';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { checkDocument } from '../../server/core/check.ts';
import { commitmentsOf } from '../../server/core/commitments.ts';
import { readDocument } from '../../server/core/document.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';
import type { Overview } from '../../server/protocol.ts';
import { reportPage } from '../../server/reports/page.ts';
import { anyText, runs } from '../any-text.ts';
import { draftOf, lastYear } from '../server/papers.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    '</style><svg onload=alert(1)>',
    '</title><base href="http://203.0.113.1/">',
    '<!--',
    ']]>',
    '&lt;b&gt;&#x3c;',
    'javascript:alert(1)',
    '<meta http-equiv="refresh" content="0;url=http://203.0.113.1/">',
    '<a href="command:workbench.action.terminal.new">甲</a>',
    '<iframe srcdoc="x">',
    '\0<\u2028',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** What a page may be made of: no script, no form, no picture from elsewhere. */
const elements = new Set(
  'html head meta title style body main header section h1 h2 h3 h4 p dl dt dd div span b ol ul li a table thead tbody tr th td mark sup br wbr strong em figure figcaption svg g rect text line path caption'.split(
    ' ',
  ),
);
const attributes = new Set(
  'lang charset http-equiv content name nonce class id href scope role aria-label aria-hidden aria-labelledby viewbox width height x y x1 x2 y1 y2 rx d text-anchor dominant-baseline fill transform viewBox colspan rowspan xmlns'.split(
    ' ',
  ),
);

const inspect = (html: string, nonce: string): { words: string } => {
  let words = '';
  let policies = 0;
  let styles = 0;
  const parser = new Parser({
    onopentag(name, given) {
      expect(elements, name).toContain(name);
      for (const attribute of Object.keys(given)) expect(attributes, `${name} ${attribute}`).toContain(attribute);
      if (name === 'a' && given.href !== undefined) expect(given.href).toMatch(/^(?:#f\d+|command:heshu\.reveal\?[\w%.!~*'()-]*)$/);
      if (name === 'style') {
        styles++;
        expect(given.nonce).toBe(nonce);
      }
      if (name === 'meta' && given['http-equiv'] !== undefined) {
        policies++;
        expect(given['http-equiv']).toBe('Content-Security-Policy');
        expect(given.content).toBe(`default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`);
      }
    },
    oncomment() {
      throw new Error('a comment');
    },
    ontext(text) {
      words += text;
    },
  });
  parser.end(html);
  expect([policies, styles]).toEqual([1, 1]);
  return { words };
};

const nonce = 'n0nce';

describe('whatever stands in the papers, a page has one policy, one style, no script and no link but its own:', () => {
  it('the report in the editor', () => {
    const placed = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } };
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), fc.boolean(), (strings, linked) => {
        let next = 0;
        const word = (): string => strings[next++ % strings.length] as string;
        const item = () => ({
          ...placed,
          place: word(),
          key: word(),
          rule: word(),
          severity: 'error' as const,
          message: `${word()}\n${word()}\n${word()}`,
        });
        const values = () => ({ value: word(), growth: word() });
        const overview: Overview = {
          name: word(),
          title: word(),
          region: word(),
          year: 2025,
          coverage: word(),
          counts: { figures: 1, agree: 1, conflict: 1, notComparable: 1, withoutEvidence: 1 },
          outside: [word(), word()],
          unread: [word(), word()],
          garbled: false,
          start: word(),
          findings: [{ title: word(), items: [item(), item()] }],
          setAside: [{ ...item(), reason: word(), by: word(), on: word() }],
          unevidenced: [{ title: word(), items: [{ ...placed, place: word(), name: word(), printed: word() }] }],
          sources: [{ title: word(), description: word(), facts: 1, uri: word() }],
          headline: [
            {
              name: word(),
              lastYear: values(),
              revised: word(),
              target: word(),
              thisYear: values(),
              sheet: word(),
              nextTarget: word(),
              verdict: 'agree',
              chart: { last: 1, now: 2 },
              placed: { ...placed, place: word() },
            },
          ],
          commitments: [
            {
              name: word(),
              target: word(),
              source: word(),
              outcome: 'met',
              outcomeName: word(),
              reported: word(),
              done: word(),
              placed: { ...placed, place: word() },
              origin: null,
              frame: word(),
            },
          ],
        };
        const link = linked
          ? ({ range }: { range: unknown }) => `command:heshu.reveal?${encodeURIComponent(JSON.stringify(range))}`
          : undefined;
        inspect(viewPage(overview, texts.zh, { nonce, link, time: word() }), nonce);
      }),
      runs(150),
    );
  }, 240_000);

  it('the printed report', () => {
    const vocabulary = vocabularyWith([]);
    const baseline = new Baseline(factsOfText('<b>上年</b>', lastYear, vocabulary, {}, '<i>上年</i>'));
    fc.assert(
      fc.property(anyText, hostile, hostile, (text, first, second) => {
        const draft = draftOf(`${first}财政总收入262亿元，增长4.8%${second}。${text}`);
        const result = checkDocument(readDocument(draft, vocabulary), baseline, rules);
        const commitments = commitmentsOf(result.document, result.index, baseline);
        const { words } = inspect(reportPage(result, commitments, { name: first, time: second, nonce }), nonce);
        expect(words).toContain('262亿元');
      }),
      runs(100),
    );
  }, 240_000);
});
