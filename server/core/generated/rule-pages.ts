// Made by `npm run generate`; do not edit.
import { page as approximation } from '../rules/approximation.ts';
import { page as baselineValue } from '../rules/baseline-value.ts';
import { page as between } from '../rules/between.ts';
import { page as calendar } from '../rules/calendar.ts';
import { page as comparison } from '../rules/comparison.ts';
import { page as confirmedValue } from '../rules/confirmed-value.ts';
import { page as cumulativeDrop } from '../rules/cumulative-drop.ts';
import { page as decreaseMultiple } from '../rules/decrease-multiple.ts';
import { page as digitStyle } from '../rules/digit-style.ts';
import { page as direction } from '../rules/direction.ts';
import { page as enumeration } from '../rules/enumeration.ts';
import { page as growthRate } from '../rules/growth-rate.ts';
import { page as headingOrder } from '../rules/heading-order.ts';
import { page as impossible } from '../rules/impossible.ts';
import { page as indicatorName } from '../rules/indicator-name.ts';
import { page as magnitude } from '../rules/magnitude.ts';
import { page as malformedFigure } from '../rules/malformed-figure.ts';
import { page as partWhole } from '../rules/part-whole.ts';
import { page as partialYear } from '../rules/partial-year.ts';
import { page as percentPoint } from '../rules/percent-point.ts';
import { page as placeholder } from '../rules/placeholder.ts';
import { page as provisional } from '../rules/provisional.ts';
import { page as range } from '../rules/range.ts';
import { page as relativeYear } from '../rules/relative-year.ts';
import { page as respectively } from '../rules/respectively.ts';
import { page as restatement } from '../rules/restatement.ts';
import { page as share } from '../rules/share.ts';
import { page as sourceValue } from '../rules/source-value.ts';
import { page as staleFigure } from '../rules/stale-figure.ts';
import { page as stockFlow } from '../rules/stock-flow.ts';
import { page as streak } from '../rules/streak.ts';
import { page as sum } from '../rules/sum.ts';
import { page as superlative } from '../rules/superlative.ts';
import { page as swapped } from '../rules/swapped.ts';
import { page as targetLevel } from '../rules/target-level.ts';
import { page as targetShortfall } from '../rules/target-shortfall.ts';
import { page as unit } from '../rules/unit.ts';
import { page as unusualChange } from '../rules/unusual-change.ts';
import { page as wordValue } from '../rules/word-value.ts';
import type { RulePage } from '../rules/rule.ts';

/** By rule. */
export const pages: Readonly<Record<string, RulePage>> = {
  approximation,
  'baseline-value': baselineValue,
  between,
  calendar,
  comparison,
  'confirmed-value': confirmedValue,
  'cumulative-drop': cumulativeDrop,
  'decrease-multiple': decreaseMultiple,
  'digit-style': digitStyle,
  direction,
  enumeration,
  'growth-rate': growthRate,
  'heading-order': headingOrder,
  impossible,
  'indicator-name': indicatorName,
  magnitude,
  'malformed-figure': malformedFigure,
  'part-whole': partWhole,
  'partial-year': partialYear,
  'percent-point': percentPoint,
  placeholder,
  provisional,
  range,
  'relative-year': relativeYear,
  respectively,
  restatement,
  share,
  'source-value': sourceValue,
  'stale-figure': staleFigure,
  'stock-flow': stockFlow,
  streak,
  sum,
  superlative,
  swapped,
  'target-level': targetLevel,
  'target-shortfall': targetShortfall,
  unit,
  'unusual-change': unusualChange,
  'word-value': wordValue,
};
