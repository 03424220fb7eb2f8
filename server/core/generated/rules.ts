// Made by `npm run generate`; do not edit.
import approximation from '../rules/approximation.ts';
import baselineValue from '../rules/baseline-value.ts';
import between from '../rules/between.ts';
import calendar from '../rules/calendar.ts';
import comparison from '../rules/comparison.ts';
import confirmedValue from '../rules/confirmed-value.ts';
import cumulativeDrop from '../rules/cumulative-drop.ts';
import decreaseMultiple from '../rules/decrease-multiple.ts';
import digitStyle from '../rules/digit-style.ts';
import direction from '../rules/direction.ts';
import enumeration from '../rules/enumeration.ts';
import growthRate from '../rules/growth-rate.ts';
import headingOrder from '../rules/heading-order.ts';
import impossible from '../rules/impossible.ts';
import indicatorName from '../rules/indicator-name.ts';
import magnitude from '../rules/magnitude.ts';
import malformedFigure from '../rules/malformed-figure.ts';
import partWhole from '../rules/part-whole.ts';
import partialYear from '../rules/partial-year.ts';
import percentPoint from '../rules/percent-point.ts';
import placeholder from '../rules/placeholder.ts';
import provisional from '../rules/provisional.ts';
import range from '../rules/range.ts';
import relativeYear from '../rules/relative-year.ts';
import respectively from '../rules/respectively.ts';
import restatement from '../rules/restatement.ts';
import share from '../rules/share.ts';
import sourceValue from '../rules/source-value.ts';
import staleFigure from '../rules/stale-figure.ts';
import stockFlow from '../rules/stock-flow.ts';
import streak from '../rules/streak.ts';
import sum from '../rules/sum.ts';
import superlative from '../rules/superlative.ts';
import swapped from '../rules/swapped.ts';
import targetLevel from '../rules/target-level.ts';
import targetShortfall from '../rules/target-shortfall.ts';
import unit from '../rules/unit.ts';
import unusualChange from '../rules/unusual-change.ts';
import wordValue from '../rules/word-value.ts';
import type { Rule } from '../rules/rule.ts';

export const rules: readonly Rule[] = [
  approximation,
  baselineValue,
  between,
  calendar,
  comparison,
  confirmedValue,
  cumulativeDrop,
  decreaseMultiple,
  digitStyle,
  direction,
  enumeration,
  growthRate,
  headingOrder,
  impossible,
  indicatorName,
  magnitude,
  malformedFigure,
  partWhole,
  partialYear,
  percentPoint,
  placeholder,
  provisional,
  range,
  relativeYear,
  respectively,
  restatement,
  share,
  sourceValue,
  staleFigure,
  stockFlow,
  streak,
  sum,
  superlative,
  swapped,
  targetLevel,
  targetShortfall,
  unit,
  unusualChange,
  wordValue,
];
