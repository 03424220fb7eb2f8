import { decode } from './decode.ts';
import { childrenOf, parseXml } from './markup.ts';
import { Unreadable } from './unreadable.ts';
import type { Archive } from './zip.ts';

/** What a part of an office file refers to. */
export interface Relation {
  id: string;
  /** A URL whose last word says what it is. */
  type: string;
  /** Name of the part. */
  target: string;
}

/** The text of a part; throws `Unreadable` where it is missing. */
export const textPart = (archive: Archive, name: string): string => {
  const decoded = decode(archive.read(name));
  if ('error' in decoded)
    throw new Unreadable({
      zh: `文件内部${decoded.error.zh}，请用 Word 或 WPS 打开后另存一份再核`,
      en: `a part of the file is unreadable (${decoded.error.en}): open it in Word or WPS and save it anew`,
    });
  return decoded.text;
};

export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** The part that holds the relations of another; of the file as a whole for the name ''. */
export const relationsPart = (part: string): string => `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

/** The relations of a part; of the file as a whole for the name ''. */
export const readRelations = (archive: Archive, part: string): Relation[] => {
  const name = relationsPart(part);
  if (!archive.has(name)) return [];
  const folder = folderOf(part);
  return childrenOf(parseXml(textPart(archive, name)), 'Relationship').map(({ attributes }) => ({
    id: attributes.Id ?? '',
    type: attributes.Type ?? '',
    target: resolvePart(folder, attributes.Target ?? ''),
  }));
};

/** The part that a relation of this kind leads to, whether it is there or not. */
export const targetOf = (relations: readonly Relation[], kind: string): string | undefined =>
  relations.find(({ type }) => type.endsWith(`/${kind}`))?.target;

/** `../media/x` against `word/`; a target with a leading slash starts at the top. */
const resolvePart = (folder: string, target: string): string => {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
};
