import type { Claim } from './claims/claim.ts';
import type { Bound } from './figures/figure.ts';
import type { Language } from './kept-report.ts';

const bounds: Partial<Record<Bound, string>> = { over: '≥', under: '≤', about: '约' };

/** Stands in place of the name of a figure whose text names no indicator. */
export const unnamed: Record<Language, string> = { zh: '（未写明指标）', en: '(no indicator named)' };

/** A number as printed, with what the words around it make of it: its bound, and of growth its direction. */
export const printedOf = (claim: Claim, printed: string): string =>
  claim.kind === 'change' ? withSign(claim, printed) : withBound(claim, printed);

/** 突破, 以上 and 不到 stand outside the figure; 余 and 多 within it. */
export const withBound = ({ bound, kind }: Claim, printed: string): string =>
  kind === 'rank' || kind === 'streak' || /[余多约近超]/.test(printed) ? printed : `${bounds[bound] ?? ''}${printed}`;

/** A rate with its sign: 增长4.8% is printed `4.8%`, 下降 too. */
export const withSign = (claim: Claim, printed: string): string =>
  /^[-－+＋]/.test(printed) ? printed : `${bounds[claim.bound] ?? ''}${isDecline(claim) ? '－' : '＋'}${printed}`;

export const isDecline = ({ values }: Claim): boolean => (values[0] ?? 0) < 0;
