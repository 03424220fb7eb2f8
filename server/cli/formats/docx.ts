import type { CheckResult } from '../../core/check.ts';
import { sniff } from '../../readers/sniff.ts';
import { isUnreadable } from '../../readers/unreadable.ts';
import { commentsOf, indexLines } from '../../writers/word/finding-comments.ts';
import { UsageError } from '../usage.ts';

/** The draft with its findings as comments: its own document where it is one, else its text in the layout of GB/T 9704. */
export const docxFile = async (path: string, bytes: Uint8Array, result: CheckResult, hasIndex: boolean): Promise<Uint8Array> => {
  const { annotateDocx, draftDocx } = await import('../../readers/office.ts');
  const options = {
    date: `${new Date().toISOString().slice(0, 19)}Z`,
    ...(hasIndex && { index: indexLines(result) }),
  };
  try {
    return sniff(path, bytes) === 'docx'
      ? annotateDocx(bytes, commentsOf(result.findings), options)
      : draftDocx(result.document, commentsOf(result.findings), options);
  } catch (error) {
    if (isUnreadable(error)) throw new UsageError(`${path}：${error.message}`);
    throw error;
  }
};
