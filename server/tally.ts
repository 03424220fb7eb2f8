import type { CheckResult } from './core/check.ts';
import { isSerious, type Range } from './core/finding.ts';
import type { Language } from './core/rules/run.ts';

/** How much there is to look at in a part of a draft. */
export interface Tally {
  /** Without thresholds. */
  figures: number;
  /** Findings that a person must settle: 必核 and 请核. */
  serious: number;
}

export const tallyOf = ({ index, findings }: CheckResult, { start, end }: Range): Tally => ({
  figures: index.claims.filter((entry) => entry.claim.kind !== 'threshold' && start <= entry.start && entry.start < end).length,
  serious: findings.filter((finding) => isSerious(finding) && start <= finding.range.start && finding.range.start < end).length,
});

/** `45个数据 · 请核3`; empty where there is nothing to count. */
export const describeTally = ({ figures, serious }: Tally, language: Language): string => {
  if (figures === 0 && serious === 0) return '';
  return language === 'en'
    ? `${figures} figures${serious > 0 ? ` · ${serious} to check` : ''}`
    : `${figures}个数据${serious > 0 ? ` · 请核${serious}` : ''}`;
};
