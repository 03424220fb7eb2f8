import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../server/core/rules/rule.ts';
import { readDocx } from '../../server/readers/docx.ts';
import { inBoth } from '../in-both.ts';
import { cell, definition, docx, zipOf as docxOf, docxParts, escapeXml, instance, list, p, r, table } from './docx-file.ts';

const linesOf = (bytes: Uint8Array): string[] => readDocx(bytes).text.replace(/\n+$/, '').split('\n');
const marked = (bytes: Uint8Array): string[] => {
  const { text, highlights } = readDocx(bytes);
  return highlights.map(({ start, end }) => text.slice(start, end));
};

const official = definition(0, [
  { format: 'chineseCountingThousand', text: '%1、' },
  { format: 'chineseCounting', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
  { format: 'decimal', text: '（%4）' },
  { format: 'decimalEnclosedCircle', text: '%5' },
]);

describe('automatic numbers', () => {
  it('are written out, each level anew under the one above', () => {
    const numbering = official + instance(1, 0);
    const body = [0, 1, 2, 3, 4, 4, 2, 1, 2, 0, 1].map((level) => p('甲', list(1, level))).join('');
    expect(linesOf(docx(body, { numbering }))).toEqual([
      '一、甲',
      '（一）甲',
      '1. 甲',
      '（1）甲',
      '① 甲',
      '② 甲',
      '2. 甲',
      '（二）甲',
      '1. 甲',
      '二、甲',
      '（一）甲',
    ]);
  });

  it.each([
    ['chineseCounting', 21, '二十一'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 105, '一〇五'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['japaneseCounting', 12, '十二'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 4, 'iv'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 2, 'b'],
    ['decimalZero', 7, '07'],
    ['decimalEnclosedCircleChinese', 21, '㉑'],
    ['decimalFullWidth', 12, '１２'],
    ['something new', 5, '5'],
  ])('%s writes %i as %s', (format, start, expected) => {
    const numbering = definition(0, [{ format, text: '%1、', start }]) + instance(1, 0);
    expect(linesOf(docx(p('甲', list(1)), { numbering }))).toEqual([`${expected}、甲`]);
  });

  it('go on in another instance of the list, and start where one says so', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = official + instance(1, 0) + instance(2, 0) + instance(3, 0, override);
    const body = [1, 1, 2, 3, 3].map((id) => p('甲', list(id))).join('');
    expect(linesOf(docx(body, { numbering }))).toEqual(['一、甲', '二、甲', '三、甲', '一、甲', '二、甲']);
  });

  it('start anew at the first paragraph of that level only', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = official + instance(1, 0) + instance(2, 0, override);
    const body = p('甲', list(1)) + p('甲', list(2, 1)) + p('甲', list(1)) + p('甲', list(2)) + p('甲', list(2));
    expect(linesOf(docx(body, { numbering }))).toEqual(['一、甲', '（一）甲', '二、甲', '五、甲', '六、甲']);
  });

  it('show the levels above, in decimals where the list says so, and may count through', () => {
    const numbering =
      definition(0, [
        { format: 'chineseCounting', text: '第%1部分' },
        { format: 'decimal', text: '%1.%2', more: '<w:isLgl/>' },
        { format: 'decimal', text: '（%3）', more: '<w:lvlRestart w:val="0"/>' },
      ]) + instance(1, 0);
    const body = [0, 0, 1, 2, 1, 2].map((level) => p('甲', list(1, level))).join('');
    expect(linesOf(docx(body, { numbering }))).toEqual(['第一部分 甲', '第二部分 甲', '2.1 甲', '（1）甲', '2.2 甲', '（2）甲']);
  });

  it('come with a style, its basis or the level that names it; 0 takes them away', () => {
    const numbering =
      definition(0, [
        { format: 'chineseCounting', text: '%1、', more: '<w:pStyle w:val="H1"/>' },
        { format: 'chineseCounting', text: '（%2）', more: '<w:pStyle w:val="H2"/>' },
      ]) + instance(7, 0);
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H1"/></w:style>';
    const styled = (style: string, more = ''): string => p('甲', `<w:pStyle w:val="${style}"/>${more}`);
    const body = styled('H1') + styled('H2') + styled('H2') + styled('Own', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('H1');
    expect(linesOf(docx(body, { numbering, styles }))).toEqual(['一、甲', '（一）甲', '（二）甲', '甲', '二、甲']);
  });

  it('of a list style stand in the definition that it links to', () => {
    const numbering =
      definition(0, [], '<w:numStyleLink w:val="公文"/>') +
      definition(1, [{ format: 'chineseCounting', text: '%1、' }], '<w:styleLink w:val="公文"/>') +
      instance(1, 0);
    expect(linesOf(docx(p('甲', list(1)), { numbering }))).toEqual(['一、甲']);
  });

  it('leave empty paragraphs empty but count them, and fill the cells of a column 序号', () => {
    const numbering = definition(0, [{ format: 'decimal', text: '%1' }]) + instance(1, 0);
    const body = p('甲', list(1)) + p('', list(1)) + table([cell(p('', list(1))), cell('任务')], [cell(p('', list(1))), cell('任务')]);
    expect(linesOf(docx(body, { numbering })).map((line) => line.replace(/ *\t/g, '|').trim())).toEqual(['1 甲', '', '3|任务', '4|任务']);
  });

  it('that are bullets open an item', () => {
    const numbering = definition(0, [{ format: 'bullet', text: '\uf0b7' }]) + instance(1, 0);
    expect(linesOf(docx(p('甲', list(1)), { numbering }))).toEqual(['• 甲']);
  });
});

describe('tables', () => {
  const rowsOf = (bytes: Uint8Array): string[][] => linesOf(bytes).map((line) => line.split('\t').map((text) => text.trim()));

  it('are rows with tabs; merged cells keep their columns', () => {
    const body = table(
      [cell('指标'), cell('目标', '<w:gridSpan w:val="2"/>')],
      [cell('总量', '<w:vMerge w:val="restart"/>'), cell('甲'), cell('乙')],
      [cell('', '<w:vMerge/>'), cell('丙'), cell('', '<w:vMerge w:val="restart"/>')],
      [cell('', '<w:vMerge w:val="continue"/>'), cell('丁'), cell('', '<w:vMerge/>')],
    );
    expect(rowsOf(docx(body))).toEqual([
      ['指标', '目标', ''],
      ['总量', '甲', '乙'],
      ['同上', '丙', ''],
      ['同上', '丁', ''],
    ]);
  });

  it('keep a cell on one line: paragraphs, breaks, tabs, inner tables', () => {
    const inner = p('一是甲') + p('<w:r><w:t>二是</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>') + table([cell('丁'), cell('戊')]);
    expect(linesOf(docx(table([cell(inner), cell('己')])))).toEqual(['一是甲 二是 乙  丙 丁 戊 \t己 ']);
  });

  it('of one column are frames around plain text', () => {
    expect(linesOf(docx(table([cell(p('一、甲') + p('乙。'))])))).toEqual(['一、甲', '乙。']);
  });

  it('drop the rows and cells that a tracked change took away', () => {
    const gone = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>';
    const body = `<w:tbl>${gone}<w:tr>${cell('甲')}${cell('乙', '<w:cellDel w:id="2"/>')}${cell('丙')}</w:tr></w:tbl>`;
    expect(rowsOf(docx(body))).toEqual([['甲', '丙']]);
  });
});

describe('content', () => {
  it('reads as with all changes accepted', () => {
    const body =
      p(`${r('增长')}<w:del w:id="1"><w:r><w:delText>4.8%</w:delText></w:r></w:del><w:ins w:id="2">${r('5.6%')}</w:ins>${r('。')}`) +
      p(`<w:moveFrom w:id="3">${r('旧处')}</w:moveFrom><w:moveTo w:id="4">${r('新处')}</w:moveTo>`) +
      p(r('前半'), '<w:rPr><w:del w:id="5"/></w:rPr>') +
      p('后半');
    expect(linesOf(docx(body))).toEqual(['增长5.6%。', '新处', '前半后半']);
  });

  it('tells in one line what it leaves out', () => {
    const asideOf = (body: string, comments: string[] = []): Text | undefined => readDocx(docx(body, { comments })).aside;
    expect(asideOf(p('增长4.8%。'))).toBeUndefined();
    const [gone, come] = ['<w:del w:id="1"><w:r><w:delText>4.8%</w:delText></w:r></w:del>', `<w:ins w:id="2">${r('5.6')}</w:ins>`];
    expect(asideOf(p(`${r('增长')}${gone}${come}<w:bookmarkEnd w:id="9"/>${come}${r('。')}`))).toEqual(
      inBoth('修订2处按全部接受后的文字读'),
    );
    expect(asideOf(p('甲', '<w:rPr><w:ins w:id="3"/></w:rPr>'))).toBeUndefined();
    const picture = '<w:r><w:drawing><pic:pic/></w:drawing></w:r>';
    const twice = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><pic:pic/></w:drawing></mc:Choice><mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const marks = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    expect(asideOf(p(gone) + p(marks + picture + twice) + p(r('密', '<w:vanish/>')), ['某科', '核数'])).toEqual(
      inBoth('修订1处按全部接受后的文字读；批注1条、脚注（尾注）1条、图片2幅、隐藏文字没有读'),
    );
  });

  it('takes text boxes once, after their paragraph', () => {
    const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:posOffset>120</wp:posOffset><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(linesOf(docx(p(r('前') + both + r('后')) + p('下一段')))).toEqual(['前后', '框内', '下一段']);
    const old = `<w:r><w:pict><v:textbox>${box}</v:textbox></w:pict></w:r>`;
    expect(linesOf(docx(p(old)))).toEqual(['', '框内']);
  });

  it('takes results of fields, and no table of contents', () => {
    const field = (instruction: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('一、甲 3')}</w:sdtContent></w:sdt>`;
    const body =
      contents +
      p(field(' TOC \\o "1-3" ', r('一、甲 3'))) +
      p(r('共') + field(' =SUM(A1:A3) ', r('33')) + r('家')) +
      p(`<w:fldSimple w:instr=" DATE ">${r('2025年')}</w:fldSimple><w:hyperlink>${r('链接')}</w:hyperlink>`) +
      p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>') +
      p('没有丢');
    expect(linesOf(docx(body)).filter(Boolean)).toEqual(['共33家', '2025年链接', '没有丢']);
  });

  it('knows the marks of Word: hidden text, breaks, hyphens, symbols, controls, notes, guides', () => {
    const styles = '<w:style w:type="character" w:styleId="Hide"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = p(
      r('甲') +
        r('看不见', '<w:vanish/>') +
        r('也不见', '<w:rStyle w:val="Hide"/>') +
        r('乙', '<w:rStyle w:val="Hide"/><w:vanish w:val="0"/>') +
        '<w:r><w:br/><w:t>1</w:t><w:noBreakHyphen/><w:t>9月</w:t><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B4"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' +
        `<w:sdt><w:sdtContent>${r('丙')}</w:sdtContent></w:sdt><w:smartTag>${r('丁')}</w:smartTag>` +
        '<w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r>' +
        `<w:r><w:ruby><w:rt>${r('dé')}</w:rt><w:rubyBase>${r('德')}</w:rubyBase></w:ruby></w:r>`,
    );
    expect(linesOf(docx(body, { styles }))).toEqual(['甲乙', '1-9月×•丙丁德']);
  });

  it('reads other prefixes and a main part of another name', () => {
    const parts = docxParts(p('财政总收入26.2亿元。'));
    const renamed: Record<string, string> = {
      ...parts,
      '_rels/.rels': (parts['_rels/.rels'] as string).replace('word/document.xml', '/word/document2.xml'),
    };
    const { 'word/document.xml': main, ...others } = renamed;
    expect(linesOf(docxOf({ ...others, 'word/document2.xml': (main as string).replace(/w:/g, 'ns0:') }))).toEqual(['财政总收入26.2亿元。']);
  });
});

describe('marks of colour', () => {
  it('are the highlighter and coloured shades, joined across runs', () => {
    const yellow = '<w:highlight w:val="yellow"/>';
    const body =
      p(r('财政总收入') + r('26', yellow) + r('.2亿元', yellow) + r('，增长') + r('4.8%', '<w:shd w:val="clear" w:fill="FFFF00"/>')) +
      p(r('白底', '<w:shd w:fill="FFFFFF"/>') + r('灰底', '<w:shd w:fill="D9D9D9"/>') + r('无', '<w:highlight w:val="none"/>'));
    expect(marked(docx(body))).toEqual(['26.2亿元', '4.8%']);
  });

  it('are exceptions: a text that is coloured all over has none', () => {
    expect(marked(docx(p(r('全文都是这个底色', '<w:highlight w:val="cyan"/>') + r('。'))))).toEqual([]);
  });
});

describe('places', () => {
  const text = fc.stringMatching(/^[增长4.8%&<>"'　 \u00a0𠮷，。]{1,12}$/u);

  it('lead every character back to the element that it was read from', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const parts = docxParts(paragraphs.map((runs) => p(runs.map((run) => r(run)).join(''))).join(''));
        const { text, places } = readDocx(docxOf(parts));
        const xml = parts['word/document.xml'] as string;
        expect(text).toBe(paragraphs.map((runs) => `${runs.join('')}\n`).join(''));
        const written = paragraphs.flat();
        expect(places).toHaveLength(written.length);
        places.forEach((place, index) => {
          expect(place.part).toBe('word/document.xml');
          expect(text.slice(place.start, place.end)).toBe(written[index]);
          const source = escapeXml(written[index] as string);
          expect(xml.slice(place.content.start, place.content.end)).toBe(`<w:t xml:space="preserve">${source}</w:t>`);
          expect(xml.slice(place.run.start, place.run.end)).toBe(r(written[index] as string));
          expect(xml.slice(place.paragraph.start, place.paragraph.start + 5)).toBe('<w:p>');
          expect(xml.slice(place.paragraph.end - 6, place.paragraph.end)).toBe('</w:p>');
        });
      }),
    );
  });

  it('leave out what nobody wrote', () => {
    const numbering = official + instance(1, 0);
    const { text, places } = readDocx(docx(p('甲', list(1)) + table([cell('乙'), cell('丙')]), { numbering }));
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['甲', '乙', '丙']);
  });
});
