import type { ClaimIndex, IndexedClaim } from '../../claims/claim-index.ts';
import { subjectKey } from '../../claims/subject.ts';
import { overlap } from '../../figures/interval.ts';
import type { Finding, Related } from '../../finding.ts';
import { describePlace } from '../../outline/place.ts';
import { findingElsewhere, type HeldDraft } from './elsewhere.ts';
import { contradictable, speakOfOneThing } from './one-thing.ts';

/** Another paper that is laid before the same congress. */
export interface OtherPaper {
  index: ClaimIndex;
  title: string;
  /** Where one of its claims stands. */
  at(entry: IndexedClaim): Pick<Related, 'elsewhere'>;
}

/** What other papers contradict in a draft. */
export const againstPapers = (held: HeldDraft, others: readonly OtherPaper[]): Finding[] => {
  if (others.length === 0) return [];
  return held.index.claims.filter(contradictable).flatMap((entry) =>
    others.flatMap((other) => {
      const against = contradictionIn(other.index, entry);
      return against ? [contradicts(held, entry, against, other)] : [];
    }),
  );
};

/** The first mention elsewhere, where none of them can be meant. */
const contradictionIn = (index: ClaimIndex, entry: IndexedClaim): IndexedClaim | undefined => {
  const mentions = index
    .ofSubject(entry.region, subjectKey(entry.claim))
    .filter((other) => contradictable(other) && speakOfOneThing(other, entry));
  return mentions.some(({ claim }) => overlap(claim.interval, entry.claim.interval)) ? undefined : mentions[0];
};

const contradicts = (held: HeldDraft, entry: IndexedClaim, against: IndexedClaim, { title, at }: OtherPaper): Finding => {
  const place = describePlace(against.passage.passage);
  return findingElsewhere(held, entry, {
    message: 'paper',
    identity: `across|${title}`,
    values: { other: against.printed, title: `《${title}》`, place },
    related: { message: `《${title}》${place}：${against.claim.name}${against.printed}`, ...at(against) },
  });
};
