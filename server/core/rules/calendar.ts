import type { Fact } from '../baseline/fact.ts';
import { type Occasion, occasionsOf } from '../claims/ordinals.ts';
import { yearOf } from '../claims/period.ts';
import type { PolicyDocument, ReadPassage } from '../document.ts';
import type { Range, Related } from '../finding.ts';
import type { OutlinePassage } from '../outline/outline.ts';
import { rangeOf } from '../outline/passage.ts';
import { describePlace } from '../outline/place.ts';
import { matchesIn } from '../text/matches.ts';
import { documentRule, type Report, type RulePage } from './rule.ts';
import { citeFact, relateFact } from './support.ts';

type Messages = 'plan' | 'span' | 'heading' | 'session' | 'event' | 'founded' | 'twice' | 'past' | 'ahead';

/** Founding years that every report refers to. */
const foundings: [RegExp, number][] = [
  [/(?:新中国|中华人民共和国)(?:成立)?$/, 1949],
  [/(?:中国共产党(?:成立|建立|建党)?|^建党)$/, 1921],
  [/(?:中国人民解放军(?:建军|成立)|^建军)$/, 1927],
  [/(?:抗战|抗日战争|反法西斯战争)(?:暨世界反法西斯战争)?胜利$/, 1945],
  [/^(?:我国)?改革开放$/, 1978],
  [/香港回归(?:祖国)?$/, 1997],
  [/澳门回归(?:祖国)?$/, 1999],
  [/长征胜利$/, 1936],
  [/浦东开发(?:开放)?$/, 1990],
  [/抗美援朝出国作战$/, 1950],
  [/加入(?:世贸组织|世界贸易组织)$/, 2001],
  [/人民政协成立$/, 1949],
  [/^全国人民代表大会成立$/, 1954],
  [/辛亥革命$/, 1911],
  [/五四运动$/, 1919],
  [/(?:提出)?共建一带一路(?:倡议)?(?:提出)?$/, 2013],
  [/京津冀协同发展(?:战略)?(?:实施|提出)?$/, 2014],
  [/八八战略(?:实施|提出)?$/, 2003],
];

/** Each mention is held against all before it; no report has nearly as many. */
const mostMentions = 100;

/** “十五五”时期（2026—2030年） */
const planSpan = /十([一二三四五])五[”"]?(?:规划|时期|计划|规划期|期间){0,2}\(((?:19|20)\d\d)年?[—～~-]{1,2}((?:19|20)\d\d)年?\)/g;

const planWord =
  /十([一二三四五])五[”"]?(?:规划|时期|计划)?(?:目标任务|任务|目标)?(?:的|实施的)?(开局|起步|起始|收官|中期)之年|十([一二三四五])五[”"]?(?:规划|时期|计划)?(?:的|实施的)?(第一|最后一)年/g;

/** 谋划“十五五”发展, 编制《…第十五个五年规划纲要（草案）》: what is drawn up before the plan begins. */
const planAhead =
  /(?:谋划|谋定|编制|擘画)[^,;。评估收官总结]{0,24}?(?:十([一二三四五])五[”"]?(?:时期|规划|发展|蓝图)|第十([一二三四五])个五年规划)(?![^,;。]{0,4}(?:评估|调整|总结|收官|实施|执行|落实))/g;
/** A plan is still drawn up in its first years, and those of its branches later. */
const yearsOfDrafting = 3;

export const page: RulePage = {
  why: {
    zh: '以上年稿为底稿，年份、会议次数、活动届数、周年数和“开局之年”“收官之年”都要逐一改过。五年规划起讫固定，周年数等于年份减成立年份，年年举办的活动届数逐年加一。',
    en: 'Written over last year’s paper, every year, session, edition, anniversary and plan word must move on. Five-year plans have fixed ends, an anniversary is the year less the founding year, and the edition of an event is never held twice.',
  },
  setAside: {
    zh: '周年按筹建、批复等另一起点计算，或活动跨年举办。',
    en: 'The anniversary counts from another event, or the event runs over the new year.',
  },
  examples: {
    wrong: { draft: '二、2025年重点工作安排\n2025年是“十四五”规划开局之年。' },
    right: { draft: '二、2025年重点工作安排\n2025年是“十四五”规划收官之年，是中华人民共和国成立76周年。' },
  },
};

export default documentRule<Messages>({
  id: 'calendar',
  title: { zh: '年份、届次、周年或规划期不合', en: 'A year, session, anniversary or plan period that cannot be' },
  severity: 'warning',
  needs: 'text',
  messages: {
    plan: {
      zh: '{year}年是“{phrase}”：与规划期不合\n“{plan}”为{first}—{last}年，{should}是{right}年\n请核年份和提法',
      en: '{year} as “{phrase}”: does not fit the plan period\nThat plan runs from {first} to {last}\nCheck the year and the words',
    },
    span: {
      zh: '“{phrase}”：规划期的起讫年份不合\n“{plan}”为{first}—{last}年\n请核年份',
      en: '“{phrase}”: not the years of that plan\nThat plan runs from {first} to {last}\nCheck the years',
    },
    heading: {
      zh: '标题“{phrase}”：年份与报告年不合\n{year}年的报告回顾{before}年、安排{year}年\n请核标题中的年份',
      en: 'Heading “{phrase}”: does not fit the report’s year\nThe report of {year} reviews {before} and plans {year}\nCheck the year in the heading',
    },
    session: {
      zh: '“{phrase}”：会议次数与另一处接不上\n{place}写的是“{other}”，会议次数应逐次递增\n请核本次会议的届次',
      en: '“{phrase}”: does not follow from another session\n{place} says “{other}”; sessions count on\nCheck the number of this session',
    },
    event: {
      zh: '“{phrase}”：届数与已办的一届相同\n{place}已写“{other}”，再办应为第{next}届\n请核届数',
      en: '“{phrase}”: that edition was held already\n{place} says “{other}”; the next has number {next}\nCheck the edition',
    },
    ahead: {
      zh: '“{phrase}”：这个规划{first}年就已开始\n“{plan}”为{first}—{last}年，{year}年谋划、编制的是下一个\n请核规划名称',
      en: '“{phrase}”: that plan began in {first}\nIt runs from {first} to {last}; in {year} the next one is drawn up\nCheck the name of the plan',
    },
    past: {
      zh: '“{phrase}”：安排工作，期限已过\n本部分安排{year}年的工作，{stated}年已经过去\n请核年份',
      en: '“{phrase}”: a deadline in the past\nThis part plans {year}; {stated} is over\nCheck the year',
    },
    founded: {
      zh: '“{phrase}”：周年数与年份不合\n{founding}年至{year}年应为{right}周年\n请核周年数和所指年份',
      en: '“{phrase}”: does not fit the calendar\nFrom {founding} to {year} it is {right} years\nCheck the number and the year that is meant',
    },
    twice: {
      zh: '“{phrase}”：与另一处周年数推算不合\n按此起于{here}年，按{place}“{other}”起于{there}年\n请核两处周年数',
      en: '“{phrase}”: does not fit another mention\nThis makes it begin in {here}, “{other}” in {place} in {there}\nCheck both',
    },
  },
  concerns: ({ passage: { text, heading, inAppendix } }) =>
    !inAppendix &&
    (heading?.level === 1 ||
      /届|周年|连冠/.test(text) ||
      text.search(deadline) >= 0 ||
      text.search(planWord) >= 0 ||
      (text.includes('五') && text.search(planAhead) >= 0) ||
      text.search(planSpan) >= 0),
  *check({ document, passages, year, region, baseline }) {
    for (const read of passages) {
      const { passage } = read;
      yield* planWords(read, document.outline.now);
      yield* planSpans(read);
      if (year !== null) yield* plansAhead(read, year);
      if (year !== null) yield* pastDeadlines(read, year);
      if (passage.heading?.level === 1 && year !== null) yield* headingYear(read, year, document);
    }
    const known = baseline.facts
      .filter((fact) => fact.claim.kind === 'ordinal' && fact.claim.unit !== '个月' && fact.region === region)
      .map(mentionOfFact);
    const seen: Mention[] = [];
    for (const { occasion, passage } of occasionsOf(document, passages)) {
      const mention = mentionOf(occasion, passage, year);
      const found = founded(mention) ?? contradiction(mention, known) ?? contradiction(mention, seen);
      if (found) yield found;
      else if (seen.length < mostMentions && !seen.some((other) => isRepeated(other, mention))) seen.push(mention);
    }
  },
});

/** An occasion in the draft, or one that an earlier paper knows. */
interface Mention {
  occasion: Occasion;
  phrase: string;
  place: string;
  related: Related;
  /** Of the draft's own. */
  range: Range | undefined;
}

const mentionOf = (occasion: Occasion, passage: OutlinePassage, year: number | null): Mention => {
  const words = passage.text.slice(occasion.start, occasion.end);
  const phrase = occasion.kind === 'anniversary' ? `${occasion.name.slice(-12)}${words}` : words;
  const range = rangeOf(passage, occasion.start, occasion.end);
  const place = describePlace(passage);
  // The title's session is of the draft's year, the one that set the tasks of the year before.
  const years = occasion.role === 'title' ? [year] : occasion.role === 'previous' && year !== null ? [year - 1] : occasion.years;
  return {
    occasion: { ...occasion, years: years.filter((known) => known !== null) },
    phrase,
    place,
    related: { message: `${place}：${phrase}`, range },
    range,
  };
};

const kindsByUnit: Record<string, Occasion['kind']> = { 次会议: 'session', 届: 'event', 周年: 'anniversary' };

const mentionOfFact = (fact: Fact): Mention => {
  const { name, unit, values, period } = fact.claim;
  const kind = kindsByUnit[unit] ?? 'event';
  const years = period ? [Math.floor(period.from / 12), Math.floor(period.to / 12)] : [];
  const occasion: Occasion = {
    kind,
    name,
    ordinal: values[0] as number,
    years: [...new Set(years)],
    role: kind === 'session' ? 'title' : 'held',
    start: 0,
    end: 0,
  };
  return {
    occasion,
    phrase: kind === 'anniversary' ? `${name.slice(-12)}${fact.printed}` : fact.printed,
    place: citeFact(fact),
    related: relateFact(fact),
    range: undefined,
  };
};

/** “十四五”收官之年, with the year that the sentence gives it. */
const planWords = function* ({ passage }: ReadPassage, now: number | null): Generator<Report<Messages>> {
  const { text } = passage;
  for (const match of matchesIn(text, planWord)) {
    const numeral = match[1] ?? match[3] ?? '';
    const word = match[2] ?? match[4] ?? '';
    const before = /((?:19|20)\d\d年|今年|去年|明年)([^。;]{0,24})$/.exec(text.slice(0, match.index).replace(/[“"]$/, ''));
    if (!before || !/是|作为|系|迎来|进入/.test(before[2] as string)) continue;
    const said = before[1] as string;
    const relative = now === null ? undefined : now + (said === '今年' ? 0 : said === '去年' ? -1 : 1);
    const year = /^\d/.test(said) ? Number.parseInt(said, 10) : relative;
    const first = firstYearOf(numeral);
    const right = /收官|最后/.test(word) ? first + 4 : word === '中期' ? first + 2 : first;
    if (year === undefined || year === right) continue;
    yield {
      range: rangeOf(passage, match.index, match.index + match[0].length),
      against: String(year),
      message: 'plan',
      values: {
        year: String(year),
        phrase: match[0].replace(/[”"]/, ''),
        plan: `十${numeral}五`,
        first: String(first),
        last: String(first + 4),
        should: `${word}${word.endsWith('一') ? '年' : '之年'}`,
        right: String(right),
      },
    };
  }
};

const firstYearOf = (numeral: string): number => 2006 + 5 * '一二三四五'.indexOf(numeral);

const planSpans = function* ({ passage }: ReadPassage): Generator<Report<Messages>> {
  for (const match of matchesIn(passage.text, planSpan)) {
    const [phrase, numeral = '', from, to] = match;
    const first = firstYearOf(numeral);
    if (Number(from) === first && Number(to) === first + 4) continue;
    yield {
      range: rangeOf(passage, match.index, match.index + phrase.length),
      against: String(first),
      message: 'span',
      values: { phrase: phrase.replace(/[”"]/, ''), plan: `十${numeral}五`, first: String(first), last: String(first + 4) },
    };
  }
};

const plansAhead = function* ({ passage }: ReadPassage, year: number): Generator<Report<Messages>> {
  // 五年来，编制实施“十四五”规划 is told of the time when it began.
  if (passage.setting.status !== 'target') return;
  for (const match of matchesIn(passage.text, planAhead)) {
    const [words] = match;
    const numeral = match[1] ?? match[2] ?? '';
    const first = firstYearOf(numeral);
    if (year < first + yearsOfDrafting) continue;
    const from = words.search(/(?:第十|十[一二三四五]五)/);
    yield {
      range: rangeOf(passage, match.index + from, match.index + words.length),
      against: String(year),
      message: 'ahead',
      values: {
        phrase: words.slice(from).replace(/[”"]/, ''),
        plan: `十${numeral}五`,
        first: String(first),
        last: String(first + 4),
        year: String(year),
      },
    };
  }
};

/** 一、2024年工作回顾 in the report of 2025; the report's own year by the day in its title. */
const headingYear = function* ({ passage }: ReadPassage, year: number, { outline }: PolicyDocument): Generator<Report<Messages>> {
  const month = Number(outline.date?.slice(5, 7) ?? 0);
  if (!outline.isReport || month < 1 || month > 6 || Number(outline.date?.slice(0, 4)) !== year) return;
  const title = passage.text.slice(0, 40);
  const stated = [...title.matchAll(/(?:19|20)\d\d年/g)];
  if (stated.length !== 1 || /五年|十.五|以来|时期/.test(title)) return;
  const due = /回顾|总结/.test(title) ? year - 1 : /安排|任务|部署|目标|打算/.test(title) ? year : undefined;
  const [match] = stated as [RegExpMatchArray];
  if (due === undefined || Number.parseInt(match[0], 10) === due) return;
  yield {
    range: rangeOf(passage, match.index ?? 0, (match.index ?? 0) + match[0].length),
    against: String(due),
    message: 'heading',
    values: { phrase: title.replace(/[。:].*/, '').slice(0, 16), year: String(year), before: String(year - 1) },
  };
};

/** 2024年底前建成投用, 2024年10月竣工通车: a day by which something is to be done; …建成的 tells what was. */
const deadline =
  /(20\d\d)年(?:\d{1,2}月)?(?:底|末|[^,;:。、\d]{0,8}?前)?(?:全面|全部|整体|基本|正式|如期|力争|确保)?(?:建成|投用|投产|竣工|完工|通车|交付|完成|达产)(?:投用|投产|通车|运营|使用|交付|达效)?(?![^,;:。、]{0,12}的)/g;

const pastDeadlines = function* ({ passage }: ReadPassage, year: number): Generator<Report<Messages>> {
  const { text, setting } = passage;
  if (setting.status !== 'target' || yearOf(setting.period) !== year || passage.heading) return;
  for (const match of matchesIn(text, deadline)) {
    const stated = Number(match[1]);
    // What was finished is told with 已 or as a ground; only a year just past is a slip.
    if (stated !== year - 1 || /(?:已|自|从|经|曾|对|将|把|在|截至|于)[^,;:。、]{0,8}$/.test(text.slice(0, match.index))) continue;
    yield {
      range: rangeOf(passage, match.index, match.index + match[0].length),
      against: String(year),
      message: 'past',
      values: { phrase: match[0], year: String(year), stated: String(stated) },
    };
  }
};

const founded = ({ occasion, phrase, range }: Mention): Report<Messages> | undefined => {
  if (occasion.kind !== 'anniversary' || !range) return undefined;
  const stated = /((?:19|20)\d\d)年(?:撤[地县])?[建设成创][\u4e00-\u9fff]{1,3}$/.exec(occasion.name)?.[1];
  const founding = stated ? Number(stated) : foundings.find(([pattern]) => pattern.test(occasion.name))?.[1];
  if (founding === undefined || occasion.years.some((year) => year - founding === occasion.ordinal)) return undefined;
  const [year = 0] = occasion.years;
  return {
    range,
    against: String(founding),
    message: 'founded',
    values: { phrase, founding: String(founding), year: String(year), right: String(year - founding) },
  };
};

/** What of the earlier mentions a mention of the draft cannot stand beside. */
const contradiction = (here: Mention, others: readonly Mention[]): Report<Messages> | undefined => {
  for (const other of others) {
    const message = contradicts(other.occasion, here.occasion);
    if (!message) continue;
    // Of two sessions in the text, the title is what must move on.
    const [place, evidence] = message === 'session' && here.occasion.role === 'previous' && other.range ? [other, here] : [here, other];
    if (!place.range) continue;
    const firstYear = ({ occasion }: Mention): string => String((occasion.years[0] ?? 0) - occasion.ordinal);
    return {
      range: place.range,
      against: evidence.phrase,
      message,
      values: {
        phrase: place.phrase,
        other: evidence.phrase,
        place: evidence.place,
        next: String(evidence.occasion.ordinal + 1),
        here: firstYear(place),
        there: firstYear(evidence),
      },
      related: [evidence.related],
    };
  }
  return undefined;
};

/** A session of now and of last year, an edition held and held again, an anniversary that makes another founding year. */
const contradicts = (earlier: Occasion, later: Occasion): 'session' | 'event' | 'twice' | undefined => {
  if (earlier.kind !== later.kind || !sameName(earlier.name, later.name) || later.years.length === 0) return undefined;
  switch (later.kind) {
    case 'session':
      return earlier.role !== 'mentioned' && later.role !== 'mentioned' && !fitsSession(earlier, later) ? 'session' : undefined;
    case 'event':
      return earlier.role === 'held' &&
        (later.role === 'held' || later.role === 'planned') &&
        earlier.ordinal === later.ordinal &&
        !sharesYear(earlier, later)
        ? 'event'
        : undefined;
    default: {
      const foundings = earlier.years.map((year) => year - earlier.ordinal);
      return later.years.some((year) => foundings.includes(year - later.ordinal)) ? undefined : 'twice';
    }
  }
};

const isRepeated = (a: Mention, b: Mention): boolean =>
  a.phrase === b.phrase && a.occasion.role === b.occasion.role && a.occasion.years.join() === b.occasion.years.join();

/** Sessions of one congress count on from year to year; one year may see two, the first of them in its report. */
const fitsSession = (earlier: Occasion, later: Occasion): boolean => {
  const years = (later.years[0] ?? 0) - (earlier.years[0] ?? 0);
  const by = later.ordinal - earlier.ordinal;
  if (years === 0) return later.role !== 'previous' || by >= 0;
  return years > 0 ? by > 0 : by < 0;
};

const sharesYear = (a: Occasion, b: Occasion): boolean => a.years.some((year) => b.years.includes(year));

/** 钱塘文化节 and 文化节 of one document are one. */
const sameName = (first: string, second: string): boolean => {
  const [a, b] = [foundingOf(first), foundingOf(second)];
  return a === b || (Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a)));
};

/** 望屿1994年撤县设市, 望屿市设市: the year and what was before it do not tell two foundings apart. */
const foundingOf = (name: string): string =>
  name.replace(/^([\u4e00-\u9fff]{1,4}?)[省市区县州]?(?:(?:19|20)\d\d年)?(?:撤[地县])?([建设][省市区县州])$/, '$1$2');
