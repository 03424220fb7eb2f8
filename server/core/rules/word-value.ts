import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { subjectKey } from '../claims/subject.ts';
import { divide, type Interval, meets, middle } from '../figures/interval.ts';
import { matchesIn } from '../text/matches.ts';
import { claimsRule, type PassageContext, type Report, type RulePage } from './rule.ts';
import { type Base, baseOfFact, baseValues, between, figureBeside, format, shortName, twoBefore, yearEarlier } from './support.ts';

type Messages = 'word' | 'level' | 'reached';

interface Word {
  pattern: RegExp;
  /** The values that the word admits. */
  admits: (match: RegExpExecArray) => Interval;
  /** Whether a figure is of the kind that the word speaks of. */
  fits: (entry: IndexedClaim) => boolean;
  /** In words, for the second line. */
  means: string;
}

const isShare = ({ claim }: IndexedClaim): boolean => claim.kind === 'ratio' && claim.unit === '%';
/** 年均增长14.9% tells nothing of 翻了一番. */
const isGrowth = ({ claim }: IndexedClaim): boolean =>
  claim.kind === 'change' && claim.unit === '%' && claim.role === 'value' && !claim.comparison?.average;
const isCompletion = (entry: IndexedClaim): boolean =>
  isShare(entry) &&
  /计划|任务|目标|完成/.test(entry.claim.name + entry.claim.aspect + entry.claim.action) &&
  // 超额完成14.5%的规划目标: what was to be reached.
  entry.claim.status !== 'target';
const isRateOfDone = (entry: IndexedClaim): boolean =>
  isShare(entry) && /(?:办结|完成|达标|开工|竣工|投产|建成|合格|解决)率$/.test(entry.claim.name + entry.claim.aspect);
const tenths: Record<string, number> = { 一: 10, 二: 20, 两: 20, 三: 30, 四: 40, 五: 50, 六: 60, 七: 70, 八: 80, 九: 90, 十: 100 };
const tens = (match: RegExpExecArray): number => tenths[match[1] as string] ?? Number(match[1]) * 10;

/** Words with a number in them. Each is held against the one figure of its kind right beside it. */
const words: Word[] = [
  { pattern: /(?:超|过|逾)半数?(?!年)|一半以上/g, admits: () => ({ low: 50, high: Infinity }), fits: isShare, means: '大于50%' },
  { pattern: /(?:近|不足|不到)半数|近一半/g, admits: () => ({ low: 0, high: 50 }), fits: isShare, means: '小于50%' },
  {
    pattern: /近([一二两三四五六七八九十\d])成(?![立为本果功就绩效长员都色交])/g,
    admits: (match) => ({ low: tens(match) - 10, high: tens(match) }),
    fits: isShare,
    means: '略低于这个数',
  },
  {
    pattern: /[超逾]过?([一二两三四五六七八九十\d])成(?![立为本果功就绩效长员都色交])/g,
    admits: (match) => ({ low: tens(match), high: tens(match) + 10 }),
    fits: isShare,
    means: '略高于这个数',
  },
  {
    pattern: /(?<!接近|几乎|近)(?:翻(?:了)?[一1]?番|翻倍|成倍增长|倍增(?!计划|行动|工程))/g,
    admits: () => ({ low: 99.5, high: Infinity }),
    fits: isGrowth,
    means: '增长100%以上',
  },
  {
    pattern: /两位数(?:以上)?(?:的)?(?:增长|增幅|增速)/g,
    admits: () => ({ low: 10, high: Infinity }),
    fits: isGrowth,
    means: '增长10%以上',
  },
  { pattern: /正增长|由负转正/g, admits: () => ({ low: 0, high: Infinity }), fits: isGrowth, means: '增速大于零' },
  { pattern: /负增长|由正转负/g, admits: () => ({ low: -Infinity, high: 0 }), fits: isGrowth, means: '增速小于零' },
  { pattern: /超额完成/g, admits: () => ({ low: 100, high: Infinity }), fits: isCompletion, means: '完成率在100%以上' },
  {
    pattern: /全部(?:办结|完成|达标|开工|竣工|投产|建成|解决)/g,
    admits: () => ({ low: 100, high: Infinity }),
    fits: isRateOfDone,
    means: '100%',
  },
];

const level = /^[,、]?(?:与|和|同)(上年|去年)(?:(?:预期)?目标)?(基本)?(?:持平|相当|一致)/;

export const page: RulePage = {
  why: {
    zh: '“过半”“近八成”“翻番”“两位数增长”“超额完成”“持平”都含着一个数。旁边的数字改过而说法没有改，就会自相矛盾。',
    en: 'Over half, nearly 80 per cent, doubled, double-digit, overfulfilled and level each hold a number. Where the figure beside them changed and the word did not, they contradict each other.',
  },
  setAside: { zh: '说法与数字所指不是同一件事。', en: 'Word and number speak of different things.' },
  examples: {
    wrong: { draft: '高新技术产业产值占比达48.2%，已超过半数。' },
    right: { draft: '高新技术产业产值占比达52.3%，已超过半数；技术交易额增长118%，实现翻番。' },
  },
};

export default claimsRule<Messages>({
  id: 'word-value',
  title: { zh: '过半、翻番、持平等说法与数字不符', en: 'Half, double, level: words against the number beside them' },
  severity: 'warning',
  needs: 'text',
  messages: {
    word: {
      zh: '“{phrase}”：与旁边的{stated}不符\n“{phrase}”指{means}，{name}为{stated}\n请核数字和说法',
      en: '“{phrase}”: does not fit {stated} beside it\n{name} is {stated}\nCheck the number and the word',
    },
    level: {
      zh: '{name}{stated}称“持平”：与上年不同\n{place}写的是{base}\n请核数字和说法',
      en: '{name} {stated} is said to be level: it was {base}\n{place} says {base}\nCheck the number and the word',
    },
    reached: {
      zh: '{name}{stated}称“{phrase}”：目标{target}已经达到\n实际{stated}，目标{target}，不低于目标\n请核实绩、目标和说法',
      en: '{name} {stated} is said to miss its target {target}, yet reaches it\n{stated} against {target}\nCheck result, target and words',
    },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const { pattern, admits, fits, means } of words) {
      for (const match of matchesIn(text, pattern)) {
        const end = match.index + match[0].length;
        const entry = fits === isRateOfDone ? rateOf(context, match[0], end) : beside(context, match.index, end, fits);
        if (!entry || !Number.isFinite(middle(entry.claim.interval)) || meets(entry.claim.interval, admits(match as RegExpExecArray)))
          continue;
        yield {
          range: context.locate(match.index, match.index + match[0].length),
          claim: entry,
          against: match[0],
          message: 'word',
          values: { phrase: match[0], stated: entry.printed, name: shortName(entry.claim) || '旁边的数', means },
        };
      }
    }
    yield* doublings(context);
    yield* tenthsOfWhole(context);
    yield* deniedTargets(context);
    if (!/持平|相当|一致/.test(text)) return;
    for (const entry of context.claims) {
      const match = level.exec(text.slice(entry.claim.end, entry.claim.end + 20));
      const found = match && levelWithLastYear(context, entry, match);
      if (found) yield found;
    }
  },
});

/** 全部办结信访积案36件，办结率97.2%: the rate of the same verb, over what was done. */
const rateOf = (context: PassageContext, word: string, end: number): IndexedClaim | undefined => {
  const rate = `${word.replace('全部', '')}率`;
  const { text } = context.passage.passage;
  return context.claims.find(
    (entry) =>
      entry.claim.start >= end &&
      isShare(entry) &&
      new RegExp(`^[^;。]{0,24}${rate}(?:达到?|为)?$`).test(text.slice(end, entry.claim.start)),
  );
};

/** The figure of the kind that stands nearest to [start, end), in the same clause or the next, with no other between. */
const beside = (context: PassageContext, start: number, end: number, fits: Word['fits']): IndexedClaim | undefined => {
  const { text } = context.passage.passage;
  const before = context.claims.findLast(({ claim }) => claim.end <= start);
  const after = context.claims.find(({ claim }) => claim.start >= end);
  const near = (gap: string): boolean => gap.length <= 12 && !/[;。:]/.test(gap) && (gap.match(/[,、]/g) ?? []).length <= 1;
  // 占56.8%，比上年回落0.6个百分点，超过六成的份额: the share before its change, where the word carries its subject on.
  if (before?.claim.kind === 'point_change') return shareBefore(context, before, start, end, fits);
  if (before && fits(before) && near(text.slice(before.claim.end, start)) && !namesAnother(text.slice(before.claim.end, start)))
    return before;
  return after && fits(after) && near(text.slice(end, after.claim.start)) && !namesAnother(text.slice(end, after.claim.start))
    ? after
    : undefined;
};

const shareBefore = (
  context: PassageContext,
  change: IndexedClaim,
  start: number,
  end: number,
  fits: Word['fits'],
): IndexedClaim | undefined => {
  const { text } = context.passage.passage;
  const own = context.claims.find(({ claim }) => claim.start >= start && claim.start < end);
  const share = figureBeside(context.claims, change, -1);
  const isOne =
    own?.claim.carried &&
    share &&
    fits(share) &&
    [own, change].every(({ claim }) => subjectKey(claim) === subjectKey(share.claim)) &&
    text.slice(change.claim.end, start).length <= 1 &&
    // 超过六成企业: of something else.
    /^(?:[的,;。、]|$)/.test(text.slice(end));
  return isOne ? share : undefined;
};

/** More than link words between a word and a figure: another subject. */
const namesAnother = (gap: string): boolean =>
  gap.replace(
    /[,、()“”]|已|实现|达到?|为|约|近|保持|同比|增长|占比|比重|连续|首次|超过?|的|了|高达|完成|办结率|解决率|其中|均|都|也|再次/g,
    '',
  ).length > 4;

/** 网络零售额36.9亿元，其中农产品14.8亿元，约占四成: the tenths that the two numbers make, give or take half a tenth. */
const tenthsOfWhole = function* (context: PassageContext): Generator<Report<Messages>> {
  for (const entry of context.claims) {
    const { claim } = entry;
    if (claim.kind !== 'ratio' || claim.unit !== '成' || claim.values.length > 1 || claim.whole !== '') continue;
    const [whole, part] = twoBefore(context.claims, entry);
    if (
      !whole ||
      !part?.claim.part ||
      [whole, part].some(({ claim: { kind, bound, role } }) => kind !== 'level' || bound !== 'exact' || role !== 'value')
    )
      continue;
    if (part.claim.dimension !== whole.claim.dimension || /[;。]/.test(between(whole, entry))) continue;
    const said = /^[,、](约|近|超过?|逾|不到|不足)?占(?:比)?(?:约|近|超过?|逾|不到|不足)?$/.exec(between(part, entry));
    const ratio = said && divide(part.claim.interval, whole.claim.interval);
    if (!ratio) continue;
    const tenth = claim.values[0] as number;
    const tenths = { low: ratio.low * 10, high: ratio.high * 10 };
    if (meets(tenths, { low: tenth - 1, high: tenth + 1 })) continue;
    yield {
      claim: entry,
      against: `${part.printed}/${whole.printed}`,
      message: 'word',
      values: {
        phrase: entry.printed,
        stated: `${part.printed}、${whole.printed}`,
        name: shortName(part.claim),
        means: `${format(tenth * 10)}%上下，两数之比${format(middle(ratio) * 100)}%，`,
      },
    };
  }
};

const doubling = /(?<!接近|几乎|近)翻(?:了)?([一两二三123])番/g;

const powers: Record<string, number> = { 一: 1, 1: 1, 两: 2, 二: 2, 2: 2, 三: 3, 3: 3 };

/** 由15.5万千瓦增加到62.5万千瓦，翻了两番: twice two, unless the levels make another power. */
const doublings = function* (context: PassageContext): Generator<Report<Messages>> {
  const { text } = context.passage.passage;
  for (const match of matchesIn(text, doubling)) {
    const before = context.claims.filter(({ claim }) => claim.end <= match.index);
    const [from, to] = before.slice(-2);
    if (from?.claim.role !== 'from' || to?.claim.role !== 'to' || from.claim.dimension !== to.claim.dimension) continue;
    if (/[;。]/.test(text.slice(to.claim.end, match.index))) continue;
    const ratio = divide(to.claim.interval, from.claim.interval);
    const times = 2 ** (powers[match[1] as string] as number);
    // 翻一番 is said of 1.97 times; at nearly twice as much again another number of times would be.
    if (!ratio || meets(ratio, { low: times * 0.97, high: times * 1.94 })) continue;
    yield {
      range: context.locate(match.index, match.index + match[0].length),
      claim: to,
      against: `${from.printed}/${to.printed}`,
      message: 'word',
      values: {
        phrase: match[0],
        stated: `${from.printed}→${to.printed}`,
        name: shortName(to.claim),
        means: `为原来的${times}倍，现为${format(middle(ratio), 2)}倍`,
      },
    };
  }
};

const denied = /(?:未能?|没有|没能|尚未)(?:如期|全面)?(?:完成|达到|实现)(?:了)?$/;

/** 下降14.6%，未能完成14.5%的目标: the target stands behind the words, the result before them. */
const deniedTargets = function* (context: PassageContext): Generator<Report<Messages>> {
  const { text } = context.passage.passage;
  for (const target of context.claims) {
    const phrase = denied.exec(text.slice(Math.max(0, target.claim.start - 12), target.claim.start))?.[0];
    const result = phrase === undefined ? undefined : figureBeside(context.claims, target, -1);
    if (!phrase || !result || target.claim.status !== 'target') continue;
    const [reached, due] = [result.claim, target.claim];
    const isAlike =
      reached.unit === due.unit &&
      [reached, due].every(({ values, role }) => values.length === 1 && role !== 'difference' && role !== 'from') &&
      [reached, due].every(({ bound }) => bound === 'exact') &&
      (reached.kind === 'change' ? movesRight(reached) : reached.kind === due.kind && reached.indicator?.direction === 'up') &&
      /^[,、](?:但|仍)?$/.test(text.slice(reached.end, target.claim.start - phrase.length));
    if (!isAlike || Math.abs(reached.values[0] as number) < Math.abs(due.values[0] as number)) continue;
    yield {
      range: context.locate(due.start - phrase.length, due.start),
      claim: result,
      against: target.printed,
      message: 'reached',
      values: { phrase, stated: result.printed, name: shortName(reached), target: target.printed },
    };
  }
};

/** Growth of what is to grow, decline of what is to fall. */
const movesRight = ({ indicator, values }: Claim): boolean => indicator?.direction === ((values[0] as number) < 0 ? 'down' : 'up');

const levelWithLastYear = (context: PassageContext, entry: IndexedClaim, match: RegExpExecArray): Report<Messages> | undefined => {
  const { claim } = entry;
  if (claim.period === null || claim.role === 'difference' || claim.values.length > 1 || match[2]) return undefined;
  const period = yearEarlier(claim.period);
  const wantsTarget = match[0].includes('目标');
  const bases: Base[] = wantsTarget
    ? context.baseline.targets(entry.region, claim, period).map(baseOfFact)
    : claim.status === 'target'
      ? []
      : baseValues(context, entry, period);
  const [base] = bases;
  // 增长5.5%，与上年持平 may speak of the rate or of the level.
  if (!base || bases.some((other) => meets(other.claim.interval, claim.interval))) return undefined;
  return {
    claim: entry,
    against: base.printed,
    message: 'level',
    values: { name: shortName(claim), stated: entry.printed, base: base.printed, place: base.place },
    related: [base.related],
  };
};
