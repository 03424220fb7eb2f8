import type { PolicyDocument } from '../document.ts';
import { readChinese } from '../figures/numerals.ts';
import type { OutlinePassage } from '../outline/outline.ts';
import { matchesIn } from '../text/matches.ts';
import { type Period, yearOf } from './period.ts';

/**
 * Something that is counted by years or editions, read apart from figures and claims: a session of a congress
 * (一届人大四次会议), an event (第二届钱塘文化节), an anniversary (设立5周年).
 */
export interface Occasion {
  kind: 'session' | 'event' | 'anniversary';
  /** What tells two apart: `区一届人大`, `钱塘文化节`, `钱塘新区设立`. */
  name: string;
  ordinal: number;
  /** The years that it may belong to; of a session none. An explicit year stands alone. */
  years: readonly number[];
  /** A session in the title, or one that set the tasks under review; an event said to be held, or planned. */
  role: 'title' | 'previous' | 'held' | 'planned' | 'mentioned';
  /** Places in the passage. */
  start: number;
  end: number;
}

const N = '[一二三四五六七八九十百零\\d]{1,4}';
const session = new RegExp(`(国|省|市|区|县|州|旗|盟)第?(${N})届(人民代表大会|人大|政协)(?:[^,;。常]{0,8}?)第?(${N})次(?:全体)?会议`, 'g');
const event = new RegExp(
  `(?:第(${N})|首)届((?!人民代表大会|人大|政协|党)[^,;:。、第届]{1,18}?(?:节|博览会|交易会|洽谈会|运动会|峰会|论坛|大会|年会|大赛|联赛|会展|展会|马拉松|音乐季|消费季|购物季|[博洽交贸]会(?![议谈员场面])|(?:越野|锦标|邀请|挑战|公开)赛(?![事道区场])))`,
  'g',
);
/** 第九届文化节、第七届马拉松成功举办: what is said of the last of a list is said of all. */
const restOfList = new RegExp(`^(?:[、和与及]${event.source})+`);
const title = new RegExp(`([^,;:。]{0,24}?)(${N})连冠`, 'g');
const wins = /(?:实现|荣获|获得|夺得|夺取|摘得|摘取|创成|争创|冲刺|蝉联|创建|赢得|力争|冲击)[“"]?$/;
const anniversary = new RegExp(`(${N})周年`, 'g');
const doing = /(?:举办|承办|召开|举行|办好|开好|主办|组织|亮相|办成)(?:了)?[^,;。]{0,10}$/;
const done = /^[^,;。]{0,6}(?:精彩|圆满|成功|顺利|如期|举行|举办|召开|落幕|闭幕|开幕|开赛|吸引|人气|火爆|火热|出圈|有\d)/;
/** 自首届文化节举办以来, 继第五届展会之后 */
const since = /(?:自从?|从|继)$/;
const sinceBehind = /^[^,;。]{0,8}(?:以来|之后)/;
const notNow = /曾|筹|备|申|争取|迎接|获得|上[一届]|历届|赛后|会后|延续|巩固|放大|后续/;
const setTasks = /^(?:所)?(?:确定|部署|提出|明确|批准|审议通过|通过|以来|安排|决议)/;

const ordinalOf = (text: string): number => (/^\d/.test(text) ? Number(text) : (readChinese(text, 0)?.value ?? Number.NaN));

/** The occasions of a document's body and title, in reading order; of some passages alone where those are given. */
export const occasionsOf = function* (
  { outline, passages: all }: PolicyDocument,
  passages = all,
): Generator<{ occasion: Occasion; passage: OutlinePassage }> {
  for (const { passage } of passages) {
    if (passage.inAppendix) return;
    const inTitle = outline.bodyStart > 0 && passage.start < outline.bodyStart;
    if (!/届|周年|连冠/.test(passage.text)) continue;
    for (const occasion of occasionsIn(passage, outline.now, inTitle, outline.region ?? '')) yield { occasion, passage };
  }
};

/** What was read in a passage, for the next look at it. */
const known = new WeakMap<OutlinePassage, { occasions: Occasion[]; now: number | null; inTitle: boolean; region: string }>();

const occasionsIn = (passage: OutlinePassage, now: number | null, inTitle: boolean, region: string): Occasion[] => {
  const before = known.get(passage);
  if (before?.now === now && before.inTitle === inTitle && before.region === region) return before.occasions;
  const occasions = readOccasions(passage, now, inTitle, region);
  known.set(passage, { occasions, now, inTitle, region });
  return occasions;
};

/** The occasions of a passage; `now` is the year that 今年 means, `inTitle` whether it stands above the body. */
const readOccasions = (passage: OutlinePassage, now: number | null, inTitle: boolean, region: string): Occasion[] => {
  const { text, setting } = passage;
  const sectionYear = yearOf(setting.period);
  const span = spanOf(setting.period, now, text);
  const occasions: Occasion[] = [];
  const at = (match: RegExpMatchArray): { start: number; end: number } => ({
    start: match.index ?? 0,
    end: (match.index ?? 0) + match[0].length,
  });
  for (const match of matchesIn(text, session)) {
    const [, level = '', term = '', body = '', ordinal = ''] = match;
    const place = at(match);
    const isPrevious = setting.status === 'actual' && setTasks.test(text.slice(place.end, place.end + 6));
    occasions.push({
      kind: 'session',
      name: `${level}${ordinalOf(term)}届${body.startsWith('政') ? '政协' : '人大'}`,
      ordinal: ordinalOf(ordinal),
      years: [],
      role: inTitle ? 'title' : isPrevious ? 'previous' : 'mentioned',
      ...place,
    });
  }
  for (const match of matchesIn(text, event)) {
    const place = at(match);
    const before = text.slice(Math.max(0, place.start - 16), place.start);
    const after = text.slice(place.end).replace(restOfList, '').slice(0, 12);
    const isOver = since.test(before) || sinceBehind.test(after);
    const happens = (doing.test(before) || done.test(after)) && !notNow.test(before) && !isOver && !/(?:19|20)\d\d年/.test(before);
    occasions.push({
      kind: 'event',
      name: (match[2] as string).replace(/[“”"()]/g, ''),
      ordinal: match[1] === undefined ? 1 : ordinalOf(match[1]),
      years: sectionYear === undefined ? [] : [sectionYear],
      role: !happens ? 'mentioned' : setting.status === 'target' ? 'planned' : 'held',
      ...place,
    });
  }
  for (const match of matchesIn(text, title)) {
    const words = match[1] as string;
    const name = /双拥模范/.exec(words)?.[0] ?? /“([^“”]{4,12})”[^“”]*$/.exec(words)?.[1] ?? '';
    const isPlan = setting.status === 'target';
    // A title stays as it is for years: only one to be won is held against those that were.
    if (name && (!isPlan || wins.test(words)))
      occasions.push({
        kind: 'event',
        name: `${name}连冠`,
        ordinal: ordinalOf(match[2] as string),
        years: isPlan && sectionYear !== undefined ? [sectionYear] : [],
        role: isPlan ? 'planned' : 'held',
        start: (match.index ?? 0) + words.length,
        end: (match.index ?? 0) + match[0].length,
      });
  }
  const named = [...text.matchAll(/((?:19|20)\d\d)年(是|迎来|正值|适逢|恰逢)?/g)];
  for (const match of matchesIn(text, anniversary)) {
    const place = at(match);
    const clause = /[^,;:。、]*$/.exec(text.slice(Math.max(0, place.start - 40), place.start))?.[0] ?? '';
    const said = clause
      .replace(/^.*(?:是|庆祝|纪念|迎来|迎接|正值|适逢|恰逢|喜迎|筹[办备]|举办|承办|办好|开展|组织|做好|以)/, '')
      .replace(/[“”"《》]/g, '');
    const name = ownFounding(said, region);
    // 筹办…周年系列活动, in a plan: of its year or the next.
    const isAhead = setting.status === 'target' && sectionYear !== undefined && /筹[办备][^,;:。]*$/.test(clause);
    // 刚刚过去的一年，是…周年
    const isPast = now !== null && setting.status === 'actual' && /过去的?一年[,是][^;。]*$/.test(text.slice(0, place.start));
    const years = isAhead ? [sectionYear, sectionYear + 1] : isPast ? [now - 1] : yearsMeant(named, place.start, span);
    if (name.length >= 3 && years.length > 0)
      occasions.push({ kind: 'anniversary', name, ordinal: ordinalOf(match[1] as string), years, role: 'mentioned', ...place });
  }
  return occasions;
};

/** 建区40周年, 望澜建区41周年: a report says 建区 of its own region; anything else stays as it is said. */
const ownFounding = (name: string, region: string): string => {
  const founded = /^([\u4e00-\u9fff]{0,4}?)((?:撤[地县]|撤县)?[建设][省市区县州])$/.exec(name);
  return founded && region.startsWith(founded[1] as string) && region !== '' ? `${region}${(founded[2] as string).slice(-2)}` : name;
};

/** 2024年是…: that year alone. 隆重庆祝…, 迎来…: any year that the section tells of, or the one that begins. */
const yearsMeant = (named: readonly RegExpMatchArray[], before: number, span: readonly number[]): readonly number[] => {
  const earlier = named.filter(({ index }) => index !== undefined && index < before);
  const stated = earlier.findLast((match) => match[2])?.[1];
  if (stated) return [Number(stated)];
  return earlier.length > 0 ? [] : span;
};

const spanOf = (period: Period | null, now: number | null, text: string): number[] => {
  const years = new Set<number>();
  if (period) for (let year = Math.floor(period.from / 12); year <= Math.floor(period.to / 12); year++) years.add(year);
  const back = /五年|时期/.test(text) ? 5 : 1;
  if (now !== null) for (let year = now - back; year <= now; year++) years.add(year);
  return [...years];
};
