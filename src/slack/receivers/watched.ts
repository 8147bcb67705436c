import type { App, Receiver } from '@slack/bolt';
import type { Background } from '../background.ts';
import { Body } from '../payload.ts';
import type { SlackLog } from '../slack-log.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];

/** The app as a receiver sees it, with another way of handling what comes in. */
export function withProcessing(app: App, process: (event: ReceiverEvent) => Promise<void>): App {
  return Object.create(app, { processEvent: { value: process } });
}

/**
 * A receiver whose payloads are counted while they are worked on. Malformed payloads are acknowledged
 * and dropped with a code, since sending them again would not help; while stopping, payloads fail, so
 * that Slack sends them again to whoever runs next.
 */
export function watched(
  receiver: Receiver,
  background: Background,
  log: SlackLog,
  isStopping: () => boolean,
): Receiver {
  return {
    init: (app) =>
      receiver.init(
        withProcessing(app, async (event) => {
          if (isStopping()) throw new Error('This process is stopping.');
          if (Body.safeParse(event.body).success) {
            return background.count(() => app.processEvent(event));
          }
          log.warn('slack.payload-malformed');
          await event.ack();
        }),
      ),
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}
