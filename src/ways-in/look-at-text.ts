import { countByClass, type DoorStages, receive } from '../pipeline/receive.ts';
import type { RawMessage } from '../slack/take.ts';
import type { Looked } from '../slack/ways-in.ts';

/** What the door would make of a text, in memory: what would be removed, or why it would be refused. */
export function createLook(stages: DoorStages) {
  return (raw: string, context: RawMessage['context']): Looked => {
    const received = receive(stages, { id: '', author: '', ts: '', at: 0, raw, context });
    if (received.kind === 'refused') return { kind: 'refused', why: received.why };
    const { unreadable } = received.turn;
    if (unreadable !== null) return { kind: 'refused', why: unreadable };
    return { kind: 'readable', removed: countByClass(received.removed) };
  };
}
