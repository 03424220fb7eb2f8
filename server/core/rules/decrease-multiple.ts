import { claimsRule, type RulePage } from './rule.ts';

const shrunk = /(减少|下降|降低|缩短|压缩|缩减|缩小|压减|精简|回落|下调|节约|减轻|减)(?:了|近|约|超|达)?$/;
/** 减少外购电成本5倍: what is made less stands between; words of growth or of comparison begin another thought. */
const shrunkObject = /(?:减少|降低|缩短|压缩|缩减|压减|节约|减轻)(?![到至])[^增提升涨高快翻扩到至是为的相达超近约多少,;:。、\d]{2,8}$/;

export const page: RulePage = {
  why: {
    zh: '减少、缩短至多减到零，不能说“减少两倍”；GB/T 15835 等出版规范要求用百分数或分数（减少一半、减少三分之二）。',
    en: 'A decrease can at most reach zero; “decreased by two times” has no meaning. A percentage or a fraction is due.',
  },
  setAside: { zh: '引用原文，不便改动。', en: 'A quotation that must stand as it is.' },
  examples: {
    wrong: { draft: '平均办理时间较改革前缩短1.5倍。' },
    right: { draft: '平均办理时间较改革前缩短60%。' },
  },
};

export default claimsRule({
  id: 'decrease-multiple',
  title: { zh: '减少用了倍数', en: 'A decrease given as a multiple' },
  severity: 'warning',
  needs: 'text',
  messages: {
    multiple: {
      zh: '“{phrase}”：减少不用倍数\n减少一倍即减到零；倍数只用于增加\n请改为百分数或分数（如减少50%、减少三分之二）',
      en: '“{phrase}”: a decrease takes no multiple\nDecreasing by one time is down to nothing\nUse a percentage or a fraction',
    },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.unit !== '倍') continue;
      const before = text.slice(Math.max(0, claim.start - 12), claim.start);
      const verb = shrunk.exec(before) ?? shrunkObject.exec(before);
      if (!verb) continue;
      const start = claim.start - verb[0].length;
      yield {
        range: context.locate(start, claim.end),
        claim: entry,
        message: 'multiple',
        values: { phrase: text.slice(start, claim.end) },
      };
    }
  },
});
