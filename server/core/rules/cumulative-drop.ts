import type { Fact } from '../baseline/fact.ts';
import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { yearOf } from '../claims/period.ts';
import { actionClass, aspectKey, isVague, normalizeName } from '../claims/subject.ts';
import { liesBelow } from '../figures/interval.ts';
import { claimsRule, type PassageContext, type RulePage } from './rule.ts';
import {
  askOffice,
  citeFact,
  clauseBefore,
  countsAll,
  countsUp,
  factCountsUp,
  factIsTotal,
  isTotal,
  periodName,
  relateFact,
  shortName,
  wordsBefore,
} from './support.ts';

const reaches = /(?:达到?|增加到|增至|扩大到|发展到|壮大到|为|有)$/;
/** Lawful ways down. */
const reason =
  /摘牌|注销|到期|退出|调整|撤并|撤销|核减|整合|合并|清理|减少|下降|降至|降到|关停|淘汰|复核|取消|口径|迁出|压减|缩减|剔除|普查|修订/;
/** Lists that change every year. */
const annual = /上榜|入选|入围|百强|强企业|500强|在建|在研|在营|纳入|项目/;

export const page: RulePage = {
  why: {
    zh: '累计数、保有量、拥有量一般只增不减。比上年报告的数还小而又没有交代原因（摘牌、注销、撤并……），疑写错了数，或把当年新增写成了累计。',
    en: 'Cumulative counts and holdings grow as a rule. One below last year’s without a reason in the clause is probably miswritten, or the year’s increase called a total.',
  },
  setAside: {
    zh: '确有退出、撤并、复核未通过等情况，或统计口径不同。',
    en: 'Some were withdrawn, merged or failed review, or the scope differs.',
  },
  examples: {
    wrong: { base: '累计培育省级小微企业园30个。', draft: '累计培育省级小微企业园23个。' },
    right: {
      base: '累计培育省级小微企业园30个，博士后工作站达43家。',
      draft: '累计培育省级小微企业园32个，撤并后博士后工作站达到41家。',
    },
  },
};

export default claimsRule({
  id: 'cumulative-drop',
  title: { zh: '存量或累计数比上年减少', en: 'A stock or cumulative count below last year’s' },
  severity: 'warning',
  needs: 'base',
  messages: {
    drop: {
      zh: '{name}{stated}：比{when}还少\n{source}写的是{printed}（“{evidence}”），这类数一般只增不减\n{ask}数字；确有减少的，请写明原因（撤并、注销、到期等）',
      en: '{name} {stated}: below the earlier {printed}\n{source} says {printed} (“{evidence}”); counts in all seldom fall\nCheck; if it did fall, give the reason',
    },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const entry of context.claims) {
      const { claim } = entry;
      const year = yearOf(claim.period);
      if (
        (claim.kind !== 'level' && !isSteady(claim)) ||
        claim.status !== 'actual' ||
        year === undefined ||
        year !== (context.year ?? 0) - 1
      )
        continue;
      if (
        claim.role === 'difference' ||
        claim.role === 'from' ||
        (claim.part && !isHeldPart(entry)) ||
        claim.values.length > 1 ||
        claim.bound === 'under'
      )
        continue;
      const before = clauseBefore(text, claim.start);
      const cumulative = countsUp(entry) && !annual.test(claim.name);
      const holds = isTotal(entry) && (isHolding(claim, before) || isBuilt(claim, before) || isRegister(entry));
      if (!cumulative && !holds && !isSteady(claim)) continue;
      if (reason.test(reasonsBeside(text, claim, cumulative))) continue;
      const known = context.baseline
        .about(entry.region, claim)
        .filter((fact) => isEarlierCount(fact, claim, year) && (cumulative || isSteady(claim) || factIsTotal(fact)));
      // 关闭2处，累计退出14处: the cumulative number is the one to hold a cumulative number against.
      const alike = cumulative ? known.filter(factCountsUp) : [];
      const facts = alike.length > 0 ? alike : known.length > 0 || !cumulative ? known : kindsOf(context, entry, year);
      const [fact] = facts;
      if (!fact || !facts.every((other) => liesBelow(claim.interval, other.claim.interval))) continue;
      yield {
        claim: entry,
        against: fact.printed,
        message: 'drop',
        values: {
          name: shortName(claim),
          stated: entry.printed,
          when: periodName(fact.claim.period, context.year),
          printed: fact.printed,
          source: citeFact(fact),
          evidence: fact.evidence,
          ask: askOffice(claim),
        },
        related: [relateFact(fact)],
      };
    }
  },
});

/** 总数412家，其中产值超10亿元企业达到26家: a part that is counted as it stands, not of what was added. */
const isHeldPart = (entry: IndexedClaim): boolean =>
  entry.claim.action.length < 2 && /(?:达到|增至|增加到|发展到)$/.test(wordsBefore(entry));

/** What goes up slowly, year by year. */
const isSteady = ({ indicator, name, role, kind, whole }: Claim): boolean =>
  indicator?.direction === 'up' &&
  /(?:预期寿命|城镇化率)$/.test(name) &&
  whole === '' &&
  (kind === 'level' || kind === 'ratio') &&
  role !== 'difference';

/** 博士后工作站达到41家, 高新技术企业总数1086家: what there is at the year's end, counted in pieces. */
const isHolding = (claim: Claim, before: string): boolean => {
  if (!/^(?:count|households|companyVisits)$/.test(claim.dimension) || annual.test(claim.name)) return false;
  // 2家…获批: the number before its noun tells of an event.
  if (!claim.carried && !before.includes(claim.name.slice(-2))) return false;
  return claim.indicator
    ? claim.indicator.kind === 'stock' && claim.indicator.direction === 'up'
    : countsAll.test(before) || actionClass(claim) === 'total' || reaches.test(before);
};

/** 高速公路通车里程达到82公里, 装机62.5万千瓦: what was built stays. */
const isBuilt = (claim: Claim, before: string): boolean =>
  /^(?:length|power)$/.test(claim.dimension) &&
  (claim.indicator
    ? claim.indicator.kind === 'stock' && claim.indicator.direction === 'up'
    : /(?:总长度?|总里程|通车里程)$/.test(claim.name)) &&
  (claim.carried || before.includes(claim.name.slice(-2)));

/** 省级以上农业龙头企业20家: so many there are, told without a verb. */
const isRegister = (entry: IndexedClaim): boolean =>
  entry.claim.dimension === 'count' &&
  entry.claim.action === '' &&
  !entry.claim.indicator &&
  !entry.claim.carried &&
  !isVague(entry.claim) &&
  !annual.test(entry.claim.name) &&
  !onItsWay.test(entry.claim.name) &&
  /(?:企业|合作社|景区|基地|平台|机构|实验室|工作站|基站|中心|园区)$/.test(entry.claim.name) &&
  wordsBefore(entry).endsWith(entry.claim.name);

/** 在审在辅企业, 储备平台: what is to become something else leaves the count when it does. */
const onItsWay = /^(?:在[审辅建谈培库]|拟|待|储备|后备|意向)/;

/** 社区日托中心126个, a kind of 日托中心: all there ever were are no fewer. */
const kindsOf = ({ baseline }: PassageContext, { claim, region }: IndexedClaim, year: number): readonly Fact[] => {
  const name = normalizeName(claim.name);
  // 示范基地 may be of anything.
  if (name.length < 6 || claim.dimension !== 'count' || isVague(claim)) return [];
  const kinds = baseline.facts.filter(
    (fact) =>
      fact.region === region &&
      isEarlierCount(fact, claim, year) &&
      fact.claim.unit === claim.unit &&
      fact.claim.indicator === undefined &&
      normalizeName(fact.claim.name) !== name &&
      normalizeName(fact.claim.name).endsWith(name),
  );
  return kinds.length === 1 ? kinds : [];
};

const removal = /(?:关闭|退出|关停|淘汰|拆除|压减|清理|减少|整合)+/g;

/** The words of the same part of the sentence that may explain a fall; 累计退出15处 is no reason for itself. */
const reasonsBeside = (text: string, { start, end }: Claim, cumulative: boolean): string => {
  const from = text.lastIndexOf(';', start) + 1;
  const to = text.indexOf(';', end);
  const words = text.slice(from, to < 0 ? undefined : to);
  return cumulative && clauseBefore(text, start).search(removal) >= 0 ? words.replace(removal, '') : words;
};

/** A number of the same things in an earlier year; of a year's additions too, which a count in all cannot be below. */
const isEarlierCount = ({ claim, source }: Fact, of: Claim, year: number): boolean =>
  claim.kind === of.kind &&
  claim.status === 'actual' &&
  claim.dimension === of.dimension &&
  claim.values.length === 1 &&
  claim.scope === of.scope &&
  aspectKey(claim) === aspectKey(of) &&
  claim.part === of.part &&
  source.authority !== 'sheet' &&
  yearOf(claim.period) === year - 1;
