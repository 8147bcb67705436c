import { createHash } from 'node:crypto';
import type { CaseStore, Delivery, RecordStore } from '../pipeline/ports.ts';
import { type SharedPlace, sharedCopy } from '../pipeline/share/shared-copy.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { Sharing } from '../slack/sharing.ts';

/** What sharing is built from. */
export interface SharingParts {
  readonly store: CaseStore;
  readonly records: RecordStore;
  readonly delivery: Pick<Delivery, 'deliver'>;
  /** The case as it may be shown, without phrases that wait for a supervisor. */
  readonly shown: (kase: CaseThread) => Promise<CaseThread>;
  readonly retentionMs: number;
  readonly now: () => number;
}

/** A turn's id in its new place; the same for every try. */
const renamed = (caseId: string) => (turn: string) =>
  createHash('sha256').update(`shared\n${caseId}\n${turn}`).digest('base64url').slice(0, 22);

/** Nowhere yet: what a preview is rendered from. */
const nowhere = (kase: CaseThread): SharedPlace => ({
  ...{ key: kase.key, id: `preview-${kase.id}`, root: { turn: 'preview', ts: '0.0' } },
});

/** The store-side of sharing a private case to a channel, where it goes on as a case of its own. */
export function createSharing(parts: SharingParts): Sharing {
  const { store, records, delivery, retentionMs: ttlMs, now } = parts;

  async function copyOf(kase: CaseThread, place: SharedPlace): Promise<CaseThread> {
    const { assessment } = await parts.shown(kase);
    return sharedCopy({ ...kase, assessment }, place, renamed(place.id));
  }

  return {
    async of(team, caseId) {
      const shared = await records.read({ team, kind: 'shared', id: caseId });
      if (shared === null) return null;
      const { channel, thread } = shared;
      return (await store.load({ team, channel, thread })) === null ? null : shared;
    },
    preview: async (kase) => parts.shown(await copyOf(kase, nowhere(kase))),
    async share(kase, place) {
      const { key } = place;
      const before = { ...key };
      await store.load(before);
      const copy = await copyOf(kase, place);
      const { assessment } = copy;
      if (assessment === null) throw new Error('There is no reading to share.');
      const posted = await delivery.deliver(key, copy, { kind: 'outdated', assessment });
      const turn = copy.turns.at(-1)?.id ?? '';
      const replies = posted ? [...copy.replies, { turn, ts: posted.ts }] : copy.replies;
      await store.commit(before, { ...copy, replies }, [], ttlMs);
      const { team, channel, thread } = key;
      const { author: by } = kase;
      const shared = { channel, thread, by, at: now() };
      await records.change({ team, kind: 'shared', id: kase.id }, () => shared, {
        ...{ ttlMs, people: [by], thread: kase.key },
      });
      await store.record({ at: now(), team, who: by, what: 'case.shared', about: kase.id });
      return key;
    },
  };
}
