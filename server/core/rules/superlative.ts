import type { IndexedClaim } from '../claims/claim-index.ts';
import { yearOf } from '../claims/period.ts';
import { normalizeName } from '../claims/subject.ts';
import { liesBelow } from '../figures/interval.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import { type Base, baseOfFact, clauseBefore, countOf, earlierValues, periodName, shortName } from './support.ts';

type Messages = 'before' | 'higher' | 'moved';

const first = /(?:首次|首度|首破|首超|第一次|历史性)[^\d,;:。]{0,12}$/;
const record = /^[^;:。]{0,24}?(?:历史(?:新高|最高|最好)|历年(?:新高|最高)|创(?:下)?新高|有(?:记录|统计)以来最[高好])/;
const forward = /(?:前移|上升|提升|跃升|进位|前进|提高)(?:了)?(\d{1,2}|[一二三四五六七八九十]{1,2})[位名]/;

/** 位次前移至第34位, with no word of where it stood. */
const forwardTo = /(?<!由[^,;:。]{2,12})(?:前移|跃升|攀升|提升|上升|晋升|进位)(?:到|至|为)(?:全[国省市区县])?$/;

export const page: RulePage = {
  why: {
    zh: '“首次突破”“历史新高”“前移N位”都以往年为参照。上年报告已写过同样或更好的成绩，就不再是首次、新高，位次也没有前移。',
    en: 'First, record and moved up are measured against the past. Where an earlier paper already states as much or more, they do not hold.',
  },
  setAside: { zh: '口径已调整（如基数修订后重新越过），且文中已注明。', en: 'The scope changed, and the text says so.' },
  examples: {
    wrong: { base: '有效发明专利拥有量突破18900件。', draft: '有效发明专利拥有量达22113件，首次突破1.8万件。' },
    right: { base: '有效发明专利拥有量突破18900件。', draft: '有效发明专利拥有量达22113件，首次突破2万件。' },
  },
};

export default claimsRule<Messages>({
  id: 'superlative',
  title: { zh: '“首次”“新高”“前移”与往年数不符', en: '“First”, “record”, “moved up” against earlier figures' },
  severity: 'warning',
  needs: 'base',
  messages: {
    before: {
      zh: '“{phrase}”：此前已经达到\n{name}{when}已为{base}，见{place}\n请核“首次”的说法，或核数字',
      en: '“{phrase}”: reached before\n{name} {base} stands in {place}\nCheck the word or the number',
    },
    higher: {
      zh: '{name}{phrase}称新高：往年有更高的\n{when}为{base}，见{place}\n请核“新高”的说法；若往年数已修订，请注明',
      en: '{name} {phrase} is called a record: an earlier value is higher\n{base} stands in {place}\nCheck the word; if the earlier value was revised, say so',
    },
    moved: {
      zh: '{name}“{phrase}”：与位次变化不符\n本稿为{stated}，{when}为{base}，见{place}\n请核位次和移动的位数',
      en: '{name} “{phrase}”: does not fit the ranks\nNow {stated}, before {base}: {place}\nCheck the rank and by how many places it moved',
    },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const entry of context.claims) {
      const { claim } = entry;
      if (claim.status === 'target' || claim.role === 'difference' || claim.role === 'from' || claim.values.length > 1) continue;
      const found = (claim.kind === 'level' || claim.kind === 'ratio' || claim.kind === 'rank') && judge(context, entry, text);
      if (found) yield found;
    }
  },
});

const judge = (context: PassageContext, entry: IndexedClaim, text: string): Report<Messages> | undefined => {
  const { claim } = entry;
  const said = first.exec(clauseBefore(text, claim.start));
  if (said) {
    const known = earlierValues(context, entry);
    const base = (known.length > 0 ? known : fullyNamed(context, entry)).find((earlier) => isReached(entry, earlier));
    return base && report(context, entry, base, 'before', said[0] + entry.printed.replace(/^(?:突破|超过?|破)/, ''));
  }
  const next = text.slice(claim.end);
  if (claim.kind === 'rank') {
    const movedTo = forwardTo.exec(clauseBefore(text, claim.start))?.[0];
    if (movedTo && claim.bound === 'exact' && !/^[^;:。]{0,12}(?:前移|上升|提升)/.test(next)) {
      const last = earlierValues(context, entry).find((base) => isYearBefore(entry, base) && base.claim.bound === 'exact');
      const isBehind = last && (last.claim.values[0] as number) <= (claim.values[0] as number);
      return isBehind ? report(context, entry, last, 'moved', movedTo + entry.printed) : undefined;
    }
    const moved = /^[^;:。]{0,12}/.exec(next)?.[0].match(forward);
    const base = moved && earlierValues(context, entry).filter(({ claim: { bound } }) => bound === 'exact')[0];
    if (!base || claim.bound !== 'exact') return undefined;
    const by = (base.claim.values[0] as number) - (claim.values[0] as number);
    const stated = countOf(moved[1] as string);
    const between = next.slice(0, next.indexOf(moved[0]));
    // 在全省第31位的基础上再前移3位 is yet to come.
    if (/基础上/.test(between)) return undefined;
    // 比2020年前移5位 is held against a rank of then.
    const isLastYear = !/20\d\d年|五年|以来|累计/.test(between);
    return by > 0 && (by === stated || !isLastYear || !isYearBefore(entry, base))
      ? undefined
      : report(context, entry, base, 'moved', moved[0]);
  }
  const high = claim.indicator?.direction !== 'down' ? record.exec(next) : null;
  if (!high || /增速|增幅|涨幅|排名|位次|占比|比重/.test(high[0])) return undefined;
  if (
    context.claims.some(
      (other) => other.order > entry.order && other.claim.kind === claim.kind && other.claim.start < claim.end + high[0].length,
    )
  )
    return undefined;
  const base = earlierValues(context, entry).find((earlier) => liesBelow(claim.interval, { ...earlier.claim.interval, high: Infinity }));
  return base && report(context, entry, base, 'higher', entry.printed);
};

/** 机场旅客吞吐量, where last year's paper has 云台国际机场旅客吞吐量 and no other: under its full name. */
const fullyNamed = ({ baseline }: PassageContext, { claim, region }: IndexedClaim): Base[] => {
  const name = normalizeName(claim.name);
  const year = yearOf(claim.period);
  if (name.length < 6 || year === undefined || claim.kind !== 'level') return [];
  const facts = baseline.facts.filter(
    ({ claim: other, region: own }) =>
      own === region &&
      other.kind === 'level' &&
      other.status !== 'target' &&
      other.dimension === claim.dimension &&
      (yearOf(other.period) ?? year) < year &&
      normalizeName(other.name).endsWith(name),
  );
  return new Set(facts.map(({ claim: { name } }) => name)).size === 1 ? facts.map(baseOfFact) : [];
};

const isYearBefore = ({ claim }: IndexedClaim, base: Base): boolean => (yearOf(base.claim.period) ?? 0) + 1 === yearOf(claim.period);

/** Whether an earlier value had come as far already. */
const isReached = ({ claim }: IndexedClaim, { claim: earlier }: Base): boolean => {
  const [value = 0] = claim.values;
  if (claim.kind === 'rank') return (earlier.values[0] as number) <= value && earlier.values.length === 1;
  return claim.bound !== 'under' && earlier.interval.low >= value * claim.factor;
};

const report = (context: PassageContext, entry: IndexedClaim, base: Base, message: Messages, phrase: string): Report<Messages> => ({
  claim: entry,
  against: base.printed,
  message,
  values: {
    name: shortName(entry.claim),
    phrase,
    stated: entry.printed,
    when: periodName(base.claim.period, context.year),
    base: base.printed,
    place: base.place,
  },
  related: [base.related],
});
