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
  readonly now: () => number;
}

/** Welcomes a person in the direct conversation if nobody has yet; see `createGreet`. */
export type Greet = (user: string) => void;

const MET_MS = 10 * 60 * 1000;
const MOST_KEPT = 5_000;

/**
 * Tells a person once, privately and in the background, what this is and what it is not. A welcome that
 * Slack does not take is a code in the log and is not repeated. Whether somebody was welcomed is looked
 * up every ten minutes at most.
 */
export function createGreet(parts: GreetParts): Greet {
  const { waysIn, background, view, now } = parts;
  const met = new Map<string, number>();

  async function welcome(user: string): Promise<void> {
    const { install } = parts.identity();
    const isFirst = waysIn.firstContact(install, user).catch((error: unknown) => {
      met.delete(user);
      throw error;
    });
    if (!(await isFirst)) return;
    const client = await parts.clientOf(install);
    const { channel } = await client.conversations.open({ users: user });
    if (!channel?.id) return;
    await client.chat.postMessage({ channel: channel.id, ...welcomeMessage(view) });
  }

  return (user) => {
    if ((met.get(user) ?? 0) > now()) return;
    met.delete(user);
    met.set(user, now() + MET_MS);
    const [oldest] = met.keys();
    if (met.size > MOST_KEPT && oldest !== undefined) met.delete(oldest);
    background.run('slack.welcome-failed', () => welcome(user));
  };
}
