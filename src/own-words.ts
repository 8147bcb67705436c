import type { Act, ThreadKey } from './pipeline/message.ts';
import { isHeld } from './pipeline/thread/held.ts';
import { createPutRight, type PutRightParts } from './put-right.ts';
import type { OwnWords, Written } from './slack/take.ts';

/** What people may see and do about their own messages, as the store holds them. */
export function createOwnWords(parts: PutRightParts): OwnWords {
  const { store } = parts;

  async function written(key: ThreadKey, by: string): Promise<Written[]> {
    const kase = await store.load({ ...key });
    const messages = (await store.waiting(key)).flatMap((event) =>
      event.kind === 'turn' || event.kind === 'edit' ? [event] : [],
    );
    const waiting = messages.map((event) => ({ ...event, held: isHeld(event) }));
    const kept = (kase?.turns ?? []).map((turn) => ({ ...turn, held: false }));
    return [...kept, ...waiting]
      .filter(({ author }) => author === by)
      .map(({ id: turn, ts, at, text, held }) => ({ turn, ts, at, text, held }))
      .toSorted((a, b) => a.at - b.at);
  }

  async function heldOf(key: ThreadKey, turn: string, by: string): Promise<boolean> {
    const held = (await store.waiting(key)).filter(isHeld);
    return held.some(({ id, author }) => id === turn && author === by);
  }

  const isTheirs = async (key: ThreadKey, by: string) => (await written(key, by)).length > 0;
  return {
    written,
    send: async (key, turn, { id, by, at }) => {
      if (!(await heldOf(key, turn, by))) return false;
      const act: Act = { kind: 'act', id, by, at, does: 'send', value: turn };
      await store.enqueue(key, act, parts.retentionMs);
      return true;
    },
    cancel: async (key, turn, by) => {
      if (!(await heldOf(key, turn, by))) return false;
      await store.discard(key, [turn]);
      const at = parts.now().getTime();
      const what = 'turn.cancelled';
      await store.record({ at, team: key.team, who: by, what, about: turn });
      return true;
    },
    ...createPutRight(parts, isTheirs),
  };
}
