/** Text in the characters of a font that the reader has to know by name (UniGB-UCS2-H). */
const hex = (text: string): string =>
  `<${[...Array(text.length).keys()].map((i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}>`;

export interface PdfLine {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** A PDF file of these pages, without compression; `extra` goes into its trailer. */
export const pdf = (pages: PdfLine[][], extra = ''): Uint8Array => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  pages.forEach((lines, index) => {
    const content = lines.map(({ text, x, y, size = 16 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hex(text)} Tj ET`).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(file);
};

const size = 16;
const columns = 28;
const left = 72;
const rowsOfPage = 22;
const isHalf = (character: string): boolean => character < '\x80';

/** Sets paragraphs as a report is printed: 28 characters a line, two blanks before each, a running head, page numbers. */
export const typeset = (paragraphs: readonly string[], head?: string): PdfLine[][] => {
  const lines = paragraphs.flatMap((paragraph, index) => breakLines(paragraph, index === 0 ? 0 : 2));
  const pages: PdfLine[][] = [];
  for (let from = 0; from < lines.length; from += rowsOfPage) {
    const page = lines.slice(from, from + rowsOfPage).map(({ text, indent }, i) => ({ text, x: left + indent * size, y: 740 - i * 28 }));
    pages.push([
      ...(head === undefined ? [] : [{ text: head, x: left, y: 800, size: 10 }]),
      ...page,
      { text: `— ${pages.length + 1} —`, x: 280, y: 40, size: 12 },
    ]);
  }
  return pages;
};

const breakLines = (paragraph: string, indent: number): { text: string; indent: number }[] => {
  const lines: { text: string; indent: number }[] = [];
  let line = { text: '', indent };
  let used = indent;
  for (const [word] of paragraph.matchAll(/[“（《]?(?:[\dA-Za-z.%]+|.)[，。、；：）》”]*/gu)) {
    const width = [...word].reduce((sum, character) => sum + (isHalf(character) ? 0.5 : 1), 0);
    if (used + width > columns) {
      lines.push(line);
      line = { text: '', indent: 0 };
      used = 0;
    }
    line.text += word;
    used += width;
  }
  return [...lines, line];
};
