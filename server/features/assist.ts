import type { Baseline } from '../core/baseline/baseline.ts';
import { formatPeriod } from '../core/claims/period.ts';
import { coverageLine, outsideLine } from '../core/coverage.ts';
import { historyOf, type YearRow } from '../core/lookup.ts';
import { printedOf, withSign } from '../core/printed.ts';
import { citeFact } from '../core/rules/support.ts';
import { checkText } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { type CheckPassageParams, checkPassageRequest, type LookUpParams, lookUpRequest } from '../protocol.ts';
import type { Project } from '../workspace.ts';

/** Answers an assistant in the editor with facts and findings, so that it need not make figures up. */
export default {
  start({ connection, drafts, workspace, language }) {
    connection.onRequest(lookUpRequest, async ({ indicator, uri }: LookUpParams, token): Promise<string> => {
      const check = await drafts.check(uri, token);
      const project = check?.project ?? (await workspace.projectOf(uri));
      const region = check?.result.document.outline.region ?? project.config.region ?? '';
      return describeHistory(indicator.trim(), region, project, check?.result.baseline ?? project.baseline);
    });
    connection.onRequest(checkPassageRequest, async ({ text, uri }: CheckPassageParams, token): Promise<string> => {
      const check = await drafts.check(uri, token);
      const project = check?.project ?? (await workspace.projectOf(uri));
      const { region, year } = check?.result.document.outline ?? {};
      const config = { ...project.config, ...(region && { region }), ...(year && { year }) };
      const result = checkText(text, { ...project, config }, language);
      return [...result.findings.map(({ message }) => message), coverageLine(result.coverage), ...outsideLine(result)].join('\n\n');
    });
  },
} satisfies Feature;

const describeHistory = (name: string, region: string, { vocabulary }: Project, baseline: Baseline): string => {
  const indicator = vocabulary.byName.get(name);
  const { actual, targets } = historyOf(baseline, region, { name, indicator });
  const line = (row: YearRow, kind: string): string => {
    const facts = [row.value, row.growth].filter((fact) => fact !== undefined);
    const printed = [
      row.value && printedOf(row.value.claim, row.value.printed),
      row.growth && `增速${withSign(row.growth.claim, row.growth.printed)}`,
    ];
    const quotes = facts.map((fact) => `${citeFact(fact)}“${fact.evidence}”`);
    return `${formatPeriod(row.period)}${kind}：${printed.filter(Boolean).join('，')}（${[...new Set(quotes)].join('；')}）`;
  };
  const lines = [...actual.map((row) => line(row, '实绩')), ...targets.map((row) => line(row, '目标'))];
  const head = `${indicator?.name ?? name}（${region || '地区不明'}）`;
  return lines.length > 0 ? [head, ...lines].join('\n') : `${head}：现有材料中没有这项指标的数，不要自拟数字，请留空并注明待核。`;
};
