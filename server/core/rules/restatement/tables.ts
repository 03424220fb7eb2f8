import type { IndexedClaim } from '../../claims/claim-index.ts';
import { samePeriod } from '../../claims/period.ts';
import { aspectKey, speakOfSame, subjectKey } from '../../claims/subject.ts';
import { overlap } from '../../figures/interval.ts';
import type { Finding, Related } from '../../finding.ts';
import type { TableFigure } from '../../own-tables.ts';
import { touchingIn } from '../../ranges.ts';
import { findingElsewhere, type HeldDraft } from './elsewhere.ts';
import { areFarApart, contradictable } from './one-thing.ts';

/** A figure of a table that a draft is held against. */
export interface TabledFigure {
  figure: TableFigure;
  /** The paper that the table stands in, `《…》`, or the file of its own; empty of the draft's own table. */
  holder: string;
  isFile: boolean;
  /** Where that is. */
  at(): Pick<Related, 'range' | 'elsewhere'>;
}

/** What tables say otherwise, and the claims that they state alike. */
export interface AgainstTables {
  findings: Finding[];
  agreed: IndexedClaim[];
}

/** What tables (附表) contradict in the text of a draft, of figures that no other `restatement` among the `known` findings speaks of. */
export const againstTables = (held: HeldDraft, tabled: readonly TabledFigure[], known: readonly Finding[]): AgainstTables => {
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
    for (const entry of held.index.ofSubject(region, subject)) {
      if (entry.passage.passage.cell || !contradictable(entry) || knownAt({ start: entry.start, end: entry.end }).length > 0) continue;
      const same = group.filter(({ figure }) => statesTheSame(figure, entry));
      const [against] = same;
      if (!against) continue;
      if (same.some(({ figure }) => overlap(figure.claim.interval, entry.claim.interval))) found.agreed.push(entry);
      else found.findings.push(contradicts(held, entry, against));
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
  !(a.name !== b.name && areFarApart(a, b));

const contradicts = (held: HeldDraft, entry: IndexedClaim, { figure, holder, isFile, at }: TabledFigure): Finding => {
  const place = `${holder}${isFile ? '' : '附表'}${figure.place}`;
  return findingElsewhere(held, entry, {
    message: 'table',
    // Files are renamed every night.
    identity: `table|${isFile ? 'file' : holder}`,
    values: { other: figure.printed, place },
    related: { message: `${place}：${figure.claim.name}${figure.printed}`, ...at() },
  });
};
