import type { CheckResult } from './check.ts';
import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { samePeriod } from './claims/period.ts';
import { aspectKey, speakOfSame, subjectKey } from './claims/subject.ts';
import { coverageOf } from './coverage.ts';
import { overlap } from './figures/interval.ts';
import { type Finding, inReadingOrder, isSerious, type Severity, touches } from './finding.ts';
import { identityOf, wordsOf } from './identity.ts';
import { describePlace } from './outline/place.ts';
import type { TableFigure } from './own-tables.ts';
import { applySetAside, decisionsOn, draftIdentity, type Reviewed } from './reviewed.ts';
import { contradictable, speakOfOneThing, timesApart } from './rules/restatement.ts';
import { periodName, shortName } from './rules/support.ts';
import { hash } from './text/hash.ts';
import { LineTable } from './text/lines.ts';

/** One of several papers that are laid before one congress: work report, plan report, budget report. */
export interface Paper {
  /** Its file, as the caller names it. */
  name: string;
  check: CheckResult;
  /** Of the rule `restatement`, which this carries on from paper to paper. */
  severity: Severity | 'off';
  /** What reviewers set aside. */
  reviewed?: Reviewed | undefined;
  /** What its own tables state. */
  tables: readonly TableFigure[];
}

/**
 * The checks of papers, in their order, with a finding more wherever another paper, or a table of a paper (附表, its own as
 * well), gives the same thing another value.
 */
export const acrossPapers = (papers: readonly Paper[]): CheckResult[] =>
  papers.map((paper) => {
    const { severity } = paper;
    if (severity === 'off') return paper.check;
    const others = papers.filter((other) => areOfOneCongress(paper, other));
    const found = findingsOf(paper, severity, others);
    return extend(paper, [...found, ...findingsByTables(paper, severity, [paper, ...others], found)]);
  });

/** Of one region and year under different titles: two versions of one paper are no two papers. */
const areOfOneCongress = ({ check: a }: Paper, { check: b }: Paper): boolean => {
  const [first, second] = [a.document.outline, b.document.outline];
  return (
    first.region !== null &&
    first.year !== null &&
    first.region === second.region &&
    first.year === second.year &&
    first.title !== null &&
    second.title !== null &&
    first.title !== second.title
  );
};

const findingsOf = ({ check }: Paper, severity: Severity, others: readonly Paper[]): Finding[] =>
  check.index.claims.flatMap((entry) => {
    if (!contradictable(entry)) return [];
    return others.flatMap((other) => {
      const against = contradictionIn(entry, other.check.index);
      return against ? [findingOf(entry, against, other, severity, check)] : [];
    });
  });

/** The first mention elsewhere, where none of them can be meant. */
const contradictionIn = (entry: IndexedClaim, index: ClaimIndex): IndexedClaim | undefined => {
  const mentions = index
    .ofSubject(entry.region, subjectKey(entry.claim))
    .filter((other) => contradictable(other) && speakOfOneThing(other, entry));
  return mentions.some(({ claim }) => overlap(claim.interval, entry.claim.interval)) ? undefined : mentions[0];
};

const findingOf = (entry: IndexedClaim, against: IndexedClaim, other: Paper, severity: Severity, { document }: CheckResult): Finding => {
  const { claim, passage, printed, start, end } = entry;
  const title = other.check.document.outline.title ?? other.name;
  const place = describePlace(against.passage.passage);
  const lines = new LineTable(other.check.document.text);
  return {
    key: hash(['across', title, identityOf(entry), printed, against.printed, wordsOf(passage.passage.text, passage.claims)].join('|')),
    rule: 'restatement',
    severity,
    range: { start, end },
    message: [
      `${periodName(claim.period, document.outline.year)}${shortName(claim)}${printed}：与另一份材料${against.printed}不一致`,
      `《${title}》${place}写的是${against.printed}，同一指标、同一时期`,
      '请核以何者为准；若口径不同，请写明',
    ].join('\n'),
    related: [
      {
        message: `《${title}》${place}：${against.claim.name}${against.printed}`,
        elsewhere: { paper: other.name, ...lines.span(against) },
      },
    ],
  };
};

/** What tables contradict, of figures that no other finding of the kind speaks of. */
const findingsByTables = (paper: Paper, severity: Severity, holders: readonly Paper[], found: readonly Finding[]): Finding[] => {
  const figures = holders.flatMap((holder) => holder.tables.map((figure) => ({ figure, holder })));
  if (figures.length === 0) return [];
  const bySubject = new Map<string, typeof figures>();
  for (const item of figures) {
    const key = `${item.figure.region}|${subjectKey(item.figure.claim)}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), item]);
  }
  const known = [...paper.check.findings, ...paper.check.setAside.map(({ finding }) => finding), ...found].filter(
    ({ rule }) => rule === 'restatement',
  );
  return paper.check.index.claims.flatMap((entry) => {
    const { claim } = entry;
    if (entry.passage.passage.cell || !contradictable(entry) || known.some(({ range }) => touches(range, entry))) return [];
    const same = (bySubject.get(`${entry.region}|${subjectKey(claim)}`) ?? []).filter(({ figure }) => statesTheSame(figure, entry));
    const [against] = same;
    if (!against || same.some(({ figure }) => overlap(figure.claim.interval, claim.interval))) return [];
    return [findingByTable(entry, against.figure, against.holder, paper, severity)];
  });
};

/** The same thing of the same time, as far as a cell's head and the words around a figure tell. */
const statesTheSame = ({ claim: a }: TableFigure, { claim: b }: IndexedClaim): boolean =>
  samePeriod(a.period, b.period) &&
  (a.status === 'target') === (b.status === 'target') &&
  a.kind === b.kind &&
  a.part === b.part &&
  speakOfSame(a, b) &&
  aspectKey(a) === aspectKey(b) &&
  !(a.name !== b.name && timesApart(a, b) > 10);

const findingByTable = (entry: IndexedClaim, figure: TableFigure, holder: Paper, paper: Paper, severity: Severity): Finding => {
  const { claim, passage, printed, start, end } = entry;
  const isOwn = holder === paper;
  const title = isOwn ? '' : `《${holder.check.document.outline.title ?? holder.name}》`;
  const place = `${title}附表${figure.place}`;
  const message = `${place}：${figure.claim.name}${figure.printed}`;
  return {
    key: hash(['table', title, identityOf(entry), printed, figure.printed, wordsOf(passage.passage.text, passage.claims)].join('|')),
    rule: 'restatement',
    severity,
    range: { start, end },
    message: [
      `${periodName(claim.period, paper.check.document.outline.year)}${shortName(claim)}${printed}：与附表${figure.printed}不一致`,
      `${place}写的是${figure.printed}，同一指标、同一时期`,
      '请核以何者为准；若口径不同，请写明',
    ].join('\n'),
    related: [
      isOwn
        ? { message, range: { start: figure.start, end: figure.end } }
        : { message, elsewhere: { paper: holder.name, ...new LineTable(holder.check.document.text).span(figure) } },
    ],
  };
};

const extend = ({ check, reviewed }: Paper, found: readonly Finding[]): CheckResult => {
  if (found.length === 0) return check;
  const { open: more, setAside } = applySetAside(found, decisionsOn(reviewed, draftIdentity(check.document)));
  const serious = more.filter(isSerious);
  const standings = new Map(
    [...check.standings].map(([entry, known]) =>
      serious.some(({ range }) => touches(range, entry)) ? [entry, { ...known, standing: 'conflict' as const }] : [entry, known],
    ),
  );
  const findings = [...check.findings, ...more].sort(inReadingOrder);
  return { ...check, findings, setAside: [...check.setAside, ...setAside], standings, coverage: coverageOf(check.document, standings) };
};
