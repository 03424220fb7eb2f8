import type { Text } from '../core/rules/rule.ts';

/** The text of a file, or one line that says why there is none and what to do. */
export type Decoded = { text: string; encoding: string } | { error: Text };

/** Bytes that no text holds; UTF-16 text is recognised before they count. */
const isBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 8000);
  let odd = 0;
  for (const byte of sample) if (byte === 0 || (byte < 9 && byte > 0) || (byte > 13 && byte < 27)) odd++;
  return odd > 0 && odd > sample.length / 500;
};

/** UTF-8, UTF-16 by mark, else GB18030; a byte-order mark is taken off. */
export const decode = (bytes: Uint8Array): Decoded => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (isBinary(bytes)) return { error: { zh: '不是文本文件', en: 'no text file' } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    try {
      return { text: new TextDecoder('gb18030', { fatal: true }).decode(bytes), encoding: 'gb18030' };
    } catch {
      return { error: { zh: '编码认不出（支持 UTF-8、GB18030、UTF-16）', en: 'its encoding is none of UTF-8, GB18030 and UTF-16' } };
    }
  }
};
