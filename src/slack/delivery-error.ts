import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { errorCode } from './error-code.ts';
import { UnknownInstall } from './workspaces/unknown-install.ts';

/** Words by which Slack says that nothing can be put there any more, however often we try. */
const GONE = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'thread_not_found',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'restricted_action',
  'account_inactive',
  'is_inactive',
]);
const NOT_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);
const TRY_LATER = new Set(['ratelimited', 'rate_limited', 'internal_error', 'fatal_error']);
const SOON_MS = 1_000;

/**
 * What a failed call of Slack's means for us.
 * - `later`: not put; try again after `afterMs`
 * - `unsure`: the answer was lost, so it may have been put; look before trying again
 * - `gone`: the place or message is no more; give up quietly
 * - `blocks`: Slack refuses the blocks; send plain text
 * - `refused`: refused for a reason that trying again will not change
 */
export type Failure =
  | { readonly kind: 'later' | 'unsure'; readonly code: string; readonly afterMs: number }
  | { readonly kind: 'gone' | 'blocks' | 'refused'; readonly code: string };

function platformFailure(code: string): Failure {
  if (GONE.has(code)) return { kind: 'gone', code };
  if (NOT_BLOCKS.has(code)) return { kind: 'blocks', code };
  if (TRY_LATER.has(code)) return { kind: 'later', code, afterMs: SOON_MS };
  return { kind: 'refused', code };
}

/** Sorts anything a Web API call throws; a raw `TimeoutError` counts as a lost answer. */
export function failureOf(error: unknown): Failure {
  const code = errorCode(error);
  if (error instanceof UnknownInstall) return { kind: 'gone', code };
  if (error instanceof WebAPIPlatformError) return platformFailure(code);
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', code, afterMs: error.retryAfter * 1_000 };
  }
  if (error instanceof WebAPIHTTPError) {
    const lasting = error.statusCode >= 400 && error.statusCode < 500;
    return lasting ? { kind: 'refused', code } : { kind: 'unsure', code, afterMs: SOON_MS };
  }
  if (error instanceof WebAPIRequestError || errorCode(error) === 'TimeoutError') {
    return { kind: 'unsure', code, afterMs: SOON_MS };
  }
  return { kind: 'refused', code };
}

/** A reply that did not get into its thread; carries no text. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly code: string;
  readonly kind: 'later' | 'unsure' | 'refused';
  /** How long to wait before the next try, in milliseconds; null when trying again is no use. */
  readonly retryAfterMs: number | null;

  constructor(kind: DeliveryError['kind'], code: string, retryAfterMs: number | null) {
    super(`Slack did not take the reply (${code})`);
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
