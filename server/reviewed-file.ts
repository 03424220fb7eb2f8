import { about } from './core/about.ts';
import {
  emptyReviewed,
  formatReviewed,
  parseReviewed,
  type Reviewed,
  type ReviewedReading,
  reviewedName,
  tooLargeForDecisions,
} from './core/reviewed.ts';
import type { Text } from './core/rules/rule.ts';
import type { Files } from './files.ts';
import { decode } from './readers/decode.ts';
import { Unreadable, unwritable } from './readers/unreadable.ts';

/** No file of decisions is nearly as large. */
const sizeLimit = 8_000_000;

/** Where the decisions on drafts of a folder stand: beside their `heshu.json`, else beside the drafts. */
export const reviewedPath = (files: Files, configFolder: string | undefined, draftFolder: string): string =>
  files.join(configFolder ?? draftFolder, reviewedName);

/** Reads a `heshu.reviewed.json`; one that is not there says nothing yet. */
export const loadReviewed = async (files: Files, path: string): Promise<ReviewedReading> => {
  const unread = (problem: Text): ReviewedReading => ({ reviewed: undefined, problems: [about(reviewedName, problem)] });
  const bytes = await files.read(path).catch(() => undefined);
  if (!bytes) {
    const names = await files.list(files.parent(path) ?? '').catch(() => undefined);
    return names?.includes(reviewedName)
      ? unread({ zh: '读不了，请看看是否有权限', en: 'cannot be read: are you allowed to?' })
      : { reviewed: emptyReviewed, problems: [] };
  }
  if (bytes.length > sizeLimit) return unread(tooLargeForDecisions);
  const decoded = decode(bytes);
  return 'error' in decoded ? unread(decoded.error) : parseReviewed(decoded.text);
};

/**
 * Changes a `heshu.reviewed.json` as it is now, so that what others wrote meanwhile stays. Gives what it holds then, or
 * throws `Unreadable` where the file cannot be read or written.
 */
export const changeReviewed = async (files: Files, path: string, change: (reviewed: Reviewed) => Reviewed): Promise<Reviewed> => {
  const { reviewed, problems } = await loadReviewed(files, path);
  if (!reviewed) throw new Unreadable(problems[0] as Text);
  const next = change(reviewed);
  await files.write(path, new TextEncoder().encode(formatReviewed(next))).catch((error: unknown) => {
    throw unwritable(reviewedName, error);
  });
  return next;
};

/** The day, as decisions record it: 2026-01-12. */
export const today = (): string => {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
