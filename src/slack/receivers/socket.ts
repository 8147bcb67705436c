import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { errorCode } from '../error-code.ts';
import type { SlackLog } from '../slack-log.ts';
import { withheldAck } from './withheld-ack.ts';

/** What a Socket Mode connection needs. */
export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly log: SlackLog;
}

type Client = SocketModeReceiver['client'];

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
const STOP_WITHIN_MS = 5_000;

/** Keeps a malformed frame, on which the library rejects with nobody listening, from ending the process. */
function guardFrames(client: Client, log: SlackLog): void {
  const handlers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...frame: unknown[]) => {
    for (const handler of handlers) {
      Promise.resolve(handler.apply(client, frame)).catch((error: unknown) =>
        log.warn('slack.frame-malformed', { code: errorCode(error) }),
      );
    }
  });
}

/**
 * Reconnects by ourselves, at once and then with growing pauses. The library's own reconnection waits
 * five seconds first and ends the process with an unhandled rejection when Slack answers with an error.
 */
function keepConnected(client: Client, log: SlackLog) {
  let wanted = false;
  let connected = false;
  async function reconnect(): Promise<void> {
    for (let tries = 0; wanted && !connected; tries += 1) {
      try {
        await client.start();
        return;
      } catch (error) {
        log.warn('slack.socket-not-connected', { code: errorCode(error), count: tries + 1 });
        await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries));
      }
    }
  }
  client.on('connected', () => {
    connected = true;
  });
  client.on('disconnected', () => {
    const lost = connected;
    connected = false;
    if (lost && wanted) void reconnect();
  });
  return {
    isConnected: () => connected,
    async start() {
      wanted = true;
      await client.start();
    },
    async stop() {
      wanted = false;
      await Promise.race([client.disconnect(), sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

/** A Socket Mode receiver that withholds the acknowledgement, and whether it is connected now. */
export function createSocketReceiver(options: SocketOptions): {
  readonly receiver: Receiver;
  readonly isConnected: () => boolean;
} {
  const { appToken, clientOptions, logger, log } = options;
  const inner = new SocketModeReceiver({
    ...{ appToken, logger, autoReconnectEnabled: false },
    installerOptions: { clientOptions },
  });
  guardFrames(inner.client, log);
  const connection = keepConnected(inner.client, log);
  const receiver: Receiver = {
    init: (app) => inner.init(app),
    start: () => connection.start(),
    stop: () => connection.stop(),
  };
  return { receiver: withheldAck(receiver), isConnected: connection.isConnected };
}
