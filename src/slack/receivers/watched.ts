import type { App, Receiver } from '@slack/bolt';
import type { Background } from '../background.ts';
import { errorCode } from '../error-code.ts';
import { ListenerFailure } from '../listener-failure.ts';
import { Body } from '../payload.ts';
import type { SlackLog } from '../slack-log.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];

/** The app as a receiver sees it, with another way of handling what comes in. */
export function withProcessing(app: App, process: (event: ReceiverEvent) => Promise<void>): App {
  return Object.create(app, { processEvent: { value: process } });
}

/** Hands one payload to Bolt; one that Bolt itself cannot read is acknowledged and dropped. */
async function handOver(app: App, event: ReceiverEvent, log: SlackLog): Promise<void> {
  try {
    if (!Body.safeParse(event.body).success) throw new TypeError('The payload is malformed.');
    await app.processEvent(event);
  } catch (error) {
    if (error instanceof ListenerFailure) throw error;
    log.warn('slack.payload-malformed', { code: errorCode(error) });
    await event.ack();
  }
}

/** Runs the work on one payload. */
export type Follow = <T>(work: () => Promise<T>) => Promise<T>;

/** What watching payloads needs. */
export interface WatchParts {
  readonly background: Background;
  readonly log: SlackLog;
  readonly isStopping: () => boolean;
  readonly follow?: Follow;
}

/**
 * A receiver whose payloads are counted while they are worked on. Malformed payloads are dropped with
 * a code, since sending them again would not help; while stopping, payloads fail, so that Slack sends
 * them again to whoever runs next.
 */
export function watched(receiver: Receiver, parts: WatchParts): Receiver {
  const { background, log, isStopping, follow = (work) => work() } = parts;
  return {
    init: (app) =>
      receiver.init(
        withProcessing(app, async (event) => {
          if (isStopping()) throw new ListenerFailure('stopping');
          await background.count(() => follow(() => handOver(app, event, log)));
        }),
      ),
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}
