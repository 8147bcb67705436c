import { codeOf, type Log } from '../log.ts';
import type { Restated } from '../pipeline/guard/restate.ts';
import type { WordOfferVoice } from '../pipeline/guard/word-offer.ts';
import type { Outcome } from '../pipeline/outcome.ts';
import type { Delivery, RecordStore } from '../pipeline/ports.ts';
import { DEFAULT_SETTINGS } from '../pipeline/settings/person-settings.ts';
import { caseTurns } from '../pipeline/thread/case-text.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';

/** What offering kinder words needs. */
export interface WordOfferParts {
  readonly records: Pick<RecordStore, 'read' | 'change'>;
  /** Harsh words of a write-up, each with what could be said instead. */
  readonly restate: (writeUp: string) => readonly Restated[];
  readonly voice: WordOfferVoice;
  readonly retentionMs: number;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The first harsh word of a case for which there is another one. */
function harshWord(kase: CaseThread, restate: WordOfferParts['restate']): Restated | null {
  const found = caseTurns(kase).flatMap((text) => restate(text));
  return found.find(({ instead }) => instead.length > 0) ?? null;
}

/**
 * Offers the writer of a case, privately and once in a thread, another word for a harsh one. Never in
 * front of others, never beside a safety matter, and not to somebody who has switched it off. An offer
 * that does not get through is a code in the log and stops nothing.
 */
export function createWordOffer(parts: WordOfferParts) {
  const { records, restate, voice, retentionMs, log, now } = parts;

  async function offer(kase: CaseThread, outcome: Outcome): Promise<void> {
    if (outcome.kind !== 'reading') return;
    const word = harshWord(kase, restate);
    if (word === null) return;
    const { key, author, id } = kase;
    const { team } = key;
    const chosen = await records.read({ team, kind: 'settings', id: author });
    if (!(chosen ?? DEFAULT_SETTINGS).wordOffers) return;
    if ((await records.read({ team, kind: 'word-offer', id })) !== null) return;
    await voice.offer(key, author, `${id}:word`, word);
    const made = { at: now() };
    const ties = { people: [author], thread: key, ttlMs: retentionMs };
    await records.change({ team, kind: 'word-offer', id }, (was) => was ?? made, ties);
  }

  return {
    /** Makes an offer, where there is one, once what is delivered stands in the thread. */
    delivery: (inner: Delivery): Delivery => ({
      ...inner,
      async deliver(key, kase, outcome) {
        const posted = await inner.deliver(key, kase, outcome);
        await offer(kase, outcome).catch((error: unknown) => {
          log.warn('word.not-offered', { case: kase.id, code: codeOf(error) });
        });
        return posted;
      },
    }),
  };
}
