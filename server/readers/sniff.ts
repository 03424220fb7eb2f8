import type { Text } from '../core/rules/rule.ts';
import { locked, Unreadable } from './unreadable.ts';

/** What a file holds, told by its first bytes rather than its name. */
export type Format = 'text' | 'csv' | 'html' | 'docx' | 'xlsx' | 'pdf';

/** No reader takes a larger file. */
export const mostBytes = 100 * 1024 * 1024;

/** Throws `Unreadable` for a file that is too large, or of a kind that nobody reads here. */
export const sniff = (name: string, bytes: Uint8Array): Format => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.length > mostBytes) {
    const megabytes = mostBytes / 1024 / 1024;
    throw new Unreadable({
      zh: `文件超过${megabytes}MB，请删去图片或拆分后再核`,
      en: `more than ${megabytes} MB: delete pictures or split the file`,
    });
  }
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return ofZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw ofContainer(bytes);
  const head = ascii(bytes, 0, 1024);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) throw notRead('RTF 格式', 'RTF');
  if (/^MIME-Version:/im.test(head)) throw notRead('网页归档（mht）', 'a web archive (mht)');
  const words = unmarked(head);
  if (words.includes('progid="Word.Document"') || words.includes('<pkg:package')) throw notRead('Word 的 XML 格式', 'XML of Word');
  if (/^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html|head|body|meta)\b/i.test(words)) return 'html';
  if (/^html?$/.test(extension)) return 'html';
  if (extension === 'csv') return 'csv';
  // An office file's name on something else: an upload that broke off, or no such file at all.
  if (/^(?:docx?|docm|xlsx?|xlsm|wps|et|pdf)$/.test(extension) && bytes.length === 0)
    throw new Unreadable({ zh: '文件是空的', en: 'the file is empty' });
  if (/^(?:docx|docm|xlsx|xlsm|pdf)$/.test(extension))
    throw new Unreadable({
      zh: `不是${extension}文件，或已损坏，请打开后另存一份再核`,
      en: `no ${extension} file, or a damaged one: open it and save it anew`,
    });
  return 'text';
};

const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** UTF-8 and UTF-16 alike, without marks and the zeros between. */
const unmarked = (head: string): string => head.replace(/^(?:ï»¿|ÿþ|þÿ)/, '').replace(/\0/g, '');

const notRead = (what: string, inEnglish: string, program = 'Word', ending = '.docx'): Unreadable =>
  new Unreadable({
    zh: `${what}还读不了，请在 ${program} 或 WPS 里另存为 ${ending}`,
    en: `${inEnglish} is not read: save it as ${ending} in ${program} or WPS`,
  });

const zipKinds: [name: string, result: Format | Text][] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', notRead('xlsb 格式', 'xlsb', 'Excel', '.xlsx').text],
  [
    'ppt/presentation.xml',
    { zh: '演示文稿还读不了，请把文字另存为 .docx 或 .txt', en: 'slides are not read: save their text as .docx or .txt' },
  ],
  [
    'OFD.xml',
    {
      zh: 'OFD 版式文件还读不了，请用起草时的 Word 或 WPS 文稿来核',
      en: 'OFD is not read: use the Word or WPS document that it was made of',
    },
  ],
  ['content.xml', { zh: 'OpenDocument 格式还读不了，请另存为 .docx 或 .xlsx', en: 'OpenDocument is not read: save it as .docx or .xlsx' }],
];

/** Names stand unpacked in the directory at a zip file's end. */
const ofZip = (bytes: Uint8Array): Format => {
  const directory = bytes.subarray(-1024 * 1024);
  const names = (name: string): boolean => includes(directory, new TextEncoder().encode(name));
  for (const [name, result] of zipKinds) {
    if (!names(name)) continue;
    if (typeof result === 'string') return result;
    throw new Unreadable(result);
  }
  // Some programs name the main part otherwise (word/document2.xml).
  if (names('word/')) return 'docx';
  if (names('xl/')) return 'xlsx';
  throw new Unreadable({
    zh: '压缩包里没有文稿，或文件已损坏，请解压或另存为 .docx 再核',
    en: 'an archive without a draft, or a damaged file: unpack it, or save it as .docx',
  });
};

/** The old formats of Word, Excel and WPS, and encrypted new ones, share one container. */
const ofContainer = (bytes: Uint8Array): Unreadable => {
  if (includes(bytes, utf16('EncryptedPackage'))) return new Unreadable(locked);
  if (includes(bytes, utf16('Workbook')) || includes(bytes, utf16('Book'))) return oldFormat('Excel', '.xlsx');
  return oldFormat('Word', '.docx');
};

const oldFormat = (program: string, ending: string): Unreadable =>
  new Unreadable({
    zh: `旧格式，请在 ${program} 或 WPS 里另存为 ${ending}`,
    en: `an old format: save it as ${ending} in ${program} or WPS`,
  });

const utf16 = (word: string): Uint8Array => new Uint8Array([...word].flatMap((character) => [character.charCodeAt(0), 0]));

const includes = (bytes: Uint8Array, wanted: Uint8Array): boolean => {
  const first = wanted[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return true;
  }
  return false;
};
