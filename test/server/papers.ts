/** Last year's report and this year's draft of a district that does not exist. */
export const lastYear = `政府工作报告
——2024年2月6日在云溪区第五届人民代表大会第三次会议上

各位代表：
一、2023年工作回顾
过去一年，全区地区生产总值812.4亿元，增长5.6%；财政总收入248亿元，增长7.5%；固定资产投资642.8亿元，增长30.8%。
新增城镇就业1.86万人。规上工业企业数字化改造覆盖率达81.3%。口袋公园绿化养护合格率达72%。
二、2024年重点工作安排
主要预期目标是：地区生产总值增长5.5%，固定资产投资增长8%，财政总收入增长5%，新增城镇就业1.5万人。
`;

const head = `政府工作报告
——2025年1月20日在云溪区第五届人民代表大会第四次会议上

各位代表：
一、2024年工作回顾
`;

export const draftOf = (body: string): string => `${head}${body}\n`;

/** The rate does not follow from 248 and 262, the share of last year is copied wrongly, one word is too much. */
export const draft = draftOf(
  '过去一年，财政总收入262亿元，增长4.8%。\n规上工业企业数字化改造覆盖率由上年的83.1%提高到86.5%。\n带动消费近56亿元左右。',
);

export const folder = 'file:///w';
export const config = '{ "region": "云溪区", "baseline": "基期" }';
export const files = (): Record<string, string> => ({
  [`${folder}/heshu.json`]: config,
  [`${folder}/基期/上年报告.txt`]: lastYear,
});
