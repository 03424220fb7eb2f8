import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

export const moxi = (name: string): string => readFileSync(path.join(import.meta.dirname, '../documents/moxi', name), 'utf8');

/** What people type, paste and take away: words, numbers, headings, breaks, tables, closing brackets. */
const pieces = fc.oneof(
  fc.constantFrom(
    '稳',
    '5',
    '.2',
    '%',
    '亿元',
    '，',
    '。',
    '\n',
    '\n\n',
    '（',
    '）',
    '“',
    '其中',
    '同比增长4.5%',
    '一般公共预算收入达35.6亿元，增长6.1%。',
    '规上工业增加值增长7.5%；占比提高2个百分点',
    '一、2025年工作回顾\n',
    '二、2026年重点工作安排\n',
    '（三）抓民生\n',
    '2. ',
    '附件\n',
    '名词解释\n',
    '各位代表：\n',
    '2024年',
    '今年',
    '五年来',
    '序号\t目标任务\t进展情况\n1\t完成投资30亿元\t完成投资31亿元\n',
    '\t',
    '\r\n',
    '\u3000',
    '\u200b',
    '𠮷',
    '<b>',
  ),
  fc.string({ maxLength: 6 }),
);
/** A plan of lists and clauses, in the years of a term: 五年来 and 过去一年 set the frame of what follows. */
const term = `政府工作报告
（2026年1月21日在墨溪县第十八届人民代表大会第四次会议上）
一、过去五年工作回顾
五年来，我们主要做了以下工作：
1. 发展有新提升。地区生产总值突破200亿元，年均增长5.8%；规上工业企业由61家增加到93家。
2. 城乡有新面貌。新建学校12所，新增学位3200个；城镇化率由41.2%提高到46.8%，提高5.6个百分点。
刚刚过去的2025年，一般公共预算收入12.21亿元，增长5.1%，其中税收收入7.83亿元、非税收入4.38亿元。
同时也要看到，财政收支矛盾突出，固定资产投资增长3.6%，未达到6%的目标。
二、2026年工作安排
（一）稳增长。地区生产总值增长5.5%左右。一是扩投资，固定资产投资增长5%；二是促消费，社会消费品零售总额增长6%。
（二）惠民生。城镇新增就业2600人以上。下同。
三、自身建设
今年预期目标不变，一般公共预算收入增长5%。
附件
名词解释
“双百”工程：新建学校12所、标准厂房10万平方米，指五年内建成的项目。`;
const texts = ['draft-2026-faulty.txt', 'plan.txt', 'press.txt', 'table.txt'].map((name) => moxi(name).slice(0, 2600));
export const documents = [...texts, term, term.replaceAll('\n', '\r\n'), `\ufeff${(texts[3] as string).replaceAll('\n', '\r\n')}`];

/** What an editor does to a text; `chosen` picks the place. */
type Edit = (text: string, earlier: readonly string[]) => string;
const replace =
  (chosen: number, length: number, words: string): Edit =>
  (text) => {
    const from = chosen % (text.length + 1);
    return text.slice(0, from) + words + text.slice(from + length);
  };
/** Edits whole lines, breaks included: `change` gets them and the number of one. */
const onLines =
  (chosen: number, change: (lines: string[], line: number) => void): Edit =>
  (text) => {
    const lines = text.split(/(?<=\n)/);
    change(lines, chosen % lines.length);
    return lines.join('');
  };
const isHeading = (line: string): boolean => /^(?:[一二三四]、|（[一二三四]）|\d\. |附件|名词解释)/.test(line);
const changeHeading = (chosen: number, change: (heading: string) => string): Edit =>
  onLines(chosen, (lines) => {
    const headings = [...lines.keys()].filter((line) => isHeading(lines[line] as string));
    const line = headings[chosen % headings.length];
    if (line !== undefined) lines[line] = change(lines[line] as string);
  });
const replaceAll =
  ([from, to]: [string, string]): Edit =>
  (text) =>
    text.replaceAll(from, to);

/** An arbitrary edit made of a place, another place, and a document to take words from. */
const anEdit = (make: (at: number, to: number, other: string) => Edit): fc.Arbitrary<Edit> =>
  fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...documents)).map(([at, to, other]) => make(at, to, other));
const words = fc.array(pieces, { maxLength: 3 });
const typing = fc
  .tuple(fc.nat(), fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)), words)
  .map(([at, length, put]) => replace(at, length, put.join('')));
const paste = anEdit((at, to, other) => onLines(at, (lines, line) => lines.splice(line, 0, other.split(/(?<=\n)/)[to % 12] ?? '')));
const copy = anEdit((at, to) => onLines(at, (lines, line) => lines.splice(to % lines.length, 0, lines[line] as string)));
const move = anEdit((at, to) => onLines(at, (lines, line) => lines.splice(to % lines.length, 0, ...lines.splice(line, 1))));
const cut = anEdit((at) => onLines(at, (lines, line) => lines.splice(line, 1)));
const cutHeading = anEdit((at) => changeHeading(at, () => ''));
const levelHeading = anEdit((at) => changeHeading(at, (heading) => heading.slice(2)));
const join = anEdit((at) => onLines(at, (lines, line) => lines.splice(line, 1, (lines[line] as string).trimEnd())));
const split = anEdit((at) => replace(at, 0, '\n'));
const undo = anEdit((at) => (text, earlier) => earlier[at % earlier.length] ?? text);
const everywhere = fc
  .constantFrom<[string, string]>(['增长', '下降'], ['2025', '2024'], ['\n', '\r\n'], ['，', ','], ['五年来', '过去一年'], ['。', '；'])
  .map(replaceAll);

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: typing },
  ...[paste, copy, move, cut, cutHeading, levelHeading, join, split, undo, everywhere],
);
