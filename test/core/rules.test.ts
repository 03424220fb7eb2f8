import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/core/finding.ts';
import { pages } from '../../server/core/generated/rule-pages.ts';
import type { Example } from '../../server/core/rules/rule.ts';
import { checkExample, checkText } from './example.ts';

describe.each(Object.entries(pages))('%s', (id, { examples }) => {
  it('reports its wrong example, once and within a sentence', () => {
    const { text, findings } = checkExample(examples.wrong);
    const own = findings.filter((finding) => finding.rule === id);
    expect(own).toHaveLength(1);
    const [finding] = own as [Finding];
    expect(text.slice(finding.range.start, finding.range.end)).not.toMatch(/[。！？\n]./);
    expect(finding.range.end).toBeGreaterThan(finding.range.start);
  });

  it('says nothing of its right example', () => {
    expect(checkExample(examples.right).findings).toEqual([]);
  });

  it('says what, why and what to do in three short lines', () => {
    const [finding] = checkExample(examples.wrong).findings.filter((candidate) => candidate.rule === id) as [Finding];
    const lines = finding.message.split('\n');
    expect(lines).toHaveLength(3);
    expect((lines[0] as string).length).toBeLessThanOrEqual(35);
    expect(finding.message).not.toMatch(/\{\w+\}|undefined|NaN|Infinity|错误|检测到/);
  });

  it('offers a fix that makes the finding go', () => {
    const { text, findings } = checkExample(examples.wrong);
    const fix = findings.find((finding) => finding.rule === id)?.fix;
    if (!fix) return;
    let mended = text;
    for (const edit of [...fix.edits].sort((a, b) => b.start - a.start))
      mended = mended.slice(0, edit.start) + edit.newText + mended.slice(edit.end);
    expect(checkText(mended, examples.wrong).filter((finding) => finding.rule === id)).toEqual([]);
  });
});

/** Findings of one rule on a draft, as the marked words. */
const reported = (id: string, example: Example): string[] => {
  const { text, findings } = checkExample(example);
  return findings.filter((finding) => finding.rule === id).map((finding) => text.slice(finding.range.start, finding.range.end));
};

describe('against a data sheet', () => {
  it('falling short of a target on a sheet is an error', () => {
    const { findings } = checkExample({
      sheet: '指标|单位|2024年目标\n出让经营性用地|亩|600',
      draft: '出让经营性用地593亩，完成年度出让计划。',
    });
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['target-shortfall error']);
  });

  const severities = (example: Example): string[] =>
    checkExample(example)
      .findings.filter(({ rule }) => ['source-value', 'growth-rate'].includes(rule))
      .map(({ rule, severity, fix }) => `${rule} ${severity} ${fix?.edits[0]?.newText ?? ''}`.trim());

  it('a conflict is an error, with an estimate a warning; the fix keeps unit, decimals and bound', () => {
    const sheet = (value: string): string => `指标|单位|${value}\n财政总收入|万元|2617000`;
    expect(severities({ sheet: sheet('本年数'), draft: '财政总收入264.0亿元。' })).toEqual(['source-value error 261.7']);
    expect(severities({ sheet: sheet('全年预计'), draft: '财政总收入264亿元。' })).toEqual(['source-value warning 262']);
    expect(severities({ sheet: sheet('全年预计'), draft: '预计财政总收入264亿元。' })).toEqual(['source-value error 262']);
    expect(severities({ sheet: sheet('本年数'), draft: '财政总收入突破264亿元。' })).toEqual(['source-value error 261']);
  });

  it('growth over a base from the sheet is an error', () => {
    const example = {
      base: '财政总收入248亿元。',
      sheet: '指标|单位|上年数（修订）\n财政总收入|亿元|249.6',
      draft: '财政总收入262亿元，增长5.6%。',
    };
    expect(severities(example)).toEqual(['growth-rate error 5.0%']);
  });
});

const cases: [rule: string, situation: string, example: Example, expected: string[]][] = [
  ['source-value', 'another unit, rounded', { sheet: '指标|单位|本年数\n财政总收入|万元|2617000', draft: '财政总收入262亿元。' }, []],
  ['source-value', 'another unit', { sheet: '指标|单位|本年数\n财政总收入|万元|2617000', draft: '财政总收入260亿元。' }, ['260亿元']],
  [
    'growth-rate',
    'a rate that the sheet gives otherwise, said once',
    { sheet: '指标|单位|上年数|本年数|增速%\n财政总收入|亿元|248|262|5.6', draft: '财政总收入262亿元，增长4.8%。' },
    [],
  ],
  ['source-value', 'a part of the year', { sheet: '指标|单位|1—11月\n财政总收入|亿元|240', draft: '财政总收入262亿元。' }, []],
  ['source-value', 'a bound that holds', { sheet: '指标|单位|本年数\n财政总收入|亿元|261.7', draft: '财政总收入超260亿元。' }, []],
  [
    'source-value',
    'a bound that does not',
    { sheet: '指标|单位|本年数\n财政总收入|亿元|259.7', draft: '财政总收入超260亿元。' },
    ['260亿元'],
  ],
  ['source-value', 'growth', { sheet: '指标|单位|本年数|同比（%）\n财政总收入|亿元|262|-1.2', draft: '财政总收入增长1.2%。' }, ['1.2%']],
  [
    'source-value',
    'growth at constant prices, said to be so',
    { sheet: '指标|单位|本年数|同比（%）\n地区生产总值|亿元|1326|5.2', draft: '地区生产总值按可比价格计算增长5.0%。' },
    ['5.0%'],
  ],
  [
    'source-value',
    'a target',
    { sheet: '指标|单位|本年数\n财政总收入|亿元|262', draft: '二、2025年重点工作安排\n财政总收入达到280亿元。' },
    [],
  ],
  [
    'source-value',
    'last year as revised',
    { sheet: '指标|单位|本年数|上年数\n财政总收入|亿元|262|249.6', draft: '财政总收入由上年的248亿元增加到262亿元。' },
    ['248亿元'],
  ],
  [
    'baseline-value',
    'last year as revised on a sheet',
    {
      base: '财政总收入248亿元。',
      sheet: '指标|单位|本年数|上年数\n财政总收入|亿元|262|249.6',
      draft: '财政总收入由上年的249.6亿元增加到262亿元。',
    },
    [],
  ],
  [
    'growth-rate',
    'the base as revised on a sheet',
    { base: '财政总收入248亿元。', sheet: '指标|单位|上年数\n财政总收入|亿元|249.6', draft: '财政总收入262亿元，增长5.0%。' },
    [],
  ],
  ['range', 'both ends whole', { draft: '投放充电桩120万—150万个，增长5%—6%，新增1—2个。' }, []],
  ['range', '万 only at the second end', { draft: '新增产业空间120至150万平方米。' }, ['120至150万平方米']],
  ['range', 'backwards', { draft: '社会消费品零售总额增长6%—5%。' }, ['6%—5%']],
  ['percent-point', 'a bound on a rate', { draft: '二、2025年重点工作安排\n城镇登记失业率低于4.6%。' }, []],
  ['percent-point', 'points of an amount', { draft: '社会消费品零售总额增长8个百分点。' }, ['8个百分点']],
  ['percent-point', 'points behind a rate', { draft: '社会消费品零售总额增长8%，提高0.4个百分点。' }, []],
  ['percent-point', 'productivity is no rate', { draft: '全员劳动生产率提高5.2%。' }, []],
  ['digit-style', 'full-width digits', { draft: '举办文艺演出１２场。' }, ['１２']],
  [
    'digit-style',
    'full-width digits around a half-width point',
    { draft: '森林覆盖率达１８.４%，绿地率1８．４％。' },
    ['１８.４', '1８．４％'],
  ],
  ['digit-style', 'full-width digits before a comma', { draft: '优良天数１２，比上年多。' }, ['１２']],
  ['digit-style', 'a comma of the sentence', { draft: '出口通关效率居全省第1，7家企业上榜。' }, []],
  ['digit-style', 'groups of two', { draft: '完成投资1,27亿元。' }, ['1,27']],
  ['placeholder', 'the forms of a blank', { draft: '完成投资XX亿元，增长?%，新建道路（待核）12公里。' }, ['XX', '?', '（待核）']],
  ['malformed-figure', 'a full stop for the decimal point', { draft: '增长5。2%。' }, ['5。2']],
  ['malformed-figure', 'a doubled unit', { draft: '完成投资120亿亿元。' }, ['亿亿']],
  ['malformed-figure', 'a lost unit', { draft: '地区生产总值达1326，增长5.1。' }, ['1326', '5.1']],
  ['malformed-figure', 'a list that shares its unit', { draft: '占比分别提高11.1、11.2个百分点。' }, []],
  ['impossible', 'a day that is not', { draft: '2024年2月30日开工，11月30日完工。' }, ['2024年2月30日']],
  ['impossible', 'a fifth quarter', { draft: '五季度完成投资12亿元。' }, ['五季度']],
  ['growth-rate', 'a rate within rounding', { base: '技术交易额95亿元。', draft: '技术交易额112亿元、增长18%。' }, []],
  ['growth-rate', 'a decline', { base: '新增停车泊位8428个。', draft: '新增停车泊位7100个，下降25.8%。' }, ['25.8%']],
  ['growth-rate', 'constant prices explain a gap', { base: '地区生产总值1270亿元。', draft: '地区生产总值1416亿元，增长5.1%。' }, []],
  [
    'growth-rate',
    'constant prices do not explain an opposite sign',
    { base: '地区生产总值1270亿元。', draft: '地区生产总值1180亿元，增长5.1%。' },
    ['5.1%'],
  ],
  ['growth-rate', 'comparable scope is believed', { base: '税收收入100亿元。', draft: '税收收入112亿元，同口径增长4.1%。' }, []],
  ['growth-rate', 'a base in the text itself', { draft: '2023年旅游收入80亿元。全年旅游收入100亿元，增长20%。' }, ['20%']],
  ['baseline-value', 'rounded to another place', { base: '固定资产投资709.14亿元。', draft: '2023年固定资产投资709亿元。' }, []],
  [
    'baseline-value',
    'a target quoted wrongly',
    { base: '二、2024年工作安排\n实际利用外资11亿美元以上。', draft: '实际利用外资5.1亿美元，与10亿美元以上的预期目标存在差距。' },
    [],
  ],
  [
    'baseline-value',
    'another region is not ours',
    { base: '地区生产总值1270亿元。', draft: '与2023年地区生产总值就已达2087亿元的西湖区相比，差距明显。' },
    [],
  ],
  ['streak', 'two years on', { base: '健康考核连续五年获评优秀。', draft: '健康考核连续8年获评优秀。' }, ['连续8年']],
  ['streak', 'another criterion', { base: '经开区综合考评连续3年保持全国第九。', draft: '经开区综合考评连续3年位列全国前十。' }, []],
  [
    'target-shortfall',
    'met',
    { base: '二、2024年工作安排\n新增国家高新技术企业180家。', draft: '新认定国家高新技术企业176家，超额完成年初计划。' },
    ['176家'],
  ],
  [
    'target-shortfall',
    'short, but not said to be met',
    { base: '二、2024年工作安排\n新增国家高新技术企业180家。', draft: '新认定国家高新技术企业176家。' },
    [],
  ],
  ['restatement', 'the same to another precision', { draft: '城镇新增就业3.8万人。\n全年37925人实现城镇新增就业。' }, []],
  [
    'restatement',
    'one step of the last digit',
    { draft: '一般公共预算收入26.2亿元。\n一般公共预算收入26.3亿元，运行平稳。' },
    ['26.3亿元'],
  ],
  ['restatement', 'a half rounded up', { draft: '参保人数12500人。\n参保人数1.3万人。' }, []],
  ['restatement', 'part of the year is another period', { draft: '固定资产投资1—11月增长9.1%。\n固定资产投资全年增长8.2%。' }, []],
  ['part-whole', 'catalogued relations across paragraphs', { draft: '一般公共预算收入120亿元。\n税收收入130亿元。' }, ['130亿元']],
  ['share', 'of all that there are', { draft: '有集体经济的村达到124个，占全县186个行政村的73.8%。' }, ['73.8%']],
  ['share', 'of all that there are, rightly', { draft: '有集体经济的村达到124个，占全县186个行政村的66.7%。' }, []],
  ['percent-point', 'growth that quickens', { draft: '社会消费品零售总额增长5.6%，比上年加快0.4%。' }, ['0.4%']],
  ['percent-point', 'growth that falls back to a rate', { draft: '社会消费品零售总额增长5.6%，回落到年初的水平；进出口增长2.4%。' }, []],
  ['share', 'a multiple of a level told there', { draft: '茶叶产值38.6亿元。茶叶产值是2020年24.1亿元的1.6倍。' }, []],
  ['share', 'no such multiple', { draft: '茶叶产值38.6亿元。茶叶产值是2020年24.1亿元的2.6倍。' }, ['2.6倍']],
  ['share', 'a rate of solving', { draft: '收集堵点难点705个，解决698个，解决率95.0%。' }, ['95.0%']],
  [
    'share',
    'part and whole in different paragraphs',
    { draft: '规上工业增加值765亿元。\n高新技术产业增加值578亿元，占规上工业增加值的比重达70.2%。' },
    ['70.2%'],
  ],
  ['share', 'points from two figures', { draft: '诉讼调撤率由40.5%提高到42.3%，提高2.8个百分点。' }, ['2.8个百分点']],
  ['sum', 'three industries', { draft: '第一、二、三产业增加值分别为13亿元、848亿元、465亿元，地区生产总值1400亿元。' }, ['1400亿元']],
  ['sum', 'rounding in every part', { draft: '地区生产总值1327亿元，第一、二、三产业增加值分别为13亿元、848亿元、465亿元。' }, []],
  ['enumeration', '等 may list fewer', { draft: '科技强市、人才兴市等10个行动计划全面实施。' }, []],
  ['respectively', 'each by as much', { draft: '化学需氧量、氨氮排放量分别下降2%。' }, []],
  ['approximation', 'once is fine', { draft: '带动消费约8亿元，吸引游客20余万人次。' }, []],
  ['magnitude', 'a large but honest growth', { base: '技术交易额9.5亿元。', draft: '技术交易额95亿元，增长900%。' }, []],
  [
    'target-level',
    'a goal on growth repeats',
    { draft: '社会消费品零售总额增长6%。\n二、2025年重点工作安排\n社会消费品零售总额增长5%以上。' },
    [],
  ],
  ['target-level', 'a limit', { draft: '平均办理时间30天。\n二、2025年重点工作安排\n平均办理时间控制在35天以内。' }, []],
  [
    'target-level',
    'a floor below what is reached is policy',
    { draft: '空气质量优良天数比例达到88.3%。\n二、2025年重点工作安排\n空气质量优良天数比例达到87%以上。' },
    [],
  ],
  [
    'target-level',
    'a number just reached may be passed',
    { draft: '高新技术企业总数达500家。\n二、2025年重点工作安排\n高新技术企业总数突破500家。' },
    [],
  ],
  [
    'target-level',
    'what last year reached, in its own report of the same year',
    { draft: '高新技术企业总数达500家。\n二、2025年重点工作安排\n高新技术企业总数增加到490家。' },
    ['490家'],
  ],
  ['cumulative-drop', 'the year’s flow may fall', { base: '培育省级小微企业园30个。', draft: '培育省级小微企业园23个。' }, []],
  ['cumulative-drop', 'with its reason', { base: '上市公司总数达31家。', draft: '因2家摘牌，上市公司总数达30家。' }, []],
  ['cumulative-drop', 'without a reason', { base: '上市公司总数达31家。', draft: '上市公司总数达30家。' }, ['30家']],
  ['cumulative-drop', 'an event with the number first', { base: '全国重点实验室达6家。', draft: '2家全国重点实验室获批建设。' }, []],
  [
    'superlative',
    'a rank reached before',
    { base: '制造业投资规模首次跃居全省第一。', draft: '制造业投资规模首次跃居全省第一。' },
    ['第一'],
  ],
  ['superlative', 'another scope', { base: '制造业投资规模居全市第一。', draft: '制造业投资规模首次跃居全省第一。' }, []],
  ['superlative', 'a record that is none', { base: '粮食总产量5.32万吨。', draft: '粮食总产量5.16万吨，创历史新高。' }, ['5.16万吨']],
  ['superlative', 'a record', { base: '粮食总产量5.16万吨。', draft: '粮食总产量5.32万吨，创历史新高。' }, []],
  ['superlative', 'moved up though it fell', { base: '创新指数居全省第五。', draft: '创新指数居全省第六，前移1位。' }, ['第六']],
  ['superlative', 'yet to move up', { draft: '创新指数居全省第五。创新指数在去年全省第五位的基础上再前移3位。' }, []],
  ['superlative', 'moved up', { base: '创新指数居全省第五。', draft: '创新指数居全省第四，前移1位。' }, []],
  ['stale-figure', 'two neighbours', { base: '整治低效地块57个、1770亩。', draft: '整治低效地块57个、1770亩。' }, ['57个', '1770亩']],
  ['stale-figure', 'a county has as many towns', { base: '全县12个乡镇、186个行政村。', draft: '依靠全县12个乡镇、186个行政村。' }, []],
  ['stale-figure', 'a small number may come again', { base: '新建城市公园12个。', draft: '新建城市公园12个。' }, []],
  ['stale-figure', 'a stock may stay', { base: '绿道总里程1236公里。', draft: '绿道总里程1236公里。' }, []],
  [
    'stale-figure',
    'a target may repeat',
    { base: '二、2024年工作安排\n新增停车泊位2360个。', draft: '二、2025年重点工作安排\n新增停车泊位2360个。' },
    [],
  ],
  [
    'percent-point',
    'points beside another rate',
    { draft: '进出口总额增长5.0%；居民人均可支配收入72150元，增长5.3个百分点。' },
    ['5.3个百分点'],
  ],
  ['percent-point', 'effects of growth', { draft: '地区生产总值每增长1个百分点，带动就业2万人。' }, []],
  [
    'enumeration',
    'headings that follow',
    { draft: '二、2025年重点工作安排\n重点抓好三个方面工作：\n（一）扩大内需。\n稳投资。\n（二）深化改革。\n减负担。' },
    ['三个方面工作'],
  ],
  [
    'enumeration',
    'as many headings as announced, one number slipped',
    {
      draft:
        '二、2025年重点工作安排\n重点抓好三个方面工作：\n（一）扩大内需。\n稳投资。\n（二）深化改革。\n减负担。\n（二）改善民生。\n增学位。',
    },
    [],
  ],
  ['enumeration', 'a class of water', { draft: '黑臭水体、劣五类水体动态消除。' }, []],
  ['calendar', 'the next plan', { draft: '今年是“十四五”收官之年，为“十五五”良好开局打牢基础。' }, []],
  ['calendar', 'a middle year', { draft: '2024年是“十四五”规划中期之年。' }, ['十四五”规划中期之年']],
  ['calendar', 'slack by the tense', { draft: '隆重庆祝新中国成立75周年。' }, []],
  ['calendar', 'a round year that is not', { draft: '2024年是新中国成立74周年。' }, ['74周年']],
  [
    'calendar',
    'two founding years',
    { draft: '2024年是青川新区设立6周年。\n二、2025年重点工作安排\n2025年是青川新区设立6周年。' },
    ['6周年'],
  ],
  ['calendar', 'one founding year', { draft: '2024年是青川新区设立5周年。\n二、2025年重点工作安排\n2025年是青川新区设立6周年。' }, []],
  [
    'calendar',
    'an edition held again',
    { draft: '第二届青川文化节精彩纷呈。\n二、2025年重点工作安排\n办好第二届青川文化节。' },
    ['第二届青川文化节'],
  ],
  [
    'calendar',
    'an edition prepared and then held',
    { draft: '筹办第二届青川文化节。\n二、2025年重点工作安排\n办好第二届青川文化节。' },
    [],
  ],
  ['calendar', 'the session before', { draft: '全面完成县九届人大三次会议确定的目标任务。' }, []],
  ['calendar', 'the same session', { draft: '全面完成县九届人大四次会议确定的目标任务。' }, ['县第九届人民代表大会第四次会议']],
  ['calendar', 'last year’s heading', { draft: '推进创新。\n二、2024年重点工作安排\n推进改革。' }, ['2024年']],
  ['comparison', 'the other rate stands first', { draft: '全市制造业投资增长6.3%，我县增长10.8%、高出4.5个百分点。' }, []],
  ['comparison', 'below', { draft: '制造业投资增长3.8%，低于全市1.5个百分点。\n全市制造业投资增长6.3%。' }, ['1.5个百分点']],
  ['comparison', 'above though below', { draft: '制造业投资增长3.8%，高于全市2.5个百分点。\n全市制造业投资增长6.3%。' }, ['2.5个百分点']],
  [
    'comparison',
    'several territories, a value each',
    { draft: '制造业投资增长5.4%，分别高于全国、全市0.4个和0.6个百分点。\n全市制造业投资增长4.8%。' },
    [],
  ],
  [
    'comparison',
    'several territories, one value wrong',
    { draft: '制造业投资增长5.4%，分别高于全国、全市0.4个和0.9个百分点。\n全市制造业投资增长4.8%。' },
    ['0.9个百分点'],
  ],
  ['comparison', 'nothing known of the province', { draft: '制造业投资增长3.8%，高于全省2.5个百分点。' }, []],
  [
    'direction',
    'growth at comparable prices slowed or not',
    { base: '地区生产总值增长4.2%。', draft: '地区生产总值增长5.0%，增速比上年回落0.8个百分点。' },
    ['0.8个百分点'],
  ],
  [
    'share',
    'value added at comparable prices',
    { base: '地区生产总值增长4.2%。', draft: '地区生产总值按可比价格计算增长5.0%，增速比上年加快0.8个百分点。' },
    [],
  ],
  ['between', 'one part unknown', { draft: '进出口总额增长5.0%，其中出口增长6.0%。' }, []],
  ['between', 'another time', { draft: '进出口总额增长5.0%，一季度出口增长6.0%、进口增长5.5%。' }, []],
  ['between', 'on a basis of its own', { draft: '一般公共预算收入增长5.0%，税收收入同口径增长6.0%，非税收入增长8.0%。' }, []],
  ['between', 'income', { draft: '居民人均可支配收入82150元，城镇、农村居民人均可支配收入分别为80130元、56830元。' }, ['82150元']],
  [
    'between',
    'the growth of income need not lie between',
    { draft: '居民人均可支配收入增长5.9%，城镇、农村居民人均可支配收入分别增长5.1%、5.7%。' },
    [],
  ],
  ['word-value', 'nearly', { draft: '数字化改造覆盖率近八成，达到79.3%；技术交易额增长98.6%、接近翻番。' }, []],
  ['word-value', 'nearly, though above', { draft: '数字化改造覆盖率近八成，达到82.3%。' }, ['近八成']],
  ['word-value', 'doubled and not', { draft: '技术交易额增长89%，实现翻番。' }, ['翻番']],
  ['word-value', 'another subject’s number', { draft: '技术交易额实现翻番，高新技术企业研发费用增长12%。' }, []],
  ['word-value', 'double-digit', { draft: '服务业增加值增长9.6%，保持两位数增长。' }, ['两位数增长']],
  [
    'word-value',
    'level with last year’s target',
    { base: '二、2024年工作安排\n地区生产总值增长5.5%。', draft: '二、2025年重点工作安排\n地区生产总值增长5.5%，与上年目标持平。' },
    [],
  ],
  [
    'word-value',
    'not level',
    { base: '二、2024年工作安排\n地区生产总值增长6.0%。', draft: '二、2025年重点工作安排\n地区生产总值增长5.5%，与上年目标持平。' },
    ['5.5%'],
  ],
  ['word-value', 'overfulfilled by less than all', { draft: '完成投资98亿元，为年度计划的98.2%，超额完成。' }, ['超额完成']],
  ['restatement', 'so much a year', { draft: '平均每年城镇新增就业1000多万人。\n城镇新增就业5100万人。' }, []],
  ['restatement', 'some added, and all', { draft: '2家全国重点实验室获批建设。\n全国重点实验室达8家。' }, []],
  [
    'magnitude',
    'a planned growth that lost its point',
    { base: '二、2024年工作安排\n地区生产总值增长5.5%左右。', draft: '二、2025年工作安排\n地区生产总值增长55%左右。' },
    ['55%'],
  ],
  [
    'magnitude',
    'a planned growth like last year',
    { base: '二、2024年工作安排\n地区生产总值增长5.5%左右。', draft: '二、2025年工作安排\n地区生产总值增长5%左右。' },
    [],
  ],
  ['magnitude', 'so many a day', { base: '经营主体每天新增4.5万户。', draft: '经营主体达到9800万户。' }, []],
  ['growth-rate', 'the rate of another measure', { base: '亿元以上项目157个。', draft: '实施亿元以上项目160个，投资增长7%。' }, []],
  ['enumeration', 'each item has its count', { draft: '必须强化四种意识、突出四个导向。' }, []],
  ['digit-style', 'one number in two prints', { draft: '地区生产总值增长5.0%。\n坚持稳中求进，地区生产总值增长5%。' }, ['5%']],
  ['digit-style', 'another number, other decimals', { draft: '地区生产总值增长5.2%。\n一般公共预算收入增长5%。' }, []],
  ['swapped', 'one grew and the other stayed', { base: '全年出口702亿元、进口427亿元。', draft: '全年出口1135亿元、进口436亿元。' }, []],
  [
    'swapped',
    'both fit better exchanged, but fit as they are',
    { base: '全年出口512亿元、进口427亿元。', draft: '全年出口435亿元、进口508亿元。' },
    [],
  ],
  ['unit', 'persons for visits', { base: '接待游客320万人次。', draft: '接待游客335万人。' }, ['335万人']],
  ['unit', 'another measure of the same', { base: '新增产业空间12处。', draft: '新增产业空间15.6万平方米。' }, []],
  ['unit', 'converted', { base: '出口48亿元。', draft: '出口6.9亿美元。' }, []],
  ['unit', 'mu for hectares convert', { base: '粮食播种面积12万亩。', draft: '粮食播种面积0.82万公顷。' }, []],
  ['unit', 'by the catalogue alone', { draft: '旅游总收入42亿美元，全员劳动生产率提高到人均21.6万元。' }, ['42亿美元']],
  ['unusual-change', 'with a reason', { base: '粮食总产量5.16万吨。', draft: '受播种面积调减影响，粮食总产量2.16万吨。' }, []],
  ['unusual-change', 'an open indicator', { base: '走访服务企业1420家次。', draft: '走访服务企业3260家次。' }, []],
  ['unusual-change', 'less than half', { base: '粮食总产量5.16万吨。', draft: '粮食总产量6.86万吨。' }, []],
  ['partial-year', 'by last year’s paper', { draft: '前11个月旅游总收入42亿元。\n全年旅游总收入38亿元。' }, ['38亿元']],
  ['partial-year', 'a stock may fall', { draft: '三季度末住户存款余额42亿元。\n年末住户存款余额38亿元。' }, []],
  ['partial-year', 'a rate is no sum', { draft: '固定资产投资1—11月增长9.1%、全年增长8.2%。' }, []],
  ['stock-flow', 'exits explain less', { base: '高新技术企业总数达500家。', draft: '新增高新技术企业40家，总数达520家。' }, []],
  ['stock-flow', 'more than was added', { base: '高新技术企业总数达500家。', draft: '新增高新技术企业20家，总数达620家。' }, ['620家']],
  ['stock-flow', 'not exact', { base: '高新技术企业总数超500家。', draft: '新增高新技术企业20家，总数达620家。' }, []],
  [
    'cumulative-drop',
    'behind the year’s additions',
    { base: '高新技术企业总数达600家。', draft: '新增高新技术企业20家、总数达520家。' },
    ['520家'],
  ],
  ['calendar', 'last year’s session', { base: '推进改革。', draft: '全面完成县九届人大二次会议确定的目标任务。' }, ['县九届人大二次会议']],
  [
    'calendar',
    'last year’s paper on the founding year',
    { base: '2023年是青川新区设立5周年。', draft: '2024年是青川新区设立7周年。' },
    ['7周年'],
  ],
  [
    'calendar',
    'an edition of last year',
    { base: '成功举办第二届青川文化节。', draft: '成功举办第二届青川文化节。' },
    ['第二届青川文化节'],
  ],
  ['calendar', 'the next edition', { base: '成功举办第二届青川文化节。', draft: '成功举办第三届青川文化节。' }, []],
  ['calendar', 'an edition remembered', { base: '成功举办第二届青川文化节。', draft: '放大第二届青川文化节后续效应。' }, []],
  [
    'baseline-value',
    'the start of a five-year change is of no single year',
    {
      base: '高速公路里程达8700公里。',
      draft: '五年来，我县面貌一新。\n——交通实现新跃升。高速公路里程由7473公里增加到9310公里。',
    },
    [],
  ],
  ['word-value', 'all done by less than all', { draft: '全部办结信访积案36件，办结率97.2%。' }, ['全部办结']],
  ['stock-flow', 'net additions', { base: '规上工业企业达412家。', draft: '净增规上工业企业18家，规上工业企业达440家。' }, ['440家']],
  ['stock-flow', 'net additions that fit', { base: '规上工业企业达412家。', draft: '净增规上工业企业18家，规上工业企业达430家。' }, []],
  ['cumulative-drop', 'a list of additions', { base: '绿色工厂达30家。', draft: '新增智能工厂8家、绿色工厂6家。' }, []],
  [
    'target-level',
    'a count in all by another verb',
    { base: '省级绿色工厂累计达到26家。', draft: '省级绿色工厂累计达到29家。\n二、2025年重点工作安排\n省级绿色工厂增加到28家。' },
    ['28家'],
  ],
  ['unit', 'tonnes and cubic metres of water', { base: '污水日处理能力12万立方米。', draft: '污水日处理能力13万吨。' }, []],
  ['restatement', 'a level carried over', { draft: '固定资产投资增长8.2%，达到767亿元。\n固定资产投资776亿元，后劲更足。' }, ['776亿元']],
  ['restatement', 'a level of something else behind', { draft: '新建高标准农田200亩，完成置换60亩。\n新建高标准农田200亩。' }, []],
  ['restatement', 'the end of five years', { draft: '粮食产量24.6万吨。\n五年来，粮食产量由21.5万吨增加到26.4万吨。' }, ['26.4万吨']],
  ['restatement', 'in another unit', { draft: '粮食产量24.12万吨，折合4.28亿斤。' }, ['4.28亿斤']],
  ['restatement', 'converted rightly', { draft: '粮食产量24.12万吨，折合4.82亿斤。' }, []],
  ['target-shortfall', 'the target in the text', { draft: '规上工业增加值增长6.7%，完成年初7%的目标。' }, ['6.7%']],
  [
    'target-shortfall',
    'an honest rate of completion',
    { base: '二、2024年重点工作安排\n筹集保障性租赁住房200套。', draft: '筹集保障性租赁住房180套，完成年度计划200套的九成。' },
    [],
  ],
  [
    'target-shortfall',
    'another thing of the sentence',
    {
      base: '二、2024年重点工作安排\n养老床位增加到2600张，新增公共充电桩200个。',
      draft: '养老床位2590张；新增公共充电桩210个，超额完成年度计划。',
    },
    [],
  ],
  [
    'target-shortfall',
    'all of a list',
    {
      base: '二、2024年重点工作安排\n新增停车泊位1000个，新增公共充电桩200个。',
      draft: '新增停车泊位940个、公共充电桩210个，均超过年度计划。',
    },
    ['940个'],
  ],
  [
    'target-shortfall',
    'not met, and said so',
    { base: '二、2024年重点工作安排\n固定资产投资增长6%。', draft: '固定资产投资增长3.6%，未达到6%的预期目标。' },
    [],
  ],
  ['target-level', 'a plan of the past', { base: '改造农村危房138户。', draft: '改造农村危房126户，超过120户的计划。' }, []],
  [
    'target-level',
    'as much as there is',
    { draft: '农村低保标准提高到每人每年6840元。\n二、2025年重点工作安排\n农村低保标准提高到每人每年6840元。' },
    ['6840元'],
  ],
  ['comparison', 'another indicator', { draft: '固定资产投资增长3.6%，工业投资增长9.8%，快于固定资产投资2.6个百分点。' }, ['2.6个百分点']],
  ['comparison', 'another indicator, rightly', { draft: '固定资产投资增长3.6%，工业投资增长9.8%，快于固定资产投资6.2个百分点。' }, []],
  ['percent-point', 'a rate known by its level', { draft: '农产品加工转化率提高2.5%、达到64.5%。' }, ['2.5%']],
  ['percent-point', 'a decline of money', { draft: '房地产开发投资下降12.4个百分点。' }, ['12.4个百分点']],
  [
    'swapped',
    'of one size, mirrored',
    { base: '存款余额268.4亿元、贷款余额198.6亿元。', draft: '存款余额221.4亿元、贷款余额291.3亿元。' },
    ['221.4亿元'],
  ],
  [
    'swapped',
    'two rates',
    {
      base: '学前教育普惠率91.8%，高中阶段毛入学率95.6%。',
      draft: '学前教育普惠率96.1%，高中阶段毛入学率93.0%。',
    },
    ['96.1%'],
  ],
  [
    'swapped',
    'one overtakes the other',
    { base: '光伏装机28.5万千瓦、风电装机26.0万千瓦。', draft: '光伏装机30.1万千瓦、风电装机41.0万千瓦。' },
    [],
  ],
  ['respectively', 'a result to a decimal', { draft: '城镇、农村居民人均可支配收入分别增长4.8%。' }, ['分别增长4.8%']],
  ['direction', 'a minus sign behind a decline', { draft: '生猪出栏下降-1.9%。' }, ['下降-1.9%']],
  ['cumulative-drop', 'its own verb is no reason', { base: '累计退出煤矿14处。', draft: '关闭退出煤矿1处，累计退出煤矿13处。' }, ['13处']],
  ['cumulative-drop', 'what was built', { base: '高速公路通车里程58公里。', draft: '高速公路通车里程达到28公里。' }, ['28公里']],
  [
    'cumulative-drop',
    'told without a verb',
    { base: '省级以上农业龙头企业18家。', draft: '省级以上农业龙头企业16家；注销合作社73家。' },
    ['16家'],
  ],
  [
    'cumulative-drop',
    'told without a verb, with a reason',
    { base: '省级以上农业龙头企业18家。', draft: '复核后省级以上农业龙头企业16家。' },
    [],
  ],
  [
    'stock-flow',
    'cumulative',
    { base: '新建高标准农田2.1万亩，累计建成31.4万亩。', draft: '新建高标准农田1.8万亩，累计建成38.2万亩。' },
    ['38.2万亩'],
  ],
  [
    'stock-flow',
    'cumulative, rightly',
    { base: '新建高标准农田2.1万亩，累计建成31.4万亩。', draft: '新建高标准农田1.8万亩，累计建成33.2万亩。' },
    [],
  ],
  [
    'stock-flow',
    'what was built stays',
    { base: '新能源装机46.5万千瓦。', draft: '新能源装机达到62.5万千瓦，当年新增19.0万千瓦。' },
    ['62.5万千瓦'],
  ],
  ['part-whole', 'of all, not of the increase', { draft: '新能源装机达到62.5万千瓦，当年新增16.0万千瓦；其中光伏装机38.5万千瓦。' }, []],
  ['part-whole', 'above all', { draft: '新能源装机达到62.5万千瓦，当年新增16.0万千瓦；其中光伏装机83.5万千瓦。' }, ['83.5万千瓦']],
  ['magnitude', 'a lost point', { base: '项目协议总投资112.4亿元。', draft: '项目协议总投资1368亿元。' }, ['1368亿元']],
  ['malformed-figure', 'half a unit', { base: '食用菌规模4600万棒。', draft: '食用菌规模5200万；茶园12万亩。' }, ['5200万']],
  ['malformed-figure', 'idiom', { base: '经营主体28.4万户。', draft: '经营主体突破30万。' }, []],
  ['stale-figure', 'though it grew', { base: '茶叶产量8420吨。', draft: '茶叶产量8420吨，增长6.4%。' }, ['8420吨']],
  [
    'streak',
    'of a harvest named before',
    { base: '粮食产量24万吨，连续8年稳定在4.5亿斤以上。', draft: '粮食产量25万吨，产量连续8年稳定在4.5亿斤以上。' },
    ['连续8年'],
  ],
  ['enumeration', 'a count in digits', { draft: '推出山水亲水、古镇探秘、老街怀旧、花海赏花5条精品线路。' }, ['5条']],
  ['enumeration', 'so many of all', { draft: '建成桥梁、道路、公园9处。' }, []],
  ['growth-rate', 'the mean of years', { draft: '五年来，社会消费品零售总额由2019年的52.3亿元增加到67.9亿元，年均增长4.5%。' }, ['4.5%']],
  [
    'growth-rate',
    'the mean of years at constant prices',
    { draft: '五年来，地区生产总值由2019年的52.3亿元增加到67.9亿元，年均增长4.5%。' },
    [],
  ],
  ['word-value', 'twice two', { draft: '新能源装机由15.5万千瓦增加到62.5万千瓦，翻了一番。' }, ['翻了一番']],
  ['word-value', 'twice two, rightly', { draft: '新能源装机由15.5万千瓦增加到62.5万千瓦，翻了两番。' }, []],
  [
    'relative-year',
    'the year that begins as a base',
    { draft: '推进转型。\n二、2025年重点工作安排\n在今年24.0亿元的基础上，推动综合产值突破27亿元。' },
    ['在今年'],
  ],
  ['calendar', 'the years of a plan', { draft: '“十五五”时期（2025—2030年）是转型的关键五年。' }, ['十五五”时期（2025—2030年）']],
  [
    'calendar',
    'an edition that drew visitors',
    { base: '第十一届青川油菜花节吸引游客42万人次。', draft: '第十一届青川油菜花节吸引游客46万人次。' },
    ['第十一届青川油菜花节'],
  ],
  ['provisional', 'of what was named before', { draft: '实施重点项目68个，预计完成投资52.3亿元。' }, ['52.3亿元']],
  ['indicator-name', 'prices are high', { draft: '原料价格高企。' }, []],
  [
    'percent-point',
    'a rate as it stands',
    { draft: '森林覆盖率65.1个百分点，城镇化率由48个百分点提高到49%。' },
    ['65.1个百分点', '48个百分点'],
  ],
  ['percent-point', 'a difference of rates', { draft: '森林覆盖率提高11个百分点，毛入学率比上年提高12个百分点。' }, []],
  ['percent-point', 'a decline behind its amount', { draft: '原煤产量241万吨，下降15.7个百分点。' }, ['15.7个百分点']],
  ['magnitude', 'a rate', { base: '县域内就诊率88.6%。', draft: '县域内就诊率897%。' }, ['897%']],
  ['magnitude', 'persons of a headline', { base: '年末常住人口42.7万人。', draft: '年末常住人口4248万人。' }, ['4248万人']],
  ['direction', 'where it began', { draft: '城市低保标准由每人每月720元提高到720元，办理时间由3天缩短到2天。' }, ['720元']],
  [
    'stock-flow',
    'additions that added nothing',
    { base: '国家级景区3家。', draft: '新创成国家级景区1家，国家级景区总数达到3家。' },
    ['3家'],
  ],
  ['stale-figure', 'one nought at the end', { base: '新增学位1260个。', draft: '新增学位1260个。' }, ['1260个']],
  ['stale-figure', 'a round number', { base: '新增学位1200个。', draft: '新增学位1200个。' }, []],
  ['impossible', 'reached', { draft: '县域内就诊率由88.6%提高到109.7%。' }, ['109.7%']],
  [
    'comparison',
    'the target, of a rate told elsewhere',
    {
      base: '二、2024年重点工作安排\n固定资产投资增长6%。',
      draft: '固定资产投资增长3.6%。\n固定资产投资增速低于预期目标4.2个百分点。',
    },
    ['4.2个百分点'],
  ],
  [
    'baseline-value',
    'a target quoted',
    { base: '二、2024年重点工作安排\n规上工业增加值增长7%。', draft: '规上工业增加值增长7.6%，完成年初7.2%的目标。' },
    ['7.2%'],
  ],
  [
    'share',
    'points before the level',
    { base: '农产品加工转化率62.0%。', draft: '农产品加工转化率提高5.2个百分点、达到64.5%。' },
    ['5.2个百分点'],
  ],
  ['share', 'points over five years', { draft: '五年来，常住人口城镇化率由2019年的44.8%提高到49.5%，提高7.4个百分点。' }, ['7.4个百分点']],
  ['direction', 'the word alone is wrong', { base: '固定资产投资98.4亿元。', draft: '固定资产投资103.1亿元，下降4.8%。' }, ['4.8%']],
  ['growth-rate', 'comparable scope', { base: '固定资产投资98.4亿元。', draft: '固定资产投资103.1亿元，增长2.1%。' }, []],
  ['unusual-change', 'a rate', { base: '森林覆盖率64.8%。', draft: '森林覆盖率46.1%。' }, ['46.1%']],
  ['unusual-change', 'a rate of what was done', { base: '项目完成率92.5%。', draft: '项目完成率71.3%。' }, []],
  ['unusual-change', '新增 in the name is no reason', { base: '城镇新增就业3.12万人。', draft: '城镇新增就业7.12万人。' }, ['7.12万人']],
  [
    'unusual-change',
    'additions at a multiple',
    { base: '新增体育公园面积2.4万平方米。', draft: '新增体育公园面积9.4万平方米。' },
    ['9.4万平方米'],
  ],
  [
    'baseline-value',
    'what is said to have been revised',
    { base: '地区生产总值612.4亿元。', draft: '2023年地区生产总值由621.4亿元修订为615.8亿元。' },
    ['621.4亿元'],
  ],
  [
    'baseline-value',
    'revised as it was printed',
    { base: '地区生产总值612.4亿元。', draft: '2023年地区生产总值由612.4亿元修订为615.8亿元。' },
    [],
  ],
  ['word-value', 'behind a change', { draft: '民营投资占全部投资的54.3%，比上年提高1.2个百分点，超过六成的份额来自民间。' }, ['超过六成']],
  ['word-value', 'another subject', { draft: '民营投资占全部投资的54.3%，比上年提高1.2个百分点，超过六成企业计划增资。' }, []],
  [
    'share',
    'the part behind 其中',
    { draft: '规上工业总产值912.4亿元。\n三大产业产值均增长，其中纺织产业产值214.6亿元，占规上工业总产值的32.5%。' },
    ['32.5%'],
  ],
  ['stock-flow', 'with exits', { base: '规上工业企业312家。', draft: '新增规上工业企业41家、退出12家，年末总数351家。' }, ['351家']],
  ['stock-flow', 'with exits, right', { base: '规上工业企业312家。', draft: '新增规上工业企业41家、退出12家，年末总数341家。' }, []],
  ['stock-flow', 'exits in all', { base: '累计退出小煤矿14处。', draft: '全年退出小煤矿1处，累计退出小煤矿15处。' }, []],
  [
    'calendar',
    'an anniversary planned last year',
    { base: '二、2024年重点工作安排\n筹办临江大学建校60周年系列活动。', draft: '庆祝临江大学建校70周年。' },
    ['70周年'],
  ],
  [
    'calendar',
    'an anniversary planned and held',
    { base: '二、2024年重点工作安排\n筹办临江大学建校60周年系列活动。', draft: '庆祝临江大学建校60周年。' },
    [],
  ],
  [
    'target-shortfall',
    'above a limit, under a like name',
    { base: '二、2024年重点工作安排\n县属一级企业整合到6家以内。', draft: '县属一级国有企业由9家整合为7家，提前完成改革任务。' },
    ['7家'],
  ],
  [
    'target-shortfall',
    'within a limit',
    { base: '二、2024年重点工作安排\n县属一级企业整合到6家以内。', draft: '县属一级国有企业由9家整合为5家，提前完成改革任务。' },
    [],
  ],
  [
    'enumeration',
    'quoted words in the list',
    { draft: '“一张网”覆盖水务、电力、环卫三大领域，“两癌”筛查、助餐点、托幼点4件实事超额完成。' },
    ['4件'],
  ],
  ['enumeration', 'a quotation among the items', { draft: '“一张网”覆盖水务、电力、环卫、排涝三大领域。' }, ['三大']],
  [
    'enumeration',
    'quotations in prose are no list',
    { draft: '深度融入省“29X”制造业集群、县五大产业链，组织开展“邻里节”、缩小三大差距。' },
    [],
  ],
  ['enumeration', 'points', { draft: '要把握以下四点：一是稳字当头；二是民生为大；三是改革破题。' }, ['四点']],
  ['impossible', 'days of a year', { draft: '空气优良天数376天，累计安全运行天数1260天。' }, ['376天']],
  ['impossible', 'the end of a range of days', { draft: '9月28日至31日举办农博会，10月28日至31日举办车展。' }, ['9月28日至31日']],
  [
    'comparison',
    '比…低',
    {
      base: '二、2024年重点工作安排\n固定资产投资增长6%。',
      draft: '固定资产投资增长3.6%。\n固定资产投资增速比年初预期目标低4.2个百分点，进出口总额增速低0.8个百分点。',
    },
    ['4.2个百分点'],
  ],
  [
    'restatement',
    'beside a bound that allows much',
    { draft: '港口货物吞吐量2042万吨，首次突破2000万吨。\n二、2025年重点工作安排\n港口货物吞吐量由2024万吨提高到2200万吨。' },
    ['2024万吨'],
  ],
  [
    'restatement',
    'what a plan builds on',
    { draft: '地区生产总值612.4亿元。\n二、2025年重点工作安排\n我县621.4亿元的经济总量构成了攻坚的坚实家底。' },
    ['621.4亿元'],
  ],
  [
    'restatement',
    'additions and the total',
    { draft: '高新技术企业净增32家、总数148家。\n二、2025年重点工作安排\n高新技术企业由148家增加到170家。' },
    [],
  ],
  [
    'target-level',
    'reached by a figure that is printed twice',
    { draft: '跨境电商进出口14.514.5亿元。\n二、2025年重点工作安排\n跨境电商进出口突破14亿元。' },
    ['14亿元'],
  ],
  [
    'restatement',
    'of the whole country and of all',
    { draft: '全国重点实验室达到2家。\n二、2025年重点工作安排\n重点实验室由45家增加到48家。' },
    [],
  ],
  [
    'restatement',
    'so many persons achieved it',
    { draft: '城镇新增就业3.8万人。\n二、2025年重点工作安排\n去年36925人实现城镇新增就业。' },
    ['36925人'],
  ],
  [
    'restatement',
    'means of a time, and the whole',
    { draft: '全年接待游客326万人次。\n平均每天接待游客0.9万人次，全年接待游客326万人次。\n平均每天接待游客1.9万人次。' },
    ['1.9万人次'],
  ],
  ['baseline-value', 'less than last year’s', { base: '新增停车泊位842个。', draft: '新增停车泊位824个，少于上年的824个。' }, ['824个']],
  ['digit-style', 'thousands of things', { draft: '新建充电桩3千个，日均新设企业6千多户，装机12千瓦。' }, ['3千']],
  [
    'heading-order',
    'an appendix',
    { draft: '一、2024年工作回顾\n项目推进。\n附件：名词解释\n1.“标箱”：指集装箱。\n2.5G基站：指通信设施。\n4.高企：指高新技术企业。' },
    ['4.'],
  ],
  ['part-whole', 'a part of a part is told once', { draft: '新建学校30所，其中小学46所、其中中心校48所。' }, ['46所', '48所']],
  ['part-whole', 'means', { draft: '全体居民人均可支配收入3.2万元，其中城镇居民人均可支配收入4.1万元。' }, []],
  ['unit', 'behind the own place', { base: '机场旅客吞吐量42.6万人次。', draft: '示例机场旅客吞吐量48.5万人。' }, []],
  [
    'superlative',
    'first computed last year',
    { base: '初步核算，地区生产总值296.8亿元。', draft: '地区生产总值312.4亿元，首次突破280亿元。' },
    ['280亿元'],
  ],
  [
    'superlative',
    'a step that was not reached',
    { base: '初步核算，地区生产总值296.8亿元。', draft: '地区生产总值312.4亿元，首次突破300亿元。' },
    [],
  ],
  ['direction', 'growth turned round', { base: '网络零售额34.2亿元。', draft: '网络零售额38.6亿元，下降12.9%。' }, ['12.9%']],
  ['growth-rate', 'growth turned round is for direction', { base: '网络零售额34.2亿元。', draft: '网络零售额38.6亿元，下降12.9%。' }, []],
  [
    'direction',
    'points turned round, behind a target',
    { base: '地区生产总值增长5.4%。', draft: '地区生产总值增长5.1%，低于5.5%左右的预期目标，比上年加快0.3个百分点。' },
    ['0.3个百分点'],
  ],
  [
    'direction',
    'points the right way, and points above a target',
    {
      base: '地区生产总值增长5.4%，一般公共预算收入增长5.4%。',
      draft:
        '地区生产总值增长5.1%，低于5.5%左右的预期目标，比上年回落0.3个百分点。\n一般公共预算收入增长5.2%，高于5%的预期目标0.2个百分点。',
    },
    [],
  ],
  [
    'direction',
    'more persons, or fewer',
    { base: '年末常住人口43.1万人。', draft: '年末常住人口42.6万人，比上年末增加0.5万人。' },
    ['0.5万人'],
  ],
  [
    'stock-flow',
    'more persons, or fewer',
    { base: '年末常住人口43.1万人。', draft: '年末常住人口42.6万人，比上年末减少0.8万人。' },
    ['0.8万人'],
  ],
  ['stock-flow', 'so many fewer', { base: '年末常住人口43.1万人。', draft: '年末常住人口42.6万人，比上年末减少0.5万人。' }, []],
  [
    'stock-flow',
    'what was built stays',
    { base: '养老床位2050张，公共停车泊位1.62万个。', draft: '新增养老床位240张，总数2100张。新增公共停车泊位600个，总数1.68万个。' },
    ['2100张'],
  ],
  [
    'direction',
    'ranks',
    { draft: '县域商业考核由全省第8位前移至第9位，营商环境评价由全市第5位升至第3位，平安考核由全市第2位下滑至第4位。' },
    ['第9位'],
  ],
  [
    'growth-rate',
    'a base that the sentence states',
    { base: '社会消费品零售总额83.2亿元。', draft: '社会消费品零售总额86.4亿元，按普查调整后的上年基数81.5亿元计算，增长8.0%。' },
    ['8.0%'],
  ],
  [
    'growth-rate',
    'a base that the sentence states, and that fits',
    { base: '社会消费品零售总额83.2亿元。', draft: '社会消费品零售总额86.4亿元，按普查调整后的上年基数81.5亿元计算，增长6.0%。' },
    [],
  ],
  [
    'growth-rate',
    'planned growth, and the level behind it',
    { draft: '一般公共预算收入24.6亿元。\n二、2025年重点工作安排\n一般公共预算收入增长4%，达到26.8亿元。' },
    ['4%'],
  ],
  [
    'growth-rate',
    'round numbers of a plan',
    { draft: '一般公共预算收入24.6亿元。\n二、2025年重点工作安排\n一般公共预算收入增长5%，达到26亿元。' },
    [],
  ],
  [
    'growth-rate',
    'a bound beside the base',
    { draft: '网络零售额36.2亿元，突破30亿元。\n二、2025年重点工作安排\n网络零售额增长5%，达到42.6亿元。' },
    ['5%'],
  ],
  [
    'streak',
    'a year that fell short',
    { base: '规上工业总产值98.4亿元。', draft: '规上工业总产值126.8亿元，连续三年突破百亿元。' },
    ['连续三年'],
  ],
  [
    'streak',
    'as many years as are known',
    { base: '规上工业总产值108.4亿元。', draft: '规上工业总产值126.8亿元，连续两年突破百亿元。' },
    [],
  ],
  [
    'streak',
    'under a name that says little',
    {
      base: '粮食播种面积36.2万亩，总产量3.1亿斤，连续6年稳定在3亿斤以上。',
      draft: '粮食播种面积36.5万亩，总产量3.2亿斤，连续6年稳定在3亿斤以上。',
    },
    ['连续6年'],
  ],
  [
    'target-level',
    'years ahead',
    { draft: '常住人口城镇化率58.4%。\n二、2025年重点工作安排\n到2030年，常住人口城镇化率达到54%，人均预期寿命达到82岁。' },
    ['54%'],
  ],
  [
    'target-level',
    'years ahead, and more',
    { draft: '常住人口城镇化率58.4%。\n二、2025年重点工作安排\n到2030年，常住人口城镇化率达到62%。' },
    [],
  ],
  [
    'target-level',
    'reached, by a bound and by a number',
    { draft: '新能源装机首次突破50万千瓦、达到50.6万千瓦。\n二、2025年重点工作安排\n新能源装机提高到50万千瓦以上。' },
    ['50万千瓦'],
  ],
  [
    'target-level',
    'a share under a name of its own',
    {
      base: '数字经济核心产业增加值占地区生产总值的6.8%。',
      draft: '数字经济核心产业增加值占地区生产总值的7.3%。\n二、2025年重点工作安排\n数字经济核心产业增加值占比提高到7.1%。',
    },
    ['7.1%'],
  ],
  [
    'target-level',
    'more than last year, and yet less',
    { draft: '实施重点项目120个，完成投资86亿元。\n二、2025年重点工作安排\n实施重点项目130个，完成投资78亿元、比上年增加8亿元。' },
    ['78亿元'],
  ],
  [
    'target-level',
    'more than last year',
    { draft: '实施重点项目120个，完成投资86亿元。\n二、2025年重点工作安排\n实施重点项目130个，完成投资94亿元、比上年增加8亿元。' },
    [],
  ],
  [
    'sum',
    'one thing in five years, and in all',
    {
      draft:
        '——这五年，2020年至2024年，粮食产量分别为3.1亿斤、3.2亿斤、3.2亿斤、3.3亿斤和3.4亿斤，五年累计16.8亿斤。\n——这五年，2020年至2024年，肉牛出栏分别为1.1万头、1.2万头、1.2万头、1.3万头和1.4万头，五年累计6.2万头。',
    },
    ['16.8亿斤'],
  ],
  [
    'sum',
    'so many in all, behind as many',
    { draft: '水稻种植面积12.4万亩；玉米种植面积18.6万亩；油菜种植面积5.2万亩。三大作物面积合计38.2万亩。' },
    ['38.2万亩'],
  ],
  ['sum', 'so many in all, behind fewer', { draft: '水稻种植面积12.4万亩；玉米种植面积18.6万亩。三大作物面积合计38.2万亩。' }, []],
  [
    'sum',
    'parts that were all there were last year',
    {
      base: '新能源装机80.2万千瓦。新能源装机中，风电46.1万千瓦、光伏28.1万千瓦、生物质6.0万千瓦。',
      draft: '新能源装机96.4万千瓦。新能源装机中，风电52.3万千瓦、光伏28.1万千瓦、生物质6.0万千瓦。',
    },
    ['96.4万千瓦'],
  ],
  [
    'sum',
    'parts that were not all last year',
    {
      base: '新能源装机80.2万千瓦。新能源装机中，风电46.1万千瓦、光伏28.1万千瓦。',
      draft: '新能源装机96.4万千瓦。新能源装机中，风电52.3万千瓦、光伏28.1万千瓦。',
    },
    [],
  ],
  ['share', 'good ones among all', { draft: '9个省控断面中优良断面7个，优良比例88.9%。' }, ['88.9%']],
  ['share', 'good ones among all, rightly', { draft: '9个省控断面中优良断面8个，优良比例88.9%。' }, []],
  [
    'share',
    'of last year’s target',
    { base: '二、2024年重点工作安排\n城镇新增就业0.52万人。', draft: '城镇新增就业0.58万人，为年度目标的120%。' },
    ['120%'],
  ],
  [
    'share',
    'of last year’s target, or of the province’s',
    {
      base: '二、2024年重点工作安排\n城镇新增就业0.52万人，失业人员再就业0.12万人。',
      draft: '城镇新增就业0.58万人，为年度目标的111.5%；失业人员再就业0.14万人，为省下达任务的140%。',
    },
    [],
  ],
  ['share', 'yield', { draft: '粮食播种面积36.52万亩，总产量3.204亿斤。粮食平均亩产837.7斤。' }, ['837.7斤']],
  ['share', 'yield, and of a plot', { draft: '粮食播种面积36.52万亩，总产量3.204亿斤。粮食平均亩产877.3斤，示范方亩产1286斤。' }, []],
  [
    'share',
    'bounds agree with anything',
    { draft: '四大产业合计86.4亿元，占规上工业总产值的72.8%。\n规上工业总产值126.8亿元，突破百亿元。' },
    ['72.8%'],
  ],
  [
    'enumeration',
    'one word before each',
    { draft: '做好今年工作，要把握“四个坚持”：坚持实干为先，坚持项目为王，坚持民生为大。' },
    ['四个坚持'],
  ],
  [
    'enumeration',
    'one word before each, all there or going on',
    { draft: '要把握“三个坚持”：坚持实干为先，坚持项目为王，坚持民生为大。\n要把握“四个聚焦”：聚焦实干，聚焦项目，聚焦民生。聚焦安全。' },
    [],
  ],
  ['enumeration', 'steps', { draft: '地区生产总值接连跨过200亿、250亿、300亿四个五十亿元台阶。' }, ['四个五十亿元台阶']],
  ['enumeration', 'steps, rightly', { draft: '地区生产总值接连跨过200亿、250亿、300亿三个五十亿元台阶。' }, []],
  [
    'enumeration',
    'tasks',
    { draft: '今年办好6件民生实事：新建改造学校4所；新增托位300个；改造老旧小区12个；新建公园5个；改造危房200户。' },
    ['6件民生实事'],
  ],
  [
    'enumeration',
    'tasks that go on',
    { draft: '今年办好6件民生实事：新建改造学校4所；新增托位300个；改造老旧小区12个。新建公园5个。' },
    [],
  ],
  ['impossible', 'of all', { draft: '政务服务事项网办率104.2%，拨备覆盖率210%，移动电话普及率128%，粮食加工转化率106%。' }, ['104.2%']],
  ['percent-point', 'how far apart', { draft: '与全省相比，增速高0.3%，增速高达12.4%，占比高于12.4%。' }, ['0.3%']],
  ['percent-point', 'the target for a decline', { draft: '单位地区生产总值能耗下降3.4%，完成下降3个百分点的年度目标。' }, ['3个百分点']],
  [
    'restatement',
    'how many there are',
    { draft: '乌江县增速居8个县（市、区）首位。7个县（市、区）全部通高速，改革覆盖8个县（市、区）。' },
    ['7个'],
  ],
  [
    'restatement',
    'how many there are, in the same words',
    { draft: '6个县（市、区）全部通高速。\n——这五年，5个县（市、区）全部通高速。' },
    ['5个'],
  ],
  [
    'restatement',
    'how many of them',
    { draft: '乌江县增速居8个县（市、区）首位。试点的7个县（市、区）全部完成，改革覆盖8个县（市、区）。' },
    [],
  ],
  [
    'baseline-value',
    'a rate over a base that the sentence states',
    { base: '社会消费品零售总额83.2亿元，增长5.2%。', draft: '社会消费品零售总额86.4亿元，按普查调整后的上年基数81.5亿元计算，增长6.0%。' },
    [],
  ],
  [
    'baseline-value',
    'as many as promised',
    { base: '二、2024年重点工作安排\n办好10件民生实事。', draft: '年初承诺的12件民生实事全部办结。' },
    ['12件'],
  ],
  [
    'baseline-value',
    'as many as promised, not as last year',
    { base: '12件民生实事全部办结。\n二、2024年重点工作安排\n办好10件民生实事。', draft: '年初承诺的10件民生实事全部办结。' },
    [],
  ],
  ['word-value', 'missed, yet reached', { draft: '单位地区生产总值能耗下降3.6%，未能完成3.5%的年度目标。' }, ['未能完成']],
  [
    'word-value',
    'missed, and no rate of completion',
    { draft: '固定资产投资下降3.2%，未能完成2%的增长目标。\n单位地区生产总值能耗下降14.6%，超额完成14.5%的规划目标。' },
    [],
  ],
  ['word-value', 'growth a year', { draft: '进出口总额由2019年的9.2亿元增加到18.5亿元，翻了一番，年均增长14.9%。' }, []],
  ['relative-year', 'a result', { draft: '困难不少，今年规上工业增加值增速未达预期，今年经济工作任务繁重。' }, ['今年']],
  ['relative-year', 'in a part of five years', { draft: '一、过去五年工作回顾\n我们清醒看到，今年以来投资增长放缓。' }, ['今年以来']],
  ['magnitude', 'a decimal lost', { base: '研发投入强度1.32%。', draft: '研发投入强度14.1%。' }, ['14.1%']],
  ['magnitude', 'a share that grew', { base: '新能源汽车占比1.3%。', draft: '新能源汽车占比14.1%。' }, []],
  [
    'baseline-value',
    'targets in an appendix',
    {
      base: '二、2024年重点工作安排\n进出口总额增长10%。',
      draft: '进出口总额18.2亿元。\n附件1\n2024年主要预期目标完成情况\n1.进出口总额：目标增长12%，完成18.2亿元。',
    },
    ['12%'],
  ],
  ['magnitude', 'some of them', { base: '经营主体2.24万户。', draft: '为200户经营主体发放贷款8亿元。' }, []],
  [
    'magnitude',
    'a verb that stays with the first',
    { base: '新增新能源装机10.6万千瓦。', draft: '新增新能源装机12万千瓦，新能源装机总量突破108万千瓦。' },
    [],
  ],
  ['partial-year', 'both a part', { draft: '汽车产量8.6万辆，其中新能源汽车1—10月生产3.6万辆、全年达到3.4万辆。' }, ['3.4万辆']],
  ['cumulative-drop', 'what goes up slowly', { base: '人均预期寿命79.5岁。', draft: '人均预期寿命79.1岁。' }, ['79.1岁']],
  ['cumulative-drop', 'what goes up slowly, and does', { base: '人均预期寿命79.5岁。', draft: '人均预期寿命79.8岁。' }, []],
  [
    'unusual-change',
    'what rose is another thing',
    { base: '新增中小学学位1260个。', draft: '新增中小学学位3320个，普惠性幼儿园覆盖率91.6%，高中阶段毛入学率提高到94.5%。' },
    ['3320个'],
  ],
  [
    'comparison',
    'a result on comparable scope, and its target',
    {
      base: '二、2024年重点工作安排\n固定资产投资增长5%。',
      draft: '固定资产投资按可比口径增长4.6%。\n固定资产投资增速比年初目标低1.4个百分点。',
    },
    ['1.4个百分点'],
  ],
  [
    'share',
    'a plan between a result and what it rose by',
    { base: '水利项目完成投资36.2亿元。', draft: '水利项目完成投资41.5亿元，占年度计划40亿元的103.8%，比上年多完成5.3亿元。' },
    [],
  ],
  ['share', 'what is above a plan', { draft: '水利项目完成投资41.5亿元，比年度计划40亿元多2.5亿元。' }, ['2.5亿元']],
  ['direction', 'more of what is taken away', { base: '减免税费8.4亿元。', draft: '减免税费9.6亿元，比上年多减1.2亿元。' }, []],
  ['relative-year', 'what is still to come', { draft: '安置房已交付1820套，剩余部分今年上半年全部交付。' }, []],
  [
    'partial-year',
    'of what was signed, not of what was finished',
    { draft: '实施亿元以上项目126个，当年竣工39个。全年签约亿元以上项目71个，其中前三季度56个。' },
    [],
  ],
  [
    'calendar',
    'an anniversary of the year that is past',
    { base: '2024年是平湖建县40周年。', draft: '刚刚过去的一年，是攻坚之年，也是平湖建县41周年。' },
    ['41周年'],
  ],
  [
    'calendar',
    'an anniversary of the year that is past, rightly',
    { base: '2024年是平湖建县40周年。', draft: '刚刚过去的一年，是攻坚之年，也是平湖建县40周年。' },
    [],
  ],
  [
    'share',
    'the whole once exactly and once roughly',
    { draft: '一般公共预算收入26.05亿元，首次站上26亿元台阶；其中税收收入21.36亿元，占80.2%。' },
    ['80.2%'],
  ],
  [
    'share',
    'the whole once exactly and once roughly, rightly',
    { draft: '一般公共预算收入26.05亿元，首次站上26亿元台阶；其中税收收入21.36亿元，占82.0%。' },
    [],
  ],
  ['sum', 'said with 共', { draft: '办理人大代表建议142件、政协委员提案168件，共294件，办复率100%。' }, ['294件']],
  ['sum', 'said with 共, rightly', { draft: '办理人大代表建议142件、政协委员提案168件，共310件，办复率100%。' }, []],
  ['sum', 'no list of all', { draft: '培育智能工厂12家、绿色工厂8家等，共45家。' }, []],
  ['enumeration', 'told with 要', { draft: '要把握好四点：一要稳存量，二要扩增量，三要优环境。' }, ['四点']],
  ['enumeration', 'told with 要, rightly', { draft: '要把握好三点：一要稳存量，二要扩增量，三要优环境。' }, []],
  ['decrease-multiple', 'an object between', { draft: '新炉投产后减少外购电成本5倍。' }, ['减少外购电成本5倍']],
  ['decrease-multiple', 'a growth behind', { draft: '新炉投产后降低能耗，产能提高3倍，降低成本的幅度是上年的2倍。' }, []],
  ['relative-year', 'a deadline', { draft: '充电桩比计划少40个，欠账部分今年6月底前补齐。' }, []],
  ['relative-year', 'what was done', { draft: '今年上半年，交付安置房1820套。' }, ['今年上半年']],
  [
    'growth-rate',
    'a number of the year after one of all years',
    { base: '自2018年开通以来，累计开行冷链班列420列。', draft: '全年开行冷链班列120列，增长9.1%。' },
    [],
  ],
  ['share', 'a rate of any doing', { draft: '4200套安居房已交付3990套，交付率94%。' }, ['94%']],
  ['share', 'what is measured, and its whole', { draft: '发电量320亿千瓦时。\n外送电量96亿千瓦时，占发电量的33%。' }, ['33%']],
  ['share', 'what is measured, and its whole, which fit', { draft: '发电量320亿千瓦时。\n外送电量96亿千瓦时，占发电量的30%。' }, []],
  [
    'sum',
    'parts that only their property names',
    { draft: '专项债券项目12个、资金8.4亿元，特别国债项目6个、资金3.5亿元，两类资金合计12.9亿元。' },
    ['12.9亿元'],
  ],
  [
    'sum',
    'kinds that exclude each other, and make more than the whole',
    { draft: '清洁能源装机620万千瓦，其中风电410万千瓦、光伏320万千瓦。' },
    ['620万千瓦'],
  ],
  ['sum', 'kinds that exclude each other, not all there are', { draft: '清洁能源装机620万千瓦，其中风电310万千瓦、光伏220万千瓦。' }, []],
  ['sum', 'groups that overlap', { draft: '选派干部120名，其中党员98名、女性46名。' }, []],
  [
    'comparison',
    'a list of targets that were missed',
    {
      base: '二、2024年重点工作安排\n地区生产总值增长7%，固定资产投资增长9%。',
      draft: '地区生产总值增长6.4%，固定资产投资增长6.8%。\n地区生产总值、固定资产投资增速分别比预期低0.6个和1.2个百分点。',
    },
    ['1.2个百分点'],
  ],
  ['superlative', 'places that a rank moved', { base: '综合考评列全省第9位。', draft: '综合考评列全省第6位，前移2位。' }, ['第6位']],
  ['superlative', 'places that a rank moved, rightly', { base: '综合考评列全省第9位。', draft: '综合考评列全省第6位，前移3位。' }, []],
  [
    'target-shortfall',
    'what was to fall further',
    { base: '二、2024年重点工作安排\n单位生产总值能耗下降3%。', draft: '单位生产总值能耗下降2.4%，超额完成年度任务。' },
    ['2.4%'],
  ],
  [
    'target-shortfall',
    'what fell further',
    { base: '二、2024年重点工作安排\n单位生产总值能耗下降3%。', draft: '单位生产总值能耗下降3.2%，超额完成年度任务。' },
    [],
  ],
  ['approximation', 'two words behind', { draft: '农产品网络零售额增长12%以上左右。' }, ['12%以上左右']],
  [
    'magnitude',
    'planned growth after another result',
    { draft: '居民消费价格上涨0.3%。\n二、2025年重点工作安排\n居民消费价格涨幅3%左右。' },
    [],
  ],
  ['magnitude', 'one year after five', { draft: '五年来新改建农村公路2.1万公里。\n二、2025年重点工作安排\n新改建农村公路2000公里。' }, []],
  [
    'restatement',
    'a zone with the subject of its region',
    { draft: '全市进出口总额820亿元。\n临江自贸试验区形成创新成果36项，进出口总额92亿元。' },
    [],
  ],
  [
    'stock-flow',
    'years that add up',
    { base: '“十四五”前三年累计城镇新增就业12.3万人。', draft: '城镇新增就业4.1万人。\n“十四五”前四年累计城镇新增就业16.8万人。' },
    ['16.8万人'],
  ],
  [
    'stock-flow',
    'years that do',
    { base: '“十四五”前三年累计城镇新增就业12.3万人。', draft: '城镇新增就业4.1万人。\n“十四五”前四年累计城镇新增就业16.4万人。' },
    [],
  ],
  [
    'stock-flow',
    'all that there was since it began',
    { base: '自2018年开通以来，累计开行冷链班列420列。', draft: '全年开行冷链班列120列，开通七年来累计开行504列。' },
    ['504列'],
  ],
  [
    'stock-flow',
    'all that there was since it began, rightly',
    { base: '自2018年开通以来，累计开行冷链班列420列。', draft: '全年开行冷链班列120列，开通七年来累计开行540列。' },
    [],
  ],
  [
    'stock-flow',
    'a stock, what came and what there is, in one sentence',
    { draft: '2023年末粮库总仓容由62万吨调整为60.5万吨，2024年新增4.5万吨，年末达到67万吨。' },
    ['67万吨'],
  ],
  [
    'stock-flow',
    'a stock, what came and what there is, with what went',
    { draft: '2023年末粮库总仓容由62万吨调整为60.5万吨，2024年新增4.5万吨，年末达到64万吨。' },
    [],
  ],
  [
    'stock-flow',
    'what was added, called by the end of the name',
    { base: '高速公路通车里程320公里。', draft: '新增通车里程36公里，高速公路总里程365公里。' },
    ['365公里'],
  ],
  [
    'cumulative-drop',
    'all of a kind that there were more of',
    { base: '建成社区老年人助餐点86个。', draft: '新建老年人助餐点12个，累计达到78个。' },
    ['78个'],
  ],
  [
    'unit',
    'paid by the month, and by the year',
    { base: '城市低保标准提高到每人每月680元。', draft: '城市低保标准提高到每人每年715元。' },
    ['715元'],
  ],
  [
    'target-level',
    'a share whose whole is told once',
    { draft: '本地配套产值62亿元，占总产值的41.3%。\n二、2025年重点工作安排\n本地配套产值占比提高到40%以上。' },
    ['40%'],
  ],
  ['enumeration', 'one verb before the list', { draft: '大力实施种业振兴、地力提升、农机下乡四大工程。' }, ['四大']],
  ['enumeration', 'one verb before the list, rightly', { draft: '大力实施种业振兴、地力提升、农机下乡三大工程。' }, []],
  ['enumeration', 'a quoted list', { draft: '紧扣“生态家园、物流枢纽、智造基地”四个定位。' }, ['四个']],
  ['enumeration', 'a quoted list whose items join others', { draft: '围绕“激发活力、促进协同和维护公平”三大诉求。' }, []],
  ['word-value', 'tenths of the whole beside', { draft: '网络零售额42亿元，其中农产品12.8亿元，约占五成。' }, ['五成']],
  ['word-value', 'tenths of the whole beside, rightly', { draft: '网络零售额42亿元，其中农产品12.8亿元，约占三成。' }, []],
  ['calendar', 'a deadline gone by', { draft: '二、2025年重点工作安排\n城西水厂2024年底前建成投用。' }, ['2024年底前建成投用']],
  [
    'calendar',
    'what was finished before',
    { draft: '二、2025年重点工作安排\n对2024年底前建成的小区开展复查，城西水厂2025年底前建成投用。' },
    [],
  ],
  [
    'calendar',
    'one of several events held together',
    { base: '第五届采茶节、第三届半程马拉松成功举办。', draft: '第五届采茶节、第四届半程马拉松精彩上演。' },
    ['第五届采茶节'],
  ],
  [
    'calendar',
    'a title won already',
    { draft: '“双拥模范县”五连冠的荣誉催人奋进。\n二、2025年重点工作安排\n力争“双拥模范县”实现五连冠。' },
    ['五连冠'],
  ],
  [
    'calendar',
    'a title to be won again',
    { draft: '“双拥模范县”五连冠的荣誉催人奋进。\n二、2025年重点工作安排\n巩固五连冠成果，力争“双拥模范县”实现六连冠。' },
    [],
  ],
  [
    'streak',
    'months',
    { base: '规上工业增加值增长9.2%，连续22个月保持正增长。', draft: '规上工业增加值增长8.6%，连续22个月保持正增长。' },
    ['连续22个月'],
  ],
  [
    'streak',
    'months that went on, or began anew',
    {
      base: '规上工业增加值增长9.2%，连续22个月保持正增长；社会消费品零售总额增长5%，连续15个月保持增长。',
      draft: '规上工业增加值增长8.6%，连续34个月保持正增长；社会消费品零售总额增长4%，连续8个月保持增长。',
    },
    [],
  ],
  [
    'growth-rate',
    'what only a property names',
    { base: '茶叶种植12.6万亩，产量8.2万吨。', draft: '茶叶种植12.8万亩，产量8.6万吨，增长9.4%。' },
    ['9.4%'],
  ],
  [
    'growth-rate',
    'a property of another thing',
    { base: '蚕桑种植3.1万亩，产量1.2万吨。', draft: '茶叶种植12.8万亩，产量8.6万吨，增长9.4%。' },
    [],
  ],
  ['percent-point', 'a rise right behind a share', { draft: '税收收入128亿元，占比61.6%，比上年提高0.8%。' }, ['0.8%']],
  ['percent-point', 'growth of the amount behind a share', { draft: '税收收入128亿元，占比61.6%，增长8.2%。' }, []],
  [
    'share',
    'a rate of completion, of a target that is a floor',
    { base: '二、2024年重点工作安排\n城镇新增就业5万人以上。', draft: '城镇新增就业5.8万人，为年度目标的112%。' },
    ['112%'],
  ],
  [
    'share',
    'a rate of completion, of a target that is a floor, which fits',
    { base: '二、2024年重点工作安排\n城镇新增就业5万人以上。', draft: '城镇新增就业5.8万人，为年度目标的116%。' },
    [],
  ],
  [
    'share',
    'the year that a sentence tells of',
    {
      base: '2022年全社会研发经费投入42亿元，占地区生产总值的2.15%。',
      draft: '2023年全社会研发经费投入46亿元，占当年地区生产总值的2.47%，比上年提高0.12个百分点。',
    },
    ['0.12个百分点'],
  ],
  [
    'calendar',
    'the last year of a plan’s tasks',
    { draft: '二、2025年重点工作安排\n2025年是完成“十四五”规划目标任务的开局之年。' },
    ['十四五”规划目标任务的开局之年'],
  ],
  ['unit', 'floors measured as land', { draft: '启动楼宇更新项目9个、建筑面积32.6万亩。' }, ['32.6万亩']],
  ['unit', 'floors', { draft: '启动楼宇更新项目9个、建筑面积32.6万平方米、用地1200亩。' }, []],
  [
    'magnitude',
    'a nought too many, of one of two doings',
    { base: '筹集保障性住房8600套，供应保障性住房3200套。', draft: '筹集保障性住房92400套，供应保障性住房3650套。' },
    ['92400套'],
  ],
  [
    'restatement',
    'digits exchanged, in the plan',
    { draft: '规上工业企业16724家。\n二、2025年重点工作安排\n我们有16742家规上工业企业，底气十足。' },
    ['16742家'],
  ],
  [
    'restatement',
    'a target whose digits are last year’s exchanged',
    { draft: '农村低保标准提高到每人每年12480元。\n二、2025年重点工作安排\n农村低保标准提高到每人每年14280元。' },
    [],
  ],
  [
    'restatement',
    'what a target builds on',
    { draft: '开行冷链班列248列。\n二、2025年重点工作安排\n在去年开行284列的基础上，冷链班列达到300列。' },
    ['284列'],
  ],
  [
    'restatement',
    'what a target builds on, rightly',
    { draft: '开行冷链班列248列。\n二、2025年重点工作安排\n在去年开行248列的基础上，冷链班列达到300列。' },
    [],
  ],
  [
    'target-shortfall',
    'what was done, and whom it reached',
    { base: '二、2024年重点工作安排\n改造老旧小区35个。', draft: '改造老旧小区33个，惠及居民1.58万户，超额完成年初目标。' },
    ['33个'],
  ],
  [
    'between',
    'rates of the three industries by their short names',
    { draft: '地区生产总值增长5.8%。\n三次产业增速依次为3.1%、4.2%和5.6%。' },
    ['5.8%'],
  ],
  [
    'between',
    'rates of the three industries, around the whole',
    { draft: '地区生产总值增长5.2%。\n三次产业增速依次为3.1%、4.2%和5.9%。' },
    [],
  ],
  [
    'superlative',
    'moved forward to where it was ahead of',
    { base: '全国县域综合竞争力百强县排名第31位。', draft: '全国县域综合竞争力百强县位次前移至第34位。' },
    ['第34位'],
  ],
  [
    'superlative',
    'moved forward',
    { base: '全国县域综合竞争力百强县排名第37位。', draft: '全国县域综合竞争力百强县位次前移至第34位。' },
    [],
  ],
  [
    'calendar',
    'the founding of one’s own county',
    { base: '2024年是青川建县40周年。', draft: '二、2025年重点工作安排\n2025年是建县42周年。' },
    ['42周年'],
  ],
  [
    'calendar',
    'the founding of one’s own county, rightly',
    { base: '2024年是青川建县40周年。', draft: '二、2025年重点工作安排\n2025年是建县41周年。' },
    [],
  ],
  ['share', 'a rate of others', { draft: '城镇就业1.2万人，失业人员再就业3000人，就业率95%。' }, []],
  ['share', 'a share of another territory’s', { draft: '发电量320亿千瓦时。\n外送电量96亿千瓦时，占全省发电量的12%。' }, []],
  [
    'cumulative-drop',
    'a noun that may be of anything',
    { base: '建成就业见习示范基地86个。', draft: '新建示范基地2个，累计达到12个。' },
    [],
  ],
  [
    'target-shortfall',
    'a target that was about so much',
    { base: '二、2024年重点工作安排\n单位生产总值能耗下降3%左右。', draft: '单位生产总值能耗下降2.9%，完成年度任务。' },
    [],
  ],
  [
    'respectively',
    'two values of two things and a single rate right behind',
    { draft: '城镇居民、农村居民人均可支配收入42180元、24630元，分别增长4.9%。' },
    ['分别增长4.9%'],
  ],
  ['respectively', 'one rate for both', { draft: '城镇居民、农村居民人均可支配收入42180元、24630元，均增长4.9%。' }, []],
  ['share', 'a share of all, behind what was added', { draft: '养老机构床位5200张，净增160张，其中护理型3172张、占63.5%。' }, ['63.5%']],
  ['share', 'a share of all, behind what was added, rightly', { draft: '养老机构床位5200张，净增160张，其中护理型3172张、占61.0%。' }, []],
  ['share', 'a share of what was added', { draft: '养老机构床位5200张，净增160张，其中护理型120张、占75.0%。' }, []],
  [
    'share',
    'more than the year before, behind a share of the whole length',
    { base: '累计铺设供水管道11.4公里。', draft: '累计铺设供水管道15.6公里，占全长24公里的65.0%，比上年末多出4.2公里。' },
    [],
  ],
  ['share', 'growth by as many times as it came to', { draft: '博士后工作站由12家增加到30家，增长2.5倍。' }, ['2.5倍']],
  ['share', 'growth by so many times', { draft: '博士后工作站由12家增加到30家，增长1.5倍。' }, []],
  ['share', 'so many times what it was', { draft: '博士后工作站由12家增加到30家，是五年前的2.5倍。' }, []],
  [
    'share',
    'a structure that the value added does not make',
    {
      draft:
        '地区生产总值400亿元，其中第一产业增加值60亿元、第二产业增加值160亿元、第三产业增加值180亿元。\n三次产业结构调整为16.2∶39.1∶44.7。',
    },
    ['16.2∶39.1∶44.7'],
  ],
  [
    'share',
    'a structure whose last digits were made to fit',
    {
      draft:
        '地区生产总值400亿元，其中第一产业增加值60亿元、第二产业增加值160亿元、第三产业增加值180亿元。\n三次产业结构由16.2∶39.1∶44.7调整为15.1∶40.0∶44.9。',
    },
    [],
  ],
  [
    'share',
    'a share of the same measure of the whole',
    { draft: '规上工业企业实现营业收入520亿元。\n经开区营业收入390亿元，占全县规上工业的57.0%。' },
    ['57.0%'],
  ],
  [
    'share',
    'a share of the same measure of the whole, rightly',
    { draft: '规上工业企业实现营业收入520亿元。\n经开区营业收入390亿元，占全县规上工业的75.0%。' },
    [],
  ],
  ['share', 'imports and exports are no exports', { draft: '进出口总额40亿元，其中出口26亿元。\n经开区进出口20亿元，占全县的50.0%。' }, []],
  [
    'share',
    'a town’s share of the county’s output',
    { draft: '地区生产总值300亿元。\n城关镇地区生产总值96亿元，占全县的42.1%。' },
    ['42.1%'],
  ],
  ['share', 'a town’s share of another’s output', { draft: '地区生产总值300亿元。\n城关镇地区生产总值96亿元，占全省的0.2%。' }, []],
  [
    'share',
    'standards of two kinds, the second left standing',
    {
      base: '城市低保标准提高到每人每月730元，农村低保标准提高到每人每年6180元。',
      draft: '城市低保标准提高到每人每月760元，农村低保标准提高到每人每年6180元，分别提高30元和300元。',
    },
    [],
  ],
  [
    'stock-flow',
    'standards of two kinds, the second left standing',
    {
      base: '城市低保标准提高到每人每月730元，农村低保标准提高到每人每年6180元。',
      draft: '城市低保标准提高到每人每月760元，农村低保标准提高到每人每年6180元，分别提高30元和300元。',
    },
    ['300元'],
  ],
  [
    'stock-flow',
    'standards of two kinds',
    {
      base: '城市低保标准提高到每人每月730元，农村低保标准提高到每人每年6180元。',
      draft: '城市低保标准提高到每人每月760元，农村低保标准提高到每人每年6480元，分别提高30元和300元。',
    },
    [],
  ],
  [
    'stock-flow',
    'those that left are forgotten, the stock told by its verb alone',
    { base: '规上工业企业总数210家。', draft: '新增规上工业企业26家，退库9家，年末实有236家。' },
    ['236家'],
  ],
  [
    'stock-flow',
    'those that left, the stock told by its verb alone',
    { base: '规上工业企业总数210家。', draft: '新增规上工业企业26家，退库9家，年末实有227家。' },
    [],
  ],
  [
    'magnitude',
    'a nought too many, by last year’s result and this year’s plan',
    { base: '招聘乡村医生146名。\n二、2024年重点工作安排\n招聘乡村医生160名。', draft: '招聘乡村医生1580名。' },
    ['1580名'],
  ],
  ['magnitude', 'persons, by last year’s result alone', { base: '招聘乡村医生146名。', draft: '招聘乡村医生1580名。' }, []],
  [
    'magnitude',
    'land made in the year and in all',
    { base: '新建高标准农田3.1万亩，累计建成45.6万亩。', draft: '建设高标准农田2.6万亩。\n全县高标准农田累计48.2万亩。' },
    [],
  ],
  ['restatement', 'land made in the year and in all', { draft: '建设高标准农田2.6万亩。\n全县高标准农田累计48.2万亩。' }, []],
  [
    'restatement',
    'a first account, and the same in the part on five years',
    { draft: '初步核算，全年地区生产总值428.6亿元。\n五年来，地区生产总值由310.5亿元增加到426.8亿元。' },
    ['426.8亿元'],
  ],
  [
    'restatement',
    'a first account that was revised',
    { draft: '初步核算，全年地区生产总值428.6亿元。\n经最终核实，全年地区生产总值调整为431.2亿元。' },
    [],
  ],
  [
    'sum',
    'a total of the industries that 分别 listed',
    { draft: '陶瓷、茶叶、竹木三大产业分别实现产值84.2亿元、36.5亿元、21.7亿元。三大产业合计124.4亿元。' },
    ['124.4亿元'],
  ],
  [
    'sum',
    'a total of the industries that 分别 listed, rightly',
    { draft: '陶瓷、茶叶、竹木三大产业分别实现产值84.2亿元、36.5亿元、21.7亿元。三大产业合计142.4亿元。' },
    [],
  ],
  [
    'sum',
    'a total of other industries than those listed',
    { draft: '陶瓷、茶叶、竹木三大产业分别实现产值84.2亿元、36.5亿元、21.7亿元。五大产业合计324.4亿元。' },
    [],
  ],
  ['sum', 'new and improved are more than all', { draft: '建设污水管网28公里，其中新建18公里、改造15公里。' }, ['28公里']],
  ['sum', 'new and improved are all', { draft: '建设污水管网28公里，其中新建18公里、改造10公里。' }, []],
  [
    'sum',
    'new and improved, behind a plan and the same in another unit',
    { draft: '建设高标准农田2.8万亩，约合1867公顷，比3万亩的计划少0.2万亩，其中新建2.9万亩、改造提升0.9万亩。' },
    ['2.8万亩'],
  ],
  [
    'part-whole',
    'more above the higher threshold',
    { draft: '新签约亿元以上项目46个，其中5亿元以上项目8个、10亿元以上项目12个。' },
    ['12个'],
  ],
  [
    'part-whole',
    'fewer above the higher threshold, in either order',
    { draft: '新签约亿元以上项目46个，其中10亿元以上项目8个、5亿元以上项目12个。' },
    [],
  ],
  ['part-whole', 'brackets, each with its ends', { draft: '新签约亿元以上项目46个，其中5亿元至10亿元项目8个、10亿元以上项目12个。' }, []],
  [
    'target-shortfall',
    'what was fixed is said to have come true',
    {
      base: '二、2024年重点工作安排\n新增限上商贸企业15家，网络零售额达到13亿元。',
      draft: '新增限上商贸企业12家，网络零售额13.4亿元，年初确定的两个数都兑现了。',
    },
    ['12家'],
  ],
  [
    'target-shortfall',
    'what was fixed came true',
    {
      base: '二、2024年重点工作安排\n新增限上商贸企业15家，网络零售额达到13亿元。',
      draft: '新增限上商贸企业16家，网络零售额13.4亿元，年初确定的两个数都兑现了。',
    },
    [],
  ],
  [
    'target-shortfall',
    'what a campaign added',
    {
      base: '二、2024年重点工作安排\n新增返乡创业人员3000人以上。',
      draft: '“燕归巢”行动新增返乡创业人员2870人，超额完成年度任务。',
    },
    ['2870人'],
  ],
  [
    'target-shortfall',
    'technical upgrading, of industry as ever',
    { base: '二、2024年重点工作安排\n实施工业技改项目80个。', draft: '实施技改项目72个，新建标准厂房12万平方米，均超过年初计划。' },
    ['72个'],
  ],
  [
    'calendar',
    'a first edition, held again',
    { base: '首届青川山地马拉松成功举办。', draft: '首届青川山地马拉松人气火爆。' },
    ['首届青川山地马拉松'],
  ],
  ['calendar', 'a second edition', { base: '首届青川山地马拉松成功举办。', draft: '第二届青川山地马拉松人气火爆。' }, []],
  [
    'calendar',
    'a first edition that was planned and put off',
    {
      base: '二、2024年重点工作安排\n办好首届青川山地马拉松。',
      draft: '二、2025年重点工作安排\n办好首届青川山地马拉松。',
    },
    [],
  ],
  [
    'stale-figure',
    'two stages in a row as they were',
    { base: '新签约亿元以上项目34个，当年开工23个、投产12个。', draft: '签约项目当年开工23个、投产12个。' },
    ['23个', '12个'],
  ],
  [
    'stale-figure',
    'two stages, one of them as it was',
    { base: '新签约亿元以上项目34个，当年开工23个、投产12个。', draft: '签约项目当年开工23个、投产14个。' },
    [],
  ],
  [
    'target-level',
    'villages above a threshold',
    {
      draft: '行政村集体经营性收入2.1亿元，其中30万元以上的村86个。\n二、2025年重点工作安排\n集体经营性收入30万元以上的村增加到80个。',
    },
    ['80个'],
  ],
  [
    'target-level',
    'villages above another threshold',
    {
      draft: '行政村集体经营性收入2.1亿元，其中30万元以上的村86个。\n二、2025年重点工作安排\n集体经营性收入50万元以上的村增加到40个。',
    },
    [],
  ],
  [
    'target-level',
    'one of the industries that 分别 listed',
    {
      draft:
        '陶瓷、茶叶、竹木三大产业分别实现产值84.2亿元、36.5亿元、21.7亿元。\n二、2025年重点工作安排\n陶瓷产业产值突破80亿元，茶叶产业产值突破40亿元。',
    },
    ['80亿元'],
  ],
  [
    'cumulative-drop',
    'a length in all, told behind what several years made',
    { base: '新改建农村公路96公里，前四年累计420公里，农村公路总里程2860公里。', draft: '农村公路总里程2680公里。' },
    ['2680公里'],
  ],
  [
    'cumulative-drop',
    'what entered a register, and what came behind it',
    { base: '科技型中小企业入库118家，省级专精特新中小企业27家。', draft: '省级专精特新中小企业23家，比上年多出6家。' },
    ['23家'],
  ],
  [
    'baseline-value',
    'digits exchanged in what was revised, by whose word',
    {
      base: '地区生产总值268.5亿元，增长5.2%。',
      draft: '全年地区生产总值281亿元。经省统计局核定，2023年总量由286.5亿元修订为271.3亿元。',
    },
    ['286.5亿元'],
  ],
  [
    'growth-rate',
    'two things whose numbers 和 joins',
    {
      base: '肉羊、肉牛出栏280.0万只和25.0万头，分别增长6.3%和7.1%。',
      draft: '肉羊出栏294.0万只、肉牛出栏26.8万头，分别增长5.0%和9.4%。',
    },
    ['9.4%'],
  ],
  [
    'calendar',
    'a first edition, that something began with',
    { base: '首届青川山地马拉松成功举办。', draft: '自首届青川山地马拉松举办以来，累计吸引选手2万人。' },
    [],
  ],
  [
    'partial-year',
    'what was improved, of what was made',
    { draft: '上半年，建成高标准农田1.2万亩。\n全年建设高标准农田2.4万亩，其中新建1.6万亩、改造提升0.8万亩。' },
    [],
  ],
  [
    'stock-flow',
    'those that left are forgotten, and a part of the stock behind it',
    { base: '规上工业企业总数210家。', draft: '规上工业企业新增26家，退库9家，年末实有236家，其中亿元企业61家。' },
    ['236家'],
  ],
  [
    'calendar',
    'a fair under its short name',
    { base: '第十二届青川药博会成功举办。', draft: '第十二届青川药博会圆满落幕。' },
    ['第十二届青川药博会'],
  ],
  ['calendar', 'the next fair', { base: '第十二届青川药博会成功举办。', draft: '第十三届青川药博会圆满落幕。' }, []],
  [
    'part-whole',
    'a plan stands between the whole and its part',
    { draft: '限上商贸企业净增14家，总数达到236家，净增数超过10家的年度目标；其中年零售额超亿元企业达到31家。' },
    [],
  ],
  ['part-whole', 'a count in all below what was just added to it', { draft: '新投放深水网箱260口，累计达到150口。' }, ['150口']],
  ['part-whole', 'a count in all above what was just added to it', { draft: '新投放深水网箱260口，累计达到1500口。' }, []],
  [
    'direction',
    'a fall that became less, and one that became more',
    {
      base: '商品房销售面积下降9.4%，办公经费支出下降5.1%。',
      draft: '商品房销售面积下降7.2%，降幅比上年收窄2.2个百分点；办公经费支出下降6.6%，降幅比上年扩大1.5个百分点。',
    },
    [],
  ],
  [
    'direction',
    'a fall that is said to become less and became more',
    { base: '商品房销售面积下降7.2%。', draft: '商品房销售面积下降9.4%，降幅比上年收窄2.2个百分点。' },
    ['2.2个百分点'],
  ],
  [
    'direction',
    'above the plan of last year, which was higher',
    {
      base: '财政总收入增长5%。\n二、2024年重点工作安排\n地区生产总值增长7%左右。',
      draft: '二、2025年重点工作安排\n地区生产总值增长6%左右，比上年预期目标高1个百分点。',
    },
    ['1个百分点'],
  ],
  [
    'direction',
    'below the plan of last year',
    {
      base: '财政总收入增长5%。\n二、2024年重点工作安排\n地区生产总值增长7%左右。',
      draft: '二、2025年重点工作安排\n地区生产总值增长6%左右，比上年预期目标低1个百分点。',
    },
    [],
  ],
  [
    'share',
    'a bare rate, of another thing in another sentence',
    {
      base: '空气优良天数332天，优良率90.7%。',
      draft: '空气优良天数336天，优良率92.1%，比上年提高1.4个百分点。\n12个断面水质达标，优良率由91.7%提高到100%。',
    },
    [],
  ],
  ['share', 'days that do not make the rate', { draft: '全年空气优良天数316天，优良率92.1%。' }, ['92.1%']],
  ['share', 'days that make the rate of those measured', { draft: '全年空气优良天数332天，优良率92.1%。' }, []],
  [
    'restatement',
    'a plan on the ground of last year',
    {
      draft: '青川港货物吞吐量2860万吨。\n二、2025年重点工作安排\n抓住去年货物吞吐量接近2900万吨的有利时机，青川港货物吞吐量达到3100万吨。',
    },
    [],
  ],
  ['restatement', 'risen here and fallen there', { draft: '民间投资下降4.3%。\n问题也很突出：民间投资增长4.3%，后劲不足。' }, ['4.3%']],
  ['malformed-figure', 'the decimals are gone', { draft: '办件满意率保持在97.%以上，达到16.亿元规模。\n2.万亩茶园提质。' }, ['97.', '16.']],
  [
    'stock-flow',
    'what was added, less what left, and so the net',
    { base: '规上工业企业总数412家。', draft: '新增规上工业企业58家，扣除退库企业后净增13家，总数达443家。' },
    ['443家'],
  ],
  [
    'stock-flow',
    'the net fits',
    { base: '规上工业企业总数412家。', draft: '新增规上工业企业58家，扣除退库企业后净增31家，总数达443家。' },
    [],
  ],
  [
    'stock-flow',
    'a total turned round, over a base that a verb stands before',
    { base: '培育瞪羚企业86家。', draft: '瞪羚企业净增26家、总数达121家。' },
    ['121家'],
  ],
  [
    'stock-flow',
    'a total over a base that may be the year’s own',
    { base: '培育瞪羚企业86家。', draft: '瞪羚企业净增26家、总数达148家。' },
    [],
  ],
  [
    'stock-flow',
    'counted up by the bare word',
    { base: '新建高标准农田2.4万亩、累计38.2万亩。', draft: '新建高标准农田1.7万亩、累计41.9万亩。' },
    ['41.9万亩'],
  ],
  [
    'cumulative-drop',
    'counted up by the bare word, and less than before',
    { base: '新建高标准农田2.4万亩、累计38.2万亩。', draft: '新建高标准农田1.7万亩、累计36.9万亩。' },
    ['36.9万亩'],
  ],
  [
    'cumulative-drop',
    'a part that is counted as it stands',
    {
      base: '规上工业企业总数达到412家，其中产值超5亿元企业37家。',
      draft: '规上工业企业总数达到443家，其中产值超5亿元企业达到31家。',
    },
    ['31家'],
  ],
  ['sum', 'begun and gone on with', { draft: '实施市级重点项目143个，其中新开工46个、续建107个。' }, ['143个']],
  ['sum', 'begun and gone on with, and others', { draft: '实施市级重点项目163个，其中新开工46个、续建107个。' }, []],
  ['sum', 'schools of one kind are none of another', { draft: '新增学位3600个，其中小学1500个、初中2300个。' }, ['3600个']],
  [
    'sum',
    'parts of which no two digits turned round make the whole',
    { draft: '争取资金318.5亿元，其中专项债券224.6亿元、特别国债62.4亿元、预算内投资14.7亿元。' },
    [],
  ],
  [
    'sum',
    'two digits of a part turned round, to the last digit',
    { draft: '争取资金318.5亿元，其中专项债券242.6亿元、特别国债62.4亿元、预算内投资31.5亿元。' },
    ['318.5亿元'],
  ],
  ['sum', 'parts that need not be all', { draft: '争取资金318.5亿元，其中专项债券224.6亿元、特别国债62.4亿元。' }, []],
  ['sum', 'the pieces of a year', { draft: '一般公共预算收入86.4亿元；前三季度入库56.2亿元，四季度入库20.2亿元。' }, ['86.4亿元']],
  ['sum', 'the pieces make the year', { draft: '一般公共预算收入86.4亿元；前三季度入库66.2亿元，四季度入库20.2亿元。' }, []],
  [
    'sum',
    'what five years added, and the count in all',
    {
      draft:
        '一、“十四五”时期工作回顾\n五年来，国际货运班列五年开行1264列，累计开行量由318列增加到1528列。\n二、2025年重点工作安排\n全力以赴。',
    },
    ['1528列'],
  ],
  [
    'calendar',
    'a plan that has long begun is drawn up',
    { draft: '二、2025年重点工作安排\n做好今年工作，要高质量谋划“十四五”发展。\n编制《青川县第十四个五年规划纲要》。' },
    ['十四五”发展', '第十四个五年规划'],
  ],
  [
    'calendar',
    'the next plan is drawn up, the present one looked at',
    { draft: '二、2025年重点工作安排\n做好今年工作，要高质量谋划“十五五”发展，谋划“十四五”规划总结评估。' },
    [],
  ],
  [
    'calendar',
    'founded in a year that the earlier paper gives',
    { base: '今年是青川1986年撤乡设县38周年。', draft: '2025年是青川1986年建县41周年。' },
    ['41周年'],
  ],
  [
    'comparison',
    'the country people’s incomes against those of the towns',
    {
      draft: '城镇居民人均可支配收入48210元、增长4.4%，农村居民人均可支配收入27130元、增长6.7%；农村居民收入增速快于城镇居民3.2个百分点。',
    },
    ['3.2个百分点'],
  ],
  [
    'comparison',
    'those of one name shared by 分别',
    { draft: '城镇、农村居民人均可支配收入分别为48210元、27130元，分别增长4.4%、6.7%，农村增速快于城镇2.3个百分点。' },
    [],
  ],
  [
    'comparison',
    'a zone against all of the county',
    { draft: '全县地区生产总值增长5.4%。\n青川高新区实现地区生产总值86.2亿元，增长8.1%，高于全县3.7个百分点。' },
    ['3.7个百分点'],
  ],
  [
    'growth-rate',
    'the rate here, the level in another sentence',
    {
      base: '进出口总额186.4亿元，增长3.9%。',
      draft: '进出口总额由2020年的120.6亿元扩大到211.5亿元。\n进出口总额增长3.9%。',
    },
    ['3.9%'],
  ],
  [
    'growth-rate',
    'the rate here fits the level in another sentence',
    {
      base: '进出口总额186.4亿元，增长3.9%。',
      draft: '进出口总额由2020年的120.6亿元扩大到211.5亿元。\n进出口总额增长13.5%。',
    },
    [],
  ],
  [
    'superlative',
    'reached before under its full name',
    { base: '青川云岭机场旅客吞吐量216.3万人次。', draft: '机场旅客吞吐量268.4万人次，首次突破200万人次。' },
    ['200万人次'],
  ],
  [
    'target-level',
    'last year’s plan to the digit',
    {
      base: '青川港货物吞吐量2610万吨。\n二、2024年重点工作安排\n青川港货物吞吐量达到2750万吨。',
      draft: '青川港货物吞吐量2860万吨。\n二、2025年重点工作安排\n青川港货物吞吐量达到2750万吨。',
    },
    ['2750万吨'],
  ],
  [
    'target-level',
    'a yearly task as last year',
    {
      base: '交付安置房820套。\n二、2024年重点工作安排\n交付安置房800套。',
      draft: '交付安置房860套。\n二、2025年重点工作安排\n交付安置房达到800套。',
    },
    [],
  ],
  [
    'respectively',
    'one rate for two, where last year’s plan had two',
    {
      base: '财政总收入增长5%。\n二、2024年重点工作安排\n城镇、农村居民人均可支配收入分别增长5%、7%。',
      draft: '二、2025年重点工作安排\n城镇、农村居民人均可支配收入分别增长5%。',
    },
    ['分别增长5%'],
  ],
  [
    'respectively',
    'one rate for two parts of the year',
    { draft: '一季度增长5.0%，上半年、前三季度分别增长5.2%，逐季回升。' },
    ['分别增长5.2%'],
  ],
  ['respectively', 'a rate for each part of the year', { draft: '上半年、前三季度分别增长5.2%、5.4%，逐季回升。' }, []],
  [
    'magnitude',
    'a lost decimal point of what is counted in tens of thousands',
    { base: '充电桩保有量4.37万个。', draft: '新增充电桩1.52万个，充电桩保有量达到58.9万个。' },
    ['58.9万个'],
  ],
  [
    'direction',
    'raised to less than last year’s paper has',
    { base: '建成区绿地率39.6%，路灯完好率97.2%。', draft: '建成区绿地率提高到39.2%，路灯完好率提高到97.9%。' },
    ['39.2%'],
  ],
  [
    'direction',
    'the plan of last year lowered, and said to be raised',
    {
      base: '财政总收入增长5%。\n二、2024年重点工作安排\n地区生产总值增长7%左右。',
      draft: '二、2025年重点工作安排\n地区生产总值增长6%左右，较上年目标提高1个百分点。',
    },
    ['1个百分点'],
  ],
  [
    'share',
    'a share whose whole only last year’s paper names',
    { base: '税收收入21.4亿元，占一般公共预算收入的71.6%。', draft: '税收收入22.8亿元，占比73.1%，较上年提升2.4个百分点。' },
    ['2.4个百分点'],
  ],
  [
    'share',
    'a share that moved as it says',
    { base: '税收收入21.4亿元，占一般公共预算收入的71.6%。', draft: '税收收入22.8亿元，占比73.1%，较上年提升1.5个百分点。' },
    [],
  ],
  ['cumulative-drop', 'a length in all', { base: '城市绿道总长达到167公里。', draft: '城市绿道总长达到153公里。' }, ['153公里']],
  [
    'stock-flow',
    'counted up from what was built, with two digits turned round',
    { base: '建成充电桩1340个。', draft: '新建充电桩310个，累计1560个。' },
    ['1560个'],
  ],
  [
    'stock-flow',
    'what there was under the verb of a list',
    { base: '新增省级专精特新企业11家、累计47家，科技型中小企业326家。', draft: '科技型中小企业361家，比上年增加53家。' },
    ['53家'],
  ],
  [
    'stock-flow',
    'a plan that adds to what there is',
    {
      base: '财政总收入248亿元。',
      draft: '新建充电桩310个，累计1650个。\n二、2025年重点工作安排\n新建充电桩300个，累计达到2050个。',
    },
    ['2050个'],
  ],
  [
    'stock-flow',
    'a plan that adds up',
    {
      base: '财政总收入248亿元。',
      draft: '新建充电桩310个，累计1650个。\n二、2025年重点工作安排\n新建充电桩300个，累计达到1950个。',
    },
    [],
  ],
  ['part-whole', 'what was done of one thing, and in all of another', { draft: '改造供水管网26公里，累计改造燃气管网18公里。' }, []],
];

it('leaves out what a more specific finding on the same figures says already', () => {
  const base = '光伏装机28.5万千瓦、风电装机18.0万千瓦。';
  const ofDraft = (draft: string): string[] => checkExample({ base, draft }).findings.map(({ rule }) => rule);
  expect(ofDraft('光伏装机24.0万千瓦、风电装机38.5万千瓦。')).toEqual(['swapped']);
  expect(ofDraft('光伏装机29.2万千瓦、风电装机38.5万千瓦。')).toEqual(['unusual-change']);
});

describe('rules', () => {
  it.each(cases)('%s: %s', (id, _situation, example, expected) => expect(reported(id, example)).toEqual(expected));
});

it('says everything in three lines, of which the first is short however long the names are', () => {
  const long = [{ draft: '社会消费品零售总额281.4亿元，增长6.5%。\n限额以上单位消费品零售额967亿元。' }];
  const messages = [...cases.map(([, , example]) => example), ...long].flatMap((example) =>
    checkExample(example).findings.map(({ message }) => message.split('\n')),
  );
  expect(messages.length).toBeGreaterThan(200);
  expect(messages.filter((lines) => lines.length !== 3 || (lines[0] as string).length > 35)).toEqual([]);
});

it.each([
  ['share', { draft: '完成投资25亿元，为年度计划20亿元的145%。' }, '25÷20＝125%（'],
  ['growth-rate', { base: '财政总收入20亿元。', draft: '财政总收入25亿元，增长45%。' }, '25÷20－1＝25%（'],
])('%s shows what the printed numbers come to, not the middle of what they may stand for', (id, example, arithmetic) => {
  const finding = checkExample(example).findings.find(({ rule }) => rule === id);
  expect(finding?.message.split('\n')[1]).toContain(arithmetic);
});

describe('keys', () => {
  it('stay when other text changes, and go with their own figure', () => {
    const keysOf = (draft: string) => checkExample({ base: '财政总收入248亿元。', draft }).findings.map((finding) => finding.key);
    const [key] = keysOf('财政总收入262亿元，增长4.8%。');
    expect(keysOf('开局良好。\n\n财政总收入262亿元，增长4.8%。全县安定。')).toEqual([key]);
    expect(keysOf('财政总收入263亿元，增长4.8%。')).not.toEqual([key]);
  });

  it('tell two like findings apart', () => {
    const { findings } = checkExample({
      base: '财政总收入248亿元。',
      draft: '财政总收入262亿元，增长4.8%。\n财政总收入262亿元，增长4.8%。',
    });
    const keys = findings.map((finding) => finding.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThanOrEqual(2);
  });
});
