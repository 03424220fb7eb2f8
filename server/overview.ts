import type { Fact, Source } from './core/baseline/fact.ts';
import { type Commitment, commitmentsOf, outcomeNames } from './core/commitments.ts';
import { type Coverage, coverageLine, outsideLine } from './core/coverage.ts';
import type { Finding, Range } from './core/finding.ts';
import { type Headline, headlineOf } from './core/headline.ts';
import type { YearRow } from './core/lookup.ts';
import { placeAt } from './core/outline/place.ts';
import { printedOf, unnamed, withSign } from './core/printed.ts';
import type { Language } from './core/rules/run.ts';
import { citeFact, format } from './core/rules/support.ts';
import { type Section, sectionsOf } from './core/sections.ts';
import { type Check, lspRange } from './drafts.ts';
import type { CommitmentItem, FigureItem, FindingItem, HeadlineItem, Overview, Placed, SectionItems, SourceItem } from './protocol.ts';
import { nameOf } from './uris.ts';

/** All that the views and the report show of a draft. */
export const overviewOf = async (check: Check, language: Language): Promise<Overview> => {
  const { result, document, project } = check;
  const { outline, text } = result.document;
  const { coverage } = result;
  const unread = project.baselineProblems.map((problem) => problem[language]);
  const knowsRegion = outline.region === null || result.baseline.knows(outline.region);
  // Places are told while the document is still the one checked; the files of sources are looked for afterwards.
  const targets = commitmentsOf(result.document, result.index, result.baseline);
  const overview: Omit<Overview, 'sources'> = {
    name: nameOf(document.uri),
    title: outline.title ?? null,
    region: outline.region,
    year: outline.year,
    coverage: coverageLine(coverage, language),
    counts: countsOf(coverage),
    outside: outsideOf(check, language),
    unread,
    garbled: isGarbled(text),
    start: knowsRegion ? null : unread[0] === undefined ? starts[language] : unreadStarts[language](unread),
    findings: bySection(check, result.findings, (finding) => findingItem(check, finding)),
    setAside: result.setAside.map(({ finding, decision: { reason, by, on } }) => ({ ...findingItem(check, finding), reason, by, on })),
    unevidenced: bySection(
      check,
      [...result.standings].flatMap(([entry, { standing }]) => (standing === 'withoutEvidence' ? [{ range: entry, entry }] : [])),
      ({ entry }): FigureItem => ({
        ...placed(check, entry),
        name: entry.claim.name || unnamed[language],
        printed: printedOf(entry.claim, entry.printed),
      }),
    ),
    commitments: targets.map((item) => commitmentItem(check, item, language)),
    headline: headlineOf(result, project.vocabulary).map((row) => headlineItem(check, row)),
  };
  const sources = await sourceItems(result.baseline.facts, language, (fact) => project.papers.locate(fact.id).then((place) => place?.uri));
  const commitments = await Promise.all(
    overview.commitments.map(async (item, i) => {
      const unmentioned = item.frame === null ? undefined : targets[i]?.target;
      return { ...item, origin: (unmentioned && (await project.papers.locate(unmentioned.id))) ?? null };
    }),
  );
  return { ...overview, commitments, sources };
};

/** What a check could not do, one line each: also the papers that could not be read. Where there is a heshu.json, they stand there. */
export const outsideOf = ({ result, project }: Check, language: Language): string[] => {
  const unread = project.uri === undefined ? project.baselineProblems.map((problem) => problem[language]) : [];
  const more = unread.length - unreadShown;
  return [...outsideLine(result, language), ...(more > 1 ? [...unread.slice(0, unreadShown), moreUnread[language](more)] : unread)];
};
/** Each comes up as a message of its own. */
const unreadShown = 3;
const moreUnread: Record<Language, (count: number) => string> = {
  zh: (count) => `材料另有${count}处没有读出；在文稿旁放一份 heshu.json，“问题”里会逐条列出`,
  en: (count) => `${count} more problems with the papers; with a heshu.json beside the draft, the Problems panel lists them all`,
};

const starts: Record<Language, string> = {
  zh: '还没有可比的材料：把上年的报告放进文稿旁的一个文件夹，再选定它',
  en: 'Nothing to compare with yet: put last year’s papers in a folder beside the draft, then choose it',
};

const unreadStarts: Record<Language, (lines: readonly string[]) => string> = {
  zh: ([first, ...others]) => `没有可比的材料。${first}${others.length > 0 ? `（另有${others.length}处没有读出，见侧栏“来源”）` : ''}`,
  en: ([first, ...others]) =>
    `Nothing to compare with. ${first}${others.length > 0 ? ` (${others.length} more: see the view Sources)` : ''}`,
};

const countsOf = ({ figures, agree, conflict, notComparable, withoutEvidence }: Coverage): Overview['counts'] => ({
  figures,
  agree,
  conflict,
  notComparable,
  withoutEvidence,
});

/** The mark that decoding leaves where bytes make no character: many of them, and not a slip here and there. */
const isGarbled = (text: string): boolean => {
  const marks = text.split('\ufffd').length - 1;
  return marks >= 10 && marks > text.length / 50;
};

const placed = (check: Check, range: Range): Placed => ({
  range: lspRange(check, range),
  place: placeAt(check.result.document, range.start),
});

const findingItem = (check: Check, { key, rule, severity, message, range }: Finding): FindingItem => ({
  ...placed(check, range),
  key,
  rule,
  severity,
  message,
});

/** Items in reading order, under the innermost headings that they stand in. */
const bySection = <Item extends { range: Range }, Shown>(
  { result }: Check,
  items: readonly Item[],
  show: (item: Item) => Shown,
): SectionItems<Shown>[] => {
  const sections = flat(sectionsOf(result.document));
  const groups: (SectionItems<Shown> & { section: Section | undefined })[] = [];
  for (const item of items) {
    const section = sections.findLast(({ start, end }) => start <= item.range.start && item.range.start < end);
    const last = groups.at(-1);
    if (last && last.section === section) last.items.push(show(item));
    else groups.push({ section, title: section?.title ?? '', items: [show(item)] });
  }
  return groups.map(({ title, items: shown }) => ({ title, items: shown }));
};

const flat = (sections: readonly Section[]): Section[] => sections.flatMap((section) => [section, ...flat(section.children)]);

/** Sources in the order of their authority. */
const sourceItems = async (
  facts: readonly Fact[],
  language: Language,
  uriOf: (fact: Fact) => Promise<string | undefined>,
): Promise<SourceItem[]> => {
  const bySource = new Map<Source, Fact[]>();
  for (const fact of facts) bySource.set(fact.source, [...(bySource.get(fact.source) ?? []), fact]);
  return Promise.all(
    [...bySource].map(async ([source, own]) => ({
      title: source.title,
      description: [source.region, source.year === null ? '' : String(source.year), authorities[language][source.authority]]
        .filter(Boolean)
        .join(' · '),
      facts: own.length,
      uri: (await uriOf(own[0] as Fact)) ?? null,
    })),
  );
};

const authorities: Record<Language, Record<Source['authority'], string>> = {
  zh: { sheet: '数据表', report: '报告', bulletin: '公报', plan: '计划报告', table: '绩效表', press: '报道' },
  en: { sheet: 'data sheet', report: 'report', bulletin: 'bulletin', plan: 'plan report', table: 'performance table', press: 'press' },
};

const commitmentItem = (check: Check, commitment: Commitment, language: Language): CommitmentItem => {
  const { target, outcome, reported, mention, sure, done } = commitment;
  const { claim } = target;
  const name = claim.action && !claim.name.startsWith(claim.action) ? `${claim.action}${claim.name}` : claim.name;
  const guess = reported && !sure ? guesses[language](reported.claim.name) : '';
  const at = reported ?? mention;
  return {
    name,
    target: printedOf(claim, target.printed),
    source: citeFact(target),
    outcome,
    outcomeName: outcomeNames[language][outcome],
    reported: reported ? `${guess}${printedOf(reported.claim, reported.printed)}` : '',
    done: done === undefined ? '' : `${format(done)}%`,
    placed: at ? placed(check, at) : null,
    origin: null,
    frame: outcome === 'unmentioned' ? `${name}${claim.kind === 'change' ? '增长' : ''}$1${claim.unit}` : null,
  };
};

const guesses: Record<Language, (name: string) => string> = { zh: (name) => `疑为“${name}”`, en: (name) => `perhaps “${name}” ` };

const headlineItem = (
  check: Check,
  { indicator, lastYear, printedThen, target, stated, sheet, next, verdict, chart }: Headline,
): HeadlineItem => {
  const now = stated?.value ?? stated?.entry;
  return {
    name: indicator.name,
    lastYear: { ...yearOf(lastYear), ...(printedThen && { value: printedOf(printedThen.claim, printedThen.printed) }) },
    revised: printedThen ? yearOf(lastYear).value : '',
    target: [yearOf(target).value, yearOf(target).growth].filter(Boolean).join('，'),
    thisYear: {
      value: stated?.value ? printedOf(stated.value.claim, stated.value.printed) : '',
      growth: stated?.growth ? withSign(stated.growth.claim, stated.growth.printed) : '',
    },
    sheet: sheet?.printed ?? '',
    nextTarget: next ? printedOf(next.claim, next.printed) : '',
    verdict,
    chart: chart ?? null,
    placed: now ? placed(check, now) : null,
  };
};

const yearOf = (row: YearRow | undefined): { value: string; growth: string } => ({
  value: row?.value ? printedOf(row.value.claim, row.value.printed) : '',
  growth: row?.growth ? withSign(row.growth.claim, row.growth.printed) : '',
});
