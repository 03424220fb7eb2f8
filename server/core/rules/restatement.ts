import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { yearOf } from '../claims/period.ts';
import { isVague, speakOfSame } from '../claims/subject.ts';
import { overlap } from '../figures/interval.ts';
import { describePlace } from '../outline/place.ts';
import { contradictable, isComparable, speakOfOneThing, tellsOfMore } from './restatement/one-thing.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import { figureBeside, isTransposed, periodName, relateClaim, shortName, wordsBefore } from './support.ts';

type Messages = 'differs' | 'table' | 'paper';

export const page: RulePage = {
  why: {
    zh: '同一指标、同一时期、同一口径的数在文中出现多次时应当一致（允许四舍五入位数不同）。改了一处、漏了另一处，是多人多次改稿最常见的差错。',
    en: 'The same indicator, period and scope must have one value throughout, whatever the rounding. Changing one place and missing another is the commonest slip of a much-revised draft.',
  },
  setAside: {
    zh: '两处口径不同（如规上与全部、签约与落地），但文字未写明。',
    en: 'The two places differ in scope although the words are alike.',
  },
  examples: {
    wrong: { draft: '固定资产投资增长8.2%。\n固定资产投资增长8.7%，总量再上台阶。' },
    right: { draft: '固定资产投资增长8.2%。\n固定资产投资1—11月增长9.1%、全年增长8.2%。' },
  },
};

export default claimsRule<Messages>({
  id: 'restatement',
  title: { zh: '同一数据前后不一致', en: 'Two places state different values' },
  severity: 'error',
  needs: 'text',
  everywhere: true,
  messages: {
    differs: {
      zh: '{when}{name}{stated}：与前文{other}不一致\n{place}写的是{other}，同一指标、同一时期\n请核以何者为准；若口径不同，请写明',
      en: '{name} {stated}: {other} elsewhere\n{place} says {other} for the same indicator and period\nCheck which holds; if the scope differs, say so',
    },
    // What tables and other papers say is compared once the rules have run: restatement/tables.ts, restatement/papers.ts.
    table: {
      zh: '{when}{name}{stated}：与附表{other}不一致\n{place}写的是{other}，同一指标、同一时期\n请核以何者为准；若口径不同，请写明',
      en: '{name} {stated}: {other} in a table\n{place} says {other} for the same indicator and period\nCheck which holds; if the scope differs, say so',
    },
    paper: {
      zh: '{when}{name}{stated}：另一份材料为{other}\n{title}{place}写的是{other}，同一指标、同一时期\n请核以何者为准；若口径不同，请写明',
      en: '{name} {stated}: {other} in another paper\n{title} {place} says {other} for the same indicator and period\nCheck which holds; if the scope differs, say so',
    },
  },
  *check(context) {
    for (const entry of context.claims) {
      const another = otherCount(context, entry);
      if (another) {
        const all = differs(context, entry, another);
        yield { ...all, severity: 'warning', values: { ...all.values, name: '所辖各地' } };
        continue;
      }
      const slip = transposed(context, entry) ?? otherGround(context, entry);
      if (slip) {
        yield { ...differs(context, entry, slip), severity: 'warning' };
        continue;
      }
      const entries = context.index.about(entry);
      const before = entries.slice(0, Math.max(0, entries.indexOf(entry)));
      // 平均每年新增…: no total.
      if (before.length === 0 || !contradictable(entry)) continue;
      const same = before.filter((other) => isComparable(other.claim) && speakOfOneThing(other, entry));
      // 首次突破2亿吨 allows much that 20425万吨 does not.
      const exact = same.filter((other) => other.claim.bound === 'exact');
      const others = exact.length > 0 ? exact : same;
      const [other] = others;
      if (!other) continue;
      const alike = others.find((candidate) => overlap(candidate.claim.interval, entry.claim.interval));
      if (alike) {
        yield { agree: [alike, entry] };
        continue;
      }
      yield differs(context, entry, other);
    }
  },
});

const differs = (context: PassageContext, entry: IndexedClaim, other: IndexedClaim): Report<'differs'> => ({
  claim: entry,
  against: other.printed,
  message: 'differs',
  values: {
    when: periodName(entry.claim.period, context.year),
    name: shortName(entry.claim),
    stated: entry.printed,
    other: other.printed,
    place: describePlace(other.passage.passage),
  },
  related: [relateClaim(other)],
});

/** 规上工业企业16742家 in the plan, where there are 16724: no target is last year's number with two digits exchanged. */
const transposed = ({ index, year }: PassageContext, entry: IndexedClaim): IndexedClaim | undefined => {
  const { claim } = entry;
  const digits = digitsOf(claim);
  // 提高到6840元 from 6480元 is a target.
  if (/[到达至破超争为]/.test(wordsBefore(entry))) return undefined;
  if (claim.status !== 'target' || claim.kind !== 'level' || digits.length < 5 || claim.values.length > 1 || !contradictable(entry))
    return undefined;
  return index
    .about(entry)
    .find(
      (other) =>
        other.claim.status === 'actual' &&
        other.claim.unit === claim.unit &&
        other.claim.values.length === 1 &&
        yearOf(other.claim.period) === (year ?? 0) - 1 &&
        speakOfSame(other.claim, claim) &&
        !tellsOfMore(other) &&
        isTransposed(digitsOf(other.claim), digits),
    );
};

const digitsOf = ({ values }: Claim): string => String(values[0] ?? '');

/** 在去年开行248列的基础上，冷链班列力争开行260列: what is built on is the same thing a year before. */
const otherGround = (context: PassageContext, entry: IndexedClaim): IndexedClaim | undefined => {
  const { claim, passage } = entry;
  const { text } = passage.passage;
  if (claim.kind !== 'level' || claim.status === 'target' || claim.bound !== 'exact' || claim.values.length > 1) return undefined;
  if (!/^的?基础上,/.test(text.slice(claim.end)) || !/(?:^|[,;。])在(?:去年|上年)[^,;。]{0,8}$/.test(text.slice(0, claim.start)))
    return undefined;
  const next = figureBeside(context.claims, entry, 1);
  if (next?.claim.unit !== claim.unit || next.claim.kind !== 'level') return undefined;
  if (isVague(next.claim) || next.claim.status !== 'target' || next.claim.role === 'difference') return undefined;
  const same = context.index
    .about(next)
    .filter(
      (other) =>
        other !== entry &&
        other.claim.status === 'actual' &&
        yearOf(other.claim.period) === (context.year ?? 0) - 1 &&
        speakOfSame(other.claim, next.claim) &&
        !tellsOfMore(other),
    );
  return same.length > 0 && same.every((other) => !overlap(other.claim.interval, claim.interval)) ? same[0] : undefined;
};

const units = /^个(?:县\((?:市|区|市、区)\)|县市区?|区县|县区|市州|镇\(?街道\)?|镇街|街镇)/;
const ofAll = /^(?:都|均|全部|全面|实现[^,;。]{0,8}全覆盖)/;

/** Number and kind of units, with the same words on all of them behind. */
const sayingOf = ({ claim, passage }: IndexedClaim): { unit: string; saying: string } | undefined => {
  if (claim.unit !== '个' || claim.kind !== 'level' || claim.bound !== 'exact') return undefined;
  const behind = passage.passage.text.slice(claim.end - 1);
  const unit = units.exec(behind)?.[0];
  return unit === undefined ? undefined : { unit, saying: /^[^,;:。]*/.exec(behind.slice(unit.length))?.[0] ?? '' };
};

/**
 * 6个县（市、区）全部通高速: so many there are, whatever is said of them. Another number for the very same words is a slip,
 * and so is one off what two other places say.
 */
const otherCount = ({ index }: PassageContext, entry: IndexedClaim): IndexedClaim | undefined => {
  const own = sayingOf(entry);
  const before = entry.passage.passage.text.slice(0, entry.claim.start);
  if (!own || !ofAll.test(own.saying) || !/(?:^|[,;。]|全[省市州区县])$/.test(before)) return undefined;
  const [count = 0] = entry.claim.values;
  const alike = index.about(entry).filter((other) => other !== entry && sayingOf(other)?.unit === own.unit);
  const others = alike.filter(({ claim }) => claim.values[0] !== count);
  const same = others.find((other) => other.order < entry.order && sayingOf(other)?.saying === own.saying);
  if (same) return same;
  const [first] = others;
  const isSlip = others.length >= 2 && others.length === alike.length && new Set(others.map(({ claim }) => claim.values[0])).size === 1;
  return first && isSlip && Math.abs((first.claim.values[0] as number) - count) === 1 ? first : undefined;
};
