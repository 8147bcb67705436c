import type { SafeText } from '../message.ts';
import type { Phrase } from '../outcome.ts';
import { phraseMark, phrasesMark } from './phrase-mark.ts';
import type { Decision, FlagReason, Review, ReviewDeed, ReviewState } from './review.ts';

/** What a supervisor decides about the phrases they have seen. */
export interface Deciding {
  readonly id: string;
  readonly deed: ReviewDeed;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Digest of the phrases on the card when they pressed. */
  readonly about: string;
  readonly note: SafeText | null;
  readonly reasons: readonly FlagReason[];
  /** Their words, by the number of the phrase; phrases left out stay as they are. */
  readonly words: ReadonlyMap<number, SafeText>;
}

/** What became of a decision. */
export type Decided =
  | { readonly kind: 'decided'; readonly review: Review }
  /** The same press came twice. */
  | { readonly kind: 'again' }
  /** The reading has changed since the card was looked at. */
  | { readonly kind: 'changed' }
  /** Nobody approves their own case. */
  | { readonly kind: 'own-case' };

const STATES: Readonly<Record<ReviewDeed, ReviewState>> = {
  approve: 'approved',
  reword: 'reworded',
  flag: 'flagged',
  'take-over': 'taken-over',
  'ask-back': 'asked-back',
};

const union = (kept: readonly string[], added: readonly string[]) => [
  ...new Set([...kept, ...added]),
];
const without = (kept: readonly string[], gone: readonly string[]) =>
  kept.filter((each) => !gone.includes(each));

/** What the decision means for the phrases; taking over and asking leave them as they are. */
function released(review: Review, phrases: readonly Phrase[], { deed, words }: Deciding) {
  const marks = phrases.map(phraseMark);
  const { released: before, barred, instead } = review;
  if (deed === 'flag') {
    return { released: without(before, marks), barred: union(barred, marks), instead };
  }
  if (deed !== 'approve' && deed !== 'reword') return { released: before, barred, instead };
  const own = [...words].flatMap(([index, text]) => {
    const mark = marks[index];
    return mark === undefined ? [] : [{ mark, text }];
  });
  const gone = deed === 'approve' ? marks : own.map(({ mark }) => mark);
  return {
    released: union(before, marks),
    barred: without(barred, marks),
    instead: [...instead.filter(({ mark }) => !gone.includes(mark)), ...own],
  };
}

/**
 * The review after a supervisor's decision about exactly the phrases they saw. Approving lets these
 * phrases through and no newer ones; whoever brought the case decides nothing about it.
 *
 * @param phrases the phrases of the reading as it stands now
 */
export function decide(review: Review, phrases: readonly Phrase[], deciding: Deciding): Decided {
  const { id, deed, by, at, note, reasons, about } = deciding;
  if (by === review.author) return { kind: 'own-case' };
  if (review.decisions.some((kept) => kept.id === id)) return { kind: 'again' };
  if (about !== phrasesMark(phrases)) return { kind: 'changed' };
  const waitedMs = review.state === 'waiting' ? Math.max(0, at - review.since) : 0;
  const decision: Decision = { id, deed, by, at, note, reasons, waitedMs, told: null };
  return {
    kind: 'decided',
    review: {
      ...{ ...review, about, state: STATES[deed], ...released(review, phrases, deciding) },
      decisions: [...review.decisions, decision],
    },
  };
}
