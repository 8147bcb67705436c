import type { Page, PageMessage } from '../pipeline/paging/page.ts';
import type { WorkspacePolicy } from '../pipeline/settings/workspace-policy.ts';
import { errorCode } from './error-code.ts';
import { channelRefusal } from './guards/channel.ts';
import { openDirect } from './open-direct.ts';
import type { Poster } from './poster.ts';
import type { SlackLog } from './slack-log.ts';
import { threadLink } from './thread-link.ts';
import { tellingId } from './turn-id.ts';
import type { SlackMessage } from './views/blocks.ts';
import { acknowledgedNote, pageMessage } from './views/page-message.ts';
import type { ViewParts } from './views/view-parts.ts';
import type { LookUp } from './workspaces/look-up.ts';

type Told = Pick<WorkspacePolicy, 'onCall' | 'supervisionChannel'>;

/** What is said to people on call. Every call may be repeated and then posts nothing twice. */
export interface PagingVoice {
  /**
   * Tells everybody on call directly, and the supervision channel with one line; on a nag only the people.
   * Resolves to what stands now; rejects after trying everybody when somebody could not be told.
   */
  page(page: Page, told: Told, sent: (message: PageMessage) => Promise<void>): Promise<void>;
  /** Says in every message where it stands, and in the thread who has it. */
  update(page: Page): Promise<void>;
}

interface VoiceParts extends LookUp {
  readonly poster: Poster;
  /** What views are built from, by install. */
  readonly viewOf: (team: string) => ViewParts;
  readonly log: SlackLog;
}

/** One place where something is told, found when it is its turn. */
interface Place {
  readonly id: string;
  readonly open: () => Promise<string | null>;
}

/** Speaks for safety: to the people on call, never to a whole channel, never with a word of the case. */
export function createPagingVoice(parts: VoiceParts): PagingVoice {
  const { poster, clientOf, identityOf, directoryOf, viewOf, log } = parts;

  const linkOf = async ({ key }: Page) =>
    threadLink(await clientOf(key.team), key.channel, key.thread).catch(() => null);

  /** The supervision channel, unless others can read it. */
  async function channelOf({ key }: Page, { supervisionChannel: channel }: Told) {
    if (channel === null) return null;
    const facts = await (await directoryOf(key.team)).channel(channel);
    const no = channelRefusal(channel, facts, [channel], (await identityOf(key.team)).team);
    if (no !== null) log.warn('paging.channel-refused', { code: no });
    return no === null ? channel : null;
  }

  /** Where somebody on call is told, each with the id under which it is posted once. */
  function placesOf(page: Page, told: Told): Place[] {
    const others = told.onCall.filter((user) => user !== page.author);
    const people = (others.length > 0 ? others : told.onCall).map((user) => ({
      id: tellingId(`page-${page.episode}-${page.nags}`, user),
      open: async () => openDirect(await clientOf(page.key.team), user, log),
    }));
    const line = { id: `page-${page.episode}`, open: () => channelOf(page, told) };
    return page.nags === 0 ? [...people, line] : people;
  }

  /** Posts at one place, unless it stands there; null when nobody can be told there. */
  async function tell(page: Page, { id, open }: Place, message: SlackMessage) {
    if (page.messages.some((kept) => kept.id === id)) return null;
    const channel = await open();
    if (channel === null) return null;
    const key = { team: page.key.team, channel, thread: '' };
    const posted = await poster.put({ key, turn: id, after: '' }, message, null);
    return posted === null ? null : { id, channel, ts: posted.ts };
  }

  return {
    async page(page, told, sent) {
      const message = pageMessage(page, await linkOf(page), viewOf(page.key.team));
      const faults: unknown[] = [];
      for (const place of placesOf(page, told)) {
        try {
          const posted = await tell(page, place, message);
          if (posted !== null) await sent(posted);
        } catch (error) {
          log.error('paging.not-told', { code: errorCode(error) });
          faults.push(error);
        }
      }
      if (faults.length > 0) throw faults[0];
    },
    async update(page) {
      const { team } = page.key;
      if (page.state === 'acknowledged') {
        const place = { key: page.key, turn: `has-${page.episode}`, after: page.key.thread };
        await poster.putOnce(place, acknowledgedNote(page, viewOf(team)));
      }
      const message = pageMessage(page, await linkOf(page), viewOf(page.key.team));
      for (const { id, channel, ts } of page.messages) {
        const key = { team, channel, thread: '' };
        await poster.put({ key, turn: id, after: '' }, message, ts);
      }
    },
  };
}
