import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../server/readers/docx.ts';
import { child, childrenOf, isElement, parseXml, wordsOf } from '../../server/readers/markup.ts';
import { annotateDocx } from '../../server/writers/word/annotate.ts';
import { cell, definition, documentXml, docx, docxParts, instance, list, p, r, table, zipOf } from '../readers/docx-file.ts';
import { utf16 } from '../readers/encodings.ts';
import { commented, partsOf, withoutComments } from './commented.ts';

const date = '2025-01-05T21:30:00Z';
const main = 'word/document.xml';

const textBox = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** Documents of different making, each with words to be marked; `whole` where only something around them can be. */
const documents: Record<string, { bytes: Uint8Array; words: string; whole?: string }> = {
  'one run, with entities and blanks': {
    bytes: docx(p('全县R&D投入  26.2亿元，增长4.8%。')),
    words: '26.2亿元',
  },
  'a figure over three runs of different looks': {
    bytes: docx(p(r('财政总收入') + r('26', '<w:b/>') + r('.2亿', '<w:color w:val="FF0000"/><w:sz w:val="32"/>') + r('元，增长4.8%。'))),
    words: '26.2亿元',
  },
  'a table with merged cells': {
    bytes: docx(
      table(
        [cell('指标', '<w:vMerge w:val="restart"/>'), cell('完成')],
        [cell('', '<w:vMerge/>'), cell(p(r('财政总收入')) + p(r('26.2') + r('亿元')))],
      ) + p('完。'),
    ),
    words: '26.2亿元',
  },
  'tracked changes': {
    bytes: docx(
      p(
        `${r('财政总收入')}<w:del w:id="7" w:author="a"><w:r><w:delText>25.1亿元</w:delText></w:r></w:del><w:ins w:id="8" w:author="a">${r('26.2')}${r('亿元，', '<w:i/>')}</w:ins>${r('增长4.8%。')}`,
      ),
    ),
    words: '2亿元，增长',
  },
  'tabs, breaks and a field inside a run': {
    bytes: docx(
      p(
        '<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>一、</w:t><w:tab/><w:t>回顾26.2亿</w:t><w:br/><w:t>元</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>增长4.8%</w:t></w:r></w:hyperlink>',
      ),
    ),
    words: '26.2亿\n元3增',
  },
  'automatic numbers': {
    bytes: docx(p('', list(1)).replace('</w:p>', `${r('2024年工作回顾')}</w:p>`) + p('财政总收入26.2亿元。'), {
      numbering: definition(0, [{ format: 'chineseCountingThousand', text: '%1、' }]) + instance(1, 0),
    }),
    words: '工作回顾\n财政总收入26.2亿元',
  },
  'a text box': {
    bytes: docx(p(r('前文。') + textBox(p(r('财政总收入26.2亿元。'))) + r('后文。'))),
    words: '26.2亿元',
    whole: '财政总收入26.2亿元。财政总收入26.2亿元。',
  },
  'a reading above the characters': {
    bytes: docx(
      p(`${r('在')}<w:r><w:ruby><w:rt>${r('lǐ')}</w:rt><w:rubyBase>${r('澧县')}</w:rubyBase></w:ruby></w:r>${r('设厂26.2亿元。')}`),
    ),
    words: '县设厂26',
    whole: 'lǐ澧县设厂26',
  },
  'all on one line with the declaration': {
    bytes: zipOf({ ...docxParts(''), [main]: documentXml(p(r('财政总收入') + r('26.2亿元。'))).replace('?>\n', '?>') }),
    words: '总收入26',
  },
  'another prefix and an encoding of two bytes': {
    bytes: zipSync({
      ...Object.fromEntries(Object.entries(docxParts('')).map(([name, xml]) => [name, strToU8(xml)])),
      [main]: utf16(
        documentXml(p(r('财政总收入') + r('26.2亿元。')))
          .replace('UTF-8', 'UTF-16')
          .replace(/<(\/?)w:/g, '<$1x:')
          .replace(/ w:(?=\w+=)/g, ' x:')
          .replace('xmlns:w', 'xmlns:x'),
      ),
    }),
    words: '总收入26',
  },
};

describe('comments in a Word document', () => {
  it.each(Object.entries(documents))('%s: exactly the words, and nothing else is touched', (_, { bytes, words, whole }) => {
    const { text } = readDocx(bytes);
    const start = text.indexOf(words);
    expect(start).toBeGreaterThanOrEqual(0);
    const result = annotateDocx(bytes, [{ start, end: start + words.length, lines: ['两数对不上', '262÷248 <5%>'] }], { date });
    expect(readDocx(result).text).toBe(text);
    const [before, after] = [unzipSync(bytes), unzipSync(result)];
    const touched = [main, '[Content_Types].xml', 'word/_rels/document.xml.rels'];
    for (const name of Object.keys(before)) if (!touched.includes(name)) expect(after[name], name).toEqual(before[name]);
    expect(Object.keys(after).filter((name) => !(name in before))).toEqual(['word/comments.xml']);
    const xml = strFromU8(after[main] as Uint8Array);
    // Without the document's prefix no program but ours would know them.
    expect(xml).not.toMatch(/<comment/);
    expect([...commented(xml).values()]).toEqual([whole ?? words.replace('工作回顾\n', '工作回顾')]);
    if (!xml.includes('<x:')) expect(withoutComments(xml)).toEqual(withoutComments(strFromU8(before[main] as Uint8Array)));
    const [comment] = childrenOf(parseXml(partsOf(result)['word/comments.xml'] as string), 'comment');
    expect(comment?.attributes).toMatchObject({ id: '0', author: '核数', date });
    expect(childrenOf(comment, 'p').map(wordsOf)).toEqual(['两数对不上', '262÷248 <5%>']);
    expect(partsOf(result)['word/_rels/document.xml.rels']).toContain('relationships/comments" Target="comments.xml"');
    expect(partsOf(result)['[Content_Types].xml']).toContain('PartName="/word/comments.xml"');
  });

  it('stand on any words whatever, overlapping, side by side and one in another', () => {
    const bytes = docx(
      p(r('财政 ') + r('收入', '<w:b/>') + r(' &26.2亿元𠮷 ') + r('<增长>')) +
        table([cell('甲'), cell(p(r('4.8') + r('%')))], [cell('乙'), cell('丙')]) +
        p('末。'),
    );
    const { text, places } = readDocx(bytes);
    const isReal = (at: number): boolean => places.some(({ start, end }) => start <= at && at < end);
    const whole = (at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at);
    const offset = fc.nat(text.length - 1).map(whole);
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset), { minLength: 1, maxLength: 6 }), (pairs) => {
        const ranges = pairs
          .map(([a, b]) => ({ start: Math.min(a, b), end: whole(Math.max(a, b) + 1) }))
          .filter(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i).some(isReal));
        fc.pre(ranges.length > 0);
        const result = annotateDocx(
          bytes,
          ranges.map((range) => ({ ...range, lines: ['x'] })),
          { date },
        );
        expect(readDocx(result).text).toBe(text);
        const words = ranges.map(({ start, end }) =>
          Array.from({ length: end - start }, (_, i) => start + i)
            .filter(isReal)
            .map((at) => text[at])
            .join(''),
        );
        expect([...commented(partsOf(result)[main] as string).values()].sort()).toEqual(words.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('come after those that were there', () => {
    const parts = docxParts(
      p(
        '<w:commentRangeStart w:id="4"/><w:r><w:t>财政总收入26.2亿元。</w:t></w:r><w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
      ),
    );
    const bytes = zipOf({
      ...parts,
      'word/批注.xml': '<w:comments xmlns:w="x"><w:comment w:id="4" w:author="某科"><w:p/></w:comment></w:comments>',
      'word/_rels/document.xml.rels': (parts['word/_rels/document.xml.rels'] as string).replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="批注.xml"/></Relationships>',
      ),
    });
    const result = partsOf(annotateDocx(bytes, [{ start: 5, end: 11, lines: ['甲'] }], { date }));
    expect(childrenOf(parseXml(result['word/批注.xml'] as string), 'comment').map(({ attributes }) => attributes.id)).toEqual(['4', '5']);
    expect(commented(result[main] as string)).toEqual(
      new Map([
        ['4', '财政总收入26.2亿元。'],
        ['5', '26.2亿元'],
      ]),
    );
  });

  it('are not said twice', () => {
    const bytes = docx(p('财政总收入26.2亿元，增长4.8%。'));
    const [first, second] = [
      { start: 5, end: 11, lines: ['甲', '乙'] },
      { start: 14, end: 18, lines: ['丙'] },
    ] as const;
    const once = annotateDocx(bytes, [first], { date });
    const twice = annotateDocx(once, [first, second], { date });
    expect(commented(partsOf(twice)[main] as string)).toEqual(
      new Map([
        ['0', '26.2亿元'],
        ['1', '4.8%'],
      ]),
    );
    expect(partsOf(annotateDocx(twice, [first, second], { date }))).toEqual(partsOf(twice));
  });

  it('may be listed on a last page, before the properties of the last section', () => {
    const bytes = docx(p('财政总收入26.2亿元。'));
    const result = annotateDocx(bytes, [], { date, index: ['附：核数问题索引', '1. 必核　“一”第1段　某数'] });
    // A later check reads the draft, not what the last one said of it.
    expect(readDocx(result).text).toBe('财政总收入26.2亿元。\n');
    expect(partsOf(result)[main]).toMatch(/附：核数问题索引[^§]*1\. 必核　“一”第1段　某数/);
    const body = child(parseXml(partsOf(result)[main] as string), 'body');
    expect(body?.children.filter(isElement).at(-1)?.name).toBe('sectPr');
    expect(annotateDocx(bytes, [], { date })).toBe(bytes);
  });

  it('and that page takes the place of an older one, also where another program saved it', () => {
    const bytes = docx(p('财政总收入26.2亿元。'));
    const listed = (of: Uint8Array): string[] => [...(partsOf(of)[main] as string).matchAll(/\d\. 必核[^<]*/g)].map(([line]) => line);
    const once = annotateDocx(bytes, [], { date, index: ['附：核数问题索引', '1. 必核　甲', '2. 必核　乙'] });
    const again = annotateDocx(once, [], { date, index: ['附：核数问题索引', '1. 必核　丙'] });
    expect(listed(again)).toEqual(['1. 必核　丙']);
    const parts = partsOf(once);
    const [start = '', end = ''] = [/<w:bookmarkStart[^>]*>/, /<w:bookmarkEnd[^>]*>/].map((tag) => tag.exec(parts[main] as string)?.[0]);
    const moved = (parts[main] as string)
      .replace(start, '')
      .replace(end, '')
      .replace('<w:p><w:pPr><w:pageBreakBefore/>', `<w:p>${start.replace(/w:id="\d+"/, 'w:id="3"')}<w:pPr><w:pageBreakBefore/>`)
      .replace(/<\/w:p>(?=<w:sectPr)/, `${end.replace(/w:id="\d+"/, 'w:id="3"')}</w:p>`);
    const saved = annotateDocx(zipOf({ ...parts, [main]: moved }), [], { date, index: ['附：核数问题索引', '1. 必核　丁'] });
    expect(listed(saved)).toEqual(['1. 必核　丁']);
    expect(readDocx(saved).text).toBe('财政总收入26.2亿元。\n');
  });
});

it('a document with macros gets no comments, and is read all the same', () => {
  const parts = docxParts(p('财政总收入26.2亿元。'));
  const types = (parts['[Content_Types].xml'] as string).replace(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    'application/vnd.ms-word.document.macroEnabled.main+xml',
  );
  const bytes = zipOf({ ...parts, '[Content_Types].xml': types, 'word/vbaProject.bin': 'macros' });
  expect(readDocx(bytes).text.trim()).toBe('财政总收入26.2亿元。');
  for (const comments of [[], [{ start: 5, end: 11, lines: ['一'] }]])
    expect(() => annotateDocx(bytes, comments, { date })).toThrow('文稿带宏');
});
