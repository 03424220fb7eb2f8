import type { ReadPassage } from '../document.ts';

/** Something in the index that checks look up; knows which did. */
export interface Watched {
  readonly readers: Set<Lookups>;
}

/** What a rule's check of a passage looked up beyond it: where that changes, the passage must be checked again. */
export interface Lookups {
  readonly passage: ReadPassage;
  readonly watched: Set<Watched>;
  /** How far apart claims stand. */
  order: boolean;
  /** Other passages, all claims, the text: any edit may change those. */
  all: boolean;
}

/** Notes what checks look up, so that after an edit only those are run again that would find something else. */
export class LookupNotes {
  /** The passage whose check is under way. */
  private passage: ReadPassage | undefined;
  private lookups: Lookups | undefined;
  /** Checks that must be done again if claims are added or taken away, or after any edit. */
  private readonly watchers = new Set<Lookups>();

  /** Runs a check of a passage and notes what it looks up, until `forget`; undefined where it looks up nothing. */
  during(passage: ReadPassage, check: () => void): Lookups | undefined {
    this.passage = passage;
    try {
      check();
      if (this.lookups?.all || this.lookups?.order) this.watchers.add(this.lookups);
      return this.lookups;
    } finally {
      this.passage = undefined;
      this.lookups = undefined;
    }
  }

  get isOn(): boolean {
    return this.passage !== undefined;
  }

  add(watched: Watched): void {
    const lookups = this.current();
    if (!lookups) return;
    watched.readers.add(lookups);
    lookups.watched.add(watched);
  }

  addOrder(): void {
    const lookups = this.current();
    if (lookups) lookups.order = true;
  }

  addAll(): void {
    const lookups = this.current();
    if (lookups) lookups.all = true;
  }

  /** Whether what is looked up in a passage lies beyond the one that is checked. */
  isBeyond(passage: ReadPassage): boolean {
    return this.passage !== undefined && this.passage !== passage;
  }

  /** Nobody needs to know any more whether what was looked up changes. */
  forget(lookups: Lookups): void {
    this.watchers.delete(lookups);
    for (const { readers } of lookups.watched) readers.delete(lookups);
  }

  /** Checks that look at all there is, or at how far apart claims stand where that changed. */
  *watching(isReordered: boolean): Iterable<Lookups> {
    for (const lookups of this.watchers) if (lookups.all || isReordered) yield lookups;
  }

  private current(): Lookups | undefined {
    if (this.passage) this.lookups ??= { passage: this.passage, watched: new Set(), order: false, all: false };
    return this.lookups;
  }
}
