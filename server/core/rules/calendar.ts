import { type Occasion, readOccasions } from '../claims/ordinals.ts';
import type { PolicyDocument, ReadPassage } from '../document.ts';
import { rangeOf } from '../outline/passage.ts';
import { describePlace } from '../outline/place.ts';
import { documentRule, type Report } from './rule.ts';

type Messages = 'plan' | 'heading' | 'session' | 'event' | 'founded' | 'twice';

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
const mostMentions = 200;

const planWord =
  /十([一二三四五])五[”"]?(?:规划|时期|计划)?(?:的|实施的)?(开局|起步|起始|收官|中期)之年|十([一二三四五])五[”"]?(?:规划|时期|计划)?(?:的|实施的)?(第一|最后一)年/g;

export default documentRule<Messages>({
  id: 'calendar',
  title: { zh: '年份、届次、周年或规划期不合', en: 'A year, session, anniversary or plan period that cannot be' },
  why: {
    zh: '以上年稿为底稿，年份、会议次数、活动届数、周年数和“开局之年”“收官之年”都要逐一改过。五年规划起讫固定，周年数等于年份减成立年份，年年举办的活动届数逐年加一。',
    en: 'Written over last year’s paper, every year, session, edition, anniversary and plan word must move on. Five-year plans have fixed ends, an anniversary is the year less the founding year, and the edition of an event is never held twice.',
  },
  severity: 'warning',
  needs: 'text',
  setAside: {
    zh: '周年按筹建、批复等另一起点计算，或活动跨年举办。',
    en: 'The anniversary counts from another event, or the event runs over the new year.',
  },
  messages: {
    plan: {
      zh: '{year}年是“{phrase}”：与规划期不合\n“{plan}”为{first}—{last}年，{should}是{right}年\n请核年份和提法',
      en: '{year} as “{phrase}”: does not fit the plan period\nThat plan runs from {first} to {last}\nCheck the year and the words',
    },
    heading: {
      zh: '标题“{phrase}”：年份与报告年不合\n{year}年的报告回顾{before}年、安排{year}年\n请核标题中的年份',
      en: 'Heading “{phrase}”: does not fit the report’s year\nThe report of {year} reviews {before} and plans {year}\nCheck the year in the heading',
    },
    session: {
      zh: '“{phrase}”：与上一次会议次数相同\n{place}写的“{other}”是上一次会议\n请核本次会议的届次',
      en: '“{phrase}”: the number of the session before\n{place} calls the one before “{other}”\nCheck the number of this session',
    },
    event: {
      zh: '“{phrase}”：届数与已办的一届相同\n{place}已写“{other}”，再办应为第{next}届\n请核届数',
      en: '“{phrase}”: that edition was held already\n{place} says “{other}”; the next has number {next}\nCheck the edition',
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
  examples: {
    wrong: { draft: '二、2025年重点工作安排\n2025年是“十四五”规划开局之年。' },
    right: { draft: '二、2025年重点工作安排\n2025年是“十四五”规划收官之年，是中华人民共和国成立76周年。' },
  },
  *check({ document, year }) {
    const seen: Seen[] = [];
    for (const read of document.passages) {
      const { passage } = read;
      if (passage.start >= document.outline.bodyEnd) break;
      if (passage.text.includes('之年') || passage.text.includes('一年')) yield* planWords(read, document.outline.now);
      if (passage.heading?.level === 1 && year !== null) yield* headingYear(read, year, document);
      const inTitle = document.outline.bodyStart > 0 && passage.start < document.outline.bodyStart;
      for (const occasion of readOccasions(passage, document.outline.now, inTitle)) {
        const mention = { occasion, read, phrase: passage.text.slice(occasion.start, occasion.end) };
        const found = occasion.kind === 'anniversary' && founded(mention);
        if (found) yield found;
        else if (seen.length < mostMentions) seen.push(mention);
      }
    }
    yield* contradictions(seen);
  },
});

interface Seen {
  occasion: Occasion;
  read: ReadPassage;
  phrase: string;
}

/** “十四五”收官之年, with the year that the sentence gives it. */
const planWords = function* ({ passage }: ReadPassage, now: number | null): Generator<Report<Messages>> {
  const { text } = passage;
  for (const match of text.matchAll(planWord)) {
    const numeral = match[1] ?? match[3] ?? '';
    const word = match[2] ?? match[4] ?? '';
    const before = /((?:19|20)\d\d年|今年|去年|明年)([^。;]{0,24})$/.exec(text.slice(0, match.index).replace(/[“"]$/, ''));
    if (!before || !/是|作为|系|迎来|进入/.test(before[2] as string)) continue;
    const said = before[1] as string;
    const relative = now === null ? undefined : now + (said === '今年' ? 0 : said === '去年' ? -1 : 1);
    const year = /^\d/.test(said) ? Number.parseInt(said, 10) : relative;
    const first = 2001 + 5 * '一二三四五'.indexOf(numeral) + 5;
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

const founded = ({ occasion, read, phrase }: Seen): Report<Messages> | undefined => {
  const founding = foundings.find(([pattern]) => pattern.test(occasion.name))?.[1];
  if (founding === undefined || occasion.years.some((year) => year - founding === occasion.ordinal)) return undefined;
  const [year = 0] = occasion.years;
  return {
    range: rangeOf(read.passage, occasion.start, occasion.end),
    against: String(founding),
    message: 'founded',
    values: {
      phrase: `${occasion.name.slice(-12)}${phrase}`,
      founding: String(founding),
      year: String(year),
      right: String(year - founding),
    },
  };
};

/** Pairs that cannot both be: the session of now and of last year, an edition held and held again, two founding years. */
const contradictions = function* (seen: readonly Seen[]): Generator<Report<Messages>> {
  for (const [i, later] of seen.entries()) {
    for (const earlier of seen.slice(0, i)) {
      const message = contradicts(earlier.occasion, later.occasion);
      if (!message) continue;
      // Of a session the title is what must move on.
      const [here, other] = later.occasion.role === 'previous' ? [earlier, later] : [later, earlier];
      yield {
        range: rangeOf(here.read.passage, here.occasion.start, here.occasion.end),
        against: other.phrase,
        message,
        values: {
          phrase: here.occasion.kind === 'anniversary' ? `${here.occasion.name.slice(-12)}${here.phrase}` : here.phrase,
          other: other.occasion.kind === 'anniversary' ? `${other.occasion.name.slice(-12)}${other.phrase}` : other.phrase,
          place: describePlace(other.read.passage),
          next: String(other.occasion.ordinal + 1),
          here: String((here.occasion.years[0] ?? 0) - here.occasion.ordinal),
          there: String((other.occasion.years[0] ?? 0) - other.occasion.ordinal),
        },
        related: [
          {
            message: `${describePlace(other.read.passage)}：${other.phrase}`,
            range: rangeOf(other.read.passage, other.occasion.start, other.occasion.end),
          },
        ],
      };
      break;
    }
  }
};

const contradicts = (earlier: Occasion, later: Occasion): 'session' | 'event' | 'twice' | undefined => {
  if (earlier.kind !== later.kind || !sameName(earlier.name, later.name)) return undefined;
  switch (later.kind) {
    case 'session':
      return earlier.role === 'title' && later.role === 'previous' && earlier.ordinal === later.ordinal ? 'session' : undefined;
    case 'event':
      return earlier.role === 'held' && later.role === 'planned' && earlier.ordinal === later.ordinal && !sharesYear(earlier, later)
        ? 'event'
        : undefined;
    default: {
      const foundings = earlier.years.map((year) => year - earlier.ordinal);
      return later.years.some((year) => foundings.includes(year - later.ordinal)) ? undefined : 'twice';
    }
  }
};

const sharesYear = (a: Occasion, b: Occasion): boolean => a.years.some((year) => b.years.includes(year));

/** 钱塘文化节 and 文化节 of one document are one. */
const sameName = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a)));
