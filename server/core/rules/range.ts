import { claimsRule, type Report, type RulePage } from './rule.ts';

type Messages = 'percent' | 'power' | 'backwards' | 'fix';

const form =
  /^([\d.,]+)([余多]?[十百千万亿]*)(个?百分点|[%‰]|[^\d十百千万亿—\-~至到一]*)(—{1,2}|-{1,2}|~|至|到|一)([\d.,]+)([余多]?[十百千万亿]*)(个?百分点|[%‰]|.*)$/;

export const page: RulePage = {
  why: {
    zh: 'GB/T 15835：百分数范围的两端都写百分号（5%—6%），前后数值带“万”“亿”的不能省略前一个（120万—150万），否则会读成另一个数；范围由小到大写。',
    en: 'GB/T 15835: both ends of a range carry % and 万 or 亿, or the first end reads as another number; ranges run upward.',
  },
  setAside: { zh: '图表等处因版面限制从简。', en: 'Shortened for want of space, as in a table.' },
  examples: {
    wrong: { draft: '社会消费品零售总额增长5—6%。' },
    right: { draft: '社会消费品零售总额增长5%—6%。' },
  },
};

export default claimsRule<Messages>({
  id: 'range',
  title: { zh: '数值范围写法不完整或前大后小', en: 'A range that leaves out its unit or runs backwards' },
  severity: 'hint',
  needs: 'text',
  messages: {
    percent: {
      zh: '“{phrase}”：前一个数漏写“{unit}”\n范围两端都要写“{unit}”，以免误读\n建议改为“{suggestion}”',
      en: '“{phrase}”: {unit} is missing at the first end\nBoth ends of a range carry {unit}\nSuggested: “{suggestion}”',
    },
    power: {
      zh: '“{phrase}”：前一个数漏写“{unit}”\n照字面是{literal}，两端相差上万倍\n建议改为“{suggestion}”',
      en: '“{phrase}”: {unit} is missing at the first end\nRead literally it is {literal}\nSuggested: “{suggestion}”',
    },
    backwards: {
      zh: '“{phrase}”：范围前大后小\n范围由小到大写\n请核两数；写颠倒的改为“{suggestion}”',
      en: '“{phrase}”: the range runs backwards\nRanges run from the smaller to the larger\nCheck both; if reversed, “{suggestion}”',
    },
    fix: { zh: '改为“{suggestion}”', en: 'Change to “{suggestion}”' },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.values.length !== 2 || claim.kind === 'threshold') continue;
      const phrase = text.slice(claim.start, claim.end);
      const parts = form.exec(phrase);
      if (!parts) continue;
      const [, low = '', lowPower = '', lowUnit = '', mark = '', high = '', highPower = '', highUnit = ''] = parts;
      const [from, to] = claim.values as [number, number];
      const report = (message: Messages, suggestion: string, unit = ''): Report<Messages> => ({
        claim: entry,
        message,
        values: { phrase, suggestion, unit, literal: `${low}${highUnit}${mark}${high}${highPower}${highUnit}` },
        fix: { title: 'fix', values: { suggestion }, newText: suggestion },
      });
      if (/[%‰]/.test(highUnit) && !lowUnit) {
        yield report('percent', `${low}${highUnit}${mark}${high}${highUnit}`, highUnit);
      } else if (/[万亿]/.test(highPower) && !lowPower) {
        yield report('power', `${low}${highPower}${mark}${high}${highPower}${highUnit}`, highPower);
      } else if (from > to && from > 0) {
        yield report('backwards', `${high}${highPower}${highUnit}${mark}${low}${lowPower || highPower}${lowUnit || highUnit}`);
      }
    }
  },
});
