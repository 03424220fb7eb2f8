import { confirmationOn } from '../confirmed-figure.ts';
import { type Conflict, type ConflictKind, conflictNames } from '../core/baseline/conflicts.ts';
import type { Fact } from '../core/baseline/fact.ts';
import type { Claim, Status } from '../core/claims/claim.ts';
import type { IndexedClaim } from '../core/claims/claim-index.ts';
import { namedIndicators } from '../core/claims/named-indicators.ts';
import { formatPeriod, type Period, yearOf } from '../core/claims/period.ts';
import type { Confirmation } from '../core/confirmation.ts';
import type { Standing } from '../core/coverage.ts';
import type { Range } from '../core/finding.ts';
import type { Indicator } from '../core/indicators/indicator.ts';
import { type FigureLookup, type History, historyOf, type ImpliedGrowth, lookUpFigure, type YearRow } from '../core/lookup.ts';
import { rangeOf } from '../core/outline/passage.ts';
import { describePlace } from '../core/outline/place.ts';
import { isDecline, printedOf, unnamed, withSign } from '../core/printed.ts';
import type { Language } from '../core/rules/run.ts';
import { citeFact, format, formatPercentRange, priceBasis } from '../core/rules/support.ts';
import { inTitleMarks } from '../core/text/title-marks.ts';
import { type Check, lspRange } from '../drafts.ts';
import type { Feature } from '../feature.ts';
import { escapeMarkdown } from '../markdown.ts';
import { MarkupKind } from '../rpc/kinds.ts';

/** Years of a series that a hover shows. */
const yearsShown = 5;
/** Mentions in the draft that the hover on an indicator shows. */
const mentionsShown = 3;

/** What is known of the figure or indicator under the pointer, as a table that is read at a glance. */
export default {
  capabilities: () => ({ hoverProvider: true }),
  start({ connection, drafts, language }) {
    connection.onRequest('textDocument/hover', async ({ textDocument: { uri }, position }, token) => {
      const check = await drafts.check(uri, token);
      if (!check) return null;
      const hover = hoverAt(check, check.document.offsetAt(position), language);
      return hover && { contents: { kind: MarkupKind.Markdown, value: hover.markdown }, range: lspRange(check, hover.range) };
    });
  },
} satisfies Feature;

const hoverAt = (check: Check, offset: number, language: Language): { markdown: string; range: Range } | null => {
  const { index, baseline, document } = check.result;
  const region = document.outline.region ?? '';
  const entry = index.claims.find(({ start, end }) => start <= offset && offset < end);
  if (entry && entry.claim.kind !== 'threshold')
    return {
      range: entry,
      markdown: describeFigure(lookUpFigure(entry, index, baseline), checkedAs(check, entry), region, texts[language]),
    };
  for (const { passage } of document.passages) {
    if (offset < passage.start || passage.end <= offset) continue;
    for (const mention of namedIndicators(passage, document.vocabulary)) {
      const range = rangeOf(passage, mention.start, mention.end);
      if (offset < range.start || range.end <= offset) continue;
      const history = historyOf(baseline, region, { name: mention.indicator.name, indicator: mention.indicator });
      const stated = index.ofSubject(region, mention.indicator.id).map((figure) => lookUpFigure(figure, index, baseline));
      return { range, markdown: describeIndicator(mention.indicator, stated, history, texts[language]) };
    }
  }
  return null;
};

interface Texts {
  value: string;
  growth: string;
  source: string;
  draft: string;
  unnamed: string;
  goal(year: string): string;
  /** When, of a figure of the draft. */
  stated(year: string, status: Status): string;
  year(period: Period | null): string;
  /** 增加6个 states no value. */
  change: string;
  scope: Record<'rank' | 'whole', (words: string) => string>;
  atMost(rate: string): string;
  atLeast(rate: string): string;
  rounded(range: string): string;
  /** The arithmetic of implied growth, and what to make of it. */
  arithmetic(value: string, base: string, implied: string): string;
  difference(value: string, base: string, points: string): string;
  verdict: Record<ImpliedGrowth['verdict'], (stated: string) => string>;
  /** Why levels and published growth need not agree. */
  basis: Record<ImpliedGrowth['basis'], string>;
  /** Two sources that disagree. */
  disagree(year: string, first: string, second: string, why: string): string;
  conflict: Record<ConflictKind, string>;
  none: string;
  /** It follows from other figures of the draft. */
  agrees: string;
  confirmed(confirmation: Confirmation): string;
  facts(indicator: Indicator): string;
}

const texts: Record<Language, Texts> = {
  zh: {
    value: '数值',
    growth: '增速',
    source: '出处',
    draft: '本稿',
    unnamed: unnamed.zh,
    goal: (year) => `${year}目标`,
    stated: (year, status) => year + { actual: '', target: '目标', estimate: '预计' }[status],
    year: (period) => (yearOf(period) === undefined ? (formatPeriod(period) ?? '时期不明') : wholeOrPart(period as Period)),
    change: '增减量',
    scope: { rank: (words) => `${words}排名`, whole: (words) => `占${words}` },
    atMost: (rate) => `不高于${rate}`,
    atLeast: (rate) => `不低于${rate}`,
    rounded: (range) => `（计四舍五入${range}）`,
    arithmetic: (value, base, implied) => `${value}÷${base}－1＝${implied}`,
    difference: (value, base, points) => `${value}－${base}＝**${points}个百分点**`,
    verdict: {
      agree: (stated) => `，与文中“${stated}”相符`,
      conflict: (stated) => `，与文中“${stated}”**不符**`,
      incomparable: () => '，仅供参考',
      unstated: () => '',
    },
    basis: {
      nominal: '文中已注明增速口径，与总量相除不必相等。',
      constant: '公布的增速按不变价计算，总量按现价，两者不必相等。',
      comparable: '公布的增速按可比口径计算（样本和统计范围每年有变），与总量相除不必相等。',
    },
    disagree: (year, first, second, why) => `来源不一（${why}）：${year}，${first}，${second}`,
    conflict: conflictNames.zh,
    none: '往年材料中没有可比的数据，请对照原始报表核对。',
    agrees: '往年材料中没有，与文中其他数据核算相符。',
    confirmed: ({ paper, by, on }) => `已核定：${by}据${inTitleMarks(paper)}，${on}。`,
    facts: ({ units, department }) => escapeMarkdown(`单位：${units.join('、')}　核对：${department}`),
  },
  en: {
    value: 'Value',
    growth: 'Growth',
    source: 'Source',
    draft: 'Draft',
    unnamed: unnamed.en,
    goal: (year) => `${year} target`,
    stated: (year, status) => year + { actual: '', target: ' target', estimate: ' estimate' }[status],
    year: (period) => formatPeriod(period) ?? 'unknown period',
    change: 'difference',
    scope: { rank: (words) => `rank in ${words}`, whole: (words) => `share of ${words}` },
    atMost: (rate) => `at most ${rate}`,
    atLeast: (rate) => `at least ${rate}`,
    rounded: (range) => ` (with rounding ${range})`,
    arithmetic: (value, base, implied) => `${value} ÷ ${base} − 1 = ${implied}`,
    difference: (value, base, points) => `${value} − ${base} = **${points} percentage points**`,
    verdict: {
      agree: (stated) => `, agrees with “${stated}” in the text`,
      conflict: (stated) => `, **does not agree** with “${stated}” in the text`,
      incomparable: () => ', for reference only',
      unstated: () => '',
    },
    basis: {
      nominal: 'The text says that growth is on a scope of its own; it need not equal the quotient.',
      constant: 'Published growth is at constant prices, levels are at current prices; the two need not agree.',
      comparable: 'Published growth is on comparable scope (the sample changes every year); it need not equal the quotient.',
    },
    disagree: (year, first, second, why) => `Sources disagree (${why}): ${year}, ${first}; ${second}`,
    conflict: conflictNames.en,
    none: 'Nothing in the earlier papers to compare with: check it against the original table.',
    agrees: 'Not in the earlier papers; it agrees with the other figures of the draft.',
    confirmed: ({ paper, by, on }) => `Confirmed by ${by} on ${on}: ${paper}.`,
    facts: ({ units, department }) => escapeMarkdown(`Units: ${units.join(', ')} · checked with ${department}`),
  },
};

/** 2024年, 2024年1—11月 */
const wholeOrPart = (period: Period): string => {
  const year = Math.floor(period.from / 12);
  const [first, last] = [(period.from % 12) + 1, (period.to % 12) + 1];
  if (first === 1 && last === 12) return `${year}年`;
  return first === last ? `${year}年${first}月` : `${year}年${first}—${last}月`;
};

/** What the check made of a figure, and who confirmed it. */
interface CheckedAs {
  standing: Standing | undefined;
  confirmation: Confirmation | undefined;
}

const checkedAs = (check: Check, entry: IndexedClaim): CheckedAs => ({
  standing: check.result.standings.get(entry)?.standing,
  confirmation: confirmationOn(check, entry),
});

const describeFigure = (lookup: FigureLookup, { standing, confirmation }: CheckedAs, ownRegion: string, text: Texts): string => {
  const { entry, value, growth, history, implied, conflicts } = lookup;
  const { claim } = entry;
  const head = [
    `**${escapeMarkdown(claim.indicator?.name ?? (claim.name || text.unnamed))}**`,
    escapeMarkdown(claim.action),
    qualifierOf(claim, text),
    claim.role === 'difference' ? text.change : '',
    entry.region === ownRegion ? '' : escapeMarkdown(entry.region),
  ];
  const cell = (figure: IndexedClaim): string => (figure === entry ? `**${figureOf(figure)}**` : figureOf(figure));
  const rows: Row[] = [
    {
      when: `**${text.draft}** ${text.stated(text.year(claim.period), claim.status)}`,
      value: value ? cell(value) : entry === growth ? '' : cell(entry),
      growth: growth ? cell(growth) : '',
      source: describePlace(entry.passage.passage),
    },
  ];
  const own = claim.period;
  const isOwn = (row: YearRow): boolean => row.period.from === own?.from;
  const isEarlier = (row: YearRow): boolean => own === null || row.period.to < own.from;
  rows.push(...history.actual.filter(isOwn).map((row) => factRow(text.year(row.period), row)));
  rows.push(...history.targets.filter(isOwn).map((row) => factRow(text.goal(text.year(row.period)), row)));
  rows.push(
    ...history.actual
      .filter(isEarlier)
      .slice(0, yearsShown)
      .map((row) => factRow(text.year(row.period), row)),
  );
  const parts = [table(head.filter(Boolean).join(' · '), rows, text)];
  if (implied) parts.push(describeGrowth(implied, text));
  if (confirmation) parts.push(escapeMarkdown(text.confirmed(confirmation)));
  else if (rows.length === 1 && !implied && standing !== 'conflict') parts.push(standing === 'agree' ? text.agrees : text.none);
  for (const conflict of conflicts.slice(0, 1)) parts.push(describeConflict(conflict, text));
  const quoted = [...history.actual.filter(isOwn), ...history.targets.filter(isOwn), ...history.actual.filter(isEarlier).slice(0, 1)];
  parts.push(...quotations(quoted));
  return parts.join('\n\n');
};

/** Of what a share is, among whom a rank; of a streak its own words. */
const qualifierOf = ({ kind, whole, scope }: Claim, text: Texts): string => {
  if (kind === 'rank') return scope && escapeMarkdown(text.scope.rank(scope));
  if (kind === 'streak') return escapeMarkdown(whole);
  return whole && escapeMarkdown(text.scope.whole(whole));
};

const describeIndicator = (indicator: Indicator, stated: readonly FigureLookup[], history: History, text: Texts): string => {
  const kind = indicator.kind === 'ratio' ? 'ratio' : indicator.kind === 'rank' ? 'rank' : 'level';
  // A rate that belongs to a value shows in that value's row.
  const inDraft = stated
    .filter(({ entry: { claim }, value }) => (claim.kind === kind && claim.whole === '') || (claim.kind === 'change' && !value))
    .slice(0, mentionsShown);
  const actual = history.actual.slice(0, yearsShown);
  const targets = history.targets.filter(({ period }) => period.from > (actual[0]?.period.from ?? 0)).slice(0, 1);
  const rows = [
    ...inDraft.map(({ entry, value, growth }): Row => {
      const { period, status } = entry.claim;
      return {
        when: `**${text.draft}** ${text.stated(text.year(period), status)}`,
        value: value ? figureOf(value) : entry === growth ? '' : figureOf(entry),
        growth: growth ? figureOf(growth) : '',
        source: describePlace(entry.passage.passage),
      };
    }),
    ...targets.map((row) => factRow(text.goal(text.year(row.period)), row)),
    ...actual.map((row) => factRow(text.year(row.period), row)),
  ];
  const basis = indicator.kind === 'ratio' ? 'nominal' : priceBasis({ name: indicator.name, indicator });
  return [
    rows.length > 0 ? table(`**${escapeMarkdown(indicator.name)}**`, rows, text) : `**${escapeMarkdown(indicator.name)}**`,
    ...(actual.length + targets.length === 0 ? [text.none] : []),
    ...(basis === 'nominal' ? [] : [text.basis[basis]]),
    text.facts(indicator),
    ...quotations([...targets, ...actual.slice(0, 1)]),
  ].join('\n\n');
};

const describeGrowth = ({ base, value, implied, central, inPoints, basis, stated, verdict }: ImpliedGrowth, text: Texts): string => {
  const [printed, earlier] = [escapeMarkdown(value.printed), escapeMarkdown(base.printed)];
  if (inPoints) return text.difference(printed, earlier, format(central, 2));
  const rate =
    implied.low === Number.NEGATIVE_INFINITY
      ? text.atMost(`**${format(implied.high)}%**`)
      : implied.high === Number.POSITIVE_INFINITY
        ? text.atLeast(`**${format(implied.low)}%**`)
        : `**${format(central)}%**${implied.low < implied.high ? text.rounded(formatPercentRange(implied)) : ''}`;
  const verb = stated && isDecline(stated.claim) ? '下降' : '增长';
  const sentence = `${text.arithmetic(printed, earlier, rate)}${text.verdict[verdict](stated ? `${verb}${escapeMarkdown(stated.printed)}` : '')}`;
  return verdict === 'incomparable' ? `${sentence}\n\n${text.basis[basis]}` : sentence;
};

/** One line on two sources that disagree, each with its words. */
const describeConflict = ({ kind, a, b }: Conflict, text: Texts): string => {
  const side = (fact: Fact): string => `${escapeMarkdown(citeFact(fact))} ${escapeMarkdown(printedOf(fact.claim, fact.printed))}`;
  return text.disagree(text.year(a.claim.period), side(a), side(b), text.conflict[kind]);
};

interface Row {
  when: string;
  value: string;
  growth: string;
  source: string;
}

const factRow = (when: string, { value, growth }: YearRow): Row => ({
  when,
  value: value ? escapeMarkdown(printedOf(value.claim, value.printed)) : '',
  growth: growth ? escapeMarkdown(withSign(growth.claim, growth.printed)) : '',
  source: escapeMarkdown(citeFact((value ?? growth) as Fact)),
});

/** Keeps words off the numbers before them; the joiner keeps Markdown from trimming the blank. */
const gap = '\u2060\u3000';

/**
 * The columns of values and growth only where there are any. What it is about stands in its head: findings stand above, and
 * VS Code shows ten lines of a hover.
 */
const table = (about: string, rows: readonly Row[], text: Texts): string => {
  const hasGrowth = rows.some((row) => row.growth !== '');
  const hasValue = rows.some((row) => row.value !== '');
  const line = (cells: readonly [string, string, string, string]): string =>
    `| ${cells.filter((_, column) => (column !== 1 || hasValue) && (column !== 2 || hasGrowth)).join(' | ')} |`;
  return [
    line([about, text.value, text.growth, gap + text.source]),
    line([':--', '--:', '--:', ':--']),
    ...rows.map((row) => line([row.when, row.value, row.growth, gap + row.source])),
  ].join('\n');
};

/** The words of the sources, each once. */
const quotations = (rows: readonly YearRow[]): string[] => {
  const facts = rows.map((row) => (row.value ?? row.growth) as Fact).filter(({ evidence }) => evidence !== '');
  const lines = new Set(facts.map((fact) => `> ${escapeMarkdown(`${citeFact(fact)}：“${fact.evidence}”`)}`));
  return lines.size > 0 ? [[...lines].join('  \n')] : [];
};

const figureOf = ({ claim, printed }: IndexedClaim): string => escapeMarkdown(printedOf(claim, printed));
