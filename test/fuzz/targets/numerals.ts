import { readArabic, readChinese } from '../../../server/core/figures/numerals.ts';
import { readFigure } from '../../../server/core/figures/read-figure.ts';
import { readUnit } from '../../../server/core/figures/units.ts';
import { fold } from '../../../server/core/text/fold.ts';
import { hold, type Target } from '../target.ts';
import { bytesOf, textOf } from '../words.ts';

export const target: Target = {
  seeds: [
    '1,270.5亿元',
    '33 212人',
    '一千二百七十亿元',
    '两万零五',
    '5%—6%',
    '12:35:1',
    '3千5百',
    '连续3年',
    '前五',
    '第九',
    '三分之一',
    '翻两番',
    '-29.8%',
    '120万至150万平方米',
  ].map(bytesOf),
  fuzz(data) {
    const text = fold(textOf(data.subarray(0, 400)));
    for (let at = 0; at < text.length; at++) {
      for (const numeral of [readArabic(text, at), readChinese(text, at)]) {
        if (!numeral) continue;
        hold(numeral.end > at && numeral.end <= text.length, 'a numeral ends in the text');
        hold(numeral.value >= 0 && !Number.isNaN(numeral.step) && numeral.step >= 0, 'a numeral has a value');
      }
      const unit = readUnit(text, at);
      if (unit) hold(unit.start >= at && unit.end >= unit.start && unit.end <= text.length && unit.factor > 0, 'a unit lies in the text');
      const reading = readFigure(text, at);
      if (!reading) continue;
      hold(reading.end > at && reading.end <= text.length, 'a reading goes on');
      const { figure } = reading;
      if (!figure) continue;
      hold(figure.start >= 0 && figure.start < figure.end && figure.end <= text.length, 'a figure lies in the text');
      hold(figure.implied === true || figure.values.length > 0, 'a figure has values');
      hold(
        figure.values.every((value) => !Number.isNaN(value)),
        'values are numbers',
      );
    }
  },
};
