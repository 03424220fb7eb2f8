import type { Claim } from '../claims/claim.ts';
import type { IndexedClaim } from '../claims/claim-index.ts';
import { samePeriod } from '../claims/period.ts';
import { isAdjusted } from '../claims/subject.ts';
import { type Interval, liesBelow } from '../figures/interval.ts';
import { describePlace } from '../outline/place.ts';
import { claimsRule, type RulePage } from './rule.ts';
import { formatPercentRange, relateClaim, shortName } from './support.ts';

export const page: RulePage = {
  why: {
    zh: '总体由几部分相加而成（进出口、一般公共预算收入、三次产业），其增速必在各部分增速的最小与最大之间。只写增速的句子也能这样核对。居民收入总体的水平必在城镇与农村之间。',
    en: 'Where a whole is the sum of its parts, its growth lies between the least and the greatest of theirs. This checks text that gives rates only. The income of all residents lies between the urban and the rural.',
  },
  setAside: {
    zh: '总体与部分的增速口径不同（人民币与美元、名义与实际、同口径）。',
    en: 'The rates are on different bases (yuan and dollars, nominal and real).',
  },
  examples: {
    wrong: { draft: '进出口总额增长5.0%，其中出口增长6.0%、进口增长5.5%。' },
    right: { draft: '进出口总额增长5.8%，其中出口增长6.0%、进口增长5.5%。' },
  },
};

export default claimsRule({
  id: 'between',
  title: { zh: '总体增速在各部分增速之外', en: 'The growth of a whole outside its parts’' },
  severity: 'warning',
  needs: 'text',
  everywhere: true,
  messages: {
    growth: {
      zh: '{name}增速{stated}：在各部分增速之外\n{parts}，总体应在{range}之间，见{place}\n请核总体和各部分的增速、口径',
      en: '{name}, growth {stated}: outside its parts’\n{parts}; the whole must lie in {range}: {place}\nCheck the rates and their basis',
    },
    level: {
      zh: '{name}{stated}：不在各部分的数之间\n{parts}，见{place}\n请核各数和口径',
      en: '{name} {stated}: not between its parts\n{parts}: {place}\nCheck the values and their scope',
    },
  },
  *check({ claims, index, document }) {
    for (const whole of claims) {
      const { claim } = whole;
      if (!claim.indicator?.relations.length || !isPlain(claim)) continue;
      for (const relation of claim.indicator.relations) {
        const kind = relation.type === 'sum' ? 'change' : relation.type === 'between' ? 'level' : undefined;
        if (claim.kind !== kind || (relation.type !== 'sum' && relation.type !== 'between')) continue;
        const parts = relation.parts.map((id) => {
          const named = index.ofSubject(whole.region, id).filter((other) => isAlike(other.claim, claim));
          if (named.length > 0 || kind === 'level') return named;
          // 三次产业增速分别为…: growth of an industry is that of its value added.
          const industry = /^(第.产业)增加值$/.exec(document.vocabulary.byId.get(id)?.name ?? '')?.[1];
          return industry ? index.named(whole.region, industry).filter((other) => isAlike(other.claim, claim)) : named;
        });
        const all = parts.flat();
        if (parts.some((list) => list.length === 0)) continue;
        const span: Interval = {
          low: Math.min(...all.map((part) => part.claim.interval.low)),
          high: Math.max(...all.map((part) => part.claim.interval.high)),
        };
        if (!liesBelow(claim.interval, span) && !liesBelow(span, claim.interval)) {
          yield { agree: [whole, ...all] };
          continue;
        }
        const shown = parts.map((list) => list[0] as IndexedClaim);
        yield {
          claim: whole,
          against: shown.map((part) => part.printed).join('/'),
          message: kind === 'change' ? 'growth' : 'level',
          values: {
            name: shortName(claim),
            stated: whole.printed,
            parts: shown.map((part) => `${shortName(part.claim)}${part.printed}`).join('、'),
            range: formatPercentRange(span, 2),
            place: describePlace((shown[0] as IndexedClaim).passage.passage),
          },
          related: shown.map((part) => relateClaim(part)),
        };
      }
    }
  },
});

const isPlain = (claim: Claim): boolean =>
  claim.status === 'actual' &&
  claim.period !== null &&
  claim.values.length === 1 &&
  claim.role === 'value' &&
  claim.bound === 'exact' &&
  !claim.comparison?.average &&
  !claim.comparison?.other &&
  !claim.comparison?.period;

const isAlike = (part: Claim, whole: Claim): boolean =>
  isPlain(part) &&
  part.kind === whole.kind &&
  part.dimension === whole.dimension &&
  part.action === whole.action &&
  samePeriod(part.period, whole.period) &&
  isAdjusted(part) === isAdjusted(whole);
