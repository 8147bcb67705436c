import type { CaseStore, RecordStore } from '../pipeline/ports.ts';
import { type DoorStages, receive } from '../pipeline/receive.ts';
import { answeredTurn } from '../pipeline/thread/answered-turn.ts';
import type { FeedbackDesk } from '../slack/feedback-desk.ts';

/** What keeping feedback needs. */
export interface FeedbackParts {
  readonly store: Pick<CaseStore, 'record'>;
  readonly records: RecordStore;
  readonly stages: DoorStages;
  readonly retentionMs: number;
  readonly now: () => number;
}

/**
 * Keeps what authors say about replies that did not help: one record for each reply, the newest word on
 * it; the line only de-identified. Counted in the audit by reason.
 */
export function createFeedback(parts: FeedbackParts): FeedbackDesk {
  const { store, records, stages, retentionMs: ttlMs, now } = parts;
  return {
    async give(kase, { reasons, line: raw, context }) {
      const at = now();
      const received = receive(stages, { id: '', author: '', ts: '', at, raw, context });
      if (raw !== '' && received.kind === 'refused') return 'refused';
      const kept = raw !== '' && received.kind === 'turn' && received.turn.unreadable === null;
      const line = kept ? received.turn.text : null;
      const { team } = kase.key;
      const id = `${kase.id} ${answeredTurn(kase)?.id ?? ''}`;
      await records.change(
        { team, kind: 'feedback', id },
        () => ({ about: kase.id, reasons, line, at }),
        { ttlMs, people: [kase.author], thread: kase.key },
      );
      for (const reason of reasons) {
        const what = `feedback.${reason}`;
        await store.record({ at, team, who: kase.author, what, about: kase.id });
      }
      return 'kept';
    },
  };
}
