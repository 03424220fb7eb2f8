import { describe, expect, it } from 'vitest';
import { Baseline } from '../../server/core/baseline/baseline.ts';
import { ClaimIndex } from '../../server/core/claims/claim-index.ts';
import { commitmentsOf } from '../../server/core/commitments.ts';
import { readDocument } from '../../server/core/document.ts';
import { factsOfText, vocabularyWith } from '../../server/project.ts';

const head = (year: number): string =>
  `政府工作报告\n\n${year}年1月16日在青川县第九届人民代表大会第四次会议上\n\n一、${year - 1}年工作回顾\n\n`;

/** `目标 → 本稿 结果 完成%`: what the draft's review says of the targets of last year's plan. */
const answers = (plan: string, review: string): string[] => {
  const vocabulary = vocabularyWith([]);
  const paper = `${head(2024)}略。\n\n二、2024年工作安排\n\n${plan}`;
  const baseline = new Baseline(factsOfText('上年报告', paper, vocabulary));
  const document = readDocument(`${head(2025)}${review}\n\n二、2025年工作安排\n\n新增停车泊位9000个。`, vocabulary);
  return commitmentsOf(document, new ClaimIndex(document), baseline).map(
    ({ target, reported, outcome, done, sure }) =>
      `${target.printed} → ${reported?.printed ?? ''} ${outcome}${done === undefined ? '' : ` ${Math.round(done)}%`}${sure ? '' : ' ?'}`,
  );
};

describe('a target of last year', () => {
  it.each([
    ['新增停车泊位2000个。', '新增停车泊位2130个。', ['2000个 → 2130个 exceeded 107%']],
    ['新增停车泊位2000个。', '新增停车泊位2000个。', ['2000个 → 2000个 met 100%']],
    ['新增停车泊位2000个以上。', '新增停车泊位1860个。', ['2000个 → 1860个 short 93%']],
    ['财政总收入增长5%。', '财政总收入262亿元，增长4.6%。', ['5% → 4.6% short']],
    ['财政总收入增长5%。', '财政总收入增长5.0%。', ['5% → 5.0% met']],
    ['财政总收入增长5%—6%。', '财政总收入增长6.4%。', ['5%—6% → 6.4% exceeded']],
    ['财政总收入增长5%左右。', '财政总收入增长4.8%。', ['5% → 4.8% met']],
    ['城镇登记失业率控制在4%以内。', '城镇登记失业率2.4%。', ['4% → 2.4% met']],
    ['城镇登记失业率控制在4%以内。', '城镇登记失业率4.3%。', ['4% → 4.3% short']],
    ['单位地区生产总值能耗下降3%。', '单位地区生产总值能耗下降3.4%。', ['3% → 3.4% exceeded']],
    ['一般性支出压减5%以上。', '一般性支出压减4.2%。', ['5% → 4.2% short']],
    ['固定资产投资增长8%。', '1—11月固定资产投资增长7.1%。', ['8% → 7.1% partly']],
    ['新增停车泊位2000个。', '1—11月新增停车泊位2130个。', ['2000个 → 2130个 exceeded 107%']],
    ['培育市级未来工厂10家。', '培育省级未来工厂11家。', ['10家 →  unmentioned']],
    ['新建农事服务中心项目4个。', '建成农事服务中心4个。', ['4个 → 4个 met 100% ?']],
    ['新建口袋公园绿化示范点6个。', '口袋公园绿化示范点加快建设。', ['6个 →  unclear']],
    ['建成充电示范站9座。', '过去一年，财政总收入增长5%。', ['9座 →  unmentioned']],
    [
      '服务业增加值占地区生产总值比重提高1个百分点。',
      '服务业增加值465亿元，占地区生产总值的35.1%，比重提高1.2个百分点。',
      ['1个百分点 → 1.2个百分点 exceeded'],
    ],
    [
      '签约亿元以上项目100个、10亿元以上项目20个。',
      '签约亿元以上项目108个，其中10亿元以上项目18个。',
      ['100个 → 108个 exceeded 108%', '20个 → 18个 short 90%'],
    ],
    ['市场主体总数突破14万户。', '年末经营主体14.3万户。', ['14万户 → 14.3万户 exceeded 102%']],
  ])('%s %s', (plan, review, expected) => {
    expect(answers(plan, review)).toEqual(expected);
  });
});
