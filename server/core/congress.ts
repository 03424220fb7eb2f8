import { againstTables, type TabledFigure } from './against-tables.ts';
import { type CheckResult, resultOf } from './check.ts';
import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { subjectKey } from './claims/subject.ts';
import type { PolicyDocument } from './document.ts';
import { overlap } from './figures/interval.ts';
import { type Finding, inReadingOrder, type Severity } from './finding.ts';
import { identityOf, wordsOf } from './identity.ts';
import { describePlace } from './outline/place.ts';
import { figuresOfTables, type TableFile } from './own-tables.ts';
import { applySetAside, decisionsOn, draftIdentity, type Reviewed } from './reviewed.ts';
import { contradictable, speakOfOneThing } from './rules/restatement.ts';
import type { Language } from './rules/run.ts';
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
}

/**
 * The checks of papers, in their order, with a finding more wherever another paper, or a table of another paper or of a
 * file of tables, gives the same thing another value.
 */
export const acrossPapers = (papers: readonly Paper[], files: readonly TableFile[] = []): CheckResult[] => {
  const beside = papers.map((paper) => papers.filter((other) => areOfOneCongress(paper, other)));
  const tabled = new Map<Paper, TabledFigure[]>();
  for (const paper of new Set(beside.flat())) tabled.set(paper, tablesOf(paper));
  return papers.map((paper, i) => {
    const { check, severity } = paper;
    if (severity === 'off') return check;
    const { language } = check.rulesResult.terms;
    const others = beside[i] as Paper[];
    const found = findingsOf(paper, severity, others, language);
    const tables = [...others.flatMap((other) => tabled.get(other) ?? []), ...files.flatMap((file) => tablesOfFile(file, check.document))];
    const known = [...check.findings, ...check.setAside.map(({ finding }) => finding), ...found];
    const { index } = check;
    const { year } = check.document.outline;
    const { findings, agreed } = againstTables({ index, year, severity, language }, tables, known);
    return extend(paper, [...found, ...findings], agreed);
  });
};

const titleOf = ({ name, check }: Paper): string => `《${check.document.outline.title ?? name}》`;

const tablesOf = (paper: Paper): TabledFigure[] => {
  const { document, tables } = paper.check;
  const lines = new LineTable(document.text);
  return figuresOfTables(tables).map((figure) => ({
    figure,
    holder: titleOf(paper),
    isFile: false,
    at: () => ({ elsewhere: { paper: paper.name, ...lines.span(figure) } }),
  }));
};

/** A table that names no region is of the papers' beside it. */
const tablesOfFile = (file: TableFile, { outline, vocabulary }: PolicyDocument): TabledFigure[] =>
  file.figuresFor({ region: outline.region, year: outline.year }, vocabulary).map((figure) => {
    const row = Number(/第(\d+)行$/.exec(figure.place)?.[1] ?? 1);
    const at = { paper: file.name, line: row, column: 1, endLine: row, endColumn: 1 };
    return { figure, holder: file.called, isFile: true, at: () => ({ elsewhere: at }) };
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

const findingsOf = ({ check }: Paper, severity: Severity, others: readonly Paper[], language: Language): Finding[] => {
  if (others.length === 0) return [];
  const lines = new Map(others.map((other) => [other, new LineTable(other.check.document.text)]));
  return check.index.claims.flatMap((entry) => {
    if (!contradictable(entry)) return [];
    return others.flatMap((other) => {
      const against = contradictionIn(entry, other.check.index);
      return against ? [findingOf(entry, against, other, lines.get(other) as LineTable, severity, language, check)] : [];
    });
  });
};

/** The first mention elsewhere, where none of them can be meant. */
const contradictionIn = (entry: IndexedClaim, index: ClaimIndex): IndexedClaim | undefined => {
  const mentions = index
    .ofSubject(entry.region, subjectKey(entry.claim))
    .filter((other) => contradictable(other) && speakOfOneThing(other, entry));
  return mentions.some(({ claim }) => overlap(claim.interval, entry.claim.interval)) ? undefined : mentions[0];
};

const texts: Record<
  Language,
  (values: { when: string; name: string; stated: string; other: string; title: string; place: string }) => string[]
> = {
  zh: ({ when, name, stated, other, title, place }) => [
    `${when}${name}${stated}：与另一份材料${other}不一致`,
    `${title}${place}写的是${other}，同一指标、同一时期`,
    '请核以何者为准；若口径不同，请写明',
  ],
  en: ({ name, stated, other, title, place }) => [
    `${name} ${stated}: ${other} in another paper`,
    `${title} ${place} says ${other} for the same indicator and period`,
    'Check which holds; if the scope differs, say so',
  ],
};

const findingOf = (
  entry: IndexedClaim,
  against: IndexedClaim,
  other: Paper,
  lines: LineTable,
  severity: Severity,
  language: Language,
  { document }: CheckResult,
): Finding => {
  const { claim, passage, printed, start, end } = entry;
  const title = other.check.document.outline.title ?? other.name;
  const place = describePlace(against.passage.passage);
  return {
    key: hash(['across', title, identityOf(entry), printed, against.printed, wordsOf(passage.passage.text, passage.claims)].join('|')),
    rule: 'restatement',
    severity,
    range: { start, end },
    message: texts[language]({
      when: periodName(claim.period, document.outline.year),
      name: shortName(claim),
      stated: printed,
      other: against.printed,
      title: titleOf(other),
      place,
    }).join('\n'),
    related: [
      {
        message: `${titleOf(other)}${place}：${against.claim.name}${against.printed}`,
        elsewhere: { paper: other.name, ...lines.span(against) },
      },
    ],
  };
};

/** Of a draft that was held against the same before, what it did not say then. */
const extend = ({ check, reviewed }: Paper, found: readonly Finding[], agreed: readonly IndexedClaim[]): CheckResult => {
  const known = new Set([...check.findings, ...check.setAside.map(({ finding }) => finding)].map(({ key }) => key));
  const news = found.filter(({ key }) => !known.has(key));
  if (news.length === 0 && agreed.length === 0) return check;
  const { open, setAside } = applySetAside(news, decisionsOn(reviewed, draftIdentity(check.document)));
  return resultOf({
    ...parts(check),
    findings: [...check.findings, ...open].sort(inReadingOrder),
    setAside: [...check.setAside, ...setAside],
    tabled: [...check.tabled, ...agreed],
  });
};

/** Without what is only worked out when asked for. */
const parts = ({ document, index, baseline, leftOut, rulesResult, tables }: CheckResult) => ({
  document,
  index,
  baseline,
  leftOut,
  rulesResult,
  tables,
});
