import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod, yearOf } from '../claims/period.ts';
import { actionClass, isVague, speakOfSame, subjectKey } from '../claims/subject.ts';
import { add, type Interval, liesBelow, meets, middle, scale, subtract } from '../figures/interval.ts';
import type { Severity } from '../finding.ts';
import { claimsRule, type Outcome, type PassageContext, type Report, type RuleContext, type RulePage } from './rule.ts';
import { differenceHeld } from './share/difference.ts';
import {
  askOffice,
  type Base,
  bare,
  baseOfClaim,
  baseOfFact,
  between,
  countsUp,
  factCountsUp,
  figureBeside,
  format,
  isAdded,
  isCumulative,
  isLevel,
  isStock,
  isTotal,
  isTransposed,
  numberComesFirst,
  periodName,
  shortName,
  totalsOf,
  twoBefore,
  wordsBefore,
} from './support.ts';

type Messages = 'differs' | 'stated';

export const page: RulePage = {
  why: {
    zh: '年末数＝上年末数＋新增－减少。写“净增”的应当相等；写“新增”的，年末数不会超过上年末数加新增。超过了，多半有一个数没有更新。',
    en: 'A stock is last year’s plus additions less exits. With net additions it must be equal; with additions it cannot be more.',
  },
  setAside: {
    zh: '存量和新增口径不同（如含迁入、转入），或上年数已修订。',
    en: 'Stock and additions differ in scope, or last year’s figure was revised.',
  },
  examples: {
    wrong: { base: '上市公司总数达31家。', draft: '净增上市公司2家，总数达36家。' },
    right: { base: '上市公司总数达31家。', draft: '新增上市公司4家，上市公司总数达34家。' },
  },
};

export default claimsRule<Messages>({
  id: 'stock-flow',
  title: { zh: '上年存量加新增不等于今年存量', en: 'Last year’s stock and the additions do not make this year’s' },
  severity: 'information',
  needs: 'base',
  everywhere: true,
  messages: {
    differs: {
      zh: '{name}{stock}：与上年数加{added}对不上\n{base}＋{flow}＝{implied}{unit}；上年{base}，见{place}\n{ask}三个数；有转入、修订的可注明',
      en: '{name} {stock}: last year’s and the additions do not make it\n{base} + {flow} = {implied}; {base}: {place}\nCheck the three numbers',
    },
    stated: {
      zh: '{name}{stock}、{word}{flow}：与上年数对不上\n{stockNumber}－{baseNumber}＝{implied}{unit}；{when}{base}，见{place}\n{ask}三个数；上年数已修订的可注明',
      en: '{name} {stock}, {word} {flow}: disagrees with last year’s\n{stockNumber} − {baseNumber} = {implied} {unit}; {base}: {place}\nCheck the three numbers',
    },
  },
  *check(context) {
    for (const entry of context.claims) {
      if (entry.claim.role === 'difference' && entry.claim.kind === 'level') yield* statedDifference(context, entry);
      yield* inYears(context, entry);
      yield* plannedStock(context, entry);
      yield* inSentence(context, entry);
      if (!isPlain(entry) || !isCounted(entry)) continue;
      const flow = flowOf(context, entry);
      const base = flow && stockBefore(context, entry);
      if (flow && !base) yield* turnedTotal(context, entry, flow);
      if (!flow || !base) continue;
      const exit = isNet(flow) || leaves.test(flow.claim.action) ? undefined : exitOf(context, entry, flow);
      const added = add(base.claim.interval, flow.claim.interval);
      const implied = exit ? subtract(added, exit.claim.interval) : added;
      // 268家，新增85家，达到326家: the very digits of what it took, turned round.
      const isTurned = isCount(entry) && flow.passage === entry.passage && turnsRound(flow, base, entry);
      const must = isTurned || exit !== undefined || isNet(flow) || countsUp(entry) || isBuilt(entry);
      const stood = entry.claim.values[0] === base.claim.values[0] && !exits.test(entry.passage.passage.text);
      if (must ? meets(entry.claim.interval, implied) : !stood && !liesBelow(implied, entry.claim.interval)) {
        if (must) yield { agree: [entry, flow] };
        continue;
      }
      yield differs(entry, base, flow, implied, isNet(flow) ? '净增' : '新增', undefined, exit);
    }
  },
});

/** 年末常住人口261.8万人，比上年末减少2.8万人: what a stock gained or lost is its difference from last year's. */
const statedDifference = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const held = differenceHeld(context, entry);
  if (!held?.stated || held.isInSentence || !isStock(held.to)) return;
  const { to, base, implied, stated } = held;
  const [stockNumber = '', baseNumber = ''] = bare(to, base);
  if (meets(implied, stated)) {
    yield { agree: [entry, to] };
    return;
  }
  // The word alone is wrong: `direction` says so.
  if (meets(scale(implied, -1), stated)) return;
  yield {
    claim: entry,
    against: base.printed,
    message: 'stated',
    severity: base.certain ? 'error' : 'warning',
    values: {
      name: shortName(to.claim),
      stock: to.printed,
      stockNumber,
      baseNumber,
      when: periodName(base.claim.period, context.year),
      word: middle(stated) < 0 ? '减少' : '增加',
      flow: entry.printed,
      base: base.printed,
      implied: format(middle(implied) / entry.claim.factor, 2),
      unit: entry.claim.unit,
      place: base.place ?? '',
      ask: askOffice(to.claim),
    },
    related: [base.related],
  };
};

/** “十四五”前三年累计4.60万人 in last year's paper, 1.61万人 this year, 四年累计6.21万人. */
const inYears = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const { claim } = entry;
  const { period } = claim;
  if (!isPlain(entry) || !period || period.from % 12 !== 0 || (period.to + 1 - period.from) % 12 !== 0 || period.to - period.from < 23)
    return;
  const last = { from: period.to - 11, to: period.to };
  const before = { from: period.from, to: period.to - 12 };
  const flow = context.index
    .about(entry)
    .find((other) => isPlain(other) && samePeriod(other.claim.period, last) && speakOfSame(other.claim, claim));
  const facts = context.baseline.about(entry.region, claim).filter((fact) => isPlain(fact) && speakOfSame(fact.claim, claim));
  const base = facts.find((fact) => samePeriod(fact.claim.period, before) && before.to - before.from >= 12 * 2 - 1);
  if (!flow || !base) return;
  const implied = add(base.claim.interval, flow.claim.interval);
  if (meets(implied, claim.interval)) {
    yield { agree: [entry, flow] };
    return;
  }
  yield differs(entry, baseOfFact(base), flow, implied, '当年');
};

/** 新建充电桩300个、累计达到2150个, of a plan: what the review says there are, and what is to be added. */
const plannedStock = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const { claim, region } = entry;
  const flow = claim.status === 'target' ? figureBeside(context.claims, entry, -1) : undefined;
  const year = yearOf(claim.period);
  if (!flow || year === undefined || ![entry, flow].every((other) => isPlanned(other) && isOneStock(other, entry))) return;
  if (
    !/累计|总数|总量/.test(wordsBefore(entry)) ||
    !(isAdded(flow.claim) || /^(?:建设|建成)$/.test(flow.claim.action)) ||
    /[;。]/.test(between(flow, entry))
  )
    return;
  const known = context.index
    .ofSubject(region, subjectKey(claim))
    .filter(
      (other) =>
        isPlain(other) && yearOf(other.claim.period) === year - 1 && isOneStock(other, entry) && (countsUp(other) || isTotal(other)),
    );
  const bases = known.filter((other) => !isAdded(other.claim) || countsUp(other));
  const [base] = bases;
  if (!base || bases.some((other) => meets(add(other.claim.interval, flow.claim.interval), claim.interval))) return;
  const implied = add(base.claim.interval, flow.claim.interval);
  // What leaves in the year may explain less.
  if (!countsUp(entry) && !isNet(flow) && liesBelow(claim.interval, implied)) return;
  yield differs(entry, baseOfClaim(base), flow, implied, isNet(flow) ? '净增' : '新增');
};

const isPlanned = (entry: IndexedClaim): boolean =>
  isLevel(entry) && entry.claim.status === 'target' && entry.claim.bound === 'exact' && !entry.claim.part && entry.claim.role !== 'from';

/** 由46万吨调整为44.8万吨，新增7.5万吨，年末达到52.3万吨: all three in one sentence, of whatever measure. */
const inSentence = function* (context: PassageContext, entry: IndexedClaim): Generator<Outcome<Messages>> {
  const { claim } = entry;
  if (!isPlain(entry) || isAdded(claim) || isCumulative(claim)) return;
  const [base, flow] = twoBefore(context.claims, entry);
  const year = yearOf(claim.period);
  if (!base || !flow || year === undefined || ![base, flow].every((other) => isPlain(other) && isOneStock(other, entry))) return;
  if (!isAdded(flow.claim) || yearOf(flow.claim.period) !== year || yearOf(base.claim.period) !== year - 1) return;
  if (isAdded(base.claim) || /[;。]/.test(between(base, entry))) return;
  const implied = add(base.claim.interval, flow.claim.interval);
  // What left in the year may explain less, nothing explains more.
  if (meets(implied, claim.interval) || (liesBelow(claim.interval, implied) && (!isNet(flow) || exits.test(entry.passage.passage.text))))
    return;
  yield differs(entry, baseOfClaim(base), flow, implied, isNet(flow) ? '净增' : '新增', 'warning');
};

const isOneStock = ({ claim }: IndexedClaim, { claim: stock }: IndexedClaim): boolean =>
  claim.unit === stock.unit && subjectKey(claim) === subjectKey(stock) && subjectKey(stock) !== '';

const differs = (
  entry: IndexedClaim,
  base: Base,
  flow: IndexedClaim,
  implied: Interval,
  added: string,
  severity?: Severity,
  exit?: IndexedClaim,
): Report<Messages> => ({
  claim: entry,
  against: `${base.printed}+${flow.printed}${exit ? `-${exit.printed}` : ''}`,
  message: 'differs',
  severity,
  values: {
    name: shortName(entry.claim),
    stock: entry.printed,
    added,
    base: base.printed,
    flow: exit ? `${flow.printed}－${exit.printed}` : flow.printed,
    implied: format(middle(implied) / entry.claim.factor, 2),
    unit: entry.claim.unit,
    place: base.place,
    ask: askOffice(entry.claim),
  },
  related: [base.related],
});

const turnsRound = ({ claim: flow }: IndexedClaim, { claim: base }: Base, { claim: stock }: IndexedClaim): boolean => {
  const due = (stock.values[0] as number) - (base.values[0] as number);
  return due > 10 && due !== flow.values[0] && [...String(due)].reverse().join('') === String(flow.values[0]);
};

/** 培育96家 may be all there are or the year's: that with 净增18家 it makes 114家, printed as 总数141家, is no chance. */
const turnedTotal = function* (context: PassageContext, entry: IndexedClaim, flow: IndexedClaim): Generator<Report<Messages>> {
  const { claim, region } = entry;
  if (!(isNet(flow) || countsUp(entry)) || flow.passage !== entry.passage || !isCount(entry)) return;
  const fact = context.baseline
    .about(region, claim)
    .find(
      (other) =>
        isPlain(other) &&
        isCount(other) &&
        other.claim.unit === claim.unit &&
        yearOf(other.claim.period) === (yearOf(claim.period) ?? 0) - 1 &&
        isTransposed(String((other.claim.values[0] as number) + (flow.claim.values[0] as number)), String(claim.values[0])),
    );
  if (fact) yield differs(entry, baseOfFact(fact), flow, add(fact.claim.interval, flow.claim.interval), isNet(flow) ? '净增' : '新增');
};

/** What explains that additions added nothing. */
const exits = /退|注销|到期|撤|减少|关闭|关停|淘汰|未通过|取消|调整|整合|口径/;

const isPlain = ({ claim }: Pick<IndexedClaim, 'claim'>): boolean =>
  claim.kind === 'level' &&
  claim.status === 'actual' &&
  (claim.role === 'value' || claim.role === 'to') &&
  claim.bound === 'exact' &&
  claim.values.length === 1 &&
  claim.period !== null &&
  !claim.part &&
  !isVague(claim);

/** A whole number of pieces, a length, a power, an area: what is counted up, never money. */
const isCounted = (entry: IndexedClaim): boolean => {
  if (countsUp(entry)) return /^(?:count|households|persons|companyVisits|length|area|power|times)$/.test(entry.claim.dimension);
  if (!isTotal(entry) || numberComesFirst(entry)) return false;
  return isCount(entry) || isBuilt(entry);
};

const isCount = ({ claim }: Pick<IndexedClaim, 'claim'>): boolean =>
  claim.factor === 1 && Number.isInteger(claim.values[0]) && /^(?:count|households|persons|companyVisits)$/.test(claim.dimension);

/** 新能源装机62.5万千瓦, 养老床位2.48万张: what was built stays. */
const isBuilt = ({ claim }: IndexedClaim): boolean =>
  (/^(?:length|power)$/.test(claim.dimension) || /床位|泊位|停车位|充电桩|基站/.test(claim.name)) &&
  claim.indicator?.kind === 'stock' &&
  claim.indicator.direction === 'up';

const isNet = (flow: IndexedClaim): boolean => actionClass(flow.claim) === 'net' || /净增/.test(wordsBefore(flow));

/** What the year added to a stock: 新增…, or of a cumulative number the same deed without 累计, told right before. */
const flowOf = (context: PassageContext, entry: IndexedClaim): IndexedClaim | undefined => {
  const { claim } = entry;
  const adds = (other: IndexedClaim): boolean => {
    if (countsUp(other)) return false;
    if (countsUp(entry)) return other.passage === entry.passage && other.order < entry.order;
    return isAdded(other.claim) || /(?:新增|净增)$/.test(wordsBefore(other));
  };
  const flows = context.index
    .about(entry)
    .filter(
      (other) =>
        other !== entry &&
        isPlain(other) &&
        other.claim.dimension === claim.dimension &&
        (!isCount(entry) || (isCount(other) && other.claim.unit === claim.unit)) &&
        isOfYear(other, entry) &&
        adds(other),
    );
  // 新增301家，扣除退库后净增162家: the second is all that came to the stock.
  return flows.find(isNet) ?? flows[0] ?? unnamedFlow(context, entry);
};

/** 启用五年来累计860列: the last of the years that a number in all counts is the one that the deed right before is of. */
const isOfYear = ({ claim: flow }: IndexedClaim, { claim }: IndexedClaim): boolean =>
  samePeriod(flow.period, claim.period) ||
  (isCumulative(claim) && flow.period !== null && yearOf(flow.period) === endYearOf(claim) && flow.period.to === claim.period?.to);

/** The year at whose end a number counts all there is. */
const endYearOf = (claim: Pick<Claim, 'action' | 'period'>): number | undefined =>
  isCumulative(claim) && claim.period ? Math.floor(claim.period.to / 12) : yearOf(claim.period);

/** 新增通车里程45公里，高速公路总里程531公里: what was added is called by the end of the stock's own name. */
const unnamedFlow = ({ claims }: PassageContext, entry: IndexedClaim): IndexedClaim | undefined => {
  const flow = claims.findLast((other) => other.order < entry.order && other.claim.unit === entry.claim.unit);
  if (!flow || !isBuilt(entry) || !isPlain(flow) || flow.claim.indicator) return undefined;
  const added = flow.claim.name.replace(/^(?:新增|净增)/, '');
  const names = [entry.claim.name, ...(entry.claim.indicator ? [entry.claim.indicator.name, ...entry.claim.indicator.aliases] : [])];
  const isNamed = added.length >= 2 && names.some((name) => name !== added && name.endsWith(added));
  return isNamed && isAdded(flow.claim) && samePeriod(flow.claim.period, entry.claim.period) ? flow : undefined;
};

const leaves = /^(?:退出|注销|摘牌|关停|关闭|退库|退规|淘汰|拆除|减少|撤并|撤销|取消)/;

/** 新增286家、退出94家: what left the stock, told right behind what came. */
const exitOf = ({ index }: RuleContext, entry: IndexedClaim, flow: IndexedClaim): IndexedClaim | undefined =>
  index
    .about(entry)
    .find(
      (other) =>
        other !== entry &&
        other.order === flow.order + 1 &&
        other.passage === flow.passage &&
        isPlain(other) &&
        other.claim.unit === flow.claim.unit &&
        samePeriod(other.claim.period, flow.claim.period) &&
        (leaves.test(other.claim.action) || leaves.test(wordsBefore(other).replace(/^[,、]/, ''))),
    );

/** The same stock a year before; of a cumulative number, one that is so too. */
const stockBefore = (context: RuleContext, entry: IndexedClaim): Base | undefined => {
  const year = endYearOf(entry.claim);
  if (year === undefined) return undefined;
  if (!countsUp(entry)) return totalsOf(context, entry, year - 1).find(isPlain);
  return context.baseline
    .about(entry.region, entry.claim)
    .filter(
      (fact) => isPlain(fact) && endYearOf(fact.claim) === year - 1 && fact.claim.dimension === entry.claim.dimension && factCountsUp(fact),
    )
    .map(baseOfFact)
    .at(0);
};
