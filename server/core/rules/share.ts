import { claimsRule, type RulePage } from './rule.ts';
import { checkDays } from './share/days-of-year.ts';
import { checkDifference } from './share/difference.ts';
import { checkMultiple, checkTimesMore } from './share/multiple.ts';
import { checkPoints } from './share/points.ts';
import { checkQuotient } from './share/quotient.ts';
import { checkStructure } from './share/structure.ts';
import { checkYield } from './share/yield.ts';

type Messages = 'quotient' | 'structure' | 'yield' | 'completion' | 'points' | 'multiple' | 'more' | 'difference' | 'days' | 'fix';

export const page: RulePage = {
  why: {
    zh: '占比、完成率、办结率、倍数、“增加N个百分点”都可由文中两个数算出；计及四舍五入后仍不相符的，必有一数有误。',
    en: 'Shares, rates of completion, multiples and differences follow from two numbers of the text; where they do not, with rounding allowed for, one of the three is wrong.',
  },
  setAside: {
    zh: '分子分母与文中所列两数口径不同，且已注明。',
    en: 'Numerator and denominator differ in scope from the two numbers, and the text says so.',
  },
  examples: {
    wrong: { draft: '完成投资186.3亿元，为年度计划120.5亿元的145.6%。' },
    right: { draft: '完成投资186.3亿元，为年度计划120.5亿元的154.6%。' },
  },
};

export default claimsRule<Messages>({
  id: 'share',
  title: { zh: '占比、完成率、倍数或差额与两数对不上', en: 'A share, completion rate, multiple or difference disagrees with its numbers' },
  severity: 'error',
  needs: 'text',
  messages: {
    quotient: {
      zh: '{name}{stated}：与两数对不上\n{part}÷{whole}＝{implied}%（计四舍五入{range}）\n请核三个数；若分子分母另有口径，请写明',
      en: '{name} {stated}: disagrees with its two numbers\n{part} ÷ {whole} = {implied}% (with rounding {range})\nCheck the three numbers',
    },
    yield: {
      zh: '{name}{stated}：与产量、面积对不上\n{part}÷{whole}＝{implied}（计四舍五入{range}）\n请核三个数和口径',
      en: '{name} {stated}: disagrees with output and area\n{part} ÷ {whole} = {implied} (with rounding {range})\nCheck the three numbers',
    },
    completion: {
      zh: '{name}为目标的{stated}：与目标对不上\n{part}÷{whole}＝{implied}%（计四舍五入{range}）；目标{target}，见{place}\n请核实绩和完成率；若所指为另一目标，请写明',
      en: '{name}, {stated} of its target: disagrees with the target\n{part} ÷ {whole} = {implied}% (with rounding {range}); target {target}: {place}\nCheck result and rate; if another target is meant, say so',
    },
    points: {
      zh: '{name}{stated}：与前后两数之差对不上\n{to}－{from}＝{implied}（计四舍五入{range}）\n请核两数和差额',
      en: '{name} {stated}: not the difference of its two numbers\n{to} − {from} = {implied} (with rounding {range})\nCheck both and the difference',
    },
    multiple: {
      zh: '{name}{stated}：与两数之比对不上\n{to}÷{from}＝{implied}（计四舍五入{range}）\n请核两数和倍数',
      en: '{name} {stated}: not the quotient of its two numbers\n{to} ÷ {from} = {implied} (with rounding {range})\nCheck both and the multiple',
    },
    more: {
      zh: '{name}增长{stated}：与前后两数对不上\n{to}÷{from}－1＝{implied}（计四舍五入{range}）；增长N倍是增加到N＋1倍\n请核两数和倍数',
      en: '{name} grew by {stated}: not what its two numbers give\n{to} ÷ {from} − 1 = {implied} (with rounding {range})\nCheck both and the multiple',
    },
    days: {
      zh: '{name}{stated}：与{days}对不上\n{days}÷365天＝{implied}%（计监测天数{range}）\n请核天数和比例',
      en: '{name} {stated}: disagrees with {days}\n{days} ÷ 365 = {implied}% (by the days measured {range})\nCheck the days and the rate',
    },
    structure: {
      zh: '三次产业结构{stated}：与增加值对不上\n{part}÷{whole}＝{implied}%，文中为{share}\n疑沿用了往年的结构，请统计局核',
      en: 'Structure {stated}: disagrees with the value added\n{part} ÷ {whole} = {implied}%, the text has {share}\nIt may be an earlier year’s; check',
    },
    difference: {
      zh: '{name}{stated}：与前后两数之差对不上\n{to}－{from}＝{implied}{unit}\n请核两数和差额',
      en: '{name} {stated}: not the difference of its two numbers\n{to} − {from} = {implied} {unit}\nCheck both and the difference',
    },
    fix: { zh: '按两数重算，改为{recomputed}', en: 'Recompute from the two numbers: {recomputed}' },
  },
  *check(context) {
    for (const entry of context.claims) {
      const { claim } = entry;
      yield* checkStructure(context, entry);
      if (claim.values.length > 1) continue;
      if (claim.kind === 'ratio' && claim.unit === '%') {
        yield* checkQuotient(context, entry);
        yield* checkDays(context, entry);
      } else if (claim.kind === 'ratio' && claim.unit === '倍') {
        yield* checkMultiple(context, entry);
        yield* checkTimesMore(context, entry);
      } else if (claim.kind === 'point_change') yield* checkPoints(context, entry);
      else if (claim.role === 'difference' && claim.kind === 'level') yield* checkDifference(context, entry);
      else if (claim.kind === 'level' && claim.dimension === 'mass') yield* checkYield(context, entry);
    }
  },
});
