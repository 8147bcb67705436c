import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type CustomRoute,
  HTTPModuleFunctions,
  HTTPReceiver,
  isRawBodyError,
  type Logger,
} from '@slack/bolt';

/** What receiving over signed HTTP needs. */
export interface HttpOptions {
  readonly signingSecret: string;
  readonly routes: readonly CustomRoute[];
  readonly logger: Logger;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const BODY_LIMIT = 1024 * 1024;
const WINDOW_SECONDS = 5 * 60;

function end(res: ServerResponse, status: number): void {
  res.writeHead(status, { connection: 'close' });
  res.end();
}

/** True when the signed time lies too far ahead; Bolt itself looks only behind. */
function fromTheFuture(req: IncomingMessage, now: number): boolean {
  const sent = Number(req.headers['x-slack-request-timestamp']);
  return Number.isFinite(sent) && sent > now / 1000 + WINDOW_SECONDS;
}

/** True when the body parses to something that is not an object, on which Bolt would throw unheard. */
function holdsNoObject(
  body: Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>,
) {
  try {
    const parsed: unknown = HTTPModuleFunctions.parseHTTPRequestBody(body);
    return typeof parsed !== 'object' || parsed === null || Array.isArray(parsed);
  } catch {
    return false;
  }
}

/** Status to refuse a request with before Bolt sees it, or null; reads the body up to the limit. */
async function refusalStatus(req: IncomingMessage, now: number): Promise<number | null> {
  if (fromTheFuture(req, now)) return 401;
  try {
    const body = await HTTPModuleFunctions.bufferIncomingMessage(req, BODY_LIMIT);
    return holdsNoObject(body) ? 400 : null;
  } catch (error) {
    return isRawBodyError(error) && error.statusCode === 413 ? 413 : 400;
  }
}

/**
 * A receiver of signed HTTP requests. The answer waits for the listeners, so that a failure is a 500
 * and Slack sends it again; the time window is symmetric; bodies over 1 MB are refused.
 */
export function createHttpReceiver(options: HttpOptions): HTTPReceiver {
  const receiver = new HTTPReceiver({
    ...{ signingSecret: options.signingSecret, logger: options.logger },
    customRoutes: [...options.routes],
    processBeforeResponse: true,
    bodyLimit: BODY_LIMIT,
  });
  const inner = receiver.requestListener;
  receiver.requestListener = (req, res) => {
    if (req.method !== 'POST') return inner(req, res);
    void refusalStatus(req, options.now()).then((status) =>
      status === null ? inner(req, res) : end(res, status),
    );
  };
  return receiver;
}
