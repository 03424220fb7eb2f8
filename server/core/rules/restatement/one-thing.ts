import type { Claim } from '../../claims/claim.ts';
import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { aspectKey, isVague, speakOfSame } from '../../claims/subject.ts';
import { between, numberComesFirst, wordsBefore } from '../support.ts';

/** Whether a mention elsewhere could contradict this one. */
export const contradictable = (entry: IndexedClaim): boolean => isComparable(entry.claim) && !tellsOfMore(entry) && !isBehindGround(entry);

/** Claims that state a value of their own of something well enough named. */
export const isComparable = (claim: Claim): boolean =>
  claim.role !== 'difference' &&
  claim.kind !== 'threshold' &&
  claim.kind !== 'point_change' &&
  !claim.part &&
  claim.period !== null &&
  (claim.indicator !== undefined || (!claim.carried && claim.name.length >= 4 && !isVague(claim) && !stageOnly.test(claim.name))) &&
  // 增长5%, 力争6%: two ends of one plan.
  !claim.comparison?.other;

const ground = /(?:去年|上年)[^,;。]*\d[^,;。]*的[^,;。\d]{1,8},[^;。]*$/;

/** 抓住去年…接近4500万吨的有利势头，吞吐量达到4800万吨: in a plan what the year just past reached is but the ground for it. */
const isBehindGround = ({ claim, passage: { passage } }: IndexedClaim): boolean =>
  passage.setting.status === 'target' && claim.status === 'actual' && ground.test(passage.text.slice(0, claim.start));

/** The same thing of the same time, as far as the words tell. */
export const speakOfOneThing = (a: IndexedClaim, b: IndexedClaim): boolean =>
  samePeriod(a.claim.period, b.claim.period) &&
  (a.claim.status === b.claim.status || isSettled(a, b)) &&
  speakOfSame(a.claim, b.claim) &&
  propertyOf(a.claim) === propertyOf(b.claim) &&
  !tellsOfMore(a) &&
  // Rows of a table are tasks of different offices.
  !(a.passage.passage.cell && b.passage.passage.cell) &&
  // What was added or approved, against what there is.
  !(a.claim.indicator?.kind === 'stock' && numberComesFirst(a) !== numberComesFirst(b)) &&
  // “专精特新”企业 of one industry, 专精特新中小企业 of all.
  !(a.claim.name !== b.claim.name && areFarApart(a.claim, b.claim)) &&
  // Within one sentence two values are two things (确保5%、力争6%; 分别…).
  (a.passage !== b.passage || isConverted(a, b));

/** 增长12.6% here and 下降12.6% there are of one property, whichever way it went. */
const propertyOf = (claim: Claim): string => (claim.kind === 'change' && claim.aspect === '增长' ? '' : aspectKey(claim));

/** 初步核算，全年…313.5亿元, and in the part on five years the same again: a first account is as good as a result. */
const isSettled = (a: IndexedClaim, b: IndexedClaim): boolean =>
  [a, b].every(
    ({ claim, passage }) =>
      (claim.status === 'actual' || (claim.status === 'estimate' && /^(?:经)?初步核算/.test(passage.passage.text))) &&
      !/修订|核实|核定|调整|更正/.test(passage.passage.text.slice(0, claim.end + 8)),
  ) &&
  a.passage !== b.passage &&
  (a.claim.kind === 'level' || a.claim.kind === 'change');

/** 24.12万吨，折合4.82亿斤 */
const isConverted = (a: IndexedClaim, b: IndexedClaim): boolean => /^[,(](?:折合|约合|折|合)(?:人民币)?约?$/.test(between(a, b));

const linkWords = /折合|约合|总量|规模|总额|总数|数量|全年|全县|累计|达到?|突破|实现|完成|首次|约|近|超过?|为|的|了/g;

/** …200万亩，完成置换60万亩: a level that names nothing itself, behind words of its own, is of something else. */
export const tellsOfMore = (entry: IndexedClaim): boolean =>
  entry.claim.carried && entry.claim.role !== 'to' && entry.claim.kind === 'level' && wordsBefore(entry).replace(linkWords, '').length >= 2;

/** 开工项目 here and 开工项目 there: of one plot of land, of the whole region. */
const stageOnly = /^(?:新?开工|竣工|新?签约|落地|投产|在建|续建|新建|储备)项目$/;

/** No slip of the pen makes ten times of a value: under names that differ a little it is of something else. */
export const areFarApart = (a: Claim, b: Claim): boolean => {
  const ratio = ((a.values[0] as number) * a.factor) / ((b.values[0] as number) * b.factor);
  return Math.max(ratio, 1 / ratio) > 10;
};
