import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { Claims } from './claims.ts';
import { errorCode, platformError } from './error-code.ts';
import type { Identity } from './identity.ts';
import { removeReplies } from './remove-replies.ts';
import type { Sharing } from './sharing.ts';
import type { SlackLog } from './slack-log.ts';
import { rootId } from './turn-id.ts';
import { sharedRoot } from './views/shared-root.ts';
import { markTurn } from './views/turn-mark.ts';
import type { ViewParts } from './views/view-parts.ts';

/** What posting a shared case needs. */
interface ShareParts {
  readonly clientOf: (team: string) => Promise<WebClient>;
  readonly identity: () => Identity;
  readonly sharing: Sharing;
  readonly claims: Claims;
  readonly view: ViewParts;
  readonly log: SlackLog;
}

/** What became of sharing. */
export type ShareOutcome = 'shared' | 'busy' | 'not-in-channel' | 'failed';

/** How long a second press is not followed. */
const ONCE_MS = 60_000;
const NOT_IN = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'];

/**
 * Posts a private case to a channel, once: our message with the de-identified account, and the reading
 * in its thread, where the case goes on. What was posted is taken back when something fails on the way.
 *
 * @param copy the case as it was shown to its author
 */
export async function shareCase(
  kase: CaseThread,
  copy: CaseThread,
  channel: string,
  parts: ShareParts,
): Promise<ShareOutcome> {
  const { claims, sharing, view, log } = parts;
  const { team } = kase.key;
  const claim = `share:${kase.id}`;
  if (!(await claims.claim(claim, ONCE_MS))) return 'busy';
  const client = await parts.clientOf(team);
  const id = randomUUID();
  const root = rootId(id);
  let posted: string | undefined;
  try {
    const { text, blocks } = sharedRoot(copy, view);
    const answer = await client.chat.postMessage({
      ...{ channel, text, blocks: markTurn(blocks, root) },
      ...{ unfurl_links: false, unfurl_media: false },
    });
    posted = answer.ts;
    if (!posted) throw new Error('Slack did not say where the message stands.');
    const key = { team, channel, thread: posted };
    await sharing.share(kase, { key, id, root: { turn: root, ts: posted } });
    return 'shared';
  } catch (error) {
    log.warn('slack.share-failed', { code: errorCode(error) });
    if (posted !== undefined) {
      const gone = { key: { team, channel, thread: posted }, known: [posted], all: true };
      await removeReplies(client, gone, parts.identity());
    }
    return NOT_IN.includes(platformError(error) ?? '') ? 'not-in-channel' : 'failed';
  } finally {
    await claims.release(claim);
  }
}
