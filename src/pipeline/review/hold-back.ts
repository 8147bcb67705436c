import type { Assessment, Phrase } from '../outcome.ts';
import type { WorkspacePolicy } from '../settings/workspace-policy.ts';
import { phraseMark } from './phrase-mark.ts';
import type { Review } from './review.ts';

type Standing = Pick<Review, 'released' | 'barred' | 'instead' | 'state'>;

/** A phrase as a supervisor put it, or as it is. */
function asReviewed(phrase: Phrase, review: Standing | null): Phrase {
  const mark = phraseMark(phrase);
  const instead = review?.instead.findLast((each) => each.mark === mark);
  return instead === undefined ? phrase : { ...phrase, text: instead.text };
}

/** True when a phrase may be shown under the policy of the workspace. */
function isShown(
  phrase: Phrase,
  policy: Pick<WorkspacePolicy, 'review'>,
  review: Standing | null,
): boolean {
  const mark = phraseMark(phrase);
  if (review?.barred.includes(mark)) return false;
  return policy.review === 'open' || (review?.released.includes(mark) ?? false);
}

/**
 * The assessment as it may be shown: in `gate` mode only phrases that a supervisor let through, in
 * `open` mode all but those they took back, with their own words where they gave them. Reading, safety
 * and consultation options are never held back.
 */
export function holdBack(
  assessment: Assessment,
  policy: Pick<WorkspacePolicy, 'review'>,
  review: Standing | null,
  say: (key: string) => string,
): Assessment {
  const { suggestions } = assessment;
  const kept = suggestions.phrases.filter((phrase) => isShown(phrase, policy, review));
  const phrases = kept.map((phrase) => asReviewed(phrase, review));
  if (phrases.length === suggestions.phrases.length) {
    return { ...assessment, suggestions: { ...suggestions, phrases } };
  }
  const flagged = review !== null && review.state === 'flagged';
  const some = phrases.length > 0 ? '.some' : '';
  const withheld = say(flagged ? 'withheld.flagged' : `withheld.gate${some}`);
  return { ...assessment, suggestions: { ...suggestions, phrases, withheld } };
}
