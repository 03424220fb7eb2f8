import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { samePeriod } from './claims/period.ts';
import { aspectKey, speakOfSame, subjectKey } from './claims/subject.ts';
import { overlap } from './figures/interval.ts';
import type { Finding, Related, Severity } from './finding.ts';
import { identityOf, wordsOf } from './identity.ts';
import type { TableFigure } from './own-tables.ts';
import { touchingIn } from './ranges.ts';
import { contradictable, timesApart } from './rules/restatement.ts';
import type { Language } from './rules/run.ts';
import { periodName, shortName } from './rules/support.ts';
import { hash } from './text/hash.ts';

/** A figure of a table that a draft is held against. */
export interface TabledFigure {
  figure: TableFigure;
  /** The paper that the table stands in, `《…》`, or the file of its own; empty of the draft's own table. */
  holder: string;
  isFile: boolean;
  /** Where that is. */
  at(): Pick<Related, 'range' | 'elsewhere'>;
}

interface HeldPaper {
  index: ClaimIndex;
  year: number | null;
  severity: Severity;
  language: Language;
}

/** What tables say otherwise, and the claims that they state alike. */
export interface AgainstTables {
  findings: Finding[];
  agreed: IndexedClaim[];
}

/** What tables (附表) contradict in the text of a draft, of figures that no other `restatement` among the `known` findings speaks of. */
export const againstTables = (
  { index, year, severity, language }: HeldPaper,
  tabled: readonly TabledFigure[],
  known: readonly Finding[],
): AgainstTables => {
  const found: AgainstTables = { findings: [], agreed: [] };
  if (tabled.length === 0) return found;
  const bySubject = new Map<string, { region: string; subject: string; tabled: TabledFigure[] }>();
  for (const item of tabled) {
    const { region, claim } = item.figure;
    const subject = subjectKey(claim);
    const key = `${region}|${subject}`;
    const group = bySubject.get(key) ?? { region, subject, tabled: [] };
    bySubject.set(key, group);
    group.tabled.push(item);
  }
  const knownAt = touchingIn(
    known.filter(({ rule }) => rule === 'restatement'),
    ({ range }) => range,
  );
  for (const { region, subject, tabled: group } of bySubject.values())
    for (const entry of index.ofSubject(region, subject)) {
      if (entry.passage.passage.cell || !contradictable(entry) || knownAt({ start: entry.start, end: entry.end }).length > 0) continue;
      const same = group.filter(({ figure }) => statesTheSame(figure, entry));
      const [against] = same;
      if (!against) continue;
      if (same.some(({ figure }) => overlap(figure.claim.interval, entry.claim.interval))) found.agreed.push(entry);
      else found.findings.push(findingOf(entry, against, year, severity, language));
    }
  return found;
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

const texts: Record<Language, (values: { when: string; name: string; stated: string; other: string; where: string }) => string[]> = {
  zh: ({ when, name, stated, other, where }) => [
    `${when}${name}${stated}：与附表${other}不一致`,
    `${where}写的是${other}，同一指标、同一时期`,
    '请核以何者为准；若口径不同，请写明',
  ],
  en: ({ name, stated, other, where }) => [
    `${name} ${stated}: ${other} in a table`,
    `${where} says ${other} for the same indicator and period`,
    'Check which holds; if the scope differs, say so',
  ],
};

const findingOf = (
  entry: IndexedClaim,
  { figure, holder, isFile, at }: TabledFigure,
  year: number | null,
  severity: Severity,
  language: Language,
): Finding => {
  const { claim, passage, printed, start, end } = entry;
  const where = `${holder}${isFile ? '' : '附表'}${figure.place}`;
  return {
    // Files are renamed every night.
    key: hash(
      ['table', isFile ? 'file' : holder, identityOf(entry), printed, figure.printed, wordsOf(passage.passage.text, passage.claims)].join(
        '|',
      ),
    ),
    rule: 'restatement',
    severity,
    range: { start, end },
    message: texts[language]({
      when: periodName(claim.period, year),
      name: shortName(claim),
      stated: printed,
      other: figure.printed,
      where,
    }).join('\n'),
    related: [{ message: `${where}：${figure.claim.name}${figure.printed}`, ...at() }],
  };
};
