import { regionOf } from '../baseline/facts-of.ts';
import type { PolicyDocument, ReadPassage } from '../document.ts';
import { rangeOf } from '../outline/passage.ts';
import type { Claim } from './claim.ts';
import { samePeriod } from './period.ts';
import { speakOfSame, subjectKey } from './subject.ts';

/** A claim with the passage it stands in and the region it speaks of. */
export interface IndexedClaim {
  claim: Claim;
  passage: ReadPassage;
  region: string;
  /** Document offsets. */
  start: number;
  end: number;
  /** The figure as the document prints it, without line breaks. */
  printed: string;
  /** Position in reading order. */
  order: number;
}

/** Rules hold each mention of a subject against all others; no report has nearly as many. */
const mostMentions = 200;

/** All claims of a document, found by region and subject. */
export class ClaimIndex {
  readonly claims: IndexedClaim[] = [];
  private readonly bySubject = new Map<string, IndexedClaim[]>();
  private readonly byPassage = new Map<ReadPassage, IndexedClaim[]>();

  constructor(document: PolicyDocument) {
    const own = document.outline.region ?? '';
    for (const passage of document.passages) {
      const here: IndexedClaim[] = [];
      for (const claim of passage.claims) {
        const { start, end } = rangeOf(passage.passage, claim.start, claim.end);
        const entry: IndexedClaim = {
          claim,
          passage,
          region: regionOf(claim.region, own),
          start,
          end,
          printed: document.text.slice(start, end).replace(/\s+/g, ''),
          order: this.claims.length,
        };
        this.claims.push(entry);
        here.push(entry);
        const subject = subjectKey(claim);
        if (!subject || claim.kind === 'threshold') continue;
        const key = `${entry.region}|${subject}`;
        const list = this.bySubject.get(key);
        if (!list) this.bySubject.set(key, [entry]);
        else if (list.length < mostMentions) list.push(entry);
      }
      this.byPassage.set(passage, here);
    }
  }

  in(passage: ReadPassage): readonly IndexedClaim[] {
    return this.byPassage.get(passage) ?? [];
  }

  /** All claims on the same subject and region, in reading order, itself included. */
  about(entry: IndexedClaim): readonly IndexedClaim[] {
    return this.bySubject.get(`${entry.region}|${subjectKey(entry.claim)}`) ?? [];
  }

  /** Claims on a subject by its key: an indicator's id or a normalised name. */
  ofSubject(region: string, key: string): readonly IndexedClaim[] {
    return this.bySubject.get(`${region}|${key}`) ?? [];
  }

  subjects(): Iterable<readonly IndexedClaim[]> {
    return this.bySubject.values();
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
