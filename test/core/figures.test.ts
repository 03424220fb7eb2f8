import { describe, expect, it } from 'vitest';
import { filedName } from '../../server/core/claims/filed.ts';
import { formatPeriod } from '../../server/core/claims/period.ts';
import { readDocument } from '../../server/core/document.ts';
import { vocabularyWith } from '../../server/project.ts';
import { figuresOf, inPlan, inReview, markedFigures } from './marked.ts';

/** Sentences whose figures, and nothing else, stand between « and ». */
const marked = [
  '全年实现地区生产总值«312.6亿元»、增长«6.1%»，居全市«第三»。',
  '2024年，全县迎来建县60周年，办好第五届油菜花节，104国道全线通车。',
  '深入实施“415”计划和三个“一号工程”，S211、5G基站和110千伏变电站建设提速。',
  '三次产业结构调整为«8.1:42.6:49.3»，城乡收入比缩小到«2.31»。',
  '接待游客«860余万人次»，带动消费超«两成»，«三分之一»的村通了燃气。',
  '依据县政办〔2018〕59号文件，热线12345受理诉求«1.2万件»。',
  '粮食总产«33 212吨»，棉花«1，234吨»，失业率«４．８％»。',
  '城镇新增就业«1200—1500人»，新增床位«200至250张»，物价涨幅«1%～2%»。',
  '打造15分钟生活圈«12个»，改造老旧小区«7个»、«50.3万平方米»。',
  '平均每天办件«300件»，办理时间由«5天»缩短至«2天»。',
  '一是抓投资。1.项目开工«16个»。2.项目竣工«9个»。',
  '第一产业占比下降«0.3个百分点»，第二、第三产业分别提高«0.1个»百分点和«0.2个百分点»。'.replace('«0.1个»百分点', '«0.1个百分点»'),
  '“十四五”以来累计建成绿道«120公里»，较2020年增长«1.5倍»。',
  '综合考评«连续3年»位居全省«前五»，蝉联“全国百强县”。',
  '人均公园绿地«14.6平方米»，PM2.5平均浓度«28微克/立方米»。',
  '日均办件由«4千多件»增至«2万3千多件»，渔船由«3万艘»减到«1万8千艘»，旅客«1亿2千多万»，补助«3亿5000万元»，发出«2万3000多份»问卷。',
  '财政收入每年跨越一个«百亿»台阶，旅游收入突破«千亿»大关，外贸总额迈上«2000亿»台阶，跨过«百亿元»门槛，建成千亿级集群。',
  '开展90天冲刺攻坚行动，通达时速250公里城际列车的县区«6个»，最高时速«120公里»，首款航程超千公里货运无人机下线。',
  '大型光伏«2万5千瓦»，总规模«1万2千亿元»，投资«5亿»2025年到位。',
  '茶叶产量实现«翻番»，实施居民收入倍增翻番行动，产值和税收实现两个翻番，外贸总额翻了番。'.replace('翻了番', '«翻了番»'),
  '全县首个超十亿元引水工程开工，时速350公里的高铁开通，成为全市第二个突破«800亿元»大关的县。',
];

describe('figures', () => {
  it.each(marked)('%s', (text) => {
    const { missing, extra } = markedFigures(text);
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });

  it('finds a figure that a hard wrap splits, and nothing twice', () => {
    const text = inReview('过去一年，全县上下齐心协力，完成固定资产投资186.4亿\n元，同比增长12.3%，其中工业投资\n72.5亿元。');
    expect(figuresOf(text).map((figure) => figure.text)).toEqual(['186.4亿\n元', '12.3%', '72.5亿元']);
  });

  it('reads sums of 亿 and 万 in Chinese numerals', () => {
    const figures = figuresOf(inReview('财政总收入二十九亿五千万元，总投资三亿二千四百万元，外贸总额一万二千亿元。'));
    expect(figures.map(({ text, claim }) => [text, (claim.values[0] ?? 0) * claim.factor])).toEqual([
      ['二十九亿五千万元', 2_950_000_000],
      ['三亿二千四百万元', 324_000_000],
      ['一万二千亿元', 1_200_000_000_000],
    ]);
  });

  it('keeps places right behind characters outside the basic plane and invisible ones', () => {
    const text = inReview('𠮷庆村\u200b人均收入\u3000达到 3.6 万元，增长９％。');
    expect(figuresOf(text).map((figure) => [figure.text, text.slice(figure.start, figure.end)])).toEqual([
      ['3.6 万元', '3.6 万元'],
      ['９％', '９％'],
    ]);
  });
});

interface Expected {
  text: string;
  indicator?: string;
  id?: string;
  kind?: string;
  values?: number[];
  unit?: string;
  bound?: string;
  period?: [number, number];
  status?: string;
  role?: string;
  scope?: string;
  region?: string;
  comparison?: object;
  action?: string;
  part?: boolean;
  per?: string;
}

/** What each figure of a sentence says; only the named fields are compared. */
const claims: [sentence: string, expected: Expected[], wrap?: (text: string) => string][] = [
  [
    '一般公共预算收入从38.2亿元增长到43.9亿元，规上工业增加值年均增长6.5%。',
    [
      { text: '38.2亿元', indicator: '一般公共预算收入', role: 'from' },
      { text: '43.9亿元', indicator: '一般公共预算收入', role: 'to' },
      { text: '6.5%', indicator: '规上工业增加值', kind: 'change' },
    ],
  ],
  [
    '城镇和农村居民人均可支配收入分别增长4.8%和6.2%。',
    [
      { text: '4.8%', indicator: '城镇居民人均可支配收入', id: 'urban-disposable-income' },
      { text: '6.2%', indicator: '农村居民人均可支配收入', id: 'rural-disposable-income' },
    ],
  ],
  [
    '刑事案件、治安警情分别同比下降6.5%、35.4%。',
    [
      { text: '6.5%', values: [-6.5] },
      { text: '35.4%', values: [-35.4], indicator: '治安警情' },
    ],
  ],
  [
    '落地顺达、恒力等10亿元以上项目16个，61个省级重点项目全部开工。',
    [
      { text: '16个', indicator: '10亿元以上项目' },
      { text: '61个', indicator: '省级重点项目' },
    ],
  ],
  [
    '新引进35周岁以下大学生3.6万名，高技能人才3000名以上。',
    [
      { text: '3.6万名', values: [3.6], unit: '万名' },
      { text: '3000名', indicator: '高技能人才', bound: 'over' },
    ],
  ],
  [
    '1—11月，社会消费品零售总额82.5亿元，预计全年增长7%左右。',
    [
      { text: '82.5亿元', period: [2024 * 12, 2024 * 12 + 10] },
      { text: '7%', status: 'estimate', bound: 'about', period: [2024 * 12, 2024 * 12 + 11] },
    ],
  ],
  [
    '地区生产总值增长6%以上，规上工业企业新增20家，能耗强度下降3%。',
    [
      { text: '6%', status: 'target', bound: 'over', period: [2025 * 12, 2025 * 12 + 11] },
      { text: '20家', status: 'target' },
      { text: '3%', values: [-3], status: 'target' },
    ],
    inPlan,
  ],
  [
    '在去年技术交易额12.6亿元的基础上，再增长10%。',
    [
      { text: '12.6亿元', status: 'actual', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '10%', status: 'target' },
    ],
    inPlan,
  ],
  [
    '诉讼调撤率由上年的40.5%提高到42.3%。',
    [
      { text: '40.5%', indicator: '诉讼调撤率', period: [2023 * 12, 2023 * 12 + 11], role: 'from' },
      { text: '42.3%', period: [2024 * 12, 2024 * 12 + 11], role: 'to' },
    ],
  ],
  [
    '制造业投资增长10.8%，高于全市平均水平2.1个百分点，规模居全市第二。',
    [
      { text: '10.8%', id: 'manufacturing-investment' },
      { text: '2.1个百分点', kind: 'point_change', id: 'manufacturing-investment' },
      { text: '第二', kind: 'rank', scope: '全市', id: 'manufacturing-investment' },
    ],
  ],
  [
    '财政民生支出突破百亿元，占比近八成。',
    [
      { text: '百亿元', values: [100], unit: '亿元', bound: 'over' },
      { text: '八成', values: [8], bound: 'under' },
    ],
  ],
  [
    '年均增长5.4%，五年来累计造林320万亩。',
    [
      { text: '5.4%', kind: 'change' },
      { text: '320万亩', period: [2020 * 12, 2024 * 12 + 11] },
    ],
  ],
  [
    '收储工业用地253亩、出让211亩，新开工重大项目52个、投产43个。',
    [
      { text: '253亩', indicator: '收储工业用地' },
      { text: '211亩', indicator: '工业用地', action: '出让' },
      { text: '52个', action: '新开工' },
      { text: '43个', action: '投产' },
    ],
  ],
  [
    '开工项目36个、投产24个。',
    [
      { text: '36个', indicator: '开工项目' },
      { text: '24个', indicator: '投产项目' },
    ],
  ],
  [
    '新签约亿元以上项目108个，其中10亿元以上项目22个；落地亿元以上项目60个，其中10亿元以上项目12个。',
    [
      { text: '108个', action: '新签约' },
      { text: '22个', action: '新签约', part: true },
      { text: '60个', action: '落地' },
      { text: '12个', action: '落地', part: true },
    ],
  ],
  [
    '十三是民生实事12件，提出议案32件，募得善款1200万元。',
    [
      { text: '12件', indicator: '民生实事' },
      { text: '32件', indicator: '议案' },
      { text: '1200万元', indicator: '善款' },
    ],
  ],
  [
    '办理建议136件、提案122件，合计258件。',
    [
      { text: '136件', indicator: '建议' },
      { text: '122件', indicator: '提案' },
      { text: '258件', indicator: '建议、提案' },
    ],
  ],
  [
    '平均每年新增就业3.2万人，每天接待游客1.3万人次，平均工资8.2万元，全年新增就业3.4万人。',
    [
      { text: '3.2万人', per: '年' },
      { text: '1.3万人次', per: '日' },
      { text: '8.2万元', per: '' },
      { text: '3.4万人', per: '' },
    ],
  ],
  [
    '新增停车泊位824个，少于上年的842个；实际使用外资低于2022年的12.3亿美元。',
    [
      { text: '824个', bound: 'exact', action: '新增' },
      { text: '842个', bound: 'exact', action: '新增', period: [2023 * 12, 2023 * 12 + 11] },
      { text: '12.3亿美元', bound: 'exact', period: [2022 * 12, 2022 * 12 + 11] },
    ],
  ],
  [
    '地区生产总值增长5%，其中上半年增长4.6%，下半年回升；分产业看，第二产业增加值84亿元。',
    [
      { text: '5%', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '4.6%', period: [2024 * 12, 2024 * 12 + 5] },
      { text: '84亿元', period: [2024 * 12, 2024 * 12 + 11] },
    ],
  ],
  [
    '在去年产值128亿元的基础上，推动石墨产业产值突破130亿元。',
    [
      { text: '128亿元', indicator: '石墨产业产值', status: 'actual' },
      { text: '130亿元', indicator: '石墨产业产值', status: 'target' },
    ],
    inPlan,
  ],
  ['去年36925人实现城镇新增就业。', [{ text: '36925人', indicator: '城镇新增就业', period: [2024 * 12, 2024 * 12 + 11] }], inPlan],
  [
    '我县612亿元的经济总量、48家上市公司，构成了攻坚的坚实家底。',
    [
      { text: '612亿元', status: 'actual', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '48家', status: 'actual' },
    ],
    inPlan,
  ],
  [
    '高新技术企业净增22家、总数148家，超额完成新增20家的目标。',
    [
      { text: '22家', action: '净增' },
      { text: '148家', action: '' },
      { text: '20家', action: '新增', status: 'target' },
    ],
  ],
  [
    '县属企业由9家整合为7家。',
    [
      { text: '9家', role: 'from', indicator: '县属企业' },
      { text: '7家', role: 'to', indicator: '县属企业' },
    ],
  ],
  [
    '城镇、农村居民人均可支配收入分别达到4.1万元和2.6万元，增长4.4%和6.1%。',
    [
      { text: '4.1万元', id: 'urban-disposable-income' },
      { text: '2.6万元', id: 'rural-disposable-income' },
      { text: '4.4%', id: 'urban-disposable-income' },
      { text: '6.1%', id: 'rural-disposable-income' },
    ],
  ],
  [
    '城镇新增就业6200人，超出6000人的年度计划200人。',
    [
      { text: '6200人', status: 'actual' },
      { text: '6000人', status: 'target' },
      { text: '200人', role: 'difference' },
    ],
  ],
  [
    '研发投入快报数2.3亿元，2023年核定数为2.1亿元，增长9.5%；投入强度1.8%。',
    [
      { text: '2.3亿元', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '2.1亿元', period: [2023 * 12, 2023 * 12 + 11] },
      { text: '9.5%' },
      { text: '1.8%', period: [2024 * 12, 2024 * 12 + 11] },
    ],
  ],
  ['澜湾区财力稳步壮大，一般公共预算收入突破5亿元。', [{ text: '5亿元', region: '澜湾区' }]],
  ['推动城东经开区扩容提质，规上工业总产值达到45亿元。', [{ text: '45亿元', region: '城东经开区' }], inPlan],
  [
    '创劳务收入6.8亿元，人均3.5万元。',
    [
      { text: '6.8亿元', per: '' },
      { text: '3.5万元', per: '人' },
    ],
  ],
  ['人均地区生产总值8.6万元。', [{ text: '8.6万元', per: '' }]],
  ['优化社区服务，一般公共预算收入突破15亿元。', [{ text: '15亿元', region: '' }]],
  [
    '澜湾区实现地区生产总值120亿元，增长6%。',
    [
      { text: '120亿元', region: '澜湾区' },
      { text: '6%', region: '澜湾区' },
    ],
  ],
  [
    '高新区完成税收收入12亿元；规上工业总产值45亿元，占全县的30%。',
    [
      { text: '12亿元', region: '高新区' },
      { text: '45亿元', region: '高新区' },
      { text: '30%', region: '高新区' },
    ],
  ],
  ['城东经开区等三个园区规上工业总产值合计86亿元。', [{ text: '三个' }, { text: '86亿元', region: '城东经开区等三个园区' }]],
  ['高新区扩容提质；全县税收收入12亿元。', [{ text: '12亿元', region: '' }]],
  ['脱贫县农村居民人均可支配收入18000元，税收收入12亿元。', [{ text: '18000元' }, { text: '12亿元', region: '' }]],
  [
    '城乡居民收入比为1.95，比上年缩小0.03。',
    [
      { text: '1.95', role: 'value' },
      { text: '0.03', role: 'difference' },
    ],
  ],
  [
    '为4200余户经营主体发放贷款，经营主体达到2.3万户。',
    [
      { text: '4200余户', action: '发放' },
      { text: '2.3万户', action: '' },
    ],
  ],
  [
    '新增光伏装机12万千瓦，新能源装机总量突破72万千瓦。',
    [
      { text: '12万千瓦', action: '新增' },
      { text: '72万千瓦', action: '' },
    ],
  ],
  [
    '高新技术企业净增22家、总数达到148家，全年新认定61家。',
    [
      { text: '22家', action: '净增' },
      { text: '148家', action: '', role: 'value' },
      { text: '61家', action: '新认定' },
    ],
  ],
  [
    '高新技术企业达148家，全年净增22家。',
    [
      { text: '148家', action: '' },
      { text: '22家', action: '净增' },
    ],
  ],
  [
    '新改建道路25条，比年度计划少1条。',
    [{ text: '25条' }, { text: '1条', role: 'difference', comparison: { period: null, average: false, other: true, adjusted: false } }],
  ],
  ['另有在审在辅企业12家。', [{ text: '12家', indicator: '在审在辅企业' }]],
  [
    '能源、新材料、纺织三大主导产业加快集聚，产值分别为24.1亿元、14.5亿元和9.2亿元。',
    [
      { text: '24.1亿元', indicator: '能源产值' },
      { text: '14.5亿元', indicator: '新材料产值' },
      { text: '9.2亿元', indicator: '纺织产值' },
    ],
  ],
  [
    '社会消费品零售总额52.6亿元，按调整后的上年基数50.2亿元计算，增长4.8%。',
    [
      { text: '52.6亿元', id: 'retail-sales' },
      { text: '50.2亿元', id: 'retail-sales', role: 'from' },
      { text: '4.8%', id: 'retail-sales' },
    ],
  ],
  ['玉米种植面积91.2万亩、产量55.4万吨。', [{ text: '91.2万亩' }, { text: '55.4万吨', indicator: '玉米产量' }]],
  [
    '一般公共预算收入86亿元；外贸进出口总额增长8%，突破200亿元。',
    [{ text: '86亿元' }, { text: '8%' }, { text: '200亿元', indicator: '外贸进出口总额' }],
  ],
  [
    '2021年至2023年，粮食产量分别为24.1万吨、24.2万吨和24.6万吨。',
    [
      { text: '24.1万吨', period: [2021 * 12, 2021 * 12 + 11] },
      { text: '24.2万吨', period: [2022 * 12, 2022 * 12 + 11] },
      { text: '24.6万吨', period: [2023 * 12, 2023 * 12 + 11] },
    ],
  ],
  ['单位地区生产总值能耗累计下降14.6%，超额完成14.5%的规划目标。', [{ text: '14.6%' }, { text: '14.5%', status: 'target' }]],
  [
    '三次产业增速依次为3.1%、4.2%和6.6%。',
    [
      { text: '3.1%', indicator: '第一产业' },
      { text: '4.2%', indicator: '第二产业' },
      { text: '6.6%', indicator: '第三产业' },
    ],
  ],
  [
    '科技园入驻企业56家，实现营业收入27.9亿元，两项指标分别增长15.5%和14.5%。',
    [{ text: '56家' }, { text: '27.9亿元' }, { text: '15.5%', indicator: '科技园入驻企业' }, { text: '14.5%', indicator: '营业收入' }],
  ],
  ['全国工业百强区位次前移至第34位。', [{ text: '第34位', indicator: '全国工业百强区' }]],
  [
    '供应人才住房152套，博士后科研平台37家。',
    [
      { text: '152套', action: '供应' },
      { text: '37家', action: '' },
    ],
  ],
  [
    '地区生产总值增长5.8%，比全国的5.2%、全市的5.4%分别高0.6个、0.4个百分点。',
    [
      { text: '5.8%', region: '' },
      { text: '5.2%', region: '全国' },
      { text: '5.4%', region: '全市' },
      { text: '0.6个', kind: 'point_change' },
      { text: '0.4个百分点', kind: 'point_change' },
    ],
  ],
  [
    '一般公共预算收入52亿元，全县完成127亿元投资。',
    [
      { text: '52亿元', id: 'general-budget-revenue' },
      { text: '127亿元', indicator: '投资' },
    ],
  ],
  [
    '五年来，精简行政许可事项30%，旅游业贡献率超过12%，发明专利拥有量实现翻番，绿化覆盖率达到41%。',
    [
      { text: '30%', period: [2020 * 12, 2024 * 12 + 11] },
      { text: '12%', period: [2020 * 12, 2024 * 12 + 11] },
      { text: '翻番', values: [1], unit: '番', period: [2020 * 12, 2024 * 12 + 11] },
      { text: '41%', period: [2024 * 12, 2024 * 12 + 11] },
    ],
  ],
  [
    '盐碱地年均缩减近60平方公里，建设用地缩减到42平方公里。',
    [
      { text: '60平方公里', bound: 'under' },
      { text: '42平方公里', bound: 'exact' },
    ],
  ],
  [
    '食品、药品抽检合格率分别超98.5%和99%，完成棚户区改造346户、超计划19户。',
    [
      { text: '98.5%', bound: 'over' },
      { text: '99%', bound: 'over' },
      { text: '346户', status: 'actual' },
      { text: '19户', bound: 'exact', status: 'actual', role: 'difference' },
    ],
  ],
  [
    '平均压减时间62%、环节45%，网上办理率98%。',
    [
      { text: '62%', kind: 'change', values: [-62] },
      { text: '45%', kind: 'change', values: [-45] },
      { text: '98%', kind: 'ratio' },
    ],
  ],
  ['跨境电商进出口14.514.5亿元。', [{ text: '14.514.5亿元', values: [14.5], unit: '亿元', id: 'cross-border-e-commerce' }]],
  [
    '“十三五”以来，服务业增加值、税收收入双双突破百亿元，分别达到126亿元和101亿元。',
    [
      { text: '百亿元', period: [2020 * 12, 2020 * 12 + 11], bound: 'over' },
      { text: '126亿元', indicator: '服务业增加值', period: [2020 * 12, 2020 * 12 + 11] },
      { text: '101亿元', indicator: '税收收入', period: [2020 * 12, 2020 * 12 + 11] },
    ],
  ],
  [
    '全县实现地区生产总值268亿元，增长5.2%，年均增长6.1%。',
    [
      { text: '268亿元', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '5.2%', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '6.1%', period: [2020 * 12, 2024 * 12 + 11] },
    ],
  ],
  [
    '抓住去年旅客吞吐量突破90万人次的势头，旅客吞吐量达到110万人次，新开航线3条。',
    [
      { text: '90万人次', status: 'actual', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '110万人次', status: 'target', period: [2025 * 12, 2025 * 12 + 11] },
      { text: '3条', status: 'target', period: [2025 * 12, 2025 * 12 + 11] },
    ],
    inPlan,
  ],
  [
    '前三季度，全县财政收入12.6亿元。其中，税收收入9.4亿元，增长3%。全年新增企业300家。',
    [
      { text: '12.6亿元', period: [2024 * 12, 2024 * 12 + 8] },
      { text: '9.4亿元', period: [2024 * 12, 2024 * 12 + 8] },
      { text: '3%', period: [2024 * 12, 2024 * 12 + 8] },
      { text: '300家', period: [2024 * 12, 2024 * 12 + 11] },
    ],
  ],
  [
    '外贸进出口总额26亿元，是2020年的1.8倍，年均增长15.8%。',
    [{ text: '26亿元', period: [2024 * 12, 2024 * 12 + 11] }, { text: '1.8倍' }, { text: '15.8%', period: [2021 * 12, 2024 * 12 + 11] }],
  ],
  [
    '过境旅客由2019年的31万人次增加到46万人次，口岸货运量由120万吨增加到188万吨，综合考评在全市由第9位上升到第6位。',
    [
      { text: '31万人次', period: [2019 * 12, 2019 * 12 + 11], role: 'from' },
      { text: '46万人次', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '120万吨', period: [2019 * 12, 2019 * 12 + 11], role: 'from' },
      { text: '188万吨', period: [2024 * 12, 2024 * 12 + 11] },
      { text: '第9位', scope: '全市' },
      { text: '第6位', scope: '全市' },
    ],
  ],
];

it('finds year and sections of a report that puts blanks around its years', () => {
  const text = inReview('税收收入增长 6.2 %。').replaceAll(/(\d{4})年/g, '$1 年');
  expect(figuresOf(text).map(({ claim }) => [claim.name, claim.period])).toEqual([['税收收入', { from: 2024 * 12, to: 2024 * 12 + 11 }]]);
});

it('tells a time in months that the text tells in months', () => {
  const told = (text: string) => figuresOf(inReview(text)).map(({ claim }) => formatPeriod(claim.period));
  expect(told('2022年至2023年12月底已摇号38轮。')).toEqual(['2022-01/2023-12']);
  expect(told('2022—2023年已摇号38轮。')).toEqual(['2022/2023']);
});

it.each(['抓好二轮延包到期整县试点', '从5方面提出要求', '14.2025年10件民生实事如下', '新增全国前1%学科'])(
  '%s: no figure but its own',
  (text) => {
    const found = figuresOf(inReview(`${text}。`)).filter(({ claim }) => claim.kind !== 'threshold');
    expect(found.map((figure) => figure.text)).toEqual(text.includes('10件') ? ['10件'] : []);
  },
);

describe('tables', () => {
  const [y2024, y2025] = [2024 * 12, 2025 * 12];
  const year = (from: number) => ({ from, to: from + 11 });
  const rowsOf = (table: string) => figuresOf(table).map(({ text, claim }) => [text, claim.name, claim.status, claim.period]);

  it('takes status and period from the heads of columns, wherever they stand', () => {
    const table = [
      '青川县2025年重点任务1—9月完成情况表',
      '序号\t任务\t2025年目标\t2025年1—9月完成情况\t责任单位',
      '1\t停车\t新增泊位2000个\t新增泊位1430个\t城管局',
      // Merged cells above are left empty.
      '\t\t加装电梯20台\t已加装16台\t住建局',
    ].join('\n');
    const months = { from: y2025, to: y2025 + 8 };
    expect(rowsOf(table).slice(-4)).toEqual([
      ['2000个', '泊位', 'target', year(y2025)],
      ['1430个', '泊位', 'actual', months],
      ['20台', '加装电梯', 'target', year(y2025)],
      ['16台', '加装电梯', 'actual', months],
    ]);
  });

  it('counts from the end where merged cells are left out', () => {
    const table =
      '青川县2024年重点任务\n序号\t任务\t目标\t进展情况\n1\t停车\t新增泊位2000个\t新增泊位2130个\n2\t新增学位300个\t新增学位320个';
    expect(rowsOf(table).map(([text, , status]) => [text, status])).toEqual([
      ['2000个', 'target'],
      ['2130个', 'actual'],
      ['300个', 'target'],
      ['320个', 'actual'],
    ]);
  });

  it('names figures after the row where a cell gives none', () => {
    const table =
      '青川县2024年目标完成情况\n\n| 指标 | 单位 | 2024年目标 | 2024年完成情况 |\n|---|---|---|---|\n| 规上工业增加值 | % | 增长8%以上 | 增长8.6% |\n| 粮食产量 | 万吨 | 24万吨 | 24.3万吨 |';
    expect(rowsOf(table).map(([text, name, status]) => [text, name, status])).toEqual([
      ['8%', '规上工业增加值', 'target'],
      ['8.6%', '规上工业增加值', 'actual'],
      ['24万吨', '粮食产量', 'target'],
      ['24.3万吨', '粮食产量', 'actual'],
    ]);
  });

  it('tells several years apart', () => {
    const table =
      '青川县2026年国民经济和社会发展计划\n\n| 指标 | 2024年实际 | 2025年预计完成 | 2026年计划 |\n|---|---|---|---|\n| 新增学位 | 300个 | 320个 | 400个以上 |';
    expect(rowsOf(table).map(([text, , status, period]) => [text, status, period])).toEqual([
      ['300个', 'actual', year(y2024)],
      ['320个', 'estimate', year(y2025)],
      ['400个', 'target', year(y2025 + 12)],
    ]);
  });
});

it('reads the items under 五年来 as of those years', () => {
  const text = inReview(
    '2024年是收官之年。五年来，全县上下团结一心。\n——发展有了新高度。新改建农村公路420公里。\n——民生有了新温度。新增学位1.2万个。\n全县新增停车位300个。',
  );
  const years = figuresOf(text).map(({ text: printed, claim }) => [printed, claim.period && claim.period.to - claim.period.from > 11]);
  expect(years).toEqual([
    ['420公里', true],
    ['1.2万个', true],
    ['300个', false],
  ]);
});

it('reads an attached list under its own title', () => {
  const text = `${inPlan('粮食产量稳定在24万吨。')}\n附件1\n2024年主要预期目标完成情况\n1.粮食产量：目标24万吨，完成24.3万吨。`;
  const attached = figuresOf(text).slice(-2);
  expect(attached.map(({ text: printed, claim }) => [printed, claim.status, claim.period])).toEqual([
    ['24万吨', 'target', { from: 2024 * 12, to: 2024 * 12 + 11 }],
    ['24.3万吨', 'actual', { from: 2024 * 12, to: 2024 * 12 + 11 }],
  ]);
});

describe('claims', () => {
  it.each(claims)('%s', (sentence, expected, wrap = inReview) => {
    const found = figuresOf(wrap(sentence)).filter(
      (figure) => figure.claim.kind !== 'threshold' && wrap(sentence).indexOf(sentence) <= figure.start,
    );
    expect(found.map((figure) => figure.text)).toEqual(expected.map((entry) => entry.text));
    for (const [i, entry] of expected.entries()) {
      const { claim } = found[i] as (typeof found)[number];
      const { text, indicator, id, period, ...fields } = entry;
      expect(claim, `${sentence} ${text}`).toMatchObject(fields);
      if (indicator !== undefined) expect(claim.name, text).toBe(indicator);
      if (id !== undefined) expect(claim.indicator?.id, text).toBe(id);
      if (period) expect(claim.period, text).toEqual({ from: period[0], to: period[1] });
    }
  });
});

/** Headings of the report of 2026, with the period and status of what stands under them. */
const sections: [string, string, string][] = [
  ['一、“十四五”：青川爬坡过坎的五年', '2021/2025', 'actual'],
  ['一、2025年主要工作', '2025', 'actual'],
  ['一、2025年：一份沉甸甸的答卷', '2025', 'actual'],
  ['一、2025年目标任务完成情况', '2025', 'actual'],
  ['二、面向2030年：青川的新坐标', '2030', 'target'],
  ['二、“十五五”：再出发', '2026/2030', 'target'],
  ['二、2026年：开局之年怎么干', '2026', 'target'],
  ['二、今后五年的奋斗目标', '2026/2030', 'target'],
];

/** Heads of the two parts of the report of 2025. */
const twoParts: [string, string][] = [
  ['1. 2024年工作回顾', '2. 2025年工作安排'],
  ['2024年工作回顾', '2025年工作安排'],
  ['【2024年工作回顾】', '【2025年工作安排】'],
  ['回顾过去一年', '展望新的一年'],
  ['过去一年工作回顾', '2025年发展目标和重点工作'],
  ['一、去年工作', '二、今年工作'],
  ['第一部分：过去一年的工作', '第二部分：新一年的工作'],
];

/** Title lines, and what they say of year and region. */
const titles: [string, number, string][] = [
  ['政府工作报告\n\n——2025年×月×日在青川县第九届人民代表大会第四次会议上', 2025, '青川县'],
  ['政府工作报告\n\n（2025年1月  日在青川县第九届人民代表大会第四次会议上）', 2025, '青川县'],
  ['关于2024年工作情况和2025年工作安排的报告\n\n青川县人民政府', 2025, '青川县'],
];

describe('sections', () => {
  it.each(twoParts)('%s, %s', (first, second) => {
    const date = '2025年1月16日在青川县第九届人民代表大会第四次会议上';
    const text = `政府工作报告\n\n${date}\n\n各位代表：\n\n${first}\n\n粮食产量24万吨。\n\n${second}\n\n粮食产量25万吨。`;
    expect(figuresOf(text).map(({ claim }) => [formatPeriod(claim.period), claim.status])).toEqual([
      ['2024', 'actual'],
      ['2025', 'target'],
    ]);
  });

  it('a title of a part of the year holds for all below it', () => {
    const text =
      '2025年前三季度云溪区经济运行情况\n\n前三季度，全区地区生产总值129亿元。其中，第一产业增加值7.2亿元。\n\n一、农业\n\n蔬菜产量23.8万吨。';
    const { outline } = readDocument(text, vocabularyWith([]));
    expect(outline.region).toBe('云溪区');
    expect(figuresOf(text).map(({ claim }) => formatPeriod(claim.period))).toEqual(Array(3).fill('2025-01/2025-09'));
  });

  it.each(titles)('%s', (title, year, region) => {
    const { outline } = readDocument(`${title}\n\n各位代表：\n\n粮食产量24万吨。`, vocabularyWith([]));
    expect([outline.year, outline.region]).toEqual([year, region]);
  });

  it.each(sections)('%s', (heading, period, status) => {
    const text = `政府工作报告\n\n2026年1月16日在青川县第九届人民代表大会第五次会议上\n\n${heading}\n\n粮食产量24万吨。`;
    expect(figuresOf(text).map(({ claim }) => [formatPeriod(claim.period), claim.status])).toEqual([[period, status]]);
  });

  it('今后五年 begins with the year of the report', () => {
    const text = inPlan('今后三年，建成绿道120公里；未来五年，粮食产量稳定在24万吨。');
    expect(figuresOf(text).map(({ claim }) => [formatPeriod(claim.period), claim.status])).toEqual([
      ['2025/2027', 'target'],
      ['2025/2029', 'target'],
    ]);
  });
});

/** What each figure is filed under: «figure|name» in the sentence. */
const filed = [
  '县重点项目完成投资«48.6亿元|县重点项目投资»，茶产业实现产值«21亿元|茶产业产值»。',
  '石墨产业加快集聚。产值突破«30亿元|石墨产业产值»。',
  '规上工业企业营业收入增长«5.1%|规上工业企业营业收入»，利润增长«3.2%|规上工业企业利润»。',
  '营养改善计划惠及«2.3万|营养改善计划惠及学生»学生，远程诊疗覆盖«86%|远程诊疗覆盖村卫生室»村卫生室。',
  '为«1200名|残疾人康复训练服务»残疾人提供康复训练服务。',
  '以工代赈带动就业«3600人|以工代赈带动就业»，服务热线受理诉求«4.1万件|服务热线受理诉求»。',
  '建成科技成果转化中心«5家|科技成果转化中心»，新增博士后在站人员«16名|博士后在站人员»。',
  '电动车、锂电池、光伏组件“新三样”出口增长«12.6%|“新三样”出口»。',
  '总氮浓度剔除上游来水影响后下降«4.3%|总氮浓度»。',
  '关闭退出煤矿«2处|关闭退出煤矿»，拆除违法建筑«6.4万平方米|拆除违法建筑»。',
  '基本公共卫生补助标准提高到人均«94元|基本公共卫生补助标准»。',
  '新引进的东江化纤年产«8万吨|原丝项目»原丝项目投产。',
  '安排«6000万元|财政资金»财政资金支持农田建设。',
  '城镇居民人均可支配收入突破«4万元|城镇居民人均可支配收入»，农村居民为«2.1万元|农村居民人均可支配收入»。',
  '粮食产量«24.1万吨|粮食产量»，折合«4.8亿斤|粮食产量»。',
  '开发区综合考评列全省«第18位|开发区综合考评»，较上年前移«3位|开发区综合考评»。',
  '茶叶产量实现«翻番|茶叶产量»，由全省«第11位|茶叶产量»升至«第5位|茶叶产量»。',
  '茶叶单产«连续3年|茶叶单产»居主产县«第1位|茶叶单产»。',
  '«连续9年|较大火灾事故»未发生较大火灾事故。',
  '空气优良天数«92.9%|空气优良天数»，生活污水集中处理率«96.8%|生活污水集中处理率»。',
  '«3个|国考断面»国考断面水质达标率«100%|国考断面水质达标率»。',
  '完成«120户|规模以上工业企业数字化改造»规模以上工业企业数字化改造。',
  '培育«3个|百亿级产业集群»百亿级和«7个|十亿级产业集群»十亿级产业集群。',
  '受理量、满意率分别提高«11.1|受理量»、«11.2个百分点|满意率»。',
  '推出«两项|商事登记改革举措»商事登记改革举措，配套«三轮|惠企资金兑付清理»惠企资金兑付清理。',
  '道路、供水、供热领域投资额分别达«24亿元|道路领域投资额»、«4.5亿元|供水领域投资额»、«1.7亿元|供热领域投资额»。',
  '烧碱、甲醇先进产能占比分别达到«54.3%|烧碱先进产能占比»、«42.1%|甲醇先进产能占比»。',
  '软件信息服务、智能装备产业增加值增长«13.1%|软件信息服务产业增加值»、«9.4%|智能装备产业增加值»。',
  '城镇居民人均可支配收入和农村居民人均可支配收入增长«5.4%|城镇居民人均可支配收入»和«6.8%|农村居民人均可支配收入»。',
  '临港开发区累计入驻企业«130家|入驻企业»，临港开发区新增注册企业«36家|注册企业»。',
  '受理由上级主管部门公布的省级绿色制造单位«12家|省级绿色制造单位»。',
  '公布«35项|审批中介事项»市直部门及其下属单位实施的审批中介事项。',
  '«16条|主要支流入湖口»主要支流入湖口全部达标。',
  '«14个|重点乡镇»重点乡镇细颗粒物（PM2.5）年均浓度下降«9.1%|细颗粒物(PM2.5)年均浓度»。',
  '县博物馆位列全国县级博物馆运行评估«第三|全国县级博物馆运行评估»名。',
  '港口集装箱突破«40万标箱|港口集装箱»、入境游客增长«18.6%|入境游客»。',
  '机电产品出口表现突出、增长«7.6%|机电产品出口»。',
  '农村学生升入高中人数要再增长«3%|农村学生升入高中人数»。',
  '示范区完成«60平方公里|设施智能化改造»设施智能化改造。',
  '剔除沙尘天气影响后空气优良天数比例«88.7%|空气优良天数比例»。',
  '改造农村户厕«20.6万座|农村户厕改造»，治理违法建设«2万平方米|治理违法建设»。',
  '«10个|茶叶加工基地»茶叶加工基地通过省级验收，«18项|数字化标准»数字化标准发布。',
  '更新改造供热管网«48公里|供热管网改造»，整治提升背街小巷«36条|背街小巷整治提升»。',
  '投资、消费增速分别快于全市«3.4个|投资»、«1个百分点|消费增速»。',
  '利用外资«3亿美元|利用外资»，继续位居沿边县份«首位|利用外资»。',
  '产业基金扩展至«8个|投资领域»投资领域，不动产登记平均减时间«43%|不动产登记时间»。',
  '落实各项部署三个“一号工程”年度考评«第一|“一号工程”年度考评»。',
  '获得省级科技奖励«19项|省级科技奖励»、全市«第2|省级科技奖励»。',
  '«86%|县建成二级医院»的县建成二级医院，«70%|村级卫生站»的村级卫生站。',
  '公交站与渡口50米内换乘比例达«91%|公交站与渡口50米内换乘比例»。',
  '风电占电力装机比重由«47.6%|风电占电力装机比重»提升至«53.4%|风电占电力装机比重»。',
  '海大粮油年产«60万吨|油料»油料等项目投产。',
  '陶瓷、茶叶、竹木三大产业分别实现产值«84亿元|陶瓷产业产值»、«36亿元|茶叶产业产值»、«21亿元|竹木产业产值»。',
  '城镇居民、农村居民人均可支配收入«42180元|城镇居民人均可支配收入»、«24630元|农村居民人均可支配收入»。',
  '肉羊、肉牛出栏«280万只|肉羊出栏»和«25万头|肉牛出栏»，分别增长«6.3%|肉羊出栏»和«7.1%|肉牛出栏»。',
  '新增规上工业企业«26家|规上工业企业»，退库«9家|规上工业企业»，年末实有«227家|规上工业企业»。',
  '地区生产总值«281亿元|地区生产总值»，经省统计局核定，上年总量由«268亿元|地区生产总值»修订为«271亿元|地区生产总值»。',
  '新增高速公路通车里程«180公里|高速公路通车里程»、总里程突破«5900公里|高速公路总里程»。',
  '新改建农村公路«120公里|农村公路»，总里程达到«3012公里|农村公路总里程»。',
  '新增储能装机«24万千瓦|储能装机»，是设计消纳能力的«3倍|储能装机»。',
  '«12个|省级智能车间»车间进入省级智能车间名录，«3个|省级慢病防控示范区»县区被命名为省级慢病防控示范区。',
  '«4个|乡村建设典型案例»乡镇入选全国乡村建设典型案例。',
  '环卫工人津贴«连续3年|环卫工人津贴»增加，全年人均提高«6%|环卫工人津贴»。',
  '吸引青年返乡创业«连续3年|青年返乡创业»超过«4000人|青年返乡创业»。',
  '茶叶产量«2.4万吨|茶叶产量»，再创历史新高，实现«连续5年|茶叶产量»增产。',
  '政府债务率一直控制在«60%|政府债务率»以内，差旅标准一律压减«5%|差旅标准»。',
  '«12个|投资超5亿元的补链项目»投资超5亿元的补链项目投产，«3个|营业收入过百亿元的装备集群»营业收入过百亿元的装备集群投产。',
  '技术交易额达到«550亿元|技术交易额»，«连续4年|技术交易额»每年跨越一个«百亿|技术交易额»台阶。',
  '«1.2万户|稳定实现增收致富»、«3.6万人|稳定实现增收致富»稳定实现增收致富。',
  '我县选手在全省职工技能大赛上获得«3金|全省职工技能大赛»«2银|全省职工技能大赛»，并«连续3年|省级卫生测评»在省级卫生测评中位列«第一|省级卫生测评»。',
  '«5支|产业基金»产业基金带动民间投资超«20亿元|民间投资»，茶叶、竹木«2大|产业»产业持续壮大。',
  '物流总费用占地区生产总值比重从«14.6%|物流总费用占地区生产总值比重»下降到«13.9%|物流总费用占地区生产总值比重»。',
  '城镇居民人均可支配收入«42180元|城镇居民人均可支配收入»，农村居民人均可支配收入«24630元|农村居民人均可支配收入»，增长«5.4%|城镇居民人均可支配收入»和«6.8%|农村居民人均可支配收入»。',
  '长陆牌客车产销量分别增长«12.4%|长陆牌客车产量»和«9.6%|长陆牌客车销量»，存、贷款余额分别达到«310亿元|存款余额»、«280亿元|贷款余额»。',
  '学龄前儿童入园率和普惠率分别达«97%|学龄前儿童入园率»和«93%|学龄前儿童普惠率»。',
  '农村危房改造开工量、完工量均实现«翻番|农村危房改造开工量、完工量»。',
  '省财政安排农田水利补助资金«6.2亿元|省财政农田水利补助资金»，安排«3亿元|防汛专项资金»防汛专项资金予以支持。',
  '县级财政投入«8000万元|校舍维修资金»校舍维修资金。',
  '文旅产业增加值增长«9%|文旅产业增加值»、对经济增长贡献率达到«12%|文旅产业增加值对经济增长贡献率»。',
  '三甲医院向基层投放«40%|号源»以上号源，«65%|乡镇污水处理站完成提标改造»的乡镇污水处理站完成提标改造。',
  '签约项目«56个|签约项目»、总金额«120亿元|总金额»，加固重建危桥«36座|重建危桥»。',
  '漫游资费再降低«15%|漫游资费»，经营主体日均净增«1.2万户|经营主体»。',
  '营业收入较“十三五”末期«翻一番|营业收入»。',
  '外贸进出口总额、税收收入双双突破«百亿元|外贸进出口总额、税收收入»大关，分别达到«132亿元|外贸进出口总额»和«104.5亿元|税收收入»（快报数，下同），是2019年的«1.6倍|外贸进出口总额»和«2.2倍|税收收入»；规上工业增加值再上台阶，分别增长«6%|规上工业增加值»。',
  '水产品产量达到«3.2万吨|水产品产量»（预计，下同），增长«4%|水产品产量»以上。',
  '全县地区生产总值«186.4亿元|地区生产总值»，按可比价格计算（下同），增长«5.9%|地区生产总值»。',
  '出口«1.2亿美元|出口»（«8.6亿人民币|出口»），增长«7%|出口»。',
  '集装箱吞吐量突破«300万|集装箱吞吐量»大关，税收迈过«百亿|税收»大关，达«104亿元|税收»。',
  '旅游经济总量稳步扩大，成为全市第二个突破«600亿元|旅游经济总量»大关的县。',
  '城乡居民收入«38210元|城镇居民收入»、«19460元|农村居民收入»，分别增长«4.9%|城镇居民收入»和«6.7%|农村居民收入»。',
  '鸡、鸭、肉兔出栏分别为«320万只|鸡出栏»、«86万只|鸭出栏»、«12万只|肉兔出栏»。',
  '第一、第二、第三产业增加值占地区生产总值的比重分别为«9.1%|第一产业增加值占地区生产总值比重»、«41.7%|第二产业增加值占地区生产总值比重»、«49.2%|第三产业增加值占地区生产总值比重»。',
  '规上工业增加值增长«7.1%|规上工业增加值»。实现油料生产“六连丰”，达到«4.5万吨|油料产量»。',
  '«36家|市级以上休闲农业示范企业»市级以上休闲农业示范企业年营业收入«9.2亿元|市级以上休闲农业示范企业年营业收入»。',
  '争取到位基本建设类专项资金«4.8亿元|基本建设类专项资金»，建成扶贫加工园区«12个|扶贫加工园区»。',
  '用电增速连续5个月居全市«第二位|用电增速»，精制山茶油实现产量«1260吨|精制山茶油产量»。',
  '工业总产值突破«350亿元|工业总产值»、利润居全市«第4位|工业利润»。',
  '市重点项目«26个|市重点项目»，总投资«320亿元|总投资»，年度投资计划«74亿元|年度投资计划»，已完成投资«31亿元|完成投资»。',
  '«18宗|新开工水利项目»新开工水利项目（已开工«5宗|新开工水利项目»）。',
  '全县农业总产值、旅游收入双双创下新高，分别达到«46亿元|农业总产值»、«31亿元|旅游收入»。',
  '油茶总产值跨上«20亿元|油茶总产值»新台阶，财政收入连跨两个«十亿元|财政收入»台阶，由«9亿元|财政收入»增加到«31亿元|财政收入»。',
  '大豆种植面积«8.2万亩|大豆种植面积»，总产«1.3万吨|大豆总产»，林下养殖业面积«9万亩|林下养殖业面积»、产值«2.4亿元|林下养殖业产值»。',
  '肉羊存栏«12万只|肉羊存栏»、出栏«9.4万只|肉羊出栏»，同比分别增长«2%|肉羊存栏»和«3.1%|肉羊出栏»。',
  '实施重点项目«36个|重点项目»，年度计划投资«41亿元|年度计划投资»。',
  '新签约项目«18个|项目»，合同金额«63亿元|合同金额»。',
  '公路密度每百平方公里«128公里|公路密度»，收储毛竹«3.2万担|毛竹»，烟农户均增收«4200元|烟农户均增收»。',
  '创建和美乡村«9个|和美乡村»，推动平安建设考核全市位次前移«2位|平安建设考核»，水稻播种面积按计划调减至«6.1万亩|水稻播种面积»。',
  '规上工业增加值增长«8%|规上工业增加值»，增速连续7个月居全市«首位|规上工业增加值增速»。',
  '规上服务业企业突破«60家|规上服务业企业»、营业收入突破«45亿元|规上服务业企业营业收入»。',
];

describe('what a figure is filed under', () => {
  it.each(filed)('%s', (marked) => {
    const expected = [...marked.matchAll(/«([^|]+)\|([^»]+)»/g)].map(([, text, name]) => [text, name]);
    const sentence = marked.replace(/«([^|]+)\|[^»]+»/g, '$1');
    const wrapped = inReview(sentence);
    const found = figuresOf(wrapped).filter(({ claim, start }) => claim.kind !== 'threshold' && start >= wrapped.indexOf(sentence));
    expect(found.map(({ text, claim }) => [text, filedName(claim)])).toEqual(expected);
  });
});
