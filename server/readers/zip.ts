import { Inflate } from 'fflate';
import { locked, Unreadable } from './unreadable.ts';

/** The entries of a zip file, by name; one is unpacked when it is read. */
export interface Archive {
  /** In the order of the file's directory. */
  names: readonly string[];
  has(name: string): boolean;
  /** Throws `Unreadable` where the entry is missing, damaged or larger than `mostUnpacked`. */
  read(name: string): Uint8Array;
}

interface Entry {
  method: number;
  encrypted: boolean;
  packed: number;
  offset: number;
}

/** An office file has some dozens of entries, one with many pictures some hundreds. */
const mostEntries = 10_000;
/** Bytes of one entry when unpacked: ten times the text of the longest report there is. */
const mostUnpacked = 40 * 1024 * 1024;
/** Bytes of all entries that are read. */
const mostInAll = 4 * mostUnpacked;
const damaged = {
  zh: '文件不完整或已损坏，请用 Word 或 WPS 打开后另存一份再核',
  en: 'the file is incomplete or damaged: open it in Word or WPS and save it anew',
};

const tooLarge = {
  zh: `展开后超过${mostUnpacked / 1024 / 1024}MB，不像是文稿，请删去多余内容再核`,
  en: `more than ${mostUnpacked / 1024 / 1024} MB when unpacked, as no draft is: delete what does not belong to it`,
};

/**
 * Opens a zip file by its directory, the list at its end. Sizes that the directory states are not believed: what is
 * unpacked is counted.
 */
export const openZip = (bytes: Uint8Array): Archive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view);
  let total = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (!entry) throw new Unreadable(damaged);
      if (entry.encrypted) throw new Unreadable(locked);
      const content = unpack(bytes, view, entry);
      total += content.length;
      if (total > mostInAll) throw new Unreadable(tooLarge);
      return content;
    },
  };
};

const readDirectory = (view: DataView): Map<string, Entry> => {
  // The end record is 22 bytes and a comment of at most 65,535.
  let end = view.byteLength - 22;
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < lowest) throw new Unreadable(damaged);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries)
    throw new Unreadable({
      zh: `压缩包里的文件超过${mostEntries}个，不像是文稿`,
      en: `an archive of more than ${mostEntries} files, as no draft is`,
    });
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new Unreadable(damaged);
    const nameLength = view.getUint16(at + 28, true);
    if (at + 46 + nameLength > view.byteLength) throw new Unreadable(damaged);
    // Names of parts are ASCII; whoever writes a backslash means a slash.
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)).replace(/\\/g, '/');
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};

const unpack = (bytes: Uint8Array, view: DataView, { method, packed, offset }: Entry): Uint8Array => {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) throw new Unreadable(damaged);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length || (method !== 0 && method !== 8)) throw new Unreadable(damaged);
  const content = bytes.subarray(start, start + packed);
  if (content.length > mostUnpacked) throw new Unreadable(tooLarge);
  return method === 0 ? content : inflate(content);
};

const step = 16 * 1024;

const inflate = (packed: Uint8Array): Uint8Array => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk);
    length += chunk.length;
    whole ||= final;
  });
  try {
    for (let at = 0; at < packed.length && length <= mostUnpacked; at += step)
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    throw new Unreadable(damaged);
  }
  if (length > mostUnpacked) throw new Unreadable(tooLarge);
  if (!whole) throw new Unreadable(damaged);
  const result = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
};
