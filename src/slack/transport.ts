import type { AddressInfo } from 'node:net';
import type { CustomRoute, Logger, Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { createHttpReceiver } from './receivers/http.ts';
import { createSocketReceiver } from './receivers/socket.ts';
import type { SlackLog } from './slack-log.ts';

/** How payloads of Slack's reach this process. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly port: number;
      /** Default 127.0.0.1. */
      readonly host?: string;
      /** Further routes of the same server, such as a health check. */
      readonly routes?: readonly CustomRoute[];
    }
  /** A receiver of one's own; its `start` and `stop` are called. */
  | { readonly kind: 'receiver'; readonly receiver: Receiver }
  /** Nothing arrives: a process that only delivers. */
  | { readonly kind: 'none' };

/** A transport made ready. */
export interface Line {
  readonly receiver: Receiver;
  /** Starts receiving; the port listened on, or null when there is none. */
  start(): Promise<number | null>;
  stop(): Promise<void>;
  /** False when nothing can arrive at the moment. */
  isOpen(): boolean;
}

interface LineParts {
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly log: SlackLog;
  readonly now: () => number;
}

const SILENT: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/** A line that counts as open from start to stop. */
function simple(receiver: Receiver, start: () => Promise<number | null>): Line {
  let open = false;
  return {
    receiver,
    start: async () => {
      const port = await start();
      open = true;
      return port;
    },
    stop: async () => {
      if (open) await receiver.stop();
      open = false;
    },
    isOpen: () => open,
  };
}

function httpLine(transport: Extract<Transport, { kind: 'http' }>, parts: LineParts): Line {
  const { signingSecret, port, host = '127.0.0.1', routes = [] } = transport;
  const { logger, now } = parts;
  const receiver = createHttpReceiver({ signingSecret, routes, logger, now });
  return simple(receiver, async () => {
    const server = await receiver.start({ port, host });
    return (server.address() as AddressInfo).port;
  });
}

/** The same transport with further routes, where it is a server at all. */
export function withRoutes(transport: Transport, routes: readonly CustomRoute[]): Transport {
  if (transport.kind !== 'http') return transport;
  return { ...transport, routes: [...(transport.routes ?? []), ...routes] };
}

/** Makes a transport ready; nothing is listened to before `start`. */
export function openLine(transport: Transport, parts: LineParts): Line {
  if (transport.kind === 'http') return httpLine(transport, parts);
  if (transport.kind === 'socket') {
    const { receiver, isConnected } = createSocketReceiver({
      ...{ appToken: transport.appToken, clientOptions: parts.clientOptions },
      ...{ logger: parts.logger, log: parts.log },
    });
    const line = simple(receiver, async () => {
      await receiver.start();
      return null;
    });
    return { ...line, isOpen: isConnected };
  }
  const receiver = transport.kind === 'receiver' ? transport.receiver : SILENT;
  return simple(receiver, async () => {
    await receiver.start();
    return null;
  });
}
