import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type App,
  type CustomRoute,
  HTTPModuleFunctions,
  HTTPReceiver,
  isRawBodyError,
  type Logger,
} from '@slack/bolt';
import { isSigned } from './verify-signature.ts';

/** What receiving over signed HTTP needs. */
export interface HttpOptions {
  readonly signingSecret: string;
  readonly routes: readonly CustomRoute[];
  readonly logger: Logger;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A payload of Slack's, or the status to refuse a request with. */
type Read = { readonly body: Record<string, unknown> } | { readonly status: 400 | 401 | 413 };

const BODY_LIMIT = 1024 * 1024;
const EVENTS = '/slack/events';
const FORM = 'application/x-www-form-urlencoded';

type Buffered = Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>;

function refuse(res: ServerResponse, status: number): void {
  if (!res.headersSent) res.writeHead(status, { connection: 'close' });
  res.end();
}

function parsed(req: Buffered): Record<string, unknown> | null {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(req);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
    return body as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** Reads a request up to the limit and checks who sent it. Slack's own check of TLS is not signed. */
async function read(req: IncomingMessage, { signingSecret, now }: HttpOptions): Promise<Read> {
  let whole: Buffered;
  try {
    whole = await HTTPModuleFunctions.bufferIncomingMessage(req, BODY_LIMIT);
  } catch (error) {
    return { status: isRawBodyError(error) && error.statusCode === 413 ? 413 : 400 };
  }
  const signed = isSigned(req.headers, whole.rawBody, signingSecret, now());
  if (!signed && req.headers['content-type'] !== FORM) return { status: 401 };
  const body = parsed(whole);
  if (body?.ssl_check === '1') return { body: { ssl_check: '1' } };
  if (!signed) return { status: 401 };
  return body === null ? { status: 400 } : { body };
}

/** Has the app work on a payload, and answers with what it acknowledged it with. */
async function answer(
  app: App,
  body: Record<string, unknown>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (body.ssl_check === '1') return HTTPModuleFunctions.buildSSLCheckResponse(res);
  if (body.type === 'url_verification')
    return HTTPModuleFunctions.buildUrlVerificationResponse(res, body);
  const acknowledged: unknown[] = [];
  const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(req);
  const retryReason = HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(req);
  await app.processEvent({
    body,
    ack: async (response) => void acknowledged.push(response),
    ...(retryNum === undefined ? {} : { retryNum }),
    ...(retryReason === undefined ? {} : { retryReason }),
  });
  if (acknowledged.length === 0) return refuse(res, 404);
  HTTPModuleFunctions.buildContentResponse(res, acknowledged[0]);
}

/**
 * A receiver of signed HTTP requests. The answer waits for the listeners, so that a failure is a 500
 * and Slack sends it again; the time window is symmetric; bodies over 1 MB are refused.
 */
export function createHttpReceiver(options: HttpOptions): HTTPReceiver {
  const { signingSecret, logger, routes } = options;
  const receiver = new HTTPReceiver({ signingSecret, logger, customRoutes: [...routes] });
  let app: App | null = null;
  const initialise = receiver.init.bind(receiver);
  receiver.init = (given) => {
    app = given;
    initialise(given);
  };
  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const payload = await read(req, options);
    if ('body' in payload && app !== null) return answer(app, payload.body, req, res);
    logger.warn('A request was refused.');
    refuse(res, 'status' in payload ? payload.status : 500);
  };
  const elsewhere = receiver.requestListener;
  receiver.requestListener = (req, res) => {
    if (req.method !== 'POST' || req.url?.split('?')[0] !== EVENTS) return elsewhere(req, res);
    take(req, res).catch((error: unknown) => {
      logger.error(error);
      refuse(res, 500);
    });
  };
  return receiver;
}
