import { emptyReviewed, formatReviewed, parseReviewed, type Reviewed, type ReviewedReading, reviewedName } from './core/reviewed.ts';
import type { Files } from './files.ts';
import { decode } from './readers/decode.ts';

/** No file of decisions is nearly as large. */
const sizeLimit = 8_000_000;

/** Where the decisions on drafts of a folder stand: beside their `heshu.json`, else beside the drafts. */
export const reviewedPath = (files: Files, configFolder: string | undefined, draftFolder: string): string =>
  files.join(configFolder ?? draftFolder, reviewedName);

/** Reads a `heshu.reviewed.json`; one that is not there says nothing yet. */
export const loadReviewed = async (files: Files, path: string): Promise<ReviewedReading> => {
  const unread = (problem: string): ReviewedReading => ({ reviewed: undefined, problems: [`${reviewedName}：${problem}`] });
  const bytes = await files.read(path).catch(() => undefined);
  if (!bytes) {
    const names = await files.list(files.parent(path) ?? '').catch(() => undefined);
    return names?.includes(reviewedName) ? unread('读不了，请看看是否有权限') : { reviewed: emptyReviewed, problems: [] };
  }
  if (bytes.length > sizeLimit) return unread('太大，不像搁置与核定记录，没有读；请移走或恢复原文件');
  const decoded = decode(bytes);
  return 'error' in decoded ? unread(decoded.error) : parseReviewed(decoded.text);
};

/**
 * Changes a `heshu.reviewed.json` as it is now, so that what others wrote meanwhile stays. Gives what it holds then, or
 * throws an error with one line for people where the file cannot be read or written.
 */
export const changeReviewed = async (files: Files, path: string, change: (reviewed: Reviewed) => Reviewed): Promise<Reviewed> => {
  const { reviewed, problems } = await loadReviewed(files, path);
  if (!reviewed) throw new Error(problems[0]);
  const next = change(reviewed);
  await files.write(path, new TextEncoder().encode(formatReviewed(next))).catch((error: unknown) => {
    throw new Error(`${reviewedName}：写不进去（${error instanceof Error ? error.message : String(error)}）`);
  });
  return next;
};

/** The day, as decisions record it: 2026-01-12. */
export const today = (): string => {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
