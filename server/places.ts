import type { Location } from 'vscode-languageserver';
import type { CheckResult } from './core/check.ts';
import { namedIndicators } from './core/claims/named-indicators.ts';
import type { Range } from './core/finding.ts';
import type { Indicator } from './core/indicators/indicator.ts';
import { figureAt, mentionsOf } from './core/mentions.ts';
import { rangeOf } from './core/outline/passage.ts';
import { type Check, lspRange } from './drafts.ts';

export const locationOf = (check: Check, range: Range): Location => ({ uri: check.document.uri, range: lspRange(check, range) });

/** A catalogued indicator named in the text. */
export interface NamedIndicator extends Range {
  indicator: Indicator;
}

/** The names of indicators in a document, in reading order. */
export const indicatorsIn = function* ({ document }: CheckResult): Generator<NamedIndicator> {
  for (const { passage } of document.passages)
    for (const { start, end, indicator } of namedIndicators(passage, document.vocabulary))
      yield { ...rangeOf(passage, start, end), indicator };
};

/** The indicator named at an offset, its end included. */
export const indicatorAt = (result: CheckResult, offset: number): NamedIndicator | undefined => {
  for (const named of indicatorsIn(result)) if (named.start <= offset && offset <= named.end) return named;
  return undefined;
};

/** The places of the draft that speak of what stands at an offset: of a figure the same claim, of an indicator its name. */
export const placesAlike = (result: CheckResult, offset: number): readonly Range[] => {
  const figure = figureAt(result.index, offset);
  if (figure) return mentionsOf(figure, result.index);
  const named = indicatorAt(result, offset);
  return named ? [...indicatorsIn(result)].filter(({ indicator }) => indicator.id === named.indicator.id) : [];
};
