import { liesBelow } from '../figures/interval.ts';
import { passageRule } from './rule.ts';
import { askOffice, citeFact, inUnitOf, isCertain, relateFact, shortName } from './support.ts';

/** Words that claim a target was met. */
const met =
  /超额完成|全面完成|圆满完成|如期完成|提前完成|均完成|都完成|顺利完成|(?:已|均|全部|全面)?完成(?:了)?(?:年初|年度|全年|预期|既定)?(?:出让|投资|工作|考核)?(?:计划|目标|任务)|达到(?:了)?(?:年初|年度|全年)?(?:预期|既定)?目标|如期实现|(?:好于|高于|超过|优于)(?:年初|年度|全年)?预期|实现(?:了)?(?:年初|年度|全年|既定|预期)(?:目标)/;

export default passageRule({
  id: 'target-shortfall',
  title: { zh: '称完成而低于上年所定目标', en: 'Said to be met, yet short of last year’s target' },
  why: {
    zh: '上年报告提出的目标，代表们会逐条对照。写“完成”“超额完成”“如期实现”而数字低于目标，是最容易被当场指出的矛盾。',
    en: 'Deputies hold last year’s targets against this year’s results line by line; “completed” with a lower number is noticed at once.',
  },
  severity: 'warning',
  needs: 'base',
  setAside: {
    zh: '目标年中经法定程序调整，或“完成”所指为另一项任务。',
    en: 'The target was lawfully adjusted during the year, or “completed” speaks of another task.',
  },
  messages: {
    short: {
      zh: '{name}{stated}：称完成，但低于年初目标\n目标{target}，见{place}；差{gap}\n{ask}实绩和目标；若目标已调整，请注明',
      en: '{name} {stated}: said to be met but below the target\nTarget {target}: {place}; short by {gap}\nCheck result and target; if the target was adjusted, say so',
    },
  },
  examples: {
    wrong: { base: '二、2024年重点工作安排\n全年出让经营性用地600亩。', draft: '出让经营性用地593亩，完成年度出让计划。' },
    right: { base: '二、2024年重点工作安排\n全年出让经营性用地600亩。', draft: '出让经营性用地623亩，完成年度出让计划。' },
  },
  *check(context) {
    if (!met.test(context.passage.passage.text)) return;
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.status !== 'actual' || claim.period === null || claim.role === 'difference' || claim.role === 'from') continue;
      if (claim.kind !== 'level' && claim.kind !== 'ratio' && claim.kind !== 'change') continue;
      if (claim.indicator && claim.indicator.direction !== 'up') continue;
      if (!claim.indicator && /能耗|浓度|事故|死亡|失业|下降|压减|排放|成本|案件|投诉|时间/.test(claim.name)) continue;
      const facts = context.baseline.targets(entry.region, claim).filter((fact) => fact.claim.bound !== 'under');
      if (facts.length === 0 || !facts.every((fact) => liesBelow(claim.interval, fact.claim.interval))) continue;
      const [fact] = facts;
      if (!fact) continue;
      yield {
        range: { start: entry.start, end: entry.end },
        claim: entry,
        against: fact.printed,
        message: 'short',
        ...(isCertain(fact) && { severity: 'error' as const }),
        values: {
          name: shortName(claim),
          stated: entry.printed,
          target: fact.printed,
          place: citeFact(fact),
          gap: inUnitOf(claim, (fact.claim.values[0] as number) * fact.claim.factor - (claim.values[0] as number) * claim.factor, 2),
          ask: askOffice(claim),
        },
        related: [relateFact(fact)],
      };
    }
  },
});
