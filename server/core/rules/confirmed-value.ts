import { followConfirmed } from '../confirmation.ts';
import { inTitleMarks } from '../text/title-marks.ts';
import { documentRule, type RulePage } from './rule.ts';
import { shortName } from './support.ts';

export const page: RulePage = {
  why: {
    zh: '有人据文件核定过的数，文稿传改中又变了：要么来了新文件，要么是误改。谁在何时据什么核定，都写明，便于回头核对。',
    en: 'A figure that somebody confirmed against a paper has changed since: either there is a newer paper, or a slip. Who confirmed what, when and against which paper is told.',
  },
  setAside: {
    zh: '确有新依据的，据新文件重新核定即可，不必搁置。',
    en: 'Where there is a newer paper, confirm the figure anew instead.',
  },
  examples: {
    wrong: { confirmed: '财政总收入261.7亿元。', draft: '财政总收入267.1亿元。' },
    right: { confirmed: '财政总收入261.7亿元。', draft: '实现财政总收入261.7亿元。' },
  },
};

export default documentRule({
  id: 'confirmed-value',
  title: { zh: '核定后又改动', en: 'Changed after it was confirmed' },
  severity: 'warning',
  needs: 'confirmed',
  messages: {
    changed: {
      zh: '{name}{stated}：核定后又有改动\n{when}{by}据{paper}核定为{value}\n请核改动依据；若已有新文件，请据新文件重新核定',
      en: '{name} {stated}: changed after it was confirmed\nConfirmed as {value} on {on} by {by}, against {paper}\nCheck why it was changed; if there is a newer paper, confirm it anew',
    },
  },
  concerns: () => false,
  *check({ index, confirmed }) {
    if (confirmed.length === 0) return;
    const { held, changed } = followConfirmed(confirmed, index);
    yield { agree: [...held.keys()] };
    for (const [entry, { value, by, on, paper }] of changed)
      yield {
        claim: entry,
        against: value,
        message: 'changed',
        values: { name: shortName(entry.claim), stated: entry.printed, value, by, on, when: dateInWords(on), paper: inTitleMarks(paper) },
      };
  },
});

/** 2026年1月12日 */
const dateInWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
