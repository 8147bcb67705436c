import type { WebClient } from '@slack/web-api';
import type { ThreadKey } from '../pipeline/message.ts';
import type { Identity } from './identity.ts';
import { turnOf } from './views/turn-mark.ts';

/**
 * Where a message of ours belongs: the thread, and the message in it that it answers. An empty thread
 * is the channel itself, and `after` is then not looked at.
 */
export interface Place {
  readonly key: ThreadKey;
  /** Opaque id of the turn it answers; stands in its first `block_id`. */
  readonly turn: string;
  /** `ts` of the message it answers. */
  readonly after: string;
}

/** The strictest page Slack gives an app (15 messages, one call a minute). */
const PAGE = 15;
/** For a whole thread; Slack shortens it itself where it must. */
const WIDE_PAGE = 200;
const MOST_PAGES = 10;

const isOurs = (message: { user?: string; bot_id?: string }, we: Identity) =>
  message.user === we.botUser || (we.bot !== null && message.bot_id === we.bot);

/**
 * The `ts` of our message that already answers this turn, or null. Reads one page of the thread
 * behind the message it answers, or the newest of the channel, and looks at first `block_id`s only; no text is kept.
 * @throws what the Web API throws, `missing_scope` without the history scopes
 */
export async function findOwn(
  client: WebClient,
  { key, turn, after }: Place,
  we: Identity,
): Promise<string | null> {
  const { channel, thread } = key;
  const { messages = [] } =
    thread === ''
      ? await client.conversations.history({ channel, limit: PAGE })
      : await client.conversations.replies({ channel, ts: thread, oldest: after, limit: PAGE });
  return messages.find((each) => isOurs(each, we) && turnOf(each.blocks) === turn)?.ts ?? null;
}

/**
 * The `ts` of every message of ours in a thread that answers a turn; at most `MOST_PAGES` pages of the
 * thread are read, no text is kept.
 * @throws what the Web API throws, `missing_scope` without the history scopes
 */
export async function findAllOwn(
  client: WebClient,
  { channel, thread }: ThreadKey,
  we: Identity,
): Promise<string[]> {
  const found: string[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages = [], response_metadata: next } = await client.conversations.replies({
      ...{ channel, ts: thread, limit: WIDE_PAGE },
      ...(cursor === '' ? {} : { cursor }),
    });
    for (const { ts, ...each } of messages) {
      if (ts && isOurs(each, we) && turnOf(each.blocks) !== null) found.push(ts);
    }
    cursor = next?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return found;
}
