import type { Claim } from '../claims/claim.ts';
import { actionClass, isAdjusted, isVague, normalizeName, subjectKey, wholeKey } from '../claims/subject.ts';
import { greatest } from '../lists.ts';
import { likeness, readName } from './name.ts';

/** Below this two names are of two things. */
const enough = 0.62;
/** Below this an open name is not one of the catalogue's, whose names are well known. */
const enoughForCatalogue = 0.88;

/** The candidates that speak of what `claim` does: all sure ones, else those of the one likeliest name, if it is one. */
export const matchesAmong = <Candidate extends { claim: Claim }>(
  claim: Claim,
  candidates: readonly Candidate[],
): { matches: Candidate[]; sure: boolean } => {
  const scored = candidates.map((candidate) => ({ candidate, score: matchScore(claim, candidate.claim) })).filter(({ score }) => score > 0);
  const sure = scored.filter(({ score }) => score === 1);
  if (sure.length > 0) return { matches: sure.map(({ candidate }) => candidate), sure: true };
  const best = greatest(scored.map(({ score }) => score));
  const likeliest = scored.filter(({ score }) => score === best).map(({ candidate }) => candidate);
  const names = new Set(likeliest.map(({ claim: other }) => subjectKey(other)));
  return { matches: names.size === 1 ? likeliest : [], sure: false };
};

/** How sure it is that two claims measure the same thing, whatever their time, status and value; 0 to 1, 1 being sure. */
export const matchScore = (a: Claim, b: Claim): number => {
  if (a.kind !== b.kind || !sameMeasure(a, b)) return 0;
  if (isShareOf(a, b) || isShareOf(b, a)) return 1;
  if (!sameWhole(a, b)) return 0;
  if (a.name === '' || b.name === '') return 0;
  if (a.indicator && b.indicator && a.indicator !== b.indicator) return 0;
  if ((isTotal(a) && isIncrement(b)) || (isTotal(b) && isIncrement(a))) return 0;
  // 居民收入增长, 实际增长: of value added growth always is real.
  if (a.kind === 'change' && isAdjusted(a) !== isAdjusted(b)) return 0;
  // 开工项目, 项目开工: the doing may stand in the name or before it.
  if (composed(a) === composed(b) && composed(a).length >= 4) return 1;
  const [first, second] = isSameStock(a, b) ? ['', ''] : [actionClass(a), actionClass(b)];
  // 签约亿元以上项目30个，其中10亿元以上项目2个: a part is counted as its whole is, which need not be said.
  if (a.part && b.part && (first === '' || second === '')) return nameScore(a, b);
  if (a.indicator && a.indicator === b.indicator) {
    // 高新技术企业1200家 is how many there are, 新增高新技术企业90家 how many more.
    const isStock = a.indicator.kind === 'stock' && (first === '') !== (second === '');
    return isStock && [first, second].includes('new') ? 0 : countScore(first, second);
  }
  // Of a rank its scope and the words behind the name say enough.
  if (a.kind !== 'rank' && (isVague(a) || isVague(b))) return 0;
  return Math.min(countScore(first, second), nameScore(a, b));
};

const nameScore = (a: Claim, b: Claim): number => {
  const [first, second] = [readName(a.name), readName(b.name)];
  const levelsFit = first.level === second.level || first.level === '' || second.level === '';
  if (first.threshold !== second.threshold || first.grade !== second.grade || first.scope !== second.scope || !levelsFit) return 0;
  if (first.level === second.level && (subjectKey(a) === subjectKey(b) || (first.core === second.core && first.core.length >= 3))) return 1;
  // 综保区排名, 综保区绩效评估: of one territory and among the same ones.
  const [short, long] = [first.core, second.core].sort((x, y) => x.length - y.length) as [string, string];
  if (a.kind === 'rank' && short.length >= 3 && long.startsWith(short)) return 0.8;
  const score = likeness(first, second);
  if ((a.indicator || b.indicator) && score < enoughForCatalogue) return 0;
  // A short noun is like many.
  if (score < enough || Math.min(first.noun.length, second.noun.length) < 3) return 0;
  return Math.min(0.99, first.level === second.level ? score : score * 0.95);
};

/** 5G基站累计建成812个, 5G基站总数936个: how many there are. */
const isSameStock = (a: Claim, b: Claim): boolean =>
  (saysAll(a) || saysAll(b)) && [a, b].every((claim) => /^(?:total)?$/.test(actionClass(claim)));
const saysAll = ({ aspect, name }: Claim): boolean =>
  /^(?:总数|总量|数量)$/.test(aspect) || /(?:总数|总量|总面积|总里程|保有量|拥有量)$/.test(name);

const isTotal = ({ action, name }: Claim): boolean => /累计|总数|保有/.test(action + name);
const isIncrement = ({ action, name }: Claim): boolean =>
  !/^累计/.test(action) && /新增|新建|净增|新认定|新引|新设|新开/.test(action + name);

const counting = /新增|净增|累计/;
const composed = ({ action, name }: Claim): string => {
  const whole = `${action}${name}`;
  return `${counting.exec(whole)?.[0] ?? ''}${normalizeName(whole)}`;
};

const sameMeasure = (a: Claim, b: Claim): boolean =>
  a.dimension === b.dimension &&
  (a.kind !== 'level' || a.dimension !== 'count' || countUnit(a.unit) === countUnit(b.unit)) &&
  (a.comparison?.other ?? false) === (b.comparison?.other ?? false) &&
  (a.comparison?.average ?? false) === (b.comparison?.average ?? false);

const sameWhole = (a: Claim, b: Claim): boolean =>
  (a.kind === 'streak' || wholeKey(a) === wholeKey(b)) && (a.kind !== 'rank' || a.scope === b.scope) && isOfShare(a) === isOfShare(b);

/** 服务业增加值占GDP比重 as an indicator of its own, and 服务业增加值占GDP的35.1%. */
const isShareOf = ({ indicator }: Claim, part: Claim): boolean =>
  indicator?.relations.some(
    (relation) =>
      relation.type === 'quotient' &&
      relation.factor === 100 &&
      relation.of === part.indicator?.id &&
      (part.wholeIndicator ? relation.by === part.wholeIndicator.id : part.whole === '' && isOfShare(part)),
  ) ?? false;

const isOfShare = ({ kind, aspect }: Claim): boolean => kind === 'point_change' && /比重|占比/.test(aspect);

/** 家 and 个 count alike, 次 and 条 do not. */
const countUnit = (unit: string): string => unit.replace(/^[十百千万亿]+/, '').replace(/^(?:家|个|所|处|座|项|件|名|位)$/, '个');

/** Stages and kinds of counting that are never each other. */
const distinct = /^(?:signed|landed|started|continued|transferred|purchased|requisitioned|net|resolved|received|demolished|total)$/;

/** 打造 and 建成 are two ends of one doing, other verbs say nothing of how things are counted; neither is certain. */
const countScore = (a: string, b: string): number => {
  if (a === b) return 1;
  const fits = (!distinct.test(a) && !distinct.test(b)) || (a === '' && b === 'total') || (a === 'total' && b === '');
  return fits ? 0.95 : 0;
};
