import { isDigit, isLetter } from '../text/characters.ts';
import { matchesIn } from '../text/matches.ts';
import type { Kind } from './figure.ts';
import { isChineseNumeral, type Numeral, readArabic, readChinese } from './numerals.ts';
import { readUnit, readUnknownMeasure, type Unit } from './units.ts';

/** A number with its unit before its sentence is understood: what it says of what is still open. */
export interface RawFigure {
  start: number;
  end: number;
  /** As printed, without magnitude; negative where a minus sign stands before it. */
  values: number[];
  step: number;
  unit: Unit | undefined;
  unitText: string;
  /** The form alone decides these: 第四, 连续3年, 翻一番, 三分之一. */
  form?: Kind;
  /** 余, 多, 来 inside the figure. */
  more?: boolean;
  /** 前五, 前20%. */
  within?: boolean;
  /** A bare number: a figure only where the sentence says so. */
  bare?: boolean;
  /** Words and magnitude alone, 亿元: a figure only before 以上. */
  implied?: boolean;
}

/** What stands at a place: a figure, or digits that are none (then only `end`). */
export interface Reading {
  end: number;
  figure?: RawFigure;
}

const at = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

/** What follows a number and makes it a name, an ordinal or a date. */
const nameSuffix =
  /方面|年代|世纪|周年|届|次会议|次全会|中全会|大报告|大精神|号|国道|省道|县道|路公交|强|大板块|大方面|期(?=[工项一二三四五六七八九十,。;、建开启竣投])|级|年级|班制|字头|千伏|kV|伏|度(?![电,。;])|比特|纳米|英寸|排CT|年|型|股|开本|开门|位数|位一体|字诀|世界|热线|联动|分制|小时(?:[^,。;、]{0,4}圈|[^,。;、]{0,2}不打烊|值守|监测|在线|过境|免签)|分钟(?:[^,。;、]{0,10}圈|内?可?达|城市|响应)|时(?!段)|点(?!击|位|多|[个名])|月|日|[#℃]|D(?![A-Z])|G(?!W)|A(?![A-Z])|C|K(?![Wm])|V(?!A)|X|S(?!M)/y;
const ordinalSuffix =
  /(?:时间|书记|产业|课堂|线|轮|批|次|届|期|个|条|章|节|部分|项|阶段|季度|故乡|人民|医院|中学|小学|幼儿园|代|类|党|步|人称|实验|职业|附属|任|站|军|师|财政|资源|生产力|要务|资料|政治|标准|要求|准则|底线|关|第|窗口|责任|动力|信号|现场|目击|手|大道|街|路|号|架|台|家|座|所|套|辆|枚|艘|国|高级|法庭|大[^,。;、]|部|种|款|版|例|处|片|幅|笔|单|场|颗|组|层|[一二三四五六七八九十])/y;
const afterRank = /[,。;:!?、)\]”’》的和与及并,]|以[上内]|左右|$/y;
const codeTail = /(?:[+\-—/._]?[A-Za-z0-9]+)*/y;
const sloganTail = /\d*(?:\+[\dA-ZNX]+|(?:-[\dA-ZNX]+){2,})/y;
const rangeMark = /—{1,2}|-|~|至|到|一(?=\d)/y;
const yearLike = (raw: Numeral): boolean => raw.step === 1 && raw.value >= 1900 && raw.value <= 2100;

/** Reads what starts at `index` of a folded passage; undefined where no number starts. */
export const readFigure = (text: string, index: number): Reading | undefined => {
  const code = text.charCodeAt(index);
  if (isDigit(code)) return readDigits(text, index);
  if (isLetter(code)) return readCode(text, index);
  switch (text[index]) {
    case '第':
      return readOrdinal(text, index);
    case '前':
      return readWithin(text, index);
    case '首':
      return text[index + 1] === '位' && !/[度置]/.test(text[index + 2] ?? '') ? rank(index, index + 2, 1) : undefined;
    case '榜':
      return text[index + 1] === '首' ? rank(index, index + 2, 1) : undefined;
    case '连':
      return text[index + 1] === '续' ? readStreak(text, index) : undefined;
    case '翻':
      return readDoubling(text, index);
    case '半':
      return undefined;
    case '+':
    case '-':
      return readSigned(text, index);
    default:
      return isChineseNumeral(code) ? readChineseFigure(text, index) : undefined;
  }
};

const rank = (start: number, end: number, value: number, within = false): Reading => ({
  end,
  figure: { start, end, values: [value], step: 1, unit: undefined, unitText: '位', form: 'rank', within },
});

/** A letter run with digits is a code (C919, S211, PM2.5); without digits it is skipped as a word. */
const readCode = (text: string, index: number): Reading => {
  let i = index;
  while (isLetter(text.charCodeAt(i)) || text[i] === '&') i++;
  // GDP1270亿元: an acronym of two or more capitals may run straight into its value.
  if (/^[A-Z]{2,}$/.test(text.slice(index, i)) && isDigit(text.charCodeAt(i))) {
    const value = readArabic(text, i);
    if (value && readUnit(text, value.end)) return { end: i };
  }
  if (!isDigit(text.charCodeAt(i)) && !(/[-—_]/.test(text[i] ?? '') && isDigit(text.charCodeAt(i + 1)))) return { end: i };
  const tail = at(codeTail, text, i);
  return { end: tail ? Math.max(i, tail.index + tail[0].length) : i };
};

/** A sign directly before a number and not behind another: -29.8%, +5.1%. */
const readSigned = (text: string, index: number): Reading | undefined => {
  if (!isDigit(text.charCodeAt(index + 1))) return undefined;
  const before = text.charCodeAt(index - 1);
  if (isDigit(before) || isLetter(before) || text[index - 1] === '%') return undefined;
  const reading = readDigits(text, index + 1);
  const unit = reading.figure?.unit;
  if (!reading.figure || !unit || !/^(?:percent|point|money|ratio)/.test(unit.dimension)) return undefined;
  if (text[index] === '+') return reading;
  return { end: reading.end, figure: { ...reading.figure, start: index, values: reading.figure.values.map((value) => -value) } };
};

/** An action has no size. */
const calledSo = /[\u4e00-\u9fff]{2,6}?(?:行动|攻坚战)(?![力轨能不])/y;

/** 占全国1/3 */
const digitFraction = /([1-9])\/([1-9]\d?)(?![\d/.%年月])/y;

/** 104.5104.5亿元: old and new stand side by side, and are the same. */
const twice = /(\d+\.\d+)\1(?![\d.])/y;

/** 14.2025年10件实事: a list number and a year. */
const listNumber = /\d{1,2}\.(?=(?:19|20)\d\d年)/y;

const readDigits = (text: string, index: number): Reading => {
  const listed = at(listNumber, text, index);
  if (listed) return { end: index + listed[0].length };
  const read = readArabic(text, index) as Numeral;
  const doubled = read.step < 1 ? at(twice, text, index) : null;
  const next = text[read.end] ?? '';
  const first = doubled ? { ...(readArabic(doubled[1] as string, 0) as Numeral), end: index + doubled[0].length } : read;
  const part = next === '/' ? at(digitFraction, text, index) : null;
  if (part && Number(part[1]) < Number(part[2])) return fractionOf(index, index + part[0].length, Number(part[1]) / Number(part[2]));
  const slogan = next === '+' || next === '-' ? at(sloganTail, text, index) : null;
  if (slogan) return { end: slogan.index + slogan[0].length };
  const ratio = next === ':' ? readColonRatio(text, index) : undefined;
  if (ratio) return ratio;
  const mixed = mayMix(text, read.end) ? readMixed(text, index) : undefined;
  if (mixed) return mixed;
  const unit = readUnit(text, first.end);
  const range = readRange(text, index, first, unit);
  if (range) return range;
  // 新36条 is the name of a policy.
  if (text[index - 1] === '新' && text[first.end] === '条' && !/[创更革翻]/.test(text[index - 2] ?? '')) return { end: first.end + 1 };
  const years = yearsOf(text, index, first);
  if (years) return years;
  const list = rankedList(text, index, first);
  if (list) return list;
  // 0.2个和0.1个百分点
  if (at(listedPoints, text, first.end)) return finish(text, index, first, { ...(readUnit('个百分点', 0) as Unit), end: first.end + 1 });
  // 0.1微克攻坚行动 is called so.
  if (unit && unit.end < text.length && /^(?:concentration|mass|length|area|duration)/.test(unit.dimension) && at(calledSo, text, unit.end))
    return { end: unit.end };
  // 30万吨级航道 is a class of things.
  if (unit && text[unit.end] === '级' && !/^级别/.test(text.slice(unit.end)) && !/^money/.test(unit.dimension)) return { end: unit.end };
  if (at(nameSuffix, text, first.end) && !(unit && unit.end > first.end && isLongerThanName(text, first.end, unit))) {
    return { end: first.end };
  }
  if (isLetter(text.charCodeAt(first.end)) && !unit) {
    const tail = at(codeTail, text, first.end);
    return { end: tail ? tail.index + tail[0].length : first.end };
  }
  return finish(text, index, first, unit);
};

const fractionOf = (start: number, end: number, value: number): Reading => ({
  end,
  figure: { start, end, values: [value], step: 0.01, unit: undefined, unitText: '', form: 'ratio' },
});

/** 平均受教育年限10.23年: only a duration has decimals. */
const yearsOf = (text: string, start: number, { end, value, step }: Numeral): Reading | undefined =>
  step < 1 && text[end] === '年'
    ? {
        end: end + 1,
        figure: {
          start,
          end: end + 1,
          values: [value],
          step,
          unit: { start: end, end: end + 1, text: '年', dimension: 'years', factor: 1, magnitude: 1, more: false, known: true },
          unitText: '年',
        },
      }
    : undefined;

/** 跻身全国30强: a rank; 500强 and 百强 are names of lists. */
const rankedList = (text: string, start: number, { end, value }: Numeral): Reading | undefined =>
  text[end] === '强' &&
  value !== 100 &&
  value !== 500 &&
  /(?:全[国省市球]|世界|全县|全区)$/.test(text.slice(0, start)) &&
  at(afterRank, text, end + 1)
    ? rank(start, end + 1, value, true)
    : undefined;

/** 万元, 岁, 人次: the unit wins where it reaches beyond the name's first character. */
const isLongerThanName = (text: string, from: number, unit: Unit): boolean => {
  const name = at(nameSuffix, text, from);
  return name !== null && unit.end > name.index + name[0].length;
};

const finish = (text: string, start: number, numeral: Numeral, unit: Unit | undefined): Reading => {
  const measured = unit ?? readUnknownMeasure(text, numeral.end);
  if (measured) {
    // 次会议, 个月 and the like are read as names or periods before a figure is tried.
    return {
      end: measured.end,
      figure: {
        start,
        end: measured.end,
        values: [numeral.value],
        step: numeral.step,
        unit: measured,
        unitText: measured.text,
        more: measured.more,
      },
    };
  }
  if (yearLike(numeral)) return { end: numeral.end };
  const { end, value, step } = numeral;
  const shared = step < 1 ? unitOfList(text, end) : undefined;
  const figure = { start, end, values: [value], step, unit: shared, unitText: shared?.text ?? '' };
  return { end, figure: shared ? figure : { ...figure, bare: true } };
};

const listedPoints = /个(?=(?:[、和与及]\d+(?:\.\d+)?个){1,6}百分点)/y;
const restOfList = /(?:、\d+\.\d+){1,6}/y;

/** 分别提高11.1、11.2个百分点: decimals in a list share the unit of the last. */
const unitOfList = (text: string, index: number): Unit | undefined => {
  const rest = at(restOfList, text, index);
  return rest ? readUnit(text, index + rest[0].length) : undefined;
};

/** 0.9:57.7:41.4 and 2.34:1; times of day (8:30) are none. */
const readColonRatio = (text: string, index: number): Reading | undefined => {
  const values: number[] = [];
  let step = Number.POSITIVE_INFINITY;
  let i = index;
  for (;;) {
    const part = readArabic(text, i);
    if (!part) break;
    values.push(part.value);
    step = Math.min(step, part.step);
    i = part.end;
    if (text[i] !== ':' || !isDigit(text.charCodeAt(i + 1))) break;
    i++;
  }
  if (values.length < 2) return undefined;
  const [a, b] = values as [number, number];
  if (values.length === 2 && b !== 1 && Number.isInteger(a) && Number.isInteger(b) && a < 25 && b < 60 && i - index >= 4) return { end: i };
  // x:1 states x; a structure states all its parts.
  return {
    end: i,
    figure: {
      start: index,
      end: i,
      values: values.length === 2 && b === 1 ? [a] : values,
      step,
      unit: undefined,
      unitText: '',
      form: 'ratio',
    },
  };
};

/** So many 亿 or 万, if any; so many 千, 百 and 十; the 万 of these. */
const mixedRuns = /(?:(\d{1,4})([亿万]))?(\d{1,3}千(?:\d百)?(?:\d{1,2}十?)?|\d{1,3}百(?:\d{1,2}十?)?|\d{3,4}(?![\d.,]))([多余]?万)?/y;
const powerRuns = /(\d+)([千百十]?)/g;
const powers: Record<string, number> = { 亿: 1e8, 万: 1e4, 千: 1000, 百: 100, 十: 10, '': 1 };

/** Whether more digits may follow behind the first: 1万6千, 3千5百. */
const mayMix = (text: string, end: number): boolean => {
  const next = text[end];
  return next === '千' || next === '百' || ((next === '万' || next === '亿') && isDigit(text.charCodeAt(end + 1)));
};

/** 3千5百, 1万6千多户, 1亿3千多万, 3亿5000万元: one number in several runs of digits; the unit takes the first 万 or 亿. */
const readMixed = (text: string, index: number): Reading | undefined => {
  const match = at(mixedRuns, text, index);
  if (!match) return undefined;
  const [whole, head, myriad = '', body = '', tail = ''] = match;
  const runs = matchesIn(body, powerRuns).map(([, digits, power = '']) => ({ number: Number(digits), power: powers[power] as number }));
  if (!myriad && runs.length < 2) return undefined;
  // Behind 亿 the 万 counts parts of it; else it is the unit's.
  const inMyriads = myriad === '亿' && tail !== '';
  const end = index + whole.length - (inMyriads ? 0 : tail.length);
  const borrowed = myriad + (inMyriads ? tail.slice(0, -1) : '');
  const unit = readUnit(borrowed + text.slice(end, end + 16), 0);
  // 5亿2025年: digits alone behind 亿 go on only where something is counted.
  if (!unit || (!unit.known && !inMyriads && runs.length === 1 && runs[0]?.power === 1)) return undefined;
  const printed = powers[myriad] as number;
  const part = inMyriads ? 1e4 : 1;
  const value = (Number(head ?? 0) * printed + runs.reduce((sum, { number, power }) => sum + number * power, 0) * part) / printed;
  const step = (Math.min(...runs.map(({ power }) => power)) * part) / printed;
  const measured = { ...unit, start: end, end: end + unit.end - borrowed.length };
  return finish(text, index, { end, value, step, style: 'arabic' }, measured);
};

/** 5%—6%, 5—6%, 120万至150万平方米, 1—2个. Both ends share the unit; a unit of its own at the first must be that of the second. */
const readRange = (text: string, index: number, first: Numeral, unitOfFirst: Unit | undefined): Reading | undefined => {
  const markAt = unitOfFirst?.end ?? first.end;
  const mark = at(rangeMark, text, markAt);
  if (!mark) return undefined;
  const secondAt = markAt + mark[0].length;
  if (!isDigit(text.charCodeAt(secondAt))) return undefined;
  const second = readArabic(text, secondAt) as Numeral;
  const unit = readUnit(text, second.end);
  if (!unit || at(nameSuffix, text, second.end)) return unitOfFirst ? undefined : { end: second.end };
  // 由3.2%至4.4% has two figures, not one range.
  if (/[至到]/.test(mark[0]) && /[由从自]$/.test(text.slice(Math.max(0, index - 1), index))) return undefined;
  // 5—6% shares its unit; 120至150万 shares the base unit only, and says so by a rule.
  if (unitOfFirst && unitOfFirst.text !== unit.text && unitOfFirst.dimension !== unit.dimension && unitOfFirst.known) return undefined;
  const sharesUnit = !unitOfFirst || unitOfFirst.text === unit.text || !unitOfFirst.known;
  const values = [first.value, second.value];
  if (!sharesUnit && unitOfFirst) values[0] = (first.value * unitOfFirst.factor) / unit.factor;
  return {
    end: unit.end,
    figure: { start: index, end: unit.end, values, step: Math.min(first.step, second.step), unit, unitText: unit.text, more: unit.more },
  };
};

/** 第四, 第9位, 第一档; 第一产业 and 第三次 are names. */
const readOrdinal = (text: string, index: number): Reading | undefined => {
  const numeral = readArabic(text, index + 1) ?? readChinese(text, index + 1);
  if (!numeral) return undefined;
  const { end, value } = numeral;
  const place = at(/[位档]|方阵|梯队/y, text, end);
  if (place) return rank(index, end + place[0].length, value);
  // 第三、第四季度
  const after = at(/(?:[、和]第[一二三四五六七八九十\d]+)+/y, text, end);
  if (after && at(ordinalSuffix, text, end + after[0].length)) return { end };
  if (text[end] === '名' && !/[额]/.test(text[end + 1] ?? '')) return { ...rank(index, end, value), end: end + 1 };
  const ordinal = at(ordinalSuffix, text, end);
  if (ordinal) return { end: /^[批次届期轮]$/.test(ordinal[0]) ? end + 1 : end };
  // 第一、二、三产业; 第一,要加强…
  if (/^、第?[一二三四]/.test(text.slice(end, end + 3)) && !/^、第/.test(text.slice(end, end + 2))) return { end };
  if (index === 0 || (/[。;:]/.test(text[index - 1] as string) && /[,、]/.test(text[end] ?? ''))) return { end };
  if (at(afterRank, text, end) || /[国省市区县州球界居列位名系]$/.test(text.slice(0, index))) return rank(index, end, value);
  return { end };
};

/** 前五, 前20%, 前10位; 前三季度 and 前两年 are periods. */
const readWithin = (text: string, index: number): Reading | undefined => {
  const numeral = readArabic(text, index + 1) ?? readChinese(text, index + 1);
  if (!numeral) return undefined;
  // 5年前1.5个百分点
  if (text[index - 1] === '年' && numeral.step < 1) return undefined;
  let { end } = numeral;
  if (text[end] === '%') {
    // 前1%学科: a class of things.
    if (/^(?!行列|之列|方阵|水平|序列|以[内上]|的)[\u4e00-\u9fff]/.test(text.slice(end + 1, end + 3))) return { end: end + 1 };
    const figure = rank(index, end + 1, numeral.value, true);
    if (figure.figure) figure.figure.unitText = '%';
    return figure;
  }
  if (/[位名]/.test(text[end] ?? '')) end++;
  else if (text[end] === '强' && !/[县区市镇企]/.test(text[end + 1] ?? '')) end++;
  else if (!at(afterRank, text, end) && !/^(?:行列|之列|水平|方阵|序列)/.test(text.slice(end, end + 2))) return { end: numeral.end };
  // 前50强工业企业, 前20的经济体: a group of things.
  if (/^强[^,。;:、!?)]/.test(text.slice(end - 1, end + 1)) || /^的/.test(text.slice(end))) return { end };
  return { ...rank(index, text[end - 1] === '位' ? end : numeral.end, numeral.value, true), end };
};

/** 连续3年, 连续第五年, 连续三届. Runs of months and quarters are no figures (GUIDE). */
const readStreak = (text: string, index: number): Reading | undefined => {
  const from = index + (text[index + 2] === '第' ? 3 : 2);
  const numeral = readArabic(text, from) ?? readChinese(text, from);
  if (!numeral) return undefined;
  const unit = at(/年度|年(?!级)|届|次/y, text, numeral.end);
  if (!unit) return { end: numeral.end + (at(/个?(?:季度|月)/y, text, numeral.end)?.[0].length ?? 0) };
  const end = numeral.end + (unit[0] === '年度' ? 1 : unit[0].length);
  return {
    end,
    figure: {
      start: index,
      end,
      values: [numeral.value],
      step: 1,
      unit: undefined,
      unitText: text.slice(numeral.end, end),
      form: 'streak',
    },
  };
};

/** 翻一番, 翻两番: 2ⁿ times; 翻番 once, but not in 两个翻番, nor in a name. */
const readDoubling = (text: string, index: number): Reading | undefined => {
  const match = at(/翻了?([一二两三四1-4]?)番(?!行动|计划|工程|目标|战略|规划|方案)/y, text, index);
  if (!match || (!match[1] && text[index - 1] === '个')) return undefined;
  const end = index + match[0].length;
  const value = match[1] ? (readChinese(match[1], 0)?.value ?? Number(match[1])) : 1;
  return { end, figure: { start: index, end, values: [value], step: 1, unit: undefined, unitText: '番', form: 'ratio' } };
};

const fraction = /([一二两三四五六七八九十百千]+)分之([一二两三四五六七八九十百]+(?:点[一二三四五六七八九零]+)?)/y;
const notTenths = /成(?:立|为|果|本|效|员|绩|就|功|长|年|分|都|交|品|套|型|熟|人|份|因|片|群|网|体|渝)/y;
/** Counters that Chinese numerals up to ten stand with when they count; with 个, 项 or 条 they mostly announce a list. */
const countingAlone =
  /^(?:家|所|座|户|套|辆|艘|架|栋|幢|亩|公里|吨|公顷|万|亿|千瓦|元|倍|平方|人|名|家次|场次|人次|例|宗|枚|台|张|处|间|岁|周岁|批|支)/;

/** 两项自贸试验区制度创新成果 counts; 八项规定, 四个导向, 三个“一号工程” and 发展和生态两条底线 name. */
const namedThings =
  /^[个项条轮](?=[\u4e00-\u9fff]{5})(?!.{0,8}?(?:方面|规定|任务|问题|导向|意识|底线|目标|原则|关系|重点|全面|坚持|确保|维护|环节|层面|指标|台阶|大关))/;
const listBefore = /[、和与及”][^,。;:、]{1,12}$|”$/;
const countsNamedThings = (text: string, index: number, end: number): boolean =>
  namedThings.test(text.slice(end, end + 16)) && !listBefore.test(text.slice(Math.max(0, index - 16), index));

/** What a great round sum is called that was passed. */
const levelMark = /元?(?:新?台阶|大关|关口|门槛)/y;
const crosses = /(?:跨越|跨过|跨上|连跨|越过|迈过|迈上|迈入|登上|站上|突破|冲破|跃上)了?(?:[一两三]个|新的?)?$/;

const readChineseFigure = (text: string, index: number): Reading | undefined => {
  const part = at(fraction, text, index);
  if (part) {
    const end = index + part[0].length;
    const below = readChinese(part[1] as string, 0)?.value;
    const [whole, decimals] = (part[2] as string).split('点');
    const above = Number(
      `${readChinese(whole as string, 0)?.value}${decimals ? `.${[...decimals].map((d) => readChinese(d, 0)?.value ?? 0).join('')}` : ''}`,
    );
    if (!below || Number.isNaN(above)) return { end };
    const percent = below === 100;
    return {
      end,
      figure: {
        start: index,
        end,
        values: [percent ? above : above / below],
        step: percent ? 10 ** -(decimals?.length ?? 0) : 0.01,
        unit: percent ? readUnit('%', 0) : undefined,
        unitText: percent ? '%' : '',
        ...(percent ? {} : { form: 'ratio' as const }),
      },
    };
  }
  if (text.startsWith('一半', index)) {
    return {
      end: index + 2,
      figure: { start: index, end: index + 2, values: [0.5], step: 0.1, unit: undefined, unitText: '', form: 'ratio' },
    };
  }
  const numeral = readChinese(text, index);
  if (!numeral) return { end: skipNumerals(text, index) };
  const written = text.slice(index, numeral.end);
  if (text[numeral.end] === '成' && numeral.value <= 10 && !at(notTenths, text, numeral.end)) {
    const end = numeral.end + 1;
    return { end, figure: { start: index, end, values: [numeral.value], step: 1, unit: readUnit('成', 0), unitText: '成', form: 'ratio' } };
  }
  // What counts two is 两; 二轮, 二期 are ordinals.
  if (written === '一' || written === '二' || at(nameSuffix, text, numeral.end)) return { end: numeral.end };
  // The closing 万 and 亿 belong to the unit: 一千二百七十亿元 is 1270 亿元, 百亿元 is 100 亿元.
  const digits = written.replace(/[万亿]+$/, '');
  const numeralEnd = index + digits.length;
  const value = digits ? readChinese(digits, 0) : undefined;
  const unit = readUnit(text, numeralEnd);
  // 跨越一个千亿台阶, 突破百亿大关
  const isPassed = at(levelMark, text, numeral.end) !== null && crosses.test(text.slice(Math.max(0, index - 5), index));
  if (!unit || (digits && unit.end <= numeral.end && !isPassed)) return { end: numeral.end };
  const powersOnly = !/[二三四五六七八九两一]/.test(written);
  // 二十九亿五千万元 is 295000 万元.
  const inUnits = /[万亿]/.test(digits) ? numeral.value / unit.magnitude : value?.value;
  const figure: RawFigure = {
    start: index,
    end: unit.end,
    values: [inUnits ?? 1],
    step: value?.step ?? 1,
    unit,
    unitText: unit.text,
    more: unit.more,
  };
  const before = text.slice(Math.max(0, index - 2), index);
  if (powersOnly) {
    if (isPassed) return { end: unit.end, figure };
    const bounded =
      unit.more || /(?:超|近|上|逾|过|达|约|破|突破)$/.test(before) || /^(?:以上|左右|以内)/.test(text.slice(unit.end, unit.end + 2));
    if (!digits) {
      const isMoney = unit.dimension.startsWith('money');
      if (isMoney && text.startsWith('以上', unit.end)) return { end: unit.end, figure: { ...figure, implied: true } };
      // 上亿群众, 近千万人口: so many that they need no measure word.
      if (unit.magnitude >= 1e7 && !unit.known && /[上近逾]$/.test(before)) return { end: unit.end, figure };
      // 超万场, 近万家; 千万元 is a class of sums.
      return bounded && (unit.known || isMoney) ? { end: unit.end, figure } : { end: numeral.end };
    }
    return bounded && (unit.known || (/[上近逾]$/.test(before) && unit.magnitude >= 1e4 && !unit.known && numeral.value >= 1e7))
      ? { end: unit.end, figure }
      : { end: numeral.end };
  }
  if (!unit.known || /^大/.test(unit.text)) return { end: numeral.end };
  if (
    numeral.value <= 10 &&
    !unit.more &&
    !countingAlone.test(text.slice(numeralEnd, numeralEnd + 2)) &&
    !countsNamedThings(text, index, numeralEnd)
  )
    return { end: numeral.end };
  return { end: unit.end, figure };
};

const skipNumerals = (text: string, index: number): number => {
  let i = index;
  while (isChineseNumeral(text.charCodeAt(i))) i++;
  return Math.max(i, index + 1);
};
