import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { ThreadKey } from '../pipeline/message.ts';
import { DeliveryError } from './delivery-error.ts';
import { findAllOwn } from './find-own.ts';
import type { Identity } from './identity.ts';
import { removeMessage } from './remove-message.ts';

/** Our messages of one thread, as far as they are known. */
export interface Replies {
  readonly key: ThreadKey;
  /** `ts` of each. */
  readonly known: readonly string[];
  /** True when the thread is to be looked through for others of ours as well. */
  readonly all: boolean;
}

const TRIES = 5;
const LONGEST_WAIT_MS = 60_000;

/** Deletes one message, waiting as Slack asks; false when it still stands. */
async function removePatiently(client: WebClient, channel: string, ts: string): Promise<boolean> {
  for (let count = 1; ; count += 1) {
    try {
      return await removeMessage(client, channel, ts);
    } catch (error) {
      if (count === TRIES || !(error instanceof DeliveryError)) return false;
      await sleep(Math.min(error.retryAfterMs ?? 0, LONGEST_WAIT_MS));
    }
  }
}

/**
 * Deletes messages of ours in a thread: the known ones and, when all are to go and we may look, those
 * a crash kept from being noted. Resolves to how many known to us still stand.
 */
export async function removeReplies(
  client: WebClient,
  { key, known, all }: Replies,
  we: Identity,
): Promise<number> {
  const found = all ? await findAllOwn(client, key, we).catch(() => []) : [];
  let left = 0;
  for (const ts of new Set([...known, ...found])) {
    if (!(await removePatiently(client, key.channel, ts))) left += 1;
  }
  return left;
}
