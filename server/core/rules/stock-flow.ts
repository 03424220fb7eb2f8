import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod, yearOf } from '../claims/period.ts';
import { actionClass, isVague } from '../claims/subject.ts';
import { passageRule, type RuleContext } from './rule.ts';
import { askOffice, type Base, format, isTotal, numberComesFirst, shortName, totalsOf } from './support.ts';

export default passageRule({
  id: 'stock-flow',
  title: { zh: '上年存量加新增不等于今年存量', en: 'Last year’s stock and the additions do not make this year’s' },
  why: {
    zh: '年末数＝上年末数＋新增－减少。写“净增”的应当相等；写“新增”的，年末数不会超过上年末数加新增。超过了，多半有一个数没有更新。',
    en: 'A stock is last year’s plus additions less exits. With net additions it must be equal; with additions it cannot be more.',
  },
  severity: 'information',
  needs: 'base',
  setAside: {
    zh: '存量和新增口径不同（如含迁入、转入），或上年数已修订。',
    en: 'Stock and additions differ in scope, or last year’s figure was revised.',
  },
  messages: {
    differs: {
      zh: '{name}{stock}：与上年数加{added}对不上\n{base}＋{flow}＝{implied}{unit}；上年{base}，见{place}\n{ask}三个数；有转入、修订的可注明',
      en: '{name} {stock}: last year’s and the additions do not make it\n{base} + {flow} = {implied}; {base}: {place}\nCheck the three numbers',
    },
  },
  examples: {
    wrong: { base: '上市公司总数达31家。', draft: '净增上市公司2家，总数达36家。' },
    right: { base: '上市公司总数达31家。', draft: '新增上市公司4家，上市公司总数达34家。' },
  },
  *check(context) {
    for (const entry of context.claims) {
      const { claim } = entry;
      if (!isExactCount(entry) || !isTotal(entry) || numberComesFirst(entry) || claim.period === null) continue;
      const flow = context.index
        .about(entry)
        .find(
          (other) =>
            isExactCount(other) &&
            !isTotal(other) &&
            !isTotal(other) &&
            /^(?:new|net)$/.test(actionClass(other.claim)) &&
            other.claim.status === claim.status &&
            other.claim.dimension === claim.dimension &&
            samePeriod(other.claim.period, claim.period),
        );
      const base = flow && stockBefore(context, entry);
      if (!flow || !base) continue;
      const stock = claim.values[0] as number;
      const implied = (base.claim.values[0] as number) + (flow.claim.values[0] as number);
      const isNet = actionClass(flow.claim) === 'net';
      if (isNet ? stock === implied : stock <= implied) {
        if (isNet) yield { agree: [entry, flow] };
        continue;
      }
      yield {
        range: { start: entry.start, end: entry.end },
        claim: entry,
        against: `${base.printed}+${flow.printed}`,
        message: 'differs',
        values: {
          name: shortName(claim),
          stock: entry.printed,
          added: isNet ? '净增' : '新增',
          base: base.printed,
          flow: flow.printed,
          implied: format(implied),
          unit: claim.unit,
          place: base.place,
          ask: askOffice(claim),
        },
        related: [base.related],
      };
    }
  },
});

/** A whole number of pieces, printed to the last one. */
const isExactCount = ({ claim }: Pick<IndexedClaim, 'claim'>): boolean =>
  claim.kind === 'level' &&
  claim.status === 'actual' &&
  claim.role === 'value' &&
  claim.bound === 'exact' &&
  claim.factor === 1 &&
  claim.values.length === 1 &&
  Number.isInteger(claim.values[0]) &&
  /^(?:count|households|persons|companyVisits)$/.test(claim.dimension) &&
  !claim.part &&
  !isVague(claim);

const stockBefore = (context: RuleContext, entry: IndexedClaim): Base | undefined => {
  const year = yearOf(entry.claim.period);
  return year === undefined ? undefined : totalsOf(context, entry, year - 1).find(isExactCount);
};
