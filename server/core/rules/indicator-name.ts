import { namedIndicators } from '../claims/named-indicators.ts';
import { rangeOf } from '../outline/passage.ts';
import { documentRule, type RulePage } from './rule.ts';

export const page: RulePage = {
  why: {
    zh: '正式报告使用统计制度规定的指标名称；“固投”“社零”是工作语言，“市场主体”等旧称已有新的规范名称。每个名称全文只提示一次。',
    en: 'A formal report uses the names of the statistical system; short forms are office jargon and some names have been replaced. Each is reported once per document.',
  },
  setAside: { zh: '文件名、活动名等专名，或下文已说明的简称。', en: 'Part of a proper name, or a short form that the text introduces.' },
  examples: {
    wrong: { draft: '固投增长6%，其中制造业投资增长10%。' },
    right: { draft: '固定资产投资增长6%，其中制造业投资增长10%。' },
  },
};

export default documentRule({
  id: 'indicator-name',
  title: { zh: '指标用了简称或旧称', en: 'An abbreviated or outdated indicator name' },
  severity: 'hint',
  needs: 'text',
  messages: {
    abbreviation: {
      zh: '“{written}”是简称\n规范名称为“{name}”\n首次出现宜用全称',
      en: '“{written}” is a short form\nThe standard name is “{name}”\nUse it at least once',
    },
    outdated: {
      zh: '“{written}”是旧称\n现行名称为“{name}”\n请按现行名称改',
      en: '“{written}” has been replaced\nThe current name is “{name}”\nUse the current name',
    },
    fix: { zh: '改为“{name}”', en: 'Change to “{name}”' },
  },
  concerns: ({ passage }, { vocabulary }) => !passage.inAppendix && vocabulary.improper.test(passage.text),
  *check({ document, passages }) {
    const seen = new Set<string>();
    for (const { passage } of passages) {
      for (const { start, end, indicator } of namedIndicators(passage, document.vocabulary)) {
        const written = passage.text.slice(start, end);
        const isShort = indicator.abbreviations.includes(written);
        if ((!isShort && !indicator.outdated.includes(written)) || seen.has(written)) continue;
        seen.add(written);
        yield {
          range: rangeOf(passage, start, end),
          against: written,
          message: isShort ? 'abbreviation' : 'outdated',
          values: { written, name: indicator.name },
          fix: { title: 'fix', values: { name: indicator.name }, newText: indicator.name },
        };
      }
    }
  },
});
