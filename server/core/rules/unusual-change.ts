import type { Claim } from '../claims/claim.ts';
import { isVague } from '../claims/subject.ts';
import { powerOff } from './magnitude.ts';
import { claimsRule, type RulePage } from './rule.ts';
import { askOffice, baseValues, format, periodName, shortName, yearEarlier } from './support.ts';

/** Beyond this share a change wants a word. */
const jump = 0.5;
/** The same of what the catalogue does not know, as a factor. */
const multiple = 2.5;
/** So many points a rate seldom moves in a year. */
const pointsJump = 12;
/** Counts below this jump by nature. */
const small = 100;
/** A reason in the sentence explains the number … */
const explained = /超额|因|受|由于|口径|调整|首次|新增|集中|一次性|基数/;
/** … and so does a rate or a comparison, in its own clause or the next. */
const compared = /增长|下降|减少|提高|翻|倍|同比|较上年|比上年/;

export const page: RulePage = {
  why: {
    zh: '常用指标一年之内增减一半以上，比率一年之内升降十二个百分点以上，都不多见。既没有写增速，也没有交代原因的，值得再看一眼：或是抄错了数，或是口径变了。',
    en: 'Headline indicators seldom move by more than half in a year, or rates by more than twelve points. Where the sentence gives neither rate nor reason, look again: a slip, or another scope.',
  },
  setAside: { zh: '确有大的增减。', en: 'It really changed as much.' },
  examples: {
    wrong: { base: '粮食总产量5.16万吨。', draft: '粮食总产量8.46万吨。' },
    right: { base: '粮食总产量5.16万吨，旅游总收入31亿元。', draft: '粮食总产量5.34万吨，旅游总收入62亿元、增长100%。' },
  },
};

export default claimsRule({
  id: 'unusual-change',
  title: { zh: '与上年相差过大而无说明', en: 'A jump without a rate or a reason' },
  severity: 'information',
  needs: 'base',
  messages: {
    jump: {
      zh: '{name}{stated}：与{when}相差{by}\n{when}为{base}，见{place}；文中没有增速，也没有说明\n{ask}数字；属实的可补一句原因',
      en: '{name} {stated}: {by} off the year before\nIt was {base}: {place}; the text gives neither rate nor reason\nCheck the number, or give the reason',
    },
  },
  *check(context) {
    const { text } = context.passage.passage;
    for (const entry of context.claims) {
      const { claim } = entry;
      const rate = isRate(claim);
      if (!rate && (claim.kind !== 'level' || isVague(claim))) continue;
      if (claim.status !== 'actual' || claim.period === null || claim.carried) continue;
      if (claim.role !== 'value' || claim.values.length > 1 || claim.part || claim.bound === 'under' || entry.claim.per !== '') continue;
      const bases = baseValues(context, entry, yearEarlier(claim.period)).filter((base) => base.claim.values.length === 1);
      const [base] = bases;
      if (!base) continue;
      const ratios = bases.map(
        (other) => ((claim.values[0] as number) * claim.factor) / ((other.claim.values[0] as number) * other.claim.factor),
      );
      const [ratio = 1] = ratios;
      const isCount = claim.factor === 1 && Math.min(claim.values[0] as number, base.claim.values[0] as number) < small;
      // A power of ten off is said by magnitude.
      const points = bases.map((other) => Math.abs((claim.values[0] as number) - (other.claim.values[0] as number)));
      if (!Number.isFinite(ratio) || ratios.some((other) => powerOff(other) !== 0)) continue;
      if (rate ? points.some((other) => other <= pointsJump) : isCount || ratios.some((other) => !leaps(claim, other))) continue;
      // 新增 in 城镇新增就业, or before what every year adds, is no reason.
      const own = [claim.name, claim.action].filter(Boolean);
      const without = (words: string): string => own.reduce((rest, word) => rest.replaceAll(word, ''), words);
      const [before, behind] = clausesAround(text, claim.start, claim.end);
      if (explained.test(without(before + behind)) || compared.test(without(before + nearest(behind)))) continue;
      yield {
        claim: entry,
        against: base.printed,
        message: 'jump',
        values: {
          name: shortName(claim),
          stated: entry.printed,
          when: periodName(base.claim.period, context.year),
          by: rate ? `${format(points[0] ?? 0)}个百分点` : `${format(Math.abs(ratio - 1) * 100, 0)}%`,
          base: base.printed,
          place: base.place,
          ask: askOffice(claim),
        },
        related: [base.related],
      };
    }
  },
});

/** Of what the catalogue does not know, and of what is added year by year, only a multiple is out of the ordinary. */
const leaps = ({ indicator, name, action }: Claim, ratio: number): boolean =>
  indicator && !/^(?:新|净增)/.test(action) ? Math.abs(ratio - 1) > jump : name.length >= 2 && Math.max(ratio, 1 / ratio) > multiple;

/** The part of the sentence between semicolons that holds a figure: before it, and behind. */
const clausesAround = (text: string, start: number, end: number): [string, string] => [
  (/[^;。]*$/.exec(text.slice(0, start))?.[0] ?? '').slice(-40),
  (/^[^;。]*/.exec(text.slice(end))?.[0] ?? '').slice(0, 40),
];

/** 新增学位3.3万个，覆盖率91%，毛入学率提高到94%: what rose is another thing, unless a list shares its rates. */
const nearest = (behind: string): string => (/分别|均|都|各/.test(behind) ? behind : (/^[^,、]*[,、]?[^,、]*/.exec(behind)?.[0] ?? ''));

/** 森林覆盖率, 参保率: how a rate stands, by its name; not what was done of a plan. */
const isRate = ({ kind, unit, name, indicator, whole }: Claim): boolean =>
  kind === 'ratio' &&
  unit === '%' &&
  whole === '' &&
  (indicator ? indicator.kind === 'ratio' : /(?<!完成|开工|兑现|增长|利用)率$/.test(name));
