import { regionOf } from '../baseline/facts-of.ts';
import { commonEnds } from '../common-ends.ts';
import type { PolicyDocument, ReadPassage } from '../document.ts';
import { none } from '../outline/outline.ts';
import { endOf, offsetOf, rangeOf } from '../outline/passage.ts';
import { sameData } from '../same-data.ts';
import type { Claim } from './claim.ts';
import { LookupNotes, type Lookups, type Watched } from './lookups.ts';
import { samePeriod } from './period.ts';
import { normalizeName, speakOfSame, subjectKey } from './subject.ts';

/** A claim with the passage it stands in and the region it speaks of. */
export interface IndexedClaim {
  readonly claim: Claim;
  readonly passage: ReadPassage;
  readonly region: string;
  /** Region and subject; no subject where the text names nothing. */
  readonly key: string;
  /** Document offsets. */
  readonly start: number;
  readonly end: number;
  /** The figure as the document prints it, without line breaks. */
  readonly printed: string;
  /** Position in reading order. */
  readonly order: number;
}

/** A passage's claims; checks of others may have read them where they stand. */
interface PassageClaims extends Watched {
  readonly passage: ReadPassage;
  entries: Entry[];
}

/** Places are derived, so that an edit elsewhere leaves the entry as it is. */
class Entry implements IndexedClaim {
  /** Not placed yet. */
  order = -1;
  readonly key: string;

  constructor(
    public claim: Claim,
    public at: PassageClaims,
    readonly region: string,
    readonly printed: string,
    private readonly notes: LookupNotes,
  ) {
    this.key = keyOf(region, subjectKey(claim));
  }

  get passage(): ReadPassage {
    if (this.notes.isBeyond(this.at.passage)) this.notes.add(this.at);
    return this.at.passage;
  }

  get start(): number {
    return offsetOf(this.passage.passage, this.claim.start);
  }

  get end(): number {
    return endOf(this.passage.passage, this.claim.end);
  }
}

/** The claims on a subject, and the checks that looked them up. */
class Subject implements Watched {
  readonly readers = new Set<Lookups>();
  entries: readonly Entry[] = [];
  /** The first of them, no more than rules are to go through. */
  shown: readonly Entry[] = [];

  constructor(readonly key: string) {}
}

const nothing: readonly IndexedClaim[] = [];

/** Rules hold each mention of a subject against all others; of the reports at hand none has more than ten. */
const mostMentions = 60;

/** All claims of a document, found by region and subject. */
export class ClaimIndex {
  /** In reading order. */
  private readonly entries: Entry[];
  /** By region and subject; by region and name, whatever the catalogue knows of it. */
  private readonly bySubject: Map<string, Subject>;
  private readonly byPassage: Map<ReadPassage, PassageClaims>;
  private readonly own: string;
  private readonly passages: readonly ReadPassage[];
  private readonly notes: LookupNotes;
  /** Checks before the edit whose lookups would now find something else. */
  private readonly stale = new Set<Lookups>();
  /** Whether claims that stay now stand farther from each other, or nearer. */
  private isReordered = false;

  /**
   * @param before The index of the document before the edit that `document` was read after. Only passages that changed are
   * indexed anew; it must not be used any more.
   */
  constructor(document: PolicyDocument, before?: ClaimIndex) {
    this.own = document.outline.region ?? '';
    const known = before?.own === this.own ? before : undefined;
    this.entries = known?.entries ?? [];
    this.bySubject = known?.bySubject ?? new Map();
    this.byPassage = known?.byPassage ?? new Map();
    this.notes = known?.notes ?? new LookupNotes();
    this.passages = document.passages;
    this.update(document, known?.passages);
  }

  private update({ text, passages, kept }: PolicyDocument, before: readonly ReadPassage[] | undefined): void {
    const { atStart, atEnd } = before ? kept : none;
    const old = before?.slice(atStart, before.length - atEnd) ?? [];
    const now = passages.slice(atStart, passages.length - atEnd);
    const first = this.orderAt(old, 0) ?? this.orderAt(passages, passages.length - atEnd) ?? this.entries.length;
    const replaced = old.reduce((sum, passage) => sum + this.claimsIn(passage).entries.length, 0);
    const gone = new Set(old);
    for (const passage of now) gone.delete(passage);
    const changes = new Map<string, Change>();
    now.forEach((passage, i) => {
      if (this.byPassage.has(passage)) return;
      // A passage that was edited: what it still says of the same is no news to the checks of others.
      const edited = old.length === now.length && gone.has(old[i] as ReadPassage) ? this.byPassage.get(old[i] as ReadPassage) : undefined;
      const here = this.read(passage, text, edited);
      this.byPassage.set(passage, here);
      for (const entry of here.entries) if (entry.order < 0) for (const key of keysOf(entry)) changeOf(changes, key).added.push(entry);
    });
    for (const passage of gone) {
      const there = this.claimsIn(passage);
      for (const entry of there.entries) if (entry.at === there) for (const key of keysOf(entry)) changeOf(changes, key).removed.add(entry);
      this.outdate(there);
      this.byPassage.delete(passage);
    }
    const between = now.flatMap((passage) => this.claimsIn(passage).entries);
    this.entries.splice(first, replaced, ...between);
    const end = between.length === replaced ? first + replaced : this.entries.length;
    for (let order = first; order < end; order++) {
      const entry = this.entries[order] as Entry;
      if (entry.order >= 0 && entry.order !== order) this.isReordered = true;
      entry.order = order;
    }
    for (const [key, change] of changes) this.change(key, change);
  }

  private claimsIn(passage: ReadPassage): PassageClaims {
    return this.byPassage.get(passage) as PassageClaims;
  }

  /** Position of the first claim in passages from an index on; undefined where they have none. */
  private orderAt(passages: readonly ReadPassage[], from: number): number | undefined {
    for (let i = from; i < passages.length; i++) {
      const [entry] = this.claimsIn(passages[i] as ReadPassage).entries;
      if (entry) return entry.order;
    }
    return undefined;
  }

  /** @param edited What stood in its place before. */
  private read(passage: ReadPassage, text: string, edited: PassageClaims | undefined): PassageClaims {
    const here: PassageClaims = { passage, entries: [], readers: new Set() };
    const isPlain = passage.passage.offsets === undefined;
    const entries = passage.claims.map((claim) => {
      const { start, end } = rangeOf(passage.passage, claim.start, claim.end);
      const printed = text.slice(start, end);
      return new Entry(claim, here, regionOf(claim.region, this.own), isPlain ? printed : printed.replace(/\s+/g, ''), this.notes);
    });
    const old = edited?.entries ?? [];
    const ends = commonEnds(old.length, entries.length, (b, n) => saySame(old[b] as Entry, entries[n] as Entry));
    here.entries = entries.map((entry, i) => {
      const left = entries.length - i;
      const same = i < ends.atStart ? old[i] : left <= ends.atEnd ? old[old.length - left] : undefined;
      return same ? Object.assign(same, { claim: entry.claim, at: here }) : entry;
    });
    return here;
  }

  private change(key: string, { added, removed }: Change): void {
    const subject = this.subject(key);
    if (subject.entries.length === 0) subject.entries = added;
    else {
      const left = removed.size > 0 ? subject.entries.filter((entry) => !removed.has(entry)) : subject.entries;
      subject.entries = [...left, ...added].sort((a, b) => a.order - b.order);
    }
    subject.shown = subject.entries.length > mostMentions ? subject.entries.slice(0, mostMentions) : subject.entries;
    this.outdate(subject);
    if (subject.entries.length === 0) this.bySubject.delete(key);
  }

  private outdate({ readers }: Watched): void {
    for (const reader of readers) this.stale.add(reader);
    readers.clear();
  }

  private subject(key: string): Subject {
    let subject = this.bySubject.get(key);
    if (!subject) {
      subject = new Subject(key);
      this.bySubject.set(key, subject);
    }
    return subject;
  }

  /** Runs a check of a passage and notes what it looks up, until `forget`; undefined where it looks up nothing. */
  note(passage: ReadPassage, check: () => void): Lookups | undefined {
    return this.notes.during(passage, check);
  }

  /** To be called by whoever shows a check something else that any edit may change. */
  noteAll(): void {
    this.notes.addAll();
  }

  /** Whether what a check before the edit looked up is still the same. */
  isCurrent(lookups: Lookups): boolean {
    return !lookups.all && !(lookups.order && this.isReordered) && !this.stale.has(lookups);
  }

  /** The passages of which some check is no longer current. */
  stalePassages(): Set<ReadPassage> {
    const stale = new Set<ReadPassage>();
    for (const { passage } of this.stale) stale.add(passage);
    for (const { passage } of this.notes.watching(this.isReordered)) stale.add(passage);
    return stale;
  }

  /** Nobody needs to know any more whether what was looked up changes. */
  forget(lookups: Lookups): void {
    this.notes.forget(lookups);
    for (const watched of lookups.watched) {
      if (!(watched instanceof Subject) || watched.readers.size > 0 || watched.entries.length > 0) continue;
      if (this.bySubject.get(watched.key) === watched) this.bySubject.delete(watched.key);
    }
  }

  private lookUp(key: string): readonly IndexedClaim[] {
    if (!this.notes.isOn) return this.bySubject.get(key)?.shown ?? nothing;
    const subject = this.subject(key);
    this.notes.add(subject);
    return subject.shown;
  }

  /** All claims, in reading order. */
  get claims(): readonly IndexedClaim[] {
    this.notes.addAll();
    return this.entries;
  }

  in(passage: ReadPassage): readonly IndexedClaim[] {
    return this.byPassage.get(passage)?.entries ?? nothing;
  }

  /** All claims on the same subject and region, in reading order, itself included. */
  about(entry: IndexedClaim): readonly IndexedClaim[] {
    return this.lookUp(entry.key);
  }

  /** Claims on a subject by its key: an indicator's id or a normalised name. */
  ofSubject(region: string, key: string): readonly IndexedClaim[] {
    return this.lookUp(keyOf(region, key));
  }

  /** Claims whose normalised name is this, catalogued or not. */
  named(region: string, name: string): readonly IndexedClaim[] {
    return this.lookUp(`${region}|=${name}`);
  }

  /** Of several claims those that stand nearest come first. */
  nearest(entry: IndexedClaim, claims: readonly IndexedClaim[]): IndexedClaim[] {
    if (claims.length > 1) this.notes.addOrder();
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

const keyOf = (region: string, subject: string): string => `${region}|${subject}`;

const keysOf = ({ claim, region, key }: Entry): string[] =>
  subjectKey(claim) === '' || claim.kind === 'threshold' ? [] : [key, keyOf(region, `=${normalizeName(claim.name)}`)];

/** Whether two claims are the same to all that do not ask where in their passages they stand. */
const saySame = (a: Entry, b: Entry): boolean => a.printed === b.printed && a.region === b.region && sameButPlace(a.claim, b.claim);

const sameButPlace = (a: Claim, b: Claim): boolean => {
  const fields = Object.keys(a) as (keyof Claim)[];
  return (
    fields.length === Object.keys(b).length && fields.every((field) => field === 'start' || field === 'end' || sameData(a[field], b[field]))
  );
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
