import type { WebClient } from '@slack/web-api';
import type { Posted } from '../pipeline/ports.ts';
import type { Claims } from './claims.ts';
import { DeliveryError, failureOf } from './delivery-error.ts';
import { findOwn, type Place } from './find-own.ts';
import type { Identity } from './identity.ts';
import { removeMessage } from './remove-message.ts';
import type { SlackLog } from './slack-log.ts';
import type { SlackMessage } from './views/blocks.ts';
import { plainText } from './views/plain-text.ts';
import { markTurn } from './views/turn-mark.ts';

/** What putting messages into threads needs. */
export interface PosterParts {
  /** A client that never repeats a call by itself. */
  readonly client: WebClient;
  readonly identity: () => Identity;
  readonly claims: Claims;
  readonly log: SlackLog;
}

/** Puts messages into threads, one for each turn. */
export interface Poster {
  /** Posts, or updates the message that already answers this turn; null when the place is gone. */
  put(place: Place, message: SlackMessage, known: string | null): Promise<Posted | null>;
  /** Posts unless a message already answers this turn. */
  putOnce(place: Place, message: SlackMessage): Promise<void>;
  /** Deletes the message that answers a turn, looked for when `known` is null. */
  withdraw(place: Place, known: string | null): Promise<void>;
}

const CLAIM_MS = 24 * 60 * 60 * 1000;
const claimOf = (place: Place) => `post:${place.turn}`;
const marked = (message: SlackMessage, turn: string) => ({
  ...{ text: message.text, blocks: markTurn(message.blocks, turn) },
});

/**
 * Runs a call of Slack's; null when the place is gone. When Slack refuses the blocks, `plain` is run
 * instead.
 * @throws DeliveryError
 */
async function attempt<Result>(
  log: SlackLog,
  turn: string,
  call: () => Promise<Result>,
  plain: (() => Promise<Result>) | null,
): Promise<Result | null> {
  try {
    return await call();
  } catch (error) {
    const failure = failureOf(error);
    const { kind, code } = failure;
    log.warn('slack.call-failed', { turn, kind, code });
    if (kind === 'gone') return null;
    if (kind === 'blocks' && plain !== null) return attempt(log, turn, plain, null);
    if (kind === 'later' || kind === 'unsure') throw new DeliveryError(kind, code, failure.afterMs);
    throw new DeliveryError('refused', code, null);
  }
}

/** The message that already answers the turn; claims the turn when there can be none yet. */
async function standing(parts: PosterParts, place: Place): Promise<string | null> {
  if (await parts.claims.claim(claimOf(place), CLAIM_MS)) return null;
  try {
    return await findOwn(parts.client, place, parts.identity());
  } catch (error) {
    const failure = failureOf(error);
    const { kind, code } = failure;
    parts.log.warn('slack.look-failed', { turn: place.turn, kind, code });
    if (kind !== 'later' && kind !== 'unsure') return null;
    throw new DeliveryError('later', code, failure.afterMs);
  }
}

async function post(
  parts: PosterParts,
  place: Place,
  message: SlackMessage,
): Promise<Posted | null> {
  const { chat } = parts.client;
  const { channel, thread } = place.key;
  const common = {
    ...{ channel, unfurl_links: false, unfurl_media: false },
    ...(thread === '' ? {} : { thread_ts: thread }),
  };
  try {
    const answer = await attempt(
      parts.log,
      place.turn,
      () => chat.postMessage({ ...common, ...marked(message, place.turn) }),
      () => chat.postMessage({ ...common, text: plainText(message) }),
    );
    return answer?.ts ? { ts: answer.ts } : null;
  } catch (error) {
    const unsure = error instanceof DeliveryError && error.kind === 'unsure';
    if (!unsure) await parts.claims.release(claimOf(place));
    throw error;
  }
}

async function update(
  parts: PosterParts,
  place: Place,
  ts: string,
  message: SlackMessage,
): Promise<Posted | null> {
  const { chat } = parts.client;
  const { channel } = place.key;
  const answer = await attempt(
    parts.log,
    place.turn,
    () => chat.update({ channel, ts, ...marked(message, place.turn) }),
    () => chat.update({ channel, ts, text: plainText(message), blocks: [] }),
  );
  return answer === null ? null : { ts };
}

/**
 * Posting that survives crashes and lost answers. A turn is claimed before its first post; whoever
 * finds it claimed looks for our message in the thread before posting again, so that a post whose
 * answer was lost is adopted and updated. Without the history scopes nothing can be looked for, and
 * answering twice is taken over not answering.
 * @throws DeliveryError from every method, with how long to wait
 */
export function createPoster(parts: PosterParts): Poster {
  return {
    async put(place, message, known) {
      const ts = known ?? (await standing(parts, place));
      return ts === null ? post(parts, place, message) : update(parts, place, ts, message);
    },
    async putOnce(place, message) {
      if ((await standing(parts, place)) === null) await post(parts, place, message);
    },
    async withdraw(place, known) {
      const ts = known ?? (await standing(parts, place));
      if (ts === null) return;
      const { turn, key } = place;
      const gone = await removeMessage(parts.client, key.channel, ts);
      if (!gone) parts.log.warn('slack.reply-not-removed', { turn });
    },
  };
}
