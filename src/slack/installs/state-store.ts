import { randomBytes } from 'node:crypto';
import { type InstallURLOptions, InvalidStateError, type StateStore } from '@slack/oauth';
import type { RecordStore } from '../../pipeline/ports.ts';

/** How long somebody has to allow the install in Slack. */
const STATE_MS = 10 * 60 * 1000;
const STATE = /^[\w-]{43}$/;
const keyOf = (id: string) => ({ team: '', kind: 'install-state', id }) as const;

const refused = () => new InvalidStateError('The state is not known, or was used before.');

/**
 * States of the OAuth flow: drawn at random, kept for ten minutes and good once. Which install is asked
 * for stands nowhere in them, so a forged one is only an unknown one.
 */
export function createStateStore(
  records: RecordStore,
  asked: InstallURLOptions,
  now: () => number,
): StateStore {
  return {
    async generateStateParam() {
      const id = randomBytes(32).toString('base64url');
      await records.change(keyOf(id), () => ({ at: now() }), { ttlMs: STATE_MS });
      return id;
    },
    async verifyStateParam(_, id) {
      if (!STATE.test(id)) throw refused();
      if ((await records.read(keyOf(id))) === null) throw refused();
      if (!(await records.remove(keyOf(id)))) throw refused();
      return asked;
    },
  };
}
