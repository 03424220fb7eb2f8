import type { ClaimIndex, IndexedClaim } from './claims/claim-index.ts';
import { formatPeriod } from './claims/period.ts';
import { actionClass, isAdjusted, isVague, subjectKey, wholeKey } from './claims/subject.ts';
import { wordsOf } from './identity.ts';
import { printedOf } from './printed.ts';
import { fold } from './text/fold.ts';
import { hash } from './text/hash.ts';

/** Who decided something, and when: `2026-01-12`. */
export interface Decision {
  by: string;
  on: string;
}

/** Which claim of a draft is meant: never by place or file name, so that it holds for a renamed draft and after edits elsewhere. */
export interface ClaimIdentity {
  region: string;
  /** The catalogue's id, or the normalised name. */
  indicator: string;
  /** What else tells claims on one indicator apart, words between semicolons. */
  qualifier: string;
  kind: string;
  /** As `formatPeriod` has it; empty where unknown. */
  period: string;
  status: string;
  scope: string;
}

/** A figure that a person held against a paper and found right. */
export interface Confirmation extends ClaimIdentity, Decision {
  /** The indicator as written, for readers. */
  name: string;
  /** As stated then, with its bound: `12.6亿元`, `≥700亿元`, `＋4.8%`. */
  value: string;
  /** The words around it, as a hash: tells figures apart whose names could stand for many things. */
  words: string;
  paper: string;
}

const identityOf = ({ claim, region }: IndexedClaim): ClaimIdentity => ({
  region,
  indicator: subjectKey(claim),
  qualifier: qualifierOf(claim),
  kind: claim.kind,
  period: formatPeriod(claim.period) ?? '',
  status: claim.status,
  scope: claim.scope,
});

/** As `speakOfSame` and `mentionsOf` tell claims apart. */
const qualifierOf = (claim: IndexedClaim['claim']): string => {
  const { kind, part, role, comparison } = claim;
  // Of growth it is the verb: 增长, 下降, 增速.
  const aspect = kind === 'change' || kind === 'point_change' ? '' : claim.aspect;
  const whole = wholeKey(claim);
  return [
    actionClass(claim),
    part ? '其中' : '',
    whole ? `占${whole}` : '',
    role === 'difference' ? '差额' : '',
    comparison?.average ? '年均' : '',
    comparison?.other ? '对比' : '',
    isAdjusted(claim) ? '同口径' : '',
    comparison?.period ? `比${formatPeriod(comparison.period)}` : '',
    aspect ? `[${aspect}]` : '',
  ]
    .filter(Boolean)
    .join(';');
};

const statedIn = ({ claim, printed }: IndexedClaim): string => printedOf(claim, fold(printed).replace(/,/g, ''));

const contextOf = ({ passage }: IndexedClaim): string => hash(wordsOf(passage.passage.text, passage.claims));

/** A name that could stand for many things says which figure is meant only together with its sentence. */
const needsContext = ({ claim }: IndexedClaim): boolean => subjectKey(claim) === '' || isVague(claim);

/** The record that a figure was confirmed as it stands. */
export const confirmationOf = (entry: IndexedClaim, { paper, by, on }: Decision & { paper: string }): Confirmation => ({
  ...identityOf(entry),
  name: entry.claim.name,
  value: statedIn(entry),
  words: contextOf(entry),
  paper,
  by,
  on,
});

export const identityFields = ['region', 'indicator', 'qualifier', 'kind', 'period', 'status', 'scope'] as const;

const claimKey = (identity: ClaimIdentity): string => identityFields.map((field) => identity[field]).join('|');

export const sameClaim = (a: ClaimIdentity, b: ClaimIdentity): boolean => identityFields.every((field) => a[field] === b[field]);

/** The figures of a document by the claim that they state, each looked at once. */
const figuresByClaim = (index: ClaimIndex): Map<string, IndexedClaim[]> => {
  const figures = new Map<string, IndexedClaim[]>();
  for (const entry of index.claims) {
    if (entry.claim.kind === 'threshold') continue;
    const key = claimKey(identityOf(entry));
    const list = figures.get(key);
    if (list) list.push(entry);
    else figures.set(key, [entry]);
  }
  return figures;
};

/** What became of the confirmed figures of a draft. */
export interface ConfirmedFigures {
  /** Figures that still say what was confirmed. */
  held: Map<IndexedClaim, Confirmation>;
  /** Figures that say something else now, with what was confirmed last. */
  changed: Map<IndexedClaim, Confirmation>;
  /** Confirmations that no figure of the draft answers to. */
  idle: Confirmation[];
}

/**
 * A figure counts as changed where no place says any more what was confirmed and it is clear which one did: the one in
 * the same sentence, else the only one. What several places say differently is for the rules on the text itself.
 */
export const followConfirmed = (confirmed: readonly Confirmation[], index: ClaimIndex): ConfirmedFigures => {
  if (confirmed.length === 0) return { held: new Map(), changed: new Map(), idle: [] };
  const held: ConfirmedFigures['held'] = new Map();
  const open: { confirmation: Confirmation; figures: IndexedClaim[] }[] = [];
  const byClaim = figuresByClaim(index);
  const contexts = new Map<IndexedClaim['passage'], string>();
  const contextAt = (entry: IndexedClaim): string => {
    const context = contexts.get(entry.passage) ?? contextOf(entry);
    contexts.set(entry.passage, context);
    return context;
  };
  const newestFirst = [...confirmed].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  for (const confirmation of newestFirst) {
    // Whatever their values.
    const figures = (byClaim.get(claimKey(confirmation)) ?? []).filter(
      (entry) => !needsContext(entry) || contextAt(entry) === confirmation.words,
    );
    const same = figures.filter((entry) => statedIn(entry) === confirmation.value);
    for (const entry of same) if (!held.has(entry)) held.set(entry, confirmation);
    if (same.length === 0) open.push({ confirmation, figures });
  }
  const changed: ConfirmedFigures['changed'] = new Map();
  const idle: Confirmation[] = [];
  for (const { confirmation, figures } of open) {
    const rest = figures.filter((entry) => !held.has(entry) && !changed.has(entry));
    if (rest.length === 0) {
      idle.push(confirmation);
      continue;
    }
    const inPlace = rest.filter((entry) => contextAt(entry) === confirmation.words);
    const [first] = inPlace.length > 0 ? inPlace : rest;
    const isClear = inPlace.length === 1 || new Set(rest.map(statedIn)).size === 1;
    if (first && isClear) changed.set(first, confirmation);
  }
  return { held, changed, idle };
};
