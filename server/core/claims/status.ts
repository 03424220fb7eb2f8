import type { Setting } from '../outline/section.ts';
import { CharacterSet } from '../text/characters.ts';
import { WordClass as W } from '../text/lexicon.ts';
import type { Status } from './claim.ts';
import type { FigureInSentence } from './figure-in-sentence.ts';
import type { Period } from './period.ts';
import type { Sentence } from './sentence.ts';

/** What the document and its part say of all figures in them. */
interface StatusFrame {
  setting: Setting;
  now: number | null;
  reviewed: number | null;
}

/** Whether a figure was reached, is planned or is not final yet. */
export const statusOf = (here: FigureInSentence, frame: StatusFrame, period: Period | null): Status => {
  const { sentence, t, kind, lead } = here;
  const { setting } = frame;
  const isTarget = isTargetBehind(sentence, t);
  if (setting.status === 'target') {
    if (isEstimated(sentence, t)) return 'estimate';
    if (isTimeless(sentence, t) || isDoneAlready(sentence, t) || standsAlready(sentence, t)) return 'actual';
    const isPast = period !== null && setting.period !== null && period.to < setting.period.from;
    return isPast && !lead.target && !isTarget ? 'actual' : 'target';
  }
  // 完成年度目标的114%, 优于考核目标19.8个百分点, 低于6%的计划2.4个百分点: what was reached, held against the plan.
  const isHeldAgainst =
    isBeyondPlan(here) ||
    (/目标|任务|计划|进度/.test(lead.aspect) && (kind === 'ratio' || kind === 'point_change' || lead.exceed || lead.compare)) ||
    // 比预期低0.2个百分点
    (kind === 'point_change' && lead.compare);
  if (isTarget || (lead.target && !isHeldAgainst) || (setting.status !== 'estimate' && isAhead(frame, period))) return 'target';
  return lead.estimate || isEstimated(sentence, t) ? 'estimate' : setting.status;
};

/** 超计划12家: by how much what was reached lies above the plan. */
export const isBeyondPlan = ({ sentence, t, kind, lead }: FigureInSentence): boolean =>
  kind === 'level' && lead.over && /(?:目标|计划|任务|进度)$/.test(sentence.word(t - 1)) && sentence.has(t - 2, W.over);

/** 到2025年底 in a text of 2021 can only be planned. */
const isAhead = ({ reviewed, now }: StatusFrame, period: Period | null): boolean => {
  const last = Math.max(reviewed ?? 0, now ?? 0);
  return period !== null && last > 0 && period.from > last * 12 + 11;
};

const isEstimated = (sentence: Sentence, t: number): boolean => {
  if (!sentence.estimates) return false;
  for (let i = t - 1; i >= 0; i--) {
    const { partner } = sentence.token(i);
    if (sentence.isPunctuation(i, ';。:')) return false;
    if (partner !== undefined && partner < i) i = partner;
    else if (sentence.has(i, W.estimate) && /^(?:预计|初步核算|有望)/.test(sentence.word(i))) return true;
  }
  return false;
};

/** 5.5%的预期目标: the words behind the figure say that it is a plan. */
export const isTargetBehind = (sentence: Sentence, t: number): boolean => {
  const { text } = sentence;
  const { end } = sentence.token(t);
  return opensTarget.has(text.charCodeAt(end)) && targetBehind.test(text.slice(end, end + 16));
};

const opensTarget = new CharacterSet('以左的为作年预全既');
const targetBehind =
  /^(?:以上|左右|以内)?(?:(?:的|为|作为)(?:总|年度|预期|年初|全年|既定|规划|考核|增长|发展|工作|投资|建设|减排)*|(?:年度|预期|年初|全年|既定)+)(?:目标|任务|计划)(?!项目)|^的预期(?=[,;。、)])/;

/** 我们这样一个有13亿人口的国家, 全省8500万人民: how many people there are is said of no time. */
export const isTimeless = (sentence: Sentence, t: number): boolean =>
  ['万', '亿'].includes(sentence.token(t).figure?.unitText ?? '') &&
  /^(?:多|余)?(?:人口|人民|中国人|中华儿女|各族|父老|群众)(?!币|法院|医院|代表|政府|检察)/.test(sentence.textAfter(t)) &&
  !sentence.has(t - 1, W.link | W.over | W.under | W.rise | W.fall | W.to);

/** 推进已批建的3家省实验室建设: in a plan, what exists already. */
const isDoneAlready = (sentence: Sentence, t: number): boolean => {
  if (sentence.word(t - 1) !== '的' || !sentence.isPlain(t - 2, W.verb | W.split)) return false;
  return /^(?:已|已经)$/.test(sentence.word(t - 3)) || /^已/.test(sentence.word(t - 2));
};

const standing = /(?:构成了?|奠定了?|积累了|夯实了|形成了|铸就了|提供了)[^,;。]{0,16}(?:家底|基础|底气|底盘|支撑|优势|条件|根基)/;

/** 5058.6亿元的经济总量、2678家企业构成了坚实家底: in a plan, what one builds on. */
export const standsAlready = (sentence: Sentence, t: number): boolean => {
  const words = sentence.textAfter(t);
  const end = words.search(/[;。]/);
  return standing.test(end < 0 ? words : words.slice(0, end)) && !/力争|确保|预计|到20/.test(words);
};
