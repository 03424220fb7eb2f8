import { type CheckResult, resultOf } from './check.ts';
import type { IndexedClaim } from './claims/claim-index.ts';
import type { PolicyDocument } from './document.ts';
import { type Finding, inReadingOrder, type Severity } from './finding.ts';
import { figuresOfTables, type TableFile } from './own-tables.ts';
import { applySetAside, decisionsOn, draftIdentity, type Reviewed } from './reviewed.ts';
import { againstPapers, type OtherPaper } from './rules/restatement/papers.ts';
import { againstTables, type TabledFigure } from './rules/restatement/tables.ts';
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
    const others = beside[i] as Paper[];
    const { index, document } = check;
    const held = { index, year: document.outline.year, severity, language: check.rulesResult.terms.language };
    const found = againstPapers(held, others.map(otherPaper));
    const tables = [...others.flatMap((other) => tabled.get(other) ?? []), ...files.flatMap((file) => tablesOfFile(file, document))];
    const known = [...check.findings, ...check.setAside.map(({ finding }) => finding), ...found];
    const { findings, agreed } = againstTables(held, tables, known);
    return extend(paper, [...found, ...findings], agreed);
  });
};

const titleOf = ({ name, check }: Paper): string => check.document.outline.title ?? name;

const otherPaper = (paper: Paper): OtherPaper => {
  const { index, document } = paper.check;
  const lines = new LineTable(document.text);
  return { index, title: titleOf(paper), at: (entry) => ({ elsewhere: { paper: paper.name, ...lines.span(entry) } }) };
};

const tablesOf = (paper: Paper): TabledFigure[] => {
  const { document, tables } = paper.check;
  const lines = new LineTable(document.text);
  return figuresOfTables(tables).map((figure) => ({
    figure,
    holder: `《${titleOf(paper)}》`,
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
