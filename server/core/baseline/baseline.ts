import type { Claim } from '../claims/claim.ts';
import { type Period, samePeriod, yearOf } from '../claims/period.ts';
import { isVague, speakOfSame, subjectKey } from '../claims/subject.ts';
import { type Fact, rankOf, type Source } from './fact.ts';
import { settle } from './precedence.ts';

const nothing: readonly Fact[] = [];

/** The facts of earlier documents and of this year's data sheets, found by region and subject. */
export class Baseline {
  /** By region, then by subject. */
  private readonly index = new Map<string, Map<string, Fact[]>>();
  private readonly views = new Map<string, { baseline: Baseline; leftOut: Source[] }>();
  /** By source and number. */
  private byPlace: Map<string, Fact> | undefined;
  /** By region. */
  private readonly known = new Map<string, 'papers' | 'sheets'>();
  /** What holds, the highest authority first. */
  readonly facts: readonly Fact[];
  /** What a newer sheet or a correction has taken the place of. */
  readonly superseded: readonly Fact[];

  constructor(facts: readonly Fact[]) {
    const { current, superseded } = settle(facts);
    this.superseded = superseded;
    this.facts = current.sort((a, b) => rankOf(a) - rankOf(b));
    for (const fact of this.facts) {
      if (fact.source.authority !== 'sheet') this.known.set(fact.region, 'papers');
      else if (!this.known.has(fact.region)) this.known.set(fact.region, 'sheets');
      // 项目, 企业: names that fit anything match nothing.
      if (isVague(fact.claim)) continue;
      const subjects = this.index.get(fact.region) ?? new Map<string, Fact[]>();
      this.index.set(fact.region, subjects);
      const key = subjectKey(fact.claim);
      const list = subjects.get(key);
      if (list) list.push(fact);
      else subjects.set(key, [fact]);
    }
  }

  /**
   * The baseline of a draft of a region and year: reports of the same or a later year are left out, since a draft is
   * never its own baseline; data sheets stay. A sheet that names no region is the draft's own.
   */
  of(region: string | null, year: number | null): { baseline: Baseline; leftOut: Source[] } {
    const key = `${region}|${year}`;
    const known = this.views.get(key);
    if (known) return known;
    const view = this.viewOf(region, year);
    this.views.set(key, view);
    return view;
  }

  private viewOf(region: string | null, year: number | null): { baseline: Baseline; leftOut: Source[] } {
    const isLate = ({ authority, year: own }: Source): boolean => year !== null && authority !== 'sheet' && own !== null && own >= year;
    const isOwn = ({ region: own, source }: Fact): boolean => region !== null && own === '' && source.authority === 'sheet';
    const all = [...this.facts, ...this.superseded];
    const leftOut = [...new Set(all.filter((fact) => isLate(fact.source)).map((fact) => fact.source))];
    if (leftOut.length === 0 && !all.some(isOwn)) return { baseline: this, leftOut };
    const kept = all.filter((fact) => !isLate(fact.source)).map((fact) => (isOwn(fact) ? { ...fact, region: region as string } : fact));
    return { baseline: new Baseline(kept), leftOut };
  }

  /** All facts on what a claim is about, of any period and kind, the highest authority first. */
  about(region: string, claim: Pick<Claim, 'name' | 'indicator'>): readonly Fact[] {
    const key = subjectKey(claim);
    return (key && this.index.get(region)?.get(key)) || nothing;
  }

  /** The fact that stands right behind another in its paper. */
  behind(fact: Fact): Fact | undefined {
    this.byPlace ??= new Map(this.facts.map((each) => [placeKey(each.source.id, numberOf(each)), each]));
    return this.byPlace.get(placeKey(fact.source.id, numberOf(fact) + 1));
  }

  /** Facts that state the same as the claim, of its period or another. */
  same(region: string, claim: Claim, period: Period | null = claim.period): Fact[] {
    return this.about(region, claim).filter((fact) => samePeriod(fact.claim.period, period) && speakOfSame(fact.claim, claim));
  }

  /** Actual values of the same indicator one year earlier. */
  yearBefore(region: string, claim: Claim, years = 1): Fact[] {
    const { period } = claim;
    if (!period) return [];
    return this.same(region, claim, yearsBefore(period, years)).filter((fact) => fact.claim.status !== 'target');
  }

  /** The targets of the same indicator for the year before. */
  targetsYearBefore(region: string, claim: Claim): Fact[] {
    const { period } = claim;
    return period ? this.targets(region, claim, yearsBefore(period, 1)) : [];
  }

  /** Targets set for the claim's period or another. */
  targets(region: string, claim: Claim, period: Period | null = claim.period): Fact[] {
    return this.same(region, claim, period).filter((fact) => fact.claim.status === 'target');
  }

  /** Whether anything is known of a region: earlier papers, data sheets, or nothing at all. */
  knows(region: string): 'papers' | 'sheets' | undefined {
    return this.known.get(region);
  }

  /** Earlier values, no targets, newest first: 初步核算 is how reports have the output of their year. */
  earlier(region: string, claim: Claim): Fact[] {
    const year = yearOf(claim.period);
    if (year === undefined) return [];
    return this.about(region, claim)
      .filter((fact) => fact.claim.status !== 'target' && (yearOf(fact.claim.period) ?? year) < year && speakOfSame(fact.claim, claim))
      .sort((a, b) => (b.claim.period?.to ?? 0) - (a.claim.period?.to ?? 0));
  }
}

const yearsBefore = ({ from, to }: Period, years: number): Period => ({ from: from - 12 * years, to: to - 12 * years });

const placeKey = (source: string, number: number): string => `${source}|${number}`;

/** A fact's number in its paper, the end of its id. */
const numberOf = ({ id }: Fact): number => Number(/(?<!\d)\d+$/.exec(id)?.[0] ?? Number.NaN);
