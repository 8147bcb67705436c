import type { WebClient } from '@slack/web-api';
import { errorCode } from './error-code.ts';
import type { ChannelFacts } from './guards/channel.ts';
import type { UserFacts } from './guards/user.ts';
import type { SlackLog } from './slack-log.ts';

/** Facts about channels and users; null means that Slack did not answer. */
export interface Directory {
  channel(id: string): Promise<ChannelFacts | null>;
  user(id: string): Promise<UserFacts | null>;
}

interface DirectoryParts {
  readonly client: WebClient;
  readonly log: SlackLog;
  /** How long an answer is believed, in milliseconds. */
  readonly ttlMs: number;
  readonly now: () => number;
}

const MOST_KEPT = 5_000;

/** A lookup whose answers are kept for a while; failures are not kept, callers at once share one call. */
function remembered<Facts>(
  parts: DirectoryParts,
  kind: string,
  ask: (id: string) => Promise<Facts | null>,
): (id: string) => Promise<Facts | null> {
  const kept = new Map<string, { readonly until: number; readonly facts: Promise<Facts | null> }>();
  const asked = async (id: string): Promise<Facts | null> => {
    try {
      return await ask(id);
    } catch (error) {
      parts.log.warn('slack.check-unanswered', { kind, code: errorCode(error) });
      return null;
    }
  };
  return (id) => {
    const before = kept.get(id);
    if (before && before.until > parts.now()) return before.facts;
    const facts = asked(id);
    kept.delete(id);
    kept.set(id, { until: parts.now() + parts.ttlMs, facts });
    void facts.then((answer) => {
      if (answer === null && kept.get(id)?.facts === facts) kept.delete(id);
    });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return facts;
  };
}

/** Asks Slack about channels and users (`conversations.info`, `users.info`), remembering for minutes. */
export function createDirectory(parts: DirectoryParts): Directory {
  return {
    channel: remembered(parts, 'channel', async (id) => {
      const { channel } = await parts.client.conversations.info({ channel: id });
      return (channel as ChannelFacts | undefined) ?? null;
    }),
    user: remembered(parts, 'user', async (id) => {
      const { user } = await parts.client.users.info({ user: id });
      return (user as UserFacts | undefined) ?? null;
    }),
  };
}
