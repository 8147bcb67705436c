import type { WebClient } from '@slack/web-api';
import type { ThreadKey } from '../pipeline/message.ts';
import type { SafetyScreen } from '../pipeline/outcome.ts';
import type { Claims } from './claims.ts';
import { type IngressParts, pausedRefusal } from './ingress.ts';
import { removeMessage } from './remove-message.ts';
import { privateId, rootId } from './turn-id.ts';
import { privateRoot } from './views/private-root.ts';
import type { Refusal } from './views/refusal.ts';
import { markTurn } from './views/turn-mark.ts';
import type { Looked, WaysIn } from './ways-in.ts';

/** A text somebody brings without writing it to us; it stays in memory. */
export interface Brought {
  readonly user: string;
  readonly text: string;
  /** Opaque id of the form or the message it comes from: opened once for each. */
  readonly from: string;
  /** True when a message of theirs stands in Slack as they wrote it. */
  readonly stands: boolean;
}

/** What became of a text; `safety` is the screen of it as it was written. */
export type Opening =
  | { readonly kind: 'opened'; readonly key: ThreadKey }
  /** It has just been opened, or is being opened elsewhere. */
  | { readonly kind: 'again' }
  | { readonly kind: 'denied'; readonly why: Refusal; readonly safety: SafetyScreen }
  | {
      readonly kind: 'refused';
      readonly why: Extract<Looked, { kind: 'refused' }>['why'];
      readonly safety: SafetyScreen;
    };

/** What opening private cases needs. */
export interface PrivateCaseParts extends IngressParts {
  readonly waysIn: Pick<WaysIn, 'look'>;
  readonly claims: Claims;
  readonly clientOf: (team: string) => Promise<WebClient>;
}

/** How long the same form or message is not opened a second time. */
const ONCE_MS = 60_000;

interface Place {
  readonly client: WebClient;
  readonly key: ThreadKey;
  /** Opaque id of the turn. */
  readonly turn: string;
}

/** Opens the direct conversation and our message in it that the case hangs under. */
async function openThread(turn: string, user: string, parts: PrivateCaseParts): Promise<Place> {
  const team = parts.identity().install;
  const client = await parts.clientOf(team);
  const { channel } = await client.conversations.open({ users: user });
  if (!channel?.id) throw new Error('Slack did not open the direct conversation.');
  const { text, blocks } = privateRoot(null, parts.view);
  const { ts } = await client.chat.postMessage({
    ...{ channel: channel.id, text, blocks: markTurn(blocks, rootId(turn)) },
    ...{ unfurl_links: false, unfurl_media: false },
  });
  if (!ts) throw new Error('Slack did not say where the message stands.');
  return { client, turn, key: { team, channel: channel.id, thread: ts } };
}

/** Shows in our message what was taken in, unless it is held back for its author. */
async function showRead(place: Place, user: string, parts: PrivateCaseParts): Promise<void> {
  const { client, key, turn } = place;
  const [first] = await parts.intake.own.written(key, user);
  if (first === undefined || first.held) return;
  const { text, blocks } = privateRoot(first.text, parts.view);
  const marked = markTurn(blocks, rootId(turn));
  await client.chat.update({ channel: key.channel, ts: key.thread, text, blocks: marked });
}

/** Through the same door as a message; when it is not taken in, our message goes again. */
async function takeIn(
  place: Place,
  { user, text, stands }: Brought,
  safety: SafetyScreen,
  parts: PrivateCaseParts,
): Promise<void> {
  const { client, key, turn } = place;
  const { channel, thread } = key;
  const writer = { channel, user, thread, hasFiles: false, again: 0, stands };
  const at = Math.round(Number(thread) * 1000);
  try {
    await parts.door(writer, {
      ...{ key, turn, ts: thread, author: user, edit: false, at, text, safety },
    });
  } catch (error) {
    parts.background.run('slack.root-not-removed', () => removeMessage(client, channel, thread));
    throw error;
  }
  parts.background.run('slack.root-not-updated', () => showRead(place, user, parts));
}

/**
 * Opens a case in the direct conversation with the person, for them alone: guards, the safety screen
 * on the raw text, a look at what the door would say, then our message and the door itself. Nothing is
 * posted for a text that would be refused.
 * @throws when Slack or the store does not answer; nothing is kept then, and it can be repeated
 */
export function createPrivateCases(parts: PrivateCaseParts) {
  return async (brought: Brought): Promise<Opening> => {
    const { user, text, from } = brought;
    const safety = parts.intake.screen(text);
    const no = await parts.access({ channel: '', user, direct: true, external: false });
    const why = no ?? pausedRefusal(safety, parts);
    if (why !== null) return { kind: 'denied', why, safety };
    const { install: team } = parts.identity();
    const key = { team, channel: '', thread: '' };
    const looked = parts.waysIn.look(text, await parts.surroundings({ key, ts: '', text }));
    if (looked.kind === 'refused') return { kind: 'refused', why: looked.why, safety };
    const turn = privateId(team, user, from);
    const claim = `private:${turn}`;
    if (!(await parts.claims.claim(claim, ONCE_MS))) return { kind: 'again' };
    try {
      const place = await openThread(turn, user, parts);
      parts.status(place.key.channel, place.key.thread);
      await takeIn(place, brought, safety, parts);
      return { kind: 'opened', key: place.key };
    } catch (error) {
      await parts.claims.release(claim);
      throw error;
    }
  };
}
