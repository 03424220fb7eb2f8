import type { InlayHint } from 'vscode-languageserver';
import type { IndexedClaim } from '../core/claims/claim-index.ts';
import { type Period, samePeriod } from '../core/claims/period.ts';
import type { Interval } from '../core/figures/interval.ts';
import { type ImpliedGrowth, lookUpFigure } from '../core/lookup.ts';
import type { Language } from '../core/rules/run.ts';
import { format, formatPercentRange, yearEarlier } from '../core/rules/support.ts';
import type { Feature } from '../feature.ts';
import { InlayHintKind } from '../rpc/kinds.ts';
import type { Settings } from '../settings.ts';

/** Behind a figure last year's value, behind a rate that does not follow from the two values the one that does: where the user wants it. */
export default {
  capabilities: () => ({ inlayHintProvider: true }),
  start({ connection, client, drafts, language, settings, onStale }) {
    connection.onRequest('textDocument/inlayHint', async ({ textDocument: { uri }, range }, token) => {
      const check = settings.inlayHints === 'off' ? undefined : await drafts.check(uri, token);
      if (!check) return null;
      const { document, result } = check;
      const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const shown = result.index.claims.filter(({ claim, start, end }) => claim.kind !== 'threshold' && from <= start && end <= to);
      return shown.flatMap((entry): InlayHint[] => {
        const { implied } = lookUpFigure(entry, result.index, result.baseline);
        const label = implied && labelOf(entry, implied, settings.inlayHints, texts[language]);
        if (!label) return [];
        const position = document.positionAt(entry.end);
        return [{ position, label, kind: InlayHintKind.Parameter, paddingLeft: true, tooltip: tooltipOf(implied, texts[language]) }];
      });
    });
    if (client.workspace?.inlayHint?.refreshSupport) onStale(() => connection.tryRequest('workspace/inlayHint/refresh'));
  },
} satisfies Feature;

interface Texts {
  base(isLastYear: boolean, printed: string): string;
  implied(rate: string): string;
  source(printed: string, place: string): string;
  rounded(range: string): string;
}

const texts: Record<Language, Texts> = {
  zh: {
    base: (isLastYear, printed) => `${isLastYear ? '上年' : '基数'}${printed}`,
    implied: (rate) => `按两数为${rate}`,
    source: (printed, place) => `${printed}：${place}`,
    rounded: (range) => `计四舍五入${range}`,
  },
  en: {
    base: (isLastYear, printed) => `${isLastYear ? 'last year' : 'base'} ${printed}`,
    implied: (rate) => `implied ${rate}`,
    source: (printed, place) => `${printed}: ${place}`,
    rounded: (range) => `with rounding ${range}`,
  },
};

const labelOf = (entry: IndexedClaim, growth: ImpliedGrowth, mode: Settings['inlayHints'], text: Texts): string | undefined => {
  const { value, stated, base, implied, central, verdict, inPoints } = growth;
  const rate = isClosed(implied) && !inPoints && verdict !== 'incomparable' ? `${format(central)}%` : undefined;
  if (entry === stated) return rate && verdict === 'conflict' ? text.implied(rate) : undefined;
  if (entry !== value || mode === 'conflicts') return undefined;
  const isLastYear = samePeriod(base.claim.period, yearEarlier(entry.claim.period as Period));
  return [text.base(isLastYear, base.printed), ...(rate && !stated ? [text.implied(rate)] : [])].join('，');
};

const tooltipOf = ({ base, implied, inPoints }: ImpliedGrowth, text: Texts): string => {
  const lines = [text.source(base.printed, base.place)];
  if (isClosed(implied) && implied.low < implied.high && !inPoints) lines.push(text.rounded(formatPercentRange(implied)));
  return lines.join('\n');
};

const isClosed = ({ low, high }: Interval): boolean => Number.isFinite(low) && Number.isFinite(high);
