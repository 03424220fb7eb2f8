import type { Baseline } from './baseline/baseline.ts';
import { type Evidence, evidenceOf } from './baseline/evidence.ts';
import type { CheckResult } from './check.ts';
import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { mostCharacters, type PolicyDocument } from './document.ts';
import { type Finding, isSerious } from './finding.ts';
import { touchingIn } from './ranges.ts';
import type { Language } from './rules/run.ts';

/** How many of a document's figures could be held against something, and what came of it. */
export interface Coverage {
  /** Characters without white space. */
  characters: number;
  /** Figures, without thresholds. */
  figures: number;
  /** Claims held against at least one fact. */
  compared: number;
  agree: number;
  /** Claims under a finding of error or warning. */
  conflict: number;
  /** Price basis, scope or period forbids the comparison, or it could not have failed. */
  notComparable: number;
  /** Nothing to hold them against: a person must check these. */
  withoutEvidence: number;
}

/** What came of one figure. */
export type Standing = 'agree' | 'conflict' | 'notComparable' | 'withoutEvidence';

/** What came of each figure of a document, thresholds left out, in reading order. */
export const standingsOf = (
  index: ClaimIndex,
  baseline: Baseline,
  findings: readonly Finding[],
  agreed: ReadonlySet<IndexedClaim>,
  setAside: readonly Finding[],
): Map<IndexedClaim, { standing: Standing; compared: boolean }> => {
  const [serious, settled] = [findings, setAside].map((list) => touchingIn(list.filter(isSerious), ({ range }) => range));
  const isUnder = (list: typeof serious, { start, end }: IndexedClaim): boolean => (list?.({ start, end }).length ?? 0) > 0;
  const standingOf = (entry: IndexedClaim, { verdict }: Evidence): Standing => {
    if (isUnder(serious, entry)) return 'conflict';
    if (verdict === 'agree' || agreed.has(entry)) return 'agree';
    // It was held against something, and a person said why the two need not agree.
    return verdict === 'none' && !isUnder(settled, entry) ? 'withoutEvidence' : 'notComparable';
  };
  return new Map(
    index.claims
      .filter(({ claim }) => claim.kind !== 'threshold')
      .map((entry) => {
        const evidence = evidenceOf(entry, baseline);
        return [entry, { standing: standingOf(entry, evidence), compared: evidence.facts.length > 0 }];
      }),
  );
};

export const coverageOf = (document: PolicyDocument, standings: CheckResult['standings']): Coverage => {
  const coverage: Coverage = {
    characters: document.text.replace(/\s/g, '').length,
    figures: standings.size,
    compared: 0,
    agree: 0,
    conflict: 0,
    notComparable: 0,
    withoutEvidence: 0,
  };
  for (const { standing, compared } of standings.values()) {
    coverage[standing]++;
    if (compared) coverage.compared++;
  }
  return coverage;
};

/** `348个数据：一致152 · 请核11 · 不可比23 · 无依据162` */
export const coverageLine = ({ figures, agree, conflict, notComparable, withoutEvidence }: Coverage, language: Language = 'zh'): string =>
  language === 'en'
    ? `${figures} figures: ${agree} agree · ${conflict} to check · ${notComparable} not comparable · ${withoutEvidence} no evidence`
    : `${figures}个数据：一致${agree} · 请核${conflict} · 不可比${notComparable} · 无依据${withoutEvidence}`;

interface Texts {
  cut: string;
  late(title: string): string;
  noRegion: string;
  noPapers(region: string, hasSheets: boolean): string;
  noYear: string;
}

const texts: Record<Language, Texts> = {
  zh: {
    cut: `超过${mostCharacters / 10_000}万字，只核对到这里，其余请另成一份再核`,
    late: (title) => `《${title}》与本稿同年或更晚，未作基期`,
    noRegion: '看不出是哪个地区的文稿：请在 heshu.json 里写明 region（命令行用 --region），目前只作文内核对',
    noPapers: (region, hasSheets) =>
      `没有${region}的基期材料，只${hasSheets ? '与数据表和文稿自身核对' : '作文内核对'}：请把上年报告放进文稿旁边的“基期”文件夹，或在 heshu.json 里用 baseline 指明`,
    noYear: '看不出是哪一年的文稿：请在标题里写明年份，或在 heshu.json 里写明 year（命令行用 --year）',
  },
  en: {
    cut: `Longer than ${mostCharacters / 1_000_000} million characters: checked up to there; check the rest as a file of its own`,
    late: (title) => `《${title}》 is of the draft’s own year or later and is no baseline for it`,
    noRegion: 'The draft does not say of which region it is: give “region” in heshu.json; it is checked against itself only',
    noPapers: (region, hasSheets) =>
      `No earlier papers of ${region}: the draft is checked against ${hasSheets ? 'the data sheets and ' : ''}itself only. Put last year’s report in a folder “baseline” beside it, or name the folder in heshu.json`,
    noYear: 'The draft does not say of which year it is: write it in the title, or give “year” in heshu.json',
  },
};

/** What the check could not do, one line each: a text that is too long, no baseline for the region, no year, reports left out. */
export const outsideLine = (
  { document, baseline, leftOut }: Pick<CheckResult, 'document' | 'baseline' | 'leftOut'>,
  language: Language = 'zh',
): string[] => {
  const { region, year } = document.outline;
  const { cut, late, noRegion, noPapers, noYear } = texts[language];
  const lines = leftOut.map(({ title }) => late(title));
  if (document.isCut) lines.unshift(cut);
  if (region === null) lines.push(noRegion);
  else if (baseline.knows(region) !== 'papers') lines.push(noPapers(region, baseline.knows(region) === 'sheets'));
  if (year === null) lines.push(noYear);
  return lines;
};
