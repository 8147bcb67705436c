import type { WebClient } from '@slack/web-api';
import type { ThreadKey } from '../pipeline/message.ts';
import { errorCode } from './error-code.ts';
import type { Identity } from './identity.ts';
import { rawText } from './raw-text.ts';
import type { SlackLog } from './slack-log.ts';

/** A message of a person as Slack shows it; in memory only. */
interface Shown {
  readonly ts: string;
  readonly text: string;
}

/** What people wrote in a thread, read from Slack where the history scopes are there. */
export interface ThreadHistory {
  /** Raw texts before `ts`, oldest first; none when Slack does not show them in time. */
  earlier(key: ThreadKey, ts: string): Promise<readonly string[]>;
  /** Raw texts by `ts`, or null when Slack does not show them. */
  all(key: ThreadKey): Promise<ReadonlyMap<string, string> | null>;
  /** Keeps what has just arrived beside what was read, or instead of it. */
  arrived(key: ThreadKey, ts: string, text: string): void;
}

interface HistoryParts {
  /** A client with a short time limit. */
  readonly client: WebClient;
  readonly identity: () => Identity;
  readonly log: SlackLog;
  readonly now: () => number;
}

interface Page {
  readonly until: number;
  messages: Promise<readonly Shown[] | null>;
}

/** One page; Slack shortens it itself where it must. */
const PAGE = 100;
const WAIT_MS = 800;
const KEPT_MS = 5 * 60 * 1000;
/** How long Slack is not asked again after it refused. */
const REFUSED_MS = 60 * 1000;
const MOST_THREADS = 200;
/** Letters of a thread that are looked at. */
const MOST_LETTERS = 40_000;

const placeOf = ({ team, channel, thread }: ThreadKey) => [team, channel, thread].join('\n');

/** The first messages that fit. */
function fitting(messages: readonly Shown[]): string[] {
  let sum = 0;
  return messages.flatMap(({ text }) => {
    sum += text.length;
    return sum <= MOST_LETTERS ? [text] : [];
  });
}

const late = async () =>
  new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), WAIT_MS).unref();
  });

/** Asks Slack for one page of a thread; null when it does not show it. */
function asker({ client, identity, log }: HistoryParts) {
  return async ({ channel, thread }: ThreadKey): Promise<readonly Shown[] | null> => {
    const we = identity();
    try {
      const answer = await client.conversations.replies({ channel, ts: thread, limit: PAGE });
      return (answer.messages ?? []).flatMap(({ ts, text, user, bot_id: bot }) =>
        ts && text && user && !bot && user !== we.botUser
          ? [{ ts, text: rawText(text, we.botUser) }]
          : [],
      );
    } catch (error) {
      log.warn('slack.history-unread', { code: errorCode(error) });
      return null;
    }
  };
}

/**
 * Reads threads into memory for as long as a few minutes, so that tokens are numbered and names are
 * known over the whole thread. Nothing of it is stored; without the history scopes, or when Slack is
 * slow, every message stands for itself.
 */
export function createThreadHistory(parts: HistoryParts): ThreadHistory {
  const ask = asker(parts);
  const pages = new Map<string, Page>();

  function page(key: ThreadKey): Page {
    const place = placeOf(key);
    const known = pages.get(place);
    if (known && known.until > parts.now()) return known;
    const messages = ask(key);
    const fresh = { until: parts.now() + KEPT_MS, messages };
    pages.delete(place);
    pages.set(place, fresh);
    void messages.then((read) => {
      if (read !== null || pages.get(place)?.messages !== messages) return;
      pages.set(place, { until: parts.now() + REFUSED_MS, messages });
    });
    const [oldest] = pages.keys();
    if (pages.size > MOST_THREADS && oldest !== undefined) pages.delete(oldest);
    return fresh;
  }

  const soon = (key: ThreadKey) => Promise.race([page(key).messages, late()]);
  return {
    async earlier(key, ts) {
      const messages = (await soon(key)) ?? [];
      return fitting(messages.filter((message) => Number(message.ts) < Number(ts)));
    },
    async all(key) {
      pages.delete(placeOf(key));
      const messages = await page(key).messages;
      return messages === null ? null : new Map(messages.map(({ ts, text }) => [ts, text]));
    },
    arrived(key, ts, text) {
      const known = pages.get(placeOf(key));
      if (known === undefined) return;
      known.messages = known.messages.then((messages) => {
        if (messages === null) return null;
        const others = messages.filter((message) => message.ts !== ts);
        return [...others, { ts, text }].toSorted((a, b) => Number(a.ts) - Number(b.ts));
      });
    },
  };
}
