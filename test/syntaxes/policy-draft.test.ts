import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Pattern {
  match?: string;
  name?: string;
  include?: string;
  patterns?: Pattern[];
}

const grammar = JSON.parse(readFileSync(join(import.meta.dirname, '../../syntaxes/policy-draft.tmLanguage.json'), 'utf8')) as {
  patterns: Pattern[];
  repository: Record<string, Pattern>;
};

const flatten = (patterns: Pattern[]): Pattern[] =>
  patterns.flatMap((pattern) =>
    pattern.include ? flatten([grammar.repository[pattern.include.slice(1)]!]) : pattern.patterns ? flatten(pattern.patterns) : [pattern],
  );

/** `scope: words`, by the rule of TextMate: the pattern that matches first, of several the first listed. */
const colours = (line: string): string[] => {
  const patterns = flatten(grammar.patterns).map(({ match, name }) => ({
    regex: new RegExp(match!, 'g'),
    name: name!.replace('.policy-draft', ''),
  }));
  const result: string[] = [];
  for (let at = 0; at < line.length; ) {
    let best: { name: string; index: number; text: string } | undefined;
    for (const { regex, name } of patterns) {
      regex.lastIndex = at;
      const match = regex.exec(line);
      if (match?.[0] && (!best || match.index < best.index)) best = { name, index: match.index, text: match[0] };
    }
    if (!best) break;
    result.push(`${best.name}: ${best.text}`);
    at = best.index + best.text.length;
  }
  return result;
};

describe('the grammar colours', () => {
  it.each([
    ['　　一、2024年工作回顾', ['markup.heading.1: 　　一、2024年工作回顾']],
    ['# 政府工作报告', ['markup.heading.1: # 政府工作报告']],
    ['（一）坚持稳中求进。投资增长4.8%。', ['markup.heading.2: （一）坚持稳中求进。', 'constant.numeric.percentage: 4.8%']],
    ['1.抓创新。引进项目170个。', ['punctuation.definition.list: 1.', 'constant.numeric: 170个']],
    ['1.抓创新、添动能。', ['markup.heading.3: 1.抓创新、添动能。']],
    ['2024年财政总收入262.5亿元', ['constant.other.date: 2024年', 'constant.numeric: 262.5亿元']],
    ['提高０.３个百分点', ['constant.numeric.percentage: ０.３个百分点']],
    ['“小巨人”企业ＸＸ家', ['string.quoted: “小巨人”']],
    ['完成投资××亿元，待核', ['invalid.deprecated.placeholder: ××亿元', 'invalid.deprecated.placeholder: 待核']],
    ['一是抓项目，二是抓招商', []],
  ])('%s', (line, expected) => expect(colours(line)).toEqual(expected));
});
