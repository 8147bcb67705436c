import type { WebClient } from '@slack/web-api';
import type { Background } from './background.ts';
import type { Identity } from './identity.ts';
import type { ViewParts } from './views/view-parts.ts';
import { welcomeMessage } from './views/welcome-message.ts';
import type { WaysIn } from './ways-in.ts';

/** What welcoming people needs. */
interface GreetParts {
  readonly waysIn: Pick<WaysIn, 'firstContact'>;
  readonly clientOf: (team: string) => Promise<WebClient>;
  readonly identity: () => Identity;
  readonly background: Background;
  readonly view: ViewParts;
}

/** Welcomes a person in the direct conversation if nobody has yet; see `createGreet`. */
export type Greet = (user: string) => void;

/**
 * Tells a person once, privately and in the background, what this is and what it is not. A welcome that
 * Slack does not take is a code in the log and is not repeated.
 */
export function createGreet(parts: GreetParts): Greet {
  const { waysIn, background, view } = parts;
  return (user) =>
    background.run('slack.welcome-failed', async () => {
      const { install } = parts.identity();
      if (!(await waysIn.firstContact(install, user))) return;
      const client = await parts.clientOf(install);
      const { channel } = await client.conversations.open({ users: user });
      if (!channel?.id) return;
      await client.chat.postMessage({ channel: channel.id, ...welcomeMessage(view) });
    });
}
