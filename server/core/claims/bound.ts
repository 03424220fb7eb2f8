import type { Bound } from '../figures/figure.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Status } from './claim.ts';
import type { FigureInSentence } from './figure-in-sentence.ts';
import { isBeyondPlan, isTargetBehind } from './status.ts';

/** Which way the words around a figure open what it states. */
export const boundOf = (here: FigureInSentence, status: Status): Bound => {
  const { sentence, t, figure, kind, lead } = here;
  if (figure.within) return 'within';
  if (!sentence.endsClause(t + 1)) {
    const next = sentence.word(t + 1);
    if (/^(?:及?以上|之上)/.test(next)) return 'over';
    if (/^(?:及?以[下内]|之内)/.test(next)) return 'under';
    if (/^(?:左右|上下)/.test(next)) return 'about';
  }
  if (figure.more) return 'about';
  if (kind === 'rank' || kind === 'streak') return 'exact';
  if (lead.about) return 'about';
  // 超过120户的计划, 未达到6%的预期: how the result stands to a plan bounds no plan.
  if (status === 'target' && isTargetBehind(sentence, t) && (lead.exceed || sentence.has(t - 1, W.over | W.under))) return 'exact';
  // 高于全省2个百分点 compares; it bounds nothing.
  const compares = lead.exceed && (kind === 'point_change' || (kind === 'change' && !lead.bounds));
  // 超年度目标13.9%
  const exceedsPlan =
    /目标|计划|任务/.test(lead.aspect) &&
    !lead.bounds &&
    (lead.over || lead.exceed) &&
    lead.target &&
    (kind === 'ratio' || isBeyondPlan(here));
  // 低于2020年的12.3亿美元: a value of another time is a reference and bounds nothing.
  if (lead.exceed && !lead.bounds && (lead.compared !== null || lead.time !== null) && kind === 'level') return 'exact';
  if (lead.over && !compares && !exceedsPlan) return 'over';
  if (lead.under && !(lead.exceed && kind === 'point_change')) {
    // 累计缩减近60平方公里, as against 缩减到60平方公里
    const isNear = /^(?:近|接近|将近|不足|不到)$/.test(sentence.word(t - 1));
    if (isNear || !(lead.control && status === 'actual')) return 'under';
  }
  return lead.to && lead.control && status === 'target' ? 'under' : 'exact';
};
