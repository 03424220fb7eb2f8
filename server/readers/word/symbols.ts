import type { Element } from '../markup.ts';

/** Characters of the font Symbol beside the ASCII ones. */
const symbols: Record<number, string> = {
  163: '≤',
  165: '∞',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '·',
  184: '÷',
  185: '≠',
  187: '≈',
};

/** The character of a w:sym; a picture font's is some sign. */
export const symbol = ({ attributes }: Element): string => {
  const code = Number.parseInt(attributes.char ?? '', 16);
  if (Number.isNaN(code) || code > 0xffff) return '';
  if (code < 0xe000 || code > 0xf8ff) return String.fromCharCode(code);
  if (attributes.font !== 'Symbol') return '•';
  const within = code & 0xff;
  return symbols[within] ?? (within >= 0x20 && within <= 0x7e ? String.fromCharCode(within) : '•');
};
