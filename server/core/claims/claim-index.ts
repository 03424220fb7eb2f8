import { regionOf } from '../baseline/facts-of.ts';
import { commonEnds } from '../common-ends.ts';
import type { PolicyDocument, ReadPassage } from '../document.ts';
import { endOf, offsetOf, rangeOf } from '../outline/passage.ts';
import type { Claim } from './claim.ts';
import { samePeriod } from './period.ts';
import { normalizeName, speakOfSame, subjectKey } from './subject.ts';

/** A claim with the passage it stands in and the region it speaks of. */
export interface IndexedClaim {
  readonly claim: Claim;
  readonly passage: ReadPassage;
  readonly region: string;
  /** Document offsets. */
  readonly start: number;
  readonly end: number;
  /** The figure as the document prints it, without line breaks. */
  readonly printed: string;
  /** Position in reading order. */
  readonly order: number;
}

/** Places are derived, so that an edit elsewhere leaves the entry as it is. */
class Entry implements IndexedClaim {
  order = 0;

  constructor(
    readonly claim: Claim,
    readonly passage: ReadPassage,
    readonly region: string,
    readonly printed: string,
  ) {}

  get start(): number {
    return offsetOf(this.passage.passage, this.claim.start);
  }

  get end(): number {
    return endOf(this.passage.passage, this.claim.end);
  }
}

/** The claims on a subject, and the checks that looked them up. */
interface Subject {
  readonly key: string;
  entries: readonly Entry[];
  /** The first of them, no more than rules are to go through. */
  shown: readonly Entry[];
  readonly readers: Set<Lookups>;
}

const nothing: readonly IndexedClaim[] = [];

/** What a rule's check of a passage looked up beyond it: where that changes, the passage must be checked again. */
export interface Lookups {
  readonly passage: ReadPassage;
  readonly subjects: Set<Subject>;
  /** How far apart claims stand. */
  order: boolean;
  /** Other passages, all claims, the text: any edit may change those. */
  all: boolean;
}

/** Rules hold each mention of a subject against all others; no report has nearly as many. */
const mostMentions = 200;

/** All claims of a document, found by region and subject. */
export class ClaimIndex {
  private readonly entries: readonly Entry[];
  /** By region and subject; by region and name, whatever the catalogue knows of it. */
  private readonly bySubject: Map<string, Subject>;
  private readonly byPassage: Map<ReadPassage, Entry[]>;
  private readonly own: string;
  private readonly passages: readonly ReadPassage[];
  /** The passage whose check is under way. */
  private noting: ReadPassage | undefined;
  private lookups: Lookups | undefined;
  /** Checks before the edit whose lookups would now find something else. */
  private readonly stale = new Set<Lookups>();
  /** Checks that must be done again if claims are added or taken away, or after any edit. */
  private readonly watchers: Set<Lookups>;
  /** Whether claims that stay now stand farther from each other, or nearer. */
  private readonly isReordered: boolean;

  /**
   * @param before The index of the same document before an edit. Only passages that changed are indexed anew; it must
   * not be used any more.
   */
  constructor(document: PolicyDocument, before?: ClaimIndex) {
    this.own = document.outline.region ?? '';
    const kept = before?.own === this.own ? before : undefined;
    this.bySubject = kept?.bySubject ?? new Map();
    this.byPassage = kept?.byPassage ?? new Map();
    this.watchers = kept?.watchers ?? new Set();
    this.passages = document.passages;
    const { isReordered, entries } = this.update(document, kept);
    this.entries = entries;
    this.isReordered = isReordered;
  }

  private update({ text, passages }: PolicyDocument, before: ClaimIndex | undefined): { entries: Entry[]; isReordered: boolean } {
    const old = before?.passages ?? [];
    const { atStart, atEnd } = commonEnds(old.length, passages.length, (b, n) => old[b] === passages[n]);
    const [from, to] = [atStart, passages.length - atEnd];
    const entries = before?.entries.slice(0, before.orderAt(from)) ?? [];
    const tail = before?.entries.slice(before.orderAt(old.length - atEnd)) ?? [];
    const changes = new Map<string, Change>();
    const gone = new Set(old.slice(from, old.length - atEnd));
    for (let i = from; i < to; i++) gone.delete(passages[i] as ReadPassage);
    for (const passage of gone) {
      for (const entry of this.in(passage)) for (const key of keysOf(entry)) changeOf(changes, key).removed.add(entry);
      this.byPassage.delete(passage);
    }
    let isReordered = false;
    for (let i = from; i < to; i++) {
      const passage = passages[i] as ReadPassage;
      let here = this.byPassage.get(passage);
      if (!here) {
        here = this.read(passage, text);
        this.byPassage.set(passage, here);
        for (const entry of here) for (const key of keysOf(entry)) changeOf(changes, key).added.push(entry);
      } else if (here.length > 0 && here[0]?.order !== entries.length) isReordered = true;
      for (const entry of here) entry.order = entries.push(entry) - 1;
    }
    const isMoved = tail.length > 0 && tail[0]?.order !== entries.length;
    for (const entry of tail) {
      if (isMoved) entry.order = entries.length;
      entries.push(entry);
    }
    for (const [key, change] of changes) this.change(key, change);
    return { entries, isReordered: isReordered || isMoved };
  }

  /** Position of the first claim in or behind a passage. */
  private orderAt(passage: number): number {
    for (let i = passage; i < this.passages.length; i++) {
      const first = this.byPassage.get(this.passages[i] as ReadPassage)?.[0];
      if (first) return first.order;
    }
    return this.entries.length;
  }

  private read(passage: ReadPassage, text: string): Entry[] {
    return passage.claims.map((claim) => {
      const { start, end } = rangeOf(passage.passage, claim.start, claim.end);
      const printed = text.slice(start, end);
      const isPlain = passage.passage.offsets === undefined;
      return new Entry(claim, passage, regionOf(claim.region, this.own), isPlain ? printed : printed.replace(/\s+/g, ''));
    });
  }

  private change(key: string, { added, removed }: Change): void {
    const subject = this.subject(key);
    if (subject.entries.length === 0) subject.entries = added;
    else {
      const left = removed.size > 0 ? subject.entries.filter((entry) => !removed.has(entry)) : subject.entries;
      subject.entries = [...left, ...added].sort((a, b) => a.order - b.order);
    }
    subject.shown = subject.entries.length > mostMentions ? subject.entries.slice(0, mostMentions) : subject.entries;
    for (const reader of subject.readers) this.stale.add(reader);
    subject.readers.clear();
    if (subject.entries.length === 0) this.bySubject.delete(key);
  }

  private subject(key: string): Subject {
    let subject = this.bySubject.get(key);
    if (!subject) {
      subject = { key, entries: [], shown: [], readers: new Set() };
      this.bySubject.set(key, subject);
    }
    return subject;
  }

  /** Runs a check of a passage and notes what it looks up, until `forget`; undefined where it looks up nothing. */
  note(passage: ReadPassage, check: () => void): Lookups | undefined {
    this.noting = passage;
    try {
      check();
      if (this.lookups?.all || this.lookups?.order) this.watchers.add(this.lookups);
      return this.lookups;
    } finally {
      this.noting = undefined;
      this.lookups = undefined;
    }
  }

  /** Whether what a check before the edit looked up is still the same. */
  isCurrent(lookups: Lookups): boolean {
    return !lookups.all && !(lookups.order && this.isReordered) && !this.stale.has(lookups);
  }

  /** The passages of which some check is no longer current. */
  stalePassages(): Set<ReadPassage> {
    const stale = new Set<ReadPassage>();
    for (const { passage } of this.stale) stale.add(passage);
    for (const watcher of this.watchers) if (!this.isCurrent(watcher)) stale.add(watcher.passage);
    return stale;
  }

  /** To be called by whoever shows a check something else that any edit may change. */
  noteAll(): void {
    if (this.noting) this.lookupsOf(this.noting).all = true;
  }

  private lookupsOf(passage: ReadPassage): Lookups {
    this.lookups ??= { passage, subjects: new Set(), order: false, all: false };
    return this.lookups;
  }

  /** Nobody needs to know any more whether what was looked up changes. */
  forget(lookups: Lookups): void {
    this.watchers.delete(lookups);
    for (const subject of lookups.subjects) {
      const { key, entries, readers } = subject;
      readers.delete(lookups);
      if (readers.size === 0 && entries.length === 0 && this.bySubject.get(key) === subject) this.bySubject.delete(key);
    }
  }

  private lookUp(key: string): readonly IndexedClaim[] {
    if (!this.noting) return this.bySubject.get(key)?.shown ?? nothing;
    const subject = this.subject(key);
    const lookups = this.lookupsOf(this.noting);
    subject.readers.add(lookups);
    lookups.subjects.add(subject);
    return subject.shown;
  }

  /** All claims, in reading order. */
  get claims(): readonly IndexedClaim[] {
    this.noteAll();
    return this.entries;
  }

  in(passage: ReadPassage): readonly IndexedClaim[] {
    return this.byPassage.get(passage) ?? nothing;
  }

  /** All claims on the same subject and region, in reading order, itself included. */
  about(entry: IndexedClaim): readonly IndexedClaim[] {
    return this.ofSubject(entry.region, subjectKey(entry.claim));
  }

  /** Claims on a subject by its key: an indicator's id or a normalised name. */
  ofSubject(region: string, key: string): readonly IndexedClaim[] {
    return this.lookUp(`${region}|${key}`);
  }

  /** Claims whose normalised name is this, catalogued or not. */
  named(region: string, name: string): readonly IndexedClaim[] {
    return this.lookUp(`${region}|=${name}`);
  }

  /** Of several claims those that stand nearest come first. */
  nearest(entry: IndexedClaim, claims: readonly IndexedClaim[]): IndexedClaim[] {
    if (claims.length > 1 && this.noting) this.lookupsOf(this.noting).order = true;
    return [...claims].sort((a, b) => Math.abs(a.order - entry.order) - Math.abs(b.order - entry.order));
  }

  /** Levels of the same subject that the document states as actual for another period. */
  actualAt(entry: IndexedClaim, period: Claim['period']): IndexedClaim[] {
    return this.about(entry).filter(
      (other) =>
        other !== entry &&
        other.claim.status === 'actual' &&
        samePeriod(other.claim.period, period) &&
        speakOfSame(other.claim, entry.claim),
    );
  }
}

const keysOf = ({ claim, region }: Entry): string[] => {
  const subject = subjectKey(claim);
  if (!subject || claim.kind === 'threshold') return [];
  return [`${region}|${subject}`, `${region}|=${normalizeName(claim.name)}`];
};

/** What became of a subject's claims. */
interface Change {
  added: Entry[];
  removed: Set<Entry>;
}

const changeOf = (changes: Map<string, Change>, key: string): Change => {
  let change = changes.get(key);
  if (!change) {
    change = { added: [], removed: new Set() };
    changes.set(key, change);
  }
  return change;
};
