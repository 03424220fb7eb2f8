import type { IndexedClaim } from './core/claims/claim-index.ts';
import { type Confirmation, followConfirmed } from './core/confirmation.ts';
import { decisionsOn, draftIdentity } from './core/reviewed.ts';
import type { Check } from './drafts.ts';

/** The confirmation that a figure of a draft stands by. */
export const confirmationOn = ({ result, reviewed }: Check, entry: IndexedClaim): Confirmation | undefined =>
  followConfirmed(decisionsOn(reviewed, draftIdentity(result.document)).confirmed, result.index).held.get(entry);
