import { expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { checkDocument } from '../../server/core/check.ts';
import { readDocument } from '../../server/core/document.ts';
import { rules } from '../../server/core/generated/rules.ts';
import { vocabularyWith } from '../../server/project.ts';
import { inReview } from './marked.ts';

/** First lines of what is said of figures under the marker, drawn as « », and the words that they stand at. */
const saidOf = (drawn: string): string[] => {
  const highlights: { start: number; end: number }[] = [];
  let text = '';
  for (const character of inReview(drawn)) {
    if (character === '«') highlights.push({ start: text.length, end: text.length });
    else if (character === '»') (highlights.at(-1) as { end: number }).end = text.length;
    else text += character;
  }
  const document = readDocument(text, vocabularyWith([]), { highlights });
  return checkDocument(document, new Baseline([]), rules)
    .findings.filter(({ rule }) => rule === 'placeholder')
    .map(({ message, range }) => `${text.slice(range.start, range.end)} | ${message.split('\n')[0]}`);
};

it.each<[string, string[]]>([
  ['财政总收入«26.2亿元»，增长4.8%。', ['26.2亿元 | “26.2亿元”：标色的数据，尚未核定']],
  // The stroke is often too short or too long.
  ['财政总收入26«.2»亿元，增长4.8%。', ['26.2亿元 | “26.2亿元”：标色的数据，尚未核定']],
  ['«财政总收入26.2亿元，增长4.8%»。', ['26.2亿元，增长4.8% | “26.2亿元”等2个标色的数据，尚未核定']],
  ['«财政总收入26.2亿元。新增泊位2000个»。', ['26.2亿元 | “26.2亿元”：标色的数据，尚未核定', '2000个 | “2000个”：标色的数据，尚未核定']],
  // Words that somebody wants to stand out, thresholds, and blanks that are told as such.
  ['«各项工作»取得新成效，«10亿元以上»项目加快建设。', []],
  ['服务业增加值«××亿元»。', ['×× | “××亿元”：数据空缺']],
])('%s', (drawn, said) => {
  expect(saidOf(drawn)).toEqual(said);
});

it('a figure that its writer notes as not confirmed is told', () => {
  expect(saidOf('财政总收入26.2亿元（未核实）。')).toEqual(['（未核实） | “(未核实)。”：数据空缺']);
});
