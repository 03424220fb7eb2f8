import type { Baseline } from '../core/baseline/baseline.ts';
import { formatPeriod } from '../core/claims/period.ts';
import { coverageLine, outsideLine } from '../core/coverage.ts';
import { historyOf, type YearRow } from '../core/lookup.ts';
import { printedOf, withSign } from '../core/printed.ts';
import type { Language } from '../core/rules/run.ts';
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
      return describeHistory(indicator.trim(), region, project, check?.result.baseline ?? project.baseline, texts[language]);
    });
    connection.onRequest(checkPassageRequest, async ({ text, uri }: CheckPassageParams, token): Promise<string> => {
      const check = await drafts.check(uri, token);
      const project = check?.project ?? (await workspace.projectOf(uri));
      const { region, year } = check?.result.document.outline ?? {};
      const config = { ...project.config, ...(region && { region }), ...(year && { year }) };
      const result = checkText(text, { ...project, config }, language);
      return [
        ...result.findings.map(({ message }) => message),
        coverageLine(result.coverage, language),
        ...outsideLine(result, language),
      ].join('\n\n');
    });
  },
} satisfies Feature;

interface Texts {
  growth: string;
  actual: string;
  target: string;
  noRegion: string;
  head(name: string, region: string): string;
  line(when: string, printed: readonly string[], quotes: readonly string[]): string;
  /** What to do where nothing is known; a model that reads it must not make a figure up. */
  nothing: string;
}

const texts: Record<Language, Texts> = {
  zh: {
    growth: '增速',
    actual: '实绩',
    target: '目标',
    noRegion: '地区不明',
    head: (name, region) => `${name}（${region}）`,
    line: (when, printed, quotes) => `${when}：${printed.join('，')}（${quotes.join('；')}）`,
    nothing: '：现有材料中没有这项指标的数，不要自拟数字，请留空并注明待核。',
  },
  en: {
    growth: 'growth ',
    actual: ' actual',
    target: ' target',
    noRegion: 'region unknown',
    head: (name, region) => `${name} (${region})`,
    line: (when, printed, quotes) => `${when}: ${printed.join(', ')} (${quotes.join('; ')})`,
    nothing: ': the papers at hand have no figure of this indicator. Do not make one up: leave it blank and mark it as to be checked.',
  },
};

const describeHistory = (name: string, region: string, { vocabulary }: Project, baseline: Baseline, text: Texts): string => {
  const indicator = vocabulary.byName.get(name);
  const { actual, targets } = historyOf(baseline, region, { name, indicator });
  const line = (row: YearRow, kind: string): string => {
    const facts = [row.value, row.growth].filter((fact) => fact !== undefined);
    const printed = [
      row.value && printedOf(row.value.claim, row.value.printed),
      row.growth && `${text.growth}${withSign(row.growth.claim, row.growth.printed)}`,
    ];
    const quotes = facts.map((fact) => `${citeFact(fact)}“${fact.evidence}”`);
    return text.line(
      `${formatPeriod(row.period)}${kind}`,
      printed.filter((part) => part !== undefined),
      [...new Set(quotes)],
    );
  };
  const lines = [...actual.map((row) => line(row, text.actual)), ...targets.map((row) => line(row, text.target))];
  const head = text.head(indicator?.name ?? name, region || text.noRegion);
  return lines.length > 0 ? [head, ...lines].join('\n') : `${head}${text.nothing}`;
};
