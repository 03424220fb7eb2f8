import type { IndexedClaim } from '../../claims/claim-index.ts';
import { liesBelow } from '../../figures/interval.ts';
import { between, countsUp, isAbout, isLevel, shareWord, wordsBefore } from '../support.ts';

/** 二期30万千瓦并网，累计并网装机达到9万千瓦: all that was ever done holds what was just done. */
export const countedUp = (claims: readonly IndexedClaim[]): { part: IndexedClaim; whole: IndexedClaim }[] =>
  claims.flatMap((whole, i) => {
    const part = claims[i - 1];
    if (!part || !countsUp(whole) || countsUp(part) || ![whole, part].every(isPlain)) return [];
    const isOne =
      part.claim.dimension === whole.claim.dimension &&
      part.claim.status === whole.claim.status &&
      !/[;。]/.test(between(part, whole)) &&
      /累计/.test(wordsBefore(whole)) &&
      // 改造供水管网26公里，累计改造燃气管网18公里: only what power plants are called by varies so much.
      (whole.claim.carried ||
        isAbout(part.claim, whole.claim) ||
        (part.claim.dimension === 'power' && shareWord(part.claim.name, whole.claim.name)));
    return isOne && liesBelow(whole.claim.interval, part.claim.interval) ? [{ part, whole }] : [];
  });

const isPlain = (entry: IndexedClaim): boolean =>
  isLevel(entry) && !entry.claim.part && entry.claim.bound === 'exact' && /^(?:value|to)$/.test(entry.claim.role);
