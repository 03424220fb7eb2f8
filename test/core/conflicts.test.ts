import { describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { conflictsAmong } from '../../server/core/baseline/conflicts.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

const report = (body: string): string =>
  `政府工作报告\n\n2025年1月16日在青川县第九届人民代表大会第四次会议上\n\n一、2024年工作回顾\n\n${body}`;
const press = (body: string): string => `青川县2024年经济运行综述\n\n2024年，全县经济稳中有进。\n\n${body}`;

/** `类别 甲 乙` of what a report and a press piece say. */
const conflicts = (inReport: string, inPress: string): string[] => {
  const vocabulary = vocabularyWith([]);
  const { facts } = new Baseline([
    ...factsOfText('报告', report(inReport), vocabulary),
    ...factsOfText('综述', press(inPress), vocabulary, { region: '青川县', year: 2025 }),
  ]);
  return conflictsAmong(facts).map(({ kind, a, b }) => `${kind} ${a.printed} ${b.printed}`);
};

describe('sources that disagree', () => {
  it.each([
    ['财政总收入262亿元。', '财政总收入261.8亿元。', []],
    ['财政总收入262亿元。', '财政总收入264.1亿元。', ['contradiction 262亿元 264.1亿元']],
    ['财政总收入262亿元。', '预计财政总收入264.1亿元。', ['estimate 262亿元 264.1亿元']],
    ['财政总收入262亿元。', '1—11月，财政总收入241亿元。', ['partial 262亿元 241亿元']],
    ['新增停车泊位2130个。', '1—11月，新增停车泊位2210个。', ['contradiction 2130个 2210个']],
    ['规上工业总产值3646亿元。', '规上工业总产值3646.8亿元。', ['rounding 3646亿元 3646.8亿元']],
    ['新增停车泊位2130个。', '新增停车泊位310个。', ['scope 2130个 310个']],
    ['新增公共托位800个。', '新增托位1000个。', ['scope 800个 1000个']],
    ['签约亿元以上项目100个。', '落地亿元以上项目61个。', []],
    ['财政总收入增长4.8%。', '财政总收入增长5.1%。', ['contradiction 4.8% 5.1%']],
    ['培育省级未来工厂3家。', '培育市级未来工厂11家。', []],
  ])('%s %s', (inReport, inPress, expected) => {
    expect(conflicts(inReport, inPress)).toEqual(expected);
  });
});
