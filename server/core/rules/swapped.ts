import type { IndexedClaim } from '../claims/claim-index.ts';
import { isVague } from '../claims/subject.ts';
import { claimsRule, type RulePage } from './rule.ts';
import { type Base, baseValues, isAbout, shortName, yearEarlier } from './support.ts';

/** Exchanged, two amounts of money or things fit last year's within this factor each … */
const fits = 1.5;
/** … and as printed their ratio is off by more than this one: one leaps while the other falls. */
const misfits = 1.5;
/** The same of two rates, in points. */
const ratesFit = 2.5;
const ratesMisfit = 4;
/** Exchanged, the two moved as nearly alike as this share of how far apart they moved as printed. */
const mirrored = 0.2;

export const page: RulePage = {
  why: {
    zh: '并列写两个指标时容易把数填反。照印出的数一个骤增、一个反降，互换之后两个都与上年相近、增减也相仿，多半是填反了。',
    en: 'Figures of two indicators side by side are easily exchanged: as printed one leaps and the other falls; exchanged, both are near last year and moved alike.',
  },
  setAside: { zh: '两项指标确有大的此消彼长。', en: 'One really grew as much as the other fell.' },
  examples: {
    wrong: { base: '全年出口702亿元、进口427亿元。', draft: '全年出口436亿元、进口735亿元。' },
    right: { base: '全年出口702亿元、进口427亿元。', draft: '全年出口735亿元、进口436亿元。' },
  },
};

export default claimsRule({
  id: 'swapped',
  title: { zh: '相邻两数疑对调', en: 'Two neighbouring figures seem exchanged' },
  severity: 'warning',
  needs: 'base',
  supersedes: ['unusual-change', 'magnitude', 'cumulative-drop'],
  messages: {
    swapped: {
      zh: '{name}{stated}：与相邻一数疑对调\n{otherName}{other}；上年分别为{base}、{otherBase}，互换后才相近，见{place}\n请核两数的位置',
      en: '{name} {stated}, {otherName} {other}: seem exchanged\nLast year {base} and {otherBase}; exchanged they would fit: {place}\nCheck which number belongs where',
    },
    fix: { zh: '两数互换', en: 'Exchange the two figures' },
  },
  *check(context) {
    const levels = context.claims.filter(isCandidate);
    for (let i = 1; i < levels.length; i++) {
      const a = levels[i - 1] as IndexedClaim;
      const b = levels[i] as IndexedClaim;
      if (a.claim.dimension !== b.claim.dimension || a.region !== b.region || isAbout(a.claim, b.claim) || b.order - a.order > 2) continue;
      const baseA = lastYear(context, a);
      const baseB = lastYear(context, b);
      if (!baseA || !baseB || !isExchanged(a, b, baseA, baseB)) continue;
      yield {
        claim: a,
        against: `${b.printed}/${baseA.printed}/${baseB.printed}`,
        message: 'swapped',
        severity: baseA.certain && baseB.certain ? 'error' : undefined,
        values: {
          name: shortName(a.claim),
          stated: a.printed,
          otherName: shortName(b.claim),
          other: b.printed,
          base: baseA.printed,
          otherBase: baseB.printed,
          place: baseA.place,
        },
        related: [baseA.related, baseB.related, { message: `${shortName(b.claim)}${b.printed}`, range: { start: b.start, end: b.end } }],
        fix: {
          title: 'fix',
          values: {},
          edits: [
            { start: a.start, end: a.end, newText: b.printed },
            { start: b.start, end: b.end, newText: a.printed },
          ],
        },
      };
    }
  },
});

const isCandidate = (entry: IndexedClaim): boolean => {
  const { claim } = entry;
  return (
    (claim.kind === 'level' || (claim.kind === 'ratio' && claim.unit === '%')) &&
    claim.status !== 'target' &&
    claim.role === 'value' &&
    claim.values.length === 1 &&
    claim.period !== null &&
    (claim.values[0] as number) > 0 &&
    !isVague(claim) &&
    entry.claim.per === ''
  );
};

const lastYear = (context: Parameters<typeof baseValues>[0], entry: IndexedClaim): Base | undefined =>
  entry.claim.period
    ? baseValues(context, entry, yearEarlier(entry.claim.period)).find(({ claim }) => claim.values.length === 1)
    : undefined;

const amountOf = ({ claim }: { claim: IndexedClaim['claim'] }): number => (claim.values[0] as number) * claim.factor;

/** Each is near the other's last year, and they lie as far apart as those did, the other way round. */
const isExchanged = (a: IndexedClaim, b: IndexedClaim, baseA: Base, baseB: Base): boolean => {
  const isRate = a.claim.kind === 'ratio';
  const [hereA, hereB, thereA, thereB] = [a, b, baseA, baseB].map((each) => (isRate ? amountOf(each) : Math.log(amountOf(each))));
  if (hereA === undefined || hereB === undefined || thereA === undefined || thereB === undefined) return false;
  const [near, far] = isRate ? [ratesFit, ratesMisfit] : [Math.log(fits), Math.log(misfits)];
  const apart = Math.abs(hereB - hereA - (thereB - thereA));
  const exchangedApart = Math.abs(hereA - hereB - (thereB - thereA));
  return Math.abs(hereB - thereA) < near && Math.abs(hereA - thereB) < near && apart > far && exchangedApart < mirrored * apart;
};
