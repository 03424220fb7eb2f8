import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { figureRows } from '../../server/cli/commands/figures.ts';
import { readDocument } from '../../server/core/document.ts';
import { vocabularyWith } from '../../server/project.ts';
import { readPaper } from '../../server/readers/paper.ts';
import { readTables } from '../../server/readers/tables.ts';
import { inBoth } from '../in-both.ts';
import { cell, definition, docx, docxParts, escapeXml, instance, list, p, table, zipOf } from './docx-file.ts';
import { gb18030, utf16 } from './encodings.ts';
import { pdf, typeset } from './pdf-file.ts';
import { type Paragraph, report, reportText } from './report.ts';
import { c, row, xlsx } from './xlsx-file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const asDocx = (paragraphs: readonly Paragraph[]): Uint8Array => {
  const numbering =
    definition(0, [
      { format: 'chineseCounting', text: '%1、' },
      { format: 'chineseCounting', text: '（%2）' },
      { format: 'decimal', text: '%3.' },
    ]) + instance(1, 0);
  return docx(paragraphs.map(({ level, text }) => p(text, level === undefined ? '' : list(1, level))).join(''), { numbering });
};

const asHtml = (text: string): string =>
  `<html><head><title>公开</title></head><body>${text
    .split('\n')
    .map((line) => `<p>　　${escapeXml(line)}</p>`)
    .join('\r\n')}</body></html>`;

describe('one report', () => {
  /** What `heshu figures` lists, places aside. */
  const figuresOf = async (name: string, bytes: Uint8Array): Promise<object[]> => {
    const paper = await readPaper(name, bytes);
    if (!('text' in paper)) throw new Error(JSON.stringify(paper));
    return figureRows(paper.text, readDocument(paper.text, vocabularyWith([]))).map(({ line, column, text, ...rest }) => ({
      ...rest,
      text: text.replace(/\s+/g, ''),
    }));
  };

  it.each<[string, string, Uint8Array]>([
    ['GB18030', '报告.txt', gb18030(reportText)],
    ['UTF-16', '报告.txt', utf16(reportText)],
    ['Word with automatic numbers', '报告.docx', asDocx(report)],
    ['a web page', '报告.html', utf8(asHtml(reportText))],
    ['a web page that is named as a Word document', '报告.doc', utf8(asHtml(reportText))],
    ['a Word document that is named as text', '报告.txt', asDocx(report)],
    ['PDF', '报告.pdf', pdf(typeset(reportText.split('\n'), '云溪县人民政府公报'))],
  ])('makes the same claims as %s', async (_, name, bytes) => {
    const expected = await figuresOf('报告.txt', utf8(reportText));
    expect(expected.length).toBeGreaterThan(80);
    expect(await figuresOf(name, bytes)).toEqual(expected);
  });
});

describe('what cannot be read', () => {
  const container = (...names: string[]): Uint8Array =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array(600).fill(0),
      ...names.flatMap((name) => [...utf16(name).slice(2)]),
    ]);
  const document = docx(p('财政总收入26.2亿元。'));
  const locked = (bytes: Uint8Array): Uint8Array => {
    const result = bytes.slice();
    // Bit 0 of the flags, in every entry of the directory.
    for (let at = 0; at + 9 < result.length; at++)
      if (result[at] === 0x50 && result[at + 1] === 0x4b && result[at + 2] === 1 && result[at + 3] === 2) result[at + 8] = 1;
    return result;
  };
  const cutXml = zipOf({ ...docxParts(p('甲')), 'word/document.xml': '<w:document><w:body><w:p><w:r><w:t>财政总收' });
  const deep = zipOf({
    ...docxParts(''),
    'word/document.xml': `<w:document><w:body>${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}</w:body></w:document>`,
  });

  it.each<[string, string, Uint8Array, RegExp]>([
    ['an old Word document', '稿.doc', container('Root Entry', 'WordDocument'), /^旧格式，请在 Word 或 WPS 里另存为 \.docx$/],
    ['an old document under a new name', '稿.docx', container('Root Entry', 'WordDocument'), /^旧格式，请在 Word 或 WPS 里另存为 \.docx$/],
    ['an old workbook', '表.xls', container('Root Entry', 'Workbook'), /^旧格式，请在 Excel 或 WPS 里另存为 \.xlsx$/],
    ['a WPS document', '稿.wps', container('Root Entry', 'WpsContent'), /^旧格式，请在 Word 或 WPS 里另存为 \.docx$/],
    ['an encrypted document', '稿.docx', container('EncryptionInfo', 'EncryptedPackage'), /^文件有密码，请取消密码后再核$/],
    ['an encrypted workbook', '表.xlsx', container('EncryptionInfo', 'EncryptedPackage'), /^文件有密码，请取消密码后再核$/],
    ['an encrypted zip', '稿.docx', locked(document), /^文件有密码，请取消密码后再核$/],
    [
      'a download that broke off',
      '稿.docx',
      document.slice(0, document.length - 60),
      /^(?:文件不完整或已损坏|压缩包里没有文稿，或文件已损坏)，/,
    ],
    ['a part that breaks off', '稿.docx', cutXml, /^文件内部结构不完整，/],
    ['elements nested without end', '稿.docx', deep, /^文件内部结构不完整，/],
    ['an empty file', '稿.docx', new Uint8Array(), /^文件是空的$/],
    ['text under a Word name', '稿.docx', utf8('财政总收入'), /^不是docx文件，或已损坏，/],
    ['slides', '稿.pptx', zipOf({ 'ppt/presentation.xml': '' }), /^演示文稿还读不了，/],
    ['OFD', '稿.ofd', zipOf({ 'OFD.xml': '' }), /^OFD /],
    ['an archive', '稿.zip', zipOf({ '稿.txt': '甲' }), /^压缩包里没有文稿/],
    ['rich text', '稿.rtf', utf8('{\\rtf1 甲}'), /^RTF /],
    ['a web archive', '稿.mht', utf8('From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n<html>甲'), /^网页归档/],
    ['a picture', '图.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), /^不是文本文件，/],
  ])('%s is told in one line with the way out', async (_, name, bytes, line) => {
    const paper = await readPaper(name, bytes);
    expect(paper).toEqual({ error: inBoth(line) });
  });

  it('a zip bomb is not unpacked', async () => {
    const bomb = (content: Uint8Array): Uint8Array => zipSync({ 'word/document.xml': content, '[Content_Types].xml': new Uint8Array() });
    expect(await readPaper('稿.docx', bomb(new Uint8Array(60 * 1024 * 1024)))).toEqual({ error: inBoth(/^展开后超过40MB/) });
  });

  it('nor are many entries, or many large ones', async () => {
    const entries = (count: number): Uint8Array =>
      zipSync(Object.fromEntries(['word/document.xml', ...Array(count).keys()].map((name) => [String(name), new Uint8Array()])), {
        level: 0,
      });
    expect(await readPaper('稿.docx', entries(10_001))).toEqual({ error: inBoth(/^压缩包里的文件超过10000个/) });
    // One large sheet named six times: each within its limit, all of them not.
    const parts = unzipSync(xlsx([{ name: '表', rows: '', after: ' '.repeat(35_000_000) }]));
    const six = [...Array(6).keys()].map((i) => `<sheet name="表${i}" r:id="s0"/>`).join('');
    const workbook = zipSync({ ...parts, 'xl/workbook.xml': utf8(`<workbook><sheets>${six}</sheets></workbook>`) });
    expect(await readPaper('表.xlsx', workbook)).toEqual({ error: inBoth(/^展开后超过40MB/) });
  });

  it('a table within reason counts its cells', async () => {
    const wide = [...Array(300).keys()].map((i) => `<c r="${columnName(i)}1"><v>${i}</v></c>`).join('');
    const rows = [...Array(1700).keys()].map((i) => `<row r="${i + 1}">${wide.replace(/1"/g, `${i + 1}"`)}</row>`).join('');
    expect(await readTables('表.xlsx', xlsx([{ name: '表', rows }]))).toEqual({ error: inBoth(/^单元格超过50万个/) });
  });

  const columnName = (index: number): string =>
    (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

  it('50 MB of text are read up to two million characters, and more than 100 MB not at all', async () => {
    const long = await readPaper('长.txt', new Uint8Array(50 * 1024 * 1024).fill(0x61));
    expect(long).toMatchObject({ note: inBoth('超过200万字，只读到这里，其余请另成一份再核') });
    expect('text' in long && long.text).toHaveLength(2_000_000);
    expect(await readPaper('大.docx', new Uint8Array(101 * 1024 * 1024))).toEqual({
      error: inBoth('文件超过100MB，请删去图片或拆分后再核'),
    });
  });
});

describe('a broken CSV of 2,000 rows', () => {
  const rows = [...Array(2000).keys()].map((i) => `指标${i},"1,${i}",万元`);

  it('keeps all its rows where a quotation mark is never closed', async () => {
    const broken = rows.map((line, i) => (i === 700 ? '指标700,"700,万元' : line));
    const read = await readTables('表.csv', gb18030(broken.join('\r\n')));
    const sheet = 'sheets' in read ? read.sheets[0] : undefined;
    expect(sheet?.rows).toHaveLength(2000);
    expect(sheet?.rows[699]).toEqual(['指标699', '1,699', '万元']);
    expect(sheet?.rows[700]).toEqual(['指标700', '"700', '万元']);
    expect(sheet?.rows[1999]).toEqual(['指标1999', '1,1999', '万元']);
  });
});

describe('damaged bytes', () => {
  const numbering = definition(0, [{ format: 'chineseCounting', text: '%1、' }]) + instance(1, 0);
  const whole = [
    docx(p('一季度', list(1)) + table([cell('甲'), cell('乙', '<w:gridSpan w:val="2"/>')]) + p('财政总收入26.2亿元。'), { numbering }),
    xlsx(
      [{ name: '表', rows: row(1, [c('A1', '甲'), c('B1', 4.8, 1)]), after: '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>' }],
      ['0.0%'],
    ),
  ];

  it('end in a result or one line, never in a crash', async () => {
    const mutation = fc.record({
      file: fc.constantFrom(...whole),
      changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      cut: fc.option(fc.nat(), { freq: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ file, changes, cut }) => {
        const bytes = file.slice(0, cut === null ? file.length : cut % file.length);
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
        const paper = await readPaper('稿', bytes);
        if ('error' in paper) expect(paper.error).toEqual(inBoth(/^[^\n]{4,60}$/));
      }),
      { numRuns: 500 },
    );
  });

  it('and damaged XML likewise', async () => {
    const parts = docxParts(p('一季度', list(1)) + table([cell('甲'), cell('乙', '<w:gridSpan w:val="2"/>')]), { numbering });
    const names = Object.keys(parts);
    const mutation = fc.tuple(
      fc.constantFrom(...names),
      fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom('', '<', '>', '"', '</w:p>', '<w:tbl>', '0', '99999999999', '-1')), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    await fc.assert(
      fc.asyncProperty(mutation, async ([name, cuts]) => {
        let xml = parts[name] as string;
        for (const [at, length, instead] of cuts) {
          const from = at % (xml.length + 1);
          xml = xml.slice(0, from) + instead + xml.slice(from + length);
        }
        const paper = await readPaper('稿.docx', zipOf({ ...parts, [name]: xml }));
        if ('error' in paper) expect(paper.error).toEqual(inBoth(/^[^\n]{4,60}$/));
      }),
      { numRuns: 500 },
    );
  });
});
