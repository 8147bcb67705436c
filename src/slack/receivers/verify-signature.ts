import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const WINDOW_SECONDS = 5 * 60;
const SECONDS = /^\d{1,12}$/;

/**
 * True when Slack signed this body (`v0`, HMAC-SHA-256 over time and body) within five minutes of `now`,
 * before or after.
 *
 * @param now milliseconds since the epoch
 */
export function isSigned(
  headers: IncomingHttpHeaders,
  body: Buffer,
  signingSecret: string,
  now: number,
): boolean {
  const { 'x-slack-request-timestamp': sent, 'x-slack-signature': signature } = headers;
  if (typeof sent !== 'string' || typeof signature !== 'string' || !SECONDS.test(sent))
    return false;
  if (Math.abs(now / 1000 - Number(sent)) > WINDOW_SECONDS) return false;
  const own = createHmac('sha256', signingSecret).update(`v0:${sent}:`).update(body).digest('hex');
  const [given, due] = [Buffer.from(signature), Buffer.from(`v0=${own}`)];
  return given.length === due.length && timingSafeEqual(given, due);
}
