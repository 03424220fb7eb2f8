import { yearOf } from '../claims/period.ts';
import { claimsRule, type RulePage } from './rule.ts';
import { periodName, shortName } from './support.ts';

export const page: RulePage = {
  why: {
    zh: '“预计”“截至11月底”“1—11月”是年底起草时的暂数；会前统计局和部门给出全年数后应当换掉，至少应当知道哪些还没有换。',
    en: '预计, 截至11月底 and 1—11月 are stand-ins of a draft written before the year was over; they are to be replaced when the year’s data are out.',
  },
  setAside: { zh: '全年数会前不会公布，用预计数是惯例。', en: 'The year’s figure will not be out in time and an estimate is customary.' },
  examples: {
    wrong: { draft: '预计全年技术交易额112亿元。' },
    right: { draft: '全年技术交易额112亿元，可为企业减负3亿元。' },
  },
};

export default claimsRule({
  id: 'provisional',
  title: { zh: '尚未定数', en: 'A provisional figure' },
  severity: 'information',
  needs: 'text',
  messages: {
    estimate: {
      zh: '{name}{stated}：预计数\n会前如已有初步核算数或快报数，应当替换\n请向责任部门要最新数',
      en: '{name} {stated}: an estimate\nReplace it when preliminary data are out\nAsk the office in charge',
    },
    partial: {
      zh: '{name}{stated}：只到{until}\n回顾全年的部分宜用全年数\n请向责任部门要最新数',
      en: '{name} {stated}: only up to {until}\nA review of the year uses the year’s figure\nAsk the office in charge',
    },
  },
  *check(context) {
    const { year, document } = context;
    const { setting } = context.passage.passage;
    if (year === null || setting.status !== 'actual' || !document.outline.isReport) return;
    const told = new Set<string>();
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.kind === 'threshold' || claim.role === 'from') continue;
      const of = yearOf(claim.period);
      if (of !== year - 1 || claim.period === null) continue;
      const isPartial =
        claim.period.to < (year - 1) * 12 + 11 && claim.period.to >= (year - 1) * 12 + 8 && claim.period.from === (year - 1) * 12;
      const isEstimate = claim.status === 'estimate' && /预计|初步|估/.test(context.passage.passage.text);
      if (!isEstimate && (!isPartial || claim.carried)) continue;
      // The whole year's figure beside it shows that the part was meant.
      if (
        isPartial &&
        context.claims.some(
          (other) => other.claim.name === claim.name && other.claim.period && other.claim.period.to > (claim.period?.to ?? 0),
        )
      )
        continue;
      const key = isPartial ? 'partial' : 'estimate';
      if (told.has(key)) continue;
      told.add(key);
      yield {
        claim: entry,
        message: key,
        values: { name: shortName(claim), stated: entry.printed, until: periodName(claim.period, null) },
      };
    }
  },
});
