import type { WebClient } from '@slack/web-api';
import type { RehearsalVoice } from '../pipeline/rehearsal/rehearsal-voice.ts';
import type { Identity } from './identity.ts';
import type { Poster } from './poster.ts';
import { removeReplies } from './remove-replies.ts';
import { practiceReply } from './views/rehearsal/practice-reply.ts';
import { markTurn } from './views/turn-mark.ts';
import type { ViewParts } from './views/view-parts.ts';

/** What speaking in a rehearsal needs. */
interface VoiceParts {
  readonly clientOf: (team: string) => Promise<WebClient>;
  readonly identityOf: (team: string) => Promise<Identity>;
  readonly poster: Poster;
  readonly viewOf: (team: string) => ViewParts;
}

/** Rehearsals in the direct messages with a person; each message is posted once for its turn. */
export function createRehearsalVoice(parts: VoiceParts): RehearsalVoice {
  const { clientOf, poster, viewOf } = parts;
  return {
    async open(team, person, id, message) {
      const client = await clientOf(team);
      const { channel } = await client.conversations.open({ users: person });
      if (!channel?.id) throw new Error('Slack did not open the direct conversation.');
      const { text, blocks } = practiceReply(message, viewOf(team));
      const { ts } = await client.chat.postMessage({
        ...{ channel: channel.id, text, blocks: markTurn(blocks, id) },
        ...{ unfurl_links: false, unfurl_media: false },
      });
      if (!ts) throw new Error('Slack did not say where the message stands.');
      return { team, channel: channel.id, thread: ts };
    },
    async show(key, { turn, after }, message) {
      await poster.put({ key, turn, after }, practiceReply(message, viewOf(key.team)), null);
    },
    withdraw: (key, { turn, after }) => poster.withdraw({ key, turn, after }, null),
    async remove(key) {
      const [client, we] = await Promise.all([clientOf(key.team), parts.identityOf(key.team)]);
      await removeReplies(client, { key, known: [key.thread], all: true }, we);
    },
  };
}
