import type { App, Receiver } from '@slack/bolt';
import { withProcessing } from './watched.ts';

/**
 * A receiver that acknowledges only after every listener is through. Bolt's Socket Mode receiver
 * acknowledges events first, so that a crash right after would lose the message; here a failure means
 * no acknowledgement, and Slack sends it again.
 */
export function withheldAck(receiver: Receiver): Receiver {
  return {
    init: (app: App) =>
      receiver.init(
        withProcessing(app, async (event) => {
          let answer: unknown;
          const held = async (response?: unknown) => {
            answer = response;
          };
          await app.processEvent({ ...event, ack: held });
          await event.ack(answer);
        }),
      ),
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}
