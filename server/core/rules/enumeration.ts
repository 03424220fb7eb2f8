import type { ReadPassage } from '../document.ts';
import { matchesIn } from '../text/matches.ts';
import { type PassageContext, passageRule, type Report, type RulePage } from './rule.ts';
import { countOf, passageBeside } from './support.ts';

const numeral = '[二两三四五六七八九十]|十[一二三四五]';
/** 金沙湖、下沙等 before the count: the list must not be longer; without 等 it must be exactly as long. */
const listThenCount = new RegExp(
  `((?:[^,;:。、()\\d“”"]{1,24}、)+[^,;:。、()\\d“”"]{1,24}?)(?:(等)(${numeral}|\\d{1,2})|(${numeral}|(?<!\\d)\\d(?=[条大项类处个]|件(?:民生)?[实大]事)))(?:个|大|项|类|条|件|家|所|座|处|种|方面)`,
  'y',
);
const announced = new RegExp(`(${numeral})(?:个|大|项|条|种|点|件|方面)[^,;。:]{0,12}[:,]`, 'g');
/** 四个坚持: what is counted stands before each item. */
const repeated = new RegExp(`[“"]?(${numeral})个([\\u4e00-\\u9fff]{2})[”"]?:(?=\\2)`, 'g');
/** 1200亿、1300亿、1400亿三个百亿元台阶 */
const steps = new RegExp(
  `((?:\\d+(?:\\.\\d+)?[十百千万亿]*元?、)+\\d+(?:\\.\\d+)?[十百千万亿]*元?)(${numeral}|\\d)(?:个|道|级)[^,;。:、\\d]{0,6}(?:台阶|关口|大关|门槛)`,
  'g',
);
/** 办好5件民生实事:…;…;…。 */
const announcedTasks = new RegExp(`(${numeral}|(?<!\\d)\\d{1,2})(?:件|项)[^,;。:、]{0,12}(?:实事|大事):(?!一是)(?=[^。]*;)`, 'g');
const ordinals = [...'一二三四五六七八九十'];

/** 重点抓好九个方面工作: at the end of a sentence, with the headings that follow. */
const announcedHeadings = new RegExp(
  `(${numeral})(?:个方面|大行动|大工程|项行动|项任务|大任务|项重点|件大事|方面|个重点)[^,;。:、]{0,8}[:。]$`,
);

export const page: RulePage = {
  why: {
    zh: '“三个坚持：一是…二是…”“A、B、C三大区域”，数目与所列项数应当相等。增删一项而忘改数目，是改稿中的常见疏漏。',
    en: 'An announced number of things must be the number listed; adding or dropping one and forgetting the count is common in revision.',
  },
  setAside: { zh: '所列仅为举例，或数目另有所指。', en: 'The list only gives examples, or the count speaks of something else.' },
  examples: {
    wrong: { draft: '落实好这些目标，要做到四个坚持：一是坚持争先进位；二是坚持改革破题；三是坚持民生为大。' },
    right: { draft: '落实好这些目标，要做到三个坚持：一是坚持争先进位；二是坚持改革破题；三是坚持民生为大。' },
  },
};

export default passageRule({
  id: 'enumeration',
  title: { zh: '列举的项数与所说不符', en: 'An announced count differs from the list' },
  severity: 'warning',
  needs: 'text',
  messages: {
    list: {
      zh: '“{phrase}”：列了{listed}项\n所列：{items}\n请核数目和所列各项',
      en: '“{phrase}”: {listed} items are listed\nItems: {items}\nCheck the count and the list',
    },
  },
  *check(context) {
    yield* followingHeadings(context);
    yield* ordinalItems(context);
    yield* repeatedItems(context);
    yield* countedParts(context);
    yield* quotedItems(context);
    yield* countedNames(context);
  },
});

/** 突出抓好三个方面：一是…；二是…；三是… */
const ordinalItems = function* (context: PassageContext): Generator<Report<'list'>> {
  const { text } = context.passage.passage;
  for (const match of matchesIn(text, announced)) {
    const count = countOf(match[1] as string);
    const rest = text.slice(match.index + match[0].length);
    // 一是…；二是…, 一要…；二要…
    const mark = /^(?:要|就是|即)?一([是要])/.exec(rest)?.[1];
    if (!mark) continue;
    let listed = 0;
    while (listed < ordinals.length && rest.includes(ordinals[listed] + mark)) listed++;
    if (listed < 2 || listed === count || (count > 10 && listed === 10)) continue;
    const items = ordinals.slice(0, listed).map((ordinal) => ordinal + mark);
    yield listReport(context, match.index, match[0].slice(0, -1), listed, items.join('、'));
  }
};

/** 金沙湖、下沙等6个平台: names, and how many they are behind them. */
const countedNames = function* (context: PassageContext): Generator<Report<'list'>> {
  const { text } = context.passage.passage;
  for (const { begin, match } of listsThenCounts(maskQuotations(text))) {
    const [whole, list = '', etc, afterEtc, alone] = match;
    const number = afterEtc ?? alone ?? '';
    const count = countOf(number);
    const items = list.replace(undertaken, '').split('、');
    // 桥梁、道路、公园9个: so many of all three; what holds a quotation is seldom a bare name. One off in a longer list is a slip.
    const isOpen = (alone !== undefined && /\d/.test(alone)) || list.includes('□');
    if (isOpen && (items.length < 3 || Math.abs(items.length - count) !== 1)) continue;
    const isWrong = etc ? items.length > count : items.length !== count;
    if (!isWrong || !isPlainList(items, etc !== undefined) || count < 2) continue;
    yield {
      range: context.locate(begin + whole.lastIndexOf(number), begin + whole.length),
      against: String(items.length),
      message: 'list',
      values: { phrase: whole.slice(list.length), listed: String(items.length), items: text.slice(begin, begin + list.length) },
    };
  }
};

/** Each clause with a list is looked at once, from its beginning; behind a match the search goes on. */
const listsThenCounts = function* (masked: string): Generator<{ begin: number; match: RegExpExecArray }> {
  let clause = 0;
  let failed = -1;
  let seen = 0;
  let comma = masked.indexOf('、');
  while (comma >= 0) {
    // Only what lies behind the mark before may begin another clause.
    let from = comma;
    while (from > seen && !clauseMark.test(masked[from - 1] as string)) from--;
    if (from > seen) clause = from;
    seen = comma + 1;
    const begin = masked.startsWith('其中', clause) ? clause + 2 : clause;
    listThenCount.lastIndex = begin;
    const match = clause === failed ? null : listThenCount.exec(masked);
    if (!match) failed = clause;
    comma = masked.indexOf('、', Math.max(match ? begin + match[0].length : 0, comma + 1));
    if (match) yield { begin, match };
  }
};

/** 牢牢把握“三个坚持”：坚持…，坚持…，坚持…: unless the next sentence goes on with another. */
const repeatedItems = function* (context: PassageContext): Generator<Report<'list'>> {
  const { text } = context.passage.passage;
  for (const match of matchesIn(text, repeated)) {
    const [phrase, number = '', word = ''] = match;
    const count = countOf(number);
    const rest = text.slice(match.index + phrase.length);
    const mark = rest.includes(';') ? ';' : ',';
    const items = rest.replace(/。.*$/, '').split(mark);
    const listed = items.filter((item) => item.startsWith(word)).length;
    if (listed < 2 || listed === count || !items.at(-1)?.startsWith(word) || rest.split(word).length - 1 !== listed) continue;
    if (passageBeside(context, 1)?.passage.text.startsWith(word)) continue;
    const bare = phrase.replace(/[“”":]/g, '');
    yield listReport(context, match.index + phrase.indexOf(bare), bare, listed, items.map((item) => item.slice(0, 8)).join('、'));
  }
};

/** 实施种业振兴、地力提升、农机下乡三大工程: the verb holds for all of the list. */
const undertaken = /^(?:大力|全面|深入|扎实|加快|继续|持续|统筹|组织|启动)*(?:实施|推进|开展|抓好|推动)(?=[^、]{3,})/;

const quotedList = new RegExp(`“([^“”,;:。\\d]{2,20}(?:、[^“”,;:。、\\d]{2,20})+)”(${numeral})(?:个|大|项|条)(?!字)`, 'g');

/** “绿色高地、物流枢纽、生态屏障”三个定位 */
const quotedItems = function* (context: PassageContext): Generator<Report<'list'>> {
  const { text } = context.passage.passage;
  for (const match of matchesIn(text, quotedList)) {
    const [whole, list = '', number = ''] = match;
    const items = list.split('、');
    if (items.length === countOf(number) || items.some((item) => item.length < 3 || /[一二两三四五六七八九十和与及]/.test(item))) continue;
    const phrase = whole.slice(list.length + 2);
    yield listReport(context, match.index + list.length + 2, phrase, items.length, list);
  }
};

/** Steps and tasks that are listed in full beside their number. */
const countedParts = function* (context: PassageContext): Generator<Report<'list'>> {
  const { text } = context.passage.passage;
  for (const match of matchesIn(text, steps)) {
    const [whole, list = '', number = ''] = match;
    const listed = list.split('、').length;
    if (listed !== countOf(number)) yield listReport(context, match.index + list.length, whole.slice(list.length), listed, list);
  }
  for (const match of matchesIn(text, announcedTasks)) {
    const [phrase, number = ''] = match;
    const items = text
      .slice(match.index + phrase.length)
      .replace(/。.*$/, '')
      .split(';');
    if (items.length < 3 || items.length === countOf(number) || items.at(-1)?.endsWith('等') || !endsParagraph(context)) continue;
    yield listReport(context, match.index, phrase.slice(0, -1), items.length, items.map((item) => item.slice(0, 8)).join('、'));
  }
};

/** Whether the list can go on in another sentence. */
const endsParagraph = (context: PassageContext): boolean => passageBeside(context, 1)?.passage.opens ?? true;

const listReport = (context: PassageContext, start: number, phrase: string, listed: number, items: string): Report<'list'> => ({
  range: context.locate(start, start + phrase.length),
  against: String(listed),
  message: 'list',
  values: { phrase, listed: String(listed), items },
});

/** 妇女“两癌”筛查: what is quoted is one word of its item, whatever marks and numerals it holds. */
const maskQuotations = (text: string): string => text.replace(/“[^“”]{1,40}”/g, (quoted) => '□'.repeat(quoted.length));

const clauseMark = /[,;:。()]/;

/** Counts the headings of one level that stand right behind an announcement. */
const followingHeadings = function* (context: PassageContext): Generator<Report<'list'>> {
  const { passage } = context.passage;
  const match = announcedHeadings.exec(passage.text);
  if (!match) return;
  const { passages } = context.document;
  const first = passages.indexOf(context.passage) + 1;
  const next = passages[first]?.passage;
  if (next?.heading?.ordinal !== 1 || next.heading.level < 2) return;
  const count = countOf(match[1] as string);
  const labels: string[] = [];
  for (let i = first; i < passages.length; i++) {
    const { heading, start } = (passages[i] as ReadPassage).passage;
    if (start >= context.document.outline.bodyEnd || (heading && heading.level < next.heading.level)) break;
    if (heading?.level !== next.heading.level) continue;
    // The numbers begin anew: another list.
    if (heading.ordinal === 1 && labels.length > 0) break;
    labels.push(heading.label);
  }
  if (labels.length < 2 || labels.length === count) return;
  yield listReport(context, match.index, match[0].slice(0, -1), labels.length, `${labels[0]}至${labels.at(-1)}`);
};

/** Items of a list are alike: short names without verbs of their own, joined only by 、. */
const isPlainList = (items: string[], open: boolean): boolean =>
  items.length >= 2 &&
  // 强化四种意识、突出四个导向: each item has its own count.
  !items.some((item) => /[二两三四五六七八九十](?:个|种|大|项|类|条|方面)/.test(item)) &&
  // 劣五类水体, 前三大: no count.
  !/[劣第前]$/.test(items.at(-1) as string) &&
  items.every((item) => !/和|与|及|以及|分别|其中|增长|建设|推进|实施|完成|新增|达到|\d/.test(open ? item.slice(-12) : item)) &&
  items.slice(1).every((item) => item.length <= 16);
